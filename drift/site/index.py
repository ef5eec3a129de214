"""The pages of a tree -> what every document name, label, title and anchor leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from drift.site.custom import custom_labels, label_key
from drift.site.documents import stem_of
from drift.site.landmarks import Landmarks, landmarks
from drift.site.pages import Pages
from drift.site.places import Places
from drift.site.settings import Settings
from drift.trees.page import Page


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
        self.leads_away = places.leads_away
        self._behind = places.behind
        self._search = search
        self._landmarks: dict[str, Landmarks] = {}
        self._labels: dict[str, tuple[str, str] | None] = {}
        self._titles: dict[str, tuple[str, str] | None] = {}
        self._tested: dict[tuple[Callable[[Index, str], bool], str], bool] = {}

    def once(self, test: Callable[[Index, str], bool], path: str) -> bool:
        """Tell whether something holds of a page, for which all of it is gone through the first time alone.

        Args:
            test: Finds it out.
            path: The page.
        """
        if (test, path) not in self._tested:
            self._tested[test, path] = test(self, path)
        return self._tested[test, path]

    def document(self, name: str) -> str | None:
        """Find a page by its name as Sphinx writes it: without suffix, or with one."""
        found = self.documents.get(name) or (name if name in self.pages else self._behind(name))
        return found if found in self.pages else None

    def landmarks(self, path: str) -> Landmarks:
        """Tell what links may name on a page."""
        if isinstance(self.pages, Pages):
            return self.pages.landmarks(path)
        found = self._landmarks.get(path)
        if found is None:
            found = self._landmarks[path] = landmarks(self.pages[path])
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
        name = self.landmarks(path).labels.get(key)
        return None if name is None else (path, name)

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
        stem = stem_of(path)
        keys = {key, key.removeprefix(self._prefix(stem)).strip()}
        anchor = self.landmarks(path).titled(keys)
        return None if anchor is None else (path, anchor)
