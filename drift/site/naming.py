"""A place -> what links call it, and the pages whose links lead there and do not call it by a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drift.site.document import Document
from drift.site.landmarks import make_id
from drift.site.places import Places, is_index
from drift.site.urls import identity


def anchor_forms(anchor: str) -> frozenset[str]:
    """List what a fragment or role may call an anchor.

    Args:
        anchor: An anchor or label.

    Returns:
        The forms; an id made of Latin letters alone does as well.
    """
    return frozenset({anchor} if anchor.isascii() else {anchor, make_id(anchor) or anchor})


def nameless(documents: Mapping[str, Document], place: str, bases: Iterable[str]) -> Iterator[str]:
    """Find the pages whose links may lead to a place without naming it: by a pattern, from below, or by a bare URL.

    Args:
        documents: By path.
        place: The path of a page or file, or of a folder with a closing slash.
        bases: The URLs that the tree is published under.

    Yields:
        The paths of the pages.
    """
    stands_for_a_folder = place.endswith("/") or is_index(place)
    roots = frozenset(map(identity, bases)) if stands_for_a_folder else frozenset[str]()
    for path, document in documents.items():
        if document.has_patterns or (
            stands_for_a_folder
            and (document.points_around or (roots and not roots.isdisjoint(document.urls)))
        ):
            yield path


def rearranged(one: Places, other: Places) -> frozenset[str]:
    """List the places at which links may find something else in one of two revisions, whatever is written there.

    Args:
        one: The places of one revision.
        other: Those of the other.

    Returns:
        Files that came or went, or became pages; folders with a closing slash; pages with other routes.
    """
    if one is other:
        return frozenset()
    folders = (f"{folder}/" for folder in one.folders ^ other.folders)
    pages = frozenset(one.pages) ^ frozenset(other.pages)
    return pages.union(one.files ^ other.files, folders, _rerouted(one, other))


def _rerouted(one: Places, other: Places) -> Iterator[str]:
    routed = one.routes.keys() & other.routes.keys()
    return (path for path in routed if one.routes[path] != other.routes[path])
