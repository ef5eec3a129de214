"""docutils' block nodes -> headings, blocks and anchors in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
from docutils import nodes

from drift.parse.nesting import MAX_DEPTH, Heading, Item, Unbearable
from drift.parse.prose import Written
from drift.parse.restructured.inlines import Inlines
from drift.parse.restructured.references import References
from drift.trees.page import Anchor, Block, BlockKind, Explicit


class Lead(msgspec.Struct, frozen=True):
    """What the first paragraph of a list item, definition or footnote is."""

    kind: BlockKind
    name: str = ""


class Blocks:
    """Walks a document and collects what it holds."""

    def __init__(
        self, document: nodes.document, readers: Mapping[str, Reader], *, last_line: int
    ) -> None:
        """Begin a page.

        Args:
            document: The page.
            readers: What reads a node, by the name of its class.
            last_line: The page's last line, beyond which docutils puts what it could not read.
        """
        self.items: list[Item] = []
        self.container: tuple[str, ...] = ()
        self._references = References(document)
        self._readers = readers
        self._last = last_line
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
            if isinstance(child, nodes.Element):
                self._readers.get(type(child).__name__, _inside)(self, child)
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
        """Make a block that stands in the current container, and add it."""
        text, markup, links = written
        block = Block(
            kind=kind,
            text=text,
            lines=(min(lines[0], self._last), min(lines[1], self._last)),
            name=name,
            arguments=arguments,
            container=self.container,
            links=links,
            markup=markup,
        )
        self.add_block(block)

    def add_block(self, block: Block) -> None:
        """Add a block, and before it the labels that stand above it."""
        self.flush()
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


def code(text: str) -> Written:
    """Give code, in which there is no markup."""
    return text, "", ()


def span_of(node: nodes.Element) -> tuple[int, int]:
    """Give a node's lines: its first and as many as its source has."""
    line = node.line or 1
    return line, line + node.rawsource.rstrip().count("\n")


def _only_image(written: Written) -> bool:
    text, _, links = written
    return (
        bool(links)
        and all(link.kind == "image" for link in links)
        and (text == " ".join(link.label for link in links))
    )


def _inside(blocks: Blocks, node: nodes.Element) -> None:
    blocks.walk(node.children)
