"""Objects come in the order asked for, whatever is missing, damaged or too large among them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from drift.revision import batch
from drift.revision.base import Content, Unreadable, blob_id
from drift.revision.git import Repository
from tests.revision.builder import Builder, Files

ABSENT = "0123456789" * 4


def texts(contents: Iterator[Content]) -> list[str]:
    return [
        content.decode() if isinstance(content, bytes) else content.reason for content in contents
    ]


@pytest.fixture
def hundred(build: Builder) -> list[str]:
    build.commit({f"{n}.md": f"text {n}" for n in range(100)})
    return [blob_id(f"text {n}".encode()) for n in range(100)]


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 64, 100])
def test_many_come_in_order(build: Builder, hundred: list[str], count: int) -> None:
    ids = hundred[:count][::-1]
    assert texts(Repository(build.folder).contents(ids)) == [
        f"text {n}" for n in reversed(range(count))
    ]


@pytest.mark.parametrize("content", [b"", b"\n", b"\0", b"a b missing\n", b"\r\n" * 99_999])
def test_any_content_is_given_as_it_is(build: Builder, content: bytes) -> None:
    build.commit({"a": content, "b": "after"})
    found = Repository(build.folder).contents([blob_id(content), blob_id(b"after")])
    assert list(found) == [content, b"after"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("HEAD", "commit"),
        ("HEAD^{tree}", "tree"),
        ("HEAD:a b", "blob"),
        ("HEAD:two\nlines", "blob"),
        ("HEAD:caf\udce9", "blob"),
        ("HEAD:large", "blob"),
        ("v1", "tag"),
        ("v1^{}", "commit"),
    ],
)
def test_a_word_names_an_object(
    build: Builder, word: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "SIZE_LIMIT", 1000)
    files: Files = {"a b": "x", "two\nlines": "y", b"caf\xe9": "z", "large": "-" * 2000}
    build.commit(files)
    build.git("tag", "-a", "-m", "first", "v1")
    repository = Repository(build.folder)
    name = repository.ask("rev-parse", "--verify", word)
    assert repository.identify(word) == (name, kind)
    # Nothing of what it read is taken for the next answer.
    assert repository.content(blob_id(b"y")) == b"y"


@pytest.mark.parametrize(
    "word", ["", "no", "a b", "b 5", "HEAD:no", "HEAD^@", "HEAD..HEAD", ABSENT]
)
def test_a_word_may_name_nothing(build: Builder, word: str) -> None:
    build.commit({"a": "x"})
    repository = Repository(build.folder)
    assert repository.identify(word) is None
    assert repository.content(blob_id(b"x")) == b"x"


def test_what_is_missing_does_not_stop_the_rest(build: Builder, hundred: list[str]) -> None:
    ids = [ABSENT, *hundred[:40], ABSENT, "", *hundred[40:50], ABSENT]
    repository = Repository(build.folder)
    missing = batch.MISSING.reason
    assert texts(repository.contents(ids)) == [
        missing,
        *(f"text {n}" for n in range(40)),
        missing,
        missing,
        *(f"text {n}" for n in range(40, 50)),
        missing,
    ]
    assert repository.content(ABSENT) == batch.MISSING


def test_what_is_damaged_does_not_stop_the_rest(build: Builder, hundred: list[str]) -> None:
    for name, damage in ((hundred[3], b"no zlib"), (hundred[7], b"")):
        place = build.folder / "objects" / name[:2] / name[2:]
        place.write_bytes(damage)
    found = texts(Repository(build.folder).contents(hundred[:10]))
    assert [n for n in range(10) if found[n] != f"text {n}"] == [3, 7]
    assert {found[3], found[7]} == {batch.MISSING.reason}


def test_what_is_too_large_is_told_and_not_read(
    build: Builder, hundred: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "SIZE_LIMIT", 100_000)
    build.commit({"large": "x" * 100_001, "just": "x" * 100_000})
    large, just = blob_id(b"x" * 100_001), blob_id(b"x" * 100_000)
    ids = [hundred[0], large, just, just, large, large, just, hundred[1]]
    found = texts(Repository(build.folder).contents(ids))
    most = "x" * 100_000
    told = batch.TOO_LARGE.reason
    assert found == ["text 0", told, most, most, told, told, most, "text 1"]


def test_readers_may_take_turns_and_stop_halfway(build: Builder, hundred: list[str]) -> None:
    repository = Repository(build.folder)
    one, other = repository.contents(hundred), repository.contents(reversed(hundred))
    pairs = [texts(iter((next(one), next(other)))) for _ in range(50)]
    assert pairs == [[f"text {n}", f"text {99 - n}"] for n in range(50)]
    assert texts(repository.contents(hundred[:2])) == ["text 0", "text 1"]
    assert texts(one) == [f"text {n}" for n in range(50, 100)]


def test_a_closed_reader_begins_anew(build: Builder, hundred: list[str]) -> None:
    repository = Repository(build.folder)
    for n in range(3):
        assert repository.content(hundred[n]) == f"text {n}".encode()
        repository.close()


def test_a_forked_process_reads_for_itself(build: Builder, hundred: list[str]) -> None:
    repository = Repository(build.folder)
    assert repository.content(hundred[0]) == b"text 0"
    ours = repository.contents(hundred)
    assert next(ours) == b"text 0"
    child = os.fork()
    if not child:
        right = texts(repository.contents(hundred)) == [f"text {n}" for n in range(100)]
        os._exit(0 if right else 1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert texts(ours) == [f"text {n}" for n in range(1, 100)]


def test_a_partial_clone_names_what_is_missing_and_fetches_nothing(
    build: Builder, tmp_path: Path
) -> None:
    build.git("config", "uploadpack.allowFilter", "true")
    build.commit({f"{n}.md": f"text {n}" for n in range(50)})
    words = ("clone", "-q", "--bare", "--filter=blob:none", f"file://{build.folder}")
    build.git(*words, str(tmp_path / "partial"))
    here = tmp_path / "partial"
    before = sorted(path for path in here.rglob("*") if path.is_file())
    repository = Repository(here)
    ids = [blob_id(f"text {n}".encode()) for n in range(50)]
    tree = build.told("rev-parse", "main^{tree}")
    found = list(repository.contents([tree, *ids, tree]))
    assert found[1:-1] == [batch.MISSING] * 50
    assert found[0] == found[-1]
    assert not isinstance(found[0], Unreadable)
    assert sorted(path for path in here.rglob("*") if path.is_file()) == before
