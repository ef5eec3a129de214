"""Whether a link leads to another place."""

from __future__ import annotations

from drift.changes.comparison import Comparison
from drift.changes.homes import renamed
from drift.match.place import Place


def retargeted(comparison: Comparison, old: Place, new: Place) -> bool:
    """Tell whether a link leads to another place, or was rewritten because its place is called otherwise.

    Args:
        comparison: The two revisions.
        old: The link on the old side.
        new: The link on the new side.

    Returns:
        False where only the spelling changed, where the target went from one markup format to another and no further,
        and where the link follows its page in the navigation.
    """
    if comparison.in_navigation(old, new):
        return False
    if old.home == new.home:
        return old.link.target != new.link.target and renamed(old, new)
    if old.link.target != new.link.target:
        return True
    return old.target.state == new.target.state == "found"
