"""A folder -> the configuration that holds there: the nearest, up to the root of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from drift.config.names import SORTS, unread
from drift.config.settings import Config
from drift.errors import ConfigError
from drift.revision.base import Unreadable
from drift.revision.disk import read_file

OWN = "drift.toml"
SHARED = "pyproject.toml"
TABLE = "tool.drift"
"""Of what is shared with other tools."""


class Found(msgspec.Struct, frozen=True):
    """A configuration before anybody looked at it."""

    file: str
    # As messages name it.
    table: str
    data: object


def load(folder: Path, explicit: Path | None = None, *, using: str = "") -> Config:
    """Read the configuration.

    Args:
        folder: The folder in which it is looked for, and above which.
        explicit: A file that the user named, which must be there.
        using: The command whose names, those of policies or formats, are to be looked up as well.

    Returns:
        The configuration, or the defaults where there is none.

    Raises:
        ConfigError: A file cannot be read, is no TOML, or holds what means nothing.
    """
    found = _read(explicit) if explicit is not None else written(folder)
    if found is None:
        return Config()
    try:
        config = msgspec.convert(found.data, Config)
    except msgspec.ValidationError as error:
        from drift.config.complaint import complaint  # noqa: PLC0415

        raise complaint(error, file=found.file, table=found.table) from error
    _check(found, using)
    return config


def written(folder: Path) -> Found | None:
    """Find what is written for a folder.

    Args:
        folder: The folder.

    Returns:
        The nearest configuration, or None where there is none.

    Raises:
        ConfigError: A file cannot be read, or is no TOML.
    """
    for place in _folders(folder):
        for name in (OWN, SHARED):
            path = place / name
            if _is_file(path) and (found := _read(path)).data is not None:
                return found
    return None


def _folders(folder: Path) -> Iterator[Path]:
    """List a folder and those above it within its repository; where there is none, nobody knows where to stop."""
    yield folder
    own = folder.absolute()
    above = list(own.parents)
    if _is_there(own / ".git"):
        return
    for number, place in enumerate(above):
        if _is_there(place / ".git"):
            yield from above[: number + 1]
            return


def _is_file(path: Path) -> bool:
    """Tell whether there is a file, also one that nobody may read: that is told when it is read."""
    try:
        return path.is_file()
    except OSError:
        return False


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _read(path: Path) -> Found:
    # Slow to import, and most repositories have no configuration; so are those below.
    import tomllib  # noqa: PLC0415

    content = read_file(path.resolve())
    if isinstance(content, Unreadable):
        raise ConfigError(content.reason, where=str(path))
    try:
        data = tomllib.loads(content.decode())
    except UnicodeDecodeError as error:
        raise ConfigError("is no text in UTF-8", where=str(path)) from error
    except ValueError as error:
        raise ConfigError(f"is no valid TOML: {error}", where=str(path)) from error
    except RecursionError as error:
        raise ConfigError("is nested too deeply", where=str(path)) from error
    if path.name != SHARED:
        return Found(str(path), "", data)
    tool = data.get("tool")
    return Found(str(path), TABLE, tool.get("drift") if isinstance(tool, dict) else None)


def _check(found: Found, using: str) -> None:
    """Look up the names that stand in a configuration, and read its pathspecs."""
    from drift.config.complaint import called  # noqa: PLC0415
    from drift.config.schema import titled  # noqa: PLC0415

    for place, title, word in titled(found.data):
        where = f"{found.file}: {called(place, found.table)}"
        if wrong := unread(title, word):
            raise ConfigError(f"{word!r}: {wrong.problem}", where=where, remedy=wrong.remedy)
        if title not in SORTS or (
            len(place) > 1 and isinstance(place[1], str) and place[0] != using
        ):
            continue
        if remedy := SORTS[title].remedy(word):
            raise ConfigError(f"{word!r} is no {title}", where=where, remedy=remedy)
