"""Words that differ -> whether a template fills them in."""

from __future__ import annotations

import re

from drift.changes.base import Hunk

_OPENED = r"(?:\{\{|\{%|\$\{|<%)"
_FILLED = re.compile(_OPENED)
_FILLING = re.compile(_OPENED + r"[^}>]*$")


def in_template(hunk: Hunk) -> bool:
    """Tell whether words are the name of what a template fills in, or gave way to it: readers see neither.

    Args:
        hunk: The words, with those around them.

    Returns:
        Whether it was a template's name before or after.
    """
    one, other = (bool(_FILLED.search(side)) for side in (hunk.before, hunk.after))
    return one != other or bool(_FILLING.search(hunk.context[0]))
