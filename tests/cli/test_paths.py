from __future__ import annotations

import pytest

from drift.cli.paths import spelled_out


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        (["diff", "v1"], ["diff", "v1"]),
        (["diff", "v1", "--", "docs/", "-x"], ["diff", "v1", "--path=docs/", "--path=-x"]),
        (["diff", "--", "--", "a"], ["diff", "--path=--", "--path=a"]),
    ],
)
def test_what_follows_two_dashes_is_a_path(words: list[str], spelled: list[str]) -> None:
    assert spelled_out(words) == spelled
