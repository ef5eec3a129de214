"""Reviews of every shape, with text that tries to break out of each format."""

from __future__ import annotations

from drift.changes.base import Change, Location
from drift.explain.base import Changelog, Side, Stats
from drift.render.findings.view import FindingsView
from drift.review.base import Finding, Idle, Review, Waived
from drift.review.decisions import Severity

LINK = Finding(
    fingerprint="f000000000001",
    policy="broken-link",
    severity="error",
    path="people/travel.md",
    section=("Travel", "By sea"),
    lines=(12, 12),
    message="link “Visa” to visa.md leads nowhere",
)
FACTS = Finding(
    fingerprint="f000000000002",
    policy="facts-changed",
    severity="warning",
    path="people/travel.md",
    section=("Travel",),
    lines=(3, 9),
    message="facts changed: must → should",
    lapsed="2026-03-01",
)
GONE = Finding(
    fingerprint="f000000000003",
    policy="page-removed",
    severity="note",
    path="visa.md",
    section=(),
    lines=None,
    message="page removed",
)
WAIVED = Waived(
    fingerprint="f000000000004",
    policy="page-removed",
    severity="warning",
    path="old.md",
    section=(),
    lines=None,
    message="page removed",
    reason="The map follows",
    until="2026-05-01",
)

EVIL = (
    "x\x1b[31m\r\n::error::forged\n##[error]forged %0A %25 ]]> --> </details> </failure>"
    " <script>alert(1)</script> \"' & | `tick` ``` [a](http://x.example) {0} {{ @all #12"
    " \u202eabc\u2066 \ufffe \udcff " + "w" * 5000
)
HOSTILE = Finding(
    fingerprint="f000000000005",
    policy="broken-link",
    severity="error",
    path="a,b:c\n::warning::d|`<i>%0A\u202e/e.md",
    section=(EVIL, "]] | </details>"),
    lines=(1, 2),
    message=EVIL,
)


def changelog(pages: int = 1) -> Changelog:
    changes = tuple(
        Change(
            id=f"c{at}",
            kind="page.added",
            old=None,
            new=Location(f"new/page-{at}-{'x' * at}.md", ()),
            significance="content",
        )
        for at in range(pages)
    )
    return Changelog(
        old=Side("main", "1" * 40, "2026-03-01T00:00:00+00:00"),
        new=Side("topic", "2" * 40, "2026-03-02T00:00:00+00:00"),
        rules=(),
        changes=changes,
        stats=Stats(pages={"old": 1, "new": 2}, by_kind={"page.added": pages}, coverage=None),
    )


def view(
    *findings: Finding,
    waived: tuple[Waived, ...] = (),
    fail_on: Severity = "error",
    pages: int = 1,
    verbose: bool = False,
    color: bool = False,
    idle: tuple[Idle, ...] = (),
    mended: int = 0,
) -> FindingsView:
    review = Review(
        findings=findings,
        waived=waived,
        known=0,
        mended=mended,
        idle=idle,
        changelog=changelog(pages),
    )
    return FindingsView(review=review, fail_on=fail_on, verbose=verbose, color=color)


def every() -> FindingsView:
    return view(LINK, FACTS, GONE, waived=(WAIVED,))
