"""Pages that move -> the links of the tree that follow them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from tests.benchmarks.accuracy.outline import Chunk, Node, Sheet
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import World

_LINK = re.compile(r"(?<=\]\()(?P<path>[\w./-]+\.md)(?P<rest>#[^)\s]*)?(?=\))")


def _hits(world: World) -> Iterator[tuple[Sheet, Node, Chunk, re.Match[str], str]]:
    for sheet in world.sheets:
        base = posixpath.dirname(sheet.path)
        for node in sheet.root.walk():
            for chunk in node.chunks:
                for found in _LINK.finditer(chunk.source):
                    path = found["path"]
                    root = path.lstrip("/") if path.startswith("/") else posixpath.join(base, path)
                    yield sheet, node, chunk, found, posixpath.normpath(root)


def followable(world: World, sheet: Sheet) -> bool:
    """Tell whether all that names a page are links that can be rewritten."""
    stem = posixpath.splitext(posixpath.basename(sheet.path))[0].casefold()
    every = "\n".join([*world.files.values(), *(_text(other) for other in world.sheets)])
    mine = sum(path == sheet.path for *_, path in _hits(world))
    return every.casefold().count(f"{stem}.md") == mine and not re.search(
        rf"(?:/|^|\s|`|<){re.escape(stem)}(?:\s*$|`|>|\.html|/|#|\.rst)",
        every.casefold(),
        re.MULTILINE,
    )


def _text(sheet: Sheet) -> str:
    return sheet.front + "".join(
        node.title + "".join(chunk.source for chunk in node.chunks) for node in sheet.root.walk()
    )


def follow(world: World, moves: dict[str, str], edit: str) -> None:
    """Rewrite all links to pages that move, before the pages are given their new paths.

    Args:
        world: The tree.
        moves: New paths by old ones.
        edit: The edit on whose account it is done.
    """
    known = {sheet.path for sheet in world.sheets}
    todo = [hit for hit in _hits(world) if hit[4] in known and {hit[4], hit[0].path} & moves.keys()]
    for sheet, node, chunk, found, path in reversed(todo):
        here = posixpath.dirname(moves.get(sheet.path, sheet.path)) or "."
        goal = moves.get(path, path)
        rooted = found["path"].startswith("/")
        new = f"/{goal}" if rooted else posixpath.relpath(goal, here)
        if posixpath.normpath(found["path"]) == posixpath.normpath(new):
            continue
        span = found.span("path")
        chunk.source = chunk.source[: span[0]] + new + chunk.source[span[1] :]
        rest = found["rest"] or ""
        if path in moves and not sheet.path.endswith("SUMMARY.md"):
            ends = ((node,), (node,))
            world.expect(Expected("link.retargeted", edit, *ends, found["path"] + rest, new + rest))
        world.touch(node, "aside")
