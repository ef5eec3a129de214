"""Rules to be found -> the rules, found by a copy of this process while it does something else."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

import msgspec

from drift.explain.proposal import Proposal

Proposals = tuple[Proposal, ...]


class _Pipe(Protocol):
    def send_bytes(self, buf: bytes) -> None: ...


def beside(work: Callable[[], Proposals]) -> Callable[[], Proposals]:
    """Begin some work in a copy of this process.

    Args:
        work: What finds rules.

    Returns:
        What waits for the rules; where there is no copy or it was killed, what finds them itself.
    """
    from multiprocessing import get_context  # noqa: PLC0415 - slow to import, and needed for large changes only

    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    copy = context.Process(target=_send, args=(work, sending), daemon=True)
    try:
        copy.start()
    except OSError:
        return work
    # The copy has the only end now, so that it is noticed if that dies.
    sending.close()

    def wait() -> Proposals:
        try:
            packed = receiving.recv_bytes()
        except (EOFError, OSError):
            return work()
        finally:
            receiving.close()
        copy.join()
        return msgspec.msgpack.decode(packed, type=Proposals)

    return wait


def _send(work: Callable[[], Proposals], sending: _Pipe) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What fails here fails again where it can be told.
    with suppress(Exception):
        sending.send_bytes(msgspec.msgpack.encode(work()))
