"""Every shape of history: what is read of it is what git's own plumbing tells, one process a commit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest

from drift.revision.base import shown
from drift.revision.git import Repository
from drift.revision.log import Delta, Difference, log
from drift.revision.objects import commit_revision
from drift.revision.range import Range
from drift.revision.tree_objects import Trees
from tests.revision.builder import Builder, Link, Script, Submodule

Tell = Callable[[Builder], object]


def linear(build: Builder) -> None:
    one = build.commit({"a.md": "1", "docs/b.md": "b"})
    two = build.commit({"a.md": "2", "docs/b.md": "b", "docs/deep/er/c.md": "c"}, one)
    build.commit({"docs/deep/er/c.md": "c", "docs/moved.md": "b"}, two)


def merge(build: Builder) -> None:
    one = build.commit({"a.md": "1", "b.md": "1"})
    ours = build.commit({"a.md": "2", "b.md": "1"}, one)
    theirs = build.commit({"a.md": "1", "b.md": "2"}, one)
    build.commit({"a.md": "2", "b.md": "2"}, ours, theirs)


def merge_with_changes_of_its_own(build: Builder) -> None:
    one = build.commit({"a.md": "1"})
    ours, theirs = build.commit({"a.md": "2"}, one), build.commit({"a.md": "3"}, one)
    build.commit({"a.md": "neither"}, ours, theirs)


def merge_that_takes_ours(build: Builder) -> None:
    one = build.commit({"a.md": "1"})
    ours, theirs = build.commit({"a.md": "2"}, one), build.commit({"a.md": "3"}, one)
    build.commit({"a.md": "2"}, ours, theirs)


def octopus(build: Builder) -> None:
    one = build.commit({"a.md": "1"})
    arms = [build.commit({"a.md": "1", f"{name}.md": name}, one) for name in "xyz"]
    build.commit({"a.md": "1", "x.md": "x", "y.md": "y", "z.md": "z"}, *arms)


def criss_cross(build: Builder) -> None:
    one = build.commit({"a.md": "1"})
    left, right = build.commit({"a.md": "l"}, one), build.commit({"a.md": "r"}, one)
    first = build.commit({"a.md": "lr"}, left, right)
    second = build.commit({"a.md": "rl"}, right, left)
    build.commit({"a.md": "both"}, first, second)


def several_roots(build: Builder) -> None:
    one, other = build.commit({"a.md": "1"}), build.commit({"lib/b.md": "1"})
    build.commit({"a.md": "1", "lib/b.md": "1"}, one, other)


def clocks_that_go_back(build: Builder) -> None:
    one = build.commit({"a.md": "1"}, when=b"1700000000 +0000")
    two = build.commit({"a.md": "2"}, one, when=b"1500000000 +0000")
    side = build.commit({"a.md": "3"}, one, when=b"1400000000 +0000")
    build.commit({"a.md": "4"}, two, side, when=b"1600000000 +0000")


def empty_commits(build: Builder) -> None:
    one = build.commit({})
    two = build.commit({"a.md": "1"}, build.commit({}, one))
    build.commit({"a.md": "1"}, build.commit({"a.md": "1"}, two))


def files_and_folders_take_turns(build: Builder) -> None:
    one = build.commit({"a": "file", "a.b": "x", "a-b": "x"})
    two = build.commit({"a/b": "x", "a/c/d": "x", "a.b": "y", "a-b": "y"}, one)
    build.commit({"a": Link("a.b"), "a.b/c": "y", "a-b": "z"}, two)


def odd_modes(build: Builder) -> None:
    one = build.commit({"run.md": "1", "link": Link("run.md"), "lib": Submodule(), "file": "f"})
    two = build.commit({"run.md": Script("1"), "link": "run.md", "lib": Submodule("2" * 40)}, one)
    three = build.commit({"run.md": Script("2"), "link": Link("else"), "lib": "a file"}, two)
    build.commit({"run.md": Submodule(), "link": Submodule(), "lib": Script("a file")}, three)


def odd_paths(build: Builder) -> None:
    one = build.commit({"a b.md": "1", "q\"uo'te.md": "1", "new\nline.md": "1", "ta\tb.md": "1"})
    odd: dict[str | bytes, str] = {
        "-rf": "1",
        "--help/-x.md": "1",
        ":100644 x": "1",
        "é.md": "1",
        " lead": "1",
        "*": "1",
    }
    two = build.commit({**odd, b"\xff\xfe/latin-\xe9.md": "1", "back\\slash": "1"}, one)
    build.commit({**odd, b"\xff\xfe/latin-\xe9.md": "2", "\\xff": "1", "💥": "1"}, two)


def many_files(build: Builder) -> None:
    one = build.commit({f"d{n % 7}/e{n % 3}/f{n}.md": str(n % 5) for n in range(90)})
    build.commit({f"d{n % 7}/e{n % 3}/f{n}.md": str(n % 4) for n in range(120)}, one)


def grafts(build: Builder) -> None:
    one = build.commit({"a.md": "1"})
    two = build.commit({"a.md": "2"}, one)
    three = build.commit({"a.md": "3"}, two)
    build.commit({"a.md": "4"}, three)
    (build.folder / "info/grafts").write_text(f"{three} {one}\n")


def replaced_commit(build: Builder) -> None:
    one = build.commit({"a.md": "1"})
    two = build.commit({"a.md": "2"}, one)
    other = build.commit({"a.md": "other", "b.md": "new"}, one, message="replaced\n")
    build.git("replace", two, other)
    build.commit({"a.md": "3"}, two)


def replaced_tree(build: Builder) -> None:
    one = build.commit({"d/a.md": "1", "b.md": "1"})
    build.commit({"d/a.md": "2", "b.md": "1"}, one)
    tree = build.told("rev-parse", "main:d")
    build.git("replace", tree, build.tree({"a.md": "other", "more/c.md": "new"}))


STORIES: Mapping[str, Tell] = MappingProxyType(
    {
        tell.__name__: tell
        for tell in (
            linear,
            merge,
            merge_with_changes_of_its_own,
            merge_that_takes_ours,
            octopus,
            criss_cross,
            several_roots,
            clocks_that_go_back,
            empty_commits,
            files_and_folders_take_turns,
            odd_modes,
            odd_paths,
            many_files,
            grafts,
            replaced_commit,
            replaced_tree,
        )
    }
)


@pytest.fixture(scope="module", params=STORIES)
def build(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Builder:
    build = Builder(tmp_path_factory.mktemp("story") / "built")
    STORIES[request.param](build)
    return build


@pytest.fixture(scope="module")
def plain(build: Builder) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each commit of main with its tree and parents."""
    told = build.told("rev-list", "--no-commit-header", "--format=%H,%T,%P", "main").split("\n")
    rows = [line.split(",") for line in told]
    return [(name, tree, tuple(parents.split())) for name, tree, parents in rows]


