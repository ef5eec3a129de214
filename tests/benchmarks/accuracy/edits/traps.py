# ruff: noqa: B023 - every closure is returned in the round that makes it
"""Edits that look like something else: copies, changes of case, paragraphs joined or cut, swapped places."""

from __future__ import annotations

import random
import re

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.edits.headings import ENOUGH
from tests.benchmarks.accuracy.edits.sections import fresh_heading
from tests.benchmarks.accuracy.outline import Chunk, Node
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import Apply, World, plain_words, plainly, portable, words_of


def copied(world: World, rng: random.Random) -> Apply | None:
    """Write a new section after the pattern of its neighbour, some words changed: it is no split of it and no move."""
    for sheet, node in world.homes(rng):
        fits = len(words_of(node)) >= 2 * ENOUGH and not node.children and portable(node)
        if node is sheet.nodes()[0] or not fits or not world.quiet(node):
            continue
        if world.take(("place", node), ("weight", node), ("body", node), ("heading", node)):
            made = Node(fresh_heading(world, rng), node.level)
            made.chunks = [
                Chunk(chunk.kind, _varied(chunk.source, rng), chunk.gap) for chunk in node.chunks
            ]

            def apply(node: Node = node, made: Node = made) -> None:
                siblings = sheet.parent(node).children
                if node.chunks and not node.chunks[-1].gap:
                    node.chunks[-1].gap = "\n"
                siblings.insert(siblings.index(node) + 1, made)
                world.expect(Expected("section.added", "section.copy", (), (made,)))

            return apply
    return None


def _varied(source: str, rng: random.Random) -> str:
    spans = prose.safe_words(source)
    for start, end in sorted(rng.sample(spans, len(spans) // 3), reverse=True):
        source = source[:start] + rng.choice(prose.NOUNS) + source[end:]
    return source


def recased(world: World, rng: random.Random) -> Apply | None:
    """Write a heading's words with other initials."""
    for sheet, node in world.homes(rng):
        title = node.title
        after = title.title() if title[1:] == title[1:].lower() else title.capitalize()
        plain = plainly(title) and re.fullmatch(r"[A-Za-z]+( [A-Za-z]+)+", title)
        if node is sheet.nodes()[0] or not plain or after == title or world.pointed(title):
            continue
        if world.take(("heading", node)):

            def apply(node: Node = node, title: str = title, after: str = after) -> None:
                node.title, node.raw = after, ""
                world.expect(Expected("section.renamed", "recase", (node,), (node,), title, after))

            return apply
    return None


def joined(world: World, rng: random.Random) -> Apply | None:
    """Make one paragraph of two that follow each other."""
    for _, node, chunk in world.chunks(rng, ("paragraph",)):
        place = node.chunks.index(chunk)
        after = node.chunks[place + 1] if place + 1 < len(node.chunks) else None
        if after is None or after.kind != "paragraph" or not chunk.source.rstrip().endswith("."):
            continue
        if min(len(plain_words(chunk.source)), len(plain_words(after.source))) < ENOUGH:
            continue
        if world.take_chunk(node, chunk) and world.take_chunk(node, after):

            def apply(node: Node = node, chunk: Chunk = chunk, after: Chunk = after) -> None:
                chunk.source, chunk.gap = chunk.source.rstrip() + "\n" + after.source, after.gap
                node.chunks.remove(after)
                world.touch(node, "formatting")

            return apply
    return None


def cut(world: World, rng: random.Random) -> Apply | None:
    """Make two paragraphs of one."""
    for _, node, chunk in world.chunks(rng, ("paragraph",)):
        text = chunk.source
        ends = [found.end() for found in re.finditer(r"[a-z]{3}\.\s(?=[A-Z])", prose.masked(text))]
        ends = [end for end in ends if min(end, len(text) - end) > 60]
        if not ends or not world.take_chunk(node, chunk):
            continue
        end = rng.choice(ends)

        def apply(node: Node = node, chunk: Chunk = chunk, end: int = end) -> None:
            tail = Chunk("paragraph", chunk.source[end:], chunk.gap)
            chunk.source, chunk.gap = chunk.source[:end].rstrip() + "\n", "\n"
            node.chunks.insert(node.chunks.index(chunk) + 1, tail)
            world.touch(node, "formatting")

        return apply
    return None


EDITS = {"section.copy": copied, "recase": recased, "join": joined, "cut": cut}
