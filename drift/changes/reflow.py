"""Paired blocks -> those that were broken up or joined, each one edit of one text.

    We test. You must run them.   ->   We test.

                                       You must run them.

No word differs, and a reader who is told that one paragraph lost a sentence and another one came is told nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from drift.match.aligned import align
from drift.match.blocks import BlockPair
from drift.trees.page import Block, Link
from drift.trees.words import words

PROSE = frozenset(("paragraph", "list_item", "quote"))
"""Kinds of blocks that people break up and join as they please."""

KEPT = 0.8
"""The share of a part's words that the whole has in their order; the rest was edited on the way."""

GROWN_WORDS = 10
"""A whole that lost so many words has them in a part, though much was written to them there; fewer stand in any text."""

GROWN = 4
"""Times as many words as it took over that such a part may have."""

FILLED = 0.5
"""The share of the words of a whole that its parts have, where none of them is its counterpart already."""

MOST_BETWEEN = 6
"""Blocks that came, or went, between two parts of one: an example after its first sentence, the other items of a list."""

TELLING_WORDS = 4
"""A part behind such a block has so many words: fewer of them, in this order, stand in any text."""

MOST_PARTS = 60
"""Parts of one block, each of which is looked for in all of it; what is in more pieces is data and no text."""

MOST_COMPARED = 400
"""Lone blocks times lone blocks between the same neighbours; more of them is a rewritten page, where nobody looks for it."""

_Entry = tuple[int | None, int | None]
# The places of a whole and of a part, of which one may be missing.


class Joined(msgspec.Struct, frozen=True):
    """What stands on the two sides of a pair."""

    pair: BlockPair
    old: Block | None
    new: Block | None
    reflowed: bool = False
    # Whether one of them stands for several.


def reflowed(
    pairs: Sequence[BlockPair], old: Sequence[Block], new: Sequence[Block]
) -> Iterator[Joined]:
    """Give the blocks of paired sections, those as one that were one or became one.

    Args:
        pairs: The pairs, in the order of the new side; a removed block stands before what followed it.
        old: The blocks on the old side.
        new: The blocks on the new side.

    Yields:
        What stands on both sides, in the order of the pairs.
    """
    # Where each block has a counterpart, none was broken up.
    lone = any(pair.old is None or pair.new is None for pair in pairs)
    still = [pair for pair in pairs if lone and not pair.moved]
    splits = _broken_up([(pair.old, pair.new) for pair in still], old, new)
    came = _all_parts(splits)
    free = [(p.new, p.old) for p in still if p.old not in splits and p.new not in came]
    joins = _broken_up(free, new, old)
    went = _all_parts(joins)
    for pair in pairs:
        if pair.old is not None and pair.old in splits:
            parts = splits[pair.old]
            at = BlockPair(pair.old, parts[0] if pair.new is None else pair.new)
            other = _joined([new[part] for part in parts])
            yield Joined(at, old[pair.old], other, reflowed=True)
        elif pair.new is not None and pair.new in joins:
            parts = joins[pair.new]
            at = BlockPair(parts[0] if pair.old is None else pair.old, pair.new)
            one = _joined([old[part] for part in parts])
            yield Joined(at, one, new[pair.new], reflowed=True)
        elif pair.new not in came and pair.old not in went:
            here = None if pair.old is None else old[pair.old]
            yield Joined(pair, here, None if pair.new is None else new[pair.new])


def _all_parts(found: Mapping[int, list[int]]) -> frozenset[int]:
    return frozenset(part for parts in found.values() for part in parts)


def _broken_up(
    entries: Sequence[_Entry], whole: Sequence[Block], parts: Sequence[Block]
) -> dict[int, list[int]]:
    """Find the wholes that live on in several parts, which are given by their places."""
    lone = {part for one, part in entries if one is None and part is not None}
    found: dict[int, list[int]] = {}
    for one, part in entries:
        if one is None or part is None or whole[one].text == parts[part].text:
            continue
        if {part - 1, part + 1} & lone and _is_prose(whole[one], parts[part]):
            run = _around(whole[one], part, parts, lone)
            if len(run) > 1:
                found[one] = run
                lone.difference_update(run)
    for gap in _gaps(entries):
        found.update(_taken_apart(gap, whole, parts, lone))
    return found


