"""A folder, or none -> the file that the cache is, always absolute."""

from __future__ import annotations

from pathlib import Path

from drift.errors import CacheError

NAME = "cache.sqlite3"

WRITE_AHEAD = "-wal"

ASIDE = (WRITE_AHEAD, "-shm", "-journal")
"""What SQLite lays beside its file while it is open, or where a program was killed."""


def locate(folder: Path | None) -> Path:
    """Find the file of the cache.

    Args:
        folder: Where the user wants it; None is the user's cache folder, as the system has it.

    Returns:
        The file, which need not be there yet.

    Raises:
        CacheError: The system names no such folder.
    """
    found = default_folder() if folder is None else folder.absolute()
    if not found.is_absolute():
        # Without a home, `~` stays as it is: a folder of that name in the current one helps nobody.
        raise CacheError(
            "there is no home folder", where="cache", remedy="--cache DIR names another place"
        )
    return found / NAME


def default_folder() -> Path:
    """Ask the system for the user's cache folder."""
    # Not at the top: it takes 10 ms, and --cache, --no-cache and most commands do without.
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_cache_path("drift", appauthor=False)


def files(path: Path) -> tuple[Path, ...]:
    """List the file of the cache and those beside it, whether they are there or not.

    Args:
        path: The file of the cache.

    Returns:
        The file first.
    """
    return (path, *(path.with_name(path.name + end) for end in ASIDE))
