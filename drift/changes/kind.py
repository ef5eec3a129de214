"""What a kind of change is: its name and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from drift.changes.base import BlockChange, Change
from drift.changes.comparison import Comparison


class Kind(msgspec.Struct, frozen=True):
    """One kind of change; its manual is the docstring of its module."""

    name: str
    detect: Callable[[Comparison], Iterable[Change]]
    mirror: str = ""
    # The kind that the way back shows; its own name where it is its own mirror.
    waiver: str = ""
    # Why there is no mirror, where there is none.

    def mirrored(self, name: str) -> Kind:
        """Make the kind that tells on the way there what this one tells on the way back: what is gone is what would be new.

        Args:
            name: The kind's own name.

        Returns:
            The kind, for changes that have places, and blocks that came or went as a whole.
        """

        def detect(comparison: Comparison) -> Iterable[Change]:
            for change in self.detect(comparison.turned):
                yield replace(
                    change,
                    kind=name,
                    old=change.new,
                    new=change.old,
                    blocks=change.blocks and tuple(map(_gone, change.blocks)),
                )

        return Kind(name, detect, mirror=self.name)


def _gone(block: BlockChange) -> BlockChange:
    return replace(block, op="removed", before=block.after, after=block.before)
