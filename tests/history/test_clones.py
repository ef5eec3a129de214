"""Repositories that are not whole, or not where one looks: what is there is told, and what is not is named."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from drift.cache.store import open_cache
from drift.errors import RevisionError
from drift.history.step import Step
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.range import Range
from tests.history.from_scratch import from_scratch, unrestored
from tests.history.stories import COFFEE, CONF, DECK, GALLEY, HOME, PAGES, WITHOUT_DECK, line
from tests.revision.builder import CLEAN, Builder, Files

TREES: tuple[Files, ...] = (
    {**PAGES, "conf.py": CONF},
    {**PAGES, "conf.py": CONF, "galley.md": f"(stove)=\n{GALLEY}"},
    {**PAGES, "galley.md": f"(stove)=\n{GALLEY}"},
    WITHOUT_DECK,
    {**PAGES, "index.md": HOME + "\nSee the [stove](galley.md#stove).\n"},
)


@pytest.fixture
def made(build: Builder) -> list[str]:
    build.git("config", "uploadpack.allowFilter", "true")
    return line(build, TREES)


def cloned(build: Builder, place: Path, *words: str) -> Repository:
    build.git("clone", "-q", *words, f"file://{build.folder}", str(place))
    return Repository(place)


def agrees(repository: Repository, *, jobs: int = 1) -> list[Step]:
    """Hold a walk against each commit alone; give its steps."""
    steps = list(walk(repository, Range(), jobs=jobs))
    alone = from_scratch(repository, Range())
    assert [unrestored(step).raw for step in steps] == [step.raw for step in alone]
    return steps


@pytest.mark.parametrize("place", ["bare", "work tree", "linked work tree", "folder", "mirror"])
def test_a_repository_is_the_same_from_everywhere(
    build: Builder, made: list[str], tmp_path: Path, place: str
) -> None:
    here = tmp_path / "here"
    flags = {"bare": ["--bare"], "mirror": ["--mirror"]}.get(place, [])
    repository = cloned(build, here, *flags)
    if place == "folder":
        (here / "rooms").mkdir()
        repository = Repository(here / "rooms")
    elif place == "linked work tree":
        build.git("-C", str(here), "worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
        repository = Repository(tmp_path / "linked")
    whole = list(walk(Repository(build.folder), Range()))
    assert agrees(repository) == whole
    assert [step.commit.id for step in whole] == made[::-1]


def test_where_a_shallow_clone_was_cut_everything_is_new(
    build: Builder, made: list[str], tmp_path: Path
) -> None:
    repository = cloned(build, tmp_path / "shallow", "--bare", "--depth=2")
    last, first = agrees(repository)
    assert (last.commit.id, first.commit.id) == (made[-1], made[-2])
    assert first.entry
    assert first.commit.parents == ()
    assert {change.kind for change in first.entry.changes} == {"page.added", "link.broken"}
    # It was removed before the cut, of which nothing is known here.
    assert b"restored_from" not in (last.raw or b"")


def test_a_clone_that_gets_deeper_is_not_told_what_it_knew(
    build: Builder, made: list[str], tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    repository = cloned(build, tmp_path / "shallow", "--bare", "--depth=2")
    with open_cache(kept, version=b"1") as cache:
        assert len(list(walk(repository, Range(), cache=cache))) == 2
    build.git("-C", str(tmp_path / "shallow"), "fetch", "-q", "--unshallow")
    with open_cache(kept, version=b"1") as cache:
        again = list(walk(Repository(tmp_path / "shallow"), Range(), cache=cache))
    assert again == list(walk(Repository(build.folder), Range()))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_partial_clone_names_what_is_missing_and_fetches_nothing(
    build: Builder, made: list[str], tmp_path: Path, jobs: int
) -> None:
    repository = cloned(build, tmp_path / "partial", "--bare", "--filter=blob:none")
    before = sorted((tmp_path / "partial").rglob("*"))
    steps = agrees(repository, jobs=jobs)
    assert sorted((tmp_path / "partial").rglob("*")) == before
    assert [step.commit.id for step in steps] == made[::-1]
    assert all("is missing" in step.problem for step in steps if step.raw)
    # Both of its versions are.
    assert steps[0].problem.count("deck.md") == 1
    assert steps[0].entry
    assert [change.kind for change in steps[0].entry.changes if change.kind.startswith("page.")]


def test_what_was_missing_is_looked_for_again(
    build: Builder, made: list[str], tmp_path: Path
) -> None:
    repository = cloned(build, tmp_path / "partial", "--bare", "--filter=blob:none")
    with open_cache(tmp_path / "kept", version=b"1") as cache:
        poor = list(walk(repository, Range(), cache=cache))
    for name in build.told("rev-list", "--objects", "--all", "--no-object-names").split():
        build.git("-C", str(tmp_path / "partial"), "cat-file", "-e", name)
    with open_cache(tmp_path / "kept", version=b"1") as cache:
        rich = list(walk(Repository(tmp_path / "partial"), Range(), cache=cache))
    assert rich == list(walk(Repository(build.folder), Range()))
    assert rich != poor


def test_a_lost_page_is_named_and_the_rest_goes_on(build: Builder, made: list[str]) -> None:
    whole = list(walk(Repository(build.folder), Range()))
    lost = build.told("rev-parse", f"{made[1]}:galley.md")
    (build.folder / "objects" / lost[:2] / lost[2:]).unlink()
    steps = agrees(Repository(build.folder))
    assert [bool(step.problem) for step in steps] == [False, True, False, True, False]
    assert steps[1].problem.startswith("galley.md: ")
    assert steps[3].problem.startswith("galley.md: ")
    assert (steps[0], steps[4]) == (whole[0], whole[4])


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_lost_folder_ends_the_history_where_git_cannot_go_on(build: Builder, jobs: int) -> None:
    one = build.commit(PAGES)
    two = build.commit({**PAGES, "rooms/attic.md": COFFEE}, one)
    three = build.commit({**PAGES, "rooms/attic.md": COFFEE, "deck.md": DECK + "\nAye.\n"}, two)
    build.commit(PAGES, three)
    lost = build.told("rev-parse", f"{two}:rooms")
    (build.folder / "objects" / lost[:2] / lost[2:]).unlink()
    steps = walk(Repository(build.folder), Range(words=("main~1",)), jobs=jobs)
    assert next(steps).commit.id == three
    with pytest.raises(RevisionError, match=f"unable to read tree {lost}"):
        next(steps)


def test_a_repository_with_long_ids(tmp_path: Path) -> None:
    subprocess.run(
        ["git", "init", "-q", "-b", "main", "--object-format=sha256", tmp_path / "long"],
        env=CLEAN,
        check=True,
    )
    (tmp_path / "long/index.md").write_text(DECK)
    git = ("git", "-C", str(tmp_path / "long"))
    subprocess.run([*git, "add", "."], env=CLEAN, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "one"], env=CLEAN, check=True)
    (tmp_path / "long/index.md").write_text(DECK + "\nAye.\n")
    subprocess.run([*git, "commit", "-q", "-a", "-m", "two"], env=CLEAN, check=True)
    assert len(agrees(Repository(tmp_path / "long"))) == 2
