"""Fragments of pages -> the cache and back; a `drift.parse.shelf.Shelf`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

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

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Outcome]:
        """Give what is kept under some keys; what cannot be read is not there."""
        found: dict[bytes, Outcome] = {}
        for key, data in self._cache.get_many("fragment", keys).items():
            with suppress(msgspec.DecodeError):
                found[key] = decode_outcome(data)
        return found

    def put(self, key: bytes, outcome: Outcome) -> None:
        """Keep what a fragment says."""
        self._cache.put_many("fragment", {key: encode_outcome(outcome)})
