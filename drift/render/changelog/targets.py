"""A link's target -> as much of it as people read."""

from __future__ import annotations

import re

ID_ENDS = 5
"""Signs of a long id that are shown at each end; ids that differ, differ in these but once in a billion."""

_ID = re.compile(
    r"(?<![\w-])(?!(?:[A-Za-z]++|\d++)(?:[-_]+(?:[A-Za-z]++|\d++))*+(?![\w-]))"
    r"(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{20,}",
    re.ASCII,
)
# Long, and with digits and capitals: words and numbers joined by hyphens are to be read.


def shortened_target(target: str) -> str:
    """Cut what nobody reads out of a target: the middle of the long ids that documents have in URLs.

    Args:
        target: A link's target.

    Returns:
        The target, its long ids as `1aKJrJ…hRCs0`.
    """
    return _ID.sub(lambda found: f"{found[0][:ID_ENDS]}…{found[0][-ID_ENDS:]}", target)
