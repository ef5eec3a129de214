from __future__ import annotations

import pytest

from drift.changes.hunks import hunks
from drift.history.exchanges.templated import in_template


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Ask Okra for it", "Ask {{ $names.company }} for it", True),
        ("Ask {{ $names.company }} for it", "Ask Okra for it", True),
        ("Ask ${company} for it", "Ask Okra for it", True),
        ("Ask {{ site.crew }} for it", "Ask {{ names.crew }} for it", True),
        ("Ask {{ site.crew }} for lamps", "Ask {{ site.crew }} for beacons", False),
        ("Ask Okra for it", "Ask Quay for it", False),
        ("A :black_flag: here", "A :white_flag: here", True),
        ("Note: Okra: yes", "Note: Quay: yes", False),
    ],
)
def test_what_a_template_fills_in(before: str, after: str, expected: bool) -> None:
    assert [in_template(hunk) for hunk in hunks(before, after)] == [expected]
