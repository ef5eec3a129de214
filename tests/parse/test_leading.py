"""Tests of `drift.parse.leading`."""

from __future__ import annotations

import pytest

from drift.parse.leading import lead, write_image
from drift.parse.prose import Prose
from drift.trees.page import Link

CARD = {"link": "guide/ a"}


@pytest.mark.parametrize(
    ("name", "argument", "options", "kind", "target", "role"),
    [
        ("card", "", CARD, "inline", "guide/a", ""),
        ("card", "", CARD | {"link-type": "url"}, "inline", "guide/a", ""),
        ("grid-item-card", "", CARD | {"link-type": "ref"}, "role", "guide/ a", "ref"),
        ("card", "", CARD | {"link-type": "any"}, "role", "guide/ a", "any"),
        ("card", "", CARD | {"link-type": "doc"}, "role", "guide/ a", "doc"),
        ("button-link", "https://a.example", {}, "inline", "https://a.example", ""),
        ("button-ref", "guide", {}, "role", "guide", "any"),
        ("button-ref", "guide", {"ref-type": "doc"}, "role", "guide", "doc"),
        ("button-ref", "#guide", {"ref-type": "myst"}, "inline", "#guide", ""),
        ("link-button", "guide", {}, "inline", "guide", ""),
        ("link-button", "guide", {"type": "ref"}, "role", "guide", "any"),
    ],
)
def test_targets(
    name: str, argument: str, options: dict[str, str], kind: str, target: str, role: str
) -> None:
    shown = ("Read on", "Read *on*", ())
    (text, markup, links), rest = lead(name, argument, options, shown=shown, line=3)
    assert (text, markup, rest) == ("Read on", "[Read *on*]", {})
    assert [(link.kind, link.label, link.target, link.role) for link in links] == [
        (kind, "Read on", target, role)
    ]
    assert [(link.line, link.span) for link in links] == [(3, (0, 7))]


@pytest.mark.parametrize(
    ("title", "options", "text", "markup", "labels"),
    [
        ("Leave", {"link-alt": "Days off"}, "Leave\nDays off", "Leave\n[Days off]", ["Days off"]),
        ("", {"link-alt": "Days off"}, "Days off", "[Days off]", ["Days off"]),
        ("", {"img-top": "a.png"}, "leave", "[leave]", ["leave", ""]),
        (
            "Leave",
            {"img-top": "a.png", "img-bottom": "b.png", "img-alt": "Sea"},
            "Leave\nSea Sea",
            "[Leave]\n[Sea] [Sea]",
            ["Leave", "Sea", "Sea"],
        ),
    ],
)
def test_a_card(
    title: str, options: dict[str, str], text: str, markup: str, labels: list[str]
) -> None:
    given = {"link": "leave", "width": "50%", **options}
    said, rest = lead("card", title, given, shown=(title, title, ()), line=1)
    assert said[:2] == (text, markup)
    assert rest == {"width": "50%"}
    assert [link.label for link in said[2]] == labels
    cut = [said[0][slice(*link.span)] if link.span else "" for link in said[2]]
    assert cut == labels


def test_a_card_that_leads_nowhere_keeps_its_options() -> None:
    shown = ("Leave", "Leave", ())
    options = {"link-type": "doc", "img-alt": "Sea"}
    assert lead("card", "Leave", options, shown=shown, line=1) == (shown, options)


@pytest.mark.parametrize(
    ("name", "options", "label"),
    [("button-ref", {}, "guide"), ("link-button", {"text": "Read on"}, "Read on")],
)
def test_a_button_without_content(name: str, options: dict[str, str], label: str) -> None:
    said, _ = lead(name, "guide", options, shown=("", "", ()), line=1)
    assert said[:2] == (label, f"[{label}]")


def test_a_title_that_is_a_mere_image_keeps_it() -> None:
    image = Link("image", "", "a.png", 1)
    said, _ = lead("card", "", {"link": "leave"}, shown=("", "", (image,)), line=1)
    assert [link.target for link in said[2]] == ["a.png", "leave"]


@pytest.mark.parametrize(
    ("file", "target", "expected"),
    [
        ("a .png", "", [("image", "a.png")]),
        ("a.png", "b.md", [("image", "a.png"), ("inline", "b.md")]),
        ("", "", [("image", "")]),
    ],
)
def test_images(file: str, target: str, expected: list[tuple[str, str]]) -> None:
    prose = Prose()
    rest = write_image(prose, file, {"alt": "Sea", "target": target, "width": "9"}, 1)
    assert rest == {"width": "9"}
    assert [(link.kind, link.target) for link in prose.finish()[2]] == expected
