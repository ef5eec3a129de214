"""A running git process -> its output piece by piece, and its end by its own handle."""

from __future__ import annotations

import os
import re
import selectors
from collections.abc import Generator
from types import MappingProxyType

from git import Git
from git.exc import GitCommandError

from drift.errors import RevisionError
from drift.revision.base import shown

_PIECE = 1 << 16
_KEPT = 4096
# Bytes of the complaints; the last of them is the one that ended the process.

_PATTERN = re.compile(r"(header|command line), '(.*)': (.*)")
_OPTIONS = MappingProxyType({"header": "--author", "command line": "--grep"})
# What git calls the patterns for an author and for a message.


def pieces(process: Git.AutoInterrupt) -> Generator[bytes]:
    """Read what a process prints, as soon as it prints it.

    Both pipes are emptied in turn, since a process that complains at length would wait for a reader for ever.

    Args:
        process: What GitPython started. It is ended when the iterator is, whatever ends it.

    Yields:
        Its output.

    Raises:
        RevisionError: It failed; what it said last is told.
    """
    output, errors = process.stdout.fileno(), process.stderr.fileno()
    said = b""
    try:
        with selectors.DefaultSelector() as selector:
            selector.register(output, selectors.EVENT_READ)
            selector.register(errors, selectors.EVENT_READ)
            while selector.get_map():
                for key, _ in selector.select():
                    piece = os.read(key.fd, _PIECE)
                    if not piece:
                        selector.unregister(key.fd)
                    elif key.fd == output:
                        yield piece
                    else:
                        said = (said + piece)[-_KEPT:]
        process.wait()
    except GitCommandError as error:
        raise RevisionError(_complaint(shown(said))) from error
    finally:
        end(process)


def end(process: Git.AutoInterrupt) -> None:
    """End a process, finished or not, and wait until it is gone.

    In a process that was forked since, it is not ours to end: there, only our ends of the pipes are closed.

    Args:
        process: What GitPython started.
    """
    running = process.proc
    if running is None:
        return
    for pipe in (running.stdin, running.stdout, running.stderr):
        if pipe:
            try:
                pipe.close()
            except OSError:
                # What was still to be written has no reader any more.
                continue
    if running.poll() is None:
        running.terminate()
        running.wait()


def _complaint(said: str) -> str:
    lines = [line for line in said.splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith("fatal: ")] or lines[-1:]
    told = fatal[-1].removeprefix("fatal: ") if fatal else "it ended without a word"
    if pattern := _PATTERN.fullmatch(told):
        name, given, why = pattern.groups()
        return f"{_OPTIONS[name]} '{given}' is no pattern that git knows: {why}"
    return f"git cannot read the history: {told}"
