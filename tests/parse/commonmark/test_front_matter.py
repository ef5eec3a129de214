"""Tests of `drift.parse.commonmark.front_matter`."""

from __future__ import annotations

import pytest

from drift.parse.commonmark.front_matter import front_matter


@pytest.mark.parametrize(
    ("source", "title", "data", "lines"),
    [
        ("---\ntitle: A\nb: 1\n---\n", "A", [("b", "1", 3)], 4),
        ("---\na: {z: 1, b: 2020-01-02}\n---", "", [("a", '{"b": "2020-01-02", "z": 1}', 2)], 3),
        ("---\n1: x\nyear: é\n...\n", "", [("1", '"x"', 2), ("year", '"é"', 3)], 4),
        ("---\ntitle: 2024\n---\n", "2024", [], 3),
        (
            "---\na: .inf\nb: [-.Inf, .nan]\n---\n",
            "",
            [("a", '"inf"', 2), ("b", '["-inf", "nan"]', 3)],
            4,
        ),
        ("---\n---\ntext", "", [], 2),
        ("+++\ntitle = 'A'\n[b]\nc = 1\n+++\n", "A", [("b", '{"c": 1}', 3)], 5),
        ("---\n\nwords\n\n---\n", "", [], 0),
        ("---\nnever closed: 1\n", "", [], 0),
        ("text\n---\na: 1\n---\n", "", [], 0),
    ],
)
def test_metadata(source: str, title: str, data: list[tuple[str, str, int]], lines: int) -> None:
    head = front_matter(source)
    assert head.title == title
    assert [(datum.key, datum.value, datum.line) for datum in head.metadata] == data
    assert head.lines == lines
    assert head.kept is None


def test_a_key_of_thousands_of_parts_is_no_front_matter() -> None:
    text = ".".join(["a"] * 30_000) + " = 1"
    head = front_matter(f"+++\n{text}\n+++\n")
    assert head.kept is None
    assert head.metadata == ()
    assert front_matter("+++\na.b.c = 1\n+++\n").metadata[0].key == "a"


@pytest.mark.parametrize(
    "text",
    [
        "a: [unclosed",
        "a: 1\n\tb: 2",
        "a: 2020-13-45",
        "a: " + "[" * 2_000,
        "a: " + "x" * 70_000,
        "? {a: b}\n: c",
    ],
)
def test_what_cannot_be_read_is_kept(text: str) -> None:
    head = front_matter(f"---\n{text}\n---\n")
    if head.kept is not None:
        assert (head.kept.kind, head.kept.text) == ("code", text)
    assert head.metadata == ()
