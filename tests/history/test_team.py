"""Processes that look at commits: order, deaths, and that none outlives its work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from ctypes import CDLL
from mmap import PAGESIZE
from pathlib import Path

import pytest

from drift.history import team, worker
from drift.history.quota import Quota
from drift.history.step import Outcome
from drift.history.team import Team
from drift.revision.log import Commit

MANY = 300


def commit(number: int) -> Commit:
    return Commit(
        id=str(number), tree="", parents=(), author="", date="", subject="", deltas=(), skipped={}
    )


COMMITS = tuple(map(commit, range(MANY)))


class Echo:
    """Gives back who looked at which commit, and does something to it before."""

    def __init__(self, before: Callable[[str], None], place: Path | None = None) -> None:
        self._before = before
        self._place = place

    def tell_one(self, commit: Commit) -> Outcome:
        self._before(commit.id)
        return Outcome(f"{commit.id} {os.getpid()}".encode())

    def rest(self) -> None:
        if self._place:
            time.sleep(0.1)
            with self._place.open("a") as file:
                file.write(f"{os.getpid()}\n")


def nothing(_: str) -> None:
    """Let a commit be."""


def read(found: Iterable[tuple[Commit, Outcome]]) -> Iterator[tuple[str, str]]:
    """Give the commit that was asked for, and the one that was looked at."""
    for asked, outcome in found:
        yield asked.id, outcome.raw.decode().split()[0] if outcome.raw else outcome.problem


def children() -> set[int]:
    """List the living processes that this one began."""
    me = os.getpid()
    return {int(p) for p in Path(f"/proc/{me}/task/{me}/children").read_text().split()}


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("number", [0, 1, 4, 5, MANY])
def test_the_order_is_that_of_the_commits(jobs: int, number: int) -> None:
    with closing(Team(lambda: Echo(nothing), jobs=jobs)) as crew:
        told = list(read(crew.tell(COMMITS[:number])))
    assert told == [(str(n), str(n)) for n in range(number)]


def test_the_work_is_shared_and_nobody_is_left() -> None:
    before = children()
    with closing(Team(lambda: Echo(nothing), jobs=3)) as crew:
        found = [outcome.raw or b"" for _, outcome in crew.tell(COMMITS)]
    assert len({raw.split()[1] for raw in found}) == 3
    assert children() == before


def test_a_slow_commit_does_not_change_the_order() -> None:
    def slow(name: str) -> None:
        time.sleep(0.3 if name == "0" else 0)

    with closing(Team(lambda: Echo(slow), jobs=2)) as crew:
        told = list(read(crew.tell(COMMITS)))
    assert told == [(str(n), str(n)) for n in range(MANY)]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("fatal", [{"0"}, {"3"}, {"4", "5"}, {"100", "290"}, {"299"}])
def test_a_death_is_told_at_its_commit_and_costs_no_other(jobs: int, fatal: set[str]) -> None:
    def die(name: str) -> None:
        if name in fatal:
            os._exit(9)

    with closing(Team(lambda: Echo(die), jobs=jobs)) as crew:
        told = list(read(crew.tell(COMMITS)))
    assert told == [(str(n), team.DIED if str(n) in fatal else str(n)) for n in range(MANY)]


def test_a_death_is_no_lasting_answer() -> None:
    with closing(Team(lambda: Echo(lambda _: os._exit(9)), jobs=2)) as crew:
        assert [outcome.lasting for _, outcome in crew.tell(COMMITS[:3])] == [False] * 3


def test_a_death_between_two_chunks_is_put_down_to_no_commit() -> None:
    with closing(Team(lambda: Echo(nothing), jobs=1)) as crew:
        assert len(list(crew.tell(COMMITS[:4]))) == 4
        (worker,) = children()
        os.kill(worker, signal.SIGKILL)
        while Path(f"/proc/{worker}/stat").read_text().split()[2] != "Z":
            time.sleep(0.01)
        assert list(read(crew.tell(COMMITS[:4]))) == [(str(n), str(n)) for n in range(4)]


def test_processes_that_have_become_heavy_are_replaced_and_lose_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "HEAVY", -(1 << 40))
    written = tmp_path / "rested"
    with closing(Team(lambda: Echo(nothing, written), jobs=2)) as workers:
        found = list(workers.tell(COMMITS))
    assert list(read(found)) == [(one.id, one.id) for one in COMMITS]
    who = [outcome.raw.decode().split()[1] for _, outcome in found if outcome.raw]
    assert len(set(who)) > 2
    assert {*written.read_text().split()} == {*who}
    # No more than one process began with less than was worth its while.
    assert sum(who.count(one) < worker.WORN for one in set(who)) <= 2


def test_processes_that_are_not_heavy_stay() -> None:
    with closing(Team(lambda: Echo(nothing), jobs=2)) as workers:
        who = {one.raw.split()[1] for _, one in workers.tell(COMMITS) if one.raw}
    assert len(who) <= 2


def test_what_a_process_was_copied_from_makes_it_not_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "HEAVY", 50_000_000)
    ballast = b"x" * 100_000_000
    with closing(Team(lambda: Echo(nothing), jobs=2)) as workers:
        who = {one.raw.split()[1] for _, one in workers.tell(COMMITS) if one.raw}
    assert len(ballast) > worker.HEAVY
    assert len(who) <= 2


class Spender(Echo):
    """Takes much with the first commit and keeps the last of it; gives back how much memory its process has."""

    def tell_one(self, commit: Commit) -> Outcome:
        if commit.id == "0":
            self.kept = [b"x" * 100_000 for _ in range(1000)].pop()
        return Outcome(Path("/proc/self/statm").read_text().split()[1].encode())


@pytest.mark.skipif(
    not hasattr(CDLL(None), "malloc_trim"), reason="this C library has no malloc_trim"
)
def test_what_a_large_commit_took_goes_back_after_its_chunk() -> None:
    with closing(Team(lambda: Spender(nothing), jobs=1)) as workers:
        pages = [int(one.raw or 0) for _, one in workers.tell(COMMITS)]
    assert min(pages[: team.FIRST]) - max(pages[team.FIRST :]) > 80_000_000 // PAGESIZE


def test_a_reader_who_stops_leaves_nobody_behind() -> None:
    before = children()
    crew = Team(lambda: Echo(nothing), jobs=2)
    with closing(crew):
        told = crew.tell(COMMITS)
        assert next(read(told)) == ("0", "0")
        assert len(children() - before) == 2
    assert children() == before


def test_no_more_commits_are_read_than_may_wait() -> None:
    taken: list[str] = []

    def stream() -> Iterator[Commit]:
        for one in map(commit, range(100_000)):
            taken.append(one.id)
            yield one

    with closing(Team(lambda: Echo(nothing), jobs=2)) as crew:
        told = crew.tell(stream())
        for number in range(1000):
            assert next(told)[0].id == str(number)
            assert len(taken) - number <= (team.AHEAD * 2 + 1) * team.MOST


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize(("most", "looked_at"), [(1, 1), (10, 10), (60, 60), (290, 290)])
def test_no_more_commits_are_looked_at_than_are_wanted(
    jobs: int, most: int, looked_at: int
) -> None:
    quota, rest = Quota(most), iter(COMMITS)
    with closing(Team(lambda: Echo(nothing), jobs=jobs, ahead=quota.ahead)) as crew:
        told = read(crew.tell(rest))
        while not quota.met:
            asked, found = next(told)
            assert asked == found
            quota.count(told=True)
    assert next(rest) is COMMITS[looked_at]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_filter_that_lets_little_through_ends_no_walk(jobs: int) -> None:
    quota = Quota(9)
    with closing(Team(lambda: Echo(nothing), jobs=jobs, ahead=quota.ahead)) as crew:
        told = []
        for asked, _ in read(crew.tell(COMMITS)):
            told.append(asked)
            quota.count(told=int(asked) % 100 == 0)
    assert told == [one.id for one in COMMITS]


def test_what_is_to_be_written_down_is_written_before_they_end(tmp_path: Path) -> None:
    place = tmp_path / "rested"
    with closing(Team(lambda: Echo(nothing, place), jobs=2)) as crew:
        chunks = list(read(crew.tell(COMMITS[:28])))
    assert len(chunks) == 28
    # Of 4, 8 and 16 commits.
    assert place.read_text().count("\n") == 3


ORPHANS = """
import sys, time
from tests.history.test_team import COMMITS, Echo
from drift.history.team import Team

crew = Team(lambda: Echo(lambda _: time.sleep(0.02)), jobs=2)
for asked, _ in crew.tell(COMMITS):
    print(asked.id, flush=True)
"""


def test_who_lost_its_first_process_ends_by_itself() -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, cwd=root) as one:
        assert one.stdout
        assert one.stdout.readline() == b"0\n"
        listed = Path(f"/proc/{one.pid}/task/{one.pid}/children").read_text().split()
        assert len(listed) == 2
        one.kill()
    deadline = time.monotonic() + 10
    while any(_lives(name) for name in listed):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _lives(name: str) -> bool:
    """Tell whether a process runs; one that ended may wait for somebody to ask how."""
    try:
        return Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
