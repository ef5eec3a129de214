"""Work in pieces -> what came of each, found by a process apiece; pieces that failed are told to be done again."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkProcess
from typing import TypeVar

Piece = TypeVar("Piece")

_Worker = tuple[ForkProcess, Connection]


def apart(pieces: Sequence[Piece], work: Callable[[Piece], bytes]) -> list[bytes | None]:
    """Do the pieces of a work at the same time, each in a copy of this process.

    Args:
        pieces: As many as there are to be processes.
        work: Does one, and writes down what came of it.

    Returns:
        What came of each, in their order; None where a process could not be started, failed or was killed, so that the
        error is found where somebody can tell it.
    """
    context = get_context("fork")
    with _ended() as workers:
        for piece in pieces:
            workers.append(_begun(context, piece, work))
        return [None if worker is None else _heard(worker) for worker in workers]


@contextmanager
def _ended() -> Iterator[list[_Worker | None]]:
    """Let no process outlive the work, whatever ends it."""
    workers: list[_Worker | None] = []
    try:
        yield workers
    finally:
        for process, pipe in filter(None, workers):
            pipe.close()
            process.terminate()
            process.join()


def _begun(context: ForkContext, piece: Piece, work: Callable[[Piece], bytes]) -> _Worker | None:
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_done, args=(there, piece, work), daemon=True)
    try:
        process.start()
    except OSError:
        here.close()
        return None
    finally:
        there.close()
    return process, here


def _done(pipe: Connection, piece: Piece, work: Callable[[Piece], bytes]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whoever waits sees a pipe that ends, and does the piece himself.
    with suppress(Exception):
        pipe.send_bytes(work(piece))
    pipe.close()


def _heard(worker: _Worker) -> bytes | None:
    try:
        return worker[1].recv_bytes()
    except (EOFError, OSError):
        return None
