from __future__ import annotations

import msgspec
import pytest

from drift.config.complaint import called, complaint


@pytest.mark.parametrize(
    ("place", "table", "name"),
    [
        ((), "", ""),
        ((), "tool.drift", "[tool.drift]"),
        (("kind",), "", "kind"),
        (("kind", 0), "tool.drift", "[tool.drift] kind, no. 1"),
        (("review", "fail-on"), "", "[review] fail-on"),
        (
            ("review", "waivers", 1, "until"),
            "tool.drift",
            "[tool.drift.review] waivers, no. 2, until",
        ),
    ],
)
def test_a_place_is_named_as_it_stands_in_the_file(
    place: tuple[str | int, ...], table: str, name: str
) -> None:
    assert called(place, table) == name


def test_what_nobody_foresaw_is_told_as_it_is() -> None:
    error = msgspec.ValidationError("Something new - at `$.review.waivers[2]`")
    told = complaint(error, file="drift.toml", table="")
    assert str(told) == "drift.toml: [review] waivers, no. 3: Something new"
