"""The text of a document -> its headings, markup and all, and whether one of them may read as a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drift.site.tokens import tokens

_PLAIN = " \t>-*+0123456789.)"
"""What may stand before a heading's signs, where it is inside of something."""

_HTML = re.compile(r"<h[1-6]")

_RULE = re.compile(r"[\W_]+")

_MARKUP = re.compile(r"[^\w\s#]")


def marked_headings(text: str) -> Iterator[str]:
    """Find the headings with signs in them, whose titles may read otherwise than they are written.

    Args:
        text: Of a document, case folded.

    Yields:
        What may be such headings; lines above any rule are taken for one.
    """
    return (heading for heading in _headings(text) if _MARKUP.search(heading))


def _headings(text: str) -> Iterator[str]:
    above: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.lstrip(_PLAIN).startswith("#"):
            yield line
        elif line and not _RULE.fullmatch(line):
            above.append(line)
            continue
        elif above and (line.strip() or any(map(_HTML.search, above))):
            yield " ".join(above)
        above.clear()


def may_be(words: tuple[str, ...], heading: str) -> bool:
    """Tell whether a heading may read as some words.

    Args:
        words: As `tokens` gives them.
        heading: One of `marked_headings`; what a substitution in it stands for is not known here.
    """
    if "|" in heading:
        return True
    rest = iter(tokens(heading))
    return all(any(word in token for token in rest) for word in words)
