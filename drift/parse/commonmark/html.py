"""Raw HTML and JSX -> what a reader sees of it, its links and its anchors."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from types import MappingProxyType

from drift.parse.prose import Prose
from drift.trees.page import Anchor, Explicit

_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/={}]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*["'`]([^"'`]*)["'`]\s*\}|([^\s"'=<>`{}]+)))?"""
)
_NAME = re.compile(r"<(/?)([A-Za-z][\w.:-]*)")

HIDDEN = frozenset(("script", "style", "template", "head"))

INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "link", "mark", "q", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
"""Elements that do not part words; all others do."""

MARKS = MappingProxyType(
    {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`", "del": "~~", "s": "~~"}
)
"""Elements that Markdown has signs for."""

LINKS = frozenset({"a", "A", "Link", "NavLink"})
"""Elements and components whose text is the label of a link."""

_ENDS = frozenset(map(str.lower, LINKS))

_CELLS = frozenset(("td", "th"))
# No link that somebody forgot to end goes on behind one, or behind the next link.

_TARGETS = ("href", "src", "to")

_PLACE = re.compile(r"[/#.]|[a-z]+:")
# `to="/crew/"` leads there; `to="body"` is what a component is put into.

_REFRESH = re.compile(r"""\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)""", re.IGNORECASE)

_SPOKEN = ("title", "label", "heading", "caption", "description", "text")
# Attributes of a component that readers see.


class Tag:
    """One tag, taken apart."""

    __slots__ = ("attributes", "closing", "name", "selfclosing")

    def __init__(self, source: str) -> None:
        """Read a tag; a comment or anything else has no name."""
        match = _NAME.match(source)
        self.name = match.group(2) if match else ""
        self.closing = bool(match and match.group(1))
        self.selfclosing = source.endswith("/>")
        rest = source[match.end() : -1] if match and not self.closing else ""
        self.attributes = attributes(rest) if rest.strip(" /") else {}

    @property
    def anchor(self) -> str:
        """The id that links can name, or an empty string."""
        found = self.attributes.get("id", "") if self.name not in HIDDEN else ""
        return found or (self.attributes.get("name", "") if self.name.lower() == "a" else "")

    @property
    def target(self) -> str:
        """Where it leads, or an empty string."""
        if self.name.lower() == "meta":
            refreshes = self.attributes.get("http-equiv", "").lower() == "refresh"
            return refreshed(self.attributes.get("content", "")) if refreshes else ""
        found = ((key, self.attributes[key]) for key in _TARGETS if self.attributes.get(key))
        return next((to for key, to in found if key != "to" or _PLACE.match(to)), "")

    @property
    def around(self) -> str | None:
        """Where the text between this tag and its end leads, if it leads anywhere: `<a href>`, and components after it."""
        if self.name.lower() == "a":
            return self.attributes.get("href")
        return (self.target or None) if self.name in LINKS and not self.selfclosing else None

    @property
    def spoken(self) -> list[str]:
        """What a component shows of its attributes: its title first; nothing of an element of HTML."""
        if not self.name[:1].isupper():
            return []
        return [self.attributes[key] for key in _SPOKEN if self.attributes.get(key)]


def attributes(source: str) -> dict[str, str]:
    """Read the attributes of a tag of HTML or JSX, or of a shortcode.

    Args:
        source: What stands between the name and the end of the tag.

    Returns:
        The values by name; of an attribute without a value the empty string.
    """
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), unescape(next(filter(None, values), "")))
    return found


def refreshed(content: str) -> str:
    """Read where a page sends its readers by itself, as `<meta http-equiv="refresh">` says it.

    Args:
        content: The seconds that they wait, and the address.

    Returns:
        The address; empty where the page is only loaded again.
    """
    found = _REFRESH.match(content)
    return found.group(1) if found else ""


class Fragment(HTMLParser):
    """Reads one block of HTML."""

    def __init__(self, line: int) -> None:
        """Begin on a line of the page."""
        super().__init__(convert_charrefs=True)
        self.prose = Prose()
        self.anchors: list[Explicit] = []
        self.names: list[str] = []
        self._first = line
        self._hidden = 0
        self._open = 0

    def finish(self) -> None:
        """Close what the fragment leaves open."""
        self.close()
        while self._open:
            self._end_link()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read an opening tag."""
        del attrs  # Without JSX's, and with names that are not as written.
        read = Tag(self.get_starttag_text() or "")
        line = self._first + self.getpos()[0] - 1
        self.names.append(read.name)
        if read.anchor:
            self.anchors.append(Explicit(Anchor(read.anchor), line))
        if tag in HIDDEN:
            self._hidden += 1
        if tag not in INLINE:
            self.prose.text(" ")
        self._link(tag, read, line)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read a tag that is its own end; HTML knows that of void elements only."""
        self.handle_starttag(tag, attrs)
        if tag in HIDDEN or tag == "a":
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Read a closing tag."""
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag not in INLINE:
            self.prose.text(" ")
        if self._open and (tag in _ENDS or tag in _CELLS):
            self._end_link()

    def handle_data(self, data: str) -> None:
        """Read text."""
        if not self._hidden:
            self.prose.text(data)

    def _link(self, tag: str, read: Tag, line: int) -> None:
        said, around = read.spoken, read.around
        if around is not None:
            if self._open:
                self._end_link()
            self._open += 1
            self.prose.begin_link("html", around, line)
        elif tag == "img" or (tag != "a" and read.target):
            label = read.attributes.get("alt", "") if tag == "img" else "".join(said[:1])
            self.prose.link("html", label, read.target, line)
            said = said[1:]
        for one in said:
            self.prose.text(f" {one} ")

    def _end_link(self) -> None:
        self._open -= 1
        self.prose.end_link()
