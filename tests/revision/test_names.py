from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drift.errors import RevisionError
from drift.revision.base import Revision
from drift.revision.git import Repository
from drift.revision.names import open_revision, open_revisions

Git = Callable[..., str]


def contents(revision: Revision) -> dict[str, str]:
    entries = revision.entries()
    read = revision.read(entries)
    return {
        entry.path: data.decode() if isinstance(data, bytes) else f"!{data.reason}"
        for entry, data in zip(entries, read, strict=True)
    }


FIRST = {"README.md": "one\n", "docs/a.md": "a1\n", "docs/b.md": "b1\n"}
SECOND = {**FIRST, "docs/a.md": "a2\n"}
TOPIC = {**FIRST, "docs/t.md": "t\n"}
EDITED = {**SECOND, "docs/a.md": "a3\n", "new.md": "n\n"}
A_MD, DOCS = {"a.md": "a1\n"}, {"a.md": "a1\n", "b.md": "b1\n"}


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("v1", "v2", FIRST, SECOND),
        ("v1..v2", None, FIRST, SECOND),
        ("v1..", None, FIRST, SECOND),
        ("main...topic", None, FIRST, TOPIC),
        ("HEAD~1", "HEAD", FIRST, SECOND),
        ("v1", None, FIRST, EDITED),
        ("v1", "WORKTREE", FIRST, EDITED),
        ("v1", "INDEX", FIRST, SECOND),
        ("INDEX", None, SECOND, EDITED),
        ("v1:docs", "docs/", DOCS, {"a.md": "a3\n", "b.md": "b1\n"}),
        ("v1:docs", None, DOCS, {"a.md": "a3\n", "b.md": "b1\n"}),
        ("v1:docs/a.md", None, A_MD, {"a.md": "a3\n"}),
        ("v1:docs/a.md", "docs/b.md", A_MD, {"b.md": "b1\n"}),
        ("INDEX:docs/a.md", "./docs", {"a.md": "a2\n"}, {"a.md": "a3\n", "b.md": "b1\n"}),
        ("docs/a.md", "docs/b.md", {"a.md": "a3\n"}, {"b.md": "b1\n"}),
        (
            "docs",
            "WORKTREE:docs",
            {"a.md": "a3\n", "b.md": "b1\n"},
            {"a.md": "a3\n", "b.md": "b1\n"},
        ),
    ],
)
def test_what_users_write(
    story: Path, old: str, new: str | None, before: dict[str, str], after: dict[str, str]
) -> None:
    (story / "docs/a.md").write_text("a3\n")
    (story / "new.md").write_text("n\n")
    (story / ".gitignore").write_text(".gitignore\nignored.md\n")
    (story / "ignored.md").write_text("i\n")
    first, second = open_revisions(old, new, repo_dir=story)
    assert (contents(first), contents(second)) == (before, after)


def test_facts_of_a_commit(story: Path, git: Git) -> None:
    first, second = open_revisions("v1..v2", None, repo_dir=story)
    assert (first.rev, first.commit) == ("v1", git(story, "rev-parse", "v1^{commit}"))
    assert first.date == second.date == "2020-01-01T00:00:00+00:00"
    folder = open_revision("v1:docs", repo_dir=story)
    assert (folder.rev, folder.commit) == ("v1:docs", first.commit)
    worktree = open_revision("WORKTREE", repo_dir=story)
    assert (worktree.commit, worktree.date) == (None, None)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("vv1", "vv1: neither a revision nor a file (did you mean v1?)"),
        ("topci", "topci: neither a revision nor a file (did you mean topic?)"),
        ("v1:nowhere", "v1:nowhere: v1 has no file or folder nowhere"),
        ("WORKTREE:nowhere", "WORKTREE:nowhere: no such file or folder"),
        ("./nowhere", "./nowhere: no such file or directory"),
        ("--output=stolen", "--output=stolen: is an option and no revision"),
        ("", "an empty name is no revision"),
        ("a\0b", "an empty name is no revision"),
    ],
)
def test_bad_names(story: Path, word: str, said: str) -> None:
    with pytest.raises(RevisionError) as caught:
        open_revision(word, repo_dir=story)
    assert str(caught.value) == said
    assert not (story / "stolen").exists()


