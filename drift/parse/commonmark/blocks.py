"""Block tokens -> headings, blocks and anchors in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from drift.parse.commonmark.attributes import Attributes
from drift.parse.commonmark.engine import MAX_NESTING
from drift.parse.commonmark.inlines import Inlines, is_image, spelling
from drift.parse.commonmark.pairing import pair
from drift.parse.nesting import MAX_DEPTH, Heading, Item, Unbearable
from drift.parse.prose import Prose, Written
from drift.trees.page import Anchor, Block, BlockKind, Explicit, Lines

Tokens = Iterator[Token]
Reading = Callable[["Blocks", Token, Tokens], None]

CONTAINERS: MappingProxyType[str, str] = MappingProxyType(
    {
        "bullet_list_open": "bullet",
        "ordered_list_open": "ordered",
        "blockquote_open": "quote",
    }
)


class Blocks:
    """Walks the tokens of a page, and of the passages in it that are pages of their own.

    Syntax that is not CommonMark's has readers in other modules, which use the methods below.
    """

    def __init__(
        self,
        engine: MarkdownIt,
        readings: MappingProxyType[str, Reading],
        environment: dict[str, object],
    ) -> None:
        """Begin a page, given what is done with each type of token, and definitions that stand elsewhere."""
        self.items: list[Item] = []
        self.container: tuple[str, ...] = ()
        self.outline: tuple[bool, ...] = ()
        # For each container, whether headings in it are headings of the page.
        self.first: BlockKind | None = None
        # What the next paragraph is, being the first of a list item or the like.
        self.name = ""
        # Of the footnote that the next paragraph is the first of.
        self.checkbox = ""
        self.title_of: int | None = None
        # Which block's title the next paragraph is.
        self.offset = 0
        # Lines of the page before the passage that is being read.
        self._engine = engine
        self._readings = readings
        self._environment = environment
        self.pending: list[Explicit] = []
        # Anchors that name what follows, if that is a heading.
        self._item: Lines = (1, 1)
        # Where the innermost list item began; it is asked for while nothing was met in it.

    def read(self, source: str, *, offset: int = 0) -> None:
        """Read a passage that is a page of its own.

        Args:
            source: Its text.
            offset: How many lines of the page stand before it.

        Raises:
            Unbearable: It is nested too deeply.
        """
        outside, self.offset = self.offset, offset
        self.walk(self.tokens(source))
        self.offset = outside

    def tokens(self, source: str) -> Sequence[Token]:
        """Give the tokens of a text."""
        tokens = self._engine.parse(source, self._environment)
        pair(tokens)
        return tokens

    def walk(self, tokens: Sequence[Token]) -> None:
        """Read tokens."""
        rest = iter(tokens)
        readings = self._readings
        for token in rest:
            if token.level >= MAX_NESTING - 1:
                raise Unbearable(f"blocks nested more than {MAX_DEPTH} deep")
            reading = readings.get(token.type)
            if reading is not None:
                reading(self, token, rest)

    def enter(self, name: str, *, outline: bool = False) -> None:
        """Go into a container.

        Args:
            name: What it is called in `Block.container`.
            outline: Whether headings in it are headings of the page.

        Raises:
            Unbearable: Containers are nested too deeply.
        """
        if len(self.container) >= MAX_DEPTH:
            raise Unbearable(f"blocks nested more than {MAX_DEPTH} deep")
        self.container = (*self.container, name)
        self.outline = (*self.outline, outline)

    def leave(self) -> None:
        """Go out of the innermost container."""
        self.container = self.container[:-1]
        self.outline = self.outline[:-1]

    def lines(self, token: Token) -> Lines:
        """Give the lines of a token in the file."""
        first, end = token.map or (0, 1)
        return first + 1 + self.offset, max(first + 1, end) + self.offset

    def add(
        self, kind: BlockKind, said: Written, lines: Lines, *, name: str = "", arguments: str = ""
    ) -> None:
        """Make a block that stands in the current container, and add it."""
        text, markup, links = said
        self.add_block(Block(kind, text, lines, name, arguments, self.container, links, markup))

    def add_block(self, block: Block) -> None:
        """Add a block, and before it the anchors that stand above it."""
        self.flush()
        self.first = None
        self.items.append(block)

    def flush(self) -> None:
        """Give the anchors that stand before no heading to the section."""
        if self.pending:
            self.items += self.pending
            self.pending = []

    def anchor(self, name: str, line: int, *, label: bool = False) -> None:
        """Take note of an anchor that names what follows it."""
        self.pending.append(Explicit(Anchor(name), line, label=label))

    def inline(
        self, token: Token, line: int, prose: Prose | None = None
    ) -> tuple[Written, Inlines]:
        """Read inline content.

        Args:
            token: The token that holds it.
            line: Its first line.
            prose: What it is written into, with what stands before it.

        Returns:
            Text, markup and links; and its reader, with the anchors found.
        """
        prose = prose or Prose()
        inlines = Inlines(prose, line)
        inlines.write(token.children or ())
        return prose.finish(), inlines

    def title(self, source: str, line: int) -> Written:
        """Read the title of an admonition or the like.

        Args:
            source: Its inline source.
            line: Where it stands.

        Returns:
            Text, markup and links.
        """
        return self.inline(self._engine.parseInline(source, self._environment)[0], line)[0]

    def heading(self, token: Token, rest: Tokens) -> None:
        """Read a heading, which inside some containers is a paragraph."""
        if not all(self.outline):
            self.paragraph(token, rest)
            return
        inline = next(rest)
        line = self.lines(token)[0]
        spelled = spelling(inline.children or ())
        (title, markup, links), inlines = self.inline(inline, line, Prose(images=not spelled))
        attributes: Attributes | None = inline.meta.get("attributes")
        written = attributes.id if attributes else ""
        if not title and not links:
            # No reader sees it, and no anchor is made of it.
            self.add_block(Block("paragraph", "", self.lines(token), markup=token.markup))
            self.items += inlines.anchors
            return
        own = [Explicit(Anchor(written), line)] if written else []
        anchors, self.pending = (*own, *inlines.anchors, *self.pending), []
        level = int(token.tag[1:])
        self.items.append(Heading(title, level, line, anchors, written, links, markup, spelled))

    def paragraph(self, token: Token, rest: Tokens) -> None:
        """Read a paragraph, whatever its place makes it."""
        inline = next(rest)
        lines = self.lines(token)
        prose = Prose()
        prose.text(self.checkbox)
        written, inlines = self.inline(inline, lines[0], prose)
        self.checkbox = ""
        self._attributes(inline, lines[0])
        self.pending += inlines.anchors
        if self.title_of is not None:
            self._retitle(written)
        elif any(written) or self.first:
            kind = self._kind(written, inline.children or ())
            # Anchors inside a text name its section, those alone on their lines what follows.
            if kind != "html" or not inlines.anchors:
                self.add(kind, written, lines, name=self.name)
        self.name = ""

    def _attributes(self, inline: Token, line: int) -> None:
        attributes: Attributes | None = inline.meta.get("attributes")
        if attributes and attributes.id:
            self.anchor(attributes.id, line)

    def _kind(self, written: Written, children: Sequence[Token]) -> BlockKind:
        if self.first:
            return self.first
        text, _, links = written
        if not text and not links:
            return "html"
        if is_image(children, text, links):
            return "image"
        return "quote" if self.container and self.container[-1] == "quote" else "paragraph"

    def _retitle(self, written: Written) -> None:
        """Make a paragraph the title of the admonition that it stands in."""
        index, self.title_of = self.title_of or 0, None
        was = self.items[index]
        text, markup, links = written
        if isinstance(was, Block) and text.lower() != was.name:
            self.items[index] = msgspec.structs.replace(was, text=text, markup=markup, links=links)

    def item(self, token: Token) -> None:
        """Begin a list item."""
        self.first = "list_item"
        self._item = self.lines(token)
        checked = token.meta.get("checked")
        self.checkbox = "" if checked is None else "☒ " if checked else "☐ "

    def end_item(self) -> None:
        """End a list item; one that held nothing is a block all the same."""
        if self.first:
            mark = self.checkbox.strip()
            self.add("list_item", (mark, mark, ()), self._item)
        self.checkbox = ""
