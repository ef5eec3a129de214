from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec

from drift.explain.base import Entry
from drift.render.base import Wishes
from drift.render.log.base import Logged
from drift.render.log.json import JSON


def written(log: Iterable[Logged]) -> str:
    return b"".join(JSON.render(log, Wishes())).decode()


def test_a_log_is_an_array_of_entries(log: tuple[Logged, ...], entry: Entry, silent: Entry) -> None:
    assert msgspec.json.decode(written(log), type=list[Entry]) == [entry, silent]


def test_it_is_indented_as_one_document(log: tuple[Logged, ...]) -> None:
    text = written(log)
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_nothing_is_an_empty_array(log: tuple[Logged, ...]) -> None:
    assert written(()) == written(log[2:]) == "[]\n"
