from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from drift.cache.schema import SCHEMA
from drift.cache.upkeep import verify

if TYPE_CHECKING:
    from tests.cache.conftest import Opened


def _execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_an_older_drifts_cache_is_replaced(opened: Opened, filled: Path) -> None:
    _execute(
        filled,
        "DROP TABLE entry",
        'CREATE TABLE "an ""older"" one" (x)',
        "CREATE TABLE entry (y INTEGER PRIMARY KEY AUTOINCREMENT)",
        "PRAGMA user_version = 0",
    )
    for _ in range(2):
        with opened() as cache:
            cache.put_many("answer", {b"k": b"v"})
            cache.flush()
            assert cache.get_many("answer", [b"k"]) == {b"k": b"v"}
            assert cache.complaint == ""
    assert verify(filled) == ()


def test_a_newer_drifts_cache_is_left_alone(opened: Opened, filled: Path) -> None:
    _execute(filled, f"PRAGMA user_version = {SCHEMA + 1}")
    content = filled.read_bytes()
    with opened() as cache:
        cache.put_many("answer", {b"k": b"v"})
        cache.flush()
        assert cache.get_many("answer", [b"k"]) == {}
    assert (
        cache.complaint == f"cache {filled}: is a newer drift's (--cache DIR names another place)"
    )
    assert filled.read_bytes() == content
