from __future__ import annotations

import pytest

from drift.changes.base import BlockChange, Change, Hunk, LinkFacts, LinkSides, Location, Nature
from drift.explain.base import Rule
from drift.explain.places import trail
from drift.explain.sentence import counted, mark, sentence

_HERE = Location("a.md", ("A", "B"), "b", (1, 2))
_THERE = Location("c.md", ("C",), "c", (3, 4))
_LINK = LinkSides(None, LinkFacts("Guide", "g.md", "inline"))

CASES = [
    (Change(kind="page.added", old=None, new=_HERE, significance="content"), "+", "new page"),
    (
        Change(
            kind="page.moved",
            old=_HERE,
            new=_THERE,
            before="a.md",
            after="c.md",
            significance="structure",
        ),
        "~",
        "moved here from a.md",
    ),
    (
        Change(
            kind="page.metadata",
            old=_HERE,
            new=_HERE,
            before="x",
            key="owner",
            significance="wording",
        ),
        "-",
        "owner removed, was x",
    ),
    (
        Change(
            kind="page.retitled",
            old=_HERE,
            new=_HERE,
            before="Keys",
            after="",
            significance="structure",
        ),
        "-",
        "title removed, was Keys",
    ),
    (
        Change(
            kind="section.renamed",
            old=_HERE,
            new=_THERE,
            before="Keys",
            after="",
            significance="structure",
        ),
        "-",
        "heading removed, was Keys",
    ),
    (
        Change(
            kind="link.removed",
            old=_HERE,
            new=None,
            before="inc/x.md",
            link=LinkSides(LinkFacts("", "inc/x.md", "include"), None),
            significance="links",
        ),
        "-",
        "no longer includes inc/x.md",
    ),
    (
        Change(
            kind="nav.moved",
            old=_HERE,
            new=_HERE,
            before=("Crew", "Keys"),
            after=("Crew", "Keys"),
            significance="structure",
        ),
        "~",
        "another place in the order of the navigation: Crew › Keys",
    ),
    (
        Change(
            kind="link.relabelled",
            old=_HERE,
            new=_HERE,
            before="",
            after="The ants",
            link=_LINK,
            significance="wording",
        ),
        "~",
        "link label added: The ants",
    ),
    (
        Change(
            kind="section.moved",
            old=_HERE,
            new=_THERE,
            before=("A", "B"),
            after=("C",),
            significance="structure",
        ),
        "~",
        "moved here from a.md › A › B",
    ),
    (
        Change(kind="section.added", old=None, new=Location("a.md", ()), significance="content"),
        "+",
        "new text before the first heading",
    ),
    (
        Change(kind="section.removed", old=Location("a.md", ()), new=None, significance="content"),
        "-",
        "text before the first heading removed",
    ),
    (
        Change(kind="section.split", old=_HERE, new=(_HERE, _THERE), significance="structure"),
        "~",
        "split: part of it now in c.md › C",
    ),
    (
        Change(
            kind="section.split",
            old=_HERE,
            new=(Location("a.md", ("A", "C")), Location("a.md", ("D", "E"))),
            significance="structure",
        ),
        "~",
        "split: part of it now in D › E",
    ),
    (
        Change(
            kind="section.merged",
            old=(_HERE, Location("a.md", ("A", "C"))),
            new=_HERE,
            significance="structure",
        ),
        "~",
        "merged with C",
    ),
    (
        Change(
            kind="section.merged",
            old=(_HERE, Location("a.md", ("A", "C"))),
            new=_HERE,
            significance="cosmetic",
        ),
        "~",
        "the title of the page is no heading in its text any more",
    ),
    (
        Change(
            kind="section.split",
            old=_HERE,
            new=(_HERE, Location("a.md", ("A", "C"))),
            significance="cosmetic",
        ),
        "~",
        "the title of the page is a heading in its text now",
    ),
    (
        Change(
            kind="section.merged",
            old=(_THERE, Location("a.md", ("A", "B", "C"))),
            new=_HERE,
            significance="structure",
        ),
        "~",
        "merged from c.md › C, C",
    ),
    (
        Change(
            kind="anchor.changed",
            old=_THERE,
            new=_HERE,
            before="fees",
            after="fees",
            significance="links",
        ),
        "~",
        "anchor fees moved here from c.md › C",
    ),
    (
        Change(
            kind="link.retargeted",
            old=_HERE,
            new=_HERE,
            before="g.md",
            after="g.md",
            link=_LINK,
            significance="links",
        ),
        "~",
        "link “Guide” to g.md now leads to another place",
    ),
    (
        Change(
            kind="section.reordered",
            old=_HERE,
            new=_HERE,
            before=0,
            after=2,
            significance="structure",
        ),
        "~",
        "place among its siblings: 1 → 3",
    ),
    (
        Change(
            kind="section.reordered",
            old=_HERE,
            new=_HERE,
            before=3,
            after=3,
            significance="structure",
        ),
        "~",
        "another order among its siblings",
    ),
    (
        Change(kind="section.edited", old=_HERE, new=_HERE, nature="typo", significance="cosmetic"),
        "~",
        "spelling",
    ),
    (
        Change(
            kind="link.added",
            old=None,
            new=_HERE,
            after="g.md",
            link=_LINK,
            significance="links",
        ),
        "+",
        "new link “Guide” to g.md",
    ),
    (
        Change(
            kind="link.added",
            old=None,
            new=_HERE,
            after="mailto:crew@example.org",
            link=LinkSides(
                None, LinkFacts("crew@example.org", "mailto:crew@example.org", "autolink")
            ),
            significance="links",
        ),
        "+",
        "new link to mailto:crew@example.org",
    ),
    (
        Change(
            kind="nav.added", old=None, new=_HERE, after=("How", "Why"), significance="structure"
        ),
        "+",
        "added to the navigation as How › Why",
    ),
    (
        Change(kind="brand.new", old=_HERE, new=_HERE, before="x", after="y", significance="links"),
        "~",
        "brand new: x → y",
    ),
    (
        Rule(id="r", kind="levels.shifted", before=1, after=2, count=3, confidence=1.0),
        "~",
        "headings shifted from level 1 to 2",
    ),
]


