"""`facts-changed`: a number, date, amount, negation or modal verb is another.

What it tells: each section in which such a word changed, with the pairs. Respellings are no changes of facts, nor are verbs
such as "can" and "will" that come or go with the wording and oblige nobody.
Why it matters: one changed word may change what people have to do, and it hides among reworded sentences.
Example: "Travel must be booked 30 days ahead" becomes "Travel should be booked 14 days ahead".
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told
from drift.review.pairs import facts_of, spot


def _check(reviewed: Reviewed) -> Iterator[Told]:
    for change in reviewed.of("section.edited"):
        pairs = facts_of(change) if change.nature == "facts" else ""
        if pairs:
            yield Told(message=f"facts changed: {pairs}", at=spot(change), facts=(change.id,))


FACTS_CHANGED = Policy("facts-changed", "warning", _check, __doc__ or "")
