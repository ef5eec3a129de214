"""`retired-term-used`: a term that the project has given up comes back.

What it tells: each new mention of an old form that `[terms]` of the configuration declares, in any inflection, outside the
places and scopes that it allows; "formerly …" and changelogs tell of the past and may say it.
Why it matters: whoever writes remembers the old word, and a renaming that took weeks comes undone bit by bit.
Example: `[terms]` says `V2MOM=VPMOM`, and a new paragraph says "V2MOM".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from drift.aggregate.terms.audit import Judge, said
from drift.aggregate.terms.bygone import Headings
from drift.aggregate.terms.term import Expected
from drift.explain.base import Leftover
from drift.explain.haystack import Haystack
from drift.review.base import Policy, Reviewed, Told, fresh
from drift.trees.site import Site

_Mention = tuple[tuple[str, str], Leftover]
"""A mention, behind the old name of its page and its text."""

_ALIKE = (slice(0, 2), slice(1, 2), slice(0, 1))
# A line that stayed, one that only moved, and one that was reworded around the word are no new use of it.


def _check(reviewed: Reviewed) -> Iterator[Told]:
    origins = reviewed.origins()
    before, after = Haystack(reviewed.old), Haystack(reviewed.new)
    for term in reviewed.retired:
        then = [((one.path, one.text), one) for one in _mentions(term, before, reviewed.old)]
        now = [
            ((origins.get(one.path, one.path), one.text), one)
            for one in _mentions(term, after, reviewed.new)
        ]
        for alike in _ALIKE:
            now, then = list(_beyond(now, then, alike)), list(_beyond(then, now, alike))
        for _, one in now:
            yield Told(
                message=f"says “{term.before}”, which is to be “{term.after}”: {one.text}",
                at=fresh(one.path, line=one.line),
                facts=(term.before, one.path, one.text),
            )


def _beyond(
    these: Iterable[_Mention], others: Iterable[_Mention], alike: slice
) -> Iterator[_Mention]:
    """Leave out as many mentions as there are others like them."""
    rest = Counter(facts[alike] for facts, _ in others)
    for facts, one in these:
        rest[facts[alike]] -= 1
        if rest[facts[alike]] < 0:
            yield facts, one


def _mentions(term: Expected, haystack: Haystack, site: Site) -> list[Leftover]:
    judge = Judge(term, Headings(site), "")
    return [one for one in said(term, haystack) if judge.pardon(one) is None]


RETIRED_TERM_USED = Policy("retired-term-used", "error", _check, __doc__ or "")
