from __future__ import annotations

import json
from importlib.metadata import version
from urllib.parse import unquote

from drift.render.findings.sarif import render
from drift.review import policies
from tests.render.findings.sample import HOSTILE, every, view


def test_one_run_with_the_policies_as_its_rules() -> None:
    told = json.loads(render(every()))
    assert (told["version"], list(told)) == ("2.1.0", ["$schema", "version", "runs"])
    (run,) = told["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("drift", version("handbook-drift"))
    assert [rule["id"] for rule in driver["rules"]] == list(policies())
    for rule in driver["rules"]:
        assert rule["help"]["text"] == policies()[rule["id"]].manual
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_a_finding() -> None:
    results = json.loads(render(every()))["runs"][0]["results"]
    assert [one["level"] for one in results] == ["error", "warning", "note", "warning"]
    assert results[0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "people/travel.md"},
                "region": {"startLine": 12, "endLine": 12},
            },
            "logicalLocations": [{"fullyQualifiedName": "Travel › By sea"}],
        }
    ]
    assert results[0]["partialFingerprints"] == {"drift/v1": "f000000000001"}
    whole = results[2]["locations"][0]["physicalLocation"]
    assert whole["region"] == {"startLine": 1, "endLine": 1}
    assert ["suppressions" in one for one in results] == [False, False, False, True]
    assert results[3]["suppressions"] == [{"kind": "external", "justification": "The map follows"}]


def test_nothing_breaks_out() -> None:
    (result,) = json.loads(render(view(HOSTILE)))["runs"][0]["results"]
    text = result["message"]["text"]
    assert "\\[a\\](http://x.example) {{0}} {{{{" in text
    assert "\x1b" not in text
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(" :\n<>|`")
    assert unquote(uri) == "a,b:c ::warning::d|`<i>%0A\\u202e/e.md"
