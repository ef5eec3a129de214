"""Two commits and what a comparison of them left without a counterpart -> pairs that the commits between them tell.

Years apart a page may share no word with what it was, though no commit changed much of it. So the commits that touched
what was left over are looked at, and only those: most of a range says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

from drift.aggregate.lineage import Lineage
from drift.aggregate.steps import Ends, Way
from drift.history.fragments import CacheShelf
from drift.history.held import TELLING
from drift.history.looking import looking
from drift.history.memory import Memory
from drift.history.passage import Passage, unpacked
from drift.history.places import places
from drift.history.step import Outcome
from drift.history.step import Way as Walk
from drift.history.teller import Teller
from drift.match import WITNESSED
from drift.match.matching import Matching, Pair
from drift.pipeline import Witness
from drift.revision.base import Revision
from drift.revision.git import Repository
from drift.revision.log import Commit, log
from drift.revision.range import Range
from drift.site.parallel import can_fork

LIKELY = 0.5
"""Chains of steps that are less certain are no evidence."""

MOST_LOOKED_AT = 300
"""Commits that are looked at, some seconds' work; what more of them touched changes with every week."""

MANY = 16
"""Commits that nobody knows yet from which on several processes look at them: each reads the handbook for itself."""


def witness(old: Revision, new: Revision, repository: Repository, way: Way) -> Witness | None:
    """Give what knows the commits between two revisions.

    Args:
        old: The revision before.
        new: The revision after.
        repository: Where both are, if they are commits.
        way: How to look at the commits between.

    Returns:
        It is asked when a comparison is in doubt, and reads nothing before; None where there is no history between
        the revisions as wholes.
    """
    sides = (old, new)
    if any(side.commit is None or side.single or ":" in side.rev for side in sides):
        return None
    if old.commit == new.commit or not old.commit or not new.commit:
        return None
    ends = Ends(repository, old.commit, new.commit)
    return lambda matching: tuple(_pairs(matching, ends, way))


def _pairs(matching: Matching, ends: Ends, way: Way) -> Iterator[Pair]:
    size = matching.evidence.old.size
    lost = [
        node
        for node in matching.old.nodes
        if node.id not in matching.sections.by_old and (not node.depth or size(node.id) >= TELLING)
    ]
    followed = _followed({node.page for node in lost}, ends, way)
    if followed is None:
        return
    old, new = places(matching.old), places(matching.new)
    free = {place: node for node, place in enumerate(new) if node not in matching.sections.by_new}
    for node in lost:
        fate = followed.of(old[node.id])
        # A page is a page and a section a section, also when all of the one is in the other now.
        alike = bool(fate.place[1]) == bool(node.depth)
        if fate.commits and not fate.gone and alike and fate.confidence >= LIKELY:
            there = free.pop(fate.place, None)
            if there is not None:
                yield Pair(node.id, there, fate.confidence, WITNESSED)


def _followed(pages: set[str], ends: Ends, way: Way) -> Lineage | None:
    """Follow some pages, whatever their names, through the commits that touch them."""
    wanted = Range(words=(f"{ends.old}..{ends.new}",), reverse=True)
    commits = list(log(ends.repository, wanted))
    if not commits[1:] or commits[0].parents[:1] != (ends.old,):
        # One step is the comparison itself, and what lies beside the line is not followed.
        return None
    steps = _Steps(ends.repository, wanted, way)
    steps.look([commit for commit in commits if _touches(commit, pages)][:MOST_LOOKED_AT])
    followed, looked = Lineage(), 0
    for commit in commits:
        if looked < MOST_LOOKED_AT and _touches(commit, pages):
            looked += 1
            step = steps.of(commit)
            followed.follow(commit.id, step)
            pages |= {one.new[0] for one in (*step.pages, *step.sections) if one.old[0] in pages}
    steps.close()
    return followed


def _touches(commit: Commit, pages: set[str]) -> bool:
    return any(delta.path in pages for delta in commit.deltas)


class _Steps:
    """Looks at single commits, and remembers them for whoever walks over all."""

    def __init__(self, repository: Repository, wanted: Range, way: Way) -> None:
        self._repository, self._wanted = repository, wanted
        self._walk = Walk(stated=way.stated, jobs=way.jobs, cache=way.cache, wants="passages")
        self._memory = Memory(self._walk, repository.shallow)
        self._teller = Teller(
            repository, stated=way.stated, shelf=CacheShelf(way.cache), wants="passages"
        )
        self._told: dict[str, Outcome] = {}

    def look(self, commits: Sequence[Commit]) -> None:
        """Look at those that will be asked for, whatever they say, in several processes where that is worth it."""
        if self._walk.jobs < 2 or len(commits) < MANY or not can_fork():  # noqa: PLR2004 - two are several
            return
        known = self._memory.recalled(commits)
        unknown = [commit for commit, outcome in known if outcome is None]
        if len(unknown) < MANY:
            return
        with closing(looking(self._repository, self._wanted, self._walk)) as crew:
            for commit, outcome in crew.tell(unknown):
                # Where a process died, this one looks again.
                if not outcome.problem:
                    self._memory.keep(commit, outcome)
                    self._told[commit.id] = outcome

    def of(self, commit: Commit) -> Passage:
        known = self._told.get(commit.id) or next(iter(self._memory.recalled((commit,))))[1]
        outcome = known or self._teller.tell(commit)
        if known is None:
            self._memory.keep(commit, outcome)
        return unpacked(outcome.passage)

    def close(self) -> None:
        self._memory.flush()
