"""Parts of a page, footnotes apart -> the same parts, each footnote in the one that first refers to it.

    # A                        # A
    Said so[^n].               Said so[^n].
    # B                  ->    A note on A.
    Other words.               # B
    [^n]: A note on A.         Other words.

Where on the page a footnote is written is a matter of habit, and converters move all of them to its end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from drift.parse.nesting import Part, make_part
from drift.trees.page import Block

_MARK = re.compile(r"\[\^([^\[\]\s]*)\]")


def settle_notes(parts: Sequence[Part]) -> Sequence[Part]:
    """Give each footnote of a page to the section that readers are sent to it from.

    Args:
        parts: The parts in the order of the page; what refers to a footnote is found in their markup.

    Returns:
        The parts, footnotes behind their other blocks, in the order of the references; one that nothing
        refers to stays in the part that it is written in. The very same parts where there are none.
    """
    if not any(part.notes for part in parts):
        return parts
    waiting: dict[str, list[list[Block]]] = defaultdict(list)
    for part in parts:
        for note in _notes(part):
            waiting[note[0].name].append(note)
    given = [_referred(part, waiting) for part in parts]
    left = {id(note[0]) for notes in waiting.values() for note in notes}
    return [
        _with(
            part, [*blocks, *(one for note in _notes(part) if id(note[0]) in left for one in note)]
        )
        for part, blocks in zip(parts, given, strict=True)
    ]


def _with(part: Part, notes: Sequence[Block]) -> Part:
    if notes:
        return make_part(part.heading, (*part.blocks, *notes), anchors=part.anchors)
    return Part(part.own, part.heading, part.blocks, (), part.anchors)


def _notes(part: Part) -> list[list[Block]]:
    """Part the footnotes that are written in a part; what begins with no paragraph goes on with the one before it."""
    found: list[list[Block]] = []
    for block in part.notes:
        if block.kind == "footnote" or not found:
            found.append([])
        found[-1].append(block)
    return found


def _referred(part: Part, waiting: dict[str, list[list[Block]]]) -> list[Block]:
    """Take the footnotes that a part is the first to refer to, and those that these refer to."""
    taken: list[Block] = []
    if part.heading is not None:
        _take(part.heading.markup, part.heading.title, waiting, taken)
    for block in part.blocks:
        _take(block.markup, block.text, waiting, taken)
    for block in taken:
        # Grows meanwhile.
        _take(block.markup, block.text, waiting, taken)
    return taken


def _take(
    markup: str, text: str, waiting: dict[str, list[list[Block]]], taken: list[Block]
) -> None:
    if "[^" not in markup:
        return
    # What readers see is code, or a name that the page does not have.
    shown = _MARK.findall(text)
    for name in _MARK.findall(markup):
        if name in shown:
            shown.remove(name)
        elif waiting.get(name):
            # Notes without names are numbered in their order.
            notes = waiting[name] if name else waiting[name][:1]
            taken += (block for note in notes for block in note)
            waiting[name] = [] if name else waiting[name][1:]
