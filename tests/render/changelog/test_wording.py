from __future__ import annotations

import msgspec
import pytest

from drift.changes.base import BlockChange, BlockOp, Change, Hunk, Location
from drift.changes.hunks import hunks
from drift.explain.base import Changelog, Rule, Side, Stats
from drift.render.changelog.view import View
from drift.render.changelog.whole_blocks import MOST_WORDS, shortened
from drift.render.changelog.wording import said, wording

_RULE = Rule(id="r", kind="term.renamed", before="x", after="y", count=1, confidence=1.0)


def _edit(*blocks: BlockChange) -> Change:
    here = Location("a.md", ("A",), "a", (1, 2))
    return Change(
        kind="section.edited",
        old=here,
        new=here,
        significance="wording",
        blocks=blocks,
    )


def _view(*rules: Rule, context: int = 2) -> View:
    side = Side("v")
    return View(
        changelog=Changelog(old=side, new=side, rules=rules, changes=(), stats=Stats({}, {}, None)),
        context=context,
    )


def _block(*hunks: Hunk) -> BlockChange:
    return BlockChange("edited", "paragraph", "…", "…", (1, 1), hunks)


def _moved(before: str, after: str, cause: str | None = None) -> BlockChange:
    found = (msgspec.structs.replace(hunk, cause=cause) for hunk in hunks(before, after))
    return BlockChange("moved", "paragraph", before, after, (1, 1), tuple(found))


def _named(
    op: BlockOp, kind: str, name: str, text: str = "", lines: tuple[int, int] = (1, 1)
) -> BlockChange:
    before, after = (None if op == "added" else text), (None if op == "removed" else text)
    return BlockChange(op, kind, before, after, lines, name=name)


@pytest.mark.parametrize("op", ["added", "removed"])
def test_a_box_is_told_with_the_first_text_in_it(op: BlockOp) -> None:
    box = _named(op, "admonition", "note", lines=(1, 6))
    inside = _named(op, "paragraph", "", "Ask first.", (2, 3))
    beside = _named(op, "paragraph", "", "Then go.", (8, 9))
    sign = "+" if op == "added" else "-"
    assert _said(box, inside, beside) == [f"{sign}note: Ask first.", f"{sign}Then go."]
    assert _said(box, beside) == [f"{sign}note admonition", f"{sign}Then go."]
    blank = _named(op, "admonition", "note", lines=(1, 2))
    below = _named(op, "paragraph", "", "Ask first.", (3, 3))
    assert _said(blank, below) == [f"{sign}note: Ask first."]
    head = _named(op, "admonition", "note")
    assert _said(head, inside, beside) == [f"{sign}note: Ask first.", f"{sign}Then go."]
    assert _said(head, beside) == [f"{sign}note admonition", f"{sign}Then go."]


def test_a_box_that_became_another_is_known_by_the_words_in_it() -> None:
    hunk = Hunk("note", "warning", ("", "Ask first, then go"))
    box = BlockChange("edited", "admonition", "", "", (1, 6), (hunk,), name="warning")
    assert _said(box) == ["~admonition: note warning Ask first, …"]


def test_tags_without_words_are_told_where_there_is_nothing_else() -> None:
    tag = _named("added", "html", "")
    assert _said(tag, _named("added", "paragraph", "", "Ask first."), tag) == ["+Ask first."]
    assert _said(tag, tag) == ["+HTML block (2 times)"]
    assert _said(_named("added", "html", "Card")) == ["+Card HTML block"]


def test_the_rows_of_a_table_that_came_are_set_apart() -> None:
    table = _named("added", "table", "", "Town | Fare\nRiver | Ten")
    assert _said(table) == ["+Town | Fare · River | Ten"]


def test_what_came_several_times_is_told_once() -> None:
    tabs = [_named("added", "directive", "tabs", lines=(n, n)) for n in (1, 2, 3)]
    assert _said(*tabs) == ["+tabs directive (3 times)"]
    (line,) = wording(_edit(*tabs), _view())
    assert len(line.spans) == 1
    both = [_block(Hunk("a", "b")) for _ in tabs]
    (line,) = wording(_edit(*both), _view())
    assert line.spans[-1].text == " (3 times)"


