"""A terminal -> the program in which its owner reads long texts, as git has it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import IO

HABITS = MappingProxyType({"LESS": "FRX", "LV": "-c"})
"""What git tells a pager where its owner says nothing: leave at once if all fits, pass colours, keep the screen."""


def pager(place: Path) -> str:
    """Tell which pager git would use: `$GIT_PAGER`, `core.pager`, `$PAGER`, else `less`.

    Args:
        place: The folder whose configuration holds.

    Returns:
        The command, or nothing where standard output is no terminal or its owner wants none.
    """
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return ""
    asked = ["git", "-C", str(place), "var", "GIT_PAGER"]
    try:
        told = subprocess.run(asked, capture_output=True, check=True, text=True)  # noqa: S603 - no shell, own words
    except (OSError, subprocess.CalledProcessError):
        return ""
    command = told.stdout.strip()
    return "" if command == "cat" else command


@contextmanager
def paged(command: str) -> Iterator[IO[bytes]]:
    """Run a pager and wait until its reader leaves it.

    Args:
        command: As its owner would type it.

    Yields:
        What the pager reads from.
    """
    # A user's own words from the user's own configuration, which git gives to the shell as well.
    program = subprocess.Popen(  # noqa: S602
        command, shell=True, stdin=subprocess.PIPE, env={**HABITS, **os.environ}
    )
    assert program.stdin  # noqa: S101 - a pipe was asked for
    try:
        yield program.stdin
    finally:
        # Ctrl-C ends the work and not the reading: the pager has the terminal until its reader lets go.
        handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
        with suppress(BrokenPipeError):
            program.stdin.close()
        program.wait()
        signal.signal(signal.SIGINT, handler)
