from __future__ import annotations

import pytest

from drift.render.changelog.targets import differing, shortened_target


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("https://d.example/document/d/1aKJrJ7VBf6lGzYNe2xpsTaAfUjw/edit", "1aKJr…AfUjw/edit"),
        ("how-we-plan-the-year-2024-and-what-we-expect.md", "how-we-plan-the-year-2024-and-what"),
        ("guides/travel.md", "guides/travel.md"),
        ("/wiki/Top_10_2013-A4-Common_Knots", "/wiki/Top_10_2013-A4-Common_Knots"),
        ("maps/7.1.5-Drawing-maps-for-print.md", "/7.1.5-Drawing-maps-for-print.md"),
    ],
)
def test_only_ids_are_cut_out_of_targets(target: str, shown: str) -> None:
    assert shown in shortened_target(target)


@pytest.mark.parametrize(
    ("before", "after", "piece"),
    [
        ("https://d.example/a/b.html#x", "https://d.example/a/b/#x", (".html", "/")),
        ("http://rig.d.example/en/", "https://rig.d.test/en/", ("d.example", "d.test")),
        ("http://d.example/a", "https://d.example/a", ("http", "https")),
        ("https://d.example/rig/old/a", "https://d.example/rig/new/a", ("old", "new")),
        ("https://d.example/a", "https://d.example/en/a", ("", "en/")),
        ("../fares.md", "/maps", None),
    ],
)
def test_targets_differ_in_whole_words(
    before: str, after: str, piece: tuple[str, str] | None
) -> None:
    assert differing(before, after) == piece
