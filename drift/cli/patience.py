"""A long wait -> a sign of life on standard error, where somebody is watching."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from drift.render.alarm import alarm, rings

LONG = 1.0
"""Seconds after which people begin to wonder."""

BEAT = 0.2
"""Seconds between two movements of the bar."""

WIDTH = 20
"""Columns of the bar."""


@contextmanager
def patience(what: str, *, quiet: bool) -> Iterator[None]:
    """Show that work goes on, from the first second until it is done.

    A timer of the system beats and no thread: where threads run, no process can be copied safely, and copies of this
    one may be parsing pages.

    Args:
        what: What is being done.
        quiet: Whether nothing may be shown; nor is anything where standard error is no terminal.

    Yields:
        Once, for the work.
    """
    if quiet or not sys.stderr.isatty() or not rings():
        yield
        return
    began = time.monotonic()
    drawn = False

    def beat() -> None:
        nonlocal drawn
        drawn = True
        sys.stderr.write(f"\r{bar(time.monotonic() - began)} {what}")
        sys.stderr.flush()

    try:
        with alarm(LONG, beat, every=BEAT):
            yield
    finally:
        if drawn:
            sys.stderr.write(f"\r{' ' * (WIDTH + len(what) + 10)}\r")
            sys.stderr.flush()


def bar(seconds: float) -> str:
    """Draw a bar whose end is not known: a block that goes to and fro.

    Args:
        seconds: How long the work goes on.

    Returns:
        The bar and the seconds.
    """
    room = WIDTH - 5
    step = int(seconds / BEAT) % (2 * room)
    place = step if step <= room else 2 * room - step
    return f"[{' ' * place}==={' ' * (room - place)}] {seconds:3.0f} s"
