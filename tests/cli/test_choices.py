from __future__ import annotations

import pytest

from drift.cli.choices import choose, choose_many
from drift.errors import UsageError

KINDS = ("link.added", "link.broken", "page.moved", "section.moved")


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        (None, set()),
        (["page.moved"], {"page.moved"}),
        (["link.*"], {"link.added", "link.broken"}),
        (["*.moved, link.added"], {"page.moved", "section.moved", "link.added"}),
        (["page.moved", "link.b*"], {"page.moved", "link.broken"}),
    ],
)
def test_lists_and_globs(words: list[str] | None, chosen: set[str]) -> None:
    assert choose_many(words, KINDS, option="--kind") == chosen


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("page.mvoed", "--kind: 'page.mvoed' is unknown (did you mean 'page.moved'?)"),
        (
            "zzz",
            "--kind: 'zzz' is unknown (one of: link.added, link.broken, page.moved, section.moved)",
        ),
        ("links.*", "--kind: 'links.*' matches nothing (try 'link.*')"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(word: str, line: str) -> None:
    with pytest.raises(UsageError) as error:
        choose_many([word], KINDS, option="--kind")
    assert str(error.value) == line


def test_one_name() -> None:
    assert choose("page.moved", KINDS, option="--x") == "page.moved"
