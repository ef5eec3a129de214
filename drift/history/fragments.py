"""Fragments of pages -> the cache and back; a `drift.parse.shelf.Shelf`."""

from __future__ import annotations

import msgspec

from drift.cache.store import Cache
from drift.parse.shelf import Outcome, decode_outcome, encode_outcome


class CacheShelf:
    """Keeps what fragments say from one run to the next."""

    def __init__(self, cache: Cache) -> None:
        """Take a cache.

        Args:
            cache: Where they are kept.
        """
        self._cache = cache

    def get(self, key: bytes) -> Outcome | None:
        """Give what is kept under a key; what cannot be read is not there."""
        found = self._cache.get_many("fragment", (key,)).get(key)
        if found is None:
            return None
        try:
            return decode_outcome(found)
        except msgspec.DecodeError:
            return None

    def put(self, key: bytes, outcome: Outcome) -> None:
        """Keep what a fragment says."""
        self._cache.put_many("fragment", {key: encode_outcome(outcome)})
