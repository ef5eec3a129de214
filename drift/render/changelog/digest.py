"""A large changelog -> what a reader must know before the first of its many lines: what happened most, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from drift.changes.base import Change
from drift.explain.base import Changelog
from drift.explain.places import home
from drift.explain.sentence import counted
from drift.render.changelog.outline import Outline
from drift.render.plural import plural

LARGE = 60
"""Things that are told one by one, from which on nobody sees from the first screen what the rest is about."""

KINDS = 6
"""Kinds that are counted; what is rarer is found below."""

FOLDERS = 3
"""Folders that are named."""

FEWEST = 0.1
"""The part of all pages that a folder must hold to be named."""

MOST = 0.8
"""The part of all pages in one folder from which on its own folders say more."""


def digest(changelog: Changelog, parts: Outline) -> str:
    """Say of a large changelog what happened most, and in which folders.

    Args:
        changelog: The changelog.
        parts: The same in reading order.

    Returns:
        One sentence; nothing of a changelog that is read in a minute, or that has nothing but front matter.
    """
    if parts.told + len(parts.rules) < LARGE:
        return ""
    shown = {change.id for change in changelog.changes}
    own = [change for change in changelog.changes if change.cause not in shown]
    kinds = Counter(change.kind for change in own if change.kind != "page.metadata")
    order = sorted(kinds.items(), key=lambda item: (_weight(item[0]), -item[1], item[0]))
    most = ", ".join(counted(kind, count) for kind, count in order[:KINDS])
    if not most:
        return ""
    return f"In short: {most}{_places(own)}."


def _weight(kind: str) -> int:
    """Order kinds by what they mean for a handbook: pages, sections, what is broken, and then all else."""
    noun, _, _ = kind.partition(".")
    return 2 if kind == "link.broken" else {"page": 0, "section": 1}.get(noun, 3)


def _places(changes: Sequence[Change]) -> str:
    paths = {home(change).path for change in changes}
    folders = Counter(_folders(paths))
    if len(folders) <= 1:
        return ""
    order = sorted(folders.items(), key=lambda item: (-item[1], item[0]))
    shown = [row for row in order[:FOLDERS] if row[1] >= FEWEST * len(paths)]
    if not shown:
        return f"; in {plural(len(folders), 'folder')}"
    named = ", ".join(f"{folder} ({plural(count, 'page')})" for folder, count in shown)
    rest = len(folders) - len(shown)
    return f"; most in {named}" + (f" and {plural(rest, 'other folder')}" if rest else "")


def _folders(paths: set[str]) -> Iterator[str]:
    """Give for each page a folder: the first below those that most pages stand in."""
    cut = [PurePosixPath(path).parts[:-1] for path in paths]
    depth = 1
    while True:
        ((top, held),) = Counter(names[:depth] for names in cut).most_common(1)
        if held < MOST * len(cut) or len(top) < depth:
            break
        depth += 1
    for folders in cut:
        yield "/".join((*folders[:depth], "")) or "./"
