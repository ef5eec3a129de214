from __future__ import annotations

import pytest

from drift.aggregate.notes.line import Line
from drift.cache.store import no_cache
from drift.errors import RevisionError
from drift.pipeline import compare
from drift.revision.git import Repository
from drift.revision.names import open_revision
from drift.site.build import sites
from drift.trees.site import UNSTATED
from tests.revision.builder import Builder, Files

STEPS: tuple[Files, ...] = (
    {"a.md": "# A\n\nOne of three.\n", "b.md": "# B\n\nSee [A](a.md).\n"},
    {"x/a.md": "# A\n\nOne of three.\n", "b.md": "# B\n\nSee [A](x/a.md).\n"},
    {"x/a.md": "# A\n\nOne of four.\n", "c.md": "# C\n\nSee [A](x/a.md#a).\n"},
)


@pytest.fixture
def made(build: Builder) -> list[str]:
    commits: list[str] = []
    for files in STEPS:
        commits.append(build.commit(files, *commits[-1:]))
    return commits


def test_neighbours_are_compared_as_if_each_was_read_alone(build: Builder, made: list[str]) -> None:
    line = Line(Repository(build.folder), no_cache(), UNSTATED)
    for old, new in ((made[1], made[2]), (made[0], made[1]), (made[0], made[2])):
        both = line.both(old, new, jobs=1)
        alone = sites(*(open_revision(one, repo_dir=build.folder) for one in (old, new)))
        assert (both.old.commit, both.new.commit) == (old, new)
        assert compare(both.before, both.after) == compare(*alone)
        assert both.lasting


def test_an_end_that_two_periods_share_is_read_once(build: Builder, made: list[str]) -> None:
    line = Line(Repository(build.folder), no_cache(), UNSTATED)
    before = line.both(made[1], made[2], jobs=1).before
    assert line.at(made[1])[1].content is before.content


def test_what_is_missing_may_come(build: Builder, made: list[str]) -> None:
    blob = build.git("rev-parse", f"{made[2]}:x/a.md").decode().strip()
    (build.folder / "objects" / blob[:2] / blob[2:]).unlink()
    assert not Line(Repository(build.folder), no_cache(), UNSTATED).both(*made[1:], jobs=1).lasting


def test_a_commit_that_is_not_there(build: Builder, made: list[str]) -> None:
    with pytest.raises(RevisionError, match="is not in this repository"):
        Line(Repository(build.folder), no_cache(), UNSTATED).at("f" * 40)
