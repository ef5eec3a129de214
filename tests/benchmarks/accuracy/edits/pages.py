# ruff: noqa: B023 - every closure is returned in the round that makes it
"""Edits of whole pages and of what stands above their text."""

from __future__ import annotations

import posixpath
import random
import re

from tests.benchmarks.accuracy import prose
from tests.benchmarks.accuracy.edits.following import follow, followable
from tests.benchmarks.accuracy.edits.sections import fresh_chunks, fresh_heading
from tests.benchmarks.accuracy.outline import Chunk, Node, Sheet, write
from tests.benchmarks.accuracy.truth import Expected
from tests.benchmarks.accuracy.world import (
    DEFINES,
    Apply,
    World,
    deepest,
    plainly,
    portable,
    relevel,
    weight,
    words_of,
)

_SPECIAL = re.compile(r"(?:^|/)(?:readme|index|_index|summary)\.|^changelog|^news", re.IGNORECASE)


def mentioned(world: World, sheet: Sheet) -> bool:
    """Tell whether any text of the tree seems to name a page, in a link or in the navigation."""
    stem = posixpath.splitext(posixpath.basename(sheet.path))[0].casefold()
    return bool(
        re.search(
            rf"[/(<\s\"'`]{re.escape(stem)}(?:\.|\)|>|`|#|\s*$|/|\")", world.text, re.MULTILINE
        )
    )


def _own(sheet: Sheet) -> str:
    return write(sheet)


def _rooted(sheet: Sheet) -> bool:
    """Tell whether the page's text means the same in any other folder."""
    return portable(sheet.root)


def _whole_pages(world: World, rng: random.Random) -> list[Sheet]:
    """List pages of the focus that nothing names, with text enough to be known again."""
    found = [
        sheet
        for sheet in world.focus
        if not _SPECIAL.search(sheet.path)
        and sheet.nodes()
        and weight(sheet.root) >= 40
        and not mentioned(world, sheet)
    ]
    rng.shuffle(found)
    return found


def _take_page(world: World, sheet: Sheet) -> bool:
    return world.take(("page", sheet)) and (world.take_whole(sheet.root))


def added(world: World, rng: random.Random) -> Apply | None:
    """Write a new page."""
    near = rng.choice(world.focus)
    name = f"{rng.choice(prose.ADJECTIVES)}-{rng.choice(prose.NOUNS)}"
    suffix = posixpath.splitext(near.path)[1]
    path = posixpath.join(posixpath.dirname(near.path), name + suffix)
    if any(sheet.path == path for sheet in world.sheets):
        return None
    top = Node(fresh_heading(world, rng), 1, chunks=fresh_chunks(world, rng))
    below = [Node(fresh_heading(world, rng), 2, chunks=fresh_chunks(world, rng)) for _ in range(2)]
    top.children = below
    made = Sheet(path, near.format, "", Node("", 0, children=[top]))

    def apply() -> None:
        world.sheets.append(made)
        world.expect(Expected("page.added", "page.add", (), (made,)))

    return apply


def removed(world: World, rng: random.Random) -> Apply | None:
    """Take a page away that nothing names."""
    for sheet in _whole_pages(world, rng):
        if _take_page(world, sheet):

            def apply(sheet: Sheet = sheet) -> None:
                world.sheets.remove(sheet)
                world.expect(Expected("page.removed", "page.remove", (sheet,), ()))

            return apply
    return None


def moved(world: World, rng: random.Random) -> Apply | None:
    """Give a page another name or folder; the links to it follow."""
    for sheet in rng.sample(world.focus, len(world.focus)):
        quiet = sheet.nodes() and weight(sheet.root) >= 40 and followable(world, sheet)
        form = rng.randrange(3)
        if _SPECIAL.search(sheet.path) or not quiet or (form and not _rooted(sheet)):
            continue
        folder, name = posixpath.split(sheet.path)
        suffix = posixpath.splitext(name)[1]
        new_name = (
            name if form == 1 else f"{rng.choice(prose.NOUNS)}-{rng.choice(prose.NOUNS)}{suffix}"
        )
        new_folder = folder if form == 0 else posixpath.join(folder, rng.choice(prose.NOUNS))
        path = posixpath.join(new_folder, new_name)
        if world.take(("page", sheet)):

            def apply(sheet: Sheet = sheet, path: str = path) -> None:
                follow(world, {sheet.path: path}, "page.move")
                sheet.path = path
                world.expect(
                    Expected("page.moved", "page.move", (sheet,), (sheet,), values="paths")
                )

            return apply
    return None


