"""The set in brackets of a wildcard -> the same set as a regular expression."""

from __future__ import annotations

import re


def char_class(inside: str, *, negated: bool) -> str:
    """Translate a set of characters and ranges.

    Built anew rather than passed on, since a reversed range is an error in a regular expression and `--` or `[` in a
    set may come to mean something else.

    Args:
        inside: What stands between the brackets, without the sign of negation.
        negated: Whether all other characters are meant.

    Returns:
        An expression for one character; a range that holds nothing, like `[z-a]`, matches nothing.
    """
    parts: list[str] = []
    place = 0
    while place < len(inside):
        low = inside[place]
        if inside[place + 1 : place + 2] == "-" and place + 2 < len(inside):
            high = inside[place + 2]
            if low <= high:
                parts.append(f"{re.escape(low)}-{re.escape(high)}")
            place += 3
        else:
            parts.append(re.escape(low))
            place += 1
    if not parts:
        return "." if negated else "(?!)"
    return f"[{'^' if negated else ''}{''.join(parts)}]"
