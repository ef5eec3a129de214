"""One history, many runs: with what earlier ones kept or without, alone or in company, whole or cut short."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from drift.cache.entries import Kind
from drift.cache.store import Cache, open_cache
from drift.history import memory, team
from drift.history import walk as walking
from drift.history.exchanges.swaps import packed, swaps
from drift.history.position import Position
from drift.history.quota import Quota
from drift.history.step import Outcome, Step
from drift.history.teller import Teller
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.log import Commit
from drift.revision.range import Range
from drift.site.tree_site import TreeSite
from tests.history.stories import COFFEE, CONF, DECK, GALLEY, HOME, OVEN, PAGES, line
from tests.revision.builder import CLEAN, Builder, Files

LENGTH = 60


def day(number: int) -> Files:
    """Give the pages of a day: something always changes, now and then much of it, and things come back."""
    pages: dict[str | bytes, str] = {
        "index.md": HOME,
        "galley.md": GALLEY.replace("six", f"{number % 5} o'clock"),
        "log.md": f"# Log\n\n{COFFEE}\n"
        + "".join(f"## Day {n}\n\nCalm.\n\n" for n in range(number)),
    }
    if number % 7 < 5:
        pages["deck.md" if number % 20 < 10 else "rooms/deck.md"] = DECK
    if number % 30 > 12:
        pages["conf.py"] = CONF
    if number % 11 == 3:
        pages["galley.md"] = GALLEY.replace(OVEN, "")
    return pages if number % 13 else PAGES


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    build = Builder(tmp_path_factory.mktemp("runs") / "built")
    line(build, tuple(day(number) for number in range(LENGTH)))
    return Repository(build.folder)


@pytest.fixture(scope="module")
def told(repository: Repository) -> list[Step]:
    """What a run says that knows nothing and is alone."""
    return list(walk(repository, Range()))


Opened = Callable[[], Cache]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return lambda: open_cache(tmp_path / "kept", version=b"1")


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the commits that this process looks at."""
    found: list[str] = []
    tell = Teller.tell

    def noted(teller: Teller, commit: Commit) -> Outcome:
        found.append(commit.id)
        return tell(teller, commit)

    monkeypatch.setattr(Teller, "tell", noted)
    return found


def test_the_story_has_what_it_is_for(told: list[Step]) -> None:
    assert len(told) == LENGTH
    assert sum(b"restored_from" in (step.raw or b"") for step in told) > 5
    assert all(step.raw for step in told)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_cold_and_warm_are_the_same(
    repository: Repository, told: list[Step], opened: Opened, looked_at: list[str], jobs: int
) -> None:
    with opened() as cache:
        assert list(walk(repository, Range(), jobs=jobs, cache=cache)) == told
    looked_at.clear()
    for again in (1, 2):
        with opened() as cache:
            assert list(walk(repository, Range(), jobs=again, cache=cache)) == told
        assert looked_at == []
    with opened() as cache:
        assert list(walk(repository, Range(reverse=True), cache=cache)) == told[::-1]
        assert list(walk(repository, Range(first_parent=False), cache=cache)) == told
    assert looked_at == []


def test_what_was_exchanged_is_kept_with_whatever_is_told(
    repository: Repository, told: list[Step], opened: Opened, looked_at: list[str]
) -> None:
    expected = [packed(swaps(step.entry)) if step.entry else b"" for step in told]
    assert len(set(expected)) > 5
    alone = list(walk(repository, Range(), wants="exchanges"))
    assert [step.exchanged for step in alone] == expected
    with opened() as cache:
        assert list(walk(repository, Range(), cache=cache)) == told
    looked_at.clear()
    with opened() as cache:
        known = list(walk(repository, Range(), cache=cache, wants="exchanges"))
    assert [step.exchanged for step in known] == expected
    assert looked_at == []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("batch", [2, 7, 256])
def test_half_of_it_known_is_the_same(
    repository: Repository,
    told: list[Step],
    opened: Opened,
    looked_at: list[str],
    monkeypatch: pytest.MonkeyPatch,
    jobs: int,
    batch: int,
) -> None:
    monkeypatch.setattr(walking, "BATCH", batch)
    monkeypatch.setattr(memory, "BATCH", batch)
    monkeypatch.setattr(memory, "FEW", 3)
    known = Range(grep="Step .[02357]$")
    with opened() as cache:
        some = list(walk(repository, known, cache=cache))
    assert 10 < len(some) == len(looked_at) < LENGTH - 10
    assert some == [step for step in told if step.commit.id in looked_at]
    looked_at.clear()
    with opened() as cache:
        assert list(walk(repository, Range(), jobs=jobs, cache=cache)) == told
    if jobs == 1:
        assert len(looked_at) == LENGTH - len(some)
    looked_at.clear()
    with opened() as cache:
        assert list(walk(repository, Range(), cache=cache)) == told
    assert looked_at == []


def test_what_nobody_wants_is_not_looked_at_behind_what_is_known(
    repository: Repository, told: list[Step], opened: Opened, looked_at: list[str]
) -> None:
    newest, *older = told
    with opened() as cache:
        assert (
            list(walk(repository, Range(words=("HEAD~1",), max_count=20), cache=cache))
            == (older[:20])
        )
    looked_at.clear()
    quota = Quota(20)
    with opened() as cache, closing(walk(repository, Range(), cache=cache, quota=quota)) as steps:
        for step in told[:20]:
            assert next(steps) == step
            quota.count(told=True)
    assert looked_at == [newest.commit.id]


