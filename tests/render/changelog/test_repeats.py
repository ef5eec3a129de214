from __future__ import annotations

import msgspec
import pytest

from drift.changes.base import BlockChange, BlockOp, Change, Hunk, LinkFacts, LinkSides, Location
from drift.explain.base import Changelog, Side, Stats
from drift.render.changelog.outline import outline
from drift.render.changelog.repeats import repeat, repeated
from drift.render.changelog.summary import totals

LINE = "See the list of words at the end of the book."


def _edited(page: str, *blocks: BlockChange, section: str = "A", nature: str = "wording") -> Change:
    at = Location(page, (section,), None, (1, 2))
    return Change(
        id=f"{page} {section}",
        kind="section.edited",
        old=at,
        new=at,
        nature="wording",
        blocks=blocks,
        significance="content",
    )


def _line(op: BlockOp, text: str = LINE) -> BlockChange:
    gone = op == "removed"
    return BlockChange(op, "paragraph", text if gone else None, None if gone else text, None)


def _words(*hunks: Hunk) -> BlockChange:
    return BlockChange("edited", "code", "old", "new", None, hunks)


SAID = BlockChange(
    "edited", "paragraph", "Go by gig to the raft.", "Row from the raft by gig.", None
)


def _retold(at: str) -> Change:
    hunks = (Hunk("Go", "Row"), Hunk("", "from"), Hunk("to the raft", ""))
    return _edited("a.md", msgspec.structs.replace(SAID, hunks=hunks), section=at)


def _shown(page: str) -> Change:
    labels = f"http://one.example/{page}", f"https://one.example/{page}"
    return msgspec.structs.replace(_led(page, *labels), id=f"{page} shown", kind="link.relabelled")


def _linked(page: str, target: str, section: str = "A") -> Change:
    at = Location(page, (section,) if section else (), None, (1, 2))
    link = LinkSides(LinkFacts("list", "https://one.example", "inline"), None)
    return Change(
        id=f"{page} {target} {section}",
        kind="link.removed",
        old=at,
        new=None,
        before=target,
        link=link,
        significance="links",
    )


def _led(page: str, before: str, after: str) -> Change:
    at = Location(page, ("A",), None, (1, 2))
    return Change(
        id=f"{page} {before}",
        kind="link.retargeted",
        old=at,
        new=at,
        before=before,
        after=after,
        link=LinkSides(LinkFacts("", before, "inline"), LinkFacts("", after, "inline")),
        significance="links",
    )


PROMPT = _words(Hunk("", "$", ("", "make it")))

ALIKE = {
    "a line that went": [_edited(f"{name}.md", _line("removed")) for name in "abc"],
    "a line that came, beside others": [
        _edited(f"{name}.md", _line("added"), _words(Hunk("old", "new"))) for name in "abc"
    ],
    "a sign that came, here more often than there": [
        _edited("a.md", PROMPT, PROMPT),
        _edited("b.md", PROMPT),
        _edited("c.md", PROMPT),
    ],
    "a piece of targets": [
        _led(f"{name}.md", f"https://one.example/{name}.html#x", f"https://one.example/{name}/#x")
        for name in "abc"
    ],
    "a word that became another in sections of two pages": [
        _edited(page, _words(*[Hunk("v1.0", "v1.1")] * times), section=section)
        for page, section, times in (("a.md", "A", 1), ("a.md", "B", 2), ("b.md", "A", 1))
    ],
    "the whole of a target, under other labels": [
        _led(f"{name}.md", "/", "{{ page.home }}") for name in "abc"
    ],
    "a text in sections of one page, whatever differs in it": [_retold(at) for at in "ABC"],
    "a link": [_linked(f"{name}.md", "https://one.example") for name in "abc"],
    "a link under other labels": [
        msgspec.structs.replace(
            _linked(f"{name}.md", "https://one.example"),
            link=LinkSides(LinkFacts(f"list {name}", "https://one.example", "inline"), None),
        )
        for name in "abc"
    ],
    "a link in sections of one page": [_linked("a.md", "b.md", name) for name in "ABC"],
    "a link in sections of two pages": [_linked(f"{name}.md", "c.md", name) for name in "aab"]
    + [_linked("a.md", "c.md", "B")],
}

