from __future__ import annotations

import json

from drift.render.findings.gitlab import render
from tests.render.findings.sample import HOSTILE, every, view


def test_an_object_a_finding() -> None:
    issues = json.loads(render(every()))
    assert issues[0] == {
        "description": "link “Visa” to visa.md leads nowhere",
        "check_name": "broken-link",
        "fingerprint": "f000000000001",
        "severity": "major",
        "location": {"path": "people/travel.md", "lines": {"begin": 12}},
    }
    assert [one["severity"] for one in issues] == ["major", "minor", "info"]
    assert issues[2]["location"]["lines"] == {"begin": 1}


def test_nothing_breaks_out() -> None:
    (issue,) = json.loads(render(view(HOSTILE)))
    assert "\x1b" not in issue["description"]
    assert len(issue["description"]) < 400


def test_nothing() -> None:
    assert json.loads(render(view())) == []
