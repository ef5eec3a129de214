"""How fast the cache keeps and gives back.

python -m tests.benchmarks.cache

put        megabytes of values a second, written and closed, into a new cache
get        microseconds a value, in random order, one by one, by tens and by five hundreds, and for what is not there
open       milliseconds from nothing to the first answer
shrink     seconds to let half of a full cache leave
version    milliseconds to tell which code is running
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

from drift.cache.store import Cache, open_cache
from drift.cache.version import code_version

TOTAL = 60_000_000
"""Bytes of values a run."""

MOST_READ = 10_000


def measured(size: int, folder: Path) -> list[str]:
    """Measure values of one size.

    Args:
        size: Bytes a value.
        folder: An empty folder.

    Returns:
        A line a measure.
    """
    values = [os.urandom(size) for _ in range(64)]
    keys = [os.urandom(20) for _ in range(TOTAL // size // 64 * 64)]
    start = time.perf_counter()
    with open_cache(folder, version=b"1") as cache:
        for place in range(0, len(keys), 64):
            cache.put_many("answer", dict(zip(keys[place : place + 64], values, strict=True)))
    spent = time.perf_counter() - start
    lines = [f"put    {size:>6} bytes{len(keys) * size / spent / 1e6:>9.0f} MB/s  at least 100"]
    with open_cache(folder, version=b"1") as cache:
        cache.get_many("answer", keys[:1])
        chosen = random.sample(keys, min(MOST_READ, len(keys)))
        lines += [_got(cache, chosen, size, together) for together in (1, 10, 500)]
        start = time.perf_counter()
        assert not cache.get_many("commit", chosen)
        each = (time.perf_counter() - start) / len(chosen)
        lines.append(f"get    {size:>6} bytes{each * 1e6:>9.1f} us    that are not there")
    start = time.perf_counter()
    with open_cache(folder, version=b"1", limit=len(keys) * size // 2) as cache:
        cache.put_many("answer", {b"new": b""})
    lines.append(f"shrink {size:>6} bytes{time.perf_counter() - start:>9.2f} s     by half")
    return lines


def _got(cache: Cache, keys: list[bytes], size: int, together: int) -> str:
    start = time.perf_counter()
    found = sum(
        len(cache.get_many("answer", keys[place : place + together]))
        for place in range(0, len(keys), together)
    )
    each = (time.perf_counter() - start) / len(keys)
    assert found == len(keys)
    return f"get    {size:>6} bytes{each * 1e6:>9.1f} us    {together} at once"


def start_up(folder: Path) -> list[str]:
    """Measure what every run pays.

    Args:
        folder: A folder with a cache.

    Returns:
        A line a measure.
    """
    start = time.perf_counter()
    with open_cache(folder, version=b"1") as cache:
        cache.get_many("answer", [b"k"])
        opened = time.perf_counter() - start
    code_version.cache_clear()
    start = time.perf_counter()
    code_version()
    return [
        f"open{opened * 1e3:>24.1f} ms",
        f"version{(time.perf_counter() - start) * 1e3:>21.1f} ms    at most 3",
    ]


def main() -> int:
    """Print all measures.

    Returns:
        0.
    """
    with tempfile.TemporaryDirectory() as name:
        folders = {size: Path(name) / str(size) for size in (1_000, 20_000)}
        lines = [line for size, folder in folders.items() for line in measured(size, folder)]
        lines += start_up(folders[1_000])
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
