"""Edits of one heading or of where one section stands."""

from __future__ import annotations

import random

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.outline import Node, Sheet
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import (
    Apply,
    World,
    deepest,
    plainly,
    portable,
    relevel,
    weight,
    words_of,
)

ENOUGH = 10
"""Words that a section must have to be known again without its heading."""


def _new_title(world: World, node: Node, rng: random.Random) -> str:
    words = node.title.split()
    for _ in range(20):
        form = rng.randrange(4)
        if form == 0 and len(words) > 2 and words[0][:1].isupper():
            title = " ".join((*words[:-1], rng.choice(prose.NOUNS)))
        elif form == 1:
            title = f"{node.title} {rng.choice(('and', 'or', 'for the'))} {rng.choice(prose.NOUNS)}"
        elif form == 2:
            title = f"{rng.choice(prose.ADJECTIVES).title()} {node.title}"
        else:
            title = prose.heading(rng)
        if title != node.title and world.fresh(
            *(word for word in title.split() if word not in words)
        ):
            return title
    return f"{node.title} {rng.randrange(100, 999)}"


def _candidates(world: World, rng: random.Random) -> list[tuple[Sheet, Node]]:
    return [(sheet, node) for sheet, node in world.homes(rng) if node is not sheet.nodes()[0]]


def _retitle(world: World, node: Node, rng: random.Random) -> Apply:
    before, after = node.title, _new_title(world, node, rng)

    def apply() -> None:
        node.title, node.raw = after, ""
        where = (node,)
        world.expect(Expected("section.renamed", "rename", where, where, before, after))

    return apply


def rename(world: World, rng: random.Random) -> Apply | None:
    """Give a section another heading."""
    for _, node in _candidates(world, rng):
        fits = (
            plainly(node.title) and len(words_of(node)) >= ENOUGH and not world.pointed(node.title)
        )
        if fits and world.take(("heading", node), ("weight", node)):
            return _retitle(world, node, rng)
    return None


def _goals(world: World, node: Node, *, sheets: list[Sheet]) -> list[tuple[Sheet, Node]]:
    inside = set(node.walk())
    return [
        (sheet, goal)
        for sheet in sheets
        for goal in sheet.nodes()
        if goal not in inside
        and not any(child is node for child in goal.children)
        and all(child.title != node.title for child in goal.children)
        and goal.level + 1 + deepest(node) <= 6
        and world.free(("goal", goal), ("body", goal))
    ]


def _move(
    world: World, rng: random.Random, *, across: bool, retitle: bool, edit: str
) -> Apply | None:
    for sheet, node in _candidates(world, rng):
        others = [
            other for other in world.sheets if other is not sheet and other.format == sheet.format
        ]
        goals = _goals(world, node, sheets=others if across else [sheet])
        fits = weight(node) >= 2 * ENOUGH and world.quiet(node) and plainly(node.title)
        if not goals or not fits or (across and not portable(node)):
            continue
        goal_sheet, goal = rng.choice(goals)
        claims = [("place", node), ("weight", node), ("goal", goal)]
        if world.take(*claims, *([("heading", node)] if retitle else [])):
            rename_too = _retitle(world, node, rng) if retitle else None
            return _moving(world, node, (sheet, goal_sheet, goal), edit=edit, also=rename_too)
    return None


def _moving(
    world: World, node: Node, where: tuple[Sheet, Sheet, Node], *, edit: str, also: Apply | None
) -> Apply:
    sheet, goal_sheet, goal = where

    def apply() -> None:
        if also:
            also()
        sheet.parent(node).children.remove(node)
        level = goal.children[-1].level if goal.children else goal.level + 1
        relevel(node, level)
        if sheet is not goal_sheet:
            for each in node.walk():
                each.raw = ""
        goal.children.append(node)
        world.expect(Expected("section.moved", edit, (node,), (node,), values="trails"))

    return apply


def move_parent(world: World, rng: random.Random) -> Apply | None:
    """Hang a section under another section of its page."""
    return _move(world, rng, across=False, retitle=False, edit="move.parent")


def move_page(world: World, rng: random.Random) -> Apply | None:
    """Hang a section under a section of another page."""
    return _move(world, rng, across=True, retitle=False, edit="move.page")


