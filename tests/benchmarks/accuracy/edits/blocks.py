"""Edits of whole blocks, list items, table rows and placeholders."""

from __future__ import annotations

import random
import re

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.outline import Chunk, Node
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import DEFINES, Apply, World, plain_words, words_of

ITEM = re.compile(r"^([-*+]|\d+[.)]|#\.)(\s+)")
_PLACEHOLDERS = ("TBD", "TODO", "TBA", "FIXME", "coming soon", "work in progress")


def items(chunk: Chunk) -> list[str]:
    """Cut a list into its outermost items, each with what is nested in it."""
    found: list[str] = []
    for line in chunk.source.splitlines(keepends=True):
        if ITEM.match(line) or not found:
            found.append(line)
        else:
            found[-1] += line
    return found


def item_like(chunk: Chunk, text: str) -> str:
    """Write a text as an item of a list, with the list's own sign."""
    found = ITEM.match(chunk.source)
    sign, space = (found[1], found[2]) if found else ("-", " ")
    return f"{sign}{space}{text}\n"


def _after(node: Node, chunk: Chunk) -> int:
    chunk.gap = chunk.gap or "\n"
    return node.chunks.index(chunk) + 1


def paragraph_added(world: World, rng: random.Random) -> Apply | None:
    """Write a new paragraph after another."""
    for _, node, chunk in world.chunks(rng, ("paragraph",)):
        if chunk.source.rstrip().endswith(":") or not world.free(("body", node)):
            continue
        if not world.take(("weight", node)):
            continue
        text = world.donors.pop() if world.donors and rng.random() < 0.4 else prose.paragraph(rng)

        def apply(node: Node = node, chunk: Chunk = chunk, text: str = text) -> None:
            at = _after(node, chunk) if chunk in node.chunks else len(node.chunks)
            node.chunks.insert(at, Chunk("paragraph", text))
            world.touch(node, "text")

        return apply
    return None


def _spare(node: Node, chunk: Chunk) -> bool:
    """Tell whether a paragraph can leave its section without taking links, names or most of the text along."""
    mine, all_ = len(plain_words(chunk.source)), len(words_of(node))
    plain = "\0" not in prose.masked(chunk.source) and not DEFINES.search(chunk.source)
    whole = chunk.source.rstrip().endswith((".", "!", "?"))
    return plain and whole and mine >= 8 and mine < 0.4 * all_ and len(node.chunks) >= 3


def paragraph_removed(world: World, rng: random.Random) -> Apply | None:
    """Strike a paragraph."""
    for _, node, chunk in world.chunks(rng, ("paragraph",)):
        if _spare(node, chunk) and world.free(("weight", node)) and world.take_chunk(node, chunk):
            world.take(("weight", node))

            def apply(node: Node = node, chunk: Chunk = chunk) -> None:
                node.chunks.remove(chunk)
                world.touch(node, "text")

            return apply
    return None


def paragraph_moved(world: World, rng: random.Random) -> Apply | None:
    """Move a paragraph within its section or to another one of its page."""
    for sheet, node, chunk in world.chunks(rng, ("paragraph",)):
        if not _spare(node, chunk) or not world.free(("weight", node)):
            continue
        goals = [
            goal
            for goal in sheet.nodes()
            if goal.chunks and world.free(("body", goal), ("weight", goal))
        ]
        goal = rng.choice([node, *goals])
        if (
            len(words_of(goal)) < 2 * len(plain_words(chunk.source))
            or goal.chunks[-1].kind == "other"
        ):
            continue
        if world.take_chunk(node, chunk):
            world.take(("weight", node))
            world.take(("weight", goal))
            return _moving(world, node, goal, chunk)
    return None


def _moving(world: World, node: Node, goal: Node, chunk: Chunk) -> Apply | None:
    if goal is node and node.chunks[-1] is chunk:
        return None

    def apply() -> None:
        node.chunks.remove(chunk)
        if goal.chunks and not goal.chunks[-1].gap:
            goal.chunks[-1].gap = "\n"
        chunk.gap = chunk.gap or "\n"
        goal.chunks.append(chunk)
        world.touch(node, "any")
        if goal is not node:
            world.touch(goal, "any")

    return apply


def _plain_list(chunk: Chunk) -> bool:
    return len(items(chunk)) >= 3 and "\n\n" not in chunk.source


