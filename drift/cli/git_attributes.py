"""A file of git's attributes and the suffixes of documents -> the same file with or without drift's own lines.

They stand at the top, between two marks, so that whatever people wrote below goes before them and stays as it is,
whether it ends with a line feed or not.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path

from drift.cli.output import replaced
from drift.errors import UsageError

FIRST = b"# drift: these lines are written by `drift git install` and taken out by `drift git uninstall`\n"
LAST = b"# drift: end\n"

OWN = b"# drift: the file is drift's own\n"
"""Among the lines where there was no file, so that none is left."""


def put_in(path: Path, suffixes: Iterable[str]) -> None:
    """Let the documents of a file of attributes be told of by drift.

    Args:
        path: The file, which need not be there. Lines of an earlier time are replaced.
        suffixes: Those of documents, with their dot.

    Raises:
        UsageError: The file cannot be read or written, or drift's lines in it have no end.
    """
    before, own, after = _parted(path, _read(path))
    lines = "".join(f"*{suffix} diff=drift\n" for suffix in suffixes).encode()
    made = OWN if OWN in own or not path.exists() else b""
    _write(path, b"".join((before, FIRST, made, lines, LAST, after)))


def take_out(path: Path) -> bool:
    """Take drift's lines out of a file of attributes again.

    Args:
        path: The file; one that drift made and nobody wrote to goes away.

    Returns:
        Whether there were any.

    Raises:
        UsageError: The file cannot be read or written, or drift's lines in it have no end.
    """
    before, own, after = _parted(path, _read(path))
    if not own:
        return False
    if OWN in own and not before + after:
        path.unlink()
    else:
        _write(path, before + after)
    return True


def _parted(path: Path, data: bytes) -> tuple[bytes, bytes, bytes]:
    """Find what stands before drift's lines, these, and what stands below; where there are none, their place."""
    before, first, rest = data.partition(FIRST)
    if not first:
        mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        return mark, b"", data.removeprefix(mark)
    own, last, after = rest.partition(LAST)
    if not last:
        ending = LAST.decode().strip()
        raise UsageError(
            "drift's lines have no end", where=str(path), remedy=f"put `{ending}` below them"
        )
    return before, first + own + last, after


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise UsageError(error.strerror or "cannot be read", where=str(path)) from error


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replaced(path) as stream:
            stream.write(data)
    except OSError as error:
        raise UsageError(error.strerror or "cannot be written", where=str(path)) from error