def test_other_ways_to_name_a_commit(story: Path, git: Git) -> None:
    head = git(story, "rev-parse", "HEAD")
    for word in ("HEAD", "@", head[:9], "refs/heads/main", ":/second", "v2^{commit}"):
        assert open_revision(word, repo_dir=story).commit == head
    assert contents(open_revision("v1:docs/", repo_dir=story)) == DOCS
    assert contents(open_revision(":docs/b.md", repo_dir=story)) == {"b.md": "b1\n"}


def test_a_path_alone(story: Path) -> None:
    with pytest.raises(RevisionError, match="nothing to be compared with"):
        open_revisions("docs/a.md", None, repo_dir=story)


def test_a_revision_wins_over_a_folder_of_its_name(story: Path, git: Git) -> None:
    git(story, "branch", "docs", "v1")
    assert contents(open_revision("docs", repo_dir=story)) == FIRST
    assert set(contents(open_revision("./docs", repo_dir=story))) == {"a.md", "b.md"}


def test_outside_of_a_repository(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.md").write_text(name)
    first, second = open_revisions("a", "b", repo_dir=tmp_path)
    assert (contents(first), contents(second)) == ({"x.md": "a"}, {"x.md": "b"})
    with pytest.raises(RevisionError, match=r"no such file or directory, and .* is not a git"):
        open_revision("v1", repo_dir=tmp_path)
    with pytest.raises(RevisionError, match="not a git repository"):
        open_revision("WORKTREE", repo_dir=tmp_path)
    with pytest.raises(RevisionError, match="no such directory"):
        open_revision("v1", repo_dir=tmp_path / "nowhere")


def test_an_empty_repository(repo: Path) -> None:
    with pytest.raises(RevisionError, match="no commits yet"):
        open_revisions("HEAD", None, repo_dir=repo)
    (repo / "a.md").write_text("a")
    assert contents(open_revision("WORKTREE", repo_dir=repo)) == {"a.md": "a"}
    assert contents(open_revision("INDEX", repo_dir=repo)) == {}


@pytest.mark.parametrize("word", ["lost", "lost~1", "lost:docs"])
def test_what_a_name_stands_for_may_be_lost(story: Path, word: str) -> None:
    (story / ".git" / "refs" / "heads" / "lost").write_text(f"{'1' * 40}\n")
    with pytest.raises(RevisionError) as error:
        open_revision(word, repo_dir=story)
    told = "the repository is damaged or incomplete: it lacks what this names"
    assert str(error.value) == f"{word}: {told} (git fsck names what is missing)"


def test_an_id_of_another_repository(story: Path) -> None:
    with pytest.raises(RevisionError, match="neither a revision nor a file"):
        open_revision("1" * 40, repo_dir=story)


def test_no_common_ancestor(story: Path, git: Git) -> None:
    git(story, "switch", "-q", "--orphan", "other")
    git(story, "commit", "-q", "--allow-empty", "-m", "alone")
    with pytest.raises(RevisionError, match="no common ancestor"):
        open_revisions("main...other", None, repo_dir=story)


def test_bare_worktree_shallow_and_subfolder(story: Path, tmp_path: Path, git: Git) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(story), "bare")
    assert contents(open_revision("HEAD", repo_dir=tmp_path / "bare")) == SECOND
    with pytest.raises(RevisionError, match="no work tree"):
        open_revisions("v1", None, repo_dir=tmp_path / "bare")
    git(story, "worktree", "add", "-q", str(tmp_path / "beside"), "topic")
    assert contents(open_revision("WORKTREE", repo_dir=tmp_path / "beside")) == TOPIC
    git(tmp_path, "clone", "-q", "--depth=1", story.as_uri(), "shallow")
    assert contents(open_revision("HEAD", repo_dir=tmp_path / "shallow")) == SECOND
    with pytest.raises(RevisionError, match="the clone is shallow"):
        open_revision("HEAD~1", repo_dir=tmp_path / "shallow")
    below = open_revision("v1", repo_dir=story / "docs")
    assert (below.prefix, contents(below)) == ("docs/", FIRST)
    assert contents(open_revision("WORKTREE:./a.md", repo_dir=story / "docs")) == {"a.md": "a2\n"}


