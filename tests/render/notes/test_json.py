from __future__ import annotations

import msgspec

from drift.aggregate.notes.notes import Notes
from drift.render.notes.json import JSON
from tests.render.notes.sample import SAMPLE, view


def test_json_holds_all_of_it() -> None:
    text = JSON.render(view())
    assert text.startswith('{\n  "schema": "drift.notes/1",\n  "site": "https://crew.example",\n')
    assert msgspec.json.decode(text, type=Notes) == SAMPLE
