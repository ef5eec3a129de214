"""docutils' block nodes -> headings, blocks and anchors in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec
from docutils import nodes

from drift.parse.base import MAX_DEPTH, Heading, Item, Unbearable
from drift.parse.prose import Written, grid
from drift.parse.restructured.inlines import Inlines, References
from drift.tree.page import Anchor, Block, BlockKind, Explicit

_HARMLESS = re.compile(r"Title (?:under|over)line too short|Inline ")
"""Messages of docutils about source that it kept all the same."""


class Lead(msgspec.Struct, frozen=True):
    """What the first paragraph of a list item, definition or footnote is."""

    kind: BlockKind
    name: str = ""


class Blocks:
    """Walks a document and collects what it holds."""

    def __init__(self, document: nodes.document, readers: Mapping[str, Reader]) -> None:
        """Begin a page.

        Args:
            document: The page.
            readers: What reads a node, by the name of its class.
        """
        self.items: list[Item] = []
        self.container: tuple[str, ...] = ()
        self._references = References(document)
        self._readers = readers
        self._labels: list[Explicit] = []
        self._lead: Lead | None = None

    def walk(self, children: Iterable[nodes.Node], *, into: str = "") -> None:
        """Read nodes in order.

        Args:
            children: The nodes.
            into: The name of the container that they stand in, if they stand in a further one.

        Raises:
            Unbearable: Containers are nested more deeply than any page needs.
        """
        outside = self.container
        if into:
            self.container = (*outside, into)
        if len(self.container) > MAX_DEPTH:
            raise Unbearable(f"blocks nested more than {MAX_DEPTH} deep")
        for child in children:
            read = self._readers.get(type(child).__name__)
            if read is not None:
                read(self, child)
            elif isinstance(child, nodes.Element):
                self.walk(child.children)
        self.container = outside

    def lead(self, children: Sequence[nodes.Node], lead: Lead, *, into: str = "") -> None:
        """Read nodes of which the first, if it is a paragraph, is a block of a kind of its own.

        Args:
            children: The nodes.
            lead: What the first paragraph is.
            into: The name of the container that all but the first paragraph stand in.
        """
        shown = [child for child in children if not isinstance(child, nodes.Invisible)]
        if shown and isinstance(shown[0], nodes.paragraph):
            self._lead = lead
            self.walk(shown[:1])
            children = [child for child in children if child is not shown[0]]
        self.walk(children, into=into)

    def paragraph(self, node: nodes.Element) -> None:
        """Add a paragraph, of the kind that its place gives it."""
        lead, self._lead = self._lead, None
        written = self.inline(node.children, node.line or 1)
        kind: BlockKind = "quote" if self.container[-1:] == ("quote",) else "paragraph"
        if lead:
            self.add(lead.kind, written, span_of(node), name=lead.name)
        else:
            image = kind == "paragraph" and _only_image(written)
            self.add("image" if image else kind, written, span_of(node))

    def add(
        self,
        kind: BlockKind,
        written: Written,
        lines: tuple[int, int],
        *,
        name: str = "",
        arguments: str = "",
    ) -> None:
        """Add a block, and before it the labels that stand above it."""
        self.flush()
        text, markup, links = written
        block = Block(
            kind=kind,
            text=text,
            lines=lines,
            name=name,
            arguments=arguments,
            container=self.container,
            links=links,
            markup=markup,
        )
        self.items.append(block)

    def label(self, name: str, line: int) -> None:
        """Take note of a label, which names the heading if one comes next."""
        self._labels.append(Explicit(Anchor(name), line, label=True))

    def flush(self) -> None:
        """Give the labels that stand before no heading to the section."""
        self.items += self._labels
        self._labels.clear()

    def heading(self, node: nodes.Element) -> None:
        """Add a heading with the labels directly above it."""
        labels, self._labels = self._labels, []
        line = max(1, (node.line or 1) - bool(node["overlined"]))
        known = len(self.items)
        title, markup, links = self.inline(node.children, node.line or 1)
        anchors = [item for item in self.items[known:] if isinstance(item, Explicit)]
        del self.items[known:]
        self.items.append(
            Heading(
                title=title,
                level=node["level"],
                line=line,
                anchors=(*reversed(labels), *anchors),
                links=links,
                markup=markup,
            )
        )

    def inline(self, children: Iterable[nodes.Node], line: int) -> Written:
        """Read inline nodes; the anchors among them go to the section."""
        inlines = Inlines(self._references, line)
        written = inlines.write(children)
        self.items += inlines.anchors
        return written

    def cell(self, node: nodes.Node) -> Written:
        """Read a table's cell: the texts of its blocks."""
        content: list[nodes.Node] = []
        line = 0
        for leaf in node.findall(nodes.TextElement):
            if isinstance(leaf, nodes.Body | nodes.Part) and not isinstance(leaf, nodes.Inline):
                line = line or leaf.line or 0
                content += [nodes.Text(" "), *leaf.children]
        return self.inline(content, line or 1)


