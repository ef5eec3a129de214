"""What a block says -> the line of its page's source on which it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drift.trees.page import Block, Link, Section

_END = re.compile(r"\r\n?|\n")

_DEFINITION = r"^ *(?:\[[^\]\n]+\]:|\.\. _.*:|__) *<?"
# Of the target of links elsewhere on the page, in Markdown and in reStructuredText.

_OPENINGS = "(<\"'="
# What stands before the target of a link and not before its label.


class Written:
    """One page as it is stored."""

    def __init__(self, source: str) -> None:
        """Read a page.

        Args:
            source: Its text.
        """
        self._lines = _END.split(source)

    def mentions(self, block: Block, said: re.Pattern[str], count: int) -> Sequence[int]:
        """Find the lines on which a block says something.

        Args:
            block: The block.
            said: What it says; a match with a group is a mention.
            count: How often it says it to a reader.

        Returns:
            A line for each mention, in their order; none where the source does not say it as often, since markup or
            what is written by another name hides it.
        """
        start, end = block.lines
        text = "\n".join(self._lines[start - 1 : end])
        for link in block.links:
            for opening in _OPENINGS if link.target != link.label else "":
                text = text.replace(opening + link.target, " " * (len(link.target) + 1))
        found = [match.start() for match in said.finditer(text) if match.lastgroup]
        if len(found) < count:
            return ()
        return [start + text.count("\n", 0, at) for at in found[:count]]

    def title(self, section: Section) -> int:
        """Find the line on which a heading is written: a section begins with the line of signs above it, if it has one."""
        start, end = section.lines
        lines = enumerate(self._lines[start - 1 : end], start)
        return next((line for line, text in lines if any(map(str.isalnum, text))), start)

    def target(self, link: Link) -> int:
        """Find the line on which the target of a link is written.

        Args:
            link: The link.

        Returns:
            The line: that of its definition where the link only names it, and its own where no other is found.
        """
        for line, text in enumerate(self._lines[link.line - 1 :], link.line):
            if link.target in text:
                return line
            if not text.strip():
                break
        definition = re.compile(_DEFINITION + re.escape(link.target))
        places = (line for line, text in enumerate(self._lines, 1) if definition.match(text))
        return next(places, link.line)
