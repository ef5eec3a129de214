"""Directives -> blocks: what each shows its reader, names, and points to."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from docutils import nodes

from drift.parse.prose import Prose, Written, grid
from drift.parse.restructured.blocks import Blocks, plain
from drift.parse.restructured.directives import Directive
from drift.parse.restructured.inlines import titled
from drift.tree.page import BlockKind, LinkKind

ADMONITIONS = frozenset(
    "admonition attention caution danger error hint important note tip warning seealso todo"
    " versionadded versionchanged versionremoved deprecated deprecated-removed topic sidebar".split()
)

SHOWN = ADMONITIONS | frozenset(
    "tab tab-item group-tab dropdown card grid-item-card rubric centered option confval envvar"
    " describe object program productionlist step button-link".split()
)
"""Directives whose argument a reader sees; so he does that of the directives of a language's domain."""

CODE = frozenset(
    "code code-block sourcecode prompt parsed-literal graphviz digraph graph mermaid uml plantuml"
    " testcode doctest testoutput testsetup testcleanup ipython jupyter-execute math".split()
)

INVISIBLE = frozenset("role default-role highlight index class rst-class contents sectnum tabularcolumns".split())

LINKS: MappingProxyType[str, LinkKind] = MappingProxyType(
    {"include": "include", "literalinclude": "include", "image": "image", "figure": "image"}
)

_DOMAIN = re.compile(r"(?:py|c|cpp|js|rst|std|http|auto)[a-z]*(?::|class$|module$|function$)|function$|class$")


def read_directive(blocks: Blocks, node: nodes.Element) -> None:
    """Add the blocks of a directive.

    Args:
        blocks: What collects them.
        node: The directive.
    """
    if isinstance(node, Directive):
        _READERS.get(node.name, _any)(blocks, node)


def _any(blocks: Blocks, node: Directive) -> None:
    """Keep name, argument and options, what is shown of them as text; the body follows."""
    if node.name in CODE:
        _code(blocks, node)
        return
    kind: BlockKind = "admonition" if node.name in ADMONITIONS else "directive"
    shown = node.name in SHOWN or bool(_DOMAIN.match(node.name))
    written = plain("")
    if shown and node.argument:
        written = blocks.inline(node.shown, node.line or 1)
    elif not node.children and node.text and node.name not in INVISIBLE:
        written = plain(node.text)
    _add(blocks, node, kind, written, arguments=arguments(node, "" if shown else node.argument))
    blocks.walk(node.children, into=node.name)


def arguments(node: Directive, argument: str) -> str:
    """Write argument and options in one order."""
    options = (f":{key}: {value}".rstrip() for key, value in sorted(node.options.items()))
    return " ".join(part for part in (argument, *options) if part)


def _add(
    blocks: Blocks, node: Directive, kind: BlockKind, written: Written, *, arguments: str
) -> None:
    last = _head_end(node) if node.children else node.last_line
    lines = (node.line or 1, max(last, node.line or 1))
    blocks.add(kind, written, lines, name=node.name, arguments=arguments)


def _head_end(node: Directive) -> int:
    """The last line before the body."""
    return max(node.line or 1, node.text_line - 1)


def _code(blocks: Blocks, node: Directive) -> None:
    lines = (node.line or 1, node.last_line)
    language = node.argument if node.name in ("code", "code-block", "sourcecode") else node.name
    options = arguments(node, "" if language == node.argument else node.argument)
    text = f"{node.argument}\n{node.text}".strip("\n") if node.name == "math" else node.text
    blocks.add("code", plain(text), lines, name=language, arguments=options)


def _toctree(blocks: Blocks, node: Directive) -> None:
    """Caption and entries, a line each; every entry is a link of its own line."""
    rows: list[list[Written]] = []
    options = dict(node.options)
    caption = options.pop("caption", "")
    if caption:
        rows.append([plain(caption)])
    for number, line in enumerate(node.text.split("\n"), node.text_line):
        entry = line.strip()
        if entry:
            prose = Prose()
            title, target = titled(entry)
            prose.link("nav", title, target, number, role="toctree")
            rows.append([prose.finish()])
    shorn = Directive(node.name, "", options, [])
    lines = (node.line or 1, node.last_line)
    blocks.add(
        "directive", grid(rows), lines, name=node.name, arguments=arguments(shorn, node.argument)
    )


def _include(blocks: Blocks, node: Directive) -> None:
    """A file whose content stands here; it is never read."""
    prose = Prose()
    prose.link("include", node.argument, node.argument, node.line or 1, role=node.name)
    _add(blocks, node, "directive", prose.finish(), arguments=arguments(node, ""))


def _image(blocks: Blocks, node: Directive) -> None:
    """An image, its alternative text, where it links to; a figure's caption follows."""
    options = dict(node.options)
    prose, line = Prose(), node.line or 1
    outer, alt = options.pop("target", ""), options.pop("alt", "")
    if outer:
        prose.begin_link("inline", outer, line)
    prose.link("image", alt, "".join(node.argument.split()), line)
    if outer:
        prose.end_link()
    shorn = Directive(node.name, "", options, [])
    _add(blocks, node, "image", prose.finish(), arguments=arguments(shorn, ""))
    blocks.walk(node.children, into=node.name)


def _raw(blocks: Blocks, node: Directive) -> None:
    """Raw HTML shows its text; another format's source is kept as code."""
    lines = (node.line or 1, node.last_line)
    blocks.add("code", plain(node.text), lines, name=node.argument)


def _nothing(blocks: Blocks, node: Directive) -> None:
    """Keep what shows nothing where it stands as a block without text."""
    _add(blocks, node, "directive", plain(""), arguments=arguments(node, node.argument))


def _list_table(blocks: Blocks, node: Directive) -> None:
    """A table written as a list of lists."""
    outer = next((n for n in node.children if isinstance(n, nodes.bullet_list)), None)
    if outer is None:
        _any(blocks, node)
        return
    inner = (n for item in outer.children for n in item.children if isinstance(n, nodes.bullet_list))
    rows = [[blocks.cell(cell) for cell in row.children] for row in inner]
    _caption(blocks, node)
    lines = (node.line or 1, node.last_line)
    blocks.add("table", grid(rows), lines, name=node.name, arguments=arguments(node, ""))


def _caption(blocks: Blocks, node: Directive) -> None:
    """A table's title is a paragraph above it."""
    if node.argument:
        line = node.line or 1
        blocks.add("paragraph", blocks.inline(node.shown, line), (line, line))


def _table(blocks: Blocks, node: Directive) -> None:
    _caption(blocks, node)
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
        **dict.fromkeys(INVISIBLE, _nothing),
    }
)
