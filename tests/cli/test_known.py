from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drift.cli.known import formats, kind_names, rule_names

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

KINDS = frozenset(
    """
    page.added page.removed page.moved page.converted page.retitled page.split page.merged page.metadata
    nav.added nav.removed nav.moved
    section.added section.removed section.renamed section.moved section.reordered section.releveled
    section.split section.merged section.edited
    anchor.changed anchor.removed
    link.added link.removed link.retargeted link.relabelled link.moved link.broken
    placeholder.added placeholder.resolved
    """.split()
)
RULES = frozenset(("term.renamed", "spelling.fixed", "url.moved", "folder.moved", "levels.shifted"))


def test_the_kinds_are_those_that_were_promised() -> None:
    assert set(kind_names()) == KINDS


def test_the_rules_are_those_that_were_promised() -> None:
    assert set(rule_names()) == RULES


@pytest.mark.parametrize(
    "words",
    [
        "diff a",
        "log",
        "notes a",
        "terms",
        "redirects a",
        "trace a",
        "review",
        "tree a",
        "cache info",
    ],
)
def test_the_formats_are_those_that_the_command_takes(drift: Drift, words: str) -> None:
    told = drift(*words.split(), "--format", "zzzz").err
    assert f"(one of: {', '.join(sorted(formats(words.split(maxsplit=1)[0])))})" in told


def test_a_command_without_formats_has_none() -> None:
    assert formats("policies") == ()
