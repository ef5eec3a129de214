from __future__ import annotations

from drift.render.plural import plural


def test_counting_in_english() -> None:
    assert [plural(count, "page") for count in (0, 1, 2000)] == ["0 pages", "1 page", "2,000 pages"]
