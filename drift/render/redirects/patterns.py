"""A pattern of a server's map -> what it matches, as far as it is literal text and a few wildcards.

A map comes from a repository that nobody vouches for: a regular expression out of it is never run as it is, since it could
take for ever.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

import msgspec

MOST_WILD = 2
"""Wildcards in a pattern; the time that they take grows with the length of a path to the power of their number."""

_WILD = re.compile(
    r"\((?:\?:)?(/?)(\.|\[\^/\]|\[\^/\.\])([*+])\??\)(\?)?|(\.|\[\^/\])([*+])|\((?:\|/|/\|)\)|/\?(?=\$|\Z)"
)
_PLAIN = re.compile(r"\\([^A-Za-z0-9])|([^\\()\[\]{}*+?|^$])|((?:\\x[0-9A-Fa-f]{2})+)")


class Pattern(msgspec.Struct, frozen=True):
    """What a row of a map matches."""

    literal: str = ""
    # The one path, where there is but one.
    expression: str = ""
    # Else an expression for `re.fullmatch`.


def from_regex(text: str) -> Pattern | None:
    """Read a regular expression of nginx or Apache.

    Args:
        text: As written, perhaps anchored.

    Returns:
        The pattern, or None where it is more than literal text and wildcards.
    """
    body = text.removeprefix("^")
    open_start = body == text
    open_end = not body.endswith("$") or body.endswith("\\$")
    body = body if open_end else body[:-1]
    parts: list[str] = [".*"] if open_start else []
    literal: list[str] = []
    at, wild = 0, int(open_start)
    while at < len(body):
        found = _WILD.match(body, at) or _PLAIN.match(body, at)
        if found is None:
            return None
        at = found.end()
        if found.re is _PLAIN:
            literal.append(
                found[1]
                or found[2]
                or bytes.fromhex(found[3].replace("\\x", "")).decode(errors="surrogateescape")
            )
            parts.append(re.escape(literal[-1]))
        elif found[2] or found[5]:
            wild += 1
            parts.append(found[0])
        else:
            # A closing slash makes no difference.
            parts.append(found[0] if found[0].startswith("(") else "/?")
    if wild > MOST_WILD:
        return None
    if wild or open_start or open_end:
        return Pattern(expression="".join([*parts, *([".*"] if open_end else [])]))
    return Pattern(literal="".join(literal))


class Wild(Enum):
    """What stands for text that is not known."""

    ANY = "(.*)"
    PART = "([^/]+)"


def from_words(parts: Sequence[str | Wild]) -> Pattern | None:
    """Put together what words and wildcards match.

    Args:
        parts: Literal text, decoded, and wildcards; what these match is caught.

    Returns:
        The pattern, or None where there are too many wildcards.
    """
    wild = [part for part in parts if isinstance(part, Wild)]
    if len(wild) > MOST_WILD:
        return None
    if not wild:
        return Pattern(literal="".join(part for part in parts if isinstance(part, str)))
    return Pattern(
        expression="".join(
            part.value if isinstance(part, Wild) else re.escape(part) for part in parts
        )
    )


def template(parts: Sequence[str | int]) -> str:
    """Put together where a pattern leads: literal text, and the numbers of what it caught."""
    return "".join(
        f"\\g<{part}>" if isinstance(part, int) else part.replace("\\", "\\\\") for part in parts
    )
