from __future__ import annotations

import json

from drift.render.findings.json import render
from tests.render.findings.sample import EVIL, HOSTILE, every, view


def test_one_document() -> None:
    told = json.loads(render(every()))
    assert list(told) == [
        "schema",
        "old",
        "new",
        "fail_on",
        "failed",
        "findings",
        "waived",
        "known",
        "mended",
        "idle",
    ]
    assert (told["schema"], told["fail_on"], told["failed"]) == ("drift.review/1", "error", True)
    assert told["findings"][0] == {
        "fingerprint": "f000000000001",
        "policy": "broken-link",
        "severity": "error",
        "path": "people/travel.md",
        "section": ["Travel", "By sea"],
        "lines": [12, 12],
        "message": "link “Visa” to visa.md leads nowhere",
        "lapsed": None,
    }
    assert told["waived"][0]["reason"] == "The map follows"


def test_texts_are_whole() -> None:
    (finding,) = json.loads(render(view(HOSTILE)))["findings"]
    assert finding["message"] == EVIL.replace("\udcff", "\\xff")
