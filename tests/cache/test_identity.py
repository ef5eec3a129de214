from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cache.identity import APPLICATION
from drift.cache.place import NAME

if TYPE_CHECKING:
    from tests.cache.conftest import Opened


def _text(path: Path) -> None:
    path.write_text("Minutes of the last meeting\n" * 900)


def _short_text(path: Path) -> None:
    path.write_text("x")


def _mark_by_chance(path: Path) -> None:
    path.write_bytes(b"-" * 68 + APPLICATION.to_bytes(4, "big") + bytes(9_000))


def _noise(path: Path) -> None:
    path.write_bytes(os.urandom(50_000))


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path) -> None:
    path.symlink_to(path.with_name("elsewhere"))


def _zeroed(path: Path) -> None:
    path.write_bytes(bytes(40_000))


def _other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 7")
        connection.execute("CREATE TABLE entry (x)")


def _other_with_a_journal(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE entry (x)")
        kept = {name: path.with_name(path.name + name).read_bytes() for name in ("", "-wal")}
    for name, content in kept.items():
        path.with_name(path.name + name).write_bytes(content)


@pytest.mark.parametrize(
    "made",
    [
        _text,
        _short_text,
        _mark_by_chance,
        _noise,
        _folder,
        _pipe,
        _link,
        _zeroed,
        _other,
        _other_with_a_journal,
    ],
    ids=lambda made: made.__name__,
)
def test_what_is_not_ours_is_left_alone(
    opened: Opened, tmp_path: Path, made: Callable[[Path], None]
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    made(folder / NAME)
    before = _look(folder)
    with opened() as cache:
        cache.put_many("answer", {b"k": b"v"})
        cache.flush()
        assert cache.get_many("answer", [b"k"]) == {}
    assert cache.complaint.startswith(f"cache {folder / NAME}: is no ")
    assert _look(folder) == before


def _touched(path: Path) -> None:
    path.touch()


def _begun(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    assert path.stat().st_size


@pytest.mark.parametrize("made", [_touched, _begun], ids=lambda made: made.__name__)
def test_an_empty_file_is_a_new_cache(
    opened: Opened, tmp_path: Path, made: Callable[[Path], None]
) -> None:
    (tmp_path / "kept").mkdir()
    made(tmp_path / "kept" / NAME)
    with opened() as cache:
        cache.put_many("answer", {b"k": b"v"})
    with opened() as cache:
        assert cache.get_many("answer", [b"k"]) == {b"k": b"v"}
        assert cache.complaint == ""


def _look(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() if path.is_file() else str(path.lstat().st_mode).encode()
        for path in folder.iterdir()
    }
