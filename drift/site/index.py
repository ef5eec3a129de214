"""The pages of a tree -> what every document name, label, title and anchor leads to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Protocol

from drift.site.custom import custom_labels, label_key
from drift.site.places import Places
from drift.site.settings import Settings
from drift.trees.page import Page
from drift.trees.walk import names_of, walk


def make_id(name: str) -> str:
    """Give the id that docutils makes of a label, for Latin letters.

    Args:
        name: A label.

    Returns:
        Letters and digits in lower case, everything between them a hyphen; it begins with a letter.
    """
    return re.sub(r"\A[-0-9]+|-+\Z", "", re.sub(r"[^a-z0-9]+", "-", name.lower()))


def anchors_of(page: Page) -> dict[str, str]:
    """List what fragments on a page mean.

    Args:
        page: The page.

    Returns:
        Every spelling that a fragment may have -> the anchor as the page's tree has it.
    """
    names = [name for _, section in walk(page.root) for name in names_of(section)]
    found = dict.fromkeys(names, "")
    found = {name: name for name in found if name}
    for name in tuple(found):
        found.setdefault(make_id(name), name)
    return found


class Search(Protocol):
    """What finds the pages that may hold something, so that no others are parsed; each gives paths in their order."""

    def labelled(self, key: str) -> Iterable[str]:
        """Pages that may define a label, given by its `label_key`."""
        ...

    def titled(self, title: str) -> Iterable[str]:
        """Pages that may have a section of some title."""
        ...

    def custom(self, name: str) -> Iterable[str]:
        """Pages that may name something in a directive that is no common one."""
        ...


class Index:
    """Look-ups over one tree, each made when it is first asked for."""

    def __init__(
        self, pages: Mapping[str, Page], places: Places, settings: Settings, search: Search
    ) -> None:
        """Index the pages.

        Args:
            pages: The pages by path.
            places: Of their paths, and those of all other files.
            settings: What the tree's configuration says.
            search: Over the pages.
        """
        self.pages = pages
        self.files = places.files
        self.settings = settings
        self.suffixes = places.suffixes
        self.documents = places.documents
        self.place = places.place
        self._search = search
        self._anchors: dict[str, dict[str, str]] = {}
        self._labels: dict[str, tuple[str, str] | None] = {}
        self._titles: dict[str, tuple[str, str] | None] = {}

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
        key = label_key(name)
        if key not in self._labels:
            found = (at for path in self._search.labelled(key) if (at := self._label(path, key)))
            self._labels[key] = next(found, None)
        return self._labels[key]

    def _label(self, path: str, key: str) -> tuple[str, str] | None:
        """Find a label on a page, the last one where there are several."""
        names = [
            anchor.name
            for _, section in walk(self.pages[path].root)
            for anchor in section.anchors
            if anchor.label and label_key(anchor.name) == key
        ]
        return (path, names[-1]) if names else None

    def custom(self, name: str) -> bool:
        """Tell whether a directive that nobody here knows may define a label."""
        key = label_key(name)
        return any(key in custom_labels([self.pages[path]]) for path in self._search.custom(key))

    def title(self, name: str) -> tuple[str, str] | None:
        """Find a section by its title, or `document:title`: Sphinx's autosectionlabel."""
        key = label_key(name)
        if key not in self._titles:
            found = (at for path in self._candidates(key) if (at := self._title(path, key)))
            self._titles[key] = next(found, None)
        return self._titles[key]

    def _candidates(self, key: str) -> Iterator[str]:
        named = (
            path for stem, path in self.documents.items() if key.startswith(self._prefix(stem))
        )
        first = set(named) if ":" in key else set()
        found = first.union(self._search.titled(key))
        order = self.documents.values()
        return (path for path in order if path in found)

    def _prefix(self, stem: str) -> str:
        return label_key(f"{stem.removeprefix(self.settings.root)}:")

    def _title(self, path: str, key: str) -> tuple[str, str] | None:
        """Find a title on a page, the last one where there are several."""
        stem = path.removesuffix(PurePosixPath(path).suffix)
        keys = {key, key.removeprefix(self._prefix(stem)).strip()}
        found = [
            section.anchor
            for trail, section in walk(self.pages[path].root)
            if trail and label_key(section.title) in keys
        ]
        return (path, found[-1]) if found else None
