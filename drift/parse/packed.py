"""Trees that memory has no room for -> the same trees, kept as few bytes: a fiftieth of the time that parsing takes."""

from __future__ import annotations

import zlib
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

import msgspec

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=msgspec.Struct)

LEVEL = 1
"""Of compression; a higher one takes three times as long for a tenth less."""


class Packed(Generic[K, V]):
    """Keeps values of one type, those used last and no more than a given weight."""

    __slots__ = ("_decoder", "_encoder", "_kept", "_limit", "_weight")

    def __init__(self, kind: type[V], *, limit: int) -> None:
        """Begin empty.

        Args:
            kind: The type of the values.
            limit: How many bytes to hold.
        """
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._limit = limit
        self._weight = 0
        # What was used last stands last.
        self._kept: dict[K, bytes] = {}

    def __contains__(self, key: K) -> bool:
        """Tell whether a value is kept."""
        return key in self._kept

    def get(self, key: K) -> V | None:
        """Give the value that is kept under a key, a new object each time."""
        data = self._kept.pop(key, None)
        if data is None:
            return None
        self._kept[key] = data
        return self._decoder.decode(zlib.decompress(data))

    def put(self, key: K, value: V) -> None:
        """Keep a value, unless it can be written in no encoding."""
        try:
            data = zlib.compress(self._encoder.encode(value), LEVEL)
        except UnicodeEncodeError:
            # A directive may name half a character.
            return
        self._weight += len(data) - len(self._kept.pop(key, b""))
        self._kept[key] = data
        while self._weight > self._limit:
            self._weight -= len(self._kept.pop(next(iter(self._kept))))

    def drop(self, keys: Iterable[K]) -> None:
        """Let go of some values."""
        for key in keys:
            self._weight -= len(self._kept.pop(key, b""))