def test_a_text_without_blanks_is_cut_as_well() -> None:
    text = "手册里的每一页都有人负责。" * 20
    told = shortened(text, whole=False)
    assert told == f"{text[: 2 * MOST_WORDS]} … ({len(text)} characters)"
    block = BlockChange("edited", "paragraph", text, text + "看管", (1, 1), (Hunk("", "看管"),))
    assert _said(block) == ["~… 人负责。看管"]


def _said(*blocks: BlockChange) -> list[str]:
    told = wording(_edit(*blocks), _view(_RULE))
    return [line.mark + "".join(span.text for span in line.spans) for line in told]


@pytest.mark.parametrize(
    ("block", "context", "lines"),
    [
        (_block(Hunk("a", "b", ("one two three", "four"))), 2, ["~… two three a b four …"]),
        (_block(Hunk("a", "", ("one", ""))), 0, ["~a"]),
        (_block(Hunk(" ", "", ("", ""))), 2, ["~white space"]),
        (_block(Hunk("x", "y", cause="r"), Hunk("a", "b")), 2, ["~a b"]),
        (BlockChange("added", "rule", None, "", (1, 1)), 2, ["+horizontal rule"]),
        (BlockChange("removed", "list_item", "gone", None, (1, 1)), 2, ["-gone"]),
        (BlockChange("moved", "list_item", "here", "here", (1, 1)), 2, ["~list item moved: here"]),
        (BlockChange("moved", "table", "far", None, (1, 1)), 2, ["~table moved away: far"]),
        (BlockChange("moved", "table", None, "near", (1, 1)), 2, ["~table moved here: near"]),
        (
            _moved("Pay on Monday.", "Pay on Friday."),
            1,
            ["~paragraph moved here: … on Monday Friday."],
        ),
        (_moved("Pay soon.", "Pay soon."), 1, ["~paragraph moved: Pay soon."]),
        (
            _moved(
                "Nobody who lives here ever rows a boat alone.",
                "Ask us in good time before you swim tomorrow.",
            ),
            1,
            [
                "~paragraph moved here and rewritten",
                "-Nobody who lives here ever rows a boat alone.",
                "+Ask us in good time before you swim tomorrow.",
            ],
        ),
        (_moved("Pay x.", "Pay y.", "r"), 1, ["~paragraph moved: Pay y."]),
        (BlockChange("removed", "paragraph", "", None, (1, 1)), 2, ["-empty paragraph"]),
        (_named("removed", "directive", "contents"), 2, ["-contents directive"]),
        (_named("removed", "admonition", "tip", "Beware"), 2, ["-tip: Beware"]),
        (_named("added", "directive", "lift-map", "north"), 2, ["+lift-map directive: north"]),
        (_named("added", "directive", "tab", "On Monday"), 2, ["+tab: On Monday"]),
        (_named("moved", "directive", "contents"), 2, ["~contents directive moved"]),
        (
            BlockChange("edited", "code", "x", "x", (1, 1)),
            2,
            ["~formatting of 1 code block, from “x”"],
        ),
        (_block(), 2, ["~formatting of 1 paragraph, from “…”"]),
    ],
)
def test_each_difference_is_one_line(block: BlockChange, context: int, lines: list[str]) -> None:
    told = wording(_edit(block), _view(_RULE, context=context))
    assert [line.mark + "".join(span.text for span in line.spans) for line in told] == lines


def test_a_rule_that_is_not_told_hides_nothing() -> None:
    block = _block(Hunk("x", "y", cause="r"))
    assert len(list(wording(_edit(block), _view()))) == 1


def test_a_long_text_is_cut_and_its_length_told() -> None:
    text = "word " * (MOST_WORDS + 5)
    assert shortened(text, whole=False).endswith(f"word … ({MOST_WORDS + 5} words)")
    assert shortened(text, whole=True) == text.strip()


def test_the_same_sign_is_told_once() -> None:
    stops = [_block(Hunk("", ".", (f"item {n}", "")), Hunk("a", "b")) for n in range(3)]
    found = ["".join(span.text for span in line.spans) for line in wording(_edit(*stops), _view())]
    assert found == ["… item 0. (3 times)", "a b (3 times)"]
    few = wording(_edit(*stops[:2]), _view())
    assert len(list(few)) == 4


