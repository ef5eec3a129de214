from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cache.store import DAY

if TYPE_CHECKING:
    from tests.cache.conftest import Opened

LIMIT = 2_000_000


class Clock:
    def __init__(self) -> None:
        self.day = 20_000

    def __call__(self) -> float:
        return float(self.day * DAY + 5)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("time.time", clock)
    return clock


def _rows(name: str, count: int) -> dict[bytes, bytes]:
    return {f"{name}{number}".encode(): os.urandom(1_000) for number in range(count)}


def test_what_was_used_longest_ago_leaves_first(opened: Opened, clock: Clock) -> None:
    days = [_rows(name, 500) for name in "abc"]
    for rows in days:
        with opened(limit=LIMIT) as cache:
            cache.put_many("answer", rows)
        clock.day += 1
    with opened(limit=LIMIT) as cache:
        # Reading alone renews the stamp.
        assert cache.get_many("answer", days[0]) == days[0]
    clock.day += 1
    with opened(limit=LIMIT) as cache:
        cache.put_many("answer", new := _rows("d", 500))
    with opened() as cache:
        assert cache.get_many("answer", days[0]) == days[0]
        assert cache.get_many("answer", new) == new
        assert 0 < len(cache.get_many("answer", days[2])) == 500
        assert len(cache.get_many("answer", days[1])) < 300
        assert cache.complaint == ""


def test_of_one_day_the_first_leave_first(opened: Opened, clock: Clock) -> None:
    rows = _rows("", 5_000)
    with opened(limit=LIMIT) as cache:
        cache.put_many("answer", rows)
    with opened() as cache:
        left = list(cache.get_many("answer", rows))
    assert 1_000 < len(left) < 2_000
    assert set(left) == set(list(rows)[-len(left) :])


@pytest.mark.parametrize("kept", [10_000, 1_000])
def test_the_file_stays_within_its_limit(opened: Opened, tmp_path: Path, kept: int) -> None:
    with opened(limit=kept * 1_000) as cache:
        for number in range(20):
            cache.put_many("answer", _rows(str(number), 1_000))
            cache.flush()
    (file,) = (tmp_path / "kept").iterdir()
    assert kept * 500 < file.stat().st_size <= kept * 1_000


def test_a_lower_limit_gives_the_disk_back(opened: Opened, tmp_path: Path) -> None:
    with opened() as cache:
        cache.put_many("answer", _rows("", 4_000))
    (file,) = (tmp_path / "kept").iterdir()
    assert file.stat().st_size > 4_000_000
    with opened(limit=1_000_000) as cache:
        cache.put_many("answer", {b"new": b"v"})
    assert file.stat().st_size <= 1_000_000


def test_a_stamp_is_renewed_once_a_day(opened: Opened, clock: Clock, tmp_path: Path) -> None:
    rows = _rows("", 3)
    with opened() as cache:
        cache.put_many("answer", rows)
    (file,) = (tmp_path / "kept").iterdir()
    written = file.read_bytes()
    with opened() as cache:
        cache.get_many("answer", rows)
    assert file.read_bytes() == written
    clock.day += 1
    with opened() as cache:
        cache.get_many("answer", list(rows)[:2])
    assert _stamps(file) == {clock.day: 2, clock.day - 1: 1}


def test_a_clock_that_was_set_back_does_no_harm(opened: Opened, clock: Clock) -> None:
    with opened() as cache:
        cache.put_many("answer", {b"k": b"v"})
    clock.day -= 400
    with opened() as cache:
        assert cache.get_many("answer", [b"k"]) == {b"k": b"v"}


def _stamps(file: Path) -> dict[int, int]:
    with closing(sqlite3.connect(file)) as connection:
        return dict(connection.execute("SELECT used, count(*) FROM entry GROUP BY 1").fetchall())
