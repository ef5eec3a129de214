"""What a renderer of changelogs is given: the changelog, and how its reader wants to see it."""

from __future__ import annotations

from drift.explain.base import Changelog
from drift.render.base import Wishes


class View(Wishes, frozen=True, kw_only=True):
    """A changelog and the wishes of its reader; formats for programs look at the changelog alone."""

    changelog: Changelog
