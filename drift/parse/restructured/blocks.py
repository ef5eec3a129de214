"""docutils' block nodes -> headings, blocks and anchors in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec
from docutils import nodes

from drift.parse.nesting import MAX_DEPTH, Heading, Item, Unbearable
from drift.parse.prose import Written
from drift.parse.restructured.above import Above, Name
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
        self,
        references: References,
        readers: Mapping[str, Reader],
        *,
        last_line: int,
        levels: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        """Begin a page, or a part of it.

        Args:
            references: What its references stand for.
            readers: What reads a node, by the name of its class.
            last_line: Its last line, beyond which docutils puts what it could not read.
            levels: Those of the styles of titles, as far as the page has used them before.
        """
        self.items: list[Item] = []
        self.container: tuple[str, ...] = ()
        self.beyond = False
        # Whether something was put beyond the last line.
        self._references = references
        self._readers = readers
        self._last = last_line
        self._levels = dict(levels)
        self._above = Above()
        self._lead: Lead | None = None
        self._here = 1

    def line(self, node: nodes.Node) -> int:
        """Give a node's line; docutils gives none to some, which stand where the node before them does."""
        self._here = node.line or self._here
        return self._here

    def span(self, node: nodes.Element) -> tuple[int, int]:
        """Give a node's lines: its first and as many as its source has."""
        line = self.line(node)
        return line, line + node.rawsource.rstrip().count("\n")

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
        written = self.inline(node.children, self.line(node))
        kind: BlockKind = "quote" if self.container[-1:] == ("quote",) else "paragraph"
        if lead:
            self.add(lead.kind, written, self.span(node), name=lead.name)
        else:
            image = kind == "paragraph" and _only_image(written)
            self.add("image" if image else kind, written, self.span(node))

    def add(  # noqa: PLR0913 - what a block is made of, and where it goes
        self,
        kind: BlockKind,
        written: Written,
        lines: tuple[int, int],
        *,
        name: str = "",
        arguments: str = "",
        to: Callable[[Block], None] | None = None,
    ) -> None:
        """Make a block that stands in the current container, and add it.

        Args:
            kind: What it is.
            written: Its text, markup and links.
            lines: Its first and last line.
            name: As in `Block`.
            arguments: As in `Block`.
            to: What takes it; the page, at once, where nothing else is named.
        """
        text, markup, links = written
        self.beyond = self.beyond or max(lines) > self._last
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
        (to or self.add_block)(block)

    def add_block(self, block: Block) -> None:
        """Add a block, and before it the labels that stand above it."""
        self.flush()
        self.items.append(block)

    def label(self, name: str, line: int) -> None:
        """Take note of a label, which names the heading if one comes next."""
        self._above.add(Explicit(Anchor(name), line, label=True))

    def about(self, block: Block) -> None:
        """Take note of a block that belongs to the heading if one comes next."""
        self._above.add(block)

    def name(self, block: Block) -> None:
        """Take note of a block that belongs to the heading that comes next if that says its argument."""
        self._above.add(Name(block))

    @property
    def expecting(self) -> bool:
        """Tell whether there is something that belongs to the heading if one comes next."""
        return self._above.expecting

    def flush(self) -> None:
        """Give what stands above no heading to the section."""
        self.items += self._above.given_up()

    def heading(self, node: nodes.Element) -> None:
        """Add a heading with what belongs to it of that directly above it."""
        above = self._above.taken_up(node.rawsource)
        self.flush()
        labels = [item for item in above if isinstance(item, Explicit)]
        line = max(1, self.line(node) - bool(node["overlined"]))
        known = len(self.items)
        own = [
            child for child in node.children if not isinstance(child, nodes.substitution_reference)
        ]
        alone = not "".join(child.astext() for child in own).strip()
        title, markup, links = self.inline(node.children, self.line(node), images=alone)
        anchors = [item for item in self.items[known:] if isinstance(item, Explicit)]
        del self.items[known:]
        self.items.append(
            Heading(
                title=title,
                level=self._levels.setdefault(node["style"], len(self._levels) + 1),
                line=line,
                anchors=(*reversed(labels), *anchors),
                links=links,
                markup=markup,
                # Docutils makes the id before it replaces anything.
                spelling=node.astext() if len(own) < len(node.children) else "",
            )
        )
        self.items += (item for item in above if isinstance(item, Block))
        self.items += (item.anchor for item in above if isinstance(item, Name))

    def inline(self, children: Iterable[nodes.Node], line: int, *, images: bool = True) -> Written:
        """Read inline nodes; the anchors among them go to the section."""
        inlines = Inlines(self._references, line, images=images)
        written = inlines.write(children)
        self.items += inlines.anchors
        return written

    def cell(self, node: nodes.Node) -> Written:
        """Read a table's cell: the texts of its blocks."""
        content: list[nodes.Node] = []
        line = 0
        for leaf in node.findall(nodes.TextElement):
            if isinstance(leaf.parent, nodes.system_message) and isinstance(leaf, nodes.paragraph):
                continue  # Docutils says so, and not the page.
            if isinstance(leaf, nodes.Body | nodes.Part) and not isinstance(leaf, nodes.Inline):
                line = line or leaf.line or 0
                content += [nodes.Text(" "), *leaf.children]
        return self.inline(content, line or self.line(node))


Reader = Callable[[Blocks, nodes.Element], None]
"""Reads one node and what is in it."""


def plain(text: str) -> Written:
    """Give a text without markup or links."""
    return text, text, ()


def code(text: str) -> Written:
    """Give code, in which there is no markup."""
    return text, "", ()


def _only_image(written: Written) -> bool:
    text, _, links = written
    return (
        bool(links)
        and all(link.kind == "image" for link in links)
        and (text == " ".join(link.label for link in links))
    )


def _inside(blocks: Blocks, node: nodes.Element) -> None:
    blocks.walk(node.children)
