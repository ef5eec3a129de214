"""The blocks of two sections -> which is which, in place, edited or moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from drift.match.aligned import align
from drift.match.assignment import assign
from drift.match.likeness import folded_words, is_known, spelt_alike, word_likeness
from drift.match.modulo import Modulo
from drift.match.order import displaced
from drift.trees.page import Block

LIKE = 500
"""In thousandths: blocks that share fewer of their words than this are strangers, wherever they stand."""

LIKE_IN_PLACE = 200
"""The same for two blocks of one kind that stand alone between the same neighbours."""

OTHER_KIND = 150
"""Taken off where one became the other kind: a paragraph that was made a list item."""

BAND = 40
"""In a long gap only blocks at most so many places apart are compared."""

MOST_WORK = 20_000_000_000
"""Words times words that the blocks of one gap are held against each other with: a second. A gap of two hundred blocks
of a thousand words each is not yet concerned."""

MOST_COMPARED = 400_000
"""Blocks of all gaps of two sections that are held against each other: half a second. Five thousand lines that were all
touched are not yet concerned; of twenty thousand, each is looked for ten places around its own."""


class BlockPair(msgspec.Struct, frozen=True, gc=False):
    """A block on both sides, or on one; the numbers are places in the lists of blocks."""

    old: int | None
    new: int | None
    moved: bool = False


def match_blocks(
    old: Sequence[Block], new: Sequence[Block], modulo: Modulo
) -> tuple[BlockPair, ...]:
    """Pair the blocks of one section with those of another.

    Args:
        old: The blocks on the old side.
        new: The blocks on the new side.
        modulo: What is to be read as the same.

    Returns:
        Each block once, in the order of the new side; a removed block stands before what followed it.
    """
    one = [modulo.text(block.text) for block in old]
    other = [modulo.text(block.text) for block in new]
    pairs: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for tag, a, b, c, d in align(list(map(_key, one, old)), list(map(_key, other, new))):
        if tag == "equal":
            pairs.update(zip(range(a, b), range(c, d), strict=True))
        elif tag == "replace":
            gaps.append((range(a, b), range(c, d)))
    pairs.update(_equal_elsewhere(one, other, pairs))
    taken = set(pairs.values())
    free = [([i for i in a if i not in pairs], [j for j in b if j not in taken]) for a, b in gaps]
    most = MOST_COMPARED // (2 * sum(max(map(len, gap)) for gap in free) + 1)
    for gap in free:
        pairs.update(_edited(old, new, (one, other), gap, most))
    pairs.update(_edited_elsewhere(old, new, (one, other), pairs))
    return _in_order(pairs, (old, new), (one, other))


def _key(text: str, block: Block) -> str:
    """Give the text of a block, or what it is where it has none: a file that is included is no image."""
    return text or f"\0{block.kind} {block.name}"


def alike(one: str, other: str) -> bool:
    """Tell whether two texts have so many words in common that they are one, wherever they stand."""
    return one == other or word_likeness(folded_words(one), folded_words(other)) >= LIKE


def _equal_elsewhere(one: list[str], other: list[str], pairs: dict[int, int]) -> dict[int, int]:
    """Pair equal texts that changed places; with several alike, the first with the first."""
    taken = set(pairs.values())
    places: dict[str, list[int]] = {}
    for index in reversed(range(len(other))):
        if index not in taken:
            places.setdefault(other[index], []).append(index)
    found: dict[int, int] = {}
    for index, text in enumerate(one):
        if index not in pairs and text and places.get(text):
            found[index] = places[text].pop()
    return found


def _edited(
    old: Sequence[Block],
    new: Sequence[Block],
    texts: tuple[list[str], list[str]],
    gap: tuple[list[int], list[int]],
    most: int,
) -> dict[int, int]:
    """Pair the blocks between the same neighbours, at most so far apart, by their words, then by where they stand."""
    left, right = gap
    cut = (
        {i: folded_words(texts[0][i]) for i in left},
        {j: folded_words(texts[1][j]) for j in right},
    )
    band = max(1, min(most, _band(cut)))
    alike: dict[tuple[int, int], int] = {}
    scores: dict[tuple[int, int], int] = {}
    for rank, i in enumerate(left):
        first = max(0, rank - band)
        for step, j in enumerate(right[first : rank + band + 1], first):
            loss = 0 if old[i].kind == new[j].kind else OTHER_KIND
            score = alike[i, j] = word_likeness(cut[0][i], cut[1][j]) - loss
            # Of two equals the nearer.
            scores[i, j] = (score - LIKE + 1) * 100 - min(90, abs(rank - step))
    pairs = dict(assign(scores))
    for between in _between(left, right, pairs):
        pairs.update(_alone(old, new, between, alike))
    return pairs


def _band(cut: tuple[dict[int, tuple[str, ...]], dict[int, tuple[str, ...]]]) -> int:
    """Tell how far around its place a block is looked for: long ones less far, all within `MOST_WORK`."""
    work = max(sum(len(text) ** 2 for text in side.values()) for side in cut)
    return min(BAND, MOST_WORK // (2 * work + 1))


def _between(
    left: list[int], right: list[int], pairs: dict[int, int]
) -> Iterable[tuple[list[int], list[int]]]:
    """Cut what is left over in a gap at the pairs that keep their order."""
    taken = set(pairs.values())
    ranks = {i: rank for rank, i in enumerate(left)}, {j: rank for rank, j in enumerate(right)}
    first, start = 0, 0
    for i in [*sorted(pairs), None]:
        end = len(left) if i is None else ranks[0][i]
        stop = len(right) if i is None else ranks[1][pairs[i]]
        if stop < start:
            continue
        lone = [k for k in left[first:end] if k not in pairs]
        yield lone, [k for k in right[start:stop] if k not in taken]
        first, start = end, stop


def _alone(
    old: Sequence[Block],
    new: Sequence[Block],
    between: tuple[list[int], list[int]],
    alike: dict[tuple[int, int], int],
) -> dict[int, int]:
    """Pair two blocks that are the only ones of their kind between two pairs, if they share some words or a name."""
    found: dict[int, int] = {}
    for kind in {old[i].kind for i in between[0]}:
        mine = [i for i in between[0] if old[i].kind == kind]
        theirs = [j for j in between[1] if new[j].kind == kind]
        if len(mine) == len(theirs) == 1:
            i, j = mine[0], theirs[0]
            # A toctree with another caption is still that toctree; so are a field's value, a box and a word spelt otherwise.
            named = kind == "directive" and old[i].name == new[j].name != ""
            value = _is_value(old[i]) and _is_value(new[j])
            named = named or value or spelt_alike(old[i].text, new[j].text)
            if named or alike.get((i, j), 0) >= LIKE_IN_PLACE:
                found[i] = j
    return found


def _is_value(block: Block) -> bool:
    value = block.kind == "definition" and block.container[-1:] == ("definition",)
    return value or (block.kind == "admonition" and not block.text)


def _edited_elsewhere(
    old: Sequence[Block],
    new: Sequence[Block],
    texts: tuple[list[str], list[str]],
    pairs: dict[int, int],
) -> dict[int, int]:
    """Pair what is left over anywhere in the section and is clearly the same block, edited and moved."""
    taken = set(pairs.values())
    left = [i for i in range(len(old)) if i not in pairs]
    right = [j for j in range(len(new)) if j not in taken]
    if not left or not right or len(left) * len(right) > BAND * BAND:
        return {}
    cut = (
        {i: folded_words(texts[0][i]) for i in left},
        {j: folded_words(texts[1][j]) for j in right},
    )
    scores = {
        (i, j): word_likeness(cut[0][i], cut[1][j]) - LIKE
        for i in left
        for j in right
        if old[i].kind == new[j].kind
    }
    return dict(assign(scores))


def _in_order(
    pairs: dict[int, int],
    blocks: tuple[Sequence[Block], Sequence[Block]],
    texts: tuple[list[str], list[str]],
) -> tuple[BlockPair, ...]:
    old, new = blocks
    order = sorted(pairs)
    places = [pairs[i] for i in order]
    names = [sorted((old[i].text, new[pairs[i]].text)) for i in order]
    sizes = [min(len(old[i].text), len(new[pairs[i]].text)) for i in order]
    moved = {order[index] for index in displaced(places, list(map(tuple, names)), sizes)}
    # Links tell by themselves where they went.
    bare = (i for i in moved if not old[i].links and not new[pairs[i]].links)
    strangers = {i for i in bare if not is_known(texts[0][i], texts[1][pairs[i]])}
    pairs = {i: j for i, j in pairs.items() if i not in strangers}
    return tuple(_merged(pairs, moved - strangers, (len(old), len(new))))


def _merged(
    pairs: dict[int, int], moved: set[int], lengths: tuple[int, int]
) -> Iterable[BlockPair]:
    back = {j: i for i, j in pairs.items()}
    following = 0
    for j in range(lengths[1]):
        i = back.get(j)
        if i is not None and i not in moved:
            yield from (BlockPair(k, None) for k in range(following, i) if k not in pairs)
            following = i + 1
        yield BlockPair(i, j, moved=i is not None and i in moved)
    yield from (BlockPair(k, None) for k in range(following, lengths[0]) if k not in pairs)
