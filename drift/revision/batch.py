"""Ids of objects -> their contents, over one long-lived `cat-file --batch`.

Ids are sent in groups, and a group is read to its end before any of it is handed on: so two readers may take turns, and
one may stop halfway, without answers going to the wrong one. Where a group cannot be read to its end, the process is
ended and the rest asked of a new one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from subprocess import PIPE

from git import Git
from git.exc import GitCommandError

from drift.revision.base import SIZE_LIMIT, Content, Unreadable
from drift.revision.plumbing import end

MISSING = Unreadable("its content is missing from the repository (a partial or damaged clone)")
TOO_LARGE = Unreadable("too large to be a document")

_COMMAND = (
    "git",
    # What is larger is streamed by git and not held in memory; it is not read to its end here either.
    "-c",
    f"core.bigFileThreshold={SIZE_LIMIT}",
    # Each worker has a process of its own. More than this gains no time that can be measured.
    "-c",
    "core.deltaBaseCacheLimit=4m",
    "cat-file",
    "--batch",
)
_PROMISES = r"^(remote\..*\.promisor|extensions\.partialclone)$"

_OBJECT = re.compile(rb"(?P<id>[0-9a-f]+) (?P<type>[a-z]+) (?P<size>\d+)\n")

_GROUP = 32
# Ids sent at once. They fit into any pipe, so that sending never waits; more of them gain nothing measurable.


class Batch:
    """Reads objects of one repository; safe to carry over a fork."""

    def __init__(self, git: Git) -> None:
        """Remember where; nothing is started before the first object is read.

        Args:
            git: Runs git in the repository.
        """
        self._git = git
        self._present: frozenset[str] | None = None
        # What a partial clone holds, once that is known to matter.
        self._process: Git.AutoInterrupt | None = None
        self._owner = 0

    def read(self, ids: Iterable[str]) -> Iterator[Content]:
        """Read objects in the order asked for.

        Args:
            ids: Whose contents are wanted.

        Yields:
            The content, or why it cannot be had.
        """
        waiting = iter(ids)
        while group := list(islice(waiting, _GROUP)):
            while group:
                answers = self._answers(group)
                yield from answers
                del group[: len(answers)]

    def identify(self, word: str) -> tuple[str, str] | None:
        """Find the object that a word names.

        Args:
            word: As git understands it, in one line.

        Returns:
            Its id and its type; None where there is none.
        """
        try:
            process = self._running()
            process.stdin.write(os.fsencode(f"{word}\n"))
            process.stdin.flush()
            found = _OBJECT.fullmatch(process.stdout.readline())
            if found is None or _content(process, int(found["size"])) is TOO_LARGE:
                # It may have ended; the next question starts another.
                self.close()
        except (OSError, EOFError, GitCommandError):
            self.close()
            return None
        return (found["id"].decode(), found["type"].decode()) if found else None

    def close(self) -> None:
        """End the process; the next reading starts another."""
        if self._process:
            end(self._process)
            self._process = None

    def _answers(self, group: list[str]) -> list[Content]:
        """Read a group, or as much of its beginning as one process can tell."""
        if self._present is not None:
            group = list(takewhile(self._present.__contains__, group))
            if not group:
                return [MISSING]
        answers: list[Content] = []
        try:
            process = self._running()
            process.stdin.write("".join(f"{name}\n" for name in group).encode("ascii"))
            process.stdin.flush()
            held = 0
            while len(answers) < len(group) and held <= SIZE_LIMIT:
                answer = _answer(process)
                answers.append(answer)
                held += len(answer) if isinstance(answer, bytes) else 0
                if answer is TOO_LARGE:
                    break
            # What it complains of in passing is not wanted, but must not fill the pipe.
            process.stderr.read()
        except (OSError, EOFError, GitCommandError):
            self.close()
            # It died of the object that it was at. A fetch that was refused is such a death.
            answers.append(MISSING)
            self._present = self._held()
        if answers[-1] is TOO_LARGE or len(answers) < len(group):
            self.close()
        return answers

    def _running(self) -> Git.AutoInterrupt:
        if self._owner != os.getpid():
            # A process forked from ours would share our pipes and read our answers.
            self.close()
        if self._process is None:
            self._process = self._git.execute(_COMMAND, istream=PIPE, as_process=True)
            self._owner = os.getpid()
            os.set_blocking(self._process.stderr.fileno(), False)
        return self._process

    def _held(self) -> frozenset[str] | None:
        """List what a partial clone holds: asking git for anything else ends the process that is asked."""
        try:
            self._git.execute(["git", "config", "--get-regexp", _PROMISES])
            told = self._git.execute(
                ["git", "cat-file", "--batch-all-objects", "--batch-check=%(objectname)"]
            )
        except GitCommandError:
            return None
        return frozenset(told.split())


def _answer(process: Git.AutoInterrupt) -> Content:
    header: bytes = process.stdout.readline()
    size = header[header.rfind(b" ") + 1 : -1]
    if not size.isdigit():
        if not header.endswith(b"\n"):
            raise EOFError
        return MISSING
    return _content(process, int(size))


def _content(process: Git.AutoInterrupt, length: int) -> Content:
    if length > SIZE_LIMIT:
        return TOO_LARGE
    content: bytes = process.stdout.read(length)
    if not process.stdout.read(1):
        raise EOFError
    return content
