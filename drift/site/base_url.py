"""The links of a tree -> the URLs that it is published under, where nobody said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

import msgspec

from drift.site.document import Document, unlike
from drift.site.paths import join
from drift.site.places import Places

LEAST = 3
"""Distinct links that must lead to pages: two may do so by chance (`/about`, `/security`)."""

SHARE = 0.5
"""Of the distinct links under the prefix that must lead to pages."""

DEPTH = 5
"""Path segments of a prefix, at most: `/owner/name/blob/main/docs`."""


class Bases(msgspec.Struct, frozen=True, eq=False):
    """The URLs that a tree is published under, and what might be one with a few links more."""

    bases: tuple[str, ...]
    near: tuple[str, ...]
    # Prefixes under which enough links lead to pages, be they ever so few of those that are there.

    def moved_by(self, urls: Iterable[str], places: Places, root: str) -> bool:
        """Tell whether links that come or go may make a difference.

        Args:
            urls: As for `learn`.
            places: As for `learn`.
            root: As for `learn`.
        """
        return any(_leading(places, url, root) or url.startswith(self.near) for url in urls)


def learn(urls: frozenset[str], places: Places, root: str) -> Bases:
    """Find the prefixes without which the tree's own links lead to its pages.

    Args:
        urls: The URLs in the tree, as `identity` has them, without query and fragment.
        places: Of the tree.
        root: Where the documents stand, with a closing slash, or empty.

    Returns:
        The prefixes, usually none or one.
    """
    led = Counter(prefix for url in urls for prefix in _leading(places, url, root))
    near = sorted(prefix for prefix, count in led.items() if count >= LEAST)
    good = [
        prefix
        for prefix in near
        if led[prefix] > SHARE * sum(url.startswith(prefix) for url in urls)
    ]
    # A good prefix inside a good one is a folder of the same site.
    bases = tuple(
        prefix
        for prefix in good
        if not any(prefix != other and prefix.startswith(other) for other in good)
    )
    return Bases(bases, tuple(near))


def _leading(places: Places, url: str, root: str) -> tuple[str, ...]:
    """List the prefixes without which a URL leads to a page: hardly ever any."""
    key = (url, root)
    found = places.leading.get(key)
    if found is None:
        found = ()
        if places.may_name_page(url.rpartition("/")[2]):
            # Hardly any may.
            prefixes = _prefixes(url)
            found = tuple(one for one in prefixes if _leads(places, root, url[len(one) :]))
        places.leading[key] = found
    return found


def _prefixes(url: str) -> Iterator[str]:
    parts = url.split("/")
    for count in range(3, min(len(parts), 4 + DEPTH)):
        yield "/".join(parts[:count]) + "/"


def _leads(places: Places, root: str, rest: str) -> bool:
    place = join(root, unquote(rest))
    return bool(rest and place and places.page(place))


class Learned(msgspec.Struct, frozen=True, eq=False):
    """The URLs that a tree is published under, and what they were learned from."""

    documents: Mapping[str, Document]
    places: Places
    root: str
    found: Bases


def learned(
    documents: Mapping[str, Document], places: Places, root: str, known: Learned | None
) -> Learned:
    """Learn what a tree is published under, from what another revision taught and what is new.

    Args:
        documents: Of the tree.
        places: Of the tree.
        root: Where the documents stand, with a closing slash, or empty.
        known: What another revision taught.

    Returns:
        What is learned; the same whatever is known.
    """
    if known is None or known.places is not places or known.root != root:
        return Learned(documents, places, root, learn(_all_urls(documents), places, root))
    found = known.found
    others = unlike(documents, known.documents)
    # What a page says no longer another may say still; then the same is learned once more.
    moved = (one.urls ^ there.urls if there else one.urls for _, one, there in others)
    if found.moved_by(frozenset[str]().union(*moved), places, root):
        found = learn(_all_urls(documents), places, root)
    return Learned(documents, places, root, found)


def _all_urls(documents: Mapping[str, Document]) -> frozenset[str]:
    return frozenset[str]().union(*(document.urls for document in documents.values()))