def test_a_history_is_what_plumbing_tells(
    build: Builder, plain: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    commits = list(log(Repository(build.folder), Range(first_parent=False)))
    assert sorted((each.id, each.tree, each.parents) for each in commits) == sorted(plain)
    nothing = build.told("hash-object", "-t", "tree", "/dev/null")
    for commit in commits:
        before = commit.parents[0] if commit.parents else nothing
        assert commit.deltas == _plain_diff(build, before, commit.id)


def test_the_first_parents_are_a_line(build: Builder) -> None:
    every = {each.id: each for each in log(Repository(build.folder), Range(first_parent=False))}
    line = [every[build.told("rev-parse", "main")]]
    while line[-1].parents:
        line.append(every[line[-1].parents[0]])
    repository = Repository(build.folder)
    assert list(log(repository, Range())) == line
    assert list(log(repository, Range(reverse=True))) == line[::-1]
    assert list(log(repository, Range(max_count=2, reverse=True))) == line[:2][::-1]


def test_no_commit_comes_before_its_children(build: Builder) -> None:
    repository = Repository(build.folder)
    newest = list(log(repository, Range(first_parent=False)))
    place = {commit.id: at for at, commit in enumerate(newest)}
    assert all(place[each.id] < place[parent] for each in newest for parent in each.parents)
    assert list(log(repository, Range(first_parent=False, reverse=True))) == newest[::-1]


def test_trees_give_the_same_files_and_differences(build: Builder) -> None:
    repository = Repository(build.folder)
    trees = Trees(repository)
    commits = list(log(repository, Range(first_parent=False)))
    tree = {commit.id: commit.tree for commit in commits}
    skipped = {commit.id: Counter(trees.entries(commit.tree).skipped) for commit in commits}
    for commit in commits:
        whole = commit_revision(repository, commit.id)
        assert whole
        listed = trees.entries(commit.tree)
        assert (listed.entries, listed.skipped) == (whole.entries(), whole.skipped)
        before = tree[commit.parents[0]] if commit.parents else ""
        told = Difference(commit.deltas, commit.skipped, commit.symlinks)
        assert trees.delta(before, commit.tree) == told
        more = skipped[commit.id].copy()
        more.subtract(skipped[commit.parents[0]] if commit.parents else {})
        assert commit.skipped == {kind: number for kind, number in more.items() if number}
    first, last = commits[-1].tree, commits[0].tree
    assert trees.delta(first, last).deltas == _plain_diff(build, first, last)
    assert trees.delta(last, first).deltas == _plain_diff(build, last, first)
    assert trees.delta(first, first) == Difference((), {})


def _plain_diff(build: Builder, old: str, new: str) -> tuple[Delta, ...]:
    """The same by one process a pair of trees, from the names and modes that it gives."""
    words = build.git("diff-tree", "-r", "-z", "--no-renames", old, new).split(b"\0")
    deltas = []
    for facts, path in zip(words[::2], words[1::2], strict=False):
        old_mode, new_mode, before, after, _ = facts.lstrip(b":").decode("ascii").split(" ")
        ids = (
            before if old_mode in {"100644", "100755"} else "",
            after if new_mode in {"100644", "100755"} else "",
        )
        if ids[0] != ids[1]:
            deltas.append(Delta(shown(path), *ids))
    return tuple(deltas)
