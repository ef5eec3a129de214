"""Two versions of a code block -> the facts that changed in lines which otherwise read the same.

Figures in what a command prints come and go with its form; one that changed in its place was changed on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drift.changes.base import Fact
from drift.changes.facts import facts
from drift.match.aligned import align

_FIGURE = re.compile(r"\d[\d.,:]*")


def code_facts(old: str, new: str) -> tuple[Fact, ...]:
    """Compare the facts of two versions of a code block.

    Args:
        old: The code before.
        new: The code after.

    Returns:
        The facts that changed, line by line; none of a line that changed its form.
    """
    return tuple(fact for one, other in _lines(old, new) for fact in facts(one, other))


def _lines(old: str, new: str) -> Iterator[tuple[str, str]]:
    one, other = old.split("\n"), new.split("\n")
    left, right = (list(map(_form, lines)) for lines in (one, other))
    for tag, a, b, c, d in align(left, right):
        if tag == "equal":
            yield from zip(one[a:b], other[c:d], strict=True)


def _form(line: str) -> str:
    return _FIGURE.sub("0", line)
