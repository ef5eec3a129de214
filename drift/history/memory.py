"""What earlier runs found out about commits -> what need not be looked for again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice

from drift.cache.entries import Kind
from drift.history.step import Outcome, Wants, Way
from drift.revision.log import Commit

BATCH = 256
"""Commits that are looked up in the cache at once; at first a few, so that the first entries show at once."""

FEW = 16

Recalled = tuple[Commit, Outcome | None]
"""A commit, and what is known of it."""


class Memory:
    """What earlier runs found out about commits."""

    def __init__(self, way: Way, shallow: frozenset[str]) -> None:
        """Open it.

        Args:
            way: How a history is walked, and so what must be known of a commit.
            shallow: The commits at which the clone was cut.
        """
        self._cache = way.cache
        self._wants = way.wants
        # A clone that was cut knows less of the past.
        facts = (way.stated, *sorted(shallow))
        self._salt = blake2b(repr(facts).encode(), digest_size=16).digest()

    def recalled(self, commits: Iterable[Commit]) -> Iterator[Recalled]:
        """Look commits up, some at a time.

        Args:
            commits: In any order.

        Yields:
            Each commit, with what is known of it if that is all that is wanted.
        """
        rest, size = iter(commits), FEW
        while batch := tuple(islice(rest, size)):
            keys = [self._key(commit) for commit in batch]
            entries = self._known("commit", keys, {"entries", "both"})
            passages = self._known("passage", keys, {"passages", "both"})
            exchanges = self._known("exchange", keys, {"exchanges"})
            for commit, key in zip(batch, keys, strict=True):
                yield commit, _outcome(entries.get(key), passages.get(key), exchanges.get(key))
            size = BATCH

    def keep(self, commit: Commit, outcome: Outcome) -> None:
        """Remember what was found out, unless something was missing that may come back.

        Args:
            commit: The commit.
            outcome: What was found out.
        """
        if outcome.lasting:
            key = self._key(commit)
            if self._wants != "passages":
                self._cache.put_many("commit", {key: outcome.raw or b""})
                self._cache.put_many("exchange", {key: outcome.exchanged})
            self._cache.put_many("passage", {key: outcome.passage})

    def _known(
        self, kind: Kind, keys: list[bytes], wanted: Collection[Wants]
    ) -> Mapping[bytes, bytes]:
        """Look up what is wanted; of what nobody wants, everything is known."""
        if self._wants in wanted:
            return self._cache.get_many(kind, keys)
        return dict.fromkeys(keys, b"")

    def flush(self) -> None:
        """Write down what is not yet."""
        self._cache.flush()

    def _key(self, commit: Commit) -> bytes:
        state = blake2b(self._salt, digest_size=16)
        # Replaced and grafted commits keep their ids and have other trees and parents.
        state.update(" ".join((commit.id, commit.tree, *commit.parents)).encode())
        return state.digest()


def _outcome(raw: bytes | None, passed: bytes | None, exchanged: bytes | None) -> Outcome | None:
    """Put together what is known of a commit; None where something is not."""
    if raw is None or passed is None or exchanged is None:
        return None
    return Outcome(raw or None, passage=passed, exchanged=exchanged)
