"""The commits of a period -> page by page the pull requests, or else the commits, that changed it, as a forge shows them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing

from drift.aggregate.notes.forge import Forge
from drift.aggregate.notes.notes import Source
from drift.revision.git import Repository
from drift.revision.log import Commit, log
from drift.revision.range import Range

SHORT_HASH = 7
"""Digits of a commit, as forges show it."""

_PULL = re.compile(r"Merge pull request #(?P<merged>\d+)\b.*|.*\(#(?P<squashed>\d+)\)\s*")


def sources(
    repository: Repository, old: str, new: str, forge: Forge
) -> Mapping[str, tuple[Source, ...]]:
    """Tell where the changes of each page can be looked at.

    Args:
        repository: Whose history it is.
        old: The commit before the period.
        new: Its last commit.
        forge: Where commits can be seen.

    Returns:
        By path, the newest first and each once; nothing where there is no forge.
    """
    found: defaultdict[str, dict[Source, None]] = defaultdict(dict)
    if forge.url:
        with closing(log(repository, Range(words=(f"{old}..{new}",)))) as commits:
            for commit in commits:
                source = _source(commit, forge)
                for delta in commit.deltas:
                    found[delta.path][source] = None
    return {path: tuple(some) for path, some in found.items()}


def _source(commit: Commit, forge: Forge) -> Source:
    pull = _PULL.fullmatch(commit.subject)
    number = (pull["merged"] or pull["squashed"]) if pull else ""
    if number and (url := forge.pull(number)):
        return Source(f"#{number}", url)
    return Source(commit.id[:SHORT_HASH], forge.commit(commit.id))
