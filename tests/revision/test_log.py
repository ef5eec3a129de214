"""What is told of one commit, which commits a range holds, and how reading ends."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from drift.errors import RevisionError, UsageError
from drift.revision.git import Repository
from drift.revision.log import Commit, Delta, log
from drift.revision.range import Range
from tests.revision.builder import Builder, Files

NOON = b"1000000000 +0000"
NOON_TOLD = "2001-09-09T01:46:40+00:00"


def only(build: Builder) -> Commit:
    (commit,) = log(Repository(build.folder), Range())
    return commit


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("one line\n", "one line"),
        ("one\nand two\n\nbody\n", "one and two"),
        ("\n\n  indented\n", "  indented"),
        ("", ""),
        ("\n", ""),
        ("\x1b[31mred\x07\ttab\r\n", "\x1b[31mred\x07\ttab"),
        (":100644 100644 looks like a file\n", ":100644 100644 looks like a file"),
        ("x" * 300_000, "x" * 300_000),
        (b"caf\xe9\n", "caf\\xe9"),
        ("é 💥 \u2028\x85\n", "é 💥 \u2028\x85"),
    ],
)
def test_subjects(build: Builder, message: str | bytes, told: str) -> None:
    build.commit({"a.md": "1"}, message=message)
    commit = only(build)
    assert commit.subject == told
    assert (commit.author, [delta.path for delta in commit.deltas]) == ("Ada", ["a.md"])


@pytest.mark.parametrize(
    ("author", "encoding", "told"),
    [
        ("Zoë".encode(), b"", "Zoë"),
        ("Zoë".encode("latin-1"), b"ISO-8859-1", "Zoë"),
        ("Zoë".encode("latin-1"), b"", "Zo\\xeb"),
        ("Zoë".encode("latin-1"), b"no-such-encoding", "Zo\\xeb"),
        (b"", b"", ""),
        (b"a\x01b\tc", b"", "a\x01b\tc"),
        (b"--format=%B", b"", "--format=%B"),
    ],
)
def test_authors(build: Builder, author: bytes, encoding: bytes, told: str) -> None:
    build.commit({"a.md": "1"}, author=author, encoding=encoding)
    assert only(build).author == told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (NOON, NOON_TOLD),
        (b"1000000000 +0530", "2001-09-09T07:16:40+05:30"),
        (b"1000000000 -1100", "2001-09-08T14:46:40-11:00"),
        (b"0 +0000", "1970-01-01T00:00:00+00:00"),
        (b"4102444800 +0000", "2100-01-01T00:00:00+00:00"),
    ],
)
def test_dates(build: Builder, when: bytes, told: str) -> None:
    build.commit({"a.md": "1"}, when=when)
    assert only(build).date == told


@pytest.mark.parametrize(
    "when", [b"-100000 +0000", b"yesterday", b"99999999999999999999 +0000", b""]
)
def test_dates_that_are_none_do_not_stop_the_reading(build: Builder, when: bytes) -> None:
    build.commit({"a.md": "1"}, when=when or b" ")
    assert only(build).deltas[0].path == "a.md"


CONFIGURATIONS = [
    "log.showSignature=true",
    "log.showRoot=false",
    "log.diffMerges=off",
    "log.follow=true",
    "log.decorate=full",
    "log.date=relative",
    "diff.renames=copies",
    "diff.relative=true",
    "diff.noprefix=true",
    "diff.external=false",
    "core.abbrev=7",
    "core.quotePath=true",
    "color.ui=always",
    "format.pretty=raw",
    "i18n.logOutputEncoding=UTF-16",
    "notes.displayRef=*",
]


@pytest.mark.parametrize("setting", CONFIGURATIONS)
def test_no_configuration_changes_what_is_read(build: Builder, setting: str) -> None:
    one = build.commit({"d/old.md": "same", "z.md": "z"})
    ours = build.commit({"d/new.md": "same", "z.md": "z"}, one, author="Zoë".encode())
    build.commit({"d/new.md": "same", "a.md": "a"}, ours, build.commit({}, one))
    build.git("notes", "add", "-m", "a note", "main")
    plain = list(log(Repository(build.folder), Range(first_parent=False)))
    build.git("config", *setting.split("="))
    assert list(log(Repository(build.folder), Range(first_parent=False))) == plain
    assert [len(commit.deltas) for commit in plain] == [2, 2, 2, 2]


def letters(commits: Iterable[Commit]) -> str:
    return "".join(commit.subject for commit in commits)


@pytest.fixture
def story(build: Builder) -> Builder:
    """`abc-f-g` on main, where `f` merges `d-e`, branched from `b`; tags v1 = b and v2 = f; another root, `x`."""

    def commit(letter: str, files: Files, *parents: str, author: bytes = b"Ada") -> str:
        return build.commit(files, *parents, message=letter, author=author)

    other = commit("x", {"x.md": "x"})
    build.git("update-ref", "refs/heads/other", other)
    a = commit("a", {"a.md": "1"})
    b = commit("b", {"a.md": "1", "docs/b.md": "1"}, a, author=b"Bob")
    c = commit("c", {"a.md": "2", "docs/b.md": "1"}, b)
    d = commit("d", {"a.md": "1", "docs/b.md": "2"}, b)
    e = commit("e", {"a.md": "1", "docs/b.md": "3"}, d, author=b"Bob")
    build.git("update-ref", "refs/heads/topic", e)
    f = commit("f", {"a.md": "2", "docs/b.md": "3"}, c, e)
    commit("g", {"a.md": "2", "docs/b.md": "3", "docs/new.md": "1"}, f)
    build.git("tag", "-a", "-m", "one", "v1", b)
    build.git("tag", "v2", f)
    return build


@pytest.mark.parametrize(
    ("words", "line", "every"),
    [
        ("", "gfcba", "gfedcba"),
        ("main", "gfcba", "gfedcba"),
        ("v1", "ba", "ba"),
        ("v1..v2", "fc", "fedc"),
        ("v1..", "gfc", "gfedc"),
        ("..topic", "", ""),
        ("topic ^v1", "ed", "ed"),
        ("^v1", "gfc", "gfedc"),
        ("topic...v2", "fc", "fc"),
        ("v2^2", "edba", "edba"),
        ("v2^@ ^v1", "edc", "edc"),
        ("v2^!", "f", "f"),
        ("topic other", "edbax", "edbax"),
        ("main topic", "gfedcba", "gfedcba"),
        ("main~1 other ^v1", "fcx", "fedcx"),
        ("refs/heads/topic", "edba", "edba"),
        (":/^d", "dba", "dba"),
    ],
)
def test_ranges(story: Builder, words: str, line: str, every: str) -> None:
    repository = Repository(story.folder)
    wanted = tuple(words.split())
    assert letters(log(repository, Range(words=wanted))) == line
    assert letters(log(repository, Range(words=wanted, first_parent=False))) == every


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Range(max_count=2), "gf"),
        (Range(max_count=0), ""),
        (Range(reverse=True), "abcfg"),
        (Range(max_count=2, reverse=True), "fg"),
        (Range(author="Bob"), "b"),
        (Range(author="Bob", first_parent=False), "eb"),
        (Range(author="ada@example"), "gfcba"),
        (Range(grep="[cg]"), "gc"),
        (Range(grep="--all"), ""),
        (Range(since="2020-09-13T12:30:00Z"), "gfc"),
        (Range(until="2020-09-13T12:30:00Z"), "ba"),
        (Range(paths=("docs",)), "gfb"),
        (Range(paths=("docs",), first_parent=False), "gfedb"),
        (Range(paths=("docs",), max_count=2), "gf"),
        (Range(paths=("docs",), max_count=2, reverse=True), "fg"),
        (Range(paths=("docs",), max_count=0), ""),
        (Range(paths=("*.md", ":!docs")), "ca"),
        (Range(paths=("docs/new.md", "a.md")), "gca"),
        (Range(paths=("nothing",)), ""),
        (Range(paths=("docs",), author="Bob"), "b"),
    ],
)
def test_limits(story: Builder, wanted: Range, told: str) -> None:
    assert letters(log(Repository(story.folder), wanted)) == told


def test_paths_limit_commits_and_not_what_is_told_of_them(build: Builder) -> None:
    build.commit({"a.md": "1", "docs/b.md": "1"})
    (commit,) = log(Repository(build.folder), Range(paths=("docs",)))
    assert [delta.path for delta in commit.deltas] == ["a.md", "docs/b.md"]


def test_paths_count_from_where_the_user_stands(build: Builder, tmp_path: Path) -> None:
    one = build.commit({"docs/a.md": "1"}, message="below")
    build.commit({"docs/a.md": "1", "a.md": "1"}, one, message="top")
    build.git("worktree", "add", "-q", str(tmp_path / "tree"), one)
    repository = Repository(tmp_path / "tree/docs")
    assert letters(log(repository, Range(words=("main",), paths=("a.md",)))) == "below"
    assert letters(log(repository, Range(words=("main",), paths=(":/a.md",)))) == "top"


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("nosuch", "nosuch: unknown revision (git tag and git branch --all list them)"),
        ("topics", "topics: unknown revision (did you mean topic?)"),
        ("v1..mian", "mian: unknown revision (did you mean main?)"),
        ("nosuch..", "nosuch: unknown revision (git tag and git branch --all list them)"),
        ("^nosuch", "nosuch: unknown revision (git tag and git branch --all list them)"),
        ("main~99", "main~99: the history does not reach so far"),
        ("v1..main~99", "main~99: the history does not reach so far"),
        ("--all", "--all: is an option and no revision"),
        ("--output=x", "--output=x: is an option and no revision"),
        ("", "an empty name is no revision"),
        ("main:docs", "main:docs: names no commit, and only commits have a history"),
        ("main:nosuch", "main:nosuch: main has no file or folder nosuch"),
        ("main\0x", "an empty name is no revision"),
    ],
)
def test_words_that_name_nothing(story: Builder, word: str, sentence: str) -> None:
    with pytest.raises(RevisionError) as error:
        log(Repository(story.folder), Range(words=(word,)))
    assert str(error.value) == sentence


def test_a_pathspec_that_means_nothing(story: Builder) -> None:
    with pytest.raises(UsageError):
        log(Repository(story.folder), Range(paths=("../x",)))


@pytest.mark.parametrize(
    ("shape", "sentence"),
    [
        ("empty", "HEAD: unknown revision: the repository has no commits yet"),
        ("unborn", "HEAD: the branch gone has no commits yet"),
        (
            "lost",
            (
                "HEAD: the repository is damaged or incomplete: it lacks what this names"
                " (git fsck names what is missing)"
            ),
        ),
    ],
)
def test_no_history_yet(build: Builder, shape: str, sentence: str) -> None:
    if shape == "unborn":
        build.commit({"a.md": "1"})
        build.git("symbolic-ref", "HEAD", "refs/heads/gone")
    elif shape == "lost":
        (build.folder / "refs" / "heads" / "main").write_text(f"{'1' * 40}\n")
    with pytest.raises(RevisionError) as error:
        log(Repository(build.folder), Range())
    assert str(error.value) == sentence


@pytest.mark.parametrize("head", ["trunk", "detached", "orphan"])
def test_head_is_what_it_says(story: Builder, head: str) -> None:
    if head == "trunk":
        story.git("branch", "-m", "main", "trunk")
    elif head == "detached":
        story.git("update-ref", "--no-deref", "HEAD", "v2")
    else:
        story.git("symbolic-ref", "HEAD", "refs/heads/other")
    expected = {"trunk": "gfcba", "detached": "fcba", "orphan": "x"}
    assert letters(log(Repository(story.folder), Range())) == expected[head]


def test_a_tree_that_is_missing_is_told_after_what_could_be_read(story: Builder) -> None:
    tree = story.told("rev-parse", "v1^{tree}")
    (story.folder / "objects" / tree[:2] / tree[2:]).unlink()
    commits = log(Repository(story.folder), Range())
    assert letters(next(commits) for _ in "gf") == "gf"
    with pytest.raises(
        RevisionError, match=f"cannot read the history: unable to read tree.*{tree}"
    ):
        next(commits)


@pytest.mark.parametrize(
    ("wanted", "option"), [(Range(grep="["), "--grep"), (Range(author="["), "--author")]
)
def test_a_pattern_that_is_none_is_told(story: Builder, wanted: Range, option: str) -> None:
    with pytest.raises(RevisionError, match=rf"{option} '\[' is no pattern that git knows: "):
        list(log(Repository(story.folder), wanted))


def children() -> set[str]:
    told = subprocess.run(
        ["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())], capture_output=True, check=True
    ).stdout.decode()
    return {line for line in told.split("\n") if "git" in line}


def test_closing_early_ends_git_and_leaves_nothing(build: Builder) -> None:
    last = build.commit({"a.md": "1"})
    text = "x" * 50_000
    for _ in range(20):
        last = build.commit({"a.md": "1"}, last, message=text)
    before = children()
    commits = log(Repository(build.folder), Range())
    assert children() == before
    assert next(commits).deltas == ()
    assert len(children() - before) == 1
    del commits
    assert children() == before


@pytest.mark.parametrize("paths", [(), ("a.md",)])
def test_closing_by_hand(build: Builder, paths: tuple[str, ...]) -> None:
    one = build.commit({"a.md": "1"})
    build.commit({"a.md": "2"}, one)
    before = children()
    commits = log(Repository(build.folder), Range(paths=paths))
    assert isinstance(next(commits), Commit)
    commits.close()
    assert children() == before


def test_what_changed_is_told_by_ids_of_content(build: Builder) -> None:
    one = build.commit({"a.md": "1", "b.md": "2"})
    build.commit({"a.md": "2", "c.md": "3"}, one)
    ids = {
        text: build.git("hash-object", "--stdin", data=text.encode()).decode().strip()
        for text in "123"
    }
    commit = next(iter(log(Repository(build.folder), Range())))
    assert commit.deltas == (
        Delta("a.md", ids["1"], ids["2"]),
        Delta("b.md", ids["2"], ""),
        Delta("c.md", "", ids["3"]),
    )
