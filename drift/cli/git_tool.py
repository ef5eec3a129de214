"""What `git difftool` hands over, two files or with `--dir-diff` two folders -> what changed between them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from drift.cli.git_driver import file, told
from drift.cli.output import Screen, screen
from drift.errors import UsageError

if TYPE_CHECKING:
    from drift.changes.base import Change
    from drift.revision.disk import DiskRevision


def shown_by_tool(words: list[str]) -> str:
    """Tell what changed between two files or folders.

    Args:
        words: The one, the other, and the path of the page in the repository.

    Returns:
        The text.

    Raises:
        DriftError: They cannot be read.
    """
    from drift.cli.git_page import Handed, page

    match words:
        case [old, new, *_] if Path(old).is_dir() and Path(new).is_dir():
            return _folders(Path(old), Path(new), screen(None, no_color=False))
        case [old, new, path]:
            look = screen(None, no_color=False)
            return page(Handed(path, file(old)), Handed(path, file(new)), look)
    raise UsageError("git runs this program", remedy="drift git install sets it up")


def _folders(old: Path, new: Path, look: Screen) -> str:
    """Compare two folders in which git has put the files that differ, and none of the others."""
    from msgspec.structs import replace

    from drift.config import load
    from drift.explain.selected import Wanted, selected
    from drift.pipeline import diff
    from drift.render.changelog.text import render
    from drift.render.changelog.view import View

    settings = load(Path())
    told = diff(_revision(old, "old"), _revision(new, "new"), stated=settings.stated)
    told = replace(told, changes=tuple(one for one in told.changes if not _is_idle(one)))
    # Counts what is left.
    view = View(changelog=selected(told, Wanted()), width=look.width, color=look.color)
    return render(view)


def _is_idle(change: Change) -> bool:
    """Tell whether a link may lead to a page that git has left out, being unchanged: a link with another target."""
    return change.kind == "link.broken" and change.before != change.after


def _revision(folder: Path, rev: str) -> DiskRevision:
    from drift.revision.disk import DiskRevision

    return DiskRevision(rev, dict(_files(folder)))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """List files; for those of the work tree git has made a link to each, so that tools can edit them."""
    from drift.revision.base import shown

    for here, _, names in os.walk(folder):
        for name in names:
            place = Path(here, name)
            path = shown(os.fsencode(place.relative_to(folder).as_posix()))
            yield path, place.readlink() if place.is_symlink() else place


def main() -> int:
    """Run as git's diff tool.

    Returns:
        The exit status.
    """
    return told(shown_by_tool)


if __name__ == "__main__":
    sys.exit(main())
