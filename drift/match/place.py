"""Where a link stands, and which link of the other side it is."""

from __future__ import annotations

from collections.abc import Hashable

import msgspec

from drift.trees.page import Link
from drift.trees.site import Target


class Place(msgspec.Struct, frozen=True, gc=False):
    """A link with where it stands."""

    node: int
    block: int
    # Its block's place in the section; -1 in the heading.
    index: int
    link: Link
    target: Target
    # What it points to, in its own revision.
    home: Hashable
    # What it points to in the words of the new revision, so that a target that moved is still the same.


class LinkPair(msgspec.Struct, frozen=True, gc=False):
    """A link on both sides, or on one."""

    old: Place | None
    new: Place | None
    moved: bool = False
    # Whether it stands in sections that are no pair.
