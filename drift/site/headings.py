"""The text of a document -> its headings, markup and all, and whether one of them may read as a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from drift.site.tokens import tokens

ANYTHING = ("|",)
"""What a heading says that may say anything; no token is a sign."""

_PLAIN = " \t>-*+0123456789.)"
"""What may stand before a heading's signs, where it is inside of something."""

_HTML = re.compile(r"<h[1-6]")

_RULE = re.compile(r"[\W_]+")

_OPENING = re.compile(r"^(?:[^\w\n]|_)*+([a-z0-9]+)", re.MULTILINE)

_MARKUP = re.compile(r"[^\w\s#]")


class Headings:
    """The headings that a document may have."""

    def __init__(self, text: str) -> None:
        """Keep the text of the document, case folded."""
        self._text = text

    def may_read(self, words: tuple[str, ...], *, listed: bool) -> bool:
        """Tell whether one of them may read as some words.

        Args:
            words: As `tokens` gives them.
            listed: Whether it pays to list the words that open lines, so that not all of the text is searched.
        """
        if listed and words and words[0].isascii():
            plain = is_titled_at(self._text, words, self._openings.get(words[0], ()))
        else:
            plain = is_titled(self._text, words)
        return plain or any(may_be(words, heading) for heading in self._marked)

    @cached_property
    def _openings(self) -> dict[str, list[int]]:
        return openings(self._text)

    @cached_property
    def _marked(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(said_by, marked_headings(self._text)))


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


def said_by(heading: str) -> tuple[str, ...]:
    """Cut a heading into its words.

    Args:
        heading: One of `marked_headings`.

    Returns:
        Its tokens; `ANYTHING` where a substitution stands in it, of which is not known here what it stands for.
    """
    return ANYTHING if "|" in heading else tokens(heading)


def may_be(words: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Tell whether a heading may read as some words.

    Args:
        words: As `tokens` gives them.
        said: By the heading, as `said_by` has it.
    """
    if said == ANYTHING:
        return True
    rest = iter(said)
    return all(any(word in token for token in rest) for word in words)


def is_titled(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether some words stand on a line, or several, with nothing but signs around them.

    Args:
        text: Of a document, case folded.
        words: As `tokens` gives them.

    Returns:
        Whether they do; attributes in braces may follow, and whatever stands before these.
    """
    title = _title(words)
    at = 0
    while (found := title.search(text, at)) is not None:
        if _opens(text, found.start()):
            return True
        # What was found may have the title in it once more.
        at = found.start() + 1
        if at > len(text):
            break
    return False


def openings(text: str) -> dict[str, list[int]]:
    """Find the words of Latin letters and digits that open a line, but for signs before them.

    Args:
        text: Of a document, case folded.

    Returns:
        The places of each, in their order.
    """
    found: dict[str, list[int]] = {}
    for opening in _OPENING.finditer(text):
        found.setdefault(opening[1], []).append(opening.start(1))
    return found


def is_titled_at(text: str, words: tuple[str, ...], places: Iterable[int]) -> bool:
    """Tell whether some words stand at one of some places with nothing but signs behind them, as for `is_titled`.

    Args:
        text: Of a document, case folded.
        words: As `tokens` gives them.
        places: In the text, of the first word.

    Returns:
        Whether they do.
    """
    return any(_title(words).match(text, at) for at in places)


@lru_cache(maxsize=1 << 10)
def _title(words: tuple[str, ...]) -> re.Pattern[str]:
    # It begins with letters and nothing else, which is what regular expressions find quickest.
    joined = r"[\W_]*".join(map(re.escape, words))
    return re.compile(rf"{joined}(?:[\W_]*$|[^\n]*\{{)", re.MULTILINE)


def _opens(text: str, at: int) -> bool:
    """Tell whether nothing but signs stands between the beginning of a line and a place."""
    while at and text[at - 1] != "\n":
        at -= 1
        if text[at].isalnum():
            return False
    return True
