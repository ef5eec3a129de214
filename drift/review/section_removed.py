"""`section-removed`: a section is gone, and its content lives nowhere else.

What it tells: each section that has no counterpart in the new revision, once with all below it; one that was moved,
renamed or merged into another has one.
Why it matters: in a line diff that moves much text about, what is not there any more is easily missed.
Example: "Night rates" is deleted while the sections around it change places.
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told, fresh, place


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for change in reviewed.of("section.removed"):
        was = place(change.old)
        what = f"section “{was.section[-1]}”" if was.section else "text before the first heading"
        # Its lines are those of the old file, where no reviewer looks.
        yield Told(
            message=f"{what} removed", at=fresh(was.path, section=was.section), facts=(change.id,)
        )


SECTION_REMOVED = Policy("section-removed", "warning", _check, __doc__ or "")
