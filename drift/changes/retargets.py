"""Whether a link leads to another place, or to none."""

from __future__ import annotations

from drift.changes.comparison import Comparison
from drift.changes.dangling import dangles
from drift.changes.homes import renamed
from drift.match.place import Place
from drift.trees.site import Site


def retargeted(comparison: Comparison, old: Place, new: Place) -> bool:
    """Tell whether a link leads to another place, or was rewritten because its place is called otherwise.

    Args:
        comparison: The two revisions.
        old: The link on the old side.
        new: The link on the new side.

    Returns:
        False where only the spelling changed, where the target went from one markup format to another and no further,
        where the link follows its page in the navigation, and where it is broken: one event is told once.
    """
    if broken(comparison.matching.new.site, old, new) or comparison.in_navigation(old, new):
        return False
    if old.home == new.home:
        return old.link.target != new.link.target and renamed(old, new)
    if old.link.target != new.link.target:
        return True
    return old.target.state == new.target.state == "found"


def broken(site: Site, old: Place | None, new: Place) -> bool:
    """Tell whether a link leads nowhere that led somewhere, or is new in its tree.

    Args:
        site: The new revision.
        old: The link on the old side; None where it was added.
        new: The link on the new side.

    Returns:
        Whether its target is missing now and was not before; a link that led out of the tree and now leads into it is new.
    """
    if new.target.state == "missing":
        return old is None or old.target.state in {"found", "outside"}
    if old is None or old.link.target != new.link.target:
        return False
    return dangles(site, old.target, new.target)
