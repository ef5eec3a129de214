"""A mapping of a YAML file -> the file with more entries, all else as it was."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from drift.errors import UsageError
from drift.render.redirects.lines import put_in
from drift.site.yaml_map import YamlMap, yaml_map

_ESCAPES = MappingProxyType({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def quoted(text: str) -> str:
    """Write a text between double quotes, so that YAML and Python read it alike.

    Args:
        text: Any text without bytes that are no UTF-8.

    Returns:
        The quoted text on one line.
    """
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isprintable():
        return sign
    return f"\\U{ord(sign):08x}"


def found_map(text: str, *way: str, remedy: str) -> YamlMap:
    """Find the mapping that holds the redirects.

    Args:
        text: The file.
        way: The keys that lead to it.
        remedy: What would mend it if there is none.

    Returns:
        The mapping.

    Raises:
        UsageError: There is none.
    """
    found = yaml_map(text, *way)
    if found is None:
        raise UsageError(f"holds no {way[-1]}", remedy=remedy)
    return found


def put_in_map(text: str, rows: Sequence[str], at: YamlMap) -> str:
    """Add entries to a mapping.

    Args:
        text: The file.
        rows: The entries, `"key": "value"`.
        at: The mapping.

    Returns:
        The file with them.
    """
    if not at.flow:
        return put_in(text, rows, before=at.line + 1, indent=" " * at.column)
    lines = text.split("\n")
    line = lines[at.line - 1]
    added = ", ".join(rows)
    comma = ", " if at.entries or at.unread else ""
    lines[at.line - 1] = f"{line[: at.column]}{comma}{added}{line[at.column :]}"
    return "\n".join(lines)
