"""This program -> a digest that is another whenever it may compute something else."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

PACKAGE: Final = Path(__file__).parents[1]
DISTRIBUTION: Final = "handbook_drift-"

LIBRARIES: Final = frozenset(
    {
        "deepdiff",
        "docutils",
        "markdown",
        "markdown_it_py",
        "mdit_py_plugins",
        "msgspec",
        "pyspellchecker",
        "pystemmer",
        "pyyaml",
        "rapidfuzz",
    }
)
"""Whose answers go into what is kept."""

_METADATA = (".dist-info", ".egg-info")


@cache
def code_version() -> bytes:
    """Tell versions of the code apart, in 2 ms.

    An installed drift is known by the list of its files with their digests that the installer left (`RECORD`), so that a
    fresh environment finds what another one with the same release has kept. A checkout, or an installed drift in which a
    file is younger than that list, is known by the names, sizes and times of its files. Reading all of them would take
    four times as long; one that is changed keeps neither its time nor, mostly, its size. Libraries are known by the
    names of their metadata folders, which hold their versions: asking `importlib.metadata` takes a millisecond each.

    Returns:
        A digest; where the program cannot be looked at, one that never comes again.
    """
    try:
        ours = _program(PACKAGE)
        libraries = sorted(_libraries(sys.path))
    except OSError:
        # As in a zip file: what is kept now is then never found, and never wrong.
        return secrets.token_bytes(16)
    digest = blake2b(digest_size=16)
    for part in (sys.version, *ours, *libraries):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    return digest.digest()


def _program(package: Path) -> list[str]:
    """Describe the files, by the installer's list where it holds."""
    known = sorted(_files(str(package)))
    youngest = max(time for _, _, time in known)
    record = _record(package)
    if record is not None and record.stat().st_mtime_ns >= youngest:
        lines = record.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        start = f"{package.name}/"
        return sorted(
            line for line in lines if line.startswith(start) and "__pycache__" not in line
        )
    cut = len(str(package))
    return [f"{path[cut:]} {size} {time}" for path, size, time in known]


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """List files with size and time, as quickly as the system can."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


def _record(package: Path) -> Path | None:
    """Find the installer's list beside the package; that of an editable installation stands elsewhere."""
    with os.scandir(package.parent) as entries:
        names = [entry.name for entry in entries if entry.name.startswith(DISTRIBUTION)]
    found = [package.parent / name / "RECORD" for name in names if name.endswith(_METADATA)]
    return found[0] if len(found) == 1 and found[0].is_file() else None


def _libraries(places: list[str]) -> Iterator[str]:
    """Name the libraries' versions, in every folder that Python imports from."""
    for place in dict.fromkeys(places):
        if not os.path.isdir(place):  # noqa: PTH112 - most are none, and a Path for each is slow
            continue
        with os.scandir(place) as entries:
            for entry in entries:
                name, _, _ = entry.name.partition("-")
                if name.lower() in LIBRARIES and entry.name.endswith(_METADATA):
                    yield entry.name
