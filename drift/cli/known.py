"""The names that options and the JSON Schema know, as the folders of kinds, rules and formats have them."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType


def kind_names() -> tuple[str, ...]:
    """List the kinds of change."""
    from drift.changes.detect import kinds

    return tuple(kinds())


def rule_names() -> tuple[str, ...]:
    """List the kinds of rule."""
    from drift.discovery import discover
    from drift.explain.proposal import RuleKind

    return tuple(discover("drift.explain", RuleKind))


_FOLDERS = MappingProxyType(
    {
        "diff": "changelog",
        "notes": "notes",
        "terms": "terms",
        "review": "findings",
        "tree": "tree",
    }
)
"""The commands whose formats are plain renderers, and the folders of these."""


def formats(command: str) -> Collection[str]:
    """List the formats that a command prints.

    Args:
        command: Its name.

    Returns:
        The names of the formats; none where it has no choice of them.
    """
    from drift.discovery import discover
    from drift.render.base import Renderer
    from drift.render.log.base import LogRenderer
    from drift.render.redirects.base import RedirectFormat
    from drift.render.trace.base import TraceRenderer

    match command:
        case "log":
            return discover("drift.render.log", LogRenderer)
        case "redirects":
            return discover("drift.render.redirects", RedirectFormat)
        case "trace":
            return discover("drift.render.trace", TraceRenderer)
        case "cache":
            return ("text", "json")
        case _:
            folder = _FOLDERS.get(command)
            return discover(f"drift.render.{folder}", Renderer) if folder else ()
