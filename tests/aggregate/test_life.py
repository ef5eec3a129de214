from __future__ import annotations

from contextlib import closing
from pathlib import Path

from drift.aggregate.life import life, subject
from drift.aggregate.steps import Way
from drift.cache.store import open_cache
from drift.revision.git import Repository
from tests.aggregate.lives import LEAVE, TRAVEL, built, lived, meant, moments, page, part, way
from tests.revision.builder import Builder

A = page("Staff", TRAVEL, part("Leave", LEAVE))
B = A.replace("trains", "coaches")


def test_a_life_is_the_same_from_the_cache(build: Builder, tmp_path: Path) -> None:
    folder = built(build, ({"a.md": A}, {"a.md": B}, {"b.md": B}))
    runs = []
    for _ in range(2):
        with (
            open_cache(tmp_path / "cache", version=b"1") as cache,
            closing(Repository(folder)) as repository,
        ):
            kept = Way(cache=cache)
            with closing(life(subject(repository, "b.md", "HEAD", kept), kept)) as told:
                runs.append(list(told))
    assert runs == [moments(folder, "b.md")] * 2
    assert len(runs[0]) == 3


def test_a_life_is_told_while_it_is_looked_for(build: Builder) -> None:
    folder = built(build, ({"a.md": A}, {"a.md": B}, {"b.md": B}))
    with meant(folder, "b.md") as of, closing(life(of, way())) as told:
        assert next(told).events == ("moved",)


def test_what_was_merged_is_one_commit(build: Builder) -> None:
    one = build.commit({"a.md": A}, message="Step 0\n")
    side = build.commit({"a.md": B}, one, message="Step 1\n")
    build.commit({"a.md": B}, one, side, message="Step 2\n")
    assert lived(build.folder, "a.md") == ["3 edited a.md", "1 created a.md <- -"]
