from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cache.upkeep import Kept, clear, contents, verify
from drift.errors import CacheError
from tests.cache.conftest import KEYS, ROWS, VERSION

if TYPE_CHECKING:
    from tests.cache.conftest import Opened, Program

WEIGHT = sum(map(len, ROWS.values()))


def _flip(path: Path, value: bytes) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(value[:50]) + 20
    content[place] ^= 1
    path.write_bytes(content)


def test_contents_by_kind_and_version(opened: Opened, filled: Path) -> None:
    with opened(version=b"2") as cache:
        cache.put_many("answer", {b"k": b"12345"})
        cache.put_many("commit", {b"k": b"123", b"l": b"4"})
    found = contents(filled, version=VERSION, limit=9)
    assert found.kinds == (
        Kept("answer", current=True, entries=400, bytes=WEIGHT),
        Kept("answer", current=False, entries=1, bytes=5),
        Kept("commit", current=False, entries=2, bytes=4),
    )
    assert (found.path, found.bytes, found.limit) == (str(filled), filled.stat().st_size, 9)


def test_where_there_is_none_nothing_is_made(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "cache.sqlite3"
    assert contents(path, version=b"", limit=9).kinds == ()
    assert (clear(path), verify(path)) == (0, ())
    assert list(tmp_path.iterdir()) == []


def test_clear_empties_it_while_it_is_in_use(opened: Opened, filled: Path) -> None:
    with opened() as cache:
        cache.get_many("answer", KEYS)
        assert clear(filled) > WEIGHT / 2
        assert cache.get_many("answer", KEYS) == {}
        cache.put_many("answer", {b"k": b"v"})
        cache.flush()
    assert contents(filled, version=VERSION, limit=9).kinds == (
        Kept("answer", current=True, entries=1, bytes=1),
    )
    assert filled.stat().st_size < 100_000


def test_clear_removes_one_that_is_damaged_and_nothing_else(opened: Opened, filled: Path) -> None:
    other = filled.with_name("letter.txt")
    other.write_text("Dear Sir")
    filled.write_bytes(filled.read_bytes()[:30_000])
    assert clear(filled) == 30_000
    assert list(filled.parent.iterdir()) == [other]
    with opened() as cache:
        cache.put_many("answer", ROWS)
    assert cache.complaint == ""


def test_what_is_not_ours_is_neither_cleared_nor_counted(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite3"
    path.write_text("Dear Sir")
    for ask in (clear, verify, lambda file: contents(file, version=b"", limit=1)):
        with pytest.raises(CacheError, match="is no cache of drift"):
            ask(path)
    assert path.read_text() == "Dear Sir"


def test_verify_finds_a_single_bit(filled: Path) -> None:
    assert verify(filled) == ()
    _flip(filled, ROWS[KEYS[300]])
    assert verify(filled) == (f"answer {KEYS[300].hex()}: is not what was written",)


def test_verify_finds_what_does_not_belong_together(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("DELETE FROM value WHERE id = 1")
        connection.execute("DELETE FROM entry WHERE value >= 399")
    assert verify(filled) == (
        f"answer {KEYS[0].hex()}: has no value",
        "values: 2 belong to no entry",
    )


def test_verify_finds_a_damaged_file(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[8192:81920] = bytes(81920 - 8192)
    filled.write_bytes(content)
    assert verify(filled)
    filled.write_bytes(content[:30_000])
    assert verify(filled) == ("is damaged",)


def test_a_lock_is_no_damage(
    filled: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drift.cache.connection.PATIENCE", 0.05)
    text = """
connection = sqlite3.connect(os.path.join(place, "cache.sqlite3"), isolation_level=None)
connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("BEGIN EXCLUSIVE")
print("ready", flush=True)
sys.stdin.read()
"""
    with program(text), pytest.raises(CacheError, match="is locked"):
        verify(filled)
