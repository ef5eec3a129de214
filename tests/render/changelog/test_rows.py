from __future__ import annotations

import pytest

from drift.changes.base import BlockChange
from drift.changes.hunks import hunks
from drift.changes.table_facts import row_name
from drift.render.changelog.rows import rows

OLD = "City | Days\nBern | 3\nOslo | 4\nRome | 5"
NEW = "City | Days\nBern | 3\nOslo | 6\nParis | 5"


def _block(kind: str) -> BlockChange:
    return BlockChange("edited", kind, OLD, NEW, (1, 6), hunks(OLD, NEW))


def test_a_table_is_told_row_by_row() -> None:
    assert [(row.op, row.before, row.after) for row in rows(_block("table"))] == [
        ("edited", "Oslo | 4", "Oslo | 6"),
        ("removed", "Rome | 5", None),
        ("added", None, "Paris | 5"),
    ]


def test_anything_else_stays_as_it_is() -> None:
    assert list(rows(_block("paragraph"))) == [_block("paragraph")]


CODE = """def sail(boat):
    hoist(boat, main)
    cast_off(boat)
    return boat.speed"""

LINES = {
    "a line that came": (CODE, CODE.replace("    cast", "    wait()\n    cast"), ["+wait()"]),
    "a line that went": (CODE, CODE.replace("    cast_off(boat)\n", ""), ["-cast_off(boat)"]),
    "a line that is another": (
        CODE,
        CODE.replace("main", "jib"),
        ["~hoist(boat, main)>hoist(boat, jib)"],
    ),
    "a line in place of an unlike one": (
        CODE,
        CODE.replace("cast_off(boat)", "wait(3)"),
        ["-cast_off(boat)", "+wait(3)"],
    ),
    "a line like it, and one more": (
        CODE,
        CODE.replace("    return boat.speed", "    log()\n    return boat.speed + 1\n    exit()"),
        ["+log()", "~return boat.speed>return boat.speed + 1", "+exit()"],
    ),
    "blanks alone": (CODE, CODE.replace("    ", "  "), []),
    "of one line": ("hoist(main)", "hoist(jib)", ["~hoist(main)>hoist(jib)"]),
    "emptied": (CODE, "", [f"~{CODE}>"]),
    "very many lines": (
        "\n".join(f"a{n}" for n in range(30)),
        "\n".join(f"b{n}" for n in range(30)),
        [*(f"-a{n}" for n in range(30)), *(f"+b{n}" for n in range(30))],
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_code_is_told_line_by_line(name: str) -> None:
    old, new, told = LINES[name]
    block = BlockChange("edited", "code", old, new, (1, 4), hunks(old, new))
    signs = {"added": "+", "removed": "-", "edited": "~"}
    found = [
        signs[row.op] + ">".join(one for one in (row.before, row.after) if one is not None)
        for row in rows(block)
    ]
    assert found == told


def test_rows_that_say_the_same_stand_side_by_side() -> None:
    new = "City | Days\nLyon | |\nBern | 3\nNice | 2\nLyon | |\nOslo | 4\nNice | 2\nRome | 5"
    block = BlockChange("edited", "table", OLD, new, (1, 9), hunks(OLD, new))
    assert [row.after for row in rows(block)] == ["Lyon", "Lyon", "Nice | 2", "Nice | 2"]


def test_a_row_that_stands_elsewhere_is_told_once() -> None:
    new = "City | Days\nRome | 5\nLyon | 2\nBern | 3\nOslo | 4"
    block = BlockChange("edited", "table", OLD, new, (1, 6), hunks(OLD, new))
    assert [(row.op, row.before, row.after) for row in rows(block)] == [
        ("moved", "Rome | 5", "Rome | 5"),
        ("added", None, "Lyon | 2"),
    ]
    back = BlockChange("edited", "table", new, OLD, (1, 6), hunks(new, OLD))
    assert [(row.op, row.before, row.after) for row in rows(back)] == [
        ("removed", "Lyon | 2", None),
        ("moved", "Rome | 5", "Rome | 5"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a: 1\nif:\n  who: me\n  b: 2", "a: 1\nwho: me\nif:\n  b: 2", ["who: me"]),
        ("a(\n  1\n)\nb(2)\nc(3)", "a(\n  1\nb(2)\nc(3)\n)", [")"]),
        ("a(\n1\n)\nb(2)\nc(3)\nd: 4", "d: 4\na(\n1\nb(2)\nc(3)\n)", ["d: 4"]),
    ],
)
def test_a_line_of_code_that_stands_elsewhere_is_told_once(
    old: str, new: str, told: list[str]
) -> None:
    block = BlockChange("edited", "code", old, new, (1, 4), hunks(old, new))
    assert [(row.op, row.after) for row in rows(block)] == [("moved", line) for line in told]


def test_rows_below_a_name_that_is_said_once_are_told_apart() -> None:
    old = "Town | Boat | Fare\nRiver | gig | 3\n | raft | 4\n | yawl | 5"
    lost = BlockChange("edited", "table", old, old.replace("\n | raft | 4", ""), (1, 5))
    assert [(row.op, row.before, row.after) for row in rows(lost)] == [
        ("removed", " | raft | 4", None)
    ]
    dear = BlockChange("edited", "table", old, old.replace("4", "6"), (1, 5))
    assert [(row.op, row.after) for row in rows(dear)] == [("edited", " | raft | 6")]
    assert row_name(" | raft | 4") == "raft"


def test_a_row_by_another_name_is_that_row() -> None:
    old = "Call | Boat | Crew | Watch\nGET | gig | nine | dawn\nGET | raft | two | dusk"
    new = old.replace("GET | raft | two", "POST | raft | two")
    table = BlockChange("edited", "table", old, new, (1, 4))
    assert [(row.op, row.before, row.after) for row in rows(table)] == [
        ("edited", "GET | raft | two | dusk", "POST | raft | two | dusk")
    ]


def test_a_row_of_which_the_name_and_the_rest_are_nearly_the_same_is_that_row() -> None:
    head = "Field | What it tells of the boat"
    old = f"{head}\nsail_temp | The heat of the sail, told in old degrees.\n4.1 | Boats of two masts with the old rig."
    new = f"{head}\nsail_temp_new | The heat of the sail, told in new degrees.\n4.2 | Boats of two masts with the new rig."
    table = BlockChange("edited", "table", old, new, (1, 4))
    rows_of = [line.split("\n")[1:] for line in (old, new)]
    assert [(row.op, row.before, row.after) for row in rows(table)] == [
        ("edited", rows_of[0][0], rows_of[1][0]),
        ("removed", rows_of[0][1], None),
        ("added", None, rows_of[1][1]),
    ]
