"""The URL of a remote -> the pages of a forge that show files and comparisons, where its form is known."""

from __future__ import annotations

import re
from urllib.parse import quote

import msgspec

from drift.revision.git import Repository

_REMOTE = re.compile(
    r"(?:(?:https?|ssh|git)://(?:[^@/\s]*@)?|(?:[\w.-]+@))"
    r"(?P<host>[A-Za-z0-9.-]+)(?::\d+(?=/))?[:/](?P<path>[\w./~-]+?)(?:\.git)?/?"
)


class Forge(msgspec.Struct, frozen=True):
    """A repository as GitHub or GitLab shows it; without a URL where it is on neither."""

    url: str = ""
    infix: str = ""
    # What GitLab writes before the kind of a page.

    def comparison(self, old: str, new: str) -> str:
        """Give the URL of what differs between two commits, or an empty text."""
        return f"{self.url}{self.infix}/compare/{old}...{new}" if self.url else ""

    def commit(self, name: str) -> str:
        """Give the URL of a commit, or an empty text."""
        return f"{self.url}{self.infix}/commit/{name}" if self.url else ""

    def pull(self, number: str) -> str:
        """Give the URL of a pull request, or an empty text: GitLab's subjects name no merge requests."""
        return f"{self.url}/pull/{number}" if self.url and not self.infix else ""

    def file(self, commit: str, path: str) -> str:
        """Give the URL of a file at a commit, or an empty text."""
        return f"{self.url}{self.infix}/blob/{commit}/{quote(path)}" if self.url else ""


def forge(repository: Repository) -> Forge:
    """Find the forge that a repository was cloned from; nothing is asked but its own configuration.

    Args:
        repository: The repository.

    Returns:
        The forge; names and passwords that stand in the remote's URL are left out.
    """
    return known(repository.ask("config", "--get", "remote.origin.url") or "")


def known(remote: str) -> Forge:
    """Read the URL of a remote.

    Args:
        remote: As git has it: `https://host/owner/name.git`, `git@host:owner/name.git`.

    Returns:
        The forge, without a URL where the host is neither a GitHub nor a GitLab.
    """
    found = _REMOTE.fullmatch(remote)
    if found is None:
        return Forge()
    host = found["host"].lower()
    labels = set(host.split("."))
    infix = {"github": "", "gitlab": "/-"}
    name = next((name for name in infix if name in labels), "")
    return Forge(f"https://{host}/{found['path']}", infix[name]) if name else Forge()
