"""A page on both sides, as git hands it over -> what changed on it, or its lines where it is no readable document."""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec
from rich.text import Text

from drift.cli.git_lines import lines
from drift.cli.output import Screen
from drift.config import load
from drift.errors import DriftError
from drift.pipeline import changelog
from drift.render.changelog.outline import outline
from drift.render.changelog.text import body
from drift.render.changelog.view import View
from drift.render.paper import Paper
from drift.render.visible import visible
from drift.revision.base import shown
from drift.revision.disk import DiskRevision
from drift.site.build import sites

NO_FILES: MappingProxyType[str, str] = MappingProxyType(
    {"120000": "symbolic link", "160000": "submodule"}
)
"""Modes of what git hands over as a file and is none."""

SAME: Final = (
    "reads the same, only how it is written differs (git diff --no-ext-diff shows the lines)"
)


class Handed(msgspec.Struct, frozen=True):
    """One side of a page."""

    path: str
    # In the repository, whatever file git made of it.
    file: Path | None
    # None where the page is not there.
    mode: str = ""
    # Empty where git does not tell.


class UnreadableError(DriftError):
    """A page that cannot be told of as a document."""


def page(old: Handed, new: Handed, look: Screen) -> str:
    """Tell what changed on one page, under its path in the repository.

    Whatever is wrong with the page, the configuration or drift itself, the lines are shown and the reason is said.

    Args:
        old: The page before.
        new: The page after.
        look: What the reader can see.

    Returns:
        The text; it ends with an empty line, since the next page follows.

    Raises:
        DriftError: Not even git can compare the two.
    """
    kind = NO_FILES.get(new.mode) or NO_FILES.get(old.mode)
    if kind:
        return _by_lines(old, new, look, kind)
    if old.file is None:
        # All of it is news, and whoever asks git for it means to read it.
        return _by_lines(old, new, look, "+ new page")
    try:
        return _by_sections(old, new, look)
    except DriftError as error:
        reason = str(error)
    except Exception as error:  # noqa: BLE001 - `git diff` has to show something even where drift is wrong
        reason = f"internal error of drift: {type(error).__name__}: {error}"
    return _by_lines(old, new, look, f"! {visible(reason)}")


def _by_sections(old: Handed, new: Handed, look: Screen) -> str:
    settings = load(Path())
    revisions = (_revision(old, "old"), _revision(new, "new"))
    pages = sites(*revisions, stated=settings.stated)
    for site, side in zip(pages, (old, new), strict=True):
        if side.file and not site.pages:
            raise UnreadableError("is no document that drift reads")
        for one in site.pages.values():
            if one.unparsed:
                raise UnreadableError(one.unparsed)
    told = changelog(revisions, pages)
    view = View(changelog=told, width=look.width, color=look.color)
    if settings.context is not None:
        view = msgspec.structs.replace(view, context=settings.context)
    parts = outline(told)
    # The page is named by our heading, also where only a rule is told of it.
    nameless = tuple(msgspec.structs.replace(part, path="") for part in parts.pages)
    paper = Paper(width=look.width, color=look.color)
    body(paper, msgspec.structs.replace(parts, pages=nameless), view)
    if not told.changes and not told.rules and _differ(old, new):
        paper.write(Text(SAME), indent=2)
    head = _headed(old, new, look, was=parts.pages[0].was if parts.pages else "")
    return f"{head.text()}{paper.text()}\n"


def _by_lines(old: Handed, new: Handed, look: Screen, reason: str) -> str:
    hunks = lines(old.file, new.file, color=look.color)
    paper = _headed(old, new, look)
    paper.write(Text(reason), indent=2)
    return f"{paper.text()}{hunks}\n"


def _revision(side: Handed, rev: str) -> DiskRevision:
    files = {} if side.file is None else {_path(side): side.file}
    return DiskRevision(rev, files, single=True)


def _headed(old: Handed, new: Handed, look: Screen, *, was: str = "") -> Paper:
    """Begin with the path, and with what git alone knows of the file."""
    paper = Paper(width=look.width, color=look.color)
    heading = Text(visible(_path(new)), style="bold underline" if look.color else "")
    paper.write(Text.assemble(heading, f"  (was {visible(was)})") if was else heading)
    if old.file and new.file and old.mode != new.mode:
        paper.write(Text(f"mode {old.mode} → {new.mode}"), indent=2)
    return paper


def _path(side: Handed) -> str:
    return shown(os.fsencode(side.path))


def _differ(old: Handed, new: Handed) -> bool:
    """Tell whether the bytes differ; where one side is missing, they do."""
    if old.file is None or new.file is None:
        return True
    return old.file.read_bytes() != new.file.read_bytes()
