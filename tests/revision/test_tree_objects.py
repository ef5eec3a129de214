"""What trees cost and refuse; that they are right is shown over all shapes of history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from drift.errors import RevisionError
from drift.revision import tree_objects
from drift.revision.base import Content
from drift.revision.git import Repository
from drift.revision.log import Difference
from drift.revision.tree_objects import Trees
from tests.revision.builder import Builder


class Counting(Repository):
    read = 0

    def contents(self, blobs: Iterable[str]) -> Iterator[Content]:
        names = list(blobs)
        self.read += len(names)
        return super().contents(names)


@pytest.fixture
def trees(build: Builder) -> tuple[str, str]:
    files: dict[str | bytes, str] = {f"d{n}/e/f.md": str(n) for n in range(10)}
    return build.tree(files), build.tree({**files, "d3/e/f.md": "changed"})


def test_only_folders_that_differ_are_read(build: Builder, trees: tuple[str, str]) -> None:
    repository = Counting(build.folder)
    reader = Trees(repository)
    assert [delta.path for delta in reader.delta(*trees).deltas] == ["d3/e/f.md"]
    assert repository.read == 6
    reader.delta(*reversed(trees))
    assert repository.read == 6
    assert reader.delta(trees[0], trees[0]) == Difference((), {})
    assert len(reader.entries(trees[1]).entries) == 10
    assert repository.read == 6 + 9 * 2


def test_what_is_kept_is_bounded(
    build: Builder, trees: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree_objects, "_BUDGET", 400)
    repository = Counting(build.folder)
    reader = Trees(repository)
    for _ in range(2):
        assert [entry.path for entry in reader.entries(trees[0]).entries] == [
            f"d{n}/e/f.md" for n in range(10)
        ]
    assert repository.read == 2 * 21


@pytest.mark.parametrize("missing", ["root", "folder"])
def test_a_missing_tree_is_an_error(build: Builder, trees: tuple[str, str], missing: str) -> None:
    name = trees[1] if missing == "root" else build.told("rev-parse", f"{trees[1]}:d3")
    (build.folder / "objects" / name[:2] / name[2:]).unlink()
    reader = Trees(Repository(build.folder))
    with pytest.raises(RevisionError, match=f"the tree {name} cannot be read .git fsck"):
        reader.entries(trees[1])
    with pytest.raises(RevisionError, match=name):
        reader.delta(*trees)


def test_folders_without_end_are_refused(build: Builder) -> None:
    inner = build.tree({"a.md": "1"})
    build.tree({"d/a.md": "1"})
    whole = build.tree({"d/d/a.md": "1"})
    build.git("replace", inner, build.told("rev-parse", f"{whole}:d"))
    reader = Trees(Repository(build.folder))
    with pytest.raises(RevisionError, match="its folders have no end"):
        reader.entries(whole)
    with pytest.raises(RevisionError, match="its folders have no end"):
        reader.delta("", whole)


def test_ids_of_the_longer_kind(build: Builder) -> None:
    other = build.folder.parent / "sha256"
    build.git("init", "-q", "--bare", "--object-format=sha256", str(other))
    blob = build.git("-C", str(other), "hash-object", "-w", "--stdin", data=b"1").decode().strip()
    rows = f"100644 blob {blob}\ta.md\0".encode()
    tree = build.git("-C", str(other), "mktree", "-z", data=rows).decode().strip()
    (entry,) = Trees(Repository(other)).entries(tree).entries
    assert (entry.path, entry.blob) == ("a.md", blob)
    assert Repository(other).content(blob) == b"1"
