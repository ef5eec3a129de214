from __future__ import annotations

import pytest

from drift.aggregate.terms.term import Expected
from drift.cli.expected import expected
from drift.config import DeclaredTerm, Terms
from drift.errors import ConfigError, UsageError

SETTINGS = Terms(
    expect=(
        "lamp=light",
        DeclaredTerm(before="QPAD", after="GPAD", scope=("url",), allow=("b.md",)),
    ),
    scope=("prose",),
    allow=("a.md",),
)


def test_the_configuration_holds_where_nothing_is_said() -> None:
    assert expected((), SETTINGS, allow=("c.md",), scopes=()) == (
        Expected("lamp", "light", frozenset({"prose"}), ("a.md", "c.md")),
        Expected("QPAD", "GPAD", frozenset({"url"}), ("a.md", "c.md", "b.md")),
    )


def test_the_command_line_goes_before_it() -> None:
    assert expected((" core = main crew ",), SETTINGS, allow=(), scopes=("heading,label",)) == (
        Expected("core", "main crew", frozenset({"heading", "label"}), ("a.md",)),
    )


def test_who_is_wrong_is_told() -> None:
    with pytest.raises(UsageError, match="--expect"):
        expected(("lamp",), Terms(), allow=(), scopes=())
    with pytest.raises(ConfigError, match=r"\[terms\] expect"):
        expected((), Terms(expect=("lamp",)), allow=(), scopes=())
