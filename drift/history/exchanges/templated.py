"""Words that differ -> whether a template fills them in."""

from __future__ import annotations

import re

from drift.changes.base import Hunk

_OPENED = r"(?:\{\{|\{%|\$\{|<%)"
_FILLED = re.compile(_OPENED)
_FILLING = re.compile(_OPENED + r"[^}>]*$")
_OPENING = re.compile(r"(?<!\w):$")


def in_template(hunk: Hunk) -> bool:
    """Tell whether words are the name of what a template fills in, or gave way to it, or of a sign: readers see none of them.

    Args:
        hunk: The words, with those around them.

    Returns:
        Whether it was a template's name before or after, or stands between colons, as `:anchor:` does.
    """
    if _OPENING.search(hunk.context[0]) and hunk.context[1].startswith(":"):
        return True
    one, other = (bool(_FILLED.search(side)) for side in (hunk.before, hunk.after))
    return one != other or bool(_FILLING.search(hunk.context[0]))
