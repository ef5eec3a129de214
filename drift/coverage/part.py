"""A token with its side and its block: what the two sides are compared by."""

from __future__ import annotations

import msgspec

from drift.coverage.claims import SideName
from drift.coverage.titled import Key
from drift.coverage.token import Token

Block = tuple[str, ...]


class Part(msgspec.Struct, frozen=True):
    """A token, its side, and the words of its block."""

    side: SideName
    token: Token
    block: Block
    group: Key
    # What it is laid against.


Unit = list[Part]
