from __future__ import annotations

import msgspec
from jsonschema import Draft202012Validator

from drift.cli.known import kind_names, rule_names
from drift.explain.base import Entry
from drift.render.base import Wishes
from drift.render.changelog.schema import schema
from drift.render.log.base import Logged
from drift.render.log.jsonl import JSONL, line


def test_a_line_is_an_entry(log: tuple[Logged, ...], entry: Entry, silent: Entry) -> None:
    lines = b"".join(JSONL.render(log, Wishes())).splitlines()
    assert [msgspec.json.decode(one, type=Entry) for one in lines] == [entry, silent]
    validator = Draft202012Validator(schema(kinds=kind_names(), rules=rule_names()))
    for one in lines:
        validator.validate(msgspec.json.decode(one))


def test_bytes_go_through_as_they_are(silent: Entry) -> None:
    ready = line(silent)
    (written,) = JSONL.render([Logged(silent.commit, ready)], Wishes())
    assert written == ready + b"\n"
    assert line(ready) is ready


def test_a_path_that_is_no_text_is_written_as_its_bytes(silent: Entry) -> None:
    commit = msgspec.structs.replace(silent.commit, author="\udce9")
    assert rb"\\xe9" in line(msgspec.structs.replace(silent, commit=commit))
