"""What a renderer of changelogs is given: the changelog, and how its reader wants to see it."""

from __future__ import annotations

from drift.explain.base import Changelog
from drift.render.base import Wishes


class View(Wishes, frozen=True, kw_only=True):
    """A changelog and the wishes of its reader; formats for programs look at the changelog alone."""

    changelog: Changelog

    @classmethod
    def of(cls, changelog: Changelog, wishes: Wishes, *, margin: int = 0) -> View:
        """Show a changelog inside another document.

        Args:
            changelog: What is told.
            wishes: Of the reader of the whole document.
            margin: Columns that the lines are indented by.
        """
        return cls(
            changelog=changelog,
            context=wishes.context,
            width=wishes.width - margin,
            color=wishes.color,
            verbose=wishes.verbose,
        )
