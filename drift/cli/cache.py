"""`drift cache`: what earlier runs have kept -> its measures, an empty cache, or what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.options import (
    CacheFolder,
    ConfigFile,
    Directory,
    Format,
    Output,
    Quiet,
    cache_limit,
    configuration,
    folder,
)
from drift.cli.output import deliver
from drift.render.encode import encode
from drift.render.visible import visible

if TYPE_CHECKING:
    from drift.cache.upkeep import Contents

ACTIONS: Final = ("info", "clear", "verify")
FORMATS: Final = ("text", "json")
MEGABYTE: Final = 1_000_000

Action = Annotated[
    str,
    typer.Argument(
        metavar="info|clear|verify",
        help="Tell what is kept; empty it; look for damage (exit status 1 where there is any).",
    ),
]


class Cleared(msgspec.Struct, frozen=True):
    """What `clear` has done."""

    path: str
    freed: int


class Verified(msgspec.Struct, frozen=True):
    """What `verify` has found."""

    path: str
    problems: tuple[str, ...]


def command(
    context: typer.Context,
    action: Action,
    cache: CacheFolder = None,
    format_: Format = "text",
    output: Output = None,
    directory: Directory = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> int:
    """Look after the cache of what earlier runs computed.

    It holds nothing that cannot be computed again: empty it whenever you like, also while drift runs.
    """
    from drift.cache.place import locate

    action = choose(action, ACTIONS, option="drift cache")
    as_json = choose(format_, FORMATS, option="--format") == "json"
    place = folder(context, directory)
    limit = cache_limit(configuration(place, config), named=cache is not None)
    path = locate(place / cache if cache else None)
    document, text, code = _done(action, path, limit)
    goal = place / output if output else None
    if as_json:
        deliver(encode(document), goal)
    elif not quiet or action == "info" or code != exit_codes.DONE:
        deliver(text, goal)
    return code


def _done(action: str, path: Path, limit: int) -> tuple[object, str, int]:
    """Do it, and tell it as a document, in words, and as an exit status."""
    from drift.cache import upkeep
    from drift.cache.version import code_version

    if action == "clear":
        cleared = Cleared(str(path), upkeep.clear(path))
        return (
            cleared,
            f"{visible(cleared.path)}: empty, {_size(cleared.freed)} freed\n",
            exit_codes.DONE,
        )
    if action == "verify":
        found = Verified(str(path), upkeep.verify(path))
        lines = found.problems or ("sound",)
        text = "".join(f"{visible(found.path)}: {visible(line)}\n" for line in lines)
        return found, text, exit_codes.FOUND if found.problems else exit_codes.DONE
    held = upkeep.contents(path, version=code_version(), limit=limit)
    return held, _told(held), exit_codes.DONE


def _told(held: Contents) -> str:
    """Write the measures down, one kind a line."""
    lines = [visible(held.path), f"{_size(held.bytes)} of at most {_size(held.limit)}"]
    for kept in held.kinds:
        whose = "" if kept.current else "  of another version of drift"
        lines.append(f"  {kept.kind:<10}{kept.entries:>10,} entries{_size(kept.bytes):>14}{whose}")
    return "\n".join(lines) + "\n"


def _size(size: int) -> str:
    return f"{size / MEGABYTE:,.1f} MB"
