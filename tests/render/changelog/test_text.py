from __future__ import annotations

import re

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from drift.changes.base import Change, Location
from drift.explain.base import Changelog, Side, Stats
from drift.render.changelog.text import TEXT
from drift.render.changelog.view import View


@pytest.mark.parametrize(
    ("name", "width", "context", "verbose", "color"),
    [
        ("plain", 80, 3, False, False),
        ("in_full", 80, 1, True, False),
        ("narrow", 40, 0, False, False),
        ("colored", 80, 3, False, True),
    ],
)
def test_golden(
    sample_changelog: Changelog,
    file_regression: FileRegressionFixture,
    name: str,
    width: int,
    context: int,
    verbose: bool,
    color: bool,
) -> None:
    view = View(
        changelog=sample_changelog, width=width, context=context, verbose=verbose, color=color
    )
    text = TEXT.render(view)
    file_regression.check(text, basename=name, extension=".txt", encoding="utf-8", newline="")


def test_without_color_there_is_no_control_character(sample_changelog: Changelog) -> None:
    text = TEXT.render(View(changelog=sample_changelog))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_lines_keep_to_the_width_where_they_can_be_broken(sample_changelog: Changelog) -> None:
    text = TEXT.render(View(changelog=sample_changelog, width=40))
    assert all(len(line) <= 40 for line in text.splitlines() if "http" not in line)


def test_what_a_rule_explains_is_not_repeated(sample_changelog: Changelog) -> None:
    text = TEXT.render(View(changelog=sample_changelog))
    assert text.count("QPAD →") == 1
    assert text.count("guides/ →") == 1


def test_no_change_is_one_sentence() -> None:
    side = Side("v1")
    empty = Changelog(
        old=side, new=side, rules=(), changes=(), stats=Stats({"old": 1, "new": 1}, {}, None)
    )
    assert TEXT.render(View(changelog=empty)) == "v1 → v1\n\nNothing changed.\n"


def test_a_change_stands_under_its_page_and_section() -> None:
    here = Location("a.md", ("A",), "a", (1, 2))
    change = Change(
        kind="placeholder.added", old=None, new=here, after="TBD", significance="content"
    )
    side = Side("v1")
    told = Changelog(old=side, new=side, rules=(), changes=(change,), stats=Stats({}, {}, None))
    assert TEXT.render(View(changelog=told)).splitlines()[2:] == [
        "a.md",
        "",
        "  A",
        "    + placeholder added: TBD",
        "",
        "1 change on 1 page.",
    ]