def test_a_partial_clone_names_what_is_missing(story: Path, tmp_path: Path, git: Git) -> None:
    git(story, "config", "uploadpack.allowFilter", "true")
    words = ("clone", "-q", "--no-checkout", "--filter=blob:none", story.as_uri(), "partial")
    git(tmp_path, *words)
    read = contents(open_revision("HEAD", repo_dir=tmp_path / "partial"))
    assert set(read) == set(SECOND)
    assert all(text.startswith("!its content is missing") for text in read.values())


def test_links_and_submodules_are_counted_and_left_out(story: Path, git: Git) -> None:
    (story / "link.md").symlink_to("README.md")
    (story / "away").symlink_to("/etc")
    head = git(story, "rev-parse", "HEAD")
    git(story, "add", "-A")
    git(story, "update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    git(story, "commit", "-q", "-m", "links")
    (story / "sub").mkdir()
    for word, counted in (
        ("HEAD", {"symlink": 2, "submodule": 1}),
        ("INDEX", {"symlink": 2, "submodule": 1}),
        ("WORKTREE", {"symlink": 2, "submodule": 1}),
        ("./", {"symlink": 2}),
    ):
        revision = open_revision(word, repo_dir=story)
        assert (contents(revision), dict(revision.skipped)) == (SECOND, counted)


def test_paths_that_are_not_utf8(story: Path, git: Git) -> None:
    try:
        Path(os.fsdecode(os.fsencode(story) + b"/caf\xe9.md")).write_text("x\n")
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    git(story, "add", "-A")
    git(story, "commit", "-q", "-m", "bytes")
    for word in ("HEAD", "INDEX", "WORKTREE", "./"):
        revision = open_revision(word, repo_dir=story)
        assert contents(revision)["caf\\xe9.md"] == "x\n"


def test_conflicts_sparse_and_deleted_files(story: Path, git: Git) -> None:
    git(story, "update-index", "--skip-worktree", "docs/b.md")
    (story / "docs/b.md").unlink()
    (story / "README.md").unlink()
    read = contents(open_revision("WORKTREE", repo_dir=story))
    assert read == {"docs/a.md": "a2\n", "docs/b.md": "b1\n"}
    git(story, "update-index", "--no-skip-worktree", "docs/b.md")
    git(story, "checkout", "-q", "--", ".")
    git(story, "switch", "-q", "topic")
    (story / "docs/a.md").write_text("ours\n")
    git(story, "commit", "-q", "-am", "ours")
    with pytest.raises(subprocess.CalledProcessError):
        git(story, "merge", "-q", "main")
    assert contents(open_revision("INDEX", repo_dir=story))["docs/a.md"] == "ours\n"


def test_tags_of_trees_and_blobs(story: Path, git: Git) -> None:
    git(story, "tag", "tree", "v1^{tree}")
    assert contents(open_revision("tree", repo_dir=story)) == FIRST
    assert open_revision("tree", repo_dir=story).commit is None


def test_git_is_asked_no_more_often_than_two_commits_need(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    run = Repository.run

    def counted(repository: Repository, *words: str) -> bytes:
        asked.append(words[0])
        return run(repository, *words)

    monkeypatch.setattr(Repository, "run", counted)
    old, new = open_revisions("HEAD~1", "HEAD", repo_dir=story)
    assert (bool(old.date), bool(new.date)) == (True, True)
    assert asked == ["rev-parse", "ls-tree", "ls-tree"]