UNLIKE = {
    "one text in too few sections": [_retold(at) for at in "AB"],
    "other pieces of targets": [
        _led(f"{name}.md", f"https://one.example/{name}", f"https://one.example/{name}{name}")
        for name in "abc"
    ],
    "targets written as they were, on pages that moved": [
        _led(f"{name}.md", f"../{name}.md", f"../{name}.md") for name in "abc"
    ],
    "on too few pages": [
        _edited("a.md", PROMPT),
        _edited("a.md", PROMPT, section="B"),
        _edited("b.md", PROMPT),
    ],
    "two words in sections of one page": [
        _edited("a.md", _words(Hunk("v1.0", "v1.1"), Hunk("one", "two")), section=name)
        for name in "ABC"
    ],
    "words in sections of one page": [_edited("a.md", PROMPT, section=name) for name in "ABC"],
    "a link in too few sections": [_linked("a.md", "b.md", name) for name in "AB"],
    "other words": [_edited(f"{name}.md", _line("added", f"{LINE} {name}")) for name in "abc"],
    "more than one sees without its place": [
        _edited(f"{name}.md", _words(*(Hunk("", sign) for sign in "1234"))) for name in "abc"
    ],
    "a block that moved": [_edited(f"{name}.md", _line("moved")) for name in "abc"],
    "words that a rule explains": [
        _edited(f"{name}.md", _words(Hunk("old", "new", cause="r1"))) for name in "abc"
    ],
    "targets": [_linked(f"{name}.md", f"https://{name}.example") for name in "abc"],
}


@pytest.mark.parametrize("changes", ALIKE.values(), ids=ALIKE)
def test_what_happened_on_many_pages_is_one_group(changes: list[Change]) -> None:
    other = _edited("z.md", _line("added", "Another line that came to one page alone."))
    found = repeated([*changes, other], kept=())
    assert found.groups == (tuple(changes),)
    assert found.rest == (other,)


@pytest.mark.parametrize("changes", UNLIKE.values(), ids=UNLIKE)
def test_what_differs_is_told_where_it_stands(changes: list[Change]) -> None:
    found = repeated(changes, kept=())
    assert found.groups == ()
    assert found.rest == tuple(changes)


def test_what_others_follow_from_stays() -> None:
    changes = [_edited(f"{name}.md", _line("removed")) for name in "abcd"]
    found = repeated(changes, kept={"d.md A"})
    assert found.groups == (tuple(changes[:3]),)
    assert found.rest == (changes[3],)


def _text(changes: list[Change]) -> list[str]:
    bundle = repeat(changes)
    rows = [
        (value.mark or " ") + " " + "".join(span.text for span in value.spans)
        for row in bundle.rows
        for value in row.values
    ]
    return ["".join(span.text for span in bundle.head), *rows]


def test_a_target_that_became_another_is_told_without_an_example() -> None:
    changes = [_led(f"{name}.md", "/", "{{ page.home }}") for name in "ab"]
    labelled = LinkSides(LinkFacts("top", "/", "inline"), LinkFacts("top", "/", "inline"))
    changes.append(msgspec.structs.replace(_led("c.md", "/", "{{ page.home }}"), link=labelled))
    assert _text(changes) == [
        "3 links on 3 pages lead elsewhere: / → {{ page.home }}",
        "  in a.md, b.md, c.md",
    ]


def test_a_link_under_other_labels_is_told_without_them() -> None:
    assert _text(ALIKE["a link under other labels"]) == [
        "on 3 pages: removed link to https://one.example",
        "  in a.md, b.md, c.md",
    ]
    assert _text(ALIKE["a link"]) == [
        "on 3 pages: removed link “list” to https://one.example",
        "  in a.md, b.md, c.md",
    ]


def test_a_word_that_became_another_is_told_once_for_its_sections() -> None:
    block = _words(Hunk("v1.0", "v1.1"))
    assert _text([_edited("a.md", block, section=name) for name in "ABC"]) == [
        "3 passages in 3 sections of a.md: reworded",
        "  v1.0 → v1.1",
        "  in A, B, C",
    ]


def test_a_group_is_told_with_what_differs_and_where() -> None:
    changes = [_edited(f"{name}.md", _line("removed")) for name in "abcdefgh"]
    assert _text(changes) == [
        "8 passages on 8 pages: text removed",
        f"- {LINE}",
        "  in a.md, b.md, c.md, d.md, e.md, f.md and 2 more",
    ]
    words = [_edited(f"{name}.md", _words(Hunk("1", "2")), section=name) for name in "aabc"]
    assert _text([_retold(at) for at in "ABC"]) == [
        "3 passages in 3 sections of a.md: reworded",
        "- Go by gig to the raft.",
        "+ Row from the raft by gig.",
        "  in A, B, C",
    ]
    assert _text(words) == ["4 passages on 3 pages: reworded", "  1 → 2", "  in a.md, b.md, c.md"]
    links = [_linked(f"{name}.md", "https://one.example") for name in "aabc"]
    assert _text(links) == [
        "on 3 pages, 4 times: removed link “list” to https://one.example",
        "  in a.md, b.md, c.md",
    ]


def test_links_whose_targets_differ_in_one_piece_are_told_by_it() -> None:
    assert _text(ALIKE["a piece of targets"]) == [
        "3 links on 3 pages lead elsewhere: .html → /",
        "  such as https://one.example/a.html#x → https://one.example/a/#x",
        "  in a.md, b.md, c.md",
    ]


