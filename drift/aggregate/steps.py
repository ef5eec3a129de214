"""A range of history -> its two ends as sites, and what lies between them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing

import msgspec

from drift.aggregate.lineage import Lineage
from drift.aggregate.reading import reader, site_at
from drift.cache.store import Cache
from drift.history.passage import Passage, passage
from drift.history.places import Place
from drift.history.step import Step, Wants
from drift.history.walk import Report, walk
from drift.match import match
from drift.revision.git import Repository
from drift.revision.range import Range
from drift.site.build import share_bases
from drift.site.pages import Reader
from drift.site.tree_site import TreeSite
from drift.trees.site import UNSTATED, Stated


class Ends(msgspec.Struct, frozen=True):
    """A range of history."""

    repository: Repository
    old: str
    # The id of a commit.
    new: str


class Way(msgspec.Struct, frozen=True):
    """How a range is walked."""

    cache: Cache
    stated: Stated = UNSTATED
    jobs: int = 1
    report: Report | None = None
    note: Callable[[Step], None] | None = None
    # Is told of each step, which may say what could not be read.


class Sites(msgspec.Struct, frozen=True, eq=False):
    """The two ends of a range as sites."""

    old: TreeSite
    new: TreeSite
    reader: Reader
    # What parses the pages of both, and of those between.


class Followed(msgspec.Struct, frozen=True, eq=False):
    """What became of the places at the start of a range on the way to its end."""

    lineage: Lineage
    between: tuple[Place, ...] = ()
    # Those that a commit of the range moved or removed, where they were asked for.
    whole: bool = True
    # Whether every commit could be read.


def both(ends: Ends, way: Way) -> Sites:
    """Read the two ends of a range.

    Args:
        ends: The range.
        way: How pages are read.

    Returns:
        Their sites; a page is parsed when it is asked for.

    Raises:
        RevisionError: One of them cannot be read.
    """
    pages = reader(way.cache)
    old, new = (
        site_at(ends.repository, commit, pages, stated=way.stated)
        for commit in (ends.old, ends.new)
    )
    return Sites(*share_bases(old, new), pages)


def lineage(ends: Ends, way: Way, sites: Sites, *, between: bool = False) -> Followed:
    """Follow all places of the one end to the other.

    Args:
        ends: The range.
        way: How to walk.
        sites: Of the two ends.
        between: Whether to follow also the places that came and went within the range.

    Returns:
        What became of the places.

    Raises:
        RevisionError: The history cannot be read.
    """
    passages, first, whole = _passages(ends, way)
    followed = Lineage()
    if first and first != ends.old:
        # The range begins beside the line of first parents: one leap leads there.
        begin = site_at(ends.repository, first, sites.reader, stated=way.stated)
        followed.follow("", passage(match(*share_bases(sites.old, begin))))
    adopted: dict[Place, None] = {}
    for commit, step in reversed(passages):
        if between:
            adopted.update(dict.fromkeys(followed.adopt(step)))
        followed.follow(commit, step)
    return Followed(followed, tuple(adopted), whole)


def walked(repository: Repository, wanted: Range, way: Way, *, wants: Wants) -> Generator[Step]:
    """Walk over a history for what became of its places.

    Args:
        repository: Whose history it is.
        wanted: Which commits of it.
        way: How to walk.
        wants: What the steps must say.

    Yields:
        The commits.

    Raises:
        RevisionError: The history cannot be read.
    """
    steps = walk(
        repository,
        wanted,
        stated=way.stated,
        jobs=way.jobs,
        cache=way.cache,
        report=way.report,
        wants=wants,
    )
    with closing(steps):
        for step in steps:
            if way.note is not None:
                way.note(step)
            yield step


def _passages(ends: Ends, way: Way) -> tuple[list[tuple[str, Passage]], str, bool]:
    """Read what all commits did, the latest first, from which commit they go on, and whether all could be read."""
    wanted = Range(words=(f"{ends.old}..{ends.new}",))
    steps: list[tuple[str, Passage]] = []
    first, whole = ends.new, True
    for step in walked(ends.repository, wanted, way, wants="passages"):
        steps.append((step.commit.id, step.passage))
        whole = whole and not step.problem
        first = step.commit.parents[0] if step.commit.parents else ""
    return steps, first, whole
