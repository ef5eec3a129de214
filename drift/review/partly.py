"""Rules that were not followed everywhere -> one remark a page on what still follows the old form."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from drift.explain.base import Leftover, Rule, Scope
from drift.review.base import Reviewed, Told, fresh

MOST = 5
"""Pages that are told one by one, and that are named where there are more."""


def left_over(reviewed: Reviewed, kind: str, scopes: Collection[Scope]) -> Iterator[Told]:
    """Tell where the rules of one kind have something left over.

    Args:
        reviewed: What changed.
        kind: Of the rules.
        scopes: Where the old form is a mistake; elsewhere it may be meant.

    Yields:
        One remark a rule and page, at the first place; where there are too many of them, one a rule.
    """
    for rule in reviewed.changelog.rules:
        if rule.kind == kind:
            pages: dict[str, list[Leftover]] = {}
            for one in rule.leftovers:
                if one.scope in scopes:
                    pages.setdefault(one.path, []).append(one)
            if len(pages) > MOST:
                yield _told_at_once(rule, pages)
                continue
            for path, places in sorted(pages.items()):
                yield _told(rule, path, places)


def _told_at_once(rule: Rule, pages: dict[str, list[Leftover]]) -> Told:
    """One event that reaches over half a tree is one remark, at its first page."""
    first, *rest = sorted(pages)
    named = ", ".join(f"{path}:{min(one.line for one in pages[path])}" for path in rest[: MOST - 1])
    return Told(
        message=f"still says “{rule.before}”, which became “{rule.after}” elsewhere, and so do "
        f"{len(rest)} more pages: {named} …",
        at=fresh(first, line=min(one.line for one in pages[first])),
        facts=(rule.id,),
    )


def _told(rule: Rule, path: str, places: list[Leftover]) -> Told:
    lines = sorted({one.line for one in places})
    often = "" if len(places) == 1 else f" in {len(places)} places"
    return Told(
        message=f"still says “{rule.before}”{often}, which became “{rule.after}” elsewhere",
        at=fresh(path, line=lines[0]),
        facts=(rule.id, path),
    )
