"""Items as pandoc's conversion leaves them -> items as they were before it.

Pandoc keeps directives that it does not know as divs named after them: a toctree's entries become a paragraph, and
an admonition's kind, which generators print by themselves, a title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drift.parse.commonmark.attributes import parse_attributes
from drift.parse.commonmark.html import Tag
from drift.parse.nesting import Item, Part, make_part
from drift.parse.toctree import toctree
from drift.parse.vocabulary import ADMONITIONS
from drift.trees.page import Block, Datum

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_AUTOLINK = re.compile(r"<<([^<>]+)>>")
_QUOTED = re.compile(r"\s*(?:>\s?)*")
_OPENING = re.compile(r":{3,}\s*\{([^{}]*)\}")


def restore(items: Sequence[Item], source: str) -> list[Item]:
    """Give divs the meaning that they had as directives.

    Args:
        items: The items of a page in order.
        source: The page, for the lines of a toctree's entries.

    Returns:
        The items, fewer where several were one.
    """
    restored: list[Item] = []
    for item in items:
        before = restored[-1] if restored else None
        if _is_entries(before, item):
            restored[-1] = _toctree(before, item, source)
        elif not _is_kind(restored, item):
            restored.append(item)
    return restored


def take_orphan(parts: Sequence[Part]) -> tuple[Sequence[Part], tuple[Datum, ...]]:
    """Take the field `:orphan:` from the top of a page, where pandoc leaves it as a paragraph.

    Args:
        parts: The parts of a page.

    Returns:
        The parts without it, and the field as part of the page's metadata, if it was there.
    """
    first = parts[0] if parts else None
    if first is None or first.heading or not first.blocks or not _says(first.blocks[0], "orphan"):
        return parts, ()
    blocks, anchors = first.blocks, first.anchors
    line, last = blocks[0].lines
    if any(anchor.line <= last for anchor in anchors):
        return parts, ()
    taken = 2 if len(blocks) > 1 and _says(blocks[1], ":") else 1
    rest = make_part(None, blocks[taken:], notes=first.notes, anchors=anchors)
    return (rest, *parts[1:]), (Datum("orphan", '""', line),)


def _says(block: Block, text: str) -> bool:
    return block.text == text and not block.links


def stands_for(block: Item | None) -> str:
    """Give the name of the directive that a block without words stands for.

    Args:
        block: An item of a page.

    Returns:
        The name; empty where it stands for none, and the items that follow mean what they say.
    """
    if not isinstance(block, Block) or block.text or block.links:
        return ""
    if block.kind == "html":
        tag = Tag(block.markup)
        return tag.attributes.get("class", "") if tag.name == "div" and not tag.closing else ""
    return block.name if block.kind in {"directive", "admonition"} else ""


def _is_entries(before: Item | None, item: Item) -> bool:
    return isinstance(item, Block) and item.kind == "paragraph" and stands_for(before) == "toctree"


def _toctree(before: Item | None, item: Item, source: str) -> Item:
    if not isinstance(before, Block) or not isinstance(item, Block):
        return item
    first, last = item.lines
    written = source.split("\n")[first - 1 : last]
    entries = [(entry, first + at) for at, line in enumerate(written) for entry in _entries(line)]
    return toctree(
        entries,
        _options(before, source),
        lines=(before.lines[0], last),
        container=before.container,
    )


def _entries(line: str) -> list[str]:
    """Cut a line into entries: those without titles have no spaces in them."""
    plain = _AUTOLINK.sub(r"<\1>", _ESCAPE.sub(r"\1", _QUOTED.sub("", line, count=1).strip()))
    return [plain] if "<" in plain.strip("<") else plain.split()


def _options(block: Block, source: str) -> dict[str, str]:
    """Read a toctree's options, which are the div's attributes."""
    if block.kind == "html":
        said = Tag(block.markup).attributes
    else:
        opening = _OPENING.match(source.split("\n")[block.lines[0] - 1].strip())
        said = parse_attributes(opening.group(1)).values if opening else {}
    return {key: said[key] for key in said if key not in {"class", "id"}}


def _is_kind(restored: list[Item], item: Item) -> bool:
    """Tell whether this is the title that pandoc gives an admonition of a kind that needs none."""
    if len(restored) < 2 or not isinstance(item, Block) or item.kind != "paragraph":  # noqa: PLR2004 - the divs of admonition and title
        return False
    kind = stands_for(restored[-2])
    return stands_for(restored[-1]) == "title" and kind in ADMONITIONS and item.text.lower() == kind
