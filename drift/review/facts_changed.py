"""`facts-changed`: a number, date, amount, negation or modal verb is another.

What it tells: each section in which such a word changed, with the pairs; one that became the same other on more than five
pages, once. Respellings are no changes of facts, nor are verbs such as "can" and "will" that come or go with the wording and
oblige nobody.
Why it matters: one changed word may change what people have to do, and it hides among reworded sentences.
Example: "Travel must be booked 30 days ahead" becomes "Travel should be booked 14 days ahead".
"""

from __future__ import annotations

from collections.abc import Iterator

from drift.review.base import Policy, Reviewed, Told
from drift.review.pairs import MOST, Pairs, pair_of, spot


def _check(reviewed: Reviewed) -> Iterator[Told]:
    pairs = Pairs(reviewed)
    for change in reviewed.of("section.edited"):
        told = pairs.facts_of(change)
        if told:
            yield Told(message=f"facts changed: {told}", at=spot(change), facts=(change.id,))
    for fact, pages in pairs.common.items():
        first, *rest = sorted(pages)
        said = pair_of(fact)
        yield Told(
            message=f"facts changed: {said} here and on {len(rest)} more pages: "
            f"{', '.join(rest[: MOST - 1])} …",
            at=spot(pages[first]),
            facts=(said,),
        )


FACTS_CHANGED = Policy("facts-changed", "warning", _check, __doc__ or "")
