"""Directives -> blocks: what each shows its reader, names, and points to."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from docutils import nodes
from docutils.nodes import fully_normalize_name

from drift.parse.base import fold
from drift.parse.commonmark.html import Fragment
from drift.parse.leading import LEADING, lead, write_image
from drift.parse.prose import Prose, Written, grid
from drift.parse.restructured.above import ABOUT
from drift.parse.restructured.blocks import Blocks, code, plain
from drift.parse.restructured.directives import Directive
from drift.parse.toctree import toctree
from drift.parse.vocabulary import ADMONITIONS, CODE, INVISIBLE, arguments
from drift.trees.page import Block, BlockKind

SOURCE = CODE | frozenset(
    (
        *("prompt", "graphviz", "digraph", "graph", "mermaid", "uml", "plantuml", "math"),
        *("testcode", "doctest", "testoutput", "testsetup", "testcleanup", "ipython"),
        "jupyter-execute",
    )
)
"""Directives whose body is shown as code."""

DRAWN = frozenset(("graphviz", "mermaid", "uml", "plantuml", "jupyter-execute"))
"""Those of which the argument is a file to be shown where there is no body."""


def read_directive(blocks: Blocks, node: nodes.Element) -> None:
    """Add the blocks of a directive.

    Args:
        blocks: What collects them.
        node: The directive.
    """
    if isinstance(node, Directive):
        name = node.options.get("name", "")
        if name:
            blocks.label(fully_normalize_name(name), node.first_line)
            blocks.flush()
        _READERS.get(node.name, _any)(blocks, node)


def _any(blocks: Blocks, node: Directive) -> None:
    """Keep name, argument and options, what is shown of them as text; the body follows."""
    if node.name in SOURCE:
        _code(blocks, node)
        return
    kind: BlockKind = "admonition" if node.name in ADMONITIONS else "directive"
    prose = blocks.inline(node.shown, node.first_line) if node.argument else plain("")
    if not node.children and node.text:
        prose = grid([[prose], [plain(node.text)]]) if node.argument else plain(node.text)
    named = kind == "directive" and node.argument and not (node.text or node.options)
    to = blocks.name if named else None
    _add(blocks, node, kind, prose, arguments=arguments("", node.options), to=to)
    blocks.walk(node.children, into=node.name)


def _add(  # noqa: PLR0913 - what a block is made of
    blocks: Blocks,
    node: Directive,
    kind: BlockKind,
    written: Written,
    *,
    arguments: str,
    to: Callable[[Block], None] | None = None,
) -> None:
    last = _head_end(node) if node.children else node.last_line
    lines = (node.first_line, max(last, node.first_line))
    blocks.add(kind, written, lines, name=node.name, arguments=arguments, to=to)


def _head_end(node: Directive) -> int:
    """The last line before the body."""
    return max(node.first_line, node.text_line - 1)


def _code(blocks: Blocks, node: Directive) -> None:
    lines = (node.first_line, node.last_line)
    named = node.name in CODE
    if node.argument and not node.text and node.name in DRAWN:
        _include(blocks, node)
        return
    options = dict(node.options)
    if named and options.pop("caption", ""):
        blocks.add("paragraph", blocks.inline(node.shown, lines[0]), (lines[0], lines[0]))
    text = f"{node.argument}\n{node.text}".strip("\n") if node.name == "math" else node.text
    other = "" if named or node.name == "math" else node.argument
    blocks.add(
        "code",
        code(text),
        lines,
        name=node.argument if named else node.name,
        arguments=arguments(other, options),
    )


def _toctree(blocks: Blocks, node: Directive) -> None:
    entries = ((line, number) for number, line in enumerate(node.text.split("\n"), node.text_line))
    lines = (node.first_line, node.last_line)
    block = toctree(entries, node.options, lines=lines, container=blocks.container)
    blocks.add_block(block)


def _include(blocks: Blocks, node: Directive) -> None:
    """A file whose content stands here; it is never read."""
    _add_file(blocks, node, node.argument)


def _add_file(blocks: Blocks, node: Directive, target: str) -> None:
    prose = Prose()
    prose.link("include", target, target, node.first_line, role=node.name)
    _add(blocks, node, "directive", prose.finish(), arguments=arguments("", node.options))


def _elsewhere(node: Directive) -> str:
    """The file or address from which a directive without a body takes it."""
    return "" if node.text else node.options.get("file") or node.options.get("url") or ""


def _image(blocks: Blocks, node: Directive) -> None:
    """An image, its alternative text, where it links to; a figure's caption follows."""
    prose = Prose()
    options = write_image(prose, node.argument, node.options, node.first_line)
    _add(blocks, node, "image", prose.finish(), arguments=arguments("", options))
    blocks.walk(node.children, into=node.name)


