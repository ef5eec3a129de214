"""What the finders of rules look at: texts, changes and words, each collected once."""

from __future__ import annotations

from functools import cached_property

from drift.changes.base import Change
from drift.changes.comparison import Comparison
from drift.changes.detect import detect
from drift.explain.lexicon import Lexicon
from drift.explain.texts import Text, texts


class Clues:
    """A comparison with its changes, and what is read from them when it is asked for."""

    def __init__(self, comparison: Comparison, lexicon: Lexicon) -> None:
        """Keep what there is."""
        self.comparison = comparison
        self.lexicon = lexicon

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All that differs."""
        return detect(self.comparison)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The texts that stand on both sides and differ."""
        return texts(self.comparison)
