"""What references stand for."""

from __future__ import annotations

import pytest

from drift.parse.restructured.references import Given, References, follow
from drift.parse.restructured.source import read


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("url", "https://example.org"),
        ("indirect", "https://example.org"),
        ("here", "#here"),
        ("a title", "#a-title"),
        ("to title", "#a-title"),
        ("nothing", None),
        ("to nothing", None),
        ("round", "#round"),
    ],
)
def test_follow(name: str, expected: str | None) -> None:
    targets = {
        "url": "=https://example.org",
        "indirect": ">url",
        "here": "",
        "to title": ">a title",
        "to nothing": ">nothing",
        "round": ">trip",
        "trip": ">round",
    }
    assert follow(name, targets, {"a title": "a-title"}) == expected


def test_what_the_page_gives_goes_before() -> None:
    document = read(".. _a: u\n.. _b: v\n")
    references = References(document, Given({"a": "w", "c": None}))
    assert [references.named(name) for name in "abc"] == ["w", "v", None]
    assert references.asked == {"a", "b", "c"}


def test_references_without_names_need_as_many_targets() -> None:
    assert References(read("a__ b__\n\n__ u\n__ v\n")).balanced
    assert not References(read("a__ b__\n\n__ u\n")).balanced
