"""Several programs, processes and rights on one cache."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drift.cache.store import Cache, open_cache
from drift.cache.upkeep import verify
from tests.cache.conftest import KEYS, ROWS

if TYPE_CHECKING:
    from tests.cache.conftest import Opened, Program

FORK = multiprocessing.get_context("fork")
NOBODY = 65_534

LOCK = """
connection = sqlite3.connect(os.path.join(place, "cache.sqlite3"), isolation_level=None)
connection.execute("PRAGMA locking_mode = {mode}")
connection.execute("BEGIN {kind}")
connection.execute("INSERT INTO value (bytes) VALUES (x'00')")
print("ready", flush=True)
sys.stdin.read()
"""
WRITE = """
from pathlib import Path
from drift.cache.store import open_cache
cache = open_cache(Path(place), version=b"1")
print("ready", flush=True)
{before}
for number in range({count}):
    key = b"{name}%d" % number
    cache.put_many("answer", {{key: key * 500}})
    if number % 7 == 0:
        cache.flush()
cache.close()
print(cache.complaint)
"""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drift.cache.connection.PATIENCE", 0.05)


def test_another_program_that_holds_the_file_alone(
    opened: Opened, filled: Path, program: Program, impatient: None
) -> None:
    with program(LOCK.format(mode="EXCLUSIVE", kind="EXCLUSIVE")), opened() as cache:
        assert cache.get_many("answer", KEYS) == {}
    assert cache.complaint == (
        f"cache {filled}: is locked by another program (--cache DIR names another place)"
    )
    with opened() as cache:
        assert cache.get_many("answer", KEYS) == ROWS


def test_another_program_that_writes_does_not_keep_us_from_reading(
    opened: Opened, filled: Path, program: Program, impatient: None
) -> None:
    with program(LOCK.format(mode="NORMAL", kind="IMMEDIATE")), opened() as cache:
        assert cache.get_many("answer", KEYS) == ROWS
        cache.put_many("answer", {b"new": b"v"})
        cache.flush()
        assert "is locked by another program" in cache.complaint
        assert cache.get_many("answer", [*KEYS, b"new"]) == ROWS
    assert verify(filled) == ()


def test_a_writer_that_is_killed(opened: Opened, filled: Path, program: Program) -> None:
    child = program(WRITE.format(before="", name="k", count=10**9))
    with opened() as cache:
        while not cache.get_many("answer", [b"k140"]):
            pass
        child.send_signal(signal.SIGKILL)
        child.communicate()
    assert child.returncode == -signal.SIGKILL
    assert verify(filled) == ()
    with opened() as cache:
        assert cache.get_many("answer", [*KEYS, b"k140"]) == {**ROWS, b"k140": b"k140" * 500}
        cache.put_many("answer", {b"new": b"v"})
    assert cache.complaint == ""


def test_programs_that_make_and_write_one_cache_at_once(
    opened: Opened, tmp_path: Path, program: Program
) -> None:
    wait = "sys.stdin.readline()"
    children = [program(WRITE.format(before=wait, name=name, count=100)) for name in "abcd"]
    for child in children:
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()
    assert [child.communicate()[0] for child in children] == ["\n"] * 4
    keys = [f"{name}{number}".encode() for name in "abcd" for number in range(100)]
    with opened() as cache:
        assert cache.get_many("answer", keys) == {key: key * 500 for key in keys}
    assert verify(tmp_path / "kept" / "cache.sqlite3") == ()


def _child(cache: Cache, number: int, barrier: Barrier) -> None:
    barrier.wait()
    assert cache.get_many("answer", [b"before", KEYS[0]]).keys() == {b"before", KEYS[0]}
    for count in range(20):
        cache.put_many("answer", {b"%d/%d" % (number, count): b"v"})
        cache.flush()
    assert cache.complaint == ""
    os._exit(7)


def test_a_cache_that_is_open_across_forks(opened: Opened, filled: Path) -> None:
    with opened() as cache:
        assert cache.get_many("answer", KEYS) == ROWS
        cache.put_many("answer", {b"before": b"v"})
        barrier = FORK.Barrier(4)
        children = [FORK.Process(target=_child, args=(cache, n, barrier)) for n in range(3)]
        for child in children:
            child.start()
        barrier.wait()
        for count in range(20):
            cache.put_many("answer", {b"parent/%d" % count: b"v"})
            cache.flush()
        for child in children:
            child.join()
        assert [child.exitcode for child in children] == [7, 7, 7]
        names = [b"%d/%d" % (number, count) for number in range(3) for count in range(20)]
        names += [b"parent/%d" % count for count in range(20)]
        assert len(cache.get_many("answer", names)) == 80
    assert cache.complaint == ""
    assert verify(filled) == ()


def test_no_connection_goes_through_a_fork(opened: Opened, filled: Path) -> None:
    with opened() as cache:
        cache.get_many("answer", KEYS)
        held = _descriptors()
        assert _ends(lambda: _descriptors() <= held - 2)


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_a_full_disk(opened: Opened, program: Program, tmp_path: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))"
    child = program(WRITE.format(before=limit, name="k", count=3_000))
    output, _ = child.communicate()
    assert output.startswith(f"cache {tmp_path / 'kept' / 'cache.sqlite3'}: ")
    assert output.count("\n") == 1
    assert child.returncode == 0
    assert verify(tmp_path / "kept" / "cache.sqlite3") == ()


def _ends(check: Callable[[], bool]) -> bool:
    """Answer a question in a child process."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if check() else 1)
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that every user can reach, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def _as_a_guest() -> None:
    """Nothing is forbidden to root."""
    if os.getuid() == 0:
        os.setuid(NOBODY)


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o755, 0o444)])
def test_a_cache_that_may_only_be_read(shared: Path, folder_mode: int, file_mode: int) -> None:
    with open_cache(shared, version=b"1") as cache:
        cache.put_many("answer", ROWS)
    (file,) = shared.iterdir()
    content = file.read_bytes()
    shared.chmod(folder_mode)
    file.chmod(file_mode)

    def check() -> bool:
        _as_a_guest()
        with open_cache(shared, version=b"1") as cache:
            found = cache.get_many("answer", KEYS)
            cache.put_many("answer", {b"new": b"v"})
            cache.flush()
        return found == ROWS and cache.complaint.endswith("so nothing new is kept in it")

    assert _ends(check)
    assert file.read_bytes() == content
    assert list(shared.iterdir()) == [file]


def test_a_folder_that_may_not_be_written(shared: Path) -> None:
    shared.chmod(0o555)

    def check() -> bool:
        _as_a_guest()
        with open_cache(shared / "new", version=b"1") as cache:
            cache.put_many("answer", {b"new": b"v"})
        return "cannot be used: Permission denied" in cache.complaint

    assert _ends(check)


def test_a_cache_that_may_not_be_read(shared: Path) -> None:
    with open_cache(shared, version=b"1") as cache:
        cache.put_many("answer", ROWS)
    (file,) = shared.iterdir()
    file.chmod(0o200)

    def check() -> bool:
        _as_a_guest()
        with open_cache(shared, version=b"1") as cache:
            return not cache.get_many("answer", KEYS) and "Permission denied" in cache.complaint

    assert _ends(check)