def item_added(world: World, rng: random.Random) -> Apply | None:
    """Write one more list item."""
    for _, node, chunk in world.chunks(rng, ("list",)):
        if _plain_list(chunk) and world.take_chunk(node, chunk):
            rows = items(chunk)
            rows.insert(rng.randint(1, len(rows)), item_like(chunk, prose.sentence(rng)))
            return _rewriting(world, node, chunk, rows)
    return None


def item_removed(world: World, rng: random.Random) -> Apply | None:
    """Strike a list item."""
    for _, node, chunk in world.chunks(rng, ("list",)):
        rows = items(chunk)
        spare = [row for row in rows if "\0" not in prose.masked(row) and len(plain_words(row)) > 3]
        if (
            _plain_list(chunk)
            and spare
            and not DEFINES.search(chunk.source)
            and world.take_chunk(node, chunk)
        ):
            rows.remove(rng.choice(spare))
            return _rewriting(world, node, chunk, rows)
    return None


def item_moved(world: World, rng: random.Random) -> Apply | None:
    """Move a list item up or down."""
    for _, node, chunk in world.chunks(rng, ("list",)):
        rows = items(chunk)
        if _plain_list(chunk) and len(set(rows)) == len(rows) and world.take_chunk(node, chunk):
            place = rng.randrange(len(rows))
            row = rows.pop(place)
            rows.insert(rng.choice([at for at in range(len(rows) + 1) if at != place]), row)
            return _rewriting(world, node, chunk, rows, nature="any")
    return None


def _rewriting(
    world: World, node: Node, chunk: Chunk, rows: list[str], *, nature: str = "text"
) -> Apply:
    text = "".join(row if row.endswith("\n") else f"{row}\n" for row in rows)

    def apply() -> None:
        chunk.source = text
        world.touch(node, nature)

    return apply


def row_added(world: World, rng: random.Random) -> Apply | None:
    """Write one more row of a table, or strike one."""
    for _, node, chunk in world.chunks(rng, ("table",)):
        rows = chunk.source.splitlines(keepends=True)
        width = rows[1].count("|") - 1
        if not rows[1].rstrip().endswith("|") or width < 2 or not world.take_chunk(node, chunk):
            continue
        cells = [
            f" {rng.choice(prose.ADJECTIVES)} {rng.choice(prose.NOUNS)} " for _ in range(width)
        ]
        rows.insert(rng.randint(2, len(rows)), f"|{'|'.join(cells)}|\n")
        return _rewriting(world, node, chunk, rows)
    return None


def placeholder_added(world: World, rng: random.Random) -> Apply | None:
    """Leave something to be written later."""
    found = _placeholder(world, rng)
    if found is None:
        return None
    node, chunk, _, after = found

    def apply() -> None:
        chunk.source = after
        world.expect(Expected("placeholder.added", "placeholder.add", (), (node,)))
        world.touch(node, "aside")

    return apply


def placeholder_resolved(world: World, rng: random.Random) -> Apply | None:
    """Strike a placeholder that stood there, or put words in its place."""
    found = _placeholder(world, rng)
    if found is None:
        return None
    node, chunk, before, marked = found
    chunk.source = marked

    def apply() -> None:
        chunk.source = before
        world.expect(Expected("placeholder.resolved", "placeholder.resolve", (node,), ()))
        world.touch(node, "aside")

    return apply


def _placeholder(world: World, rng: random.Random) -> tuple[Node, Chunk, str, str] | None:
    for _, node, chunk in world.chunks(rng, ("list",)):
        if "\n\n" in chunk.source or len(plain_words(chunk.source)) < 4:
            continue
        if world.take_chunk(node, chunk):
            rows = items(chunk)
            before = "".join(rows)
            row = rng.randrange(len(rows))
            word = rng.choice(_PLACEHOLDERS)
            if rng.random() < 0.5 and "\n" not in rows[row].rstrip():
                rows[row] = f"{rows[row].rstrip()} ({word})\n"
            else:
                rows.append(item_like(chunk, word))
            return node, chunk, before, "".join(rows)
    return None


EDITS = {
    "paragraph.add": paragraph_added,
    "paragraph.remove": paragraph_removed,
    "paragraph.move": paragraph_moved,
    "item.add": item_added,
    "item.remove": item_removed,
    "item.move": item_moved,
    "row.add": row_added,
    "placeholder.add": placeholder_added,
    "placeholder.resolve": placeholder_resolved,
}
