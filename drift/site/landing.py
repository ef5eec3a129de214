"""A page or file and a fragment -> whether the fragment leads somewhere on it."""

from __future__ import annotations

import re

from drift.site.dialect import JEKYLL, MYST, SPHINX
from drift.site.documents import suffix_of, suffixes
from drift.site.generators import VAGUE
from drift.site.index import Index
from drift.site.landmarks import Landmarks, make_id
from drift.trees.page import Link
from drift.trees.site import Dialect, Target
from drift.trees.walk import all_links

_TEMPLATE = re.compile(r"\{\{|\{%|<%")
_FOOTNOTE = re.compile(r"(?:user-content-)?fn(?:ref)?[-:]?\w*|footnote-.*|L\d+(?:-L?\d+)?")
_SPHINX_MADE = re.compile(r"(?:term|cmdoption|envvar|module|index)-.*|id\d+|[\w.]+\.\w+|.*[A-Z].*")
# Fragments that a generator makes for other things than headings; Sphinx keeps capitals for objects of code alone.


def land(index: Index, place: str, anchor: str, *, dialect: Dialect) -> Target:
    """Tell what a fragment on a page means.

    Args:
        index: Of the tree.
        place: The path of a page, file or folder in the tree.
        anchor: The fragment, decoded; empty for none.
        dialect: Of the page.

    Returns:
        The target; unknown where a generator may make the anchor and a parser does not see it.
    """
    known = place in index.pages
    if not known or anchor in {"", "top"}:
        return Target("found", page=place, anchor="" if known else anchor)
    page = index.landmarks(place)
    names = page.anchors
    found = names.get(anchor) or names.get(anchor.removeprefix("user-content-"))
    if found is None and page.format == "rst":
        found = names.get(make_id(anchor))
    elif found is None and dialect == JEKYLL:
        # Its first Markdown, Maruku, joined the words of a heading by underscores.
        found = names.get(anchor.replace("_", "-"))
    if found is not None:
        return Target("found", page=place, anchor=found)
    vague = (
        _is_vague(page, anchor, dialect)
        or _is_filled(index, place, anchor)
        or (dialect not in {SPHINX, MYST} and index.once(_includes, place))
    )
    return Target("unknown" if vague else "missing", page=place, anchor=anchor)


def _is_vague(page: Landmarks, anchor: str, dialect: Dialect) -> bool:
    if not page.parsed or _FOOTNOTE.fullmatch(anchor):
        return True
    return dialect in {SPHINX, MYST} and is_made(anchor)


def _is_filled(index: Index, place: str, anchor: str) -> bool:
    """Tell whether a template, component or preprocessor may make an anchor that stands in no source."""
    generator = index.settings.generator
    if generator in {"mdbook", "mkdocs"} and "." in anchor:
        # Of a heading none has a full stop: it is an object of code.
        return True
    if generator == "middleman" or index.once(_is_templated, place):
        return True
    return not index.landmarks(place).anchors and generator in VAGUE | {"vitepress"}


def _is_templated(index: Index, place: str) -> bool:
    """Tell whether a heading of a page is made by a template."""
    return any(_TEMPLATE.search(title) for title in index.landmarks(place).titles)


def _includes(index: Index, place: str) -> bool:
    """Tell whether a page is made of other documents too, which may have any heading; Sphinx's are not gone through for it."""
    return any(
        link.kind == "include" and suffix_of(link.target) in suffixes()
        for link in all_links(index.pages[place].root)
    )


def is_thanks(index: Index, path: str, link: Link) -> bool:
    """Tell whether a fragment is what the bot of all-contributors gives a face that it thanks: `#ideas-<account>`.

    Args:
        index: Of the tree.
        path: The page that the link stands on.
        link: The link.
    """
    kind, hyphen, account = link.target.partition("-")
    if link.kind != "html" or not (kind.startswith("#") and hyphen and account):
        return False
    others = all_links(index.pages[path].root)
    return any(one.target.endswith(f"//github.com/{account}") for one in others)


def is_made(anchor: str) -> bool:
    """Tell whether a fragment looks like one that Sphinx makes for an object, a term or a footnote."""
    return _SPHINX_MADE.fullmatch(anchor) is not None
