# ruff: noqa: B023 - every closure is returned in the round that makes it
"""Edits of links and anchors."""

from __future__ import annotations

import posixpath
import random
import re
from dataclasses import dataclass

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.edits.blocks import item_like
from tests.benchmarks.accuracy.outline import Chunk, Node, Sheet, plain
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import Apply, World, plainly, words_of

_MARKDOWN = re.compile(r"(?<![!\]\\])\[([^\[\]\n]+)\]\((https?://[^\s()]+|[\w./-]+\.md)\)")
_RST = re.compile(r"(?<![:\w`])`([^`<\n]+?) <(https?://[^>\s]+)>`(__?)")


@dataclass(frozen=True)
class Found:
    """A link in a chunk's source."""

    span: tuple[int, int]
    label: str
    target: str


def written(sheet: Sheet, label: str, target: str) -> str:
    """Write a link in a page's format."""
    return f"[{label}]({target})" if sheet.format == "markdown" else f"`{label} <{target}>`__"


def found(sheet: Sheet, chunk: Chunk) -> list[Found]:
    """List the links of a chunk whose label is plain."""
    pattern = _MARKDOWN if sheet.format == "markdown" else _RST
    return [
        Found(hit.span(), hit[1], hit[2])
        for hit in pattern.finditer(chunk.source)
        if re.fullmatch(r"[\w ,.'’&-]+", hit[1]) and chunk.source.count(hit[2]) == 1
    ]


def url(rng: random.Random) -> str:
    """Make a URL outside the tree."""
    parts = "/".join(rng.sample(prose.NOUNS, rng.randint(1, 3)))
    return f"https://{rng.choice(prose.ADJECTIVES)}.example.{rng.choice(('org', 'com'))}/{parts}"


def _target(world: World, sheet: Sheet, rng: random.Random) -> str:
    others = [other for other in world.sheets if other is not sheet and other.path.endswith(".md")]
    here = posixpath.dirname(sheet.path)
    paths = [
        posixpath.relpath(other.path, here or ".")
        for other in others
        if world.free(("page", other))
    ]
    if sheet.format == "markdown" and paths and rng.random() < 0.4:
        return rng.choice(paths)
    return url(rng)


def _splice(chunk: Chunk, span: tuple[int, int], text: str) -> None:
    chunk.source = chunk.source[: span[0]] + text + chunk.source[span[1] :]


def added(world: World, rng: random.Random) -> Apply | None:
    """Make a link of words that are there."""
    for sheet, node, chunk in world.chunks(rng, ("paragraph", "list", "table")):
        spans = prose.safe_words(chunk.source)
        target = _target(world, sheet, rng)
        if len(spans) < 3 or target in chunk.source or not world.take_chunk(node, chunk):
            continue
        span = rng.choice(spans)
        text = written(sheet, chunk.source[slice(*span)], target)

        def apply(node: Node = node, chunk: Chunk = chunk) -> None:
            _splice(chunk, span, text)
            world.expect(Expected("link.added", "link.add", (), (node,), None, target))

        return apply
    return None


def _each(world: World, rng: random.Random) -> tuple[Sheet, Node, Chunk, Found] | None:
    """Claim a link that is there, or set one into the old revision."""
    places = world.chunks(rng, ("paragraph", "list", "table"))
    for sheet, node, chunk in places:
        links = found(sheet, chunk)
        if links and world.take_chunk(node, chunk):
            return sheet, node, chunk, rng.choice(links)
    for sheet, node, chunk in places:
        spans = prose.safe_words(chunk.source)
        if len(spans) > 2 and world.take_chunk(node, chunk):
            span = rng.choice(spans)
            label, target = chunk.source[slice(*span)], url(rng)
            text = written(sheet, label, target)
            _splice(chunk, span, text)
            return sheet, node, chunk, Found((span[0], span[0] + len(text)), label, target)
    return None


