"""One document as text -> what it may say, found by a search and without parsing it.

A search finds too much and never too little, but for a word that markup cuts in two. What it finds is looked up in the
tree of the page; what it rules out need not be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from html import unescape
from urllib.parse import unquote

from drift.revision.base import Unreadable
from drift.site.custom import KNOWN, label_key
from drift.site.headings import Headings
from drift.site.tokens import stands_in, tokens
from drift.site.urls import identity
from drift.trees.page import Datum

_LABELS = (
    # A sign without which there is none, so that most texts need no further look, and how it is written.
    (".. _", re.compile(r"\.\. _(`[^`]+`|[^\n]+?):[ \t]*(?:$|(?=[ \t]))", re.MULTILINE)),
    ("_`", re.compile(r"_`([^`]+)`")),
    (")=", re.compile(r"\(([^()\n]+)\)=")),
    ("name", re.compile(r"""\bname["']?[:=][ \t]*([^\n]+)""")),
)
"""How labels are defined: targets of reStructuredText, inline ones, MyST's, and the option of directives."""

_URL = re.compile(r"""https?://[^\s<>"'`|\\^{}\[\]()]+""")

_DIRECTIVE = re.compile(r"(?:\.\.[ \t]+(?:[^\n:|]*\|[ \t]*)?|[`~:]{3,}\{)([\w.:+-]+?)(?:::|\})")

_TOCTREE = re.compile(r"^[ \t]*(?:\.\. toctree::|(?:`{3,}|~{3,}|:{3,})\{toctree\})", re.MULTILINE)

_AROUND = re.compile(
    r"""(?:[(<"'`=]\s*|:[ \t]+)/(?=[)>"'`#?\s]|\Z)|(?:[(<"'`=/]\s*|:[ \t]+)\.{1,2}/?(?=[)>"'`#?\s]|\Z)"""
)

OFTEN = 100
"""Questions after which the words of a document are listed; most are asked less before they change."""

LONG = 20_000
"""Characters of a document from which on that pays."""

_MARKS = frozenset("`<([#\"'=:/}\n")
"""What stands before a name in the target of a link; a line of a toctree has nothing there."""

_AHEAD = ("ref", "include", "user-content")
"""Words that may stand before a name in the target of a link: of templates, and the one that GitHub adds."""

_GLOB = re.compile(r"^[ \t]*\S*[*?\[]", re.MULTILINE)


