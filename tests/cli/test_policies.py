from __future__ import annotations

from typing import TYPE_CHECKING

from drift.cli import exit_codes
from drift.review import policies

if TYPE_CHECKING:
    from tests.cli.conftest import Drift


def test_each_is_listed_with_its_severity(drift: Drift) -> None:
    ended = drift("policies")
    assert (ended.code, ended.err) == (exit_codes.DONE, "")
    lines = ended.out.splitlines()
    assert [line.split()[1] for line in lines] == list(policies())
    assert lines[1] == (
        "error    broken-link                a link into the tree leads to a page that is not there."
    )


def test_the_manual_of_one(drift: Drift) -> None:
    ended = drift("policies", "page-removed")
    assert ended.out.startswith("`page-removed`: a page is gone")
    assert "Why it matters: " in ended.out


def test_one_that_is_none(drift: Drift) -> None:
    ended = drift("policies", "page-removd")
    assert (ended.code, ended.out) == (exit_codes.UNUSABLE, "")
    assert ended.err == "drift: NAME: 'page-removd' is unknown (did you mean 'page-removed'?)\n"
