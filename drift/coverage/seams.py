"""The words that no change speaks of -> those that do not live on in one word made of two labels.

Where a link came right beside another, without a blank between them, a change tells of the one, and the other reads on.
"""

from __future__ import annotations

from collections import Counter

from drift.coverage.claims import use
from drift.coverage.part import Part


def apart(left: list[Part], found: list[Part]) -> list[Part]:
    """Leave out the words that the other side has as part of a word of which changes tell another part.

    Args:
        left: What no change tells.
        found: All that differs.

    Returns:
        The others.
    """
    silent = {id(part) for part in left}
    seams = Counter(
        (part.side, part.group, label)
        for part in found
        if len(part.token.glued) > 1 and id(part) not in silent
        for label in part.token.glued
    )
    return [
        part
        for part in left
        if part.token.what != "word"
        or not use(seams, ("old" if part.side == "new" else "new", part.group, part.token.text))
    ]
