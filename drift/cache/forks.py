"""What must be let go of before this process forks."""

from __future__ import annotations

import os
from collections.abc import Callable
from weakref import WeakMethod


def before_forks(release: Callable[[], None]) -> None:
    """Call a method before every fork of this process, for as long as its object lives.

    SQLite knows per process which locks it holds. A child that inherits an open connection believes that it holds the
    parent's, and the file is damaged as soon as the two disagree.

    Args:
        release: A bound method.
    """
    known = WeakMethod(release)

    def call() -> None:
        method = known()
        if method is not None:
            method()

    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=call)
