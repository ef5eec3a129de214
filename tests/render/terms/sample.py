"""Terms that show all that can be said of one, and one that tries to break out."""

from __future__ import annotations

from drift.aggregate.terms.term import Mention, Moment, Term
from drift.explain.base import Leftover
from drift.render.terms.view import TermsView

FIRST = Moment("1" * 40, "2024-01-02T12:00:00+00:00")
LAST = Moment("2" * 40, "2024-03-04T12:00:00+00:00")

DECLARED = Term(
    before="QPAD",
    after="GPAD",
    count=12,
    pages=3,
    confidence=1.0,
    first=FIRST,
    last=LAST,
    leftovers=(Leftover("plan.md", 7, "… each QPAD …", "prose"),),
    allowed=(
        Mention("changes.md", 3, "The QPAD is born.", "prose", "history"),
        Mention("qpad.md", 1, "qpad.md", "path", "scope"),
        Mention("old/plan.md", 1, "QPAD", "heading", "place"),
    ),
    trickled=True,
    commits=("1" * 40, "2" * 40),
    paths=("plan.md",),
    expected=True,
)
COMPLETE = Term(
    before="lamp",
    after="light",
    count=0,
    pages=0,
    confidence=1.0,
    first=None,
    last=None,
    expected=True,
)
FOUND = Term(
    before="campaign",
    after="batch change",
    count=1,
    pages=1,
    confidence=0.876,
    first=FIRST,
    last=FIRST,
    variants=(("Campaign", "Batch change"), ("campaigns", "batch changes")),
    leftovers=tuple(Leftover("a.md", line, "campaign", "prose") for line in range(1, 8)),
    commits=("1" * 40,),
    paths=("a.md",),
)
HOSTILE = Term(
    before="=1+1\x1b[31m",
    after="<b>`@all`</b> | [x](http://e.example)",
    count=2,
    pages=1,
    confidence=0.5,
    first=FIRST,
    last=LAST,
    variants=(("+a\n# b", "\u202eevil"),),
    leftovers=(Leftover("a\x1b]0;x\x07.md", 1, "**x** -->\r\n<script>", "prose"),),
    commits=("1" * 40, "2" * 40),
)


def view(*terms: Term, verbose: bool = False) -> TermsView:
    return TermsView(terms=terms, width=72, verbose=verbose)
