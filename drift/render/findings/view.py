"""What the formats of a review are given."""

from __future__ import annotations

from drift.render.base import Wishes
from drift.review.base import Review
from drift.review.decisions import Severity
from drift.review.judged import fails


class FindingsView(Wishes, frozen=True, kw_only=True):
    """A review and the wishes of its reader."""

    review: Review
    fail_on: Severity = "error"
    # The least grave finding that fails the gate.

    @property
    def failed(self) -> bool:
        """Whether the gate fails."""
        return fails(self.review.findings, self.fail_on)
