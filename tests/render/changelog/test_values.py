from __future__ import annotations

import msgspec
import pytest

from drift.changes.base import Change, Location, Value
from drift.render.changelog.values import LONGEST, MOST, headline, is_long, values

_AT = Location("a.md", ())
_LONG = "Of the two piers, the one in the north is open from dawn to dusk, and free for all."


def _change(before: Value, after: Value) -> Change:
    return Change(
        kind="page.metadata",
        old=_AT,
        new=_AT,
        before=before,
        after=after,
        key="piers",
        significance="structure",
    )


def _data(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _piers(**changes: object) -> str:
    north = {"name": "North", "depth": 4, "open": "from dawn to dusk", "boats": ["Ada", "Bell"]}
    return _data([{**north, **changes}, {"name": "South", "depth": 2}])


CASES = {
    "a value in a row": (_piers(), _piers(depth=5), ["~ North › depth: [4] {5}"]),
    "an item of a list": (
        _piers(),
        _piers(boats=["Ada", "Bell", "Cork"]),
        ["+ North › boats: {Cork}"],
    ),
    "a key that came": (_piers(), _piers(lit=True), ["+ North: {lit: true}"]),
    "a key that went": (_piers(lit=True), _piers(), ["- North: [lit: true]"]),
    "a row that went": (
        _piers(),
        _data(msgspec.json.decode(_piers())[:1]),
        ['- [{"name":"South","depth":2}]'],
    ),
    "a row without a name": (
        _data([[1, 2, 3], [4, 5, 6], "x" * 40]),
        _data([[1, 2, 3], [4, 7, 6], "x" * 40]),
        ["- 2: [5]", "+ 2: {7}"],
    ),
    "words of a text": (
        _LONG,
        _LONG.replace("dawn", "eight"),
        ["~ … is open from [dawn] {eight} to dusk, and …"],
    ),
    "a text below others": (
        _piers(open=_LONG),
        _piers(open=_LONG.replace("free", "paid")),
        ["~ North › open: … to dusk, and [free] {paid} for all."],
    ),
    "blanks": (_LONG, _LONG.replace(", ", " , "), ["~ nothing but blanks"]),
    "text that looks like data": ("[" + _LONG, "[" + _LONG.replace("two", "2"), None),
    "data in place of a text": (_LONG, _piers(), None),
}


@pytest.mark.parametrize("name", CASES)
def test_values(name: str) -> None:
    before, after, told = CASES[name]
    change = _change(before, after)
    signs = {"old": "[{}]", "new": "{{{}}}"}
    lines = [
        line.mark + " " + "".join(signs.get(one.role, "{}").format(one.text) for one in line.spans)
        for line in values(change)
    ]
    assert is_long(change)
    assert "".join(span.text for span in headline(change)) == "piers changed"
    assert lines == told if told is not None else len(lines) == 1


def test_very_many_differences_are_counted() -> None:
    change = _change(_data([*range(100, 200)]), _data([*range(300, 400)]))
    assert len(list(values(change))) == MOST
    assert [*values(change)][-1].spans[0].text == "and 191 more"
    assert len(list(values(change, whole=True))) == 200


def test_of_a_short_list_that_kept_an_item_the_others_are_told() -> None:
    change = _change('["oars"]', '["oars", "sails"]')
    assert is_long(change)
    assert [(line.mark, line.spans[0].text) for line in values(change)] == [("+", "sails")]


@pytest.mark.parametrize(
    ("before", "after"), [(1, 2), (None, _LONG), (_LONG, None), ("[1]", "[2]")]
)
def test_what_is_short_or_has_one_side_is_shown_as_it_is(before: Value, after: Value) -> None:
    assert not is_long(_change(before, after))


def test_a_value_that_came_is_cut() -> None:
    change = _change(None, "x" * 2 * LONGEST)
    assert "".join(span.text for span in headline(change)).endswith("x… (640 characters)")
    assert "".join(span.text for span in headline(change, whole=True)).endswith("xxx")
