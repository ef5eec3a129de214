"""The names that `--kind` and the JSON Schema know, as the folders of kinds and rules have them."""

from __future__ import annotations


def kind_names() -> tuple[str, ...]:
    """List the kinds of change."""
    from drift.changes.detect import kinds

    return tuple(kinds())


def rule_names() -> tuple[str, ...]:
    """List the kinds of rule."""
    from drift.discovery import discover
    from drift.explain.proposal import RuleKind

    return tuple(discover("drift.explain", RuleKind))
