"""docutils' inline nodes -> text, markup and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from types import MappingProxyType

from docutils import nodes

from drift.parse.commonmark.html import INLINE, MARKS, Tag
from drift.parse.prose import Prose, Written
from drift.parse.restructured.references import References
from drift.parse.vocabulary import write_role
from drift.trees.page import NAMED, Anchor, Explicit, LinkKind

_TAG = re.compile(r"(<[^>]*>)")
_STRUCK = re.compile(r"\[STRIKEOUT:([^\]]*)\]")
_INNER_CODE = re.compile(r"``(.+?)``")

MAX_HOPS = 4
"""Substitutions around one that is replaced: a page may put each many times into the next, and text grows by powers."""

_MARKS = MappingProxyType({"strong": "**", "emphasis": "*"})


class Inlines:
    """Writes inline nodes into one `Prose`, with the line that each stands on."""

    def __init__(self, references: References, line: int, *, images: bool = True) -> None:
        """Begin a text on a line; `images` as `Prose` has it."""
        self._references = references
        self._line = line
        self._prose = Prose(images=images)
        self._inside: tuple[str, ...] = ()
        # Names of the substitutions being replaced, which may go round in a circle.
        self._open = 0
        # Links of raw HTML whose end has not come yet.
        self.anchors: list[Explicit] = []

    def write(self, children: Iterable[nodes.Node]) -> Written:
        """Write nodes and finish."""
        self._all(children)
        while self._open:
            self._open -= 1
            self._prose.end_link()
        return self._prose.finish()

    def _all(self, children: Iterable[nodes.Node]) -> None:
        for child in children:
            if isinstance(child, nodes.Text):
                text = child.astext()
                (self._struck if "[STRIKEOUT:" in text else self._prose.text)(text)
                self._line += text.count("\n")
            elif isinstance(child, nodes.Element):
                self._element(child)

    def _element(self, node: nodes.Element) -> None:
        if isinstance(node, nodes.target) and ("refuri" in node or "refname" in node):
            return  # The other half of a reference that has been written.
        line = self._line
        write = _WRITERS.get(type(node).__name__)
        if write is None:
            self._all(node.children)
        else:
            write(self, node)
        self._line = line + (node.rawsource or node.astext()).count("\n")

    def emphasis(self, node: nodes.Element) -> None:
        """Strong text or emphasis."""
        mark = _MARKS[node.tagname]
        self._prose.open(mark)
        self._nested(node)
        self._prose.close(mark)

    def _nested(self, node: nodes.Element) -> None:
        """Text in which markup has no meaning, though writers and pandoc put code there."""
        text = node.astext()
        if len(node.children) != 1 or "``" not in text:
            self._all(node.children)
            return
        for number, part in enumerate(_INNER_CODE.split(text)):
            (self._prose.code if number % 2 else self._prose.text)(part)

    def literal(self, node: nodes.Element) -> None:
        """Code."""
        self._prose.code(node.astext())

    def reference(self, node: nodes.Element) -> None:
        """A link, or a name that nothing on the page has, as it is written."""
        if "refuri" in node:
            embedded = node.rawsource.endswith("_") and "name" in node
            self._link("inline" if embedded else "autolink", node, node["refuri"])
            return
        target = self._references.resolve(node) if isinstance(node, nodes.reference) else None
        if target is not None:
            self._link("reference", node, target)
        elif node.rawsource.startswith("`") and "refname" in node:
            # Nobody writes backquotes and an underscore but for a link; where its title was, it would have led.
            self._link("reference", node, f"#{nodes.make_id(node.astext())}", role=NAMED)
        else:
            self._prose.text(node.rawsource or node.astext())

    def _link(self, kind: LinkKind, node: nodes.Element, target: str, role: str = "") -> None:
        self._prose.begin_link(kind, target, self._line, role=role)
        self._nested(node)
        self._prose.end_link()

    def target(self, node: nodes.Element) -> None:
        """An anchor in the text."""
        names = node["names"] + node["dupnames"]
        self.anchors += (Explicit(Anchor(name), self._line, label=True) for name in names)
        self._all(node.children)

    def substitution(self, node: nodes.Element) -> None:
        """What stands for a name, or the name where conf.py defines it."""
        name = node.astext()
        found = self._references.substitution(name)
        if found is None or name in self._inside or len(self._inside) > MAX_HOPS:
            self._prose.text(f"|{name}|")
            return
        self._references.put_in(len(name) + sum(len(child.astext()) for child in found))
        outside, self._inside = self._inside, (*self._inside, name)
        self._all(found)
        self._inside = outside

    def image(self, node: nodes.Element) -> None:
        """An image, and what it links to."""
        if node.get("target"):
            self._prose.begin_link("inline", node["target"], self._line)
        self._prose.image("image", node.get("alt", ""), node["uri"], self._line)
        if node.get("target"):
            self._prose.end_link()

    def footnote(self, node: nodes.Element) -> None:
        """The mark of a footnote, which is no word."""
        self._prose.mark(f"[^{node.get('refname', '')}]")

    def citation(self, node: nodes.Element) -> None:
        """The label of a citation."""
        self._prose.text(f"[{node.astext()}]")

    def role(self, node: nodes.Element) -> None:
        """Interpreted text."""
        if not node["raw"]:
            write_role(self._prose, node["role"], node.astext(), self._line)
            return
        for number, part in enumerate(_TAG.split(node.astext())):
            if number % 2:
                self._tag(part)
            else:
                self._prose.text(unescape(part))

    def _tag(self, source: str) -> None:
        """A tag of raw HTML: it may part words, or begin or end a link."""
        tag = Tag(source)
        name = tag.name.lower()
        if tag.anchor:
            self.anchors.append(Explicit(Anchor(tag.anchor), self._line))
        if name == "a" and "href" in tag.attributes:
            self._open += 1
            self._prose.begin_link("html", tag.attributes["href"], self._line)
        elif name == "a" and tag.closing and self._open:
            self._open -= 1
            self._prose.end_link()
        elif tag.target:
            self._prose.image("html", tag.attributes.get("alt", ""), tag.target, self._line)
        elif name in MARKS:
            (self._prose.close if tag.closing else self._prose.open)(MARKS[name])
        elif name and name not in INLINE:
            self._prose.text(" ")
        else:
            self._prose.mark(source)

    def _struck(self, text: str) -> None:
        """Text with pandoc's spelling of what is struck out, for which the format has no sign."""
        for number, part in enumerate(_STRUCK.split(text)):
            if number % 2:
                self._prose.open("~~")
            self._prose.text(part)
            if number % 2:
                self._prose.close("~~")


_WRITERS: MappingProxyType[str, Callable[[Inlines, nodes.Element], None]] = MappingProxyType(
    {
        "strong": Inlines.emphasis,
        "emphasis": Inlines.emphasis,
        "literal": Inlines.literal,
        "reference": Inlines.reference,
        "target": Inlines.target,
        "substitution_reference": Inlines.substitution,
        "image": Inlines.image,
        "footnote_reference": Inlines.footnote,
        "citation_reference": Inlines.citation,
        "Role": Inlines.role,
    }
)