class _Fragments(Cache):
    """A cache that has forgotten all commits; it counts what it still knows."""

    def __init__(self, cache: Cache) -> None:
        super().__init__(None, version=b"", limit=0)
        self._kept = cache
        self.hits = self.misses = 0

    def get_many(self, kind: Kind, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        if kind == "commit":
            return {}
        wanted = list(keys)
        found = self._kept.get_many(kind, wanted)
        self.hits += len(found)
        self.misses += len(wanted) - len(found)
        return found


@pytest.mark.parametrize("jobs", [1, 2])
def test_fragments_of_pages_are_kept_by_all_and_used(
    repository: Repository, told: list[Step], opened: Opened, jobs: int
) -> None:
    with opened() as cache:
        assert list(walk(repository, Range(), jobs=jobs, cache=cache)) == told
    with opened() as cache:
        rest = _Fragments(cache)
        assert list(walk(repository, Range(), cache=rest)) == told
    assert rest.hits
    assert not rest.misses


def test_a_walk_that_is_left_keeps_what_was_finished(
    repository: Repository, told: list[Step], opened: Opened, looked_at: list[str]
) -> None:
    with opened() as cache, closing(walk(repository, Range(), cache=cache)) as steps:
        assert [next(steps) for _ in range(20)] == told[:20]
    looked_at.clear()
    with opened() as cache:
        assert list(walk(repository, Range(), cache=cache)) == told
    assert looked_at == [step.commit.id for step in told[20:]]


def test_a_walk_that_is_left_leaves_no_process_behind(
    repository: Repository, told: list[Step], opened: Opened
) -> None:
    with opened() as cache, closing(walk(repository, Range(), jobs=2, cache=cache)) as steps:
        assert next(steps) == told[0]
        before = _workers()
        assert len(before) == 2
    assert not before & _workers()


def _workers() -> set[int]:
    """List the processes that this one forked; git's are none of them."""
    me = os.getpid()
    listed = map(int, Path(f"/proc/{me}/task/{me}/children").read_text().split())
    return {one for one in listed if b"python" in Path(f"/proc/{one}/cmdline").read_bytes()}


@pytest.mark.parametrize("fatal", [(0,), (5,), (3, 4), (LENGTH - 1,)])
def test_a_worker_that_dies_costs_the_commit_that_it_was_on(
    repository: Repository,
    told: list[Step],
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    fatal: tuple[int, ...],
) -> None:
    names = {told[number].commit.id for number in fatal}
    tell = Teller.tell

    def die(teller: Teller, commit: Commit) -> Outcome:
        if commit.id in names:
            os.kill(os.getpid(), signal.SIGKILL)
        return tell(teller, commit)

    with monkeypatch.context() as patch, opened() as cache:
        patch.setattr(Teller, "tell", die)
        found = list(walk(repository, Range(), jobs=2, cache=cache))
    lost = {number: Step(told[number].commit, None, team.DIED) for number in fatal}
    assert found == [lost.get(number, step) for number, step in enumerate(told)]
    with opened() as cache:
        assert list(walk(repository, Range(), jobs=2, cache=cache)) == told


def test_a_fault_of_ours_costs_the_commit_that_it_shows_at(
    repository: Repository, told: list[Step], opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = Position.around

    def fail(position: Position, commit: Commit) -> tuple[TreeSite, TreeSite]:
        if commit.id == told[5].commit.id:
            raise ZeroDivisionError("by zero")
        return around(position, commit)

    with monkeypatch.context() as patch, opened() as cache:
        patch.setattr(Position, "around", fail)
        found = list(walk(repository, Range(), cache=cache))
    lost = Step(told[5].commit, None, "internal error: ZeroDivisionError: by zero")
    assert found == [*told[:5], lost, *told[6:]]
    with opened() as cache:
        assert list(walk(repository, Range(), cache=cache)) == told


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("lines", [1, 25])
def test_a_run_that_was_killed_does_not_show(
    repository: Repository, told: list[Step], tmp_path: Path, jobs: str, lines: int
) -> None:
    words = [sys.executable, "-m", "drift", "-C", str(repository.folder), "log", "--jobs", jobs]
    words += ["--format", "jsonl", "--cache", str(tmp_path / "kept")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=CLEAN) as program:
        assert program.stdout
        for _ in range(lines):
            assert program.stdout.readline()
        program.kill()
    for _ in range(2):
        ended = subprocess.run(words, env=CLEAN, capture_output=True, check=True)
        assert ended.stderr == b""
        assert ended.stdout.splitlines() == [step.raw for step in told]


def test_two_runs_at_once_on_one_cache_are_the_same(
    repository: Repository, told: list[Step], tmp_path: Path
) -> None:
    words = [sys.executable, "-m", "drift", "-C", str(repository.folder), "log", "--jobs", "2"]
    words += ["--format", "jsonl", "--cache", str(tmp_path / "kept")]
    runs = [subprocess.Popen(words, stdout=subprocess.PIPE, env=CLEAN) for _ in range(2)]
    outputs = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert all(one.splitlines() == [step.raw for step in told] for one in outputs)
