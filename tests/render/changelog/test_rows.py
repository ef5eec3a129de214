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
