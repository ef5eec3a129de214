"""`retired-term-used`: a term that the project has given up comes back.

What it tells: each new mention of an old form that `[terms]` of the configuration declares, in any inflection, outside the
places and scopes that it allows; "formerly …" and changelogs tell of the past and may say it.
Why it matters: whoever writes remembers the old word, and a renaming that took weeks comes undone bit by bit.
Example: `[terms]` says `V2MOM=VPMOM`, and a new paragraph says "V2MOM".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drift.aggregate.terms.audit import Judge, said
from drift.aggregate.terms.bygone import Headings
from drift.aggregate.terms.term import Expected
from drift.explain.base import Leftover
from drift.explain.haystack import Haystack
from drift.review.base import Policy, Reviewed, Told, fresh
from drift.trees.site import Site


def _check(reviewed: Reviewed) -> Iterator[Told]:
    if not reviewed.retired:
        return
    origins = reviewed.origins()
    before, after = Haystack(reviewed.old), Haystack(reviewed.new)
    for term in reviewed.retired:
        then = _mentions(term, before, reviewed.old)
        known = Counter(one.text for one in then)
        counts = Counter(one.path for one in then)
        for one in _mentions(term, after, reviewed.new):
            # A line that only moved, or was reworded around the word, is no new use of it.
            known[one.text] -= 1
            origin = origins.get(one.path, one.path)
            counts[origin] -= 1
            if known[one.text] < 0 and counts[origin] < 0:
                yield Told(
                    message=f"says “{term.before}”, which is to be “{term.after}”: {one.text}",
                    at=fresh(one.path, line=one.line),
                    facts=(term.before, one.path, one.text),
                )


def _mentions(term: Expected, haystack: Haystack, site: Site) -> list[Leftover]:
    judge = Judge(term, Headings(site), "")
    return [one for one in said(term, haystack) if judge.pardon(one) is None]


RETIRED_TERM_USED = Policy("retired-term-used", "error", _check, __doc__ or "")
