from __future__ import annotations

from drift.aggregate.redirect import Spot
from drift.aggregate.redirect_check import Finding
from drift.render.redirect_check import renderers
from drift.render.redirect_check.view import CheckView

FINDINGS = (
    Finding("missing", None, "a.md", "", Spot("b.md", "c")),
    Finding("dead", 3, "/x", "/y", Spot("z.md")),
    Finding("dead", 4, "/x\x1b", "/y"),
    Finding("chained", 5, "/p", "/q", Spot("r.md")),
    Finding("shadowed", 6, "/live", "/q", Spot("live.md")),
    Finding("elsewhere", 7, "/s", "/t", Spot("u.md")),
    Finding("cyclic", 8, "/v", "/w"),
)
WANTED = """\
_redirects  8 rows, 7 findings

Missing
  + a.md → b.md#c

Dead: nothing is there any more
  ! 3: /x → /y, now z.md
  ! 4: /x\\x1b → /y

Chained: another row leads on from there
  ! 5: /p → /q, in the end r.md

Cyclic: readers are led round and round
  ! 8: /v → /w

Shadowed: a page is published at the old address
  ! 6: /live → /q

Elsewhere: the content went to another place
  ! 7: /s → /t, now u.md

Lines 1, 2: not understood, and not looked at
"""


def _text(
    findings: tuple[Finding, ...], unread: tuple[int, ...] = (), *, verbose: bool = False
) -> str:
    view = CheckView(file="_redirects", rows=8, unread=unread, findings=findings, verbose=verbose)
    return renderers()["text"].render(view)


def test_findings_by_their_sorts() -> None:
    assert _text(FINDINGS, (1, 2)) == WANTED


def test_nothing_is_wrong() -> None:
    assert _text(()) == "_redirects  8 rows, nothing is wrong\n"


def test_many_are_a_count_unless_all_are_asked_for() -> None:
    many = tuple(Finding("dead", n, "/x", f"/y{n}") for n in range(30))
    assert "    and 18 more (-v lists all)\n" in _text(many)
    assert "/y29" in _text(many, verbose=True)
