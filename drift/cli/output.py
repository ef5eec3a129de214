"""A command's text -> standard output or a file, and what its reader can see there."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO

import msgspec

from drift.errors import UsageError
from drift.render.visible import visible

PLAIN_WIDTH = 80
"""Columns where no terminal says otherwise."""

WIDEST = 120
"""Columns beyond which lines are hard to read, however wide the terminal is."""


class Screen(msgspec.Struct, frozen=True):
    """What standard output can show."""

    width: int
    color: bool


def screen(output: Path | None, *, no_color: bool) -> Screen:
    """Tell how wide and colourful the output may be.

    Args:
        output: The file that is written instead of standard output.
        no_color: Whether the user wants none.

    Returns:
        Colour on a terminal alone, unless `NO_COLOR` or a dumb terminal forbids it or `FORCE_COLOR` asks for it.
    """
    terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else PLAIN_WIDTH
    forbidden = no_color or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    wanted = terminal or (output is None and bool(os.environ.get("FORCE_COLOR")))
    return Screen(min(width, WIDEST), wanted and not forbidden)


def deliver(text: str, output: Path | None) -> None:
    """Write the result where it was asked for, in UTF-8.

    Args:
        text: The result.
        output: A file, replaced in one step so that nobody reads half of it; None for standard output.

    Raises:
        UsageError: The file cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        _print(data)
        return
    try:
        with replaced(output) as stream:
            stream.write(data)
    except OSError as error:
        raise unwritable(error, output) from error


def unwritable(error: OSError, output: Path) -> UsageError:
    """Say why a file cannot be written.

    Args:
        error: What the system says.
        output: The file.

    Returns:
        The error to raise.
    """
    remedy = "make its folder first" if isinstance(error, FileNotFoundError) else ""
    return UsageError(error.strerror or "cannot be written", where=str(output), remedy=remedy)


def complain(text: str) -> None:
    """Write one line to standard error, nothing in it that could steer a terminal."""
    try:
        sys.stderr.write(f"drift: {visible(text)}\n")
        sys.stderr.flush()
    except OSError:
        # Nobody hears it; the exit status still says it.
        hush(sys.stderr)


def _print(data: bytes) -> None:
    """A reader that went away, as `head` does, has seen enough."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        hush(sys.stdout)


def hush(stream: TextIO) -> None:
    """Let what is still to be written to a standard stream go nowhere: Python flushes once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def reopen() -> None:
    """Give standard streams that the caller has closed, so that there are none, a place to go."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the program runs
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the program runs


@contextmanager
def replaced(output: Path) -> Iterator[IO[bytes]]:
    """Write beside a file and put that in its place; what is no file, such as `/dev/null`, is written to and stays.

    Args:
        output: The file.

    Yields:
        What is to be written to; if the work fails, the file stays as it was.
    """
    known = output.stat() if output.exists() else None
    if known is not None and not stat.S_ISREG(known.st_mode):
        with output.open("wb") as stream:
            yield stream
        return
    # A link stays a link: what it points to is written. Path.resolve would fail on links in a circle.
    target = Path(os.path.realpath(output))
    mode = 0o666 & ~_umask() if known is None else known.st_mode & 0o777
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".drift-", delete=False) as file:
        part = Path(file.name)
        try:
            yield file.file
            file.close()
            part.chmod(mode)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _umask() -> int:
    """The mask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
