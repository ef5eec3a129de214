"""docutils' own kinds of blocks -> blocks of the tree."""

from __future__ import annotations

import re
from types import MappingProxyType

from docutils import nodes

from drift.parse.commonmark.html import refreshed
from drift.parse.prose import Prose, Written, grid
from drift.parse.restructured.blocks import Blocks, Lead, Reader, code, plain

_HARMLESS = re.compile(r"Title (?:under|over)line too short|Inline ")
"""Messages of docutils about source that it kept all the same."""


_REFRESH = re.compile(r"http-equiv\s*=\s*refresh", re.IGNORECASE)


def _hidden(blocks: Blocks, node: nodes.Element) -> None:
    """What no reader sees stands in no block."""


def _quote(blocks: Blocks, node: nodes.Element) -> None:
    blocks.walk(node.children, into="quote")


def _list(container: str) -> Reader:
    def read(blocks: Blocks, node: nodes.Element) -> None:
        blocks.flush()
        outside, blocks.container = blocks.container, (*blocks.container, container)
        for item in node.children:
            if not isinstance(item, nodes.list_item):
                blocks.walk([item])
            elif item.children:
                blocks.lead(item.children, Lead("list_item"))
            else:
                line = blocks.line(item)
                blocks.add("list_item", plain(""), (line, line))
        blocks.container = outside

    return read


def _definition_item(blocks: Blocks, node: nodes.Element) -> None:
    for child in node.children:
        if isinstance(child, nodes.term):
            term = [*child.children]
            for other in node.children:
                if isinstance(other, nodes.classifier):
                    term += [nodes.Text(" : "), *other.children]
            blocks.add("definition", blocks.inline(term, blocks.line(child)), blocks.span(child))
        elif isinstance(child, nodes.definition):
            _defined(blocks, child)


def _defined(blocks: Blocks, node: nodes.Element) -> None:
    outside, blocks.container = blocks.container, (*blocks.container, "definition")
    blocks.lead(node.children, Lead("definition"))
    blocks.container = outside


def _field(blocks: Blocks, node: nodes.Element) -> None:
    name, body = node.children[0], node.children[1]
    if isinstance(name, nodes.Element) and isinstance(body, nodes.Element):
        line = blocks.line(node)
        if blocks.container[-1:] == ("meta",):
            # What machines are told says nothing without its name, and has no place of its own on the page.
            blocks.add("definition", _told(name.astext(), body.astext(), line), (line, line))
            return
        blocks.add("definition", blocks.inline(name.children, line), (line, line))
        _defined(blocks, body)


def _told(name: str, value: str, line: int) -> Written:
    prose = Prose()
    prose.text(f"{name}: {value}")
    target = refreshed(value) if _REFRESH.fullmatch(name) else ""
    if target:
        prose.link("html", "", target, line)
    return prose.finish()


def _option(blocks: Blocks, node: nodes.Element) -> None:
    group, body = node.children[0], node.children[1]
    if isinstance(group, nodes.Element) and isinstance(body, nodes.Element):
        line = next((n.line for n in body.findall(nodes.Element) if n.line), blocks.line(node))
        names = ", ".join(option.astext() for option in group.children)
        blocks.add("definition", (names, f"`{names}`", ()), (line, line))
        _defined(blocks, body)


def _code(blocks: Blocks, node: nodes.Element) -> None:
    blocks.add("code", code(node.astext()), blocks.span(node))


def _attribution(blocks: Blocks, node: nodes.Element) -> None:
    dash = nodes.Text("-- ")
    blocks.add("quote", blocks.inline([dash, *node.children], blocks.line(node)), blocks.span(node))


def _line_block(blocks: Blocks, node: nodes.Element) -> None:
    lines = list(node.findall(nodes.line))
    joined: list[nodes.Node] = []
    for line in lines:
        joined += [*line.children, nodes.Text("\n")]
    first = next((line.line for line in lines if line.line), blocks.line(node))
    last = max((line.line or first for line in lines), default=first)
    blocks.add("paragraph", blocks.inline(joined, first), (first, last))


def _table(blocks: Blocks, node: nodes.Element) -> None:
    for title in node.children:
        if isinstance(title, nodes.title):
            blocks.paragraph(title)
    first = blocks.line(node)
    rows = [[blocks.cell(cell) for cell in row.children] for row in node.findall(nodes.row)]
    blocks.add("table", grid(rows), (first, node.get("last", first)))


def _footnote(blocks: Blocks, node: nodes.Element) -> None:
    label = node.children[0].astext() if isinstance(node.children[0], nodes.label) else ""
    name = label or " ".join(node["names"])
    children = [child for child in node.children if not isinstance(child, nodes.label)]
    blocks.lead(children, Lead("footnote", name), into="footnote")


def _target(blocks: Blocks, node: nodes.Element) -> None:
    if "refuri" not in node and "refname" not in node and not node.get("anonymous"):
        for name in node["names"] + node["dupnames"]:
            blocks.label(name, blocks.line(node))


def _transition(blocks: Blocks, node: nodes.Element) -> None:
    line = blocks.line(node)
    blocks.add("rule", plain(""), (line, line))


def _message(blocks: Blocks, node: nodes.Element) -> None:
    """Keep the source that docutils could not read."""
    source = next((n for n in node.children if isinstance(n, nodes.literal_block)), None)
    if source is not None and not _HARMLESS.match(node.astext()):
        line = node.get("line") or blocks.line(node)
        text = source.astext()
        lines = (line, line + text.count("\n"))
        blocks.add("paragraph", plain(" ".join(text.split())), lines)


READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        "title": Blocks.heading,
        "paragraph": Blocks.paragraph,
        "bullet_list": _list("bullet"),
        "enumerated_list": _list("ordered"),
        "definition_list_item": _definition_item,
        "field": _field,
        "option_list_item": _option,
        "literal_block": _code,
        "doctest_block": _code,
        "block_quote": _quote,
        "attribution": _attribution,
        "line_block": _line_block,
        "table": _table,
        "footnote": _footnote,
        "citation": _footnote,
        "target": _target,
        "transition": _transition,
        "system_message": _message,
        "comment": _hidden,
        "substitution_definition": _hidden,
    }
)
"""What reads a node that docutils makes by itself."""
