"""Many texts -> their pages, on several processor cores where that is quicker."""

from __future__ import annotations

import signal
import threading
from collections.abc import Sequence

import msgspec

from drift.parse.base import parse
from drift.trees.page import Page
from drift.trees.site import Dialect

WORTH = 300_000
"""Characters below which starting processes costs more than it saves: a fifth of a second's work on Markdown. Two pages may
have them as well as sixty."""

SLOW = 3
"""How many times as long reStructuredText takes."""

TASTE = 2_000
"""Characters of a text, from which the parsers import what they need."""

CHUNKS = 4
"""Pieces of work a process, so that one with long pages does not keep the others waiting."""


class Job(msgspec.Struct, frozen=True):
    """One text to be parsed."""

    text: str
    suffix: str
    dialect: Dialect


def parse_all(jobs: Sequence[Job], *, workers: int) -> list[Page]:
    """Parse texts.

    Args:
        jobs: The texts.
        workers: Processor cores to use at most.

    Returns:
        Their pages in the same order, whatever the number of workers.
    """
    if min(workers, len(jobs)) < 2 or _size(jobs) < WORTH or not can_fork():  # noqa: PLR2004 - two are several
        return [_parse(job) for job in jobs]
    return _parse_apart(jobs, workers)


def _size(jobs: Sequence[Job]) -> int:
    return sum(len(job.text) * (SLOW if job.suffix == ".rst" else 1) for job in jobs)


def can_fork() -> bool:
    """Tell whether copies of this process can work: with other threads, one could wait for ever for a lock."""
    if threading.active_count() > 1:
        return False
    from multiprocessing import get_all_start_methods  # noqa: PLC0415 - slow to import, and needed for large trees only

    return "fork" in get_all_start_methods()


def _parse_apart(jobs: Sequence[Job], workers: int) -> list[Page]:
    # Slow to import, and needed for large trees only.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # What the first text of each format makes the parsers import is then shared by all processes.
    for first in {job.suffix: job for job in reversed(jobs)}.values():
        _parse(Job(first.text[:TASTE], first.suffix, first.dialect))
    size = -(-len(jobs) // (workers * CHUNKS))
    decoder = msgspec.msgpack.Decoder(Page)
    try:
        with ProcessPoolExecutor(
            workers, get_context("fork"), initializer=_ignore_interrupt
        ) as pool:
            # Those that are done are unpacked while others are parsed still.
            return list(map(decoder.decode, pool.map(_pack, jobs, chunksize=size)))
    except (BrokenProcessPool, OSError):
        # A process was killed, or none may be started: slower is better than nothing.
        return [_parse(job) for job in jobs]


def _ignore_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _parse(job: Job) -> Page:
    return parse(job.text, suffix=job.suffix, dialect=job.dialect)


def _pack(job: Job) -> bytes:
    return msgspec.msgpack.encode(_parse(job))
