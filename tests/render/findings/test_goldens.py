"""One review in every format, as it stands in a file that its own programs can open; each is held against its schema."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif
from pytest_regressions.file_regression import FileRegressionFixture

from drift.render.findings import renderers
from drift.render.findings.view import FindingsView
from tests.render.findings.sample import HOSTILE, every, view

SHAPES = (every(), view(), view(HOSTILE))

SUFFIXES = {
    "github": ".txt",
    "gitlab": ".json",
    "json": ".json",
    "junit": ".xml",
    "markdown": ".md",
    "sarif": ".sarif",
    "text": ".txt",
}

GITLAB = {
    # What GitLab's manual lists as required, and as values of the severity.
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\.?/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}

CASES = {
    # What servers know of JUnit's XML: element -> its attributes, and the elements inside.
    "testsuites": ({"name", "tests", "failures"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name"}, {"failure", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set[str]()),
    "skipped": ({"message"}, set[str]()),
    "system-out": (set[str](), set[str]()),
}


def masked(name: str, text: str) -> str:
    """Leave out what every release and every new policy changes."""
    if name == "sarif":
        document = json.loads(
            text.replace(f'"version": "{version("handbook-drift")}"', '"version": "0"')
        )
        driver = document["runs"][0]["tool"]["driver"]
        driver["rules"] = [{"id": driver["rules"][0]["id"]}]
        for result in document["runs"][0]["results"]:
            result["ruleIndex"] = 0
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    if name == "junit":
        text = re.sub(r"<testcase [^>]*/>\n", "", text)
        return re.sub(r'tests="\d+"', 'tests="0"', text)
    return text


def test_every_format_has_its_golden() -> None:
    assert SUFFIXES.keys() == renderers().keys()


@pytest.mark.parametrize("name", renderers())
def test_golden(name: str, file_regression: FileRegressionFixture) -> None:
    text = masked(name, renderers()[name].render(every()))
    file_regression.check(
        text, basename=name, extension=SUFFIXES[name], encoding="utf-8", newline=""
    )


@pytest.mark.parametrize("shown", SHAPES)
def test_sarif_is_valid(shown: FindingsView) -> None:
    """Held against classes that were made of the schema, and that take no other keys."""
    read = Sarif.model_validate_json(renderers()["sarif"].render(shown))
    told = (*shown.review.findings, *shown.review.waived)
    assert len(read.runs[0].results or []) == len(told)


def test_sarif_with_another_key_is_not() -> None:
    document = json.loads(renderers()["sarif"].render(every()))
    document["runs"][0]["results"][0]["levle"] = "error"
    with pytest.raises(ValidationError):
        Sarif.model_validate(document)


@pytest.mark.parametrize("shown", SHAPES)
def test_gitlab_takes_it(shown: FindingsView) -> None:
    told = json.loads(renderers()["gitlab"].render(shown))
    Draft202012Validator(GITLAB).validate(told)
    assert len({issue["fingerprint"] for issue in told}) == len(told)


@pytest.mark.parametrize("shown", SHAPES)
def test_junit_has_nothing_that_servers_do_not_know(shown: FindingsView) -> None:
    text = renderers()["junit"].render(shown)
    root = ET.fromstring(text.encode())  # noqa: S314 - what was written a moment ago
    for element in root.iter():
        attributes, inside = CASES[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= inside
    (suite,) = root
    assert int(suite.attrib["tests"]) == len(suite)
    assert int(suite.attrib["failures"]) == len(list(suite.iter("failure")))
    assert int(suite.attrib["skipped"]) == len(list(suite.iter("skipped")))
