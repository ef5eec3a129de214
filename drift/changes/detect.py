"""Matching -> all changes, each with its id and its cause among the others, in a total order."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from drift.changes.base import Change, locations
from drift.changes.causes import with_causes
from drift.changes.comparison import Comparison
from drift.changes.kind import Kind
from drift.discovery import Variants

ID_BYTES = 6
"""Twelve hexadecimal digits: enough that a waiver names one change of a repository and no other."""


kinds: Variants[Kind] = Variants("drift.changes", Kind)
"""All kinds of change, by name."""


def detect(comparison: Comparison) -> tuple[Change, ...]:
    """Find all that differs between two matched revisions.

    Args:
        comparison: The two revisions, matched.

    Returns:
        The changes in the order of page, line and kind, those that another explains naming it as their cause.
    """
    found = [change for kind in kinds().values() for change in kind.detect(comparison)]
    found.sort(key=_order)
    return with_causes(comparison, _named(found))


def _order(change: Change) -> tuple[str, int, str, str, str]:
    at = (*locations(change.new), *locations(change.old), None)[0]
    line = at.lines[0] if at and at.lines else 0
    path = at.path if at else ""
    return (path, line, change.kind, str(change.before), str(change.after))


def _named(changes: Iterable[Change]) -> list[Change]:
    """Give each change its id; of several with the same facts, each the number of its occurrence as well."""
    seen: Counter[str] = Counter()
    named: list[Change] = []
    for change in changes:
        facts = _facts(change)
        seen[facts] += 1
        text = facts if seen[facts] == 1 else f"{facts}#{seen[facts]}"
        digest = blake2b(text.encode(), digest_size=ID_BYTES).hexdigest()
        named.append(msgspec.structs.replace(change, id=f"c{digest}"))
    return named


def _facts(change: Change) -> str:
    """Write down what a change is about: nothing of lines, wording, confidence or other changes."""
    key = change.key if isinstance(change.key, str) else None
    old, new = (
        [(at.path, at.section) for at in locations(side)] for side in (change.old, change.new)
    )
    # The standard library's writer escapes even what no UTF-8 can hold.
    return json.dumps([change.kind, old, new, change.before, change.after, key])