def test_addresses_that_are_shown_are_told_by_the_piece_in_which_they_differ() -> None:
    changes = [_shown(f"{name}.md") for name in "abc"]
    assert _text(changes) == [
        "3 links on 3 pages show another address: http → https",
        "  such as http://one.example/a.md → https://one.example/a.md",
        "  in a.md, b.md, c.md",
    ]
    led = [_led(f"{name}.md", f"http://{name}.x", f"https://{name}.x") for name in "abc"]
    assert repeated([*changes, *led], kept=frozenset()).groups == (tuple(changes), tuple(led))


def test_a_group_of_one_page_names_its_sections() -> None:
    links = [_linked("a.md", "https://one.example", name) for name in ("", "B", "B", "C")]
    assert _text(links) == [
        "in 3 sections of a.md, 4 times: removed link “list” to https://one.example",
        "  in a.md, B, C",
    ]


def test_an_outline_has_each_change_once_and_counts_all_pages() -> None:
    side = Side(rev="")
    changes = tuple(ALIKE["a line that went"])
    told = Changelog(old=side, new=side, rules=(), changes=changes, stats=Stats({}, {}, None))
    parts = outline(told)
    assert (parts.repeats, parts.pages, parts.alike) == ((changes,), (), ())
    assert totals(told, parts) == "3 changes on 3 pages."
    assert outline(told, whole=True).repeats == ()


def _section(page: str, kind: str = "section.added", title: str = "Tickets") -> Change:
    at = Location(page, (page, title), None, (1, 2))
    came = kind == "section.added"
    return Change(
        id=f"{page} {kind}",
        kind=kind,
        old=None if came else at,
        new=at if came else None,
        blocks=(_line("added" if came else "removed"),),
        significance="content",
    )


def test_a_section_that_came_to_many_pages_is_told_once_with_its_opening() -> None:
    changes = [_section(f"{name}.md") for name in "abc"]
    other = _section("d.md", title="Fares")
    found = repeated([*changes, other], kept=())
    assert (found.groups, found.rest) == ((tuple(changes),), (other,))
    assert _text(changes) == [
        "on 3 pages: new section “Tickets”",
        f"+ {LINE}",
        "  in a.md, b.md, c.md",
    ]
    assert repeated([_section("a.md"), _section("b.md", "section.removed")], kept=()).groups == ()
    gone = [_section(f"{name}.md", "section.removed") for name in "abc"]
    assert _text(gone)[:2] == ["on 3 pages: section removed “Tickets”", f"- {LINE}"]


def test_a_link_that_broke_on_many_pages_still_needs_attention() -> None:
    changes = [
        Change(
            id=name,
            kind="link.broken",
            old=Location(f"{name}.md", ("A",), None, (1, 2)),
            new=Location(f"{name}.md", ("A",), None, (1, 2)),
            before="desk.md",
            after="desk.md",
            significance="links",
        )
        for name in "abc"
    ]
    (group,) = repeated(changes, kept=()).groups
    assert repeat(group).mark == "!"
    assert _text(changes)[0] == "on 3 pages: broken link to desk.md"


@pytest.mark.parametrize(("kind", "groups"), [("definition", 1), ("list_item", 1), ("code", 0)])
def test_a_text_that_was_edited_alike_in_sections_is_told_once(kind: str, groups: int) -> None:
    changes = [
        msgspec.structs.replace(one, blocks=(msgspec.structs.replace(block, kind=kind),))
        for one in map(_retold, ("A", "B", "C"))
        for block in one.blocks or ()
    ]
    more = tuple(Hunk(word, word.upper()) for word in ("gig", "raft", "row"))
    changes = [
        msgspec.structs.replace(
            one,
            blocks=tuple(
                msgspec.structs.replace(block, hunks=(*block.hunks, *more))
                for block in one.blocks or ()
            ),
        )
        for one in changes
    ]
    assert len(repeated(changes, kept=()).groups) == groups


def test_an_item_that_came_to_lists_of_many_pages_is_told_once() -> None:
    changes = [
        Change(
            id=page,
            kind="page.metadata",
            key="tags",
            old=(at := Location(page, (), None, None)),
            new=at,
            before=f'["{other}"]',
            after=f'["{other}", "harbour"]',
            significance="structure",
        )
        for page, other in (("a.md", "oars"), ("b.md", "sails"), ("c.md", "ropes"))
    ]
    (group,) = repeated(changes, kept=()).groups
    bundle = repeat(group)
    assert "".join(span.text for span in bundle.head) == "on 3 pages: tags changed"
    assert [(row.values[0].mark, row.values[0].spans[0].text) for row in bundle.rows] == [
        ("+", "harbour"),
        (None, "in a.md, b.md, c.md"),
    ]
