"""A link on a page -> the page, anchor, file or outside place that it points to."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from drift.site.dialect import MYST, SPHINX, Dialects
from drift.site.documents import suffix_of, suffixes
from drift.site.globs import glob_shape
from drift.site.index import INDEX_NAMES, Index
from drift.site.landing import land
from drift.site.paths import Written, join, join_within, parent, take_apart
from drift.site.settings import Settings
from drift.site.urls import SCHEME, identity
from drift.tree.page import Link
from drift.tree.site import Target

ROUTED = frozenset({"mkdocs", "hugo", "docusaurus", "gitbook"})
"""Dialects that publish `a/b.md` as `a/b/`, so that relative links may count from there."""

_BUILT = re.compile(
    r"(?:genindex|modindex|py-modindex|search)(?:\.html)?\Z|_(?:static|images|modules|sources|downloads)/"
)
# What Sphinx adds to a site.

_GLOB = re.compile(r"[*?\[]")


class Resolver:
    """Resolves the links of one tree."""

    def __init__(
        self,
        index: Index,
        dialects: Dialects,
        *,
        single: bool = False,
        bases: tuple[str, ...] = (),
    ) -> None:
        """Take the tree's look-ups.

        Args:
            index: Of the tree.
            dialects: Of its pages.
            single: Whether the tree is one file, so that nothing is known of those around it.
            bases: URLs that the tree is published under.
        """
        self._index = index
        self._dialects = dialects
        self._single = single
        self._bases = tuple(f"{identity(base)}/" for base in bases)

    def resolve(self, path: str, link: Link) -> Target:
        """Tell what a link points to.

        Args:
            path: The page that it stands on.
            link: The link.

        Returns:
            The target.
        """
        target = link.target.strip()
        if link.role in {"ref", "numref", "any", "doc", "toctree"}:
            return self._named(path, link.role, target)
        if link.kind == "role" and link.role != "download":
            return Target("outside", url=f"{link.role}:{target}")
        if not target:
            return Target("unknown")
        if SCHEME.match(target):
            return self.outside(target)
        return self._inside(path, target)

    def _named(self, path: str, role: str, target: str) -> Target:
        if role in {"ref", "numref"}:
            return self._label(target)
        if SCHEME.match(target) and role != "any":
            return self.outside(target)
        if role == "toctree" and target == "self":
            return Target("found", page=path)
        if role == "toctree" and _GLOB.search(target):
            return self._glob(path, target)
        found = self._document(path, target)
        return self._label(target) if role == "any" and found.state != "found" else found

    def _label(self, label: str) -> Target:
        found = self._index.label(label) or self._index.title(label)
        if found:
            return Target("found", page=found[0], anchor=found[1])
        if label in {"genindex", "modindex", "search"}:
            return Target("unknown", url=label)
        if label.partition(":")[0] in self._index.settings.inventories:
            return Target("outside", url=label)
        return Target("missing", url=label)

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
            return self._at(found, written.anchor)
        suffix = "" if suffix_of(name) in suffixes() else suffix_of(path)
        return self._absent(f"{name}{suffix}", written.anchor)

    def _glob(self, path: str, pattern: str) -> Target:
        name = self.document_name(path, pattern)
        if self.glob(path, pattern):
            return Target("found", page=name)
        return self._absent(name, "")

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

    def nav_page(self, settings: Settings, name: str) -> str | None:
        """Find the page that an entry of a navigation file names: by its path or by its name without suffix.

        Args:
            settings: Of the site.
            name: As written.

        Returns:
            Its path, or None where it is no page of the tree.
        """
        if not name or SCHEME.match(name):
            return None
        for folder in (settings.root, f"{settings.folder}docs/"):
            place = join(folder, name)
            found = None if place is None else self._index.place(place)
            if found in self._index.pages:
                return found
        return None

    def outside(self, url: str) -> Target:
        """Resolve a URL: to a page, where the tree is published under it and has that page.

        Args:
            url: An absolute URL.

        Returns:
            The target.
        """
        resource = identity(url)
        for base in self._bases:
            if f"{resource}/".startswith(base) or resource.startswith(base):
                written = take_apart(resource[len(base) :])
                place = join(self._index.settings.root, written.path)
                found = place is not None and self._index.place(place)
                if found and found in self._index.pages:
                    return self._at(found, written.anchor)
        return Target("outside", url=resource)

    def _inside(self, path: str, target: str) -> Target:
        written = take_apart(target)
        if not written.path:
            return self._at(path, written.anchor)
        places = self._places(path, written)
        if not places:
            return Target("unknown", url=target)
        for place in places:
            found = self._index.place(place, folder=written.folder)
            if found:
                return self._at(found, written.anchor)
        return self._nowhere(path, places[0], written.anchor)

    def _places(self, path: str, written: Written) -> list[str]:
        """List where a path may lead, the likeliest first."""
        if written.path.startswith("/"):
            settings = self._index.settings
            folders = [self.root(path), "", f"{settings.folder}static/", f"{settings.folder}docs/"]
        elif self._dialects.of(path) in ROUTED:
            name = PurePosixPath(path).stem.lower()
            own = path.removesuffix(PurePosixPath(path).suffix)
            folders = [parent(path), *([own] if name not in INDEX_NAMES else [])]
        else:
            folders = [parent(path)]
        places = (join(folder, written.path) for folder in dict.fromkeys(folders))
        return [place for place in places if place is not None]

    def _nowhere(self, path: str, place: str, anchor: str) -> Target:
        index = self._index
        dialect = self._dialects.of(path)
        if _BUILT.match(place.removeprefix(self.root(path))) and dialect in {SPHINX, MYST}:
            return Target("unknown", page=place, anchor=anchor)
        if _GLOB.search(place) and any(fnmatchcase(file, place) for file in index.files):
            return Target("found", page=place)
        suffix = suffix_of(place)
        if suffix in {".html", ".htm"} and suffix not in index.suffixes:
            place = f"{place.removesuffix(PurePosixPath(place).suffix)}{suffix_of(path)}"
        elif (
            suffix not in suffixes()
            and suffix not in index.suffixes
            and (suffix or dialect in {"github", "gitlab"})
        ):
            # No such file is stored at all, as in the history of the documents alone.
            return Target("unknown", page=place, anchor=anchor)
        return self._absent(place, anchor)

    def _absent(self, place: str, anchor: str) -> Target:
        return Target("unknown" if self._single else "missing", page=place, anchor=anchor)

    def _at(self, place: str, anchor: str) -> Target:
        return land(self._index, place, anchor, dialect=self._dialects.of(place))
