"""Inline tokens -> text, markup, links and anchors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from types import MappingProxyType

from markdown_it.token import Token

from drift.parse.commonmark.html import LINKS, MARKS, Tag
from drift.parse.prose import Prose
from drift.parse.vocabulary import write_role
from drift.trees.page import Anchor, Explicit, Link, LinkKind

_SIGNS = MappingProxyType({"strong": "**", "em": "*", "s": "~~"})


class Inlines:
    """Writes the inline content of one block."""

    __slots__ = ("_line", "_links", "_prose", "_signs", "anchors")

    def __init__(self, prose: Prose, line: int) -> None:
        """Begin on a line of the page."""
        self._prose = prose
        self._line = line
        self._links = 0
        # Links of raw HTML that are open.
        self._signs: list[str] = []
        # Emphasis of raw HTML that is open.
        self.anchors: list[Explicit] = []

    def write(self, children: Sequence[Token]) -> None:
        """Write tokens, and close what raw HTML leaves open."""
        text = self._prose.text
        rest = iter(children)
        for token in rest:
            if token.type == "text":
                text(token.content)
            elif token.type == "span_open" and "role" in token.attrs:
                self._interpreted(token, rest)
            elif token.type in _WRITERS:
                _WRITERS[token.type](self, token)
            elif token.content:
                text(token.content)
        self._close_html()

    def _close_html(self) -> None:
        for sign in reversed(self._signs):
            self._prose.close(sign)
        for _ in range(self._links):
            self._prose.end_link()

    def line_break(self, _token: Token) -> None:
        """Write the end of a line, which is a space."""
        self._line += 1
        self._prose.text(" ")

    def begin(self, token: Token) -> None:
        """Begin emphasis."""
        self._prose.open(_SIGNS[token.tag])

    def end(self, token: Token) -> None:
        """End emphasis."""
        self._prose.close(_SIGNS[token.tag])

    def code(self, token: Token) -> None:
        """Write code, or interpreted text in pandoc's spelling."""
        if "interpreted-text" in str(token.attrs.get("class", "")):
            write_role(self._prose, str(token.attrs.get("role", "")), token.content, self._line)
        else:
            self._prose.code(token.content)
        self.anchor(token)

    def link_open(self, token: Token) -> None:
        """Begin a link."""
        target = str(token.attrs.get("href", ""))
        kind: LinkKind = "inline"
        if token.markup == "autolink":
            kind = "autolink"
        elif "label" in token.meta:
            kind = "reference"
        role = str(token.meta.get("role", ""))
        self._prose.begin_link("role" if role else kind, target, self._line, role=role)
        self.anchor(token)

    def link_close(self, _token: Token) -> None:
        """End a link."""
        self._prose.end_link()

    def image(self, token: Token) -> None:
        """Write an image."""
        alt = plain(token.children or ())
        self._prose.image("image", alt, str(token.attrs.get("src", "")), self._line)
        self._line += sum(
            child.type in ("softbreak", "hardbreak") for child in token.children or ()
        )
        self.anchor(token)

    def role(self, token: Token) -> None:
        """Write interpreted text."""
        write_role(self._prose, str(token.meta["name"]), token.content, self._line)

    def template_tag(self, token: Token) -> None:
        """Write a tag of a template language, which is not known to show anything."""
        self._prose.code(token.content)
        self._line += token.content.count("\n")

    def footnote(self, token: Token) -> None:
        """Write a reference to a footnote, whose number is no word of the text."""
        self._prose.mark(f"[^{token.meta.get('label', '')}]")

    def _interpreted(self, token: Token, rest: Iterator[Token]) -> None:
        """Read `[text]{.interpreted-text role="ref"}`, as pandoc spells a role."""
        inside = takewhile(lambda child: child.type != "span_close", rest)
        write_role(self._prose, str(token.attrs["role"]), plain(list(inside)), self._line)

    def html(self, token: Token) -> None:
        """Write a tag of raw HTML, or a comment."""
        source = token.content
        tag = Tag(source)
        name = tag.name.lower()
        if tag.anchor:
            self.anchors.append(Explicit(Anchor(tag.anchor), self._line))
        if name in MARKS and not tag.selfclosing:
            self._sign(MARKS[name], closing=tag.closing)
        elif tag.name in LINKS and (tag.closing or tag.around is not None):
            self._html_link(tag)
        elif name == "br":
            self._prose.text(" ")
        elif tag.target:
            self._prose.image("html", tag.attributes.get("alt", ""), tag.target, self._line)
        else:
            self._prose.mark(source)
        self._line += source.count("\n")

    def _sign(self, sign: str, *, closing: bool) -> None:
        if not closing:
            self._signs.append(sign)
            self._prose.open(sign)
        elif sign in self._signs:
            self._signs.remove(sign)
            self._prose.close(sign)

    def _html_link(self, tag: Tag) -> None:
        if not tag.closing:
            self._links += 1
            self._prose.begin_link("html", tag.around or "", self._line)
        elif self._links:
            self._links -= 1
            self._prose.end_link()

    def anchor(self, token: Token) -> None:
        """Take note of an id."""
        name = token.attrs.get("id") if token.attrs else None
        if name:
            self.anchors.append(Explicit(Anchor(str(name)), self._line))


_WRITERS: MappingProxyType[str, Callable[[Inlines, Token], None]] = MappingProxyType(
    {
        "softbreak": Inlines.line_break,
        "hardbreak": Inlines.line_break,
        "strong_open": Inlines.begin,
        "em_open": Inlines.begin,
        "s_open": Inlines.begin,
        "strong_close": Inlines.end,
        "em_close": Inlines.end,
        "s_close": Inlines.end,
        "code_inline": Inlines.code,
        "link_open": Inlines.link_open,
        "link_close": Inlines.link_close,
        "image": Inlines.image,
        "myst_role": Inlines.role,
        "template_tag": Inlines.template_tag,
        "footnote_ref": Inlines.footnote,
        "span_open": Inlines.anchor,
        "html_inline": Inlines.html,
    }
)


def plain(children: Sequence[Token]) -> str:
    """Give the text of tokens without its markup, as in an image's alternative text."""
    parts = (
        plain(child.children) if child.children else child.content or " " * (child.nesting == 0)
        for child in children
    )
    return "".join(parts)


def spelling(children: Sequence[Token]) -> str:
    """Give the text of a heading as it is written, which its anchor follows: without tags and images, but with every blank."""
    shown = (
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in children
        if child.type not in {"html_inline", "image", "template_tag"}
    )
    return "".join(shown).strip()


_IMAGE = frozenset(("image", "link_open", "link_close", "softbreak", "html_inline"))


def is_image(children: Sequence[Token], text: str, links: tuple[Link, ...]) -> bool:
    """Tell whether tokens are one image and nothing else, given what was written of them."""
    if any(child.type not in _IMAGE for child in children):
        return False
    images = [link for link in links if link.kind == "image"]
    return len(images) == 1 and images[0].label == text
