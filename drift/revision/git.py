"""A git repository -> the answers of its plumbing, over one long-lived `cat-file --batch`.

Nothing is checked out, fetched or written.
"""

from __future__ import annotations

from pathlib import Path

from git import Git
from git.exc import GitCommandError, GitCommandNotFound

from drift.errors import RevisionError
from drift.revision.base import SIZE_LIMIT, Content, Unreadable, shown

ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    # Partial clones: a blob that is not there is told and never fetched; older versions of git know only the next line.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
    "GIT_CONFIG_COUNT": "1",
    # A file system monitor is a program that the repository's configuration names.
    "GIT_CONFIG_KEY_0": "core.fsmonitor",
    "GIT_CONFIG_VALUE_0": "false",
}


class Repository:
    """A repository as it is seen from one folder of it."""

    def __init__(self, folder: Path) -> None:
        """Find the repository that a folder belongs to.

        Args:
            folder: Any folder of a work tree, or a bare repository.

        Raises:
            RevisionError: There is none, or git will not read it.
        """
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

    def content(self, blob: str) -> Content:
        """The bytes of one blob.

        Args:
            blob: Its id.

        Returns:
            Its bytes, or why they cannot be had.
        """
        try:
            _, _, size, stream = self._git.stream_object_data(blob)
            if size > SIZE_LIMIT:
                self._git.clear_cache()
                return Unreadable("too large to be a document")
            return stream.read(size)
        except (ValueError, OSError, GitCommandError):
            # After a fatal error the process is gone; the next blob gets a new one.
            self._git.clear_cache()
            return Unreadable(
                "its content is missing from the repository (a partial or damaged clone)"
            )


def _refusal(stderr: str) -> str:
    if "dubious ownership" in stderr:
        return "git does not trust this repository's owner: see `git help config`, safe.directory"
    return "not a git repository"
