"""A place -> what links call it, and the pages whose links lead there and do not call it by a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drift.site.content import Content
from drift.site.dialect import BY_TITLE, Dialects
from drift.site.landmarks import make_id
from drift.site.places import INDEX_NAMES, Places, is_index
from drift.site.tokens import tokens
from drift.site.urls import identity


def anchor_forms(anchor: str) -> frozenset[str]:
    """List what a fragment or role may call an anchor.

    Args:
        anchor: An anchor or label.

    Returns:
        The forms; an id made of Latin letters alone does as well.
    """
    return frozenset({anchor} if anchor.isascii() else {anchor, make_id(anchor) or anchor})


class Naming:
    """Tells which pages of one revision have links that may lead to a place; it searches, and parses nothing."""

    def __init__(
        self,
        content: Content,
        places: Places,
        dialects: Dialects,
        bases: tuple[str, ...],
        calling: Callable[[str], frozenset[str]],
    ) -> None:
        """Take what is known of the revision.

        Args:
            content: Its documents and settings.
            places: Its paths.
            dialects: Of its pages.
            bases: The URLs that it is published under.
            calling: Finds the pages with a name where the target of a link may have it.
        """
        self._documents = content.documents
        self._settings = content.settings
        self._places = places
        self._dialects = dialects
        self._bases = frozenset(map(identity, bases))
        self._calling = calling

    def of(self, place: str, anchor: str) -> frozenset[str]:
        """Find the pages whose links may lead to a place.

        Args:
            place: The path of a page or file, or of a folder with a closing slash, here or at another revision.
            anchor: The anchor or label meant on it; empty for all of it.

        Returns:
            Their paths.
        """
        forms = anchor_forms(anchor) if anchor else self._places.names(place)
        found = {form: self._calling(form) for form in forms}
        if anchor:
            return self._meaning(place, frozenset[str]().union(*found.values()))
        near = self._near(place)
        paths = (
            frozenset(path for path in some if path.startswith(near))
            if near and form.lower() in INDEX_NAMES
            else some
            for form, some in found.items()
        )
        return frozenset(self._nameless(place, self._documents)).union(*paths)

    def _meaning(self, place: str, paths: frozenset[str]) -> frozenset[str]:
        """Of pages that name an anchor which many pages may have, keep those that may mean the one of this page."""
        if self._places.routes:
            # Docusaurus publishes a page under what another revision may say.
            return paths
        # By a label or title, any page may mean any other.
        asked = [path for path in paths if not self._may_name_labels(path)]
        forms = [tokens(name) for name in self._places.names(place)]
        named = {
            path for path in asked if path == place or any(map(self._documents[path].names, forms))
        }
        return (paths - frozenset(asked)).union(named, self._nameless(place, asked))

    def _may_name_labels(self, path: str) -> bool:
        """Tell whether a page is one of Sphinx, or has a role of MyST, which names a label of any page."""
        return self._dialects.of(path) in BY_TITLE or "}`" in self._documents[path].folded

    def _near(self, place: str) -> str:
        """Give the folder below which links may lead to a place by `index.md` or dots alone; empty for everywhere."""
        folder = f"{place.rpartition('/')[0]}/"
        called_so = folder[:-1].rpartition("/")[2].lower() in INDEX_NAMES
        is_root = folder in {"/", self._settings.root, *self._dialects.sphinx}
        # Hugo finds a page by its mere name.
        free = self._settings.generator == "hugo" or place in self._places.routes
        return "" if called_so or is_root or free else folder

    def _nameless(self, place: str, paths: Iterable[str]) -> Iterator[str]:
        """Of some pages, find those whose links may lead to a place without naming it: by a pattern, dots or a bare URL."""
        stands_for_a_folder = place.endswith("/") or is_index(place)
        near = self._near(place)
        for path in paths:
            document = self._documents[path]
            if document.has_patterns or (
                stands_for_a_folder
                and (
                    (path.startswith(near) and document.points_around)
                    or (self._bases and not self._bases.isdisjoint(document.urls))
                )
            ):
                yield path


def rearranged(one: Places, other: Places) -> frozenset[str]:
    """List the places at which links may find something else in one of two revisions, whatever is written there.

    Args:
        one: The places of one revision.
        other: Those of the other.

    Returns:
        Files and symlinks that came or went, or became pages; folders with a closing slash; pages with other routes.
    """
    if one is other:
        return frozenset()
    folders = (f"{folder}/" for folder in one.folders ^ other.folders)
    pages = frozenset(one.pages) ^ frozenset(other.pages)
    links = (path for path, _ in one.symlinks.ends.items() ^ other.symlinks.ends.items())
    return pages.union(one.files ^ other.files, folders, links, _rerouted(one, other))


def _rerouted(one: Places, other: Places) -> Iterator[str]:
    routed = one.routes.keys() & other.routes.keys()
    return (path for path in routed if one.routes[path] != other.routes[path])
