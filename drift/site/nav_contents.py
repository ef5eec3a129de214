"""The contents of a book in YAML (Jupyter Book, mystmd, Quarto) -> navigation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import yaml

from drift.site.documents import suffix_of
from drift.site.globs import is_glob
from drift.site.nav_walk import Place, leads_out, walk
from drift.site.resolve import Resolver
from drift.site.settings import Settings
from drift.site.yaml_nodes import child, compose, scalar
from drift.trees.page import Page
from drift.trees.site import NavEntry, NavLink

_FILES = MappingProxyType(
    {
        "_toc.yml": ((),),
        "myst.yml": (("project", "toc"),),
        "_quarto.yml": (("book", "chapters"), ("book", "appendices"), ("website", "sidebar")),
    }
)
"""The file -> where the contents stand in it."""

_PAGE = ("root", "file", "href", "url", "section", "part", "glob", "pattern")
_LABEL = ("title", "caption", "text", "section", "part", "header")
_INSIDE = ("parts", "chapters", "sections", "subtrees", "entries", "children", "contents")
# Keys of an entry: what it leads to, what it is called, what stands below it.


class _Contents:
    """Reads one file."""

    def __init__(
        self, path: str, pages: Mapping[str, Page], settings: Settings, resolver: Resolver
    ) -> None:
        self._path = path
        self._pages = pages
        self._settings = settings
        self._resolver = resolver

    def step(self, place: Place) -> tuple[list[NavEntry | NavLink], list[Place]]:
        if isinstance(place.node, yaml.SequenceNode):
            return [], list(_items(place))
        if isinstance(place.node, yaml.MappingNode):
            return self._entry(place)
        return list(self._named(place.text, "", place)), []

    def _entry(self, place: Place) -> tuple[list[NavEntry | NavLink], list[Place]]:
        label = _first(place.node, _LABEL)
        names = [scalar(child(place.node, key)) for key in _PAGE]
        found = [entry for name in names for entry in self._named(name, label, place)]
        title = label
        pages = [entry.page for entry in found if isinstance(entry, NavEntry)]
        if len(pages) == 1 and (not label or label in names):
            title = self._pages[pages[0]].title
        below = [child(place.node, key) for key in _INSIDE]
        # The first page of a book stands beside its parts and not above them.
        alone = not title or child(place.node, "root") is not None
        trail = place.trail if alone else (*place.trail, title)
        return found, [Place(node, trail) for node in below if node is not None]

    def _named(self, name: str, label: str, place: Place) -> Iterator[NavEntry | NavLink]:
        shown = "" if label == name else label
        if leads_out(name):
            yield NavLink(name, shown, place.trail, self._path, place.line)
        for page in self._found(name):
            yield NavEntry(page, place.trail, shown, self._path, place.line)

    def _found(self, name: str) -> tuple[str, ...]:
        if is_glob(name):
            return self._resolver.references.glob(self._path, name.removesuffix(suffix_of(name)))
        page = self._resolver.nav_page(self._settings, name)
        return (page,) if page else ()


def _items(place: Place) -> Iterator[Place]:
    """Give the items of a list; in the first Jupyter Books, a header stands before those that it is above."""
    trail = place.trail
    for node in place.node.value:
        header = scalar(child(node, "header"))
        if header:
            trail = (*place.trail, header)
        yield Place(node, trail)


def _first(node: yaml.Node, keys: tuple[str, ...]) -> str:
    return next((said for key in keys if (said := scalar(child(node, key)))), "")


def contents(
    pages: Mapping[str, Page], settings: Settings, resolver: Resolver
) -> Iterator[NavEntry | NavLink]:
    """Read the contents that the configuration lists.

    Args:
        pages: The pages by path.
        settings: With the texts of the files.
        resolver: Of the tree's links.

    Yields:
        An entry for each item that leads to a page, or out of the tree.
    """
    for path, text in settings.configs.items():
        root = compose(text) if path.rpartition("/")[2] in _FILES else None
        for keys in _FILES.get(path.rpartition("/")[2], ()):
            node = root
            for key in keys:
                node = child(node, key)
            if node is not None:
                yield from walk([Place(node)], _Contents(path, pages, settings, resolver).step)
