"""A page put together from fragments is the page that is read whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.parse.base import parse
from drift.parse.restructured.fragmented import read
from drift.parse.shelf import MemoryShelf, Outcome
from drift.trees.page import Page
from drift.trees.site import Dialect

SPHINX = Dialect("sphinx")

TITLES = (
    *("\n\nTitle\n=====\n\n", "\n\nOther *em*\n-----------\n\n", "\n\nThird\n~~~~~\n\ntext\n\n"),
    *("\n\n====\n Two\n====\n\n", "\n\n.. _lab:\n\nLabelled\n========\n\n", "\nFAQ\n---\n"),
)

TEXTS = (
    *(
        "- item\n\n  more\n",
        "text::\n\n",
        "text::\n\n  literal\n\n",
        "\n.. note:: hi\n\n   body\n\n",
    ),
    *("\n=== ===\na   b\n\ne   f\n=== ===\n\n", "\n=== ===\na   b\n", "\n+--+\n|a |\n+--+\n\n"),
    *("\n.. code::\n\n   Title\n   =====\n\n   `x`_ .. _foo: y\n\n", "\n----\n\n", "term\n  def\n"),
    *("\n.. only:: html\n\n   Inner\n   -----\n\n   text\n\n", "\n\n  quote\n\n  -- me\n\n"),
    *("\n\n====\nx\n----\n\n", "\na\nb\n-----\n", "\n:field: value\n", "\n:orphan:\n\n"),
    *("\n.. _pend:\n\n.. comment\n\n", "..\n", '\n.. end of inclusion from "\n\n', "| line\n"),
    *("word ", "\n", "\n\n", "  ", "\r\n", "\f", "\t", "\ufeff", "\x85", "\u2028", "\x00", "\\"),
)

NAMES = (
    *("\n.. _other: https://example.org\n", "\n.. _back: lab_\n", "\n.. _`q name`: q\n", "emb_ "),
    *("`emb <https://example.org/e>`_ ", "`emb <https://example.org/f>`_ ", "`al <other_>`_ "),
    *("other_ `Title`_ back_ `q name`_ ", "`Other em`_ lab_ `target here`_ ", "_`target here` "),
    *("|s| |T|_ ", "|u|", "\n.. |s| replace:: hello other_ |t|\n", "\n.. |t| image:: x.png\n"),
    *("\n.. |S| replace:: again\n", "\n.. |u| unicode:: 0x41\n", "anon__ ", "`anon two`__ "),
    *("\n__ https://example.org/1\n", "\n.. __: https://example.org/2\n", "[1]_ [#a]_ [#]_ [C]_ "),
    *("\n.. [1] one\n", "\n.. [#a] auto\n", "\n.. [#] no name\n", "\n.. [C] cited\n"),
    *(
        "\n.. role:: html(raw)\n   :format: html\n\n",
        ":html:`<b>x</b>` ",
        "\n.. role:: h2(html)\n\n",
    ),
    *(":h2:`<a href='x'>y</a>` ", "\n.. csv-table:: t\n\n   emb_, d\n"),
)

PIECE = st.one_of(st.sampled_from(TITLES), st.sampled_from(TEXTS), st.sampled_from(NAMES))


def whole(source: str) -> Page:
    return parse(source, suffix=".rst", dialect=SPHINX)


class Counting:
    """A shelf that knows what was read anew."""

    def __init__(self) -> None:
        self.new: list[Outcome] = []

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Outcome]:
        assert all(keys)
        return {}

    def put(self, key: bytes, outcome: Outcome) -> None:
        assert key
        self.new.append(outcome)


@settings(deadline=None, max_examples=120)
@given(st.data())
def test_any_page_after_any_edit(data: st.DataObject) -> None:
    shelf = MemoryShelf()
    pieces = data.draw(st.lists(PIECE, min_size=1, max_size=14))
    for _ in range(4):
        source = "".join(pieces)
        assert parse(source, suffix=".rst", dialect=SPHINX, shelf=shelf) == whole(source)
        at = data.draw(st.integers(0, len(pieces)))
        taken = data.draw(st.integers(0, 2))
        pieces[at : at + taken] = data.draw(st.lists(PIECE, max_size=2))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("See other_.", ".. _other: https://example.org"),
        ("See `Two`_.", ""),
        ("See `two`_ of the label.", ".. _two: https://example.org"),
        ("|s|", ".. |s| replace:: `all <https://example.org>`_ of |t|\n.. |t| replace:: it"),
        (".. |s| replace:: first\n\n|s|", ".. |s| replace:: last\n\n|s|"),
        (".. role:: html(raw)", ":html:`<b>x</b>`"),
        (".. _a: b_\n\na_", ".. _b: https://example.org"),
        ("`label <b_>`_", ".. _b: https://example.org"),
        (".. _pending:\n\n.. a comment", ""),
        ("`x <https://example.org/1>`_", "- `x <https://example.org/2>`_\n- x_"),
        ("[#]_\n\n.. [#] note", "[#]_ [1]_\n\n.. [1] note\n.. [#] other"),
        ("a__\n\n__ https://example.org", "b__\n\n__ https://example.net"),
    ],
)
def test_what_reaches_from_one_section_to_another(first: str, second: str) -> None:
    source = f":orphan:\n\nOne\n===\n\n{first}\n\nTwo\n---\n\n{second}\n"
    page = read(source, SPHINX, MemoryShelf())
    assert page == whole(source)
    assert page.metadata


@pytest.mark.parametrize(
    "source",
    [
        "No title.\n",
        "One\n===\n\na__\n\nTwo\n---\n\n__ https://example.org\n",
        "One\n===\n\n.. |s| replace:: a\n\nTwo\n---\n\n.. |S| replace:: b\n",
        "One\n===\n\n.. only:: x\n\n   --\n   In\n   --\n\nTwo\n---\n",
        "One\n===\n\nTwo\n---\n\n" + "x\n" * 20_000,
    ],
    ids=["no title", "anonymous", "twice", "inner title", "lines"],
)
def test_what_is_uncertain_is_read_whole(source: str) -> None:
    assert read(source, SPHINX, MemoryShelf()) is None


@pytest.mark.parametrize(
    "held",
    [
        ".. only:: x\n\n   In\n   ^^\n\n   text\n\n   Out\n   ~~~",
        ".. container:: wide\n\n  text::\n\n    code\n\n  In\n  ^^\n",
        ".. note::\n\n   In\n   ^^\n",
        ".. only:: x\n\n   .. code::\n\n      In\n      ^^\n",
    ],
    ids=["titles", "behind code", "no title", "code"],
)
def test_titles_in_a_directive_have_their_levels(held: str) -> None:
    source = f"One\n===\n\n{held}\n\nTwo\n---\n\ntext\n\nThree\n^^^^^\n"
    assert read(source, SPHINX, MemoryShelf()) == whole(source)


def test_only_what_changed_is_read() -> None:
    sections = [f"Title {number}\n-------\n\nText, see other_.\n\n" for number in range(20)]
    end = "Links\n-----\n\n.. _other: https://example.org\n"
    counting = Counting()
    shelf = MemoryShelf(counting)
    assert read("".join([*sections, end]), SPHINX, shelf)
    counting.new.clear()
    sections[7] = "Title 7\n-------\n\nText, see other_ and more.\n\n"
    sections[3] += "New\n---\n\nText.\n\n"
    source = "".join([*sections, end])
    assert read(source, SPHINX, shelf) == whole(source)
    assert {
        outcome.parts[0].heading.title for outcome in counting.new if outcome.parts[0].heading
    } == {
        "Title 7",
        "New",
    }


def test_another_level_is_another_fragment() -> None:
    shelf = MemoryShelf()
    for source in ("A\n=\n\nB\n-\n\nC\n~\n", "A\n=\n\nC\n~\n\nB\n-\n", "B\n-\n\nA\n=\n\nC\n~\n"):
        assert read(source, SPHINX, shelf) == whole(source)