class Document:
    """The text of a page, or why there is none."""

    def __init__(self, blob: str, suffix: str, text: str | Unreadable) -> None:
        """Keep the text; what it may say is looked for when somebody asks.

        Args:
            blob: The id of its content.
            suffix: Of its file, in lower case.
            text: Decoded.
        """
        self.blob = blob
        self.suffix = suffix
        self.unread = None if isinstance(text, str) else text
        # Signs beyond Latin make a text two to four times as large as its bytes, and it is asked for seldom.
        self._written = text.encode(errors="surrogatepass") if isinstance(text, str) else b""
        self.size = len(self._written)
        self._folded: str | None = None
        self._begins: int | None = None
        # How long the text without regard to case is, once it begins what is searched.
        self._asked = 0

    @property
    def source(self) -> str:
        """The text as it is written; empty where there is none."""
        return self._written.decode(errors="surrogatepass")

    @property
    def folded(self) -> str:
        """The text without regard to case; empty where there is none."""
        if self._begins is not None:
            return self.sought[: self._begins]
        if self._folded is None:
            self._folded = self.source.casefold()
        return self._folded

    @cached_property
    def sought(self) -> str:
        """What is searched: the text without regard to case, and once more the lines that are decoded when they are read."""
        folded = self.folded
        # It begins what is searched: to be cut from there takes less than to be held twice, which is as much as the text.
        self._folded, self._begins = None, len(folded)
        if "%" not in folded and "&" not in folded:
            return folded
        coded = (line for line in folded.split("\n") if "%" in line or "&" in line)
        read = [(line, unquote(unescape(line)).casefold()) for line in coded]
        return "\n".join([folded, *(plain for line, plain in read if plain != line)])

    @cached_property
    def labels(self) -> frozenset[str]:
        """Keys of the labels that it may define."""
        written = self.source
        names = [
            name
            for sign, pattern in _LABELS
            if sign in written
            for name in pattern.findall(written)
        ]
        return frozenset(label_key(name.strip("`\"' \t").replace("\\", "")) for name in names)

    @cached_property
    def urls(self) -> frozenset[str]:
        """The URLs of the web in it, in one spelling, without fragment and query."""
        return frozenset(map(_resource, set(_URL.findall(self.source))))

    @cached_property
    def has_toctree(self) -> bool:
        """Whether it has a toctree as its directive is written."""
        return _TOCTREE.search(self.source) is not None

    @cached_property
    def may_list_pages(self) -> bool:
        """Whether it may have a toctree, in whatever spelling a converter left it."""
        return "toctree" in self.folded

    @cached_property
    def custom(self) -> bool:
        """Whether it has a directive that is no common one."""
        return not KNOWN.issuperset(_DIRECTIVE.findall(self.folded))

    @cached_property
    def metadata(self) -> tuple[Datum, ...]:
        """The keys of its front matter."""
        # YAML is slow to import, and this is asked for on few sites.
        from drift.parse.commonmark.front_matter import front_matter  # noqa: PLC0415

        return front_matter(self.source).metadata

    def says(self, words: Iterable[str]) -> bool:
        """Tell whether all of some tokens stand in it; what is not Latin has no ends that could be seen.

        Args:
            words: As `tokens` gives them, in any order.
        """
        sought = self.sought
        self._asked += 1
        if self._is_asked_often:
            return all(word in (self._words if word.isascii() else sought) for word in words)
        return all(map(sought.__contains__, words)) and all(
            not word.isascii() or stands_in(sought, word) for word in words
        )

    @property
    def _is_asked_often(self) -> bool:
        return self._asked > OFTEN and len(self.sought) > LONG

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(tokens(self.sought))

    def says_apart(self, words: tuple[str, ...]) -> bool:
        """Tell whether all of some tokens stand in it and it has a directive that is no common one.

        Args:
            words: As `tokens` gives them, in any order.
        """
        return self.custom and self.says(words)

    def titled(self, words: tuple[str, ...]) -> bool:
        """Tell whether it may have a heading of some tokens in their order.

        Args:
            words: As `tokens` gives them.
        """
        return self.says(words) and self._headings.may_read(words, listed=self._is_asked_often)

    @cached_property
    def _headings(self) -> Headings:
        return Headings(self.sought)

    def names(self, words: tuple[str, ...]) -> bool:
        """Tell whether some tokens stand in it in their order where a link's target may have them.

        Args:
            words: As `tokens` gives them.
        """
        if not words or not self.says(words):
            # What has neither letters nor digits may be written anywhere.
            return not words
        sought = self.sought
        return any(
            _begins(sought, found.start()) or sought.startswith("_", found.end())
            for found in _name(words).finditer(sought)
        )

    @cached_property
    def points_around(self) -> bool:
        """Whether it may have links that name no page but lead to one: `../`, `/`."""
        return _AROUND.search(self.folded) is not None

    @cached_property
    def has_patterns(self) -> bool:
        """Whether it may list pages by a pattern of their paths."""
        return self.may_list_pages and _GLOB.search(self.folded) is not None


def unlike(
    mine: Mapping[str, Document], other: Mapping[str, Document]
) -> list[tuple[str, Document, Document | None]]:
    """List the documents of a revision that are not those of another one.

    Args:
        mine: Of the revision, by path.
        other: Of the other one, what they have in common being the same objects.

    Returns:
        Path and document, and what stands at the path in the other one, if anything does; in the order of `mine`.
    """
    if mine is other:
        return []
    return [
        (path, one, there) for path, one in mine.items() if (there := other.get(path)) is not one
    ]


@lru_cache(maxsize=1 << 10)
def _name(words: tuple[str, ...]) -> re.Pattern[str]:
    # It begins with letters and nothing else, which is what regular expressions find quickest.
    return re.compile(r"[\W_]*".join(map(re.escape, words)) + r"(?![^\W_])")


def _begins(text: str, at: int) -> bool:
    """Tell whether a target may begin with the word at a place, or go on with it behind some sign."""
    first = at
    while first and not text[first - 1].isalnum():
        first -= 1
        if text[first] in _MARKS:
            return True
    return not first or text.endswith(_AHEAD, 0, first)


def _resource(url: str) -> str:
    bare = url.rstrip(".,;:!?)*_").partition("#")[0]
    whole = bare if "google" in bare.lower() else bare.partition("?")[0]  # which names a document
    return identity(whole).partition("#")[0].partition("?")[0]
