from __future__ import annotations

from drift.render.findings.github import render
from tests.render.findings.sample import HOSTILE, every, view


def test_a_command_a_finding() -> None:
    assert (
        render(every())
        == """\
::error file=people/travel.md,title=broken-link,line=12,endLine=12::link “Visa” to visa.md leads nowhere
::warning file=people/travel.md,title=facts-changed,line=3,endLine=9::facts changed: must → should (waived until 2026-03-01, which is over)
::notice file=visa.md,title=page-removed::page removed
Failed: 1 error, 1 warning, 1 note, 1 waived.
"""
    )


def test_nothing_breaks_out() -> None:
    command, verdict, *rest = render(view(HOSTILE)).split("\n")
    assert (verdict, rest) == ("Failed: 1 error.", [""])
    properties, data = command.removeprefix("::error ").split("::", 1)
    fields = dict(field.split("=", 1) for field in properties.split(","))
    assert fields.keys() == {"file", "title", "line", "endLine"}
    assert fields["file"] == "a%2Cb%3Ac %3A%3Awarning%3A%3Ad|`<i>%250A\\u202e/e.md"
    assert "%250A %2525" in data
    assert "\r" not in command
    assert "\x1b" not in command
