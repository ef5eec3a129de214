"""What a row of a redirect map says, and what all rows of one map make of an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from drift.site.address import Address, address_keys

MOST_STEPS = 50
"""Rows that are followed one after the other; browsers give up after twenty."""


class MapRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row."""

    line: int
    old: str
    # As written, and so is the next.
    new: str
    source: Address | None = None
    # None where it stands for many addresses.
    pattern: str = ""
    # What matches the paths of those, as a regular expression of literal text and few wildcards.
    target: Address | None = None
    # Where it leads; None out of the site, and where it stands for many.
    template: str = ""
    # Of these: path and fragment, decoded, with `\g<1>` for what the pattern caught; empty where it leads out.


class Reading(msgspec.Struct, frozen=True):
    """What was read from a map."""

    rows: tuple[MapRow, ...]
    unread: tuple[int, ...] = ()
    # Lines with redirects that nobody here can read.


class RedirectMap:
    """The rows of a map, by what they are asked for."""

    def __init__(self, rows: Iterable[MapRow]) -> None:
        """Index the rows.

        Args:
            rows: In their order.
        """
        self.rows = tuple(rows)
        self._literal: dict[tuple[str, str], MapRow] = {}
        self._patterns = tuple(
            (row, re.compile(row.pattern, re.DOTALL)) for row in self.rows if row.pattern
        )
        for row in self.rows:
            if row.source is not None:
                self._literal.setdefault((row.source.key, row.source.anchor), row)

    def row(self, address: Address) -> MapRow | None:
        """Find the row that an address falls under.

        Args:
            address: Where a reader comes.

        Returns:
            The first one in the order of the file, or None.
        """
        keys = ((key, address.anchor) for key in address_keys(address.path))
        found = next((self._literal[key] for key in keys if key in self._literal), None)
        if address.anchor:
            return found
        for row, pattern in self._patterns:
            if found is not None and found.line < row.line:
                break
            if pattern.fullmatch(address.path):
                return row
        return found

    def led(self, address: Address) -> Address | None:
        """Tell where a reader is led in one step.

        Args:
            address: Where a reader comes.

        Returns:
            The next address; None where no row holds, or where it leads out of the site.
        """
        row = self.row(address)
        return None if row is None else target(row, address)

    def end(self, address: Address, live: Callable[[str], object]) -> tuple[Address, int]:
        """Follow the rows to where no further one holds.

        Args:
            address: Where a reader comes.
            live: Tells of a path whether a page is there: what stands for many addresses is not meant for it.

        Returns:
            The last address in the site, and the number of steps: `MOST_STEPS` where there is no end.
        """
        for steps in range(MOST_STEPS):
            # No server sees the fragment, but rows that name one are followed by those who wrote them.
            row = self.row(address) or self.row(Address(address.path))
            if row is None or (row.pattern and live(address.path)):
                return address, steps
            following = target(row, address)
            if following is None:
                return address, steps
            address = following
        return address, MOST_STEPS


def target(row: MapRow, address: Address) -> Address | None:
    """Tell where a row leads a reader.

    Args:
        row: One that the address falls under.
        address: Where the reader comes.

    Returns:
        The address; None outside of the site.
    """
    found = _match(row, address) if row.template else None
    if found is None:
        return row.target
    path, _, anchor = found.expand(row.template).partition("#")
    return Address(path, anchor)


def _match(row: MapRow, address: Address) -> re.Match[str] | None:
    return re.fullmatch(row.pattern, address.path, re.DOTALL)
