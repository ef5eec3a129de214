from __future__ import annotations

import pytest

from drift.render.changelog.targets import shortened_target


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("https://d.example/document/d/1aKJrJ7VBf6lGzYNe2xpsTaAfUjw/edit", "1aKJr…AfUjw/edit"),
        ("how-we-plan-the-year-2024-and-what-we-expect.md", "how-we-plan-the-year-2024-and-what"),
        ("guides/travel.md", "guides/travel.md"),
        ("maps/7.1.5-Drawing-maps-for-print.md", "/7.1.5-Drawing-maps-for-print.md"),
    ],
)
def test_only_ids_are_cut_out_of_targets(target: str, shown: str) -> None:
    assert shown in shortened_target(target)
