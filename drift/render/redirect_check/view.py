"""What a renderer of findings is given: a map, and what is wrong with it."""

from __future__ import annotations

import msgspec

from drift.aggregate.redirect_check import Finding


class CheckView(msgspec.Struct, frozen=True, kw_only=True):
    """The findings of one map, and the wishes of their reader."""

    file: str
    # As the user named it.
    rows: int
    # Those that were read.
    unread: tuple[int, ...]
    # Lines with redirects that could not be.
    findings: tuple[Finding, ...]
    width: int = 80
    color: bool = False
    verbose: bool = False
