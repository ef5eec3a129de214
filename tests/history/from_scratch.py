"""A range of history, each commit compared from scratch: slow, plain, and what every quicker way is held against."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from drift import pipeline
from drift.explain.base import Changelog, CommitFacts, Entry
from drift.history.passage import Passage, passed
from drift.history.step import Step
from drift.revision.git import Repository
from drift.revision.log import Commit, log
from drift.revision.objects import ObjectRevision, commit_revision
from drift.revision.range import Range
from drift.site.build import site, sites
from drift.trees.site import UNSTATED, Stated


def from_scratch(
    repository: Repository, wanted: Range, stated: Stated = UNSTATED
) -> Iterator[Step]:
    """Compare each commit with its first parent as `drift diff` does; what was removed before is not looked for."""
    for commit in log(repository, wanted):
        facts = CommitFacts(
            id=commit.id,
            parents=commit.parents,
            author=commit.author,
            date=commit.date,
            subject=commit.subject,
        )
        yield _step(repository, commit, facts, stated)


def unrestored(step: Step) -> Step:
    """Leave out what an endpoint comparison cannot know: which commit had removed what came back."""
    entry = step.entry
    if entry is None or all(one.restored_from is msgspec.UNSET for one in entry.changes):
        return step
    changes = (msgspec.structs.replace(one, restored_from=msgspec.UNSET) for one in entry.changes)
    told = msgspec.structs.replace(entry, changes=tuple(changes))
    return msgspec.structs.replace(step, raw=msgspec.json.encode(told))


def _step(repository: Repository, commit: Commit, facts: CommitFacts, stated: Stated) -> Step:
    nothing = repository.require("hash-object", "-t", "tree", "/dev/null").decode().strip()
    old = commit_revision(repository, commit.parents[0] if commit.parents else nothing)
    new = commit_revision(repository, commit.id)
    assert old is not None
    assert new is not None
    record, _ = passed(*sites(old, new, stated=stated))
    packed = b"" if record == Passage() else msgspec.msgpack.encode(record)
    told = pipeline.diff(old, new, stated=stated)
    if not told.changes and not _touched(old, new):
        return Step(facts, passed=packed, deltas=commit.deltas)
    fields = {name: getattr(told, name) for name in Changelog.__struct_fields__}
    raw = msgspec.json.encode(Entry(**fields, commit=facts))
    return Step(facts, raw, passed=packed, deltas=commit.deltas)


def _touched(old: ObjectRevision, new: ObjectRevision) -> bool:
    """Tell whether any document is not the same file on both sides."""
    before, after = site(old).content.documents, site(new).content.documents
    return {path: one.blob for path, one in before.items()} != {
        path: one.blob for path, one in after.items()
    }
