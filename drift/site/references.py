"""A name in a role, a toctree or a MyST link -> the document, label or section that it stands for, by Sphinx's rules."""

from __future__ import annotations

import re
from urllib.parse import unquote

from drift.site.dialect import BY_TITLE, Dialects
from drift.site.documents import suffix_of, suffixes
from drift.site.globs import glob_shape, is_glob
from drift.site.index import Index
from drift.site.landing import land
from drift.site.paths import join, join_within, parent, take_apart
from drift.trees.page import NAMED
from drift.trees.site import Target
from drift.trees.walk import all_links

ROLES = frozenset({"ref", "numref", "any", "doc", "toctree", NAMED})
"""Roles, and the directive, whose targets are names."""

_PAGES_BUILT = frozenset({"genindex", "modindex", "py-modindex", "search"})


class References:
    """Resolves the names of one tree."""

    def __init__(self, index: Index, dialects: Dialects, *, single: bool) -> None:
        """Take the tree's look-ups.

        Args:
            index: Of the tree.
            dialects: Of its pages.
            single: Whether the tree is one file, so that nothing is known of those around it.
        """
        self._index = index
        self._dialects = dialects
        self._single = single

    def resolve(self, path: str, role: str, target: str) -> Target:
        """Tell what a name stands for.

        Args:
            path: The page that it stands on.
            role: One of `ROLES`.
            target: As written, and no URL.

        Returns:
            The target.
        """
        if role in {"ref", "numref"}:
            return self._label(path, target)
        if role == NAMED:
            return self._named(path, target)
        if role == "toctree" and target == "self":
            return Target("found", page=path)
        if role == "toctree" and is_glob(target):
            return self._glob(path, target)
        return self._anything(path, target) if role == "any" else self._document(path, target)

    def _label(self, path: str, label: str) -> Target:
        found = self._index.label(label)
        if found is None and self._dialects.of(path) in BY_TITLE:
            found = self._index.title(label)
        if found:
            return Target("found", page=found[0], anchor=found[1])
        elsewhere = ":" in label and not self._index.settings.generator
        if label in _PAGES_BUILT or "--" in label or elsewhere or self._index.custom(label):
            # An option's label is made by the program that it is documented from; `project:label` may be of another
            # project, and which there are stands in a file that was not read. A directive of the site's own may make
            # a label of anything that is written in it.
            return Target("unknown", url=label)
        # Sphinx looks up what is no label here in those of all other projects, with their names or without; and what is
        # included may have one, though it is no document.
        others = self._index.settings.inventories or ".inc" in self._index.suffixes
        return Target("outside" if others else "missing", url=label)

    def _named(self, path: str, target: str) -> Target:
        """Resolve a name that nothing on the page has: what the page includes may have it, or the configuration."""
        if any(link.kind == "include" for link in all_links(self._index.pages[path].root)):
            return Target("unknown", url=target)
        return Target("unknown", page=path, anchor=target.removeprefix("#"))

    def _anything(self, path: str, target: str) -> Target:
        """Resolve what may be a document, a label, or an object that code is documented under."""
        found = self._document(path, target)
        if found.state == "found":
            return found
        found = self._label(path, target)
        return found if found.state == "found" else Target("unknown", url=target)

    def document_name(self, path: str, target: str) -> str:
        """Resolve a document's name as Sphinx does: `/` counts from the root of the sources.

        Args:
            path: The page that names it.
            target: As written.

        Returns:
            The name from the root of the tree.
        """
        root = self.root(path)
        return join_within(root, parent(path)[len(root) :], target)

    def root(self, path: str) -> str:
        """Tell what folder a path with an opening slash counts from on a page."""
        folders = (*self._dialects.sphinx, self._index.settings.root)
        return next((folder for folder in folders if path.startswith(folder)), "")

    def _document(self, path: str, target: str) -> Target:
        written = take_apart(target)
        name = self.document_name(path, written.path)
        found = self._index.document(name)
        if found:
            return self.at(found, written.anchor)
        suffix = "" if suffix_of(name) in suffixes() else suffix_of(path)
        return self.absent(f"{name}{suffix}", written.anchor)

    def _glob(self, path: str, pattern: str) -> Target:
        name = self.document_name(path, pattern)
        if self.glob(path, pattern):
            return Target("found", page=name)
        return self.absent(name, "")

    def glob(self, path: str, pattern: str) -> tuple[str, ...]:
        """Expand a glob in a toctree as Sphinx does: over the names of documents, sorted.

        Args:
            path: The page with the toctree.
            pattern: As written.

        Returns:
            The pages.
        """
        name = self.document_name(path, pattern)
        documents = self._index.documents
        test = re.compile(glob_shape(name))
        return tuple(documents[one] for one in sorted(documents) if test.fullmatch(one))

    def cross_reference(self, path: str, target: str) -> Target:
        """Resolve a MyST link that is no path: `#x` is an anchor of the page, else a label; `x` a file, else any name.

        Args:
            path: The page that it stands on.
            target: As written.

        Returns:
            The target.
        """
        if target.startswith("#"):
            own = self.at(path, unquote(target[1:]))
            label = self._index.label(unquote(target[1:]))
            return Target("found", *label) if label and own.state != "found" else own
        place = join(parent(path), unquote(target))
        if place and self._index.place(place):
            return self.at(self._index.place(place) or place, "")
        return self._anything(path, unquote(target))

    def absent(self, place: str, anchor: str) -> Target:
        """Make the target of a page that is not in the tree; of one file or behind a symlink nobody knows what is."""
        unknowable = self._single or self._index.leads_away(place)
        return Target("unknown" if unknowable else "missing", page=place, anchor=anchor)

    def at(self, place: str, anchor: str) -> Target:
        """Make the target of a place in the tree, its anchor held against the page's."""
        return land(self._index, place, anchor, dialect=self._dialects.of(place))