def _leading(blocks: Blocks, node: Directive) -> None:
    """A card, whose title is a link and whose body follows, or a button, whose body is its label."""
    line = node.first_line
    card = bool(LEADING[node.name].option)
    label = not card and all(isinstance(child, nodes.paragraph) for child in node.children)
    shown = blocks.cell(node) if label else blocks.inline(node.shown if card else (), line)
    said, rest = lead(node.name, node.argument, node.options, shown=shown, line=line)
    if label:
        lines = (line, node.last_line)
        blocks.add("directive", said, lines, name=node.name, arguments=arguments("", rest))
    else:
        _add(blocks, node, "directive", said, arguments=arguments("", rest))
        blocks.walk(node.children, into=node.name)


def _raw(blocks: Blocks, node: Directive) -> None:
    """Raw HTML shows its text; another format's source is kept as code."""
    if _elsewhere(node):
        _add_file(blocks, node, _elsewhere(node))
        return
    lines = (node.first_line, node.last_line)
    if "html" not in node.argument.split():
        blocks.add("code", code(node.text), lines, name=node.argument)
        return
    fragment = Fragment(node.text_line or node.first_line)
    fragment.feed(node.text)
    fragment.finish()
    text, _, links = fragment.prose.finish()
    blocks.add("html", (text, fold(node.text), links), lines)
    blocks.items += fragment.anchors


def _nothing(blocks: Blocks, node: Directive) -> None:
    """Keep what shows nothing where it stands as a block without text."""
    to = blocks.about if node.name in ABOUT and not node.children else None
    said = arguments(node.argument, node.options)
    _add(blocks, node, "directive", plain(""), arguments=said, to=to)
    blocks.walk(node.children, into=node.name)


def _list_table(blocks: Blocks, node: Directive) -> None:
    """A table written as a list of lists."""
    outer = next((n for n in node.children if isinstance(n, nodes.bullet_list)), None)
    if outer is None:
        _any(blocks, node)
        return
    inner = (
        n for item in outer.children for n in item.children if isinstance(n, nodes.bullet_list)
    )
    rows = [[blocks.cell(cell) for cell in row.children] for row in inner]
    _caption(blocks, node)
    lines = (node.first_line, node.last_line)
    blocks.add("table", grid(rows), lines, name=node.name, arguments=arguments("", node.options))


def _caption(blocks: Blocks, node: Directive) -> None:
    """A table's title is a paragraph above it."""
    if node.argument:
        line = node.first_line
        blocks.add("paragraph", blocks.inline(node.shown, line), (line, line))


def _table(blocks: Blocks, node: Directive) -> None:
    _caption(blocks, node)
    if _elsewhere(node):
        _add_file(blocks, node, _elsewhere(node))
    blocks.walk(node.children)


_READERS: MappingProxyType[str, Callable[[Blocks, Directive], None]] = MappingProxyType(
    {
        "toctree": _toctree,
        "include": _include,
        "literalinclude": _include,
        "image": _image,
        "figure": _image,
        "raw": _raw,
        "list-table": _list_table,
        "csv-table": _table,
        "table": _table,
        **dict.fromkeys(LEADING, _leading),
        **dict.fromkeys(INVISIBLE, _nothing),
    }
)
