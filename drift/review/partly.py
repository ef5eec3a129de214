"""Rules that were not followed everywhere -> one remark a page on what still follows the old form."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from drift.explain.base import Leftover, Rule, Scope
from drift.review.base import Reviewed, Told, fresh


def left_over(reviewed: Reviewed, kind: str, scopes: Collection[Scope]) -> Iterator[Told]:
    """Tell where the rules of one kind have something left over.

    Args:
        reviewed: What changed.
        kind: Of the rules.
        scopes: Where the old form is a mistake; elsewhere it may be meant.

    Yields:
        One remark a rule and page, at the first place.
    """
    for rule in reviewed.changelog.rules:
        if rule.kind == kind:
            pages: dict[str, list[Leftover]] = {}
            for one in rule.leftovers:
                if one.scope in scopes:
                    pages.setdefault(one.path, []).append(one)
            for path, places in sorted(pages.items()):
                yield _told(rule, path, places)


def _told(rule: Rule, path: str, places: list[Leftover]) -> Told:
    lines = sorted({one.line for one in places})
    often = "" if len(places) == 1 else f" in {len(places)} places"
    return Told(
        message=f"still says “{rule.before}”{often}, which became “{rule.after}” elsewhere",
        at=fresh(path, line=lines[0]),
        facts=(rule.id, path),
    )
