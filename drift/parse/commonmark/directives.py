"""Fences -> code, or MyST's directives with their options and bodies."""

from __future__ import annotations

import re

import msgspec
from markdown_it.token import Token

from drift.parse.base import parsers, read
from drift.parse.commonmark import bodies
from drift.parse.commonmark.attributes import parse_attributes
from drift.parse.commonmark.blocks import Blocks, Tokens
from drift.parse.commonmark.front_matter import front_matter
from drift.parse.leading import LEADING, lead, write_image
from drift.parse.nesting import Unbearable
from drift.parse.prose import Prose
from drift.parse.shifting import shift_block
from drift.parse.toctree import toctree
from drift.parse.vocabulary import (
    ADMONITIONS,
    CODE,
    INCLUDES,
    INVISIBLE,
    LITERAL,
    TITLED,
    VERSIONS,
    arguments,
)
from drift.trees.page import Block, BlockKind, Lines, Page
from drift.trees.site import Dialect
from drift.trees.walk import walk

_DIRECTIVE = re.compile(r"\{([A-Za-z][\w:.+-]*)\}[ \t]*(.*)$")
_OPTION = re.compile(r":([\w-]+):(?:[ \t]+(.*))?$")
_TABS = frozenset(("tab", "tabs", "tab-set", "tab-item", "only", "ifconfig", "container", "div"))
"""Directives in which headings are headings of the page."""

MAX_BODIES = 4_000_000
"""Characters of a directive's body times how deep it stands: each is read again for every one around it. A second; pages
where nobody closes a directive reach it, and half a megabyte in eight tabs does not."""


class Directive(msgspec.Struct, frozen=True):
    """A directive as it is written."""

    name: str
    argument: str
    options: dict[str, str]
    body: str
    first: int
    # The number of the body's first line in the file.
    lines: Lines

    @property
    def arguments(self) -> str:
        """The argument and the options in their canonical order."""
        return arguments(self.argument, self.options)


def fence(blocks: Blocks, token: Token, rest: Tokens) -> None:
    """Read a fence of back-ticks, tildes or colons."""
    info = token.info.strip()
    match = _DIRECTIVE.match(info)
    if match:
        directive(blocks, _dissect(match.group(1), match.group(2).strip(), token, blocks))
    elif info.startswith("{"):
        said = parse_attributes(info.strip("{}"))
        if info == "{=html}":
            bodies.html(blocks, token, rest)
        elif info.startswith("{="):
            bodies.code(blocks, token, name=info[2:-1])
        else:
            name = said.classes[0] if said.classes else ""
            bodies.code(blocks, token, name=name, arguments=arguments("", said.values))
    else:
        name, _, written = info.partition(" ")
        bodies.code(blocks, token, name=name, arguments=" ".join(written.split()))


def _dissect(name: str, argument: str, token: Token, blocks: Blocks) -> Directive:
    """Cut a directive's lines into options and body, as MyST does."""
    first, last = blocks.lines(token)
    content = token.content
    options, taken = _options(content)
    rows = [row.rstrip() for row in content.split("\n")]
    while taken < len(rows) and not rows[taken].strip():
        taken += 1
    body = "\n".join(rows[taken:])
    start = first + 1 + taken
    if name in ADMONITIONS - TITLED - VERSIONS and argument:
        # These have no argument: what stands in their first line begins their body.
        body, argument, start = argument + "\n" * (taken + 1) + body, "", first
    return Directive(name, argument, options, body.rstrip("\n"), start, (first, last))


def _options(content: str) -> tuple[dict[str, str], int]:
    """Read options at the head of a body: `:name: value` lines, or YAML between dashes."""
    head = front_matter(content) if content.startswith("---\n") else None
    if head and head.lines and not head.kept:
        plain = {datum.key: datum.value.strip('"') for datum in head.metadata}
        return plain | ({"title": head.title} if head.title else {}), head.lines
    options: dict[str, str] = {}
    for number, line in enumerate(content.split("\n")):
        match = _OPTION.match(line)
        if match is None:
            return options, number
        options[match.group(1)] = (match.group(2) or "").strip()
    return options, content.count("\n")


def directive(blocks: Blocks, written: Directive) -> None:
    """Add what a directive holds."""
    name = written.name.lower()
    if written.options.get("name"):
        blocks.anchor(written.options["name"], written.lines[0], label=True)
        blocks.flush()
    if name == "toctree":
        entries = enumerate(written.body.split("\n"), written.first)
        listed = ((entry, line) for line, entry in entries)
        container = blocks.container
        blocks.add_block(toctree(listed, written.options, lines=written.lines, container=container))
    elif name == "eval-rst":
        _restructured(blocks, written)
    elif name in {"image", "figure", "figure-md"}:
        _image(blocks, written, name)
    elif name in INCLUDES:
        _include(blocks, written)
    elif name in LEADING:
        _leading(blocks, written, name)
    else:
        _shown(blocks, written, name)


