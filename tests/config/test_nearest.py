from __future__ import annotations

import pytest

from drift.config.nearest import nearest


@pytest.mark.parametrize(
    ("word", "remedy"),
    [
        ("erorr", "did you mean 'error'?"),
        ("fail_on", "did you mean 'fail-on'?"),
        ("x", "one of: error, fail-on"),
    ],
)
def test_the_nearest_is_named_or_all(word: str, remedy: str) -> None:
    assert nearest(word, ["fail-on", "error"]) == remedy
