from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cache.place import NAME
from drift.cache.store import BATCH_BYTES, BATCH_ENTRIES, no_cache, open_cache

if TYPE_CHECKING:
    from tests.cache.conftest import Opened


def test_what_is_put_is_found_before_and_after_it_is_written(opened: Opened) -> None:
    rows = {b"a": b"1", b"b": b"", b"c": b"\0" * 30_000}
    with opened() as cache:
        cache.put_many("answer", rows)
        assert cache.get_many("answer", [*rows, b"d"]) == rows
        cache.flush()
        assert cache.get_many("answer", [*rows, b"d"]) == rows
    with opened() as cache:
        assert cache.get_many("answer", iter([b"d", b"a", b"a"])) == {b"a": b"1"}
        assert cache.complaint == ""


def test_more_keys_than_go_into_one_statement(opened: Opened) -> None:
    rows = {str(number).encode(): str(number * 7).encode() for number in range(2_345)}
    with opened() as cache:
        cache.put_many("fragment", rows)
    with opened() as cache:
        assert cache.get_many("fragment", rows) == rows


def test_a_kind_does_not_see_anothers_entries(opened: Opened) -> None:
    with opened() as cache:
        cache.put_many("answer", {b"k": b"page"})
        cache.put_many("commit", {b"k": b"commit"})
    with opened() as cache:
        assert cache.get_many("answer", [b"k"]) == {b"k": b"page"}
        assert cache.get_many("commit", [b"k"]) == {b"k": b"commit"}
        assert cache.get_many("fragment", [b"k"]) == {}


def test_other_code_finds_nothing_and_the_same_code_finds_it_again(opened: Opened) -> None:
    with opened(version=b"1") as cache:
        cache.put_many("answer", {b"k": b"one"})
    with opened(version=b"2") as cache:
        assert cache.get_many("answer", [b"k"]) == {}
        cache.put_many("answer", {b"k": b"two"})
    with opened(version=b"1") as cache:
        assert cache.get_many("answer", [b"k"]) == {b"k": b"one"}


def test_the_last_value_that_was_put_stays(opened: Opened) -> None:
    for value in (b"old", b"new"):
        with opened() as cache:
            cache.put_many("answer", {b"k": value})
    with opened() as cache:
        assert cache.get_many("answer", [b"k"]) == {b"k": b"new"}


@pytest.mark.parametrize(
    "rows",
    [
        {b"k": bytes(BATCH_BYTES)},
        {str(number).encode(): b"" for number in range(BATCH_ENTRIES)},
    ],
    ids=["heavy", "many"],
)
def test_a_full_batch_is_written_without_being_asked(
    opened: Opened, rows: dict[bytes, bytes]
) -> None:
    cache = opened()
    cache.put_many("answer", rows)
    with opened() as other:
        assert other.get_many("answer", rows) == rows
    cache.close()


def test_a_value_that_would_push_out_all_others_is_not_kept(opened: Opened) -> None:
    with opened(limit=800_000) as cache:
        cache.put_many("answer", {b"long": bytes(100_001), b"short": bytes(99_999)})
        assert cache.get_many("answer", [b"long", b"short"]).keys() == {b"short"}
        assert cache.complaint == ""


def test_an_interrupted_run_keeps_what_it_has(opened: Opened) -> None:
    def work() -> None:
        with opened() as cache:
            cache.put_many("answer", {b"k": b"v"})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    with opened() as cache:
        assert cache.get_many("answer", [b"k"]) == {b"k": b"v"}


def test_a_closed_cache_holds_nothing(opened: Opened) -> None:
    cache = opened()
    cache.put_many("answer", {b"k": b"v"})
    cache.close()
    cache.put_many("answer", {b"l": b"v"})
    assert cache.get_many("answer", [b"k", b"l"]) == {}


def test_no_cache_holds_nothing_and_says_nothing() -> None:
    with no_cache() as cache:
        cache.put_many("answer", {b"k": b"v"})
        cache.flush()
        assert cache.get_many("answer", [b"k"]) == {}
        assert cache.complaint == ""


def test_nothing_is_made_before_it_is_needed(tmp_path: Path) -> None:
    open_cache(tmp_path / "kept", version=b"").close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["new\nline", "a b", "per%cent", "what?x=1#y", "ä\udcff"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        with open_cache(tmp_path / name, version=b"") as cache:
            cache.put_many("answer", {b"k": b"v"})
    assert [path.name for path in (tmp_path / name).iterdir()] == [NAME]
    assert cache.complaint == ""


@pytest.mark.parametrize("name", ["\0", "x" * 5_000, "file/inside"])
def test_a_folder_that_cannot_be_costs_a_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with open_cache(tmp_path / name, version=b"") as cache:
        cache.put_many("answer", {b"k": b"v"})
        cache.flush()
        assert cache.get_many("answer", [b"k"]) == {}
    assert cache.complaint.count("\n") == 0
    assert "cannot be used: " in cache.complaint


def test_the_cache_is_its_owners_alone(opened: Opened, tmp_path: Path) -> None:
    with opened() as cache:
        cache.put_many("answer", {b"k": b"v"})
        cache.flush()
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "kept").iterdir()}
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}


def test_sqlite_is_loaded_when_a_cache_is_opened() -> None:
    text = (
        "import sys, drift.cache.store as s; c = s.open_cache(None, version=b''); s.no_cache();"
        "print(not {'sqlite3', 'drift.cache.database'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", text], check=True, capture_output=True, text=True)
    assert done.stdout == "True\n"
