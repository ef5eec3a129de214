"""Whatever people do to their pages: a walk tells what each commit tells alone, and identities add up."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import given, settings

from drift import pipeline
from drift.explain.base import Changelog
from drift.history.step import Step
from drift.history.walk import walk
from drift.revision.git import Repository
from drift.revision.range import Range
from tests.history.from_scratch import unrestored
from tests.history.histories import Moment, Tree, imported, in_a_line, lines, webs
from tests.history.identities import (
    Identities,
    Pages,
    composed,
    identities,
    unaccounted,
    undisturbed,
)
from tests.properties.memory import memory

SOME = settings().max_examples // 2
"""Each example is several comparisons."""


def alone(before: Tree | None, after: Tree) -> Changelog:
    """Compare two trees that no repository has seen."""
    return pipeline.diff(memory(before.files if before else {}), memory(after.files))


def agrees(step: Step, told: Changelog) -> None:
    """Hold the entry of a commit against two trees compared alone; one that touches no document has none."""
    entry = unrestored(step).entry
    if entry is None:
        assert (told.rules, told.changes) == ((), ())
        return
    assert msgspec.json.encode((entry.rules, entry.changes, entry.stats)) == msgspec.json.encode(
        (told.rules, told.changes, told.stats)
    )


@given(trees=lines())
@settings(max_examples=SOME, deadline=None)
def test_a_line_tells_what_each_commit_tells_alone(trees: list[Tree]) -> None:
    with TemporaryDirectory() as name:
        ids = imported(Path(name) / "line", in_a_line(trees))
        steps = list(walk(Repository(Path(name) / "line"), Range()))
        turned = list(walk(Repository(Path(name) / "line"), Range(reverse=True)))
    assert [step.commit.id for step in turned] == ids
    assert turned == steps[::-1]
    for number, step in enumerate(turned):
        agrees(step, alone(trees[number - 1] if number else None, trees[number]))


@given(moments=webs())
@settings(max_examples=SOME, deadline=None)
def test_a_web_tells_what_each_commit_tells_alone(moments: list[Moment]) -> None:
    with TemporaryDirectory() as name:
        ids = imported(Path(name) / "web", moments)
        repository = Repository(Path(name) / "web")
        tips = tuple(ids)
        steps = list(walk(repository, Range(words=tips, first_parent=False)))
        turned = list(walk(repository, Range(words=tips, first_parent=False, reverse=True)))
        one_line = list(walk(repository, Range()))
    assert turned == steps[::-1]
    assert sorted(step.commit.id for step in steps) == sorted(ids)
    assert [step for step in one_line if step not in steps] == []
    for step in steps:
        moment = moments[ids.index(step.commit.id)]
        before = moments[moment.parents[0]].tree if moment.parents else None
        agrees(step, alone(before, moment.tree))


@given(trees=lines())
@settings(max_examples=SOME, deadline=None)
def test_no_page_comes_or_goes_without_a_word(trees: list[Tree]) -> None:
    for before, after in pairwise(trees):
        told = alone(before, after)
        assert unaccounted(_pages(before), _pages(after), told.changes) == []


@given(trees=lines(most=4))
@settings(max_examples=SOME, deadline=None)
def test_identities_add_up_to_those_of_the_ends(trees: list[Tree]) -> None:
    """Step by step and at once, the same page becomes the same page, unless another one stood at a path of its.

    Where pages gave each other their paths, in one commit or over several, the ends see what stands there now and pair
    by path and content alike, while the steps know who came from where. What is gone, and what has no word left of
    what it said, is one page for the steps and none for the ends, or the other way round where it was removed and
    came back.
    """
    pages = [_pages(tree) for tree in trees]
    steps = [_identities(one, other) for one, other in pairwise(trees)]
    followed = composed(steps, pages[0])
    seen = _identities(trees[0], trees[-1])
    both = followed.keys() & seen.keys() & undisturbed(pages, steps)
    assert {path: followed[path] for path in both} == {path: seen[path] for path in both}


def _identities(before: Tree, after: Tree) -> Identities:
    return identities(_pages(before), _pages(after), alone(before, after).changes)


def _pages(tree: Tree) -> Pages:
    return frozenset(path for path in tree.files if path.endswith((".md", ".rst")))
