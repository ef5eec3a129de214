"""A review -> one JSON document."""

from __future__ import annotations

import msgspec

from drift.explain.base import Side
from drift.render.base import Renderer
from drift.render.encode import encode
from drift.render.findings.view import FindingsView
from drift.render.visible import visible_json
from drift.review.base import Finding, Idle, Waived
from drift.review.decisions import Severity


class ReviewDocument(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="drift.review/1"
):
    """A review, as programs and `--baseline` read it."""

    old: Side
    # The merge base.
    new: Side
    fail_on: Severity
    failed: bool
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    known: int
    # Findings of the baseline, which are left out.
    mended: int
    # Those of the baseline that are found no more.
    idle: tuple[Idle, ...]


def render(view: FindingsView) -> str:
    """Write a review for programs.

    Args:
        view: The review.

    Returns:
        The document.
    """
    review = view.review
    text = encode(
        ReviewDocument(
            old=review.changelog.old,
            new=review.changelog.new,
            fail_on=view.fail_on,
            failed=view.failed,
            findings=review.findings,
            waived=review.waived,
            known=review.known,
            mended=review.mended,
            idle=review.idle,
        )
    )
    return visible_json(text)


JSON = Renderer("json", render)
