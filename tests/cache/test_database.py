"""Damage: whatever stands in the file, what comes back is what was put, or nothing."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cache.place import ASIDE
from tests.cache.conftest import KEYS, ROWS, noise

if TYPE_CHECKING:
    from tests.cache.conftest import Opened


def _read(opened: Opened) -> tuple[dict[bytes, bytes], str]:
    """Read and write as a run does, and give back what was found."""
    with opened() as cache:
        found = cache.get_many("answer", KEYS)
        missing = {key: value for key, value in ROWS.items() if key not in found}
        cache.put_many("answer", missing)
        cache.flush()
        assert {key: ROWS[key] for key in found} == found
    return found, cache.complaint


@pytest.mark.parametrize("share", [0.001, 0.01, 0.3, 0.5, 0.99])
def test_a_file_that_was_cut_off(opened: Opened, filled: Path, share: float) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[: int(len(content) * share)])
    found, complaint = _read(opened)
    assert len(found) < len(ROWS)
    assert complaint == f"cache {filled}: is damaged (drift cache clear empties it)"


def test_a_file_that_was_cut_off_before_it_says_whose_it_is(opened: Opened, filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:60])
    found, complaint = _read(opened)
    assert not found
    assert "is no cache of drift" in complaint
    assert filled.stat().st_size == 60


@pytest.mark.parametrize("seed", range(40))
def test_noise_anywhere(opened: Opened, filled: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same in every run
    content = bytearray(filled.read_bytes())
    for _ in range(rng.choice((1, 5, 200))):
        start = rng.randrange(100, len(content))
        wrong = rng.randbytes(rng.choice((1, 30, 9_000)))
        content[start : start + len(wrong)] = wrong[: len(content) - start]
    filled.write_bytes(content)
    found, complaint = _read(opened)
    assert len(found) == len(ROWS) or complaint
    assert complaint.count("\n") == 0


@pytest.mark.parametrize("end", ASIDE)
def test_noise_beside_it(opened: Opened, filled: Path, end: str) -> None:
    filled.with_name(filled.name + end).write_bytes(noise(b"", 70_000))
    assert _read(opened) == (ROWS, "")


def test_a_file_that_is_cut_off_while_it_is_open(opened: Opened, filled: Path) -> None:
    with opened() as cache:
        assert cache.get_many("answer", KEYS[:1]) == {KEYS[0]: ROWS[KEYS[0]]}
        with filled.open("r+b") as stream:
            stream.truncate(30_000)
        found = cache.get_many("answer", KEYS)
        assert {key: ROWS[key] for key in found} == found
        cache.put_many("answer", {b"new": b"v"})
        cache.flush()
    assert "is damaged" in cache.complaint


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE value SET bytes = CAST('text' AS TEXT)",
        "UPDATE value SET bytes = 5",
        "UPDATE value SET bytes = substr(bytes, 2)",
        "UPDATE entry SET mark = 'x'",
        "UPDATE entry SET value = value % 400 + 1",
        "UPDATE entry SET used = CAST(x'ff' AS TEXT), mark = mark + 1",
    ],
)
def test_a_value_that_is_not_what_was_written_is_computed_anew_and_mended(
    opened: Opened, filled: Path, statement: str
) -> None:
    _execute(filled, statement)
    found, complaint = _read(opened)
    assert found == {}
    assert "damaged entries are computed anew" in complaint
    assert _read(opened) == (ROWS, "")


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE value",
        "ALTER TABLE entry RENAME COLUMN mark TO other",
        "INSERT INTO value VALUES (9223372036854775807, x'00')",
    ],
)
def test_tables_that_are_not_as_they_were(opened: Opened, filled: Path, statement: str) -> None:
    _execute(filled, "DELETE FROM entry")
    _execute(filled, statement)
    assert _read(opened)[0] == {}
    assert _read(opened)[1].startswith(f"cache {filled}: ")


def test_a_value_without_its_entry_and_an_entry_without_its_value(
    opened: Opened, filled: Path
) -> None:
    _execute(filled, "DELETE FROM value WHERE id <= 100")
    _execute(filled, "DELETE FROM entry WHERE value > 300")
    assert len(_read(opened)[0]) == 200
    assert _read(opened) == (ROWS, "")


def test_a_long_journal_is_folded_while_others_have_the_file_open(
    opened: Opened, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = {str(number).encode(): noise(b"%d" % number, 10_000) for number in range(100)}
    with opened() as other, opened() as cache:
        other.get_many("answer", KEYS)
        before = filled.stat().st_size
        cache.put_many("answer", rows)
        cache.flush()
        assert filled.stat().st_size == before
        monkeypatch.setattr("drift.cache.database.LONG_JOURNAL", 0)
        cache.put_many("answer", {b"k": b"v"})
        cache.flush()
        assert filled.stat().st_size > before + 1_000_000
        assert other.get_many("answer", rows) == rows


def test_a_reader_that_does_not_end_keeps_the_journal_and_harms_nobody(
    opened: Opened, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drift.cache.database.LONG_JOURNAL", 0)
    monkeypatch.setattr("drift.cache.connection.PATIENCE", 0.05)
    with closing(sqlite3.connect(filled, isolation_level=None)) as reader, opened() as cache:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entry").fetchall()
        for key in (b"k", b"l"):
            cache.put_many("answer", {key: b"v"})
            cache.flush()
        assert cache.get_many("answer", [b"k", b"l"]).keys() == {b"k", b"l"}
        assert cache.complaint == ""


def _execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
