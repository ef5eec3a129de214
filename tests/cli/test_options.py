from __future__ import annotations

from drift.cli.options import cores


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
