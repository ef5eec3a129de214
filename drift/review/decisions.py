"""What a project writes into its configuration about findings: how grave they are, and which are waived until when."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec

Severity = Literal["error", "warning", "note"]
"""How grave a finding is, the gravest first."""


class Ruled(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How grave the findings of a policy are."""

    policy: str = "*"
    # A name or a pattern.
    severity: Severity | Literal["off"]
    paths: tuple[str, ...] = ()
    # Pathspecs; empty for everywhere.


class Waiver(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Findings that need not be mended for a while."""

    fingerprint: str = ""
    policy: str = ""
    # A name or a pattern.
    paths: tuple[str, ...] = ()
    # Pathspecs.
    reason: Annotated[str, msgspec.Meta(min_length=1)]
    until: date
    # The last day on which it holds.

    def __post_init__(self) -> None:
        """Refuse what would waive everything."""
        if not self.fingerprint and not self.policy and not self.paths:
            raise ValueError("a waiver needs a fingerprint, a policy or paths")
