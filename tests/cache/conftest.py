from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from hashlib import shake_256
from pathlib import Path

import pytest

from drift.cache.place import NAME
from drift.cache.store import LIMIT, Cache, open_cache

ROOT = Path(__file__).parents[2]
VERSION = b"1"
KEYS = tuple(number.to_bytes(20, "big") for number in range(400))


def noise(seed: bytes, size: int) -> bytes:
    """Make bytes that look like nothing, the same in every run."""
    return shake_256(seed).digest(size)


ROWS = {key: noise(key, 200 + 13 * place) for place, key in enumerate(KEYS)}

Opened = Callable[..., Cache]
Program = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Open the cache of a test."""

    def again(*, version: bytes = VERSION, limit: int = LIMIT) -> Cache:
        return open_cache(tmp_path / "kept", version=version, limit=limit)

    return again


@pytest.fixture
def filled(opened: Opened, tmp_path: Path) -> Path:
    """Give the file of a cache that holds `ROWS`."""
    with opened() as cache:
        cache.put_many("answer", ROWS)
    assert cache.complaint == ""
    return tmp_path / "kept" / NAME


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Start another program that waits for the end of its input after it has said `ready`."""

    def started(text: str) -> subprocess.Popen[str]:
        start = f"import sqlite3, sys, os; place = {str(tmp_path / 'kept')!r}\n"
        child = subprocess.Popen(
            [sys.executable, "-c", start + text],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        return child

    return started
