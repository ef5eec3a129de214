"""Path and front matter of a page -> the routes that its generator publishes it under beside that path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import msgspec

from drift.site.documents import stem_of
from drift.site.generators import LOOSE
from drift.site.settings import Settings
from drift.trees.page import Datum

_ORDER = re.compile(r"\A\d+\s*[-_.]+\s*(?=\D)")
# Docusaurus: `01-intro.md` is published as `intro`.

_DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)-(.+)")
# The name of a post: Jekyll and those after it publish it below its date.

_ADDRESSES = frozenset({"permalink", "redirect_from", "aliases", "url", "slug"})
# Keys of front matter that tell where a page is published, or was.


def ways(said: Settings) -> Callable[[str, Iterable[Datum]], tuple[str, ...]] | None:
    """Choose what lists the further routes of a page.

    Args:
        said: What the configuration says.

    Returns:
        A function of the page's path and front matter; None where pages are published under their paths alone.
    """
    if said.generator == "docusaurus":
        return routes
    return partial(addresses, root=said.root) if said.generator in LOOSE else None


def routes(path: str, metadata: Iterable[Datum]) -> tuple[str, ...]:
    """List the routes that Docusaurus publishes a page under beside its path.

    Args:
        path: The page's.
        metadata: Its front matter.

    Returns:
        The routes, without suffix.
    """
    parts = [_ORDER.sub("", part, count=1) for part in stem_of(path).split("/")]
    found = ["/".join(parts), *_dated(stem_of(path))]
    for datum in metadata:
        if datum.key in {"slug", "id"}:
            value = datum.value.strip('"')
            root = parts[:1] if value.startswith("/") else parts[:-1]
            found.append("/".join([*root, *(part for part in value.split("/") if part)]))
    return tuple(found)


def addresses(path: str, metadata: Iterable[Datum], root: str) -> tuple[str, ...]:
    """List the routes that a loose generator may publish a page under beside its path.

    Args:
        path: The page's.
        metadata: Its front matter.
        root: The folder of the sources, with a closing slash, or empty.

    Returns:
        The routes, without suffix: collections without their underscore, posts below their date, and what the page says.
    """
    stem = stem_of(path)
    folders = [part.removeprefix("_") for part in stem.split("/") if part != "_posts"]
    found = ["/".join(folders), *_dated("/".join(folders))]
    for datum in metadata:
        if datum.key in _ADDRESSES:
            value = msgspec.json.decode(datum.value)
            for one in value if isinstance(value, list) else [value]:
                route = re.sub(r"(?:/|\A)index\.html?\Z|\.html?\Z", "", str(one).strip("/"))
                found.append(f"{root}{route}")
    return tuple(route for route in dict.fromkeys(found) if route != stem)


def _dated(stem: str) -> Iterator[str]:
    folder, slash, name = stem.rpartition("/")
    post = _DATED.fullmatch(name)
    if post:
        yield f"{folder}{slash}{'/'.join(post.groups())}"
