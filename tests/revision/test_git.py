"""A repository seen from any place, cut short or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from drift.errors import RevisionError
from drift.revision.base import blob_id
from drift.revision.git import Repository
from drift.revision.log import log
from drift.revision.objects import commit_revision
from drift.revision.range import Range
from drift.revision.tree_objects import Trees
from tests.revision.builder import Builder, Submodule


@pytest.fixture
def line(build: Builder) -> list[str]:
    commits = [build.commit({"a.md": "0"}, message="0")]
    for n in range(1, 5):
        commits.append(build.commit({"a.md": str(n)}, commits[-1], message=str(n)))
    return commits


@pytest.mark.parametrize("name", ["nowhere", "a.md"])
def test_what_is_no_folder_is_not_the_one_that_the_user_stands_in(
    build: Builder, line: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (build.folder / "a.md").write_text("a")
    monkeypatch.chdir(build.folder)
    with pytest.raises(RevisionError, match=rf"{name}: no such directory"):
        Repository(build.folder / name)


def test_a_whole_clone_is_cut_nowhere(build: Builder, line: list[str]) -> None:
    assert Repository(build.folder).shallow == frozenset()


@pytest.mark.parametrize("place", ["bare", "work tree", "linked work tree", "folder"])
def test_a_shallow_clone_says_where_it_was_cut(
    build: Builder, line: list[str], tmp_path: Path, place: str
) -> None:
    here = tmp_path / "shallow"
    flags = ["--bare"] if place == "bare" else []
    build.git("clone", "-q", "--depth=3", *flags, f"file://{build.folder}", str(here))
    if place == "folder":
        here /= "docs"
        here.mkdir()
    elif place == "linked work tree":
        build.git("-C", str(here), "worktree", "add", "-q", str(tmp_path / "linked"), "HEAD~1")
        here = tmp_path / "linked"
    repository = Repository(here)
    commits = list(log(repository, Range(words=("main",))))
    assert [commit.id for commit in commits] == line[:1:-1]
    assert repository.shallow == {line[2]}
    assert commits[-1].parents == ()
    assert [(delta.path, delta.old) for delta in commits[-1].deltas] == [("a.md", "")]


def test_a_linked_work_tree_reads_the_same_history(
    build: Builder, line: list[str], tmp_path: Path
) -> None:
    build.git("worktree", "add", "-q", str(tmp_path / "linked"), line[2])
    linked = Repository(tmp_path / "linked")
    assert [commit.subject for commit in log(linked, Range())] == ["2", "1", "0"]
    tree = build.told("rev-parse", f"{line[2]}^{{tree}}")
    assert Trees(linked).entries(tree).entries[0].blob == blob_id(b"2")


def test_a_partial_clone_has_its_history(build: Builder, line: list[str], tmp_path: Path) -> None:
    build.git("config", "uploadpack.allowFilter", "true")
    words = ("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{build.folder}")
    build.git(*words, str(tmp_path / "partial"))
    partial, whole = Repository(tmp_path / "partial"), Repository(build.folder)
    assert list(log(partial, Range())) == list(log(whole, Range()))


def test_a_partial_clone_has_its_history_where_submodules_came(
    build: Builder, tmp_path: Path
) -> None:
    modules = '[submodule "lib"]\n\tpath = lib\n\turl = ../lib\n'
    build.commit({".gitmodules": modules, "lib": Submodule(), "a.md": "# A\n"})
    build.git("config", "uploadpack.allowFilter", "true")
    words = ("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{build.folder}")
    build.git(*words, str(tmp_path / "partial"))
    (commit,) = log(Repository(tmp_path / "partial"), Range())
    assert [delta.path for delta in commit.deltas] == [".gitmodules", "a.md"]
    assert commit.skipped == {"submodule": 1}


def test_a_commit_is_known_without_the_content_that_it_renamed(build: Builder) -> None:
    text = "".join(f"Line {number}\n" for number in range(40))
    first = build.commit({"a.md": text})
    second = build.commit({"b.md": f"{text}More.\n"}, first)
    blob = build.git("rev-parse", f"{first}:a.md").decode().strip()
    (build.folder / "objects" / blob[:2] / blob[2:]).unlink()
    revision = commit_revision(Repository(build.folder), "HEAD")
    assert revision
    assert revision.commit == second


def test_git_maps_a_few_megabytes_of_a_pack_and_not_all_of_it(
    build: Builder, line: list[str]
) -> None:
    repository = Repository(build.folder)
    limits = ("core.packedGitWindowSize", "core.packedGitLimit")
    assert [repository.ask("config", limit) for limit in limits] == ["1m", "16m"]
