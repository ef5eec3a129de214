"""Git's own configuration, of a repository or of its user -> what of it concerns drift."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from drift.errors import UsageError

DRIVER: Final = "drift.cli.git_driver"
TOOL: Final = "drift.cli.git_tool"
KEYS: MappingProxyType[str, str] = MappingProxyType(
    {"diff.drift.command": DRIVER, "difftool.drift.cmd": TOOL}
)
"""What is set, and what stands in each value that is drift's."""

ABSENT: Final = 1
"""Exit status of `git config --get` where there is no such key."""


class Scope(msgspec.Struct, frozen=True):
    """Whose configuration it is."""

    folder: Path
    # Where the user stands.
    everywhere: bool = False
    # The user's own, and not the repository's.

    def ask(self, *words: str) -> str | None:
        """Run a git command whose failure means no.

        Args:
            words: The command and its arguments.

        Returns:
            What it printed without the last line feed, or None.

        Raises:
            UsageError: There is no git, no repository, or no configuration that can be read.
        """
        command = ["git", "-C", str(self.folder), *words]
        try:
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell, own words
        except OSError as error:
            raise UsageError("git cannot be run", remedy="install git") from error
        if done.returncode > ABSENT:
            raise _refusal(done.stderr.decode(errors="replace"), self.folder)
        return (
            None if done.returncode else done.stdout.decode(errors="surrogateescape").rstrip("\n")
        )

    def get(self, key: str) -> str | None:
        """Read a key.

        Args:
            key: Its name.

        Returns:
            Its value, of several the last, as for git; None where it is not set.

        Raises:
            UsageError: As for `ask`.
        """
        return self.ask("config", self.option, "--get", key)

    def set(self, key: str, value: str) -> None:
        """Write a key.

        Args:
            key: Its name.
            value: What it is to be, instead of all that it was.

        Raises:
            UsageError: It cannot be written.
        """
        if self.ask("config", self.option, "--replace-all", key, value) is None:
            raise UsageError("cannot be written", where=f"git config {self.option} {key}")

    def unset(self, key: str) -> None:
        """Take a key away.

        Args:
            key: Its name.

        Raises:
            UsageError: It cannot be written.
        """
        if self.ask("config", self.option, "--unset-all", key) is None:
            raise UsageError("cannot be written", where=f"git config {self.option} {key}")

    @property
    def option(self) -> str:
        """The option by which `git config` knows it."""
        return "--global" if self.everywhere else "--local"

    @property
    def attributes(self) -> Path:
        """The file of attributes that belongs to it and lies in no work tree.

        Returns:
            Its absolute path; it need not be there.

        Raises:
            UsageError: There is none that the user could write to.
        """
        if not self.everywhere:
            common = self.ask(
                "rev-parse", "--path-format=absolute", "--git-path", "info/attributes"
            )
            return Path(common or "")
        own = self.ask("config", "--global", "--type=path", "--get", "core.attributesFile")
        if own is None:
            return self._usual()
        if not Path(own).is_absolute():
            raise UsageError(
                "is no absolute path, so that it is another file in each repository",
                where=f"core.attributesFile = {own}",
                remedy="git config --global core.attributesFile ~/.config/git/attributes",
            )
        return Path(own)

    def _usual(self) -> Path:
        if system := self.ask("config", "--system", "--type=path", "--get", "core.attributesFile"):
            raise UsageError(
                "is set for all users of this machine",
                where=f"core.attributesFile = {system}",
                remedy="git config --global core.attributesFile ~/.config/git/attributes",
            )
        home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        return Path(home) / "git" / "attributes"


def value(module: str) -> str:
    """Write down how git starts drift: by this very Python, since `drift` need not be found from where git runs.

    Args:
        module: The program.

    Returns:
        Words for the shell that git gives them to.
    """
    # Without -P, Python would look for modules in the repository that is looked at.
    run = f"{shlex.quote(sys.executable)} -P -m {module}"
    if module == TOOL:
        return f'{run} "$LOCAL" "$REMOTE" "$MERGED"'
    # Git gives up on all pages when its driver fails; so the lines are shown where drift cannot be run any more.
    lines = 'git --no-pager diff --no-index --no-ext-diff -- "$2" "$5"'
    return f'f() {{ {run} "$@" || {lines}; true; }}; f'


def _refusal(said: str, folder: Path) -> UsageError:
    if "--local can only be used inside" in said or "not a git repository" in said:
        remedy = "--global is for all repositories of yours"
        return UsageError("is in no git repository", where=str(folder), remedy=remedy)
    told = [line for line in said.splitlines() if line.strip()] or ["git config fails"]
    return UsageError(told[-1].removeprefix("fatal: "), where=str(folder))
