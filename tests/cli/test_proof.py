from __future__ import annotations

from drift.cli.proof import MOST_GAPS, gaps
from drift.coverage.measure import Coverage, Uncovered


def test_a_gap_is_named_by_file_and_line() -> None:
    proof = Coverage(0.5, (Uncovered("new", "docs/a.md", 12, "must"),))
    assert list(gaps(proof)) == ["docs/a.md:12: told by no change (new side): must"]


def test_many_gaps_are_counted() -> None:
    proof = Coverage(0.5, (Uncovered("old", "a.md", 1, "x"),) * (MOST_GAPS + 5))
    assert list(gaps(proof))[MOST_GAPS:] == ["and 5 more that no change tells"]
