"""The head of a page -> its metadata."""

from __future__ import annotations

import datetime as dt
import json
import re
from math import isfinite

import msgspec

from drift.parse.base import fold
from drift.parse.prose import straight
from drift.trees.page import Block, Datum

_FENCED = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*\n(?P<data>(?:.*\n)*?)(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)"
)
_LOOKS_LIKE_DATA = re.compile(r"\s*(?:#.*\n\s*)*[\w\"'-]+[ \t]*[:=]")
_ALIAS = re.compile(r"(?:^|[\s\[,:])\*[\w-]")

MAX_ALIASES = 10
"""YAML aliases of aliases grow without bound when they are written out; real front matter has none."""

MAX_CHARACTERS = 64 * 1024
MAX_BRACKETS = 1000

_NESTED = re.compile(r"(?:[-?:] ){50}")
"""YAML's loader follows nesting on the machine's own stack, so none is let in that could fill it."""

_DOTTED = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){100}")
"""TOML's loader makes a table for each part of a key and keeps all beginnings of it, which grows by squares."""

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


class FrontMatter(msgspec.Struct, frozen=True):
    """What stands before the text of a page."""

    title: str = ""
    metadata: tuple[Datum, ...] = ()
    kept: Block | None = None
    # Front matter that cannot be read, as it stands.
    lines: int = 0
    # How many lines it takes, its fences included.


def front_matter(source: str) -> FrontMatter:
    """Read the YAML (`---`) or TOML (`+++`) at the head of a page.

    Args:
        source: The page.

    Returns:
        The metadata; nothing where the page begins with text, or with a rule that only looks alike.
    """
    match = _FENCED.match(source)
    if match is None:
        return FrontMatter()
    text = match["data"]
    lines = match.group().rstrip("\n").count("\n") + 1
    try:
        data = _toml(text) if match["fence"] == "+++" else _yaml(text)
    except (ValueError, RecursionError):
        return _unreadable(text, lines) if _LOOKS_LIKE_DATA.match(text) else FrontMatter()
    if data is None and not text.strip():
        return FrontMatter(lines=lines)
    return _metadata(data, text, lines) if isinstance(data, dict) else FrontMatter()


def _unreadable(text: str, lines: int) -> FrontMatter:
    kept = Block(kind="code", text=text.rstrip("\n"), lines=(1, lines), name="front-matter")
    return FrontMatter(kept=kept, lines=lines)


def _metadata(data: dict[str, Plain], text: str, lines: int) -> FrontMatter:
    numbers = _line_numbers(text)
    title = data.pop("title", None)
    rest = (
        Datum(key, json.dumps(data[key], sort_keys=True, ensure_ascii=False), numbers.get(key, 1))
        for key in data
    )
    named = straight(fold(str(title))) if title is not None else ""
    return FrontMatter(title=named, metadata=tuple(rest), lines=lines)


def _line_numbers(text: str) -> dict[str, int]:
    """Find the line of each outermost key; the fence is line 1."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 2):
        match = re.match(r"\[*[\"']?([^\s:=\"'\]][^:=\"'\]]*?)[\"']?\s*[:=\]]", line)
        if match:
            found.setdefault(match.group(1), number)
    return found


def _toml(text: str) -> Plain:
    import tomllib  # noqa: PLC0415 - as YAML below

    if _DOTTED.search(text):
        raise ValueError("nested too deeply")
    return _plain(tomllib.loads(text))


def _yaml(text: str) -> Plain:
    import yaml  # noqa: PLC0415 - many trees have no front matter

    if len(text) > MAX_CHARACTERS or text.count("[") + text.count("{") > MAX_BRACKETS:
        raise ValueError("too large")
    if len(_ALIAS.findall(text)) > MAX_ALIASES or _NESTED.search(text):
        raise ValueError("too many aliases, or nested too deeply")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _plain(yaml.load(text, Loader=loader))  # noqa: S506 - it is the safe one
    except (yaml.YAMLError, TypeError, OverflowError, AttributeError) as fault:
        raise ValueError(str(fault)) from fault


def _plain(value: object) -> Plain:
    """Give data as JSON knows it: keys are strings, dates are ISO 8601."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        # JSON has no such number.
        return str(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
