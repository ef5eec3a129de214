"""What a log is to its renderers: a stream of commits in, a stream of bytes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from drift.explain.base import CommitFacts, Entry
from drift.render.base import Wishes


class Logged(msgspec.Struct, frozen=True):
    """One commit and what is told of it."""

    commit: CommitFacts
    told: Entry | bytes | None = None
    # Bytes are the JSON of the entry on one line; None is a commit that touches no document.
    problem: str = ""
    # What of it could not be read.
    cut: bool = False
    # Whether a shallow clone was cut there: it has parents, which are not here.

    @property
    def entry(self) -> Entry | None:
        """What is told, as a value."""
        if isinstance(self.told, bytes):
            return _DECODER.decode(self.told)
        return self.told


_DECODER = msgspec.json.Decoder(Entry)


class LogRenderer(msgspec.Struct, frozen=True):
    """One output format of logs: each commit is written as soon as it comes."""

    name: str
    render: Callable[[Iterable[Logged], Wishes], Iterator[bytes]]
    counts: bool = False
    # Whether it says itself how many commits touch no document.
