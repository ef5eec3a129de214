"""The system's timer -> something done while other work goes on, without a thread."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def rings() -> bool:
    """Tell whether there is such a timer: Windows has none, and only the main thread hears it."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def alarm(seconds: float, ring: Callable[[], None], *, every: float = 0.0) -> Iterator[None]:
    """Do something after a while, unless the work inside has ended; then the timer is as it was.

    Args:
        seconds: After how many.
        ring: What to do; an error that it raises ends the work.
        every: Seconds after which to do it again; 0 for once.

    Yields:
        Once, for the work.
    """

    def heard(_signal: int, _frame: object) -> None:
        ring()

    handler = signal.signal(signal.SIGALRM, heard)
    timer = signal.setitimer(signal.ITIMER_REAL, seconds, every)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, *timer)
