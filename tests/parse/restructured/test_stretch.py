"""What a stretch of a page says and defines, and how sure that is."""

from __future__ import annotations

import pytest

from drift.parse.fragments import Fragment
from drift.parse.restructured.stretch import Stretches
from drift.parse.shelf import Outcome


def said(source: str, *context: str) -> Outcome:
    return Stretches().read(Fragment(source, context=context))


def test_what_the_page_gives() -> None:
    context = ("^-\n3", "_a\nhttps://example.org", "_b", "|s\n.. |s| replace:: put in", ":html")
    outcome = said("One\n---\n\na_ b_ |s| :html:`<b>x</b>`\n", *context)
    part = outcome.parts[0]
    assert part.heading is not None
    assert part.heading.level == 3
    assert part.blocks[0].text == "a b_ put in x"
    assert [link.target for link in part.blocks[0].links] == ["https://example.org"]
    assert not outcome.spills


def test_what_it_defines() -> None:
    source = (
        "One\n---\n\n`x <https://example.org>`_ _`y`\n\n.. _z: x_\n.. |s| replace:: t\n"
        ".. role:: html(raw)\n"
    )
    assert said(source, "^-\n1").defined == (
        (":html", ""),
        ("|s", ".. |s| replace:: t"),
        ("_x", "=https://example.org"),
        ("_y", ""),
        ("_z", ">x"),
        ("~one", "one"),
    )


@pytest.mark.parametrize(
    "source",
    ["a__\n", "__ https://example.org\n", ".. only:: x\n\n   --\n   In\n   --\n", "`a``b`_\n"],
    ids=["asks", "is asked for", "inner title", "name"],
)
def test_what_is_not_as_foreseen(source: str) -> None:
    assert said(source).spills


def test_labels_at_the_end_belong_to_what_follows() -> None:
    assert said("One\n---\n\n.. _label:\n", "^-\n1").joined
    assert not said("One\n---\n\n.. _label:\n\nText.\n", "^-\n1").joined
