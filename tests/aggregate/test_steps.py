from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from drift.aggregate.steps import Ends, Followed, both, lineage
from drift.errors import RevisionError
from drift.revision.git import Repository
from tests.aggregate.lives import FOOD, LEAVE, MAIL, page, part, way
from tests.history.stories import line
from tests.revision.builder import Builder, Files

POST = page("Post", MAIL, part("Leave", LEAVE))
HOUSE = page("House", FOOD, FOOD)


def followed(folder: Path, old: str, new: str, *, between: bool = False) -> Followed:
    with closing(Repository(folder)) as repository:
        ends = Ends(repository, old, new)
        return lineage(ends, way(), both(ends, way()), between=between)


def test_a_range_is_followed_from_end_to_end(build: Builder) -> None:
    trees: tuple[Files, ...] = ({"a.md": POST}, {"b.md": POST}, {"b.md": POST, "c.md": HOUSE})
    one, two, three = line(build, trees)
    found = followed(build.folder, one, three)
    assert found.whole
    fate = found.lineage.of(("a.md", "leave"))
    assert (fate.place, fate.commits) == (("b.md", "leave"), (two,))
    assert found.between == ()


def test_what_came_and_went_between_is_named_where_it_is_asked_for(build: Builder) -> None:
    trees: tuple[Files, ...] = (
        {"c.md": HOUSE},
        {"c.md": HOUSE, "a.md": POST},
        {"c.md": HOUSE, "b.md": POST},
    )
    one, _, three = line(build, trees)
    found = followed(build.folder, one, three, between=True)
    assert found.between == (("a.md", ""),)
    assert found.lineage.of(("a.md", "")).place == ("b.md", "")


def test_a_range_that_begins_on_a_branch_leaps_to_the_line(build: Builder) -> None:
    root = build.commit({"a.md": POST})
    side = build.commit({"side.md": POST}, root)
    main = build.commit({"b.md": POST}, root)
    tip = build.commit({"c.md": POST}, main)
    fate = followed(build.folder, side, tip).lineage.of(("side.md", ""))
    # From the branch to its root in one leap, which no commit made.
    assert (fate.place, fate.commits) == (("c.md", ""), (main, tip))


def test_what_was_done_on_a_branch_is_done_by_its_merge(build: Builder) -> None:
    root = build.commit({"a.md": POST})
    side = build.commit({"b.md": POST}, root)
    main = build.commit({"a.md": POST, "c.md": HOUSE}, root)
    merge = build.commit({"b.md": POST, "c.md": HOUSE}, main, side)
    fate = followed(build.folder, root, merge).lineage.of(("a.md", ""))
    assert (fate.place, fate.commits) == (("b.md", ""), (merge,))


def test_an_end_that_is_not_there_is_one_line(build: Builder) -> None:
    (one,) = line(build, ({"a.md": POST},))
    with pytest.raises(RevisionError):
        followed(build.folder, "f" * 40, one)
