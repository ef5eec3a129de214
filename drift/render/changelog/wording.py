"""A section's change -> the words that a reader must see, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from drift.changes.base import BlockChange, Change
from drift.explain.natures import edited
from drift.explain.sentence import Span
from drift.parse.vocabulary import INCLUDES
from drift.render.changelog.nouns import counted_nouns, noun
from drift.render.changelog.rows import row_name, rows
from drift.render.changelog.runs import Line, Signs, runs
from drift.render.changelog.values import is_long, values
from drift.render.changelog.view import View
from drift.render.letters import LINE_END, count, extent, first

MOST_WORDS = 40
"""Words of an added or removed text that are shown; enough for three lines, by which a reader knows it again."""

MOST_OPENING = 28
"""Words of a new or removed section that are shown."""

MOST_REWRITTEN = 100
"""Words of a text before and after a rewrite that are shown: who compares them needs all, unless it is no paragraph."""

MOST_BLOCKS = 10
"""Blocks of one section that came or went one after the other and are shown each; more are shorter by two."""

FIRST_WORDS = 5
"""Words by which a reader finds a text again."""

HEAD = 2
"""Lines from the first of a box to the first text in it, a blank one between them or not."""

_ENDS = frozenset(".!?:;,")
# What ends with these needs no sign between itself and what follows.

_NAMED = frozenset({"directive", "admonition", "image", "html"})
# Their text is an argument or the like, and tells nothing without what it is the argument of.

_SPOKEN = frozenset({"paragraph", "list_item", "quote", "code", "table", "definition", "footnote"})
# They are there for their text.


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
        yield Line(line.mark, (*line.spans, Span(f" ({times} times)"))) if times > 1 else line


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
    parts = [row for block in blocks for row in _parts(block)]
    for op, same in groupby(parts, key=lambda part: part.op):
        group = tuple(same)
        if op != "edited":
            yield from _blocks(group, whole=view.verbose)
            continue
        for part in (part for part in group if part.hunks):
            for line in runs(part, signs, context=view.context, explained=explained):
                yield _cut(_headed(line, part), whole=view.verbose)
    if formatted := [block for block in blocks if block.op == "edited" and not block.hunks]:
        yield _formatting(formatted, alone=edited(change) == "formatting")


def _telling(blocks: Sequence[BlockChange]) -> Sequence[BlockChange]:
    """Leave out tags without words, such as those of a box around other blocks, unless there is nothing else."""
    return [
        block
        for block in blocks
        if block.kind != "html" or block.name or block.before or block.after
    ] or blocks


def _parts(block: BlockChange) -> Iterator[BlockChange]:
    return rows(block) if block.op == "edited" and block.hunks else iter((block,))


def said(blocks: Sequence[BlockChange]) -> list[str]:
    """Give the texts of a whole section, without what nobody would read aloud unless there is nothing else.

    Args:
        blocks: Its blocks.

    Returns:
        Their texts.
    """
    own = [block for block in blocks if block.name not in INCLUDES]
    texts = [(block.kind, text) for block in own if (text := block.after or block.before)]
    spoken = [row for row in texts if row[0] not in _NAMED and any(map(str.isalpha, row[1]))]
    # Of an example that stands before the text nobody knows what it is one of.
    begin = next((at for at, (kind, _) in enumerate(spoken) if kind != "code"), 0)
    return [text for _, text in spoken[begin:] or texts]


def shortened(text: str, *, whole: bool, most: int = MOST_WORDS) -> str:
    """Cut a long text after its first words and say how long it is.

    Args:
        text: Any text.
        whole: Whether to leave it whole.
        most: Words of it that are shown otherwise.

    Returns:
        The text, or its beginning.
    """
    if whole or count(text) <= most:
        return " ".join(text.split())
    return f"{first(text, most)} … ({extent(text)})"


def opening(change: Change, *, whole: bool = False) -> Iterator[Line]:
    """Tell the first words of a text that came or went as a whole.

    Args:
        change: What came or went.
        whole: Whether to give all of it.

    Yields:
        One line, if there are words.
    """
    blocks = change.blocks or ()
    texts = said(blocks)
    if not blocks or not texts:
        return
    lines = [line.strip() for text in texts for line in _pieces(text)]
    joined = "".join(line + (" " if line[-1:] in _ENDS else " · ") for line in lines if line)
    words = shortened(joined.removesuffix(" · "), whole=whole, most=MOST_OPENING)
    came = blocks[0].op == "added"
    yield Line("+" if came else "-", (Span(words, "new" if came else "old"),))


def _headed(line: Line, block: BlockChange) -> Line:
    """Name a row of a table by its first cell, where that is not shown anyway."""
    name = row_name(block.after or "") if block.kind == "row" else ""
    if not name or not line.spans[0].text.startswith("…"):
        return line
    return Line(line.mark, (Span(f"{name}: ", "name"), *line.spans))


def _pieces(text: str) -> list[str]:
    """Take apart what is no running text, such as the rows of a table."""
    return text.splitlines() if " | " in text else [text]


def _cut(line: Line, *, whole: bool) -> Line:
    """Cut the texts before and after a rewrite, which must be seen further than others."""
    if line.mark == "~":
        return line
    (span,) = line.spans
    text = shortened(span.text, whole=whole, most=MOST_REWRITTEN)
    return Line(line.mark, (Span(text, span.role),))


def _blocks(blocks: Sequence[BlockChange], *, whole: bool) -> Iterator[Line]:
    """Tell blocks that came, went or moved one after the other; of very many only the first."""
    few = len(blocks) <= MOST_BLOCKS or whole
    shown = blocks if few else blocks[: MOST_BLOCKS - 2]
    yield from _lines(shown, whole=whole)
    if rest := blocks[len(shown) :]:
        mark = _block(rest[0], whole=whole).mark
        yield Line(mark, (Span(f"and {counted_nouns(rest)} more"),))


def _lines(blocks: Sequence[BlockChange], *, whole: bool) -> Iterator[Line]:
    """Tell a box without a title together with the first text in it."""
    box = ""
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if following is not None and not box and _opens(block, following):
            box = f"{block.name}: "
            continue
        line = _block(block, whole=whole)
        head, *rest = line.spans
        yield Line(line.mark, (Span(box + head.text, head.role), *rest))
        box = ""


def _opens(block: BlockChange, following: BlockChange) -> bool:
    """Tell whether a block is a mere frame, and the next one the first thing in it."""
    if block.op == "moved" or not block.name or block.before or block.after:
        return False
    if not block.lines or not following.lines or following.name:
        return False
    top, end = block.lines
    if block.kind != "admonition":
        return following.lines[0] <= end
    # Some formats know where a box ends, others where its head does.
    return following.lines[0] <= (end + 1 if top < end else top + HEAD)


def _block(block: BlockChange, *, whole: bool) -> Line:
    text = _rows(block.after or block.before or "", block.kind, block.name)
    text = shortened(text, whole=whole)
    if block.op not in {"added", "removed"}:
        # To or from another section, it stands on one side alone.
        way = " here" if block.before is None else " away" if block.after is None else ""
        return Line("~", (Span(f"{noun(block)} moved{way}{': ' * bool(text)}"), Span(text, "name")))
    said = f"{_introduced(block, text)}: {text}" if text and block.kind in _NAMED else text
    came = block.op == "added"
    empty = f"empty {noun(block)}" if block.kind in _SPOKEN else noun(block)
    return Line("+" if came else "-", (Span(said or empty, "new" if came else "old"),))


def _introduced(block: BlockChange, text: str) -> str:
    """Name a block before its text: a single word is an argument, and after a bare name it reads like a setting."""
    setting = block.kind == "directive" and " " not in text
    return noun(block) if setting or not block.name else block.name


def _rows(text: str, kind: str, name: object = "") -> str:
    """Set the rows of a table, the lines of code and the entries of a list of pages apart, which are one line otherwise."""
    sign = ", " if name == "toctree" else {"table": " · ", "code": f" {LINE_END} "}.get(kind)
    return sign.join(filter(None, map(str.strip, text.splitlines()))) if sign else text


def _formatting(blocks: Sequence[BlockChange], *, alone: bool) -> Line:
    """Tell together what reads the same as before."""
    begins = first(blocks[0].after or "", FIRST_WORDS)
    from_ = f", from “{begins}”" if begins else ""
    return Line("~", (Span(f"{'' if alone else 'formatting of '}{counted_nouns(blocks)}{from_}"),))
