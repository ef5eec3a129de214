"""A git repository -> the answers of its plumbing, over one long-lived `cat-file --batch`.

Nothing is checked out, fetched or written.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from git import Git
from git.exc import GitCommandError, GitCommandNotFound

from drift.errors import RevisionError
from drift.revision.base import Content, shown
from drift.revision.batch import Batch
from drift.revision.plumbing import pieces

ENVIRONMENT = MappingProxyType(
    {
        "GIT_NO_LAZY_FETCH": "1",
        # Partial clones: a blob that is not there is told and never fetched; older versions of git know only the next line.
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        "LC_ALL": "C",
        "GIT_CONFIG_COUNT": "3",
        # A file system monitor is a program that the repository's configuration names.
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": "false",
        # Up to seven processes of git run at once, and each would map the whole of a pack.
        "GIT_CONFIG_KEY_1": "core.packedGitWindowSize",
        "GIT_CONFIG_VALUE_1": "1m",
        "GIT_CONFIG_KEY_2": "core.packedGitLimit",
        "GIT_CONFIG_VALUE_2": "16m",
    }
)


class Repository:
    """A repository as it is seen from one folder of it."""

    def __init__(self, folder: Path) -> None:
        """Find the repository that a folder belongs to.

        Args:
            folder: Any folder of a work tree, or a bare repository.

        Raises:
            RevisionError: There is none, git will not read it, or there is no such folder.
        """
        # GitPython would run git where the user stands, and tell of the repository there.
        if not folder.is_dir():
            raise RevisionError("no such directory", where=str(folder))
        if not os.access(folder, os.X_OK):
            raise RevisionError("cannot be entered", where=str(folder))
        self.folder = folder
        self._git = Git(str(folder))
        self._git.update_environment(**ENVIRONMENT)
        try:
            found = self.run("rev-parse", "--is-bare-repository", "--show-prefix", "--git-dir")
        except GitCommandNotFound as error:
            raise RevisionError(
                "git cannot be run", where=str(folder), remedy="install git"
            ) from error
        except GitCommandError as error:
            raise RevisionError(_refusal(str(error.stderr)), where=str(folder)) from error
        bare, prefix, *_ = found.split(b"\n")
        self.bare = bare == b"true"
        self.prefix = shown(prefix)
        self._objects = Batch(self._git)

    def run(self, *words: str) -> bytes:
        """Run one git command.

        Args:
            words: The command and its arguments.

        Returns:
            What it printed.

        Raises:
            GitCommandError: It failed.
        """
        command = ["git", *words]
        return self._git.execute(command, stdout_as_string=False, strip_newline_in_stdout=False)

    def require(self, *words: str) -> bytes:
        """Run a git command that fails only where the repository is damaged.

        Args:
            words: The command and its arguments.

        Returns:
            What it printed.

        Raises:
            RevisionError: It failed.
        """
        try:
            return self.run(*words)
        except GitCommandError as error:
            raise RevisionError(
                f"the repository is damaged or incomplete: git {words[0]} fails",
                where=str(self.folder),
                remedy="git fsck names what is missing",
            ) from error

    def ask(self, *words: str) -> str | None:
        """Run a git command whose failure means no.

        Args:
            words: The command and its arguments.

        Returns:
            What it printed, trimmed, or None.
        """
        try:
            return shown(self.run(*words)).strip()
        except GitCommandError:
            return None

    def top(self, *, rev: str) -> Path:
        """The root of the work tree.

        Args:
            rev: What the user wrote, to be named in the error.

        Returns:
            The folder.

        Raises:
            RevisionError: The repository is bare.
        """
        top = self.ask("rev-parse", "--show-toplevel")
        if not top:
            raise RevisionError(
                "the repository has no work tree", where=rev, remedy="name a commit"
            )
        return Path(top)

    def stream(self, *words: str) -> Generator[bytes]:
        """Run one git command and read what it prints while it runs.

        Args:
            words: The command and its arguments.

        Returns:
            Its output, in pieces. The command begins with the first piece and ends with the iterator.

        Raises:
            RevisionError: It failed.
        """
        yield from pieces(self._git.execute(["git", *words], as_process=True))

    @cached_property
    def shallow(self) -> frozenset[str]:
        """The commits at which a shallow clone was cut: they have parents, which are not here."""
        told = self.require("rev-parse", "--is-shallow-repository", "--git-path", "shallow")
        is_shallow, _, path = told.partition(b"\n")
        if is_shallow != b"true":
            return frozenset()
        return frozenset((self.folder / os.fsdecode(path[:-1])).read_text("ascii").split())

    def content(self, blob: str) -> Content:
        """The bytes of one blob.

        Args:
            blob: Its id.

        Returns:
            Its bytes, or why they cannot be had.
        """
        return next(self.contents((blob,)))

    def contents(self, blobs: Iterable[str]) -> Iterator[Content]:
        """The bytes of objects, one after the other; much quicker than asking for each.

        Args:
            blobs: Their ids; they may be those of trees too.

        Returns:
            The bytes of each, or why they cannot be had, in the order asked for.
        """
        return self._objects.read(blobs)

    def identify(self, word: str) -> tuple[str, str] | None:
        """Find the object that a word names, without starting a process for it.

        Args:
            word: What the user wrote.

        Returns:
            Its id and its type; None where there is none.
        """
        if "\n" in word:
            # Such a path is no line for the process that reads objects.
            word = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", word) or ""
        return self._objects.identify(word) if word else None

    def close(self) -> None:
        """End the process that reads objects; the next reading starts another."""
        self._objects.close()


def _refusal(stderr: str) -> str:
    if "dubious ownership" in stderr:
        return "git does not trust this repository's owner: see `git help config`, safe.directory"
    return "not a git repository"
