"""Blocks that came, went or moved as a whole -> the lines that tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from drift.changes.base import BlockChange
from drift.changes.table_facts import row_name
from drift.explain.sentence import Span
from drift.render.changelog.nouns import counted_nouns, noun
from drift.render.changelog.runs import Line
from drift.render.letters import LINE_END, count, extent, first

MOST_WORDS = 40
"""Words of an added or removed text that are shown; enough for three lines, by which a reader knows it again."""

MOST_BLOCKS = 10
"""Blocks of one section that came or went one after the other and are shown each; more are shorter by two."""

HEAD = 2
"""Lines from the first of a box to the first text in it, a blank one between them or not."""

NAMED = frozenset({"directive", "admonition", "image", "html"})
# Their text is an argument or the like, and tells nothing without what it is the argument of.

SPOKEN = frozenset({"paragraph", "list_item", "quote", "code", "table", "definition", "footnote"})
# They are there for their text.


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


def whole_blocks(blocks: Sequence[BlockChange], *, whole: bool) -> Iterator[Line]:
    """Tell blocks that came, went or moved one after the other; of very many only the first.

    Args:
        blocks: The blocks.
        whole: Whether to give all of them, and each uncut.

    Yields:
        A line a block, or for a box and the first text in it.
    """
    blocks = with_fields(blocks)
    few = len(blocks) <= MOST_BLOCKS or whole
    shown = blocks if few else blocks[: MOST_BLOCKS - 2]
    yield from _lines(shown, whole=whole)
    if rest := blocks[len(shown) :]:
        mark = told_block(rest[0], whole=whole).mark
        yield Line(mark, (Span(f"and {counted_nouns(rest)} more"),))


def with_fields(blocks: Sequence[BlockChange]) -> list[BlockChange]:
    """Put the name of a field and what stands behind it on the same line together, as in `Version: 3`.

    Args:
        blocks: Blocks one after the other.

    Returns:
        The same, a field with its value as one.
    """
    found: list[BlockChange] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and _is_value(last, block):
            before, after = (
                f"{name}: {value}" if name and value else None
                for name, value in ((last.before, block.before), (last.after, block.after))
            )
            found[-1] = msgspec.structs.replace(last, before=before, after=after)
        else:
            found.append(block)
    return found


def _is_value(name: BlockChange, block: BlockChange) -> bool:
    if not name.kind == block.kind == "definition" or name.op != block.op:
        return False
    texts = [one.after or one.before or "" for one in (name, block)]
    single = block.op in {"added", "removed"} and name.lines == block.lines is not None
    return single and all(texts) and not texts[0].endswith(":")


def _lines(blocks: Sequence[BlockChange], *, whole: bool) -> Iterator[Line]:
    """Tell a box without a title together with the first text in it."""
    box = ""
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if following is not None and not box and _opens(block, following):
            box = f"{block.name}: "
            continue
        line = told_block(block, whole=whole)
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


def told_block(block: BlockChange, *, whole: bool) -> Line:
    """Tell one block that came, went or moved.

    Args:
        block: The block.
        whole: Whether to give all of its text.

    Returns:
        The line.
    """
    text = _rows(block.after or block.before or "", block.kind, block.name)
    text = row_name(text) if (block.op, block.kind) == ("moved", "row") else text
    text = shortened(text, whole=whole)
    if block.op not in {"added", "removed"}:
        # To or from another section, it stands on one side alone.
        way = " here" if block.before is None else " away" if block.after is None else ""
        return Line("~", (Span(f"{noun(block)} moved{way}{': ' * bool(text)}"), Span(text, "name")))
    said = f"{_introduced(block, text)}: {text}" if text and block.kind in NAMED else text
    came = block.op == "added"
    empty = f"empty {noun(block)}" if block.kind in SPOKEN else noun(block)
    return Line("+" if came else "-", (Span(said or empty, "new" if came else "old"),))


def _introduced(block: BlockChange, text: str) -> str:
    """Name a block before its text: a single word is an argument, and after a bare name it reads like a setting."""
    setting = block.kind == "directive" and " " not in text
    return noun(block) if setting or not block.name else block.name


def _rows(text: str, kind: str, name: object = "") -> str:
    """Set the rows of a table, the lines of code and the entries of a list of pages apart, which are one line otherwise."""
    sign = ", " if name == "toctree" else {"table": " · ", "code": f" {LINE_END} "}.get(kind)
    return sign.join(filter(None, map(str.strip, text.splitlines()))) if sign else text