def _around(whole: Block, at: int, parts: Sequence[Block], lone: set[int]) -> list[int]:
    """Add to the counterpart of a block the lone ones around it that hold the words it lost."""
    run = [at]
    sought = words(whole.text)
    found = words(parts[at].text)
    kept = _kept(sought, found)
    for step in (-1, 1):
        nearest, between = at + step, 0
        while nearest in lone and between <= MOST_BETWEEN:
            more = words(parts[nearest].text) if _is_prose(parts[nearest]) else []
            both = more + found if step < 0 else found + more
            if _may_be_part(sought, found, more, apart=between > 0):
                gain = _kept(sought, both) - kept
            else:
                gain = 0
            if more and (gain >= KEPT * len(more) or _grew(len(sought) - kept, gain, len(more))):
                run.append(nearest)
                found, kept, between = both, kept + gain, 0
            else:
                between += 1
            if len(run) > MOST_PARTS:
                return [at]
            nearest += step
    return sorted(run)


def _may_be_part(whole: list[str], found: list[str], more: list[str], *, apart: bool) -> bool:
    """Tell cheaply whether a block may hold what the parts of a whole that are found do not."""
    missing = Counter(whole) - Counter(found)
    lost = (Counter(more) & missing).total()
    # What the found part was given besides may be words of the lost one.
    telling = not apart or sum(map(str.isalnum, more)) >= TELLING_WORDS
    return telling and (lost >= FILLED * len(more) or lost >= FILLED * missing.total())


def _grew(lost: int, gain: int, size: int) -> bool:
    """Tell whether a block of some size that has so many of the words that a whole lost took them over and added to them."""
    return lost >= GROWN_WORDS and gain >= KEPT * lost and size <= GROWN * lost


def _gaps(entries: Sequence[_Entry]) -> Iterator[list[_Entry]]:
    """Cut out what stands between two pairs."""
    gap: list[_Entry] = []
    for entry in (*entries, (0, 0)):
        if entry[0] is None or entry[1] is None:
            gap.append(entry)
        elif gap:
            yield gap
            gap = []


def _taken_apart(
    gap: Sequence[_Entry], whole: Sequence[Block], parts: Sequence[Block], lone: set[int]
) -> Mapping[int, list[int]]:
    """Find the wholes without a counterpart that live on in parts without one."""
    wholes = [one for one, _ in gap if one is not None and _is_prose(whole[one])]
    free = [part for _, part in gap if part is not None and part in lone and _is_prose(parts[part])]
    found: dict[int, list[int]] = {}
    if len(wholes) * len(free) > MOST_COMPARED:
        return found
    for one in wholes:
        sought = words(whole[one].text)
        here = _in_a_row([part for part in free if _holds(sought, words(parts[part].text))])
        said = [word for part in here for word in words(parts[part].text)]
        kept = _kept(sought, said)
        if len(here) > 1 and kept >= max(KEPT * len(said), FILLED * len(sought)):
            found[one] = here
            free = [part for part in free if part not in here]
    return found


def _holds(whole: list[str], part: list[str]) -> bool:
    shared = (Counter(part) & Counter(whole)).total()
    return bool(part) and shared >= KEPT * len(part)


def _in_a_row(places: list[int]) -> list[int]:
    """Give the first places that follow each other, if there are several."""
    row = places[:1]
    for place in places[1:]:
        if place == row[-1] + 1:
            row.append(place)
        elif len(row) > 1:
            break
        else:
            row = [place]
    return row


def _kept(whole: list[str], part: list[str]) -> int:
    return sum(b - a for tag, a, b, _, _ in align(whole, part) if tag == "equal")


def _is_prose(*blocks: Block) -> bool:
    return all(block.kind in PROSE for block in blocks)


def _joined(blocks: Sequence[Block]) -> Block:
    """Make one block of several, a blank line between their texts."""
    first, start = blocks[0], 0
    links: list[Link] = []
    for block in blocks:
        for link in block.links:
            span = link.span and (link.span[0] + start, link.span[1] + start)
            links.append(msgspec.structs.replace(link, span=span))
        start += len(block.text) + 2
    return msgspec.structs.replace(
        first,
        text="\n\n".join(block.text for block in blocks),
        lines=(first.lines[0], blocks[-1].lines[1]),
        links=tuple(links),
        markup="\n\n".join(block.markup or block.text for block in blocks),
    )