def removed(world: World, rng: random.Random) -> Apply | None:
    """Take a link from its words."""
    got = _each(world, rng)
    if got is None:
        return None
    _, node, chunk, link = got

    def apply() -> None:
        _splice(chunk, link.span, link.label)
        world.expect(Expected("link.removed", "link.remove", (node,), (), link.target, None))

    return apply


def _changed(world: World, rng: random.Random, *, target: bool, label: bool) -> Apply | None:
    got = _each(world, rng)
    if got is None:
        return None
    sheet, node, chunk, link = got
    new_target = _other(world, sheet, link.target, rng) if target else link.target
    new_label = _relabel(link.label, rng) if label else link.label
    edit = "link.both" if target and label else "link.retarget" if target else "link.relabel"

    def apply() -> None:
        _splice(chunk, link.span, written(sheet, new_label, new_target))
        here = (node,)
        if target:
            world.expect(Expected("link.retargeted", edit, here, here, link.target, new_target))
        if label:
            world.expect(Expected("link.relabelled", edit, here, here, link.label, new_label))

    return apply


def _other(world: World, sheet: Sheet, target: str, rng: random.Random) -> str:
    if "://" in target and rng.random() < 0.5:
        return f"{target.split('#', maxsplit=1)[0].split('?', maxsplit=1)[0].rstrip('/')}/{rng.choice(prose.NOUNS)}"
    return _target(world, sheet, rng)


def _relabel(label: str, rng: random.Random) -> str:
    words = label.split()
    if len(words) > 2 and rng.random() < 0.5:
        return " ".join((*words[:-1], rng.choice(prose.NOUNS)))
    return f"{rng.choice(prose.ADJECTIVES)} {rng.choice(prose.NOUNS)}"


def retargeted(world: World, rng: random.Random) -> Apply | None:
    """Point a link elsewhere."""
    return _changed(world, rng, target=True, label=False)


def relabelled(world: World, rng: random.Random) -> Apply | None:
    """Give a link other words."""
    return _changed(world, rng, target=False, label=True)


def both(world: World, rng: random.Random) -> Apply | None:
    """Give a list item's link other words and another target: its place among the others is what is left of it."""
    got = _each(world, rng)
    if got is None:
        return None
    sheet, node, chunk, link = got
    words = link.label.split()
    new_label = (
        f"{link.label} {rng.choice(prose.NOUNS)}" if len(words) < 3 else " ".join(words[:-1])
    )
    new_target = _other(world, sheet, link.target, rng)

    def apply() -> None:
        _splice(chunk, link.span, written(sheet, new_label, new_target))
        here = (node,)
        world.expect(Expected("link.retargeted", "link.both", here, here, link.target, new_target))
        world.expect(Expected("link.relabelled", "link.both", here, here, link.label, new_label))

    return apply


def moved(world: World, rng: random.Random) -> Apply | None:
    """Move a list item that is one link to the list of another section."""
    lists = [each for each in world.chunks(rng, ("list",)) if "\n\n" not in each[2].source]
    for sheet, node, chunk in lists:
        goals = [
            (n, c)
            for s, n, c in lists
            if s is sheet and n is not node and world.free(("chunk", c), ("body", n))
        ]
        if not goals or not world.free(("chunk", chunk), ("body", node)):
            continue
        goal, other = goals[0]
        if world.take_chunk(node, chunk) and world.take_chunk(goal, other):
            label = f"{rng.choice(prose.ADJECTIVES)} {rng.choice(prose.NOUNS)} list"
            item = item_like(chunk, written(sheet, label, url(rng)))
            gone, chunk.source = chunk.source, chunk.source + item
            there = item_like(other, item.split(None, 1)[1].strip())

            def apply(node: Node = node, chunk: Chunk = chunk) -> None:
                chunk.source, other.source = gone, other.source + there
                world.expect(Expected("link.moved", "link.move", (node,), (goal,), values="trails"))
                world.touch(node, "aside")
                world.touch(goal, "aside")

            return apply
    return None


