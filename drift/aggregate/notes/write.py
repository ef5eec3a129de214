"""A repository and the periods that are wanted -> its notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from drift.aggregate.notes.forge import Forge, forge
from drift.aggregate.notes.handbook import Handbook, Sides
from drift.aggregate.notes.notes import Notes, Period
from drift.aggregate.notes.period import Meant, gather
from drift.aggregate.notes.sources import sources
from drift.aggregate.notes.spans import Span
from drift.pipeline import Witness, compare
from drift.revision.base import Revision
from drift.revision.git import Repository
from drift.revision.names import open_revision
from drift.site.build import sites
from drift.trees.site import Dialect

Knowing = Callable[[Revision, Revision], Witness | None]
"""Gives what knows the commits between two revisions."""


class Means(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to compare the ends of a period."""

    place: Path
    # Where the user stands.
    knowing: Knowing
    dialect: Dialect | None = None
    jobs: int = 1
    meant: Meant | None = None
    # Tells whether a path is asked for; None where all are.


def notes(repository: Repository, wanted: Sequence[Span], means: Means) -> Notes:
    """Write the notes of periods.

    Args:
        repository: Whose history it is.
        wanted: The periods, in the order in which they are to be told.
        means: What is needed to compare.

    Returns:
        The notes; a period in which nothing changed has no parts.
    """
    at = forge(repository)
    site = ""
    periods: list[Period] = []
    for span in wanted:
        period, base = _period(repository, span, at, means)
        periods.append(period)
        site = site or base
    return Notes(site=site, repository=at.url, periods=tuple(periods))


def _period(repository: Repository, span: Span, at: Forge, means: Means) -> tuple[Period, str]:
    old = open_revision(span.old.commit, repo_dir=means.place)
    new = open_revision(span.new.commit, repo_dir=means.place)
    before, after = sites(old, new, dialect=means.dialect, jobs=means.jobs)
    told = compare(before, after, means.knowing(old, new))
    books = Sides(
        Handbook(before, span.old.commit, at),
        Handbook(after, span.new.commit, at),
        sources=sources(repository, span.old.commit, span.new.commit, at),
    )
    found = gather(told, books, means.meant)
    period = Period(
        name=span.name,
        old=span.old,
        new=span.new,
        commits=span.commits,
        url=at.comparison(span.old.commit, span.new.commit),
        throughout=found.throughout,
        parts=found.parts,
        small=found.small,
    )
    return period, books.new.base
