"""A section's change -> the words that a reader must see, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drift.changes.base import BlockChange, Change
from drift.changes.table_facts import row_name
from drift.explain.natures import edited
from drift.explain.sentence import Mark, Role, Span
from drift.parse.vocabulary import INCLUDES
from drift.render.changelog.bundle import named
from drift.render.changelog.nouns import counted_nouns, noun
from drift.render.changelog.rows import rows
from drift.render.changelog.runs import Line, Signs, runs
from drift.render.changelog.values import is_long, values
from drift.render.changelog.view import View
from drift.render.changelog.whole_blocks import (
    NAMED,
    shortened,
    told_block,
    whole_blocks,
    with_fields,
)
from drift.render.letters import first
from drift.render.plural import plural
from drift.trees.page import CELL

MOST_OPENING = 28
"""Words of a new or removed section that are shown."""

MOST_REWRITTEN = 100
"""Words of a text before and after a rewrite that are shown: who compares them needs all, unless it is no paragraph."""

MOST_HEADINGS = 5
"""Headings below a new or removed page or section that are shown: they tell what it is about, and are no contents."""

LONG_HEADING = 12
"""Words of such a heading that are shown; somebody makes one of a whole paragraph."""

FIRST_WORDS = 5
"""Words by which a reader finds a text again."""

_ENDS = frozenset(".!?:;,")
# What ends with these needs no sign between itself and what follows.


def wording(change: Change, view: View) -> Iterator[Line]:
    """Tell what a section that came or went says, or the word-level differences of one that was edited, block by block.

    Args:
        change: A change; only those with blocks have lines.
        view: How it is to be shown; differences that one of its rules explains are left out.

    Yields:
        The lines in the order of the blocks, those that say the same one after the other once.
    """
    for line, same in groupby(_lines_of(change, view)):
        times = len(list(same))
        yield _often(line, times) if times > 1 else line


def _often(line: Line, times: int) -> Line:
    """Say how often a line is told; one that came or went as a whole stays in one piece."""
    *ahead, last = line.spans
    end = f" ({times} times)"
    whole = line.mark != "~" and not ahead
    spans = (Span(last.text + end, last.role),) if whole else (*line.spans, Span(end))
    return Line(line.mark, spans)


def _lines_of(change: Change, view: View) -> Iterator[Line]:
    if is_long(change):
        yield from values(change, context=view.context, whole=view.verbose)
        return
    if change.kind != "section.edited":
        yield from opening(change, whole=view.verbose)
        return
    blocks = _telling(change.blocks or ())
    explained = frozenset(rule.id for rule in view.changelog.rules)
    signs = Signs(blocks, whole=view.verbose)
    parts = [
        row
        for block in blocks
        for row in (rows(block) if block.op == "edited" and block.hunks else (block,))
    ]
    for (op, worded), same in groupby(parts, key=lambda part: (part.op, bool(part.hunks))):
        if not worded:
            yield from whole_blocks(tuple(same), whole=view.verbose) if op != "edited" else ()
            continue
        for part in same:
            found = runs(part, signs, context=view.context, explained=explained)
            lines = (_cut(_headed(line, part), whole=view.verbose) for line in found)
            yield from _moved(part, tuple(lines), change) if op == "moved" else lines
    if formatted := [block for block in blocks if block.op == "edited" and not block.hunks]:
        yield _formatting(formatted, alone=edited(change) == "formatting")


def _telling(blocks: Sequence[BlockChange]) -> Sequence[BlockChange]:
    """Leave out tags without words, such as those of a box around other blocks, unless there is nothing else."""
    return [
        block
        for block in blocks
        if block.kind != "html" or block.name or block.before or block.after
    ] or blocks


def said(blocks: Sequence[BlockChange]) -> list[str]:
    """Give the texts of a whole section, without what nobody would read aloud unless there is nothing else.

    Args:
        blocks: Its blocks.

    Returns:
        Their texts.
    """
    own = [block for block in with_fields(list(_shown(blocks))) if block.name not in INCLUDES]
    texts = [(block.kind, text) for block in own if (text := block.after or block.before)]
    spoken = [row for row in texts if row[0] not in NAMED and any(map(str.isalpha, row[1]))]
    # Of an example that stands before the text nobody knows what it is one of.
    begin = next((at for at, (kind, _) in enumerate(spoken) if kind != "code"), 0)
    return [text for _, text in spoken[begin:] or texts]


def _shown(blocks: Sequence[BlockChange]) -> Iterator[BlockChange]:
    """Leave out what a page tells machines about itself, which stands before all that it says."""
    apart = False
    for block in blocks:
        apart = block.name == "meta" or (apart and block.kind == "definition")
        if not apart:
            yield block


def opening(change: Change, *, whole: bool = False) -> Iterator[Line]:
    """Tell the first words of a text that came or went as a whole, and the headings right below it.

    Args:
        change: What came or went.
        whole: Whether to give all of it.

    Yields:
        One line for the words and one for the headings, if there are any.
    """
    mark: Mark = "+" if change.new else "-"
    role: Role = "new" if change.new else "old"
    lines = [line.strip() for text in said(change.blocks or ()) for line in _pieces(text)]
    joined = "".join(line + (" " if line[-1:] in _ENDS else " · ") for line in lines if line)
    if joined:
        words = shortened(joined.removesuffix(" · "), whole=whole, most=MOST_OPENING)
        yield Line(mark, (Span(words, role),))
    if names := [shortened(name, whole=whole, most=LONG_HEADING) for name in change.headings or ()]:
        most = len(names) if whole else MOST_HEADINGS
        shown = f"{plural(len(names), 'section')}: {named(names, most=most)}"
        yield Line(mark, (Span(shown, role),))


def _headed(line: Line, block: BlockChange) -> Line:
    """Name a row of a table by its first cell, where that is not shown anyway, and a box that became another."""
    if block.kind == "admonition" and any(hunk.after == block.name for hunk in block.hunks):
        return Line(line.mark, (Span("admonition: "), *line.spans))
    name = row_name(block.after or "") if block.kind == "row" else ""
    if not name or not line.spans[0].text.startswith("…"):
        return line
    return Line(line.mark, (Span(f"{name}: ", "name"), *line.spans))


def _moved(block: BlockChange, lines: tuple[Line, ...], change: Change) -> Iterator[Line]:
    """Tell the differences of a block that went to another place, after the word that it did."""
    head = f"{noun(block)} moved{'' if (block.before or '') in str(change.before) else ' here'}"
    if lines and lines[0].mark == "~":
        yield Line("~", (Span(f"{head}: "), *lines[0].spans))
        yield from lines[1:]
    else:
        yield (
            Line("~", (Span(f"{head} and rewritten"),)) if lines else told_block(block, whole=False)
        )
        yield from lines


def _pieces(text: str) -> list[str]:
    """Take apart what is no running text, such as the rows of a table."""
    return text.splitlines() if CELL in text else [text]


def _cut(line: Line, *, whole: bool) -> Line:
    """Cut the texts before and after a rewrite, which must be seen further than others."""
    if line.mark == "~":
        return line
    (span,) = line.spans
    text = shortened(span.text, whole=whole, most=MOST_REWRITTEN)
    return Line(line.mark, (Span(text, span.role),))


def _formatting(blocks: Sequence[BlockChange], *, alone: bool) -> Line:
    """Tell together what reads the same as before."""
    begins = first(blocks[0].after or "", FIRST_WORDS)
    from_ = f", from “{begins}”" if begins else ""
    return Line("~", (Span(f"{'' if alone else 'formatting of '}{counted_nouns(blocks)}{from_}"),))
