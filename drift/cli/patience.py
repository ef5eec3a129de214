"""A long wait -> a sign of life on standard error, where somebody is watching."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

LONG = 1.0
"""Seconds after which people begin to wonder."""


@contextmanager
def patience(what: str, *, quiet: bool) -> Iterator[None]:
    """Show that work goes on, from the first second until it is done.

    Args:
        what: What is being done.
        quiet: Whether nothing may be shown; nor is anything where standard error is no terminal.

    Yields:
        Once, for the work.
    """
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    progress.add_task(what, total=None)
    timer = Timer(LONG, progress.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        progress.stop()