def move_renamed(world: World, rng: random.Random) -> Apply | None:
    """Hang a section elsewhere and give it another heading."""
    return _move(world, rng, across=rng.random() < 0.5, retitle=True, edit="move.renamed")


def reorder(world: World, rng: random.Random) -> Apply | None:
    """Move a section among its siblings."""
    for sheet, node in _candidates(world, rng):
        parent = sheet.parent(node)
        count = len(parent.children)
        levels = {child.level for child in parent.children}
        if count < 3 or len(levels) > 1 or weight(node) < ENOUGH or parent is sheet.root:
            continue
        if world.take(("place", node), ("weight", node), ("order", parent)):
            return _reordering(world, node, parent, rng)
    return None


def _reordering(world: World, node: Node, parent: Node, rng: random.Random) -> Apply:
    place = parent.children.index(node)
    far = [spot for spot in range(len(parent.children)) if abs(spot - place) >= 2]
    goal = rng.choice(far) if far else (place + 1 if place == 0 else place - 1)
    anchor = parent.children[goal]

    def apply() -> None:
        parent.children.remove(node)
        at = (
            parent.children.index(anchor) if anchor in parent.children else len(parent.children) - 1
        )
        parent.children.insert(at + 1 if goal > place else at, node)
        world.expect(Expected("section.reordered", "reorder", (node,), (node,), values="places"))

    return apply


def relevel_alone(world: World, rng: random.Random) -> Apply | None:
    """Publish a first child one level deeper: its parent stays its parent."""
    for sheet, node in _candidates(world, rng):
        parent = sheet.parent(node)
        first = parent.children[0] is node
        if sheet.format == "rst" or not first or node.children or node.level > 5:
            continue
        if len(words_of(node)) >= ENOUGH and world.take(
            ("place", node), ("weight", node), ("first", parent)
        ):

            def apply(node: Node = node) -> None:
                relevel(node, node.level + 1)
                world.expect(
                    Expected(
                        "section.releveled", "relevel", (node,), (node,), node.level - 1, node.level
                    )
                )

            return apply
    return None


def demote(world: World, rng: random.Random) -> Apply | None:
    """Put one more sign before a heading, so that it falls under the sibling before it."""
    for sheet, node in _candidates(world, rng):
        siblings = sheet.parent(node).children
        place = siblings.index(node)
        above = siblings[place - 1] if place else None
        if above is None or node.children or not world.quiet(node) or above.level != node.level:
            continue
        deeper = above.children[-1].level if above.children else node.level + 1
        if deeper > 6 or len(words_of(node)) < ENOUGH:
            continue
        claims = (("place", node), ("weight", node), ("goal", above), ("place", above))
        if world.take(*claims):
            return _moving(world, node, (sheet, sheet, above), edit="demote", also=None)
    return None


def promote(world: World, rng: random.Random) -> Apply | None:
    """Take a sign from a heading, so that it comes to stand beside its parent; what followed it follows it still."""
    for sheet, node in _candidates(world, rng):
        parent = sheet.parent(node)
        if parent in (sheet.root, sheet.nodes()[0]) or not world.quiet(node):
            continue
        after = parent.children[parent.children.index(node) + 1 :]
        if after or len(words_of(node)) < ENOUGH:
            continue
        claims = [
            ("place", node),
            ("weight", node),
            ("place", parent),
            ("goal", parent),
            ("order", parent),
        ]
        if world.take(*claims, ("goal", sheet.parent(parent))):
            return _promoting(world, sheet, node, parent)
    return None


def _promoting(world: World, sheet: Sheet, node: Node, parent: Node) -> Apply:
    def apply() -> None:
        home = sheet.parent(parent)
        parent.children.remove(node)
        relevel(node, parent.level)
        home.children.insert(home.children.index(parent) + 1, node)
        world.expect(Expected("section.moved", "promote", (node,), (node,), values="trails"))

    return apply


EDITS = {
    "rename": rename,
    "move.parent": move_parent,
    "move.page": move_page,
    "move.renamed": move_renamed,
    "reorder": reorder,
    "relevel": relevel_alone,
    "demote": demote,
    "promote": promote,
}
