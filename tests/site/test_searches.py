"""Whatever pages say of each other: what a search rules out makes no difference."""

from __future__ import annotations

import os
import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.pipeline import compare
from drift.revision.base import Revision
from drift.revision.git import Repository
from drift.revision.objects import ObjectRevision, commit_revision
from drift.site.build import sites
from tests.benchmarks.accuracy import corpora
from tests.properties.memory import memory
from tests.site.exhaustive import exhaustive
from tests.site.linked import Tree, steps, trees

BUNDLES = os.environ.get("DRIFT_CORPORA", "")
PAIRS = int(os.environ.get("DRIFT_PAIRS", "3"))
"""Of revisions, for each of the handbooks."""


def agree(old: Revision, new: Revision) -> None:
    """Hold what is told against what is told where no search rules a page out."""
    told, all_told = compare(*sites(old, new)), compare(*exhaustive(old, new))
    assert _lines(told.changes) == _lines(all_told.changes)
    assert _lines(told.rules) == _lines(all_told.rules)


def _lines(rows: tuple[msgspec.Struct, ...]) -> str:
    return "\n".join(msgspec.json.encode(row).decode() for row in rows)


@given(data=st.data())
@settings(deadline=None)
def test_what_is_told_of_linked_pages(data: st.DataObject) -> None:
    old: Tree = data.draw(trees())
    new: Tree = data.draw(steps(old))
    agree(memory(old.files), memory(new.files))


@pytest.mark.skipif(not BUNDLES, reason="DRIFT_CORPORA names no folder of bundles")
@pytest.mark.timeout(1200)
def test_what_is_told_of_handbooks(tmp_path: Path) -> None:
    for clone in corpora.clone(Path(BUNDLES), tmp_path):
        repository, history = Repository(clone), corpora.commits(clone)
        rng = random.Random(clone.name)  # noqa: S311
        for _ in range(PAIRS):
            at = rng.randrange(len(history) - 1)
            back = min(len(history) - 1, at + rng.choice((1, 5, 100)))
            agree(_revision(repository, history[back]), _revision(repository, history[at]))


def _revision(repository: Repository, commit: str) -> ObjectRevision:
    revision = commit_revision(repository, commit)
    assert revision is not None
    return revision
