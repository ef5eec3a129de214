from __future__ import annotations

import pytest

from drift.changes.base import Change, Location, Value
from drift.render.changelog.bundle import MOST_SHOWN, Bundle
from drift.render.changelog.renumbered import is_renumbered, renumbered
from drift.render.changelog.repeats import repeat, repeated


def _change(kind: str, before: Value, after: Value, page: str = "a.md") -> Change:
    at = Location(page, ())
    return Change(
        kind=kind,
        old=at,
        new=at,
        before=before,
        after=after,
        key="order",
        significance="structure",
        id=page,
    )


def _rows(bundle: Bundle) -> list[str]:
    return ["".join(span.text for span in row.values[0].spans) for row in bundle.rows]


@pytest.mark.parametrize(
    ("kind", "before", "after", "answer"),
    [
        ("page.moved", "3-sails.md", "4-sails.md", True),
        ("page.retitled", "3.1 Sails", "4.1.2 Sails", True),
        ("page.retitled", "Sails", "4 Sails", False),
        ("page.retitled", "3 Sails", "4 Masts", False),
        ("page.retitled", "2023", "2024", False),
        ("page.metadata", 3, 4, True),
        ("page.metadata", "2024-05-01", "2024-06-12", True),
        ("page.metadata", 3, None, False),
        ("page.metadata", "crew 3", "mates 4", False),
        ("page.metadata", "[1, 22]", "[12, 2]", True),
        ("page.metadata", "1 of a crew", "of a 1 crew", False),
        ("page.moved", None, None, False),
    ],
)
def test_is_renumbered(kind: str, before: Value, after: Value, answer: bool) -> None:
    assert is_renumbered(_change(kind, before, after)) is answer


def test_the_first_are_shown_and_the_rest_is_counted() -> None:
    some = [_change("page.moved", f"{n}-x.md", f"{n + 1}-x.md") for n in range(MOST_SHOWN)]
    assert "".join(span.text for span in renumbered(some).head) == "6 pages have another number"
    assert _rows(renumbered(some))[-1] == "5-x.md → 6-x.md"
    assert _rows(renumbered([*some, some[0]]))[-2:] == ["4-x.md → 5-x.md", "and 2 more"]


def test_a_key_that_has_another_number_on_many_pages_is_told_once() -> None:
    some = [_change("page.metadata", n, n + 1, f"{n}.md") for n in range(MOST_SHOWN + 1)]
    (group,) = repeated(some, kept=()).groups
    bundle = repeat(group)
    head = "".join(span.text for span in bundle.head)
    assert head == "7 pages have another number in order"
    assert _rows(bundle)[0] == "0.md: 0 → 1"
    assert _rows(bundle)[-1] == "and 2 more"


def test_of_a_value_with_parts_the_numbers_that_differ_are_shown() -> None:
    value = '{{"key": "one of the pages of the yard", "order": {0}, "parent": "the yard of ships"}}'
    some = [
        _change("page.metadata", value.format(n), value.format(n + 1), f"{n}.md") for n in range(3)
    ]
    assert _rows(repeat(some)) == ["0.md: 0 → 1", "1.md: 1 → 2", "2.md: 2 → 3"]


def test_one_number_that_became_another_on_all_pages_is_told_by_its_sentence() -> None:
    some = [_change("page.metadata", 1, 2, f"{n}.md") for n in range(3)]
    assert _rows(repeat(some)) == ["in 0.md, 1.md, 2.md"]


def test_they_are_told_together_from_three_pages_on() -> None:
    some = [_change("page.retitled", f"{n} X", f"{n + 1} X", f"{n}.md") for n in range(3)]
    (group,) = repeated(some, kept=()).groups
    assert repeat(group) == renumbered(some)
    assert not repeated(some[:2], kept=()).groups
    assert not repeated(some, kept={"1.md"}).groups