@pytest.mark.parametrize(("thing", "sign", "words"), CASES)
def test_each_change_is_one_sentence(thing: Change | Rule, sign: str, words: str) -> None:
    assert (mark(thing), "".join(span.text for span in sentence(thing))) == (sign, words)


@pytest.mark.parametrize(
    ("kind", "count", "words"),
    [
        ("link.broken", 1, "1 link broken"),
        ("section.edited", 3, "3 sections edited"),
        ("nav.moved", 2, "2 navigation entries moved"),
    ],
)
def test_changes_are_counted_in_english(kind: str, count: int, words: str) -> None:
    assert counted(kind, count) == words


def test_a_place_is_a_trail_from_the_outside_in() -> None:
    assert trail("a.md", ("A", "B")) == "a.md › A › B"


_ADDED = BlockChange("added", "paragraph", None, "x", (1, 1))
_REMOVED = BlockChange("removed", "paragraph", "x", None, (1, 1))
_MOVED = BlockChange("moved", "paragraph", "x", "x", (1, 1))
_BOLD = BlockChange("edited", "paragraph", "x", "x", (1, 1))
_WORDS = BlockChange("edited", "paragraph", "x", "y", (1, 1), (Hunk("x", "y"),))
_SIGNS = BlockChange("edited", "paragraph", "x \u2014 y", "x - y", (1, 1), (Hunk("\u2014", "-"),))
_QUOTES = BlockChange("edited", "code", "'x'", '"x"', (1, 1), (Hunk("'x'", '"x"'),))
_RULED = BlockChange("edited", "paragraph", "x", "y", (1, 1), (Hunk("x", "y", cause="r"),))
_ROW = BlockChange("edited", "table", "x", "x\ny", (1, 2), (Hunk("", "y"),))
_NO_ROW = BlockChange("edited", "table", "x\ny", "x", (1, 2), (Hunk("y", ""),))
_LINE = BlockChange("edited", "code", "x", "x\ny", (1, 2), (Hunk("", "y"),))
_COMMENT = BlockChange("added", "html", None, "", (1, 1))

EDITS: list[tuple[Nature, tuple[BlockChange, ...], str]] = [
    ("wording", (_ADDED, _ADDED), "text added"),
    ("wording", (_ADDED, _BOLD), "text added"),
    ("wording", (_REMOVED,), "text removed"),
    ("wording", (_MOVED,), "text moved"),
    ("wording", (_ADDED, _REMOVED), "reworded"),
    ("wording", (_ADDED, _WORDS), "reworded"),
    ("rewrite", (_REMOVED,), "text removed"),
    ("rewrite", (_ADDED, _REMOVED), "rewritten"),
    ("wording", (_ROW,), "text added"),
    ("wording", (_ROW, _ADDED), "text added"),
    ("wording", (_LINE,), "text added"),
    ("wording", (_NO_ROW,), "text removed"),
    ("wording", (_NO_ROW, _ROW), "reworded"),
    ("rewrite", (_REMOVED, _COMMENT), "text removed"),
    ("facts", (_WORDS, _ADDED), "facts changed"),
    ("typo", (_WORDS,), "spelling"),
    ("typo", (_SIGNS,), "punctuation"),
    ("typo", (_SIGNS, _WORDS), "spelling"),
    ("typo", (_QUOTES,), "punctuation"),
    ("formatting", (_BOLD,), "formatting"),
    ("typo", (_BOLD,), "formatting"),
    ("typo", (_RULED, _BOLD), "formatting"),
    ("wording", (_RULED, _COMMENT), "formatting"),
    ("wording", (_RULED, _WORDS), "reworded"),
    ("wording", (_RULED, _ADDED), "reworded"),
]


@pytest.mark.parametrize(("nature", "blocks", "said"), EDITS)
def test_an_edit_says_what_it_is(
    nature: Nature, blocks: tuple[BlockChange, ...], said: str
) -> None:
    change = Change(
        kind="section.edited",
        old=_HERE,
        new=_HERE,
        significance="wording",
        nature=nature,
        blocks=blocks,
    )
    assert "".join(span.text for span in sentence(change)) == said
