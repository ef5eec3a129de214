from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from drift.cli.app import run


class Ending(msgspec.Struct, frozen=True):
    """What a command left behind."""

    code: int
    out: str
    err: str


Drift = Callable[..., Ending]


@pytest.fixture
def drift(capfdbinary: pytest.CaptureFixture[bytes]) -> Drift:
    """Run drift with words of a command line, in this process."""

    def ended(*words: object) -> Ending:
        code = run([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Ending(code, out.decode(), err.decode())

    return ended
