"""A URL of a site -> its path and fragment, and what the spellings of one page have in common."""

from __future__ import annotations

import re

import msgspec


class Address(msgspec.Struct, frozen=True, order=True):
    """Where readers find a place."""

    path: str
    # Of the URL from the root of the site, decoded, with an opening slash.
    anchor: str = ""
    # The fragment, decoded.

    @property
    def key(self) -> str:
        """What `/a`, `/a/` and `/a/index.html` have in common."""
        return address_keys(self.path)[0]


def address_keys(path: str) -> tuple[str, str]:
    """Give a path of a URL the forms that the spellings of its page share.

    Args:
        path: Decoded.

    Returns:
        The path without index and closing slash; and the same with `.html` where it has none or without it where it has,
        which most servers take for the same page unless there is one of each.
    """
    key = "/" + re.sub(r"(?:/|\A)index\.html?\Z", "", path.rstrip("/")).strip("/")
    bare = re.sub(r"\.html?\Z", "", key)
    return key, (bare if bare != key else f"{key}.html")
