"""Styled words -> the lines of a terminal, wrapped with hanging indents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from drift.render.letters import pieces

if TYPE_CHECKING:
    from rich.console import Console

NARROWEST = 20
"""Columns left for words however deep they stand."""

_SIMPLE = re.compile("(?! )[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u2193]*")
# Letters and signs of one column each, and no white space but blanks.


class Paper:
    """Lines written one after another; a renderer's local scratch, read once at the end."""

    def __init__(self, *, width: int, color: bool) -> None:
        """Lay out a paper.

        Args:
            width: Columns of a line.
            color: Whether styles become escape sequences; without it they vanish.
        """
        self._width = width
        self._color = color
        self._file = StringIO()
        self._blank = True

    def write(self, text: Text, *, indent: int = 0, bullet: tuple[str, str] = ("", "")) -> None:
        """Write a paragraph.

        Args:
            text: The words; what cannot be broken, such as a URL, runs over the edge in one piece.
            indent: Columns that stay free on the left.
            bullet: A sign before the first line, and its style.
        """
        sign = f"{bullet[0]} " if bullet[0] else ""
        room = max(self._width - indent - len(sign), NARROWEST)
        breaks = list(_breaks(text.plain, room))
        if self._color:
            self._styled(text, breaks, indent=indent, bullet=(sign, bullet[1]))
        else:
            # Without styles there is nothing for the console to do, and it takes twice the time.
            margin = " " * (indent + len(sign))
            ends = (*breaks, len(text.plain))
            lines = (text.plain[a:b].rstrip() for a, b in zip((0, *breaks), ends, strict=True))
            self._file.write(f"{' ' * indent}{sign}" + f"\n{margin}".join(lines) + "\n")
        self._blank = False

    @cached_property
    def _console(self) -> Console:
        # Slow to import, and needed for styles only.
        from rich.console import Console  # noqa: PLC0415

        return Console(
            file=self._file,
            width=self._width,
            color_system="standard",
            force_terminal=True,
            emoji=False,
            highlight=False,
            markup=False,
            legacy_windows=False,
            _environ={},
        )

    def _styled(
        self, text: Text, breaks: list[int], *, indent: int, bullet: tuple[str, str]
    ) -> None:
        for number, line in enumerate(text.divide(breaks)):
            line.rstrip()
            head = Text(" " * indent).append(bullet[0], style=bullet[1])
            margin = head if number == 0 else Text(" " * (indent + len(bullet[0])))
            whole = margin.append_text(line)
            self._console.print(whole, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)

    def skip(self) -> None:
        """Leave a line free, unless the last one is."""
        if not self._blank:
            self._file.write("\n")
        self._blank = True

    def text(self) -> str:
        """Read what was written."""
        return self._file.getvalue()


def _breaks(text: str, room: int) -> Iterator[int]:
    """Tell where lines begin, but the first; rich's own wrapping would break a URL into pieces that nobody can copy."""
    if _SIMPLE.fullmatch(text):
        yield from _simple_breaks(text, room)
        return
    used = 0
    for start, end in pieces(text):
        word = text[start:end]
        if used and used + cell_len(word.rstrip()) > room:
            yield start
            used = 0
        used += cell_len(word)


def _simple_breaks(text: str, room: int) -> Iterator[int]:
    """Do the same where each letter has a column, which is ten times as quick."""
    start, end = 0, len(text.rstrip())
    while end - start > room:
        cut = text.rfind(" ", start, start + room + 1)
        if cut < 0:
            # The first word is longer than the line, and stays in one piece.
            cut = text.find(" ", start + room)
        if cut < 0 or cut >= end:
            return
        start = cut + 1
        while text[start] == " ":
            start += 1
        yield start
