"""What a renderer of changelogs is given: the changelog, and how its reader wants to see it."""

from __future__ import annotations

import msgspec

from drift.explain.base import Changelog


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A changelog and the wishes of its reader; formats for programs look at the changelog alone."""

    changelog: Changelog
    context: int = 3
    # Words shown on each side of a difference.
    width: int = 80
    color: bool = False
    verbose: bool = False
    # Whether to add ids and confidences, and to show long texts and lists in full.
