"""A range of history, each commit compared from scratch: slow, plain, and what every quicker way is held against."""

from __future__ import annotations

from collections.abc import Iterator

from drift import pipeline
from drift.explain.base import Changelog, CommitFacts, Entry
from drift.revision.git import Repository
from drift.revision.log import Commit, log
from drift.revision.objects import commit_revision
from drift.revision.range import Range
from drift.site.documents import suffix_of, suffixes
from drift.trees.site import Dialect

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""Git knows it even where no commit has it."""


def from_scratch(
    repository: Repository, wanted: Range, dialect: Dialect | None = None
) -> Iterator[tuple[CommitFacts, Entry | None]]:
    """Compare each commit with its first parent as `drift diff` does; None is a commit that touches no document."""
    for commit in log(repository, wanted):
        facts = CommitFacts(
            id=commit.id,
            parents=commit.parents,
            author=commit.author,
            date=commit.date,
            subject=commit.subject,
        )
        touches = any(suffix_of(delta.path) in suffixes() for delta in commit.deltas)
        yield facts, _entry(repository, commit, facts, dialect) if touches else None


def _entry(
    repository: Repository, commit: Commit, facts: CommitFacts, dialect: Dialect | None
) -> Entry:
    old = commit_revision(repository, commit.parents[0] if commit.parents else EMPTY_TREE)
    new = commit_revision(repository, commit.id)
    assert old is not None
    assert new is not None
    told = pipeline.diff(old, new, dialect=dialect)
    return Entry(
        **{name: getattr(told, name) for name in Changelog.__struct_fields__}, commit=facts
    )