def _shown(blocks: Blocks, written: Directive, name: str) -> None:
    """Add a directive that shows its body, as it is written or read as Markdown, or nothing."""
    if name in CODE:
        rest, line = dict(written.options), written.lines[0]
        if caption := rest.pop("caption", ""):
            blocks.add("paragraph", blocks.title(caption, line), (line, line))
        body, options = (written.body, "", ()), arguments("", rest)
        blocks.add("code", body, written.lines, name=written.argument, arguments=options)
    elif name in INVISIBLE and not written.body:
        blocks.add("directive", ("", "", ()), written.lines, name=name, arguments=written.arguments)
    elif name in LITERAL or name.startswith(("auto", "py:")):
        text = "\n".join(part for part in (written.argument, written.body) if part)
        options = arguments("", written.options)
        blocks.add("directive", (text, text, ()), written.lines, name=name, arguments=options)
    else:
        _nested(blocks, written, name)


def _nested(blocks: Blocks, written: Directive, name: str) -> None:
    """Add a directive whose body is Markdown."""
    admonition = name in ADMONITIONS
    titled = name in TITLED | VERSIONS or not admonition
    text = written.argument if titled else ""
    rest = arguments("" if titled else written.argument, written.options)
    line = (written.lines[0], written.lines[0])
    title = blocks.title(text, line[0]) if admonition else (text, text, ())
    kind: BlockKind = "admonition" if admonition else "directive"
    blocks.add(kind, title, line, name=name, arguments=rest)
    _body(blocks, written, name)


def _body(blocks: Blocks, written: Directive, name: str) -> None:
    if written.body.strip():
        blocks.enter(name, outline=name in _TABS)
        if len(blocks.container) * len(written.body) > MAX_BODIES:
            raise Unbearable("directives inside each other that never end")
        blocks.read(written.body, offset=written.first - 1)
        blocks.flush()
        blocks.leave()


def _image(blocks: Blocks, written: Directive, name: str) -> None:
    """Add an image, and below it the caption of a figure."""
    prose = Prose()
    options = written.options
    if name != "figure-md":
        options = write_image(prose, written.argument, options, written.lines[0])
    shown = prose.finish()
    if shown[2]:
        blocks.add("image", shown, written.lines, arguments=arguments("", options))
    _body(blocks, written, "figure")


def _leading(blocks: Blocks, written: Directive, name: str) -> None:
    """Add a card, whose title is a link and whose body follows, or a button, whose body is its label."""
    card, line = bool(LEADING[name].option), written.lines[0]
    shown = blocks.title(written.argument if card else written.body, line)
    said, rest = lead(name, written.argument, written.options, shown=shown, line=line)
    lines = (line, line) if card else written.lines
    blocks.add("directive", said, lines, name=name, arguments=arguments("", rest))
    if card:
        _body(blocks, written, name)


def _include(blocks: Blocks, written: Directive) -> None:
    """Add a directive that stands for another file, which is not read."""
    prose = Prose()
    prose.link("include", "", written.argument, written.lines[0], role=written.name)
    _, _, links = prose.finish()
    rest = arguments("", written.options)
    blocks.add("directive", ("", "", links), written.lines, name=written.name, arguments=rest)


def _restructured(blocks: Blocks, written: Directive) -> None:
    """Add what stands in reStructuredText, read as such where that can be read."""
    parser = parsers().get("rst")
    page = read(parser, written.body, Dialect("sphinx")) if parser else None
    if page is None or page.unparsed:
        body = (written.body, written.body, ())
        blocks.add("directive", body, written.lines, name="eval-rst", arguments=written.arguments)
    else:
        _adopt(blocks, page, written.first - 1)


def _adopt(blocks: Blocks, page: Page, offset: int) -> None:
    """Add the blocks of another page, its headings as paragraphs."""
    for _, section in walk(page.root):
        for anchor in section.anchors:
            blocks.anchor(anchor.name, anchor.line + offset, label=anchor.label)
        line = section.lines[0]
        heading = Block(
            "paragraph", section.title, (line, line), links=section.links, markup=section.markup
        )
        for block in (heading, *section.blocks) if section.title else section.blocks:
            moved = shift_block(block, offset)
            inside = blocks.container + block.container
            blocks.add_block(msgspec.structs.replace(moved, container=inside))
