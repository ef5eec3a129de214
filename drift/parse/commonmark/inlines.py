"""Inline tokens -> text, markup, links and anchors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from types import MappingProxyType

from markdown_it.token import Token

from drift.parse.commonmark.html import MARKS, Tag
from drift.parse.prose import Prose
from drift.parse.vocabulary import write_role
from drift.tree.page import Anchor, Explicit, LinkKind

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
        prose = self._prose
        rest = iter(children)
        for token in rest:
            kind = token.type
            if kind == "text":
                if token.content:
                    prose.text(token.content)
            elif kind == "softbreak":
                self._line += 1
                prose.text(" ")
            elif kind == "span_open" and "role" in token.attrs:
                self._interpreted(token, rest)
            else:
                write = _WRITERS.get(kind)
                if write is not None:
                    write(self, token)
                elif token.content:
                    prose.text(token.content)
        for sign in reversed(self._signs):
            prose.close(sign)
        for _ in range(self._links):
            prose.end_link()

    def _break(self, _token: Token) -> None:
        self._line += 1
        self._prose.text(" ")

    def _open(self, token: Token) -> None:
        self._prose.open(_SIGNS[token.tag])

    def _close(self, token: Token) -> None:
        self._prose.close(_SIGNS[token.tag])

    def _code(self, token: Token) -> None:
        if "interpreted-text" in str(token.attrs.get("class", "")):
            write_role(self._prose, str(token.attrs.get("role", "")), token.content, self._line)
        else:
            self._prose.code(token.content)
        self._anchor(token)

    def _link_open(self, token: Token) -> None:
        target = str(token.attrs.get("href", ""))
        kind: LinkKind = "inline"
        if token.markup == "autolink":
            kind = "autolink"
        elif "label" in token.meta:
            kind = "reference"
        role = str(token.meta.get("role", ""))
        self._prose.begin_link("role" if role else kind, target, self._line, role=role)
        self._anchor(token)

    def _link_close(self, _token: Token) -> None:
        self._prose.end_link()

    def _image(self, token: Token) -> None:
        alt = plain(token.children or ())
        self._prose.link("image", alt, str(token.attrs.get("src", "")), self._line)
        self._line += sum(
            child.type in ("softbreak", "hardbreak") for child in token.children or ()
        )
        self._anchor(token)

    def _role(self, token: Token) -> None:
        write_role(self._prose, str(token.meta["name"]), token.content, self._line)

    def _template_tag(self, token: Token) -> None:
        self._prose.code(token.content)
        self._line += token.content.count("\n")

    def _footnote(self, token: Token) -> None:
        self._prose.mark(f"[^{token.meta.get('label', '')}]")

    def _interpreted(self, token: Token, rest: Iterator[Token]) -> None:
        """Read `[text]{.interpreted-text role="ref"}`, as pandoc spells a role."""
        inside = takewhile(lambda child: child.type != "span_close", rest)
        write_role(self._prose, str(token.attrs["role"]), plain(list(inside)), self._line)

    def _html(self, token: Token) -> None:
        source = token.content
        tag = Tag(source)
        name = tag.name.lower()
        if tag.anchor:
            self.anchors.append(Explicit(Anchor(tag.anchor), self._line))
        if name in MARKS and not tag.selfclosing:
            self._sign(MARKS[name], closing=tag.closing)
        elif name == "a" and (tag.closing or "href" in tag.attributes):
            self._html_link(tag)
        elif name == "br":
            self._prose.text(" ")
        elif tag.target:
            self._prose.link("html", tag.attributes.get("alt", ""), tag.target, self._line)
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
            self._prose.begin_link("html", tag.attributes["href"], self._line)
        elif self._links:
            self._links -= 1
            self._prose.end_link()

    def _anchor(self, token: Token) -> None:
        name = token.attrs.get("id") if token.attrs else None
        if name:
            self.anchors.append(Explicit(Anchor(str(name)), self._line))


_WRITERS: MappingProxyType[str, Callable[[Inlines, Token], None]] = MappingProxyType(
    {
        "hardbreak": Inlines._break,
        "strong_open": Inlines._open,
        "em_open": Inlines._open,
        "s_open": Inlines._open,
        "strong_close": Inlines._close,
        "em_close": Inlines._close,
        "s_close": Inlines._close,
        "code_inline": Inlines._code,
        "link_open": Inlines._link_open,
        "link_close": Inlines._link_close,
        "image": Inlines._image,
        "myst_role": Inlines._role,
        "template_tag": Inlines._template_tag,
        "footnote_ref": Inlines._footnote,
        "span_open": Inlines._anchor,
        "html_inline": Inlines._html,
    }
)


def plain(children: Sequence[Token]) -> str:
    """Give the text of tokens without its markup, as in an image's alternative text."""
    parts = (
        plain(child.children) if child.children else child.content or " " * (child.nesting == 0)
        for child in children
    )
    return "".join(parts)
