"""A name that another replaced -> the part of it that is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drift.changes.base import Hunk
from drift.explain.ends import shared
from drift.explain.families import are_hosts, may_be_terms
from drift.history.exchanges.phrases import Exchange, Pair

_JOINT = re.compile(r"([-_.])")


def parts(exchange: Exchange) -> Iterator[Exchange]:
    """Read what is another part of a name: `QPAD` and `GPAD` in `QPAD-012` and `GPAD-012`.

    Args:
        exchange: The names.

    Yields:
        The parts without those that both names have at their ends, if they are words. Where a part of a name in dots came
        or went, that one with what stands ahead: `harbour.core` and `harbour` in `harbour.core.sails`.
    """
    name = exchange.pair[0]
    if any(" " in side or not _JOINT.search(side) for side in exchange.pair):
        return
    if moved := _moved(*(side.split(".") for side in exchange.pair)):
        yield Exchange(moved, "", "", name)
        return
    pieces = [_JOINT.split(side) for side in exchange.pair]
    first, last = shared(*(side[::2] for side in pieces))
    # Between two parts stands what joins them.
    pieces = [side[2 * first : len(side) - 2 * last] for side in pieces]
    one, other = (side[::2] for side in pieces)
    before, after = map("".join, pieces)
    words_only = all(map(str.isalpha, (*one, *other)))
    # What only came or went besides is told by each name.
    kept, new = ({part.casefold() for part in side} for side in (one, other))
    if (
        first + last
        and words_only
        and not (kept <= new or new <= kept)
        and min(len(before), len(after)) > 1
        and may_be_terms(before, after, one, other)
    ):
        yield Exchange((before, after), "", "", name)


def _moved(one: list[str], other: list[str]) -> Pair | None:
    """Tell what stands ahead of a name in dots before and after, if parts of it came or went; None if others came for them."""
    if not all(map(str.isidentifier, (*one, *other))):
        return None
    most = min(len(one), len(other))
    first = next((at for at in range(most) if one[at] != other[at]), most)
    last = most - first
    if not first or len(one) == len(other) or one[len(one) - last :] != other[len(other) - last :]:
        return None
    # The old form has to end where something went; what is ahead of it is not gone where something came.
    more = int(len(one) < len(other))
    if more > last:
        return None
    before, after = one[: len(one) - last + more], other[: len(other) - last + more]
    return ".".join(before), ".".join(after)


def in_hosts(hunk: Hunk) -> Iterator[Exchange]:
    """Read what is another part of a host's name: `supercluster` and `clusterset` in `supercluster.local`.

    Args:
        hunk: The words, with those around them.

    Yields:
        The part, where the hosts end alike; each host names it by itself, since no host is a term.
    """
    before, after = hunk.before, hunk.after
    if are_hosts(before, after) and before.rpartition(".")[2] == after.rpartition(".")[2]:
        for part in parts(Exchange((before, after), "", "")):
            yield Exchange(part.pair, "", "")
