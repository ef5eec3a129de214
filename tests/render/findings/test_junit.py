from __future__ import annotations

from xml.etree import ElementTree as ET

from drift.render.findings.junit import render
from drift.review import policies
from tests.render.findings.sample import FACTS, HOSTILE, LINK, every, view


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text.encode())  # noqa: S314 - what was written a moment ago


def test_a_suite() -> None:
    suites = parsed(render(every()))
    (suite,) = suites
    cases = list(suite)
    clean = len(policies()) - 3
    assert suite.attrib == {
        "name": "drift review",
        "tests": str(4 + clean),
        "failures": "1",
        "errors": "0",
        "skipped": "1",
    }
    assert len(cases) == 4 + clean
    assert [[part.tag for part in case] for case in cases[:4]] == [
        ["failure"],
        ["system-out"],
        ["system-out"],
        ["skipped"],
    ]
    assert all(not list(case) for case in cases[4:])
    assert cases[0].attrib == {
        "classname": "broken-link",
        "name": "people/travel.md:12 Travel › By sea f000000000001",
    }


def test_the_gate_decides_what_is_a_failure() -> None:
    (suite,) = parsed(render(view(LINK, FACTS, fail_on="warning")))
    assert suite.attrib["failures"] == "2"


def test_nothing_breaks_out() -> None:
    (suite,) = parsed(render(view(HOSTILE)))
    case = suite[0]
    assert [part.tag for part in case] == ["failure"]
    assert "</failure> <script>" in (case[0].text or "")