def retitled(world: World, rng: random.Random) -> Apply | None:
    """Change the first heading of a page whose front matter has no title."""
    for sheet in rng.sample(world.focus, len(world.focus)):
        first = sheet.nodes()[0] if sheet.nodes() else None
        if first is None or re.search(r"^title\s*[:=]", sheet.front, re.MULTILINE):
            continue
        fits = plainly(first.title) and weight(first) > 20 and not world.pointed(first.title)
        if fits and world.take(("heading", first)):
            before, after = first.title, fresh_heading(world, rng)

            def apply(sheet: Sheet = sheet, first: Node = first) -> None:
                first.title, first.raw = after, ""
                here = (sheet,)
                world.expect(Expected("page.retitled", "page.retitle", here, here, before, after))

            return apply
    return None


def split(world: World, rng: random.Random) -> Apply | None:
    """Put the last sections of a page on a page of their own."""
    for sheet in rng.sample(world.focus, len(world.focus)):
        top = sheet.nodes()[0] if sheet.nodes() else None
        kids = top.children if top else []
        if top is None or len(sheet.root.children) != 1 or len(kids) < 4 or not portable(top):
            continue
        gone = kids[-rng.randint(2, len(kids) // 2) :]
        if any(weight(kid) < 20 or not world.quiet(kid) for kid in gone):
            continue
        if world.free(("page", sheet)) and world.take_wholes(gone):
            world.take(("page", sheet), ("order", top), ("heading", top))
            return _splitting(world, sheet, gone, rng)
    return None


def _splitting(world: World, sheet: Sheet, gone: list[Node], rng: random.Random) -> Apply:
    name = f"{rng.choice(prose.NOUNS)}-{rng.choice(prose.ADJECTIVES)}"
    path = posixpath.join(posixpath.dirname(sheet.path), name + posixpath.splitext(sheet.path)[1])
    top = Node(fresh_heading(world, rng), 1)
    made = Sheet(path, sheet.format, "", Node("", 0, children=[top]))

    def apply() -> None:
        for node in gone:
            sheet.parent(node).children.remove(node)
            for each in node.walk():
                each.raw = ""
            relevel(node, 2)
            top.children.append(node)
        world.sheets.append(made)
        world.expect(Expected("page.split", "page.split", (sheet,), (sheet, made)))

    return apply


def merged(world: World, rng: random.Random) -> Apply | None:
    """Append a page to another, its title as a heading there."""
    for sheet in _whole_pages(world, rng):
        goals = [
            other
            for other in world.sheets
            if other is not sheet
            and other.format == sheet.format
            and len(other.root.children) == 1
            and world.free(("page", other), ("goal", other.root.children[0]))
        ]
        top = sheet.root.children[0]
        shape = len(sheet.root.children) == 1 and len(top.children) >= 2 and deepest(top) < 5
        bare = (
            not sheet.front
            and _rooted(sheet)
            and not any(c.source.strip() for c in sheet.root.chunks)
        )
        if goals and shape and bare and _take_page(world, sheet):
            return _merging(world, sheet, rng.choice(goals))
    return None


def _merging(world: World, sheet: Sheet, goal: Sheet) -> Apply:
    world.take(("page", goal), ("goal", goal.root.children[0]))

    def apply() -> None:
        home, node = goal.root.children[0], sheet.root.children[0]
        for each in node.walk():
            each.raw = ""
        relevel(node, home.children[-1].level if home.children else home.level + 1)
        home.children.append(node)
        world.sheets.remove(sheet)
        world.expect(Expected("page.merged", "page.merge", (goal, sheet), (goal,)))

    return apply


def outgrown(world: World, rng: random.Random) -> Apply | None:
    """Make a section a page of its own."""
    for sheet, node in world.homes(rng):
        if node in sheet.root.children or not portable(node) or not world.quiet(node):
            continue
        share = weight(node) / max(1, weight(sheet.root))
        if weight(node) < 25 or share > 0.4 or not plainly(node.title):
            continue
        if world.free(("page", sheet)) and world.take(
            ("place", node), ("weight", node), ("heading", node)
        ):
            name = "-".join(re.findall(r"\w+", node.title.casefold()))
            path = posixpath.join(
                posixpath.dirname(sheet.path), name + posixpath.splitext(sheet.path)[1]
            )
            if any(other.path == path for other in world.sheets):
                return None
            return _growing(world, sheet, node, path)
    return None


def _growing(world: World, sheet: Sheet, node: Node, path: str) -> Apply:
    made = Sheet(path, sheet.format, "", Node("", 0))

    def apply() -> None:
        sheet.parent(node).children.remove(node)
        for each in node.walk():
            each.raw = ""
        relevel(node, 1)
        made.root.children.append(node)
        world.sheets.append(made)
        world.expect(Expected("section.moved", "page.outgrow", (node,), (node,), values="trails"))

    return apply


def metadata(world: World, rng: random.Random) -> Apply | None:
    """Add, change or remove a key of a page's front matter."""
    for sheet in rng.sample(world.focus, len(world.focus)):
        mixed = any(other.format != "markdown" for other in world.sheets)
        if (
            sheet.format == "rst"
            or mixed
            or "+++" in sheet.front
            or not world.take(("front", sheet))
        ):
            continue
        key, one, two = rng.choice(
            (("audience", "staff", "visitors"), ("weight", "10", "25"), ("draft", "true", "false"))
        )
        if key in sheet.front:
            continue
        form = rng.randrange(3)
        body = sheet.front.removeprefix("---\n").rpartition("---\n")[0]

        def front(value: str, body: str = body, key: str = key) -> str:
            lines = body + (f"{key}: {value}\n" if value else "")
            return f"---\n{lines}---\n\n" if lines else ""

        values = (("", one), (one, ""), (one, two))[form]
        sheet.front = front(values[0])

        def apply(sheet: Sheet = sheet, key: str = key) -> None:
            sheet.front = front(values[1])
            here = (sheet,)
            world.expect(Expected("page.metadata", "page.metadata", here, here, key=key))

        return apply
    return None


def orphan(world: World, rng: random.Random) -> Apply | None:
    """Set `:orphan:` at the top of an RST page."""
    for sheet in rng.sample(world.focus, len(world.focus)):
        first = any(chunk.source.strip() for chunk in sheet.root.chunks)
        if (
            sheet.format != "rst"
            or first
            or sheet.nodes()[:1] == []
            or not world.take(("front", sheet))
        ):
            continue
        if sheet.nodes()[0].lead:
            continue

        def apply(sheet: Sheet = sheet) -> None:
            sheet.root.chunks.insert(0, Chunk("other", ":orphan:\n"))
            here = (sheet,)
            world.expect(Expected("page.metadata", "page.orphan", here, here, key="orphan"))

        return apply
    return None


def _simple(sheet: Sheet) -> bool:
    """Tell whether a page has nothing but headings, paragraphs, lists and plain links."""
    kinds = {
        chunk.kind for node in sheet.root.walk() for chunk in node.chunks if chunk.source.strip()
    }
    text = write(sheet)
    odd = re.search(
        r"[|{}<]|\w_\b|!\[|\\|\[\^|&\w+;|^\s*\d+\)|\*\w+\*\w|~",
        re.sub(r"`[^`\n]*<http[^`]*`__?", "", text),
        re.MULTILINE,
    )
    levels = sorted({node.level for node in sheet.nodes()})
    titled = all(plainly(node.title) for node in sheet.nodes())
    return (
        kinds <= {"paragraph", "list"}
        and not odd
        and not sheet.front
        and titled
        and levels == list(range(1, len(levels) + 1))
    )


def converted(world: World, rng: random.Random) -> Apply | None:
    """Put a page into the other markup format."""
    for sheet in _whole_pages(world, rng):
        ready = _simple(sheet) and portable(sheet.root) and not DEFINES.search(write(sheet))
        if not ready or not words_of(sheet.nodes()[0]) or not _take_page(world, sheet):
            continue

        def apply(sheet: Sheet = sheet) -> None:
            _convert(sheet)
            world.expect(Expected("page.converted", "page.convert", (sheet,), (sheet,)))

        return apply
    return None


def _convert(sheet: Sheet) -> None:
    import pypandoc  # noqa: PLC0415 - loads a large binary that no other edit needs

    markdown = sheet.format == "markdown"
    names = ("gfm", "rst") if markdown else ("rst", "gfm")
    for node in sheet.root.walk():
        node.raw = node.lead = ""
        for chunk in node.chunks:
            chunk.source = pypandoc.convert_text(chunk.source, names[1], names[0]).replace("\r", "")
            chunk.gap = chunk.gap or "\n"
        node.gap = node.gap or "\n"
    sheet.format = "rst" if markdown else "markdown"
    sheet.adornments = ["=", "-", "~", "^", '"', "'"]
    sheet.path = posixpath.splitext(sheet.path)[0] + (".rst" if markdown else ".md")


EDITS = {
    "page.add": added,
    "page.remove": removed,
    "page.move": moved,
    "page.retitle": retitled,
    "page.split": split,
    "page.merge": merged,
    "page.outgrow": outgrown,
    "page.metadata": metadata,
    "page.orphan": orphan,
    "page.convert": converted,
}
