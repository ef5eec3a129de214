"""A range of history -> the periods that its notes are to have: by tag, by month, week or year, or one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Literal, get_args

import msgspec

from drift.aggregate.notes.notes import Moment
from drift.errors import UsageError
from drift.revision.base import dated
from drift.revision.git import Repository
from drift.revision.range import both_ends

By = Literal["tag", "month", "week", "year"]

PERIODS: MappingProxyType[str, By] = MappingProxyType({by: by for by in get_args(By)})
"""By what notes can be divided, by name."""


SHORT_HASH = 10
"""Digits of a commit by which people know it."""

_WHOLE = re.compile(r"\b[0-9a-f]{40}\b")


class Span(msgspec.Struct, frozen=True):
    """One period before anything was compared."""

    name: str
    old: Moment
    new: Moment
    commits: int


def since_last_tag(repository: Repository) -> str:
    """Give the range from the last tag before HEAD.

    Args:
        repository: Whose history it is.

    Returns:
        The range.

    Raises:
        UsageError: No commit before HEAD has a tag.
    """
    tag = repository.ask("describe", "--tags", "--abbrev=0", "HEAD")
    if not tag:
        raise UsageError("no tag before HEAD", where="--unreleased", remedy="give a range")
    return f"refs/tags/{tag}..HEAD"


def spans(repository: Repository, words: str, by: By | None) -> tuple[Span, ...]:
    """Divide a range.

    Args:
        repository: Whose history it is.
        words: The range as it was written.
        by: What each period is; None for one period.

    Returns:
        The periods, newest first; those without a commit are left out. Months, weeks and years are those of the
        committers' own clocks; of several tags at a commit, the newest names it, and tags beside the line of first
        parents name nothing.

    Raises:
        RevisionError: The words are no range of two commits.
    """
    old, new = both_ends(repository, words)
    first, *line = [_moment(old, repository), *_line(repository, old, new)]
    if by is None:
        last = line[-1] if line else _moment(new, repository)
        ends = [part.removeprefix("refs/tags/") for part in words.replace("...", "..").split("..")]
        ends = [_WHOLE.sub(lambda found: found[0][:SHORT_HASH], end) for end in ends]
        start, end = ends[0] or "HEAD", (ends[1] if len(ends) > 1 else "") or "HEAD"
        return (
            Span(
                f"{start} → {end}",
                msgspec.structs.replace(first, rev=start),
                msgspec.structs.replace(last, rev=end),
                len(line),
            ),
        )
    if line:
        # A range can begin beside the line; what the line's first commit changed is told against its own parent.
        parent = repository.ask("rev-parse", "--verify", "--quiet", f"{line[0].commit}^1")
        first = _moment(parent, repository) if parent else first
    names = _by_tag(repository, line) if by == "tag" else [_name(one, by) for one in line]
    return tuple(reversed(list(_divided(first, line, names))))


def _divided(first: Moment, line: Sequence[Moment], names: Sequence[str]) -> Iterator[Span]:
    """Cut where the name changes; clocks go wrong, so that a name may come twice and is taken as it comes."""
    begin = 0
    for at, name in enumerate(names):
        if at + 1 == len(names) or names[at + 1] != name:
            old = line[begin - 1] if begin else first
            yield Span(name, old, line[at], at + 1 - begin)
            begin = at + 1


def _name(moment: Moment, by: By) -> str:
    """Name the period of a commit by its own clock; commits without a date have one of their own."""
    if not moment.date:
        return "Undated"
    when = datetime.fromisoformat(moment.date)
    year, week, _ = when.isocalendar()
    return {"month": f"{when:%Y-%m}", "week": f"{year}-W{week:02}", "year": f"{when:%Y}"}[by]


def _by_tag(repository: Repository, line: Sequence[Moment]) -> list[str]:
    """Name each commit by the first tag at or after it, and what no tag holds yet `Unreleased`."""
    told = repository.ask(
        "for-each-ref",
        "--sort=creatordate",
        "--format=%(objectname) %(*objectname) %(refname:strip=2)",
        "refs/tags",
    )
    tags: dict[str, str] = {}
    for row in (told or "").splitlines():
        own, peeled, name = row.split(" ", 2)
        tags[peeled or own] = name
    names: list[str] = []
    for moment in reversed(line):
        names.append(tags.get(moment.commit) or (names[-1] if names else "Unreleased"))
    return names[::-1]


def _line(repository: Repository, old: str, new: str) -> list[Moment]:
    """The commits after the first up to the second, oldest first, merges taken as one."""
    told = repository.require(
        "log", "--first-parent", "--reverse", "--format=%H %cI", f"{old}..{new}", "--"
    )
    return [_read(row) for row in told.decode("ascii").splitlines()]


def _moment(commit: str, repository: Repository) -> Moment:
    told = repository.require("log", "-1", "--format=%H %cI", commit, "--")
    return _read(told.decode("ascii").strip())


def _read(row: str) -> Moment:
    commit, _, date = row.partition(" ")
    return Moment(commit, commit, dated(date))
