"""Both sides of a link -> whether its label changed because its target did."""

from __future__ import annotations

from drift.changes.base import LinkSides


def shows_target(link: LinkSides) -> bool:
    """Tell whether a link has no label of its own on either side: it shows its target, or the title of what it names."""
    return all(side is not None and side.label == side.target for side in (link.old, link.new))


def says_piece(link: LinkSides) -> bool:
    """Tell whether labels differ in the words in which their targets differ: `Get 1.2` -> `Get 1.3`, with the file of each.

    Args:
        link: Both sides.

    Returns:
        Whether to exchange those words makes the old target the new one.
    """
    if link.old is None or link.new is None:
        return False
    one, other = link.old.label.split(), link.new.label.split()
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    before, after = " ".join(one), " ".join(other)
    return bool(before and after) and link.old.target.replace(before, after) == link.new.target
