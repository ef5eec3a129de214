"""Work that somebody else's program does -> the same work, ended when it takes too long or too much memory."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from drift.render.alarm import alarm, rings

SECONDS = 20.0
"""What a template may take: one that ships takes a hundredth of a second a year of notes."""

MEMORY = 1 << 30
"""Bytes that a template may ask for beyond what is in use."""

_PAGES = Path("/proc/self/statm")


class TooLongError(Exception):
    """It took too long."""

    def __init__(self, seconds: float) -> None:
        """Say how long it was allowed to take.

        Args:
            seconds: The bound.
        """
        super().__init__(f"takes longer than {seconds:g} seconds")


@contextmanager
def bounded(*, seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Bound what is done inside, as far as the system can: Windows knows neither bound, macOS not that of memory.

    Args:
        seconds: For how long it may run.
        memory: How many bytes it may ask for.

    Yields:
        Once, for the work.

    Raises:
        TooLongError: The time is up.
        MemoryError: It asked for too much.
    """

    def ended() -> None:
        raise TooLongError(seconds)

    with ExitStack() as stack:
        if importlib.util.find_spec("resource") and _PAGES.is_file():
            stack.enter_context(_lean(memory))
        if rings():
            stack.enter_context(alarm(seconds, ended))
        yield


@contextmanager
def _lean(memory: int) -> Iterator[None]:
    import resource  # noqa: PLC0415 - there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(_PAGES.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    bound = min(limit for limit in (used + memory, soft, hard) if limit >= 0)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
