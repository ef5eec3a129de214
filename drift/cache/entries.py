"""What goes into the cache and comes out of it: the values that its modules hand to one another."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Final, Literal

import msgspec

Kind = Literal["fragment", "commit", "passage", "exchange", "answer"]
"""What an entry holds: a parsed section source, what is told of a commit, what became of the places of its tree, which
phrases it exchanged, or the answer to a question about a range."""

LONGEST: Final = 64 << 20
"""Bytes that a value may have; a damaged length cannot make us ask for more memory."""


class Space(msgspec.Struct, frozen=True):
    """A kind of entry as one version of the code computes it."""

    kind: str
    version: bytes

    @property
    def id(self) -> int:
        """Number it by its content: other programs may empty the tables at any time, so no number is given out."""
        digest = blake2b(self.version, digest_size=8, key=self.kind.encode()).digest()
        return int.from_bytes(digest, signed=True)


class Batch(msgspec.Struct, frozen=True):
    """What is written in one transaction."""

    rows: Mapping[Space, Mapping[bytes, bytes]]
    touched: Mapping[Space, frozenset[bytes]]
    # Keys whose stamp of use is set to the day.
    day: int


class Reading(msgspec.Struct, frozen=True):
    """What was found."""

    found: dict[bytes, bytes]
    stale: list[bytes]
    # Keys whose stamp of use is of another day.
    damaged: int
    # Entries whose bytes are not those that were written.
