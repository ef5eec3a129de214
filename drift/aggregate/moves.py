"""Redirects -> what a map must say: addresses that changed, without what no line is needed for."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from drift.aggregate.redirect import Redirect
from drift.site.address import Address
from drift.site.published import Publisher


class Move(msgspec.Struct, frozen=True):
    """One address that must lead to another one."""

    old: Address
    new: Address
    row: Redirect


class Moves(msgspec.Struct, frozen=True, eq=False):
    """What readers must be led from and to."""

    pages: tuple[Move, ...]
    # A line of a map each: nothing is published at the old address, and the new one is alive.
    anchors: tuple[Move, ...]
    # Fragments that do not come along with their page; no server ever sees one.
    taken: tuple[Move, ...]
    # A page stands at the old address: another one, or a sign that leads to the new one.
    unresolved: tuple[Redirect, ...]
    along: int
    # Anchors that come along: a browser keeps the fragment over a redirect.
    unchanged: int
    # Pages whose address is what it was, as after a conversion.
    unpublished: int
    # Pages that are or were no part of the site.


class _Sorting:
    """Redirects that are put where they belong, one after the other."""

    def __init__(self, old: Publisher, new: Publisher) -> None:
        self._old, self._new = old, new
        self.pages: dict[str, Move] = {}
        # By the key of the old address: two files of one stem were one page to readers.
        self.anchors: dict[Address, Move] = {}
        self.taken: list[Move] = []
        self.unresolved: list[Redirect] = []
        self.along = self.unchanged = self.unpublished = 0
        self._went: dict[str, Address] = {}
        # Where readers of a page are led.

    def page(self, row: Redirect) -> None:
        move = self._move(row)
        if move is None:
            return
        self._went[row.old.path or ""] = move.new
        if move.old.key == move.new.key:
            self.unchanged += 1
        elif self._new.live.get(move.old.key) is not None:
            self.taken.append(move)
        else:
            self.pages.setdefault(move.old.key, move)

    def anchor(self, row: Redirect) -> None:
        move = self._move(row)
        if move is None:
            return
        led = self._went.get(row.old.path or "", Address(move.old.path))
        # A redirect to a fragment does not keep the reader's; one that is not there leads to the top of the page.
        kept = move.new.anchor in {"", move.old.anchor}
        if kept and (led.key, led.anchor) == (move.new.key, ""):
            self.along += 1
        else:
            self.anchors.setdefault(move.old, move)

    def _move(self, row: Redirect) -> Move | None:
        old = self._old.address(row.old.path or "", row.old.anchor)
        if old is not None and row.new.path is None:
            self.unresolved.append(row)
            return None
        new = self._new.address(row.new.path or "", row.new.anchor)
        if old is None or new is None:
            self.unpublished += row.kind == "page"
            return None
        return Move(old, new, row)


def moves(rows: Iterable[Redirect], old: Publisher, new: Publisher) -> Moves:
    """Tell what a map must say.

    Args:
        rows: Every place that is gone, pages and anchors.
        old: The start of the range.
        new: Its end.

    Returns:
        The moves, in the order of the rows.
    """
    sorting = _Sorting(old, new)
    every = tuple(rows)
    for row in every:
        if row.kind == "page":
            sorting.page(row)
    for row in every:
        if row.kind == "section":
            sorting.anchor(row)
    return Moves(
        pages=tuple(sorting.pages.values()),
        anchors=tuple(sorting.anchors.values()),
        taken=tuple(sorting.taken),
        unresolved=tuple(sorting.unresolved),
        along=sorting.along,
        unchanged=sorting.unchanged,
        unpublished=sorting.unpublished,
    )
