"""Two revisions that are compared -> what knows the history between them, opened when it is asked and not before."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from drift.cli.given import Given
from drift.cli.options import agree
from drift.config import Config

if TYPE_CHECKING:
    from drift.match.matching import Matching, Pair
    from drift.pipeline import Witness
    from drift.revision.base import Revision


class Remembered(ExitStack):
    """The cache, for those comparisons that need it: most leave nothing in doubt."""

    def __init__(self, given: Given, settings: Config) -> None:
        """Keep what is needed to open it.

        Args:
            given: Where and how the command is to work.
            settings: The configuration that holds there.

        Raises:
            UsageError: It was named and not wanted, which is said even where it is never opened.
        """
        super().__init__()
        agree(given.cache, unused=given.no_cache)
        self._given = given
        self._settings = settings

    def witness(self, old: Revision, new: Revision, *, jobs: int = 1) -> Witness | None:
        """Give what knows the commits between two revisions.

        Args:
            old: The revision before.
            new: The revision after.
            jobs: Processor cores to use at most.

        Returns:
            It reads nothing before it is asked; None where a side is no commit.
        """
        if not old.commit or not new.commit:
            return None

        def asked(matching: Matching) -> tuple[Pair, ...]:
            from drift.aggregate.steps import Way
            from drift.aggregate.witness import witness
            from drift.revision.git import Repository

            cache = self.enter_context(self._given.memory(self._settings))
            way = Way(cache=cache, stated=self._settings.stated, jobs=jobs)
            found = witness(old, new, Repository(self._given.place), way)
            return () if found is None else tuple(found(matching))

        return asked