Reader = Callable[[Blocks, nodes.Element], None]
"""Reads one node and what is in it."""


def plain(text: str) -> Written:
    """Give a text without markup or links."""
    return text, text, ()


def span_of(node: nodes.Element) -> tuple[int, int]:
    """Give a node's lines: its first and as many as its source has."""
    line = node.line or 1
    return line, line + node.rawsource.rstrip().count("\n")


def _only_image(written: Written) -> bool:
    text, _, links = written
    return bool(links) and all(link.kind == "image" for link in links) and (
        text == " ".join(link.label for link in links)
    )


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
                blocks.add("list_item", plain(""), (item.line or 1, item.line or 1))
        blocks.container = outside

    return read


def _definition_item(blocks: Blocks, node: nodes.Element) -> None:
    for child in node.children:
        if isinstance(child, nodes.term):
            term = [*child.children]
            for other in node.children:
                if isinstance(other, nodes.classifier):
                    term += [nodes.Text(" : "), *other.children]
            blocks.add("definition", blocks.inline(term, child.line or 1), span_of(child))
        elif isinstance(child, nodes.definition):
            _defined(blocks, child)


def _defined(blocks: Blocks, node: nodes.Element) -> None:
    outside, blocks.container = blocks.container, (*blocks.container, "definition")
    blocks.lead(node.children, Lead("definition"))
    blocks.container = outside


def _field(blocks: Blocks, node: nodes.Element) -> None:
    name, body = node.children[0], node.children[1]
    if isinstance(name, nodes.Element) and isinstance(body, nodes.Element):
        line = node.line or 1
        blocks.add("definition", blocks.inline(name.children, line), (line, line))
        _defined(blocks, body)


def _option(blocks: Blocks, node: nodes.Element) -> None:
    group, body = node.children[0], node.children[1]
    if isinstance(group, nodes.Element) and isinstance(body, nodes.Element):
        line = next((n.line for n in body.findall(nodes.Element) if n.line), 1)
        names = ", ".join(option.astext() for option in group.children)
        blocks.add("definition", (names, f"`{names}`", ()), (line, line))
        _defined(blocks, body)


def _code(blocks: Blocks, node: nodes.Element) -> None:
    blocks.add("code", plain(node.astext()), span_of(node))


def _attribution(blocks: Blocks, node: nodes.Element) -> None:
    dash = nodes.Text("-- ")
    blocks.add("quote", blocks.inline([dash, *node.children], node.line or 1), span_of(node))


def _line_block(blocks: Blocks, node: nodes.Element) -> None:
    lines = list(node.findall(nodes.line))
    joined: list[nodes.Node] = []
    for line in lines:
        joined += [*line.children, nodes.Text("\n")]
    first = next((line.line for line in lines if line.line), 1)
    last = max((line.line or first for line in lines), default=first)
    blocks.add("paragraph", blocks.inline(joined, first), (first, last))


def _table(blocks: Blocks, node: nodes.Element) -> None:
    for title in node.children:
        if isinstance(title, nodes.title):
            blocks.paragraph(title)
    rows = [[blocks.cell(cell) for cell in row.children] for row in node.findall(nodes.row)]
    last = max((line for n in node.findall(nodes.Element) if (line := span_of(n)[1])), default=1)
    blocks.add("table", grid(rows), (node.line or 1, node.get("last", max(last, node.line or 1))))


def _footnote(blocks: Blocks, node: nodes.Element) -> None:
    label = node.children[0].astext() if isinstance(node.children[0], nodes.label) else ""
    name = label or " ".join(node["names"])
    children = [child for child in node.children if not isinstance(child, nodes.label)]
    blocks.lead(children, Lead("footnote", name), into="footnote")


def _target(blocks: Blocks, node: nodes.Element) -> None:
    if "refuri" not in node and "refname" not in node and not node.get("anonymous"):
        for name in node["names"] + node["dupnames"]:
            blocks.label(name, node.line or 1)


def _transition(blocks: Blocks, node: nodes.Element) -> None:
    blocks.add("rule", plain(""), (node.line or 1, node.line or 1))


def _message(blocks: Blocks, node: nodes.Element) -> None:
    """Keep the source that docutils could not read."""
    source = next((n for n in node.children if isinstance(n, nodes.literal_block)), None)
    if source is not None and not _HARMLESS.match(node.astext()):
        line = node.get("line") or 1
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
        "block_quote": lambda blocks, node: blocks.walk(node.children, into="quote"),
        "attribution": _attribution,
        "line_block": _line_block,
        "table": _table,
        "footnote": _footnote,
        "citation": _footnote,
        "target": _target,
        "transition": _transition,
        "system_message": _message,
        "comment": lambda blocks, node: None,
        "substitution_definition": lambda blocks, node: None,
    }
)
"""What reads a node that docutils makes by itself."""
