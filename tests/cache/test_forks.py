from __future__ import annotations

import os

from drift.cache.forks import before_forks


class Held:
    def __init__(self) -> None:
        self.released = 0

    def release(self) -> None:
        self.released += 1


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def test_it_is_called_before_each_fork_while_it_lives() -> None:
    held = Held()
    before_forks(held.release)
    _fork()
    _fork()
    assert held.released == 2
    del held
    _fork()
