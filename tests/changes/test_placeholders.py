from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drift.changes import placeholders as module
from drift.changes.placeholders import placeholders, without_placeholders

PIECES = (
    *(
        "TBD",
        "todo",
        "TODO",
        "WIP",
        "XXX",
        "Coming soon",
        "COM\u0130NG SOON",
        "com\u0131ng \u017foon",
    ),
    *("Work in progre\u017fs", "wor\u212a \u0130n progress", "UNDER CONSTRUCTION", "dummy text"),
    *("Lorem Ipsum", "placeholder text", "to be decided", "To be written", "still to be added"),
    *("keys", " ", " ", "\n", ". ", ": ", "(", ")", "[", "]", "\ufffc", "-"),
)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_is_looked_for_first_leaves_no_mark_out(text: str) -> None:
    assert placeholders(text) == module._MARK.findall(text)  # noqa: SLF001 - the marks themselves


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_is_taken_out_is_the_same_without_a_first_look(text: str) -> None:
    # Behind one letter that is no part of any mark, a mark makes the first look find something.
    marked = without_placeholders(f"{text}\nx TBD")
    assert marked == f"{without_placeholders(text + chr(10) + 'x')} "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask our TODO Group for keys.", []),
        ("See the TODO list, or leave a TODO comment.", []),
        ("TODO Write this. Ask TODO for the keys. TODO", ["TODO"] * 3),
        ("The TODO is open: TODO", ["TODO"]),
    ],
)
def test_what_is_only_talked_of_is_no_placeholder(text: str, found: list[str]) -> None:
    assert placeholders(text) == found
