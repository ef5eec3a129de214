"""The opening bracket of a label -> its closing one, each found once."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline


class Helpers:
    """What markdown-it's rules find the parts of a link with; it finds the same as its own.

    Its own goes from each bracket through all that follows, and so does each rule for links, images and spans: brackets
    that nothing closes are gone through two hundred times, as often as they may be nested.
    """

    parseLinkDestination = staticmethod(parseLinkDestination)  # noqa: N815 - markdown-it's name
    parseLinkTitle = staticmethod(parseLinkTitle)  # noqa: N815 - markdown-it's name

    def __init__(self) -> None:
        """Begin with nothing found."""
        self._found: WeakKeyDictionary[StateInline, dict[tuple[int, bool, int], int]]
        self._found = WeakKeyDictionary()

    def parseLinkLabel(  # noqa: N802 - markdown-it's name
        self,
        state: StateInline,
        start: int,
        disableNested: bool = False,  # noqa: FBT001, FBT002, N803 - markdown-it's
    ) -> int:
        """Find the end of a label.

        Args:
            state: markdown-it's state in a paragraph.
            start: Where the opening bracket is.
            disableNested: Whether the label may hold no other link.

        Returns:
            Where the closing bracket is, -1 where there is none.
        """
        found = self._found.setdefault(state, {})
        key = (start, disableNested, state.posMax)
        if key not in found:
            # In this function, as each more that labels in labels call would let fewer levels be read.
            before, state.pos = state.pos, start + 1
            end, level = -1, 1
            while state.pos < state.posMax:
                at, opens = state.pos, state.src[state.pos] == "["
                level -= state.src[at] == "]"
                if not level:
                    end = at
                    break
                state.md.inline.skipToken(state)
                alone = state.pos == at + 1
                if opens and alone:
                    # This comes to the end of that bracket as well, and to none where it has none.
                    level += 1
                    state.pos = found.get((at, disableNested, state.posMax), state.pos)
                if state.pos < 0 or (opens and disableNested and not alone):
                    break
            found[key], state.pos = end, before
        return found[key]
