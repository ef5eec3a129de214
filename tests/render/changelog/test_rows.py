from __future__ import annotations

from drift.changes.base import BlockChange
from drift.changes.hunks import hunks
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
    assert list(rows(_block("code"))) == [_block("code")]


def test_rows_that_say_the_same_stand_side_by_side() -> None:
    new = "City | Days\nLyon | |\nBern | 3\nNice | 2\nLyon | |\nOslo | 4\nNice | 2\nRome | 5"
    block = BlockChange("edited", "table", OLD, new, (1, 9), hunks(OLD, new))
    assert [row.after for row in rows(block)] == ["Lyon", "Lyon", "Nice | 2", "Nice | 2"]
