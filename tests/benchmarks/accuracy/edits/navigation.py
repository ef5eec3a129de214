"""Edits of a site's navigation: SUMMARY.md and toctrees."""

from __future__ import annotations

import posixpath
import random
import re

from tests.benchmarks.accuracy.outline import Chunk, Node, Sheet
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import Apply, World, write_node

_ENTRY = re.compile(r"^(\s*)[*-] \[([^\]]+)\]\(([^)]+\.md)\)\s*$")
_DOCUMENT = re.compile(r"^(\s*)(?:[^<\n]*<)?([\w./-]+)>?\s*$")


def _target(sheet: Sheet, row: str, known: dict[str, Sheet]) -> Sheet | None:
    """Find the page that a line of a navigation names."""
    if sheet.path.endswith("SUMMARY.md"):
        found = _ENTRY.match(row)
        path = found[3].lstrip("/") if found else ""
    else:
        found = _DOCUMENT.match(row)
        path = found[2] if found else ""
    base = posixpath.normpath(posixpath.join(posixpath.dirname(sheet.path), path))
    return next(
        (known[each] for each in (base, f"{base}.md", f"{base}.rst") if path and each in known),
        None,
    )


def _leaf(sheet: Sheet, rows: list[str], at: int, page: Sheet | None) -> bool:
    if page is None or any("toctree" in write_node(node) for node in page.root.walk()):
        return False
    if not sheet.path.endswith("SUMMARY.md"):
        return True
    indent = len(rows[at]) - len(rows[at].lstrip())
    return at + 1 == len(rows) or len(rows[at + 1]) - len(rows[at + 1].lstrip()) <= indent


def nav(world: World, rng: random.Random) -> Apply | None:
    """Move, strike or write an entry of SUMMARY.md or of a toctree."""
    known = {sheet.path: sheet for sheet in world.sheets}
    for sheet in rng.sample(world.sheets, len(world.sheets)):
        for node in sheet.root.walk():
            for chunk in node.chunks:
                summary = sheet.path.endswith("SUMMARY.md") and chunk.kind == "list"
                if not summary and not re.search(r"\{toctree\}|\.\. toctree::", chunk.source):
                    continue
                rows = chunk.source.splitlines(keepends=True)
                leaves = [
                    at
                    for at in range(1, len(rows))
                    if _leaf(sheet, rows, at, _target(sheet, rows[at], known))
                ]
                if len(leaves) > 2 and world.take(("nav", sheet), ("chunk", chunk)):
                    return _entry(world, node, chunk, leaves, rng)
    return None


def _entry(world: World, node: Node, chunk: Chunk, leaves: list[int], rng: random.Random) -> Apply:
    rows = chunk.source.splitlines(keepends=True)
    at = rng.choice(leaves)
    without = [*rows[:at], *rows[at + 1 :]]
    goal = leaves[0] if at != leaves[0] else leaves[-1]
    turned = list(without)
    turned.insert(
        goal, rows[goal][: len(rows[goal]) - len(rows[goal].lstrip())] + rows[at].lstrip()
    )
    whole = chunk.source
    kind = rng.choice(("nav.added", "nav.removed", "nav.moved"))
    if kind == "nav.added":
        chunk.source = "".join(without)
    after = {"nav.added": whole, "nav.removed": "".join(without), "nav.moved": "".join(turned)}[
        kind
    ]

    def apply() -> None:
        chunk.source = after
        old = () if kind == "nav.added" else (node,)
        new = () if kind == "nav.removed" else (node,)
        world.expect(Expected(kind, "nav", old, new))
        world.touch(node, "aside")

    return apply


EDITS = {"nav": nav}
