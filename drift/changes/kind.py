"""What a kind of change is: its name and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from drift.changes.base import Change
from drift.changes.comparison import Comparison


class Kind(msgspec.Struct, frozen=True):
    """One kind of change; its manual is the docstring of its module."""

    name: str
    detect: Callable[[Comparison], Iterable[Change]]
    mirror: str = ""
    # The kind that the way back shows; its own name where it is its own mirror.
    waiver: str = ""
    # Why there is no mirror, where there is none.
