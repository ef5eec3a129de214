"""Pieces of a result, one after the other -> a file, a pager or standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO

from drift.cli.output import hush, replaced, unwritable
from drift.cli.pager import paged
from drift.errors import UsageError


def pour(
    pieces: Iterable[bytes], output: Path | None, *, pager: str, begun: Callable[[], None]
) -> None:
    """Write each piece as soon as it is there; a reader that goes away has seen enough.

    Args:
        pieces: The result.
        output: A file, replaced in one step when all is written; None for standard output.
        pager: The command through which standard output is read; empty for none.
        begun: Called before the first piece is written to a terminal. What fails before that, fails without a pager.

    Raises:
        UsageError: The file cannot be written.
    """
    if output is not None:
        _write(pieces, output)
        return
    rest = iter(pieces)
    first = next(rest, None)
    if sys.stdout.isatty():
        begun()
    if first is not None:
        with paged(pager) if pager else _standard_output() as stream:
            # A reader who quits a pager, as one who pipes into `head`, needs no more commits to be looked at.
            all(_send(stream, piece) for piece in chain((first,), rest))


def _write(pieces: Iterable[bytes], output: Path) -> None:
    try:
        with replaced(output) as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise unwritable(error, output) from error


def _send(stream: IO[bytes], piece: bytes) -> bool:
    """Write at once; tell whether anybody is reading."""
    try:
        stream.write(piece)
        stream.flush()
    except BrokenPipeError:
        return False
    except OSError as error:
        raise UsageError(error.strerror or "cannot be written", where="standard output") from error
    return True


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    """Give standard output; what could not be written to it is not tried again at exit."""
    sys.stdout.flush()
    try:
        yield sys.stdout.buffer
    finally:
        try:
            sys.stdout.flush()
        except OSError:
            hush(sys.stdout)
