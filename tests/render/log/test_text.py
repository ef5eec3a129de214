from __future__ import annotations

import msgspec
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from drift.render.base import Wishes
from drift.render.log.base import Logged
from drift.render.log.text import TEXT


@pytest.mark.parametrize(("name", "width", "color"), [("plain", 80, False), ("colored", 60, True)])
def test_golden(
    log: tuple[Logged, ...],
    file_regression: FileRegressionFixture,
    name: str,
    width: int,
    color: bool,
) -> None:
    text = b"".join(TEXT.render(log, Wishes(width=width, color=color))).decode()
    file_regression.check(text, basename=name, extension=".txt", encoding="utf-8", newline="")


def test_nothing_but_line_ends_steers_the_terminal(log: tuple[Logged, ...]) -> None:
    text = b"".join(TEXT.render(log, Wishes())).decode()
    assert [sign for sign in text if not sign.isprintable() and sign != "\n"] == []
    assert max(map(len, text.splitlines())) <= Wishes().width


def test_each_commit_is_written_before_the_next_is_asked_for(log: tuple[Logged, ...]) -> None:
    asked = iter(log)
    pieces = TEXT.render(asked, Wishes())
    assert next(pieces).startswith(b"3123456789  2024-01-03  ")
    assert next(asked) is log[1]


def test_of_no_commits_nothing_is_told() -> None:
    assert list(TEXT.render((), Wishes())) == []


def test_where_a_shallow_clone_was_cut_is_not_called_the_first_commit(
    log: tuple[Logged, ...],
) -> None:
    told = [msgspec.structs.replace(log[-1], cut=cut) for cut in (False, True)]
    first, cut = (next(TEXT.render((one,), Wishes())).decode() for one in told)
    assert "(first commit)" in first
    assert cut == first.replace("first commit", "where this shallow clone begins")
