"""`drift.toml`, or `[tool.drift]` in `pyproject.toml` -> a frozen configuration."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec

from drift.errors import ConfigError
from drift.explain.base import Scope
from drift.review.decisions import Ruled, Severity, Waiver
from drift.revision.base import Unreadable
from drift.revision.disk import read_file
from drift.trees.site import Dialect


class DeclaredTerm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One term that is to be another, with rules of its own."""

    before: str
    after: str
    scope: tuple[Scope, ...] = ()
    allow: tuple[str, ...] = ()


class Terms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which terms are to be others, and where the old ones may stay."""

    expect: tuple[str | DeclaredTerm, ...] = ()
    # `V2MOM=VPMOM`, or a table with rules of its own.
    scope: tuple[Scope, ...] = ()
    # Where they are to be others; empty for everywhere.
    allow: tuple[str, ...] = ()
    # Pathspecs of pages that may say the old form, and `#Heading` for sections.


class ReviewRules(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"
):
    """What a review is to make of its findings."""

    fail_on: Severity | None = None
    severities: tuple[Ruled, ...] = ()
    # A later one goes before an earlier one.
    waivers: tuple[Waiver, ...] = ()
    redirects: str = ""
    # The redirect map of the site, from the root of the revision; else it is looked for.


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What a project sets once for all commands; an option on the command line goes before it."""

    kind: tuple[str, ...] = ()
    significance: tuple[str, ...] = ()
    context: Annotated[int, msgspec.Meta(ge=0)] | None = None
    dialect: Dialect | None = None
    # How the site's generator makes anchors, where that is not to be found from the tree.
    cache_size: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] | None = None
    # Megabytes. Where the cache is, the user alone says: a repository that brings a configuration could bring answers too.
    terms: Terms = Terms()
    review: ReviewRules = ReviewRules()


def load(folder: Path, explicit: Path | None = None) -> Config:
    """Read the configuration.

    Args:
        folder: The folder in which it is looked for.
        explicit: A file that the user named, which must be there.

    Returns:
        The configuration, or the defaults where there is none.

    Raises:
        ConfigError: A file cannot be read, is no TOML, or holds what means nothing.
    """
    if explicit is not None:
        return _convert(explicit, _section(explicit, _read(explicit)))
    for name in ("drift.toml", "pyproject.toml"):
        path = folder / name
        if path.is_file() and (found := _section(path, _read(path))) is not None:
            return _convert(path, found)
    return Config()


def _read(path: Path) -> dict[str, object]:
    content = read_file(path.resolve())
    if isinstance(content, Unreadable):
        raise ConfigError(content.reason, where=str(path))
    try:
        return tomllib.loads(content.decode())
    except ValueError as error:
        raise ConfigError(f"is no valid TOML: {error}", where=str(path)) from error
    except RecursionError as error:
        raise ConfigError("is nested too deeply", where=str(path)) from error


def _section(path: Path, data: dict[str, object]) -> object:
    """Find drift's own part; a `pyproject.toml` without one configures nothing."""
    if path.name != "pyproject.toml":
        return data
    tool = data.get("tool")
    return tool.get("drift") if isinstance(tool, dict) else None


def _convert(path: Path, data: object) -> Config:
    try:
        found = msgspec.convert({} if data is None else data, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(
            str(error), where=str(path), remedy=f"known keys: {', '.join(_keys())}"
        ) from error
    if found.dialect is not None:
        _check_dialect(path, found.dialect)
    return found


def _check_dialect(path: Path, dialect: Dialect) -> None:
    from drift.parse.anchors import RULES  # noqa: PLC0415 - few configurations name one

    if dialect not in RULES:
        names = ", ".join(sorted(RULES))
        raise ConfigError(
            f"unknown dialect {dialect!r}", where=str(path), remedy=f"one of: {names}"
        )


def _keys() -> tuple[str, ...]:
    return Config.__struct_encode_fields__
