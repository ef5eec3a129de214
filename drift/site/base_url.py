"""The links of a tree -> the URLs that it is published under, where nobody said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from drift.site.index import Places
from drift.site.paths import join

LEAST = 3
"""Distinct links that must lead to pages: two may do so by chance (`/about`, `/security`)."""

SHARE = 0.5
"""Of the distinct links under the prefix that must lead to pages."""

DEPTH = 5
"""Path segments of a prefix, at most: `/owner/name/blob/main/docs`."""


def learn(urls: Iterable[str], places: Places, root: str) -> tuple[str, ...]:
    """Find the prefixes without which the tree's own links lead to its pages.

    Args:
        urls: The URLs in the tree, as `identity` has them, without query and fragment.
        places: Of the tree.
        root: Where the documents stand, with a closing slash, or empty.

    Returns:
        The prefixes, usually none or one.
    """
    under: dict[str, list[str]] = {}
    for url in urls:
        for prefix in _prefixes(url):
            under.setdefault(prefix, []).append(url)
    good = [
        prefix
        for prefix, found in under.items()
        if len(found) >= LEAST and _leads_in(places, root, prefix, found)
    ]
    # A good prefix inside a good one is a folder of the same site.
    return tuple(
        prefix
        for prefix in sorted(good)
        if not any(prefix != other and prefix.startswith(other) for other in good)
    )


def _leads_in(places: Places, root: str, prefix: str, urls: list[str]) -> bool:
    led = sum(_leads(places, root, url[len(prefix) :]) for url in urls)
    return led >= LEAST and led > SHARE * len(urls)


def _prefixes(url: str) -> Iterator[str]:
    parts = url.split("/")
    for count in range(3, min(len(parts), 4 + DEPTH)):
        yield "/".join(parts[:count]) + "/"


def _leads(places: Places, root: str, rest: str) -> bool:
    place = join(root, unquote(rest))
    return bool(rest and place and places.page(place))