def broken(world: World, rng: random.Random) -> Apply | None:
    """Link to a page of the tree that is not there."""
    for sheet, node, chunk in world.chunks(rng, ("paragraph", "list")):
        spans = prose.safe_words(chunk.source)
        if sheet.format == "rst" or len(spans) < 3 or not world.take_chunk(node, chunk):
            continue
        span = rng.choice(spans)
        target = f"{rng.choice(prose.NOUNS)}-{rng.choice(prose.NOUNS)}.md"
        text = written(sheet, chunk.source[slice(*span)], target)

        def apply(node: Node = node, chunk: Chunk = chunk) -> None:
            _splice(chunk, span, text)
            world.expect(Expected("link.broken", "link.break", (), (node,)))
            world.expect(
                Expected("link.added", "link.break", (), (node,), None, target, tolerated=True)
            )

        return apply
    return None


def _labelled(sheet: Sheet, name: str) -> str:
    if sheet.format == "rst":
        return f".. _{name}:\n\n"
    return f'<a id="{name}"></a>\n\n'


def anchor(world: World, rng: random.Random) -> Apply | None:
    """Rename an explicit anchor before a heading, or take it away."""
    for sheet, node in world.homes(rng):
        if (
            node.lead
            or node.suffix
            or not world.take(("lead", node), ("place", node), ("heading", node))
        ):
            continue
        old, new = (f"{rng.choice(prose.ADJECTIVES)}-{rng.choice(prose.NOUNS)}" for _ in range(2))
        gone = rng.random() < 0.5
        node.lead = _labelled(sheet, old)

        def apply(sheet: Sheet = sheet, node: Node = node) -> None:
            node.lead = "" if gone else _labelled(sheet, new)
            kind = "anchor.removed" if gone else "anchor.changed"
            ends: tuple[tuple[Node, ...], ...] = ((node,), () if gone else (node,))
            after = None if gone else new
            world.expect(Expected(kind, "anchor", ends[0], ends[1], old, after))

        return apply
    return None


def inbound(world: World, rng: random.Random) -> Apply | None:
    """Rename a heading that a link of its page still names by its old slug."""
    for sheet, node in world.homes(rng):
        title = node.title
        fits = re.fullmatch(r"[A-Za-z]+( [A-Za-z]+)*", title) and plainly(title)
        if sheet.format == "rst" or not fits or node is sheet.nodes()[0] or world.pointed(title):
            continue
        spots = [
            (n, c) for s, n, c in world.chunks(rng, ("paragraph",)) if s is sheet and n is not node
        ]
        spots = [spot for spot in spots if len(prose.safe_words(spot[1].source)) > 2]
        enough = len(words_of(node)) > 9 and spots
        if not enough or not world.take_chunk(*spots[0]):
            continue
        if world.take(("heading", node), ("weight", node)):
            return _pointing(world, sheet, node, spots[0], rng)
    return None


def _pointing(
    world: World, sheet: Sheet, node: Node, spot: tuple[Node, Chunk], rng: random.Random
) -> Apply:
    home, chunk = spot
    span = prose.safe_words(chunk.source)[1]
    slug = plain(node.title).casefold().replace(" ", "-")
    _splice(chunk, span, written(sheet, chunk.source[slice(*span)], f"#{slug}"))
    before, after = node.title, f"{prose.heading(rng)}"

    def apply() -> None:
        node.title, node.raw = after, ""
        here = (node,)
        world.expect(Expected("section.renamed", "inbound", here, here, before, after))
        world.expect(Expected("anchor.changed", "inbound", here, here))
        world.expect(Expected("link.broken", "inbound", (home,), (home,)))

    return apply


EDITS = {
    "link.add": added,
    "link.remove": removed,
    "link.retarget": retargeted,
    "link.relabel": relabelled,
    "link.both": both,
    "link.move": moved,
    "link.break": broken,
    "anchor": anchor,
    "inbound": inbound,
}
