"""Edits that make sections, take them away, cut them in two or join them."""

from __future__ import annotations

import random

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.edits.headings import ENOUGH
from tests.benchmarks.accuracy.outline import Chunk, Node, Sheet
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import DEFINES, Apply, World, weight, words_of, write_node


def fresh_heading(world: World, rng: random.Random) -> str:
    """Make a heading whose words no other edit has used."""
    for _ in range(40):
        title = prose.heading(rng)
        rare = [word for word in title.split() if word.casefold() in prose.NOUNS + prose.ADJECTIVES]
        if all(world.word(word) for word in rare):
            return title
    return f"{prose.heading(rng)} {rng.randrange(100, 999)}"


def fresh_chunks(world: World, rng: random.Random) -> list[Chunk]:
    """Make the content of a section: invented paragraphs, perhaps a list, perhaps words of another page."""
    chunks = [Chunk("paragraph", prose.paragraph(rng)) for _ in range(rng.randint(1, 3))]
    if world.donors and rng.random() < 0.5:
        chunks.append(Chunk("paragraph", world.donors.pop()))
    if rng.random() < 0.4:
        items = "".join(f"- {prose.sentence(rng)}\n" for _ in range(rng.randint(2, 4)))
        chunks.append(Chunk("list", items))
    return chunks


def _even(node: Node) -> bool:
    return len({child.level for child in node.children}) <= 1


def add(world: World, rng: random.Random) -> Apply | None:
    """Write a new section, now and then with one below it."""
    for sheet in rng.sample(world.focus, len(world.focus)):
        homes = [node for node in sheet.nodes() if _even(node) and node.level < 5]
        rng.shuffle(homes)
        for parent in homes:
            if not world.free(("body", parent), ("first", parent)) or not world.take(
                ("goal", parent)
            ):
                continue
            level = parent.children[0].level if parent.children else parent.level + 1
            made = Node(fresh_heading(world, rng), level, chunks=fresh_chunks(world, rng))
            if rng.random() < 0.25 and level < 5:
                below = Node(fresh_heading(world, rng), level + 1, chunks=fresh_chunks(world, rng))
                made.children.append(below)
            return _adding(world, parent, made, rng)
    return None


def _adding(world: World, parent: Node, made: Node, rng: random.Random) -> Apply:
    def apply() -> None:
        at = rng.randint(0, len(parent.children))
        _open(parent)
        parent.children.insert(at, made)
        world.expect(Expected("section.added", "section.add", (), (made,)))

    return apply


def _open(parent: Node) -> None:
    """Leave a blank line at the end of every chunk that something new may follow."""
    for each in parent.walk():
        if each.chunks and not each.chunks[-1].gap:
            each.chunks[-1].gap = "\n"


def _loose(sheet: Sheet, node: Node, world: World) -> bool:
    return node is not sheet.nodes()[0] and world.quiet(node) and weight(node) >= ENOUGH


def remove(world: World, rng: random.Random) -> Apply | None:
    """Take a section away with all below it."""
    for sheet, node in world.homes(rng):
        small = len(list(node.walk())) <= 4
        if small and _loose(sheet, node, world) and world.take_whole(node):

            def apply(sheet: Sheet = sheet, node: Node = node) -> None:
                sheet.parent(node).children.remove(node)
                world.expect(Expected("section.removed", "section.remove", (node,), ()))

            return apply
    return None


def split(world: World, rng: random.Random) -> Apply | None:
    """Set a heading into the middle of a section's own text."""
    for sheet, node in world.homes(rng):
        cut = _middle(node)
        outer = node is sheet.nodes()[0]
        if (
            cut
            and node.level < 6
            and not DEFINES.search(write_node(node))
            and _even(node)
            and world.take_body(node)
        ):
            beside = not node.children and not outer and rng.random() < 0.5
            return _splitting(
                world, sheet, node, cut=cut, made=_half(world, node, rng, beside=beside)
            )
    return None


def _half(world: World, node: Node, rng: random.Random, *, beside: bool) -> Node:
    below = node.children[0].level if node.children else node.level + 1
    return Node(fresh_heading(world, rng), node.level if beside else below)


def _middle(node: Node) -> int:
    """Find where both halves have the same number of words, give or take a fifth, and enough of them."""
    sizes = [len(words_of(Node("", 0, chunks=[chunk]))) for chunk in node.chunks]
    for at in range(1, len(sizes)):
        share = sum(sizes[:at]) / max(1, sum(sizes))
        if 0.4 <= share <= 0.5 and sum(sizes) >= 4 * ENOUGH:
            return at
    return 0


def _splitting(world: World, sheet: Sheet, node: Node, *, cut: int, made: Node) -> Apply:
    def apply() -> None:
        made.chunks, node.chunks = node.chunks[cut:], node.chunks[:cut]
        _open(node)
        if made.level == node.level:
            siblings = sheet.parent(node).children
            siblings.insert(siblings.index(node) + 1, made)
        else:
            node.children.insert(0, made)
        world.expect(Expected("section.split", "section.split", (node,), (node, made)))

    return apply


def merge(world: World, rng: random.Random) -> Apply | None:
    """Strike a heading, so that its text joins the section before it."""
    for sheet, node in world.homes(rng):
        order = sheet.nodes()
        place = order.index(node)
        before = order[place - 1] if place else None
        if before is None or node.children or not _loose(sheet, node, world):
            continue
        enough = len(words_of(before)) >= ENOUGH and len(words_of(node)) >= 2 * ENOUGH
        if not enough or not world.free(
            *((a, before) for a in ("body", "weight", "place", "heading"))
        ):
            continue
        if world.take_whole(node) and world.take_body(before):
            world.take(("place", before), ("heading", before))
            return _merging(world, sheet, node, before)
    return None


def _merging(world: World, sheet: Sheet, node: Node, before: Node) -> Apply:
    def apply() -> None:
        sheet.parent(node).children.remove(node)
        _open(before)
        before.chunks.extend(node.chunks)
        world.expect(Expected("section.merged", "section.merge", (before, node), (before,)))

    return apply


EDITS = {
    "section.add": add,
    "section.remove": remove,
    "section.split": split,
    "section.merge": merge,
}
