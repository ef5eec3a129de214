"""A log -> one JSON object a line, which a cache may hold ready."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drift.explain.base import Entry
from drift.render.base import Wishes
from drift.render.encode import compact
from drift.render.log.base import Logged, LogRenderer


def render(log: Iterable[Logged], _view: Wishes) -> Iterator[bytes]:
    """Write a log for programs.

    Args:
        log: The commits.
        _view: How people wish to see it plays no part.

    Yields:
        A line for each commit of which something is told, even if that is that nothing changed.
    """
    for logged in log:
        if logged.told is not None:
            yield line(logged.told) + b"\n"


def line(told: Entry | bytes) -> bytes:
    """Write what is told of one commit.

    Args:
        told: The entry, or what this function made of it before.

    Returns:
        Its JSON, without a line end.
    """
    return told if isinstance(told, bytes) else compact(told)


JSONL = LogRenderer("jsonl", render)
