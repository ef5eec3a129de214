"""The links of a tree -> the URLs that it is published under, where nobody said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from drift.site.index import Places
from drift.site.paths import join

LEAST = 3
"""Distinct links that must lead to pages: two may do so by chance (`/about`, `/security`)."""

SHARE = 0.5
"""Of the distinct links under the prefix that must lead to pages."""

DEPTH = 5
"""Path segments of a prefix, at most: `/owner/name/blob/main/docs`."""


def learn(urls: frozenset[str], places: Places, root: str) -> tuple[str, ...]:
    """Find the prefixes without which the tree's own links lead to its pages.

    Args:
        urls: The URLs in the tree, as `identity` has them, without query and fragment.
        places: Of the tree.
        root: Where the documents stand, with a closing slash, or empty.

    Returns:
        The prefixes, usually none or one.
    """
    led = Counter(prefix for url in urls for prefix in _leading(places, url, root))
    good = [
        prefix
        for prefix, count in led.items()
        if count >= LEAST and count > SHARE * sum(url.startswith(prefix) for url in urls)
    ]
    # A good prefix inside a good one is a folder of the same site.
    return tuple(
        prefix
        for prefix in sorted(good)
        if not any(prefix != other and prefix.startswith(other) for other in good)
    )


def _leading(places: Places, url: str, root: str) -> tuple[str, ...]:
    """List the prefixes without which a URL leads to a page: hardly ever any."""
    key = (url, root)
    found = places.leading.get(key)
    if found is None:
        found = tuple(
            prefix for prefix in _prefixes(url) if _leads(places, root, url[len(prefix) :])
        )
        places.leading[key] = found
    return found


def _prefixes(url: str) -> Iterator[str]:
    parts = url.split("/")
    for count in range(3, min(len(parts), 4 + DEPTH)):
        yield "/".join(parts[:count]) + "/"


def _leads(places: Places, root: str, rest: str) -> bool:
    place = join(root, unquote(rest))
    return bool(rest and place and places.page(place))
