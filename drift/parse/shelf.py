"""Fragments that were read before -> what they said, by the hash of what decides it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Protocol

import msgspec

from drift.parse.nesting import Part, join_parts
from drift.parse.packed import Packed
from drift.parse.shifting import shift
from drift.trees.fingerprint import Own

MAX_WEIGHT = 32 * 1024 * 1024
"""Bytes, roughly, that a shelf in memory may hold."""

MAX_JOINT = 8192
"""Long sections of which the hashes are kept."""

MAX_PACKED = 12 * 1024 * 1024
"""Bytes of fragments that were not used for longer: those of some twenty megabytes of pages."""

_BLOCK, _PART = 600, 600
"""Bytes, roughly, that a block and a part take beside their texts."""


class Outcome(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What a fragment says, read as if the page began with it."""

    parts: tuple[Part, ...]
    joined: bool = False
    # Whether it reads otherwise together with what follows: something in it is not ended.
    spills: bool = False
    # Whether it changes, in a way that nobody can follow, how the rest of the page reads.
    begun: tuple[str, ...] = ()
    # Names of what a later fragment may end: a tag, a div.
    ended: tuple[str, ...] = ()
    # Names of what an earlier fragment may have begun.
    defined: tuple[tuple[str, str], ...] = ()
    # What it defines for the whole page, in its order: names and values.


class Shelf(Protocol):
    """Keeps what fragments say, for longer than memory lasts."""

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Outcome]:
        """Give what is kept under some keys."""
        ...

    def put(self, key: bytes, outcome: Outcome) -> None:
        """Keep what a fragment says."""
        ...


def encode_outcome(outcome: Outcome) -> bytes:
    """Write what a fragment says as bytes.

    Args:
        outcome: What it says.

    Returns:
        MessagePack.
    """
    return _ENCODER.encode(outcome)


def decode_outcome(data: bytes) -> Outcome:
    """Read what `encode_outcome` wrote.

    Args:
        data: The bytes.

    Returns:
        What the fragment says.

    Raises:
        msgspec.DecodeError: They are something else.
    """
    return _DECODER.decode(data)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Outcome)


class _Kept:
    """An outcome with its parts as they stood on the last page that held it."""

    __slots__ = ("line", "outcome", "placed", "weight")

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.weight = sum(_weight(part) for part in outcome.parts)
        self.line = 1
        self.placed = outcome.parts


def _weight(part: Part) -> int:
    texts = sum(len(block.text) + len(block.markup) for block in part.blocks)
    return _PART + _BLOCK * len(part.blocks) + texts


class MemoryShelf:
    """Keeps what fragments say, the last used and no more than a given weight."""

    __slots__ = ("_behind", "_joint", "_kept", "_limit", "_packed", "_weight")

    def __init__(
        self, behind: Shelf | None = None, *, limit: int = MAX_WEIGHT, packed: int = MAX_PACKED
    ) -> None:
        """Begin empty.

        Args:
            behind: Where to look for what is not in memory, and to put what is new.
            limit: How many bytes to hold, roughly.
            packed: How many bytes to hold of what was not used for longer.
        """
        self._behind = behind
        self._limit = limit
        self._weight = 0
        self._kept: dict[bytes, _Kept] = {}
        # The first was not used for longest.
        self._packed: Packed[bytes, Outcome] = Packed(Outcome, limit=packed)
        self._joint: dict[bytes, Own] = {}

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Outcome]:
        """Give what is kept under some keys; what is behind is asked once for all that is not in memory."""
        found: dict[bytes, Outcome] = {}
        absent: list[bytes] = []
        for key in keys:
            kept = self._kept.pop(key, None)
            if kept is not None:
                self._kept[key] = kept
                found[key] = kept.outcome
            elif (unpacked := self._packed.get(key)) is not None:
                self._keep(key, unpacked)
                found[key] = unpacked
            else:
                absent.append(key)
        if absent and self._behind:
            for key, outcome in self._behind.get_many(absent).items():
                self._keep(key, outcome)
                found[key] = outcome
        return found

    def put(self, key: bytes, outcome: Outcome) -> None:
        """Keep what a fragment says."""
        self._keep(key, outcome)
        if self._behind:
            self._behind.put(key, outcome)

    def placed(self, key: bytes, outcome: Outcome, line: int) -> tuple[Part, ...]:
        """Give the parts of a fragment as they stand on a page.

        Args:
            key: The fragment's.
            outcome: What it says.
            line: On which line it begins.

        Returns:
            Its parts; the same objects as the last time if it began on the same line then.
        """
        kept = self._kept.get(key)
        if kept is None:
            return shift(outcome.parts, line - 1)
        if kept.line != line:
            kept.placed = shift(outcome.parts, line - 1)
            kept.line = line
        return kept.placed

    def join(self, parts: Sequence[Part]) -> Part:
        """Join the parts of one section, whose hashes are known where the same ones were joined before."""
        hashes = b"".join([part.own.digest + part.own.form for part in parts])
        key = blake2b(hashes, digest_size=16).digest()
        own = self._joint.get(key)
        made = join_parts(parts, own)
        if own is None:
            if len(self._joint) >= MAX_JOINT:
                self._joint.clear()
            self._joint[key] = made.own
        return made

    def _keep(self, key: bytes, outcome: Outcome) -> None:
        kept = _Kept(outcome)
        replaced = self._kept.pop(key, None)
        self._weight += kept.weight - (replaced.weight if replaced else 0)
        self._kept[key] = kept
        while self._weight > self._limit and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            dropped = self._kept.pop(oldest)
            self._weight -= dropped.weight
            if oldest not in self._packed:
                self._packed.put(oldest, dropped.outcome)
