"""The options that every command shares, each with its words once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drift.config import Config, load
from drift.errors import UsageError

if TYPE_CHECKING:
    from drift.cache.store import Cache

Directory = Annotated[
    Path | None,
    typer.Option("-C", metavar="DIR", help="Run as if started in DIR.", show_default=False),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Configuration; else drift.toml, or [tool.drift] in pyproject.toml.",
        show_default=False,
    ),
]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help="Output format.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE, whole or not at all.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Print nothing but what was asked for.")]
Verbose = Annotated[
    int,
    typer.Option(
        "-v",
        "--verbose",
        count=True,
        metavar="",
        show_default=False,
        help="Show ids, confidences and long texts in full; twice: tracebacks too.",
    ),
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help="No colour; nor is there any where NO_COLOR is set.")
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Write to the terminal itself.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        help="Processor cores to use; all by default.",
        show_default=False,
    ),
]
CacheFolder = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="DIR",
        help="Folder of the cache; your own cache folder by default.",
        show_default=False,
    ),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="RANGE", help="As for git log: v1..v2, main, ^topic; else HEAD."),
]
AllCommits = Annotated[
    bool | None,
    typer.Option(
        "--all-commits/--first-parent",
        help="Every commit, or what was merged as one entry (default).",
        show_default=False,
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")]


class Start(msgspec.Struct, frozen=True):
    """What stood before the command's name."""

    directory: Path | None = None


def folder(context: typer.Context, directory: Path | None) -> Path:
    """Tell where the user stands: a second `-C` counts from the first, as for git.

    Args:
        context: The command's, which knows what stood before its name.
        directory: The command's own `-C`.

    Returns:
        The folder.
    """
    start = context.find_object(Start) or Start()
    return (start.directory or Path()) / (directory or Path())


def cores() -> int:
    """Count the processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def configuration(place: Path, explicit: Path | None, *, using: str = "") -> Config:
    """Read the configuration that holds at a folder.

    Args:
        place: The folder.
        explicit: The file named by `--config`, which counts from there.
        using: The command whose own names are looked up too.

    Returns:
        The configuration.
    """
    return load(place, place / explicit if explicit else None, using=using)


def remembered(place: Path, settings: Config, directory: Path | None, *, unused: bool) -> Cache:
    """Open the cache that a command is to use.

    Args:
        place: Where the user stands.
        settings: The configuration that holds there.
        directory: The folder named by `--cache`, which counts from there.
        unused: Whether `--no-cache` was given.

    Returns:
        The cache, which may hold nothing; its `complaint` says why.

    Raises:
        UsageError: Both options were given.
    """
    from drift.cache.store import no_cache, open_cache
    from drift.cache.version import code_version

    if not unused:
        chosen = place / directory if directory else None
        return open_cache(
            chosen, version=code_version(), limit=cache_limit(settings, named=directory is not None)
        )
    agree(directory, unused=unused)
    return no_cache()


def agree(directory: Path | None, *, unused: bool) -> None:
    """Refuse a cache that is named and not wanted.

    Args:
        directory: The folder named by `--cache`.
        unused: Whether `--no-cache` was given.

    Raises:
        UsageError: Both were given.
    """
    if unused and directory is not None:
        raise UsageError("contradicts --no-cache", where="--cache", remedy="give one of them")


def cache_limit(settings: Config, *, named: bool) -> int:
    """Tell how many bytes the cache may have.

    Args:
        settings: The configuration.
        named: Whether `--cache` names it. In the user's own folder stands what was found out of all repositories, which no
            configuration of one may empty.

    Returns:
        Its `cache-size`, in bytes, or the default, which the user's own cache may always have.
    """
    from drift.cache.store import LIMIT

    size = LIMIT if settings.cache_size is None else settings.cache_size * 1_000_000
    return size if named else max(size, LIMIT)
