"""What the finders of rules look at: texts, changes and words, each collected once."""

from __future__ import annotations

from functools import cached_property

from msgspec.structs import replace

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

    @cached_property
    def turned(self) -> Clues:
        """What the other side would look at."""
        clues = Clues(self.comparison.turned, self.lexicon.turned)
        clues.texts = tuple(
            replace(text, before=text.after, after=text.before) for text in self.texts
        )
        return clues

    def reads_like(self, other: Clues) -> bool:
        """Tell whether rules are to be learnt from the same texts and targets as another look found, and so are the same.

        Args:
            other: What an earlier look at the same revisions found.

        Returns:
            Whether neither differs.
        """
        return self.texts == other.texts and self.targets == other.targets

    @cached_property
    def targets(self) -> tuple[tuple[str, str, int, int], ...]:
        """The targets of links that stand on both sides and differ, with the section and line of the new one."""
        both = ((pair.old, pair.new) for pair in self.comparison.links)
        return tuple(
            (old.link.target, new.link.target, new.node, new.link.line)
            for old, new in both
            if old is not None and new is not None and old.link.target != new.link.target
        )
