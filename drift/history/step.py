"""What goes into a walk and comes out of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from drift.cache.store import Cache
from drift.explain.base import CommitFacts, Entry
from drift.history.passage import Passage, unpacked
from drift.history.quota import Quota
from drift.revision.log import Commit, Delta
from drift.trees.site import Stated

Wants = Literal["entries", "passages", "both", "exchanges", "all"]
"""What is to be found out about commits: what is told of them, what became of the places of their trees, or both; which
phrases they exchanged; or all of it. What became of the places is found in a fraction of the time."""


class Step(msgspec.Struct, frozen=True):
    """One commit of a walk."""

    commit: CommitFacts
    raw: bytes | None = None
    # The JSON of its entry on one line, without line end; None for a commit that touches no document.
    problem: str = ""
    # What of it could not be read, by name; where nothing could be, there is no entry either.
    passed: bytes = b""
    # What became of the places of the tree, encoded; empty where nothing is known to have become of any.
    deltas: tuple[Delta, ...] = ()
    # The files that differ, where the places were asked for.
    exchanged: bytes = b""
    # The phrases that were exchanged, encoded, where they were asked for.

    @property
    def entry(self) -> Entry | None:
        """What is told of it, as a value."""
        return None if self.raw is None else _DECODER.decode(self.raw)

    @property
    def passage(self) -> Passage:
        """What became of the places of the tree, as a value."""
        return unpacked(self.passed)


class Way(msgspec.Struct, frozen=True):
    """How a history is walked."""

    stated: Stated
    # What the user says of the site.
    jobs: int
    # Processor cores to use at most.
    cache: Cache
    # What earlier runs found out.
    wants: Wants = "entries"
    quota: Quota | None = None
    # How much its reader wants; None is all of it.


class Outcome(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was found out about one commit."""

    raw: bytes | None = None
    problem: str = ""
    lasting: bool = True
    # Whether it would be the same tomorrow: nothing was missing that may come back.
    passage: bytes = b""
    # What became of the places of the tree, encoded; empty where nothing did.
    exchanged: bytes = b""
    # The phrases that were exchanged, encoded.


def facts_of(commit: Commit) -> CommitFacts:
    """Give what a walk says of a commit beside its changes.

    Args:
        commit: As the history has it.

    Returns:
        All but its files and its tree.
    """
    return CommitFacts(commit.id, commit.parents, commit.author, commit.date, commit.subject)


_DECODER = msgspec.json.Decoder(Entry)
