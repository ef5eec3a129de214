from __future__ import annotations

import pytest

from drift.site.tokens import tokens


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("Start_here-2.md", ("start", "here", "2", "md")),
        ("Café", ("caf", "é")),
        ("员工手册 v2", ("员工手册", "v2")),
        ("Straße", ("strasse",)),
        ("...", ()),
    ],
)
def test_tokens(form: str, found: tuple[str, ...]) -> None:
    assert tokens(form) == found
