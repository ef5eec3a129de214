"""A command -> how long it takes, how much of the processors, and how much memory all its processes have at once."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

PAUSE = 0.05
"""Seconds between two looks at the memory of processes."""


class Spent(msgspec.Struct, frozen=True):
    """What a command took."""

    seconds: float
    processor: float
    # Seconds, of the command and of all processes that it waited for.
    peak: int = 0
    # Bytes of all its processes at once, what they share counted once; 0 where nobody looked.

    def better(self, other: Spent | None) -> Spent:
        """Take the smaller figures of two runs."""
        if other is None:
            return self
        return Spent(
            min(self.seconds, other.seconds),
            min(self.processor, other.processor),
            max(self.peak, other.peak),
        )


def spent(command: Sequence[str], *, watched: bool = False) -> Spent:
    """Run a command whose output nobody reads.

    Args:
        command: The program and its arguments.
        watched: Whether to look at its memory while it runs, which takes time of its own.

    Returns:
        What it took.

    Raises:
        RuntimeError: It failed.
    """
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0
    while watched and os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        peak = max(peak, sum(map(_share, _family(child.pid))))
        time.sleep(PAUSE)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{child.returncode}: {' '.join(command)}")
    return Spent(seconds, usage.ru_utime + usage.ru_stime, peak)


def best(runs: Sequence[Callable[[], Spent]], *, times: int = 3) -> list[Spent]:
    """Run several things in turn, so that what else the machine does slows all of them.

    Args:
        runs: The things.
        times: How often.

    Returns:
        The smallest figures of each.
    """
    found: list[Spent | None] = [None for _ in runs]
    for _ in range(times):
        found = [run().better(before) for run, before in zip(runs, found, strict=True)]
    return [one for one in found if one is not None]


def _family(pid: int) -> list[int]:
    """List a process with all that it began, and they."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            with suppress(OSError):
                found.extend(map(int, task.read_text().split()))
    return found


def _share(pid: int) -> int:
    """Give the bytes of a process, those that it shares divided by how many share them."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
