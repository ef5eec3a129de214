"""Two revisions that are compared -> what knows the history between them, opened when it is asked and not before."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from drift.cli.log_writer import used
from drift.cli.options import agree, remembered
from drift.config import Config

if TYPE_CHECKING:
    from drift.match.matching import Matching, Pair
    from drift.pipeline import Witness
    from drift.revision.base import Revision


class Remembered:
    """The cache, for those comparisons that need it: most leave nothing in doubt."""

    def __init__(
        self,
        place: Path,
        settings: Config,
        directory: Path | None,
        *,
        no_cache: bool,
        quiet: bool,
    ) -> None:
        """Keep what is needed to open it.

        Args:
            place: Where the user stands.
            settings: The configuration that holds there.
            directory: The folder named by `--cache`.
            no_cache: Whether `--no-cache` was given.
            quiet: Whether to say nothing.

        Raises:
            UsageError: It was named and not wanted, which is said even where it is never opened.
        """
        agree(directory, unused=no_cache)
        self._place = place
        self._settings = settings
        self._directory = directory
        self._no_cache = no_cache
        self._quiet = quiet
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        """Open nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close what was opened, and say what was wrong with it."""
        self._opened.close()

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

            cache = remembered(self._place, self._settings, self._directory, unused=self._no_cache)
            way = Way(
                cache=self._opened.enter_context(used(cache, quiet=self._quiet)),
                stated=self._settings.stated,
                jobs=jobs,
            )
            found = witness(old, new, Repository(self._place), way)
            return () if found is None else tuple(found(matching))

        return asked
