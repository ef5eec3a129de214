"""What the finders of rules look at: texts, changes and words, each collected once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.explain.lexicon import Lexicon
from drift.explain.texts import Text, texts


class Clues:
    """A comparison with its changes, and what is read from them when it is asked for."""

    def __init__(self, comparison: Comparison, changes: Sequence[Change], lexicon: Lexicon) -> None:
        """Keep what there is."""
        self.comparison = comparison
        self.changes = changes
        self.lexicon = lexicon

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The texts that stand on both sides and differ."""
        return texts(self.comparison)
