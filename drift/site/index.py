"""The pages and files of a tree -> what every path, document name, label and anchor leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from drift.site.custom import custom_labels, label_key
from drift.site.documents import suffix_of
from drift.site.settings import Settings
from drift.trees.page import Page, Section
from drift.trees.walk import walk

INDEX_NAMES = frozenset({"index", "readme", "_index"})
"""Stems of the page that stands for its folder."""

_ORDER = re.compile(r"\d+\s*[-_.]+\s*(?=\D)")
# Docusaurus: `01-intro.md` is published as `intro`.


def make_id(name: str) -> str:
    """Give the id that docutils makes of a label, for Latin letters.

    Args:
        name: A label.

    Returns:
        Letters and digits in lower case, everything between them a hyphen.
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def anchors_of(page: Page) -> dict[str, str]:
    """List what fragments on a page mean.

    Args:
        page: The page.

    Returns:
        Every spelling that a fragment may have -> the anchor as the page's tree has it.
    """
    names = [name for _, section in walk(page.root) for name in _names(section)]
    found = dict.fromkeys(names, "")
    found = {name: name for name in found if name}
    for name in tuple(found):
        found.setdefault(make_id(name), name)
    return found


def _names(section: Section) -> Iterator[str]:
    yield section.anchor
    yield section.slug
    yield from (anchor.name for anchor in section.anchors)


def _folders(files: Iterable[str]) -> frozenset[str]:
    found = {"."} if files else set()
    for path in files:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


class Index:
    """Look-ups over one tree, each made when it is first asked for."""

    def __init__(
        self, pages: Mapping[str, Page], files: frozenset[str], settings: Settings
    ) -> None:
        """Index the pages.

        Args:
            pages: The pages by path.
            files: Every path of the tree.
            settings: What its configuration says.
        """
        self.pages = pages
        self.files = files
        self.settings = settings
        self.suffixes = frozenset(suffix_of(path) for path in files)
        self.folders = _folders(files)
        self.documents: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._indexes: dict[str, str] = {}
        self._anchors: dict[str, dict[str, str]] = {}
        self._labels: dict[str, tuple[str, str]] | None = None
        self._titles: dict[str, tuple[str, str]] | None = None
        self._custom: frozenset[str] | None = None
        for path in pages:
            self._enter(path, pages[path])

    def _enter(self, path: str, page: Page) -> None:
        stem = path.removesuffix(PurePosixPath(path).suffix)
        self.documents.setdefault(stem, path)
        folder, _, name = stem.rpartition("/")
        if name.lower() in INDEX_NAMES:
            self._indexes.setdefault(folder, path)
        self._stems.setdefault(stem, path)
        if self.settings.generator == "docusaurus":
            for route in self._routes(stem, page):
                self._stems.setdefault(route, path)

    def _routes(self, stem: str, page: Page) -> Iterator[str]:
        parts = [_ORDER.sub("", part, count=1) for part in stem.split("/")]
        yield "/".join(parts)
        for datum in page.metadata:
            if datum.key in {"slug", "id"}:
                value = datum.value.strip('"')
                root = parts[:1] if value.startswith("/") else parts[:-1]
                yield "/".join([*root, *(part for part in value.split("/") if part)])

    def place(self, path: str, *, folder: bool = False) -> str | None:
        """Find what a path, as it is written in a link, leads to.

        Args:
            path: From the root of the tree, `.` and `..` resolved; with a suffix, without, or with that of the published page.
            folder: Whether it was written with a closing slash.

        Returns:
            The path of the page or file, or of a folder with a closing slash.
        """
        if path in self.pages or path in self.files:
            return path
        route = re.sub(r"\.html?\Z", "", path)
        if route != path and route.rpartition("/")[2] == "index":
            route = route[:-5].rstrip("/")
            folder = True
        order = (self._indexes, self._stems) if folder else (self._stems, self._indexes)
        found = order[0].get(route) or order[1].get(route)
        if found is None and (route or ".") in self.folders:
            return f"{route}/" if route else "./"
        return found

    def document(self, name: str) -> str | None:
        """Find a page by its name as Sphinx writes it: without suffix, or with one."""
        return self.documents.get(name) or (name if name in self.pages else None)

    def anchors(self, path: str) -> dict[str, str]:
        """List what fragments on a page mean."""
        found = self._anchors.get(path)
        if found is None:
            found = self._anchors[path] = anchors_of(self.pages[path])
        return found

    def label(self, name: str) -> tuple[str, str] | None:
        """Find the page and anchor of a label that any page can name."""
        if self._labels is None:
            self._labels = dict(self._all_labels())
        return self._labels.get(label_key(name))

    def custom(self, name: str) -> bool:
        """Tell whether a directive that nobody here knows may define a label."""
        if self._custom is None:
            self._custom = custom_labels(self.pages.values())
        return label_key(name) in self._custom

    def _all_labels(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for path, page in reversed(tuple(self.pages.items())):
            for _, section in walk(page.root):
                for anchor in section.anchors:
                    if anchor.label:
                        yield label_key(anchor.name), (path, anchor.name)

    def title(self, name: str) -> tuple[str, str] | None:
        """Find a section by its title, or `document:title`: Sphinx's autosectionlabel."""
        if self._titles is None:
            self._titles = dict(self._all_titles())
        return self._titles.get(label_key(name))

    def _all_titles(self) -> Iterator[tuple[str, tuple[str, str]]]:
        for stem, path in reversed(tuple(self.documents.items())):
            for trail, section in walk(self.pages[path].root):
                if trail:
                    yield label_key(section.title), (path, section.anchor)
                    name = stem.removeprefix(self.settings.root)
                    yield label_key(f"{name}:{section.title}"), (path, section.anchor)