def test_what_nobody_reads_aloud_is_no_beginning() -> None:
    blocks = [
        BlockChange("added", kind, None, text, (1, 1))
        for kind, text in (("directive", "toc"), ("admonition", "22.2"), ("paragraph", "Hello."))
    ]
    assert said(blocks) == ["Hello."]
    assert said(blocks[:1]) == ["toc"]


def test_of_very_many_blocks_the_first_are_told_and_the_rest_counted() -> None:
    blocks = [BlockChange("added", "list_item", None, f"item {n}", (n, n)) for n in range(12)]
    told = ["".join(span.text for span in line.spans) for line in wording(_edit(*blocks), _view())]
    assert told == [*(f"item {n}" for n in range(8)), "and 4 list items more"]


def test_a_row_of_a_table_is_named() -> None:
    old, new = (f"City | Land | Days\nOslo | Norway | {days}" for days in ("3", "4"))
    block = BlockChange("edited", "table", old, new, (1, 4), (Hunk("3", "4"),))
    (line,) = wording(_edit(block), _view(context=1))
    assert "".join(span.text for span in line.spans) == "Oslo: … | 3 4"


def test_what_machines_are_told_is_no_beginning() -> None:
    told = [
        _named("added", "directive", "meta"),
        _named("added", "definition", "", "description: Oars for all."),
    ]
    text = _named("added", "paragraph", "", "Take an oar.")
    assert said([*told, text]) == ["Take an oar."]
    assert said([text, *told]) == ["Take an oar."]


def test_an_example_before_the_text_says_nothing_of_a_section() -> None:
    code, text = _named("added", "code", "", "sail()"), _named("added", "paragraph", "", "Sails.")
    assert said([code, text, code]) == ["Sails.", "sail()"]
    assert said([code]) == ["sail()"]


def test_what_is_included_says_nothing_of_a_section() -> None:
    part = _named("added", "directive", "include", "parts.inc")
    assert said([part, _named("added", "directive", "plot", "sails")]) == ["sails"]
    assert said([part]) == []


def test_a_list_of_pages_is_told_entry_by_entry() -> None:
    pages = _named("added", "directive", "toctree", "Boats\nsail\nrow")
    assert _said(pages) == ["+toctree: Boats, sail, row"]


def test_a_block_that_moved_within_its_section_is_not_said_to_have_come_here() -> None:
    change = msgspec.structs.replace(
        _edit(_moved("Pay on Monday.", "Pay on Friday.")), before="Row.\n\nPay on Monday."
    )
    (line,) = wording(change, _view(context=1))
    assert line.spans[0].text == "paragraph moved: "


def test_a_field_is_told_with_its_value() -> None:
    name, value = (
        BlockChange("added", "definition", None, text, (4, 4)) for text in ("Version", "3")
    )
    below = BlockChange("added", "definition", None, "The boat.", (5, 5))
    assert _said(name, value, below) == ["+Version: 3", "+The boat."]
    assert _said(name, below) == ["+Version", "+The boat."]
    gone = BlockChange("removed", "definition", "Version", None, (4, 4))
    assert _said(gone, value) == ["-Version", "+3"]
    assert said([name, value]) == ["Version: 3"]


def test_of_many_headings_that_went_the_first_are_told() -> None:
    at = Location("a.md", ("A",), "a", (1, 9))
    names = tuple("BCDEFGH")
    gone = Change(kind="section.removed", old=at, new=None, headings=names, significance="content")
    (line,) = wording(gone, _view())
    assert (line.mark, line.spans[0].text) == ("-", "7 sections: B, C, D, E, F and 2 more")
    (line,) = wording(gone, msgspec.structs.replace(_view(), verbose=True))
    assert line.spans[0].text == "7 sections: B, C, D, E, F, G, H"
    gone = msgspec.structs.replace(gone, headings=(" ".join("abcdefghijklmn"),))
    (line,) = wording(gone, _view())
    assert line.spans[0].text == "1 section: a b c d e f g h i j k l … (14 words)"
