"""What the formats of a review are given."""

from __future__ import annotations

import msgspec

from drift.review.base import Review
from drift.review.decisions import Severity
from drift.review.judged import fails


class FindingsView(msgspec.Struct, frozen=True, kw_only=True):
    """A review and the wishes of its reader."""

    review: Review
    fail_on: Severity = "error"
    # The least grave finding that fails the gate.
    context: int = 3
    # Words shown on each side of a difference.
    width: int = 80
    color: bool = False
    verbose: bool = False
    # Whether to add fingerprints and what was waived.

    @property
    def failed(self) -> bool:
        """Whether the gate fails."""
        return fails(self.review.findings, self.fail_on)
