from __future__ import annotations

from drift.cli.known import kind_names, rule_names

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
