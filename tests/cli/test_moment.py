from __future__ import annotations

import pytest

from drift.cli.moment import moment
from drift.errors import UsageError


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-03-01",
        "2024-02-29T10:00",
        "2 weeks ago",
        "yesterday",
        "last Friday",
        "March 2020",
        "noon",
        "1.1.2024",
    ],
)
def test_what_git_reads_as_a_time(text: str) -> None:
    assert moment(text, option="--since") == text


@pytest.mark.parametrize(
    "text", ["garbage", "--", "soon", "unknown", "2024-13-45T10:00", "2023-02-29 noon"]
)
def test_what_git_would_quietly_read_as_now(text: str) -> None:
    with pytest.raises(UsageError, match="is no time") as raised:
        moment(text, option="--until")
    assert raised.value.where == "--until"
