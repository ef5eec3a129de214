"""Which block an edit tells of, and which of its parts go with it."""

from __future__ import annotations

import pytest

from drift.changes.base import BlockChange, Change, Location
from drift.coverage.lifted import Lifted
from drift.coverage.token import Token
from drift.site.build import sites
from tests.properties.memory import memory

PAGE = {"a.md": "# Zoo\n\n![](a.png)\n\nFeed [the ants](ants.md) at dawn.\n"}


@pytest.mark.parametrize(
    ("words", "goes"), [((), False), (("Feed", "the", "ants", "at", "dawn"), True)]
)
def test_the_targets_of_what_moved(words: tuple[str, ...], *, goes: bool) -> None:
    """A link goes with its words; of images without a word, none can be told from another."""
    text = " ".join(words)
    block = BlockChange(op="moved", kind="paragraph", before=text, after=text, lines=(3, 3))
    at = Location("a.md", ("Zoo",), None, (1, 5))
    edit = Change(kind="section.edited", old=at, new=at, significance="cosmetic", blocks=(block,))
    old, new = sites(memory(PAGE), memory(PAGE))
    lifted = Lifted((edit,), {"old": old, "new": new})
    token = Token("target", "a.png", "a.md", ("Zoo",), 3, 0)
    assert (lifted.key("new", token, words) is not None) is goes
