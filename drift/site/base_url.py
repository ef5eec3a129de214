"""The links of a tree -> the URLs that it is published under, where nobody said so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from drift.site.index import Index
from drift.site.paths import join
from drift.site.urls import identity
from drift.trees.page import Page
from drift.trees.walk import own_links, walk

LEAST = 3
"""Distinct links that must lead to pages: two may do so by chance (`/about`, `/security`)."""

SHARE = 0.5
"""Of the distinct links under the prefix that must lead to pages."""

DEPTH = 5
"""Path segments of a prefix, at most: `/owner/name/blob/main/docs`."""


def learn(index: Index) -> tuple[str, ...]:
    """Find the prefixes without which the tree's own links lead to its pages.

    Args:
        index: Of the tree.

    Returns:
        The prefixes, usually none or one.
    """
    urls = {identity(target).partition("#")[0].partition("?")[0] for target in _urls(index.pages)}
    led: dict[str, int] = {}
    under: dict[str, int] = {}
    for url in urls:
        for prefix in _prefixes(url):
            under[prefix] = under.get(prefix, 0) + 1
            if _leads(index, url[len(prefix) :]):
                led[prefix] = led.get(prefix, 0) + 1
    good = [
        prefix for prefix, count in led.items() if count >= LEAST and count > SHARE * under[prefix]
    ]
    # A good prefix inside a good one is a folder of the same site.
    return tuple(
        prefix
        for prefix in sorted(good)
        if not any(prefix != other and prefix.startswith(other) for other in good)
    )


def _urls(pages: Mapping[str, Page]) -> Iterator[str]:
    for page in pages.values():
        for _, section in walk(page.root):
            for link in own_links(section):
                if link.target.startswith(("http://", "https://")):
                    yield link.target


def _prefixes(url: str) -> Iterator[str]:
    parts = url.split("/")
    for count in range(3, min(len(parts), 4 + DEPTH)):
        yield "/".join(parts[:count]) + "/"


def _leads(index: Index, rest: str) -> bool:
    place = join(index.settings.root, unquote(rest))
    return bool(rest and place and index.place(place) in index.pages)
