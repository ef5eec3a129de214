"""What a renderer of findings is given: a map, and what is wrong with it."""

from __future__ import annotations

from drift.aggregate.redirect_check import Finding
from drift.render.base import Wishes


class CheckView(Wishes, frozen=True, kw_only=True):
    """The findings of one map, and the wishes of their reader."""

    file: str
    # As the user named it.
    rows: int
    # Those that were read.
    unread: tuple[int, ...]
    # Lines with redirects that could not be.
    findings: tuple[Finding, ...]
