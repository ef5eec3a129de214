"""Pair pages: by path, by content, and by where the rest of their folder went."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

import msgspec

from drift.match.assignment import assign
from drift.match.forest import Forest
from drift.match.gathered import gathered
from drift.match.matching import CERTAIN, Doubt, Matching, Pair, probability
from drift.match.profile import Profile, likeness, title_likeness
from drift.match.series import Numbers, numbers

BIAS = -2200
"""Two pages taken at random are strangers: odds of one in nine before anything is known of them."""

CONTENT = 7000
"""Gained from no common text to the same text; likeness below `NEUTRAL` speaks against a pair."""

NEUTRAL = 0.3
"""Pages of one handbook on two subjects share up to this much of their weighed words."""

ENOUGH_WORDS = 15
"""Texts shorter than this say proportionally less."""

SAME_PATH = 4000
"""A path is kept on purpose; only a page that clearly lives on elsewhere gives it up."""

SAME_TITLE = 1500

SAME_STEM = 1200
"""For a file name that says something; `README` and `index` say nothing."""

SAME_FOLDER = 400

FOLDER_WENT = 2500
"""For a page whose folder's other pages went where it seems to have gone."""

EMPTY_STEMS = frozenset({"readme", "index", "_index", "overview"})


EQUALS = 32
"""Parts of a thousandth in which scores are told apart that are equal."""

CERTAIN_SCORE = 6000
"""For two files that a user named to be compared."""


class _Page(msgspec.Struct, frozen=True, eq=False):
    root: int
    path: PurePosixPath
    numbers: Numbers
    title: str
    profile: Profile
    total: int


def paged(matching: Matching) -> Matching:
    """Pair the pages of both sides.

    Every page may become any other, whatever its path, so that a path that another page took over does not tie the
    two together. The choice is the assignment with the greatest sum of scores; a second one, for the pages left
    over, knows which folders went where.

    Args:
        matching: The matching so far; only its forests and evidence are used.

    Returns:
        The same with pages paired, and with their root sections paired.
    """
    old, new = _free(matching)
    if not old or not new:
        return matching
    if matching.old.site.single and matching.new.site.single:
        # Who names two files says that they are one.
        return _with(matching, dict.fromkeys(zip(old, new, strict=False), CERTAIN_SCORE))
    return matching.weighed(_weighed)


def _free(matching: Matching) -> tuple[list[int], list[int]]:
    pages = matching.pages
    return (
        [root for root in matching.old.roots.values() if root not in pages.by_old],
        [root for root in matching.new.roots.values() if root not in pages.by_new],
    )


def _weighed(matching: Matching) -> Matching:
    free, evidence = _free(matching), matching.evidence
    profiles = (
        {root: evidence.old.whole(root) for root in free[0]},
        {root: evidence.new.whole(root) for root in free[1]},
    )
    old = _pages(matching.old, profiles[0], matching)
    new = _pages(matching.new, profiles[1], matching)
    sources = profiles[0].__getitem__, profiles[1].__getitem__
    candidates = evidence.candidates(old, new, sources) | _named_alike(old, new)
    scores = {
        (one, other): _score(old[one], new[other], matching)
        for one, other in sorted(candidates)
        if not matching.apart(one, other)
    }
    # Of copies that say the same the one whose path has most in common; too little to decide anything else.
    ranked = {pair: EQUALS * one + _common(old, new, pair) for pair, one in scores.items()}
    pairs = {pair: scores[pair] for pair in assign(ranked)}
    pairs |= _followed(old, new, pairs, scores)
    matching = _with(matching, pairs)
    return msgspec.structs.replace(
        matching,
        old_doubts={
            **matching.old_doubts,
            **_doubts(scores, {old for old, _ in pairs}, turned=False),
        },
        new_doubts={
            **matching.new_doubts,
            **_doubts(scores, {new for _, new in pairs}, turned=True),
        },
    )


def _with(matching: Matching, pairs: dict[tuple[int, int], int]) -> Matching:
    found = [Pair(*pair, probability(score), "paged") for pair, score in sorted(pairs.items())]
    found = [_sure(pair, matching) for pair in found]
    return msgspec.structs.replace(
        matching,
        pages=matching.pages.with_all(found),
        sections=matching.sections.with_all(found),
    )


def _pages(forest: Forest, profiles: dict[int, Profile], matching: Matching) -> dict[int, _Page]:
    """Collect what is to be known of the pages that have no counterpart yet."""
    return {
        root: _Page(
            root,
            PurePosixPath(forest.nodes[root].page),
            numbers(forest.nodes[root].page),
            forest.page_of(root).title,
            part,
            matching.evidence.rarity.total(part),
        )
        for root, part in profiles.items()
    }


def _named_alike(old: dict[int, _Page], new: dict[int, _Page]) -> set[tuple[int, int]]:
    """Find pairs by path, by path without suffix, by names and numbers, and by title and name, where that is unique."""
    found: set[tuple[int, int]] = set()
    for name in (
        lambda page: (page.path,),
        lambda page: (page.path.with_suffix(""),),
        lambda page: (page.numbers, page.path.parts[-2:]) if page.numbers else None,
        lambda page: (page.title, page.path.stem),
        lambda page: (page.title, page.path.parent.name) if page.title else None,
    ):
        left, right = (gathered(pages.values(), name) for pages in (old, new))
        found.update(
            (pages[0].root, right[key][0].root)
            for key, pages in left.items()
            if key is not None and len(pages) == 1 and len(right.get(key, ())) == 1
        )
    return found


def _common(old: dict[int, _Page], new: dict[int, _Page], pair: tuple[int, int]) -> int:
    """Count the names of folders that the paths of two pages have in common."""
    parts = {*old[pair[0]].path.parts} & {*new[pair[1]].path.parts}
    return min(len(parts), EQUALS - 1)


def _score(old: _Page, new: _Page, matching: Matching) -> int:
    shared = matching.evidence.rarity.shared(old.profile, new.profile)
    alike = likeness(shared, old.total, new.total)
    told = min(1.0, min(old.profile.size, new.profile.size) / ENOUGH_WORDS)
    score = BIAS + int(CONTENT * (alike - NEUTRAL) * told)
    score += int(SAME_TITLE * (2 * title_likeness(old.title, new.title) - 1))
    if old.path.stem == new.path.stem and old.path.stem.lower() not in EMPTY_STEMS:
        score += SAME_STEM
    if old.path.parent == new.path.parent:
        score += SAME_FOLDER
    if old.path.with_suffix("") == new.path.with_suffix(""):
        score += SAME_PATH
    return score


def _followed(
    old: dict[int, _Page],
    new: dict[int, _Page],
    pairs: dict[tuple[int, int], int],
    scores: dict[tuple[int, int], int],
) -> dict[tuple[int, int], int]:
    """Pair left over pages that keep their file name and went where others of their folder went."""
    went = Counter(
        (old[one].path.parent, new[other].path.parent)
        for one, other in pairs
        if old[one].path.parent != new[other].path.parent
    )
    goals: dict[PurePosixPath, list[PurePosixPath]] = {}
    for (source, target), count in went.items():
        if count > 1:
            goals.setdefault(source, []).append(target)
    taken = {one for one, _ in pairs}, {other for _, other in pairs}
    free = {page.path: root for root, page in new.items() if root not in taken[1]}
    likely: dict[tuple[int, int], int] = {}
    for root, page in old.items():
        if root in taken[0]:
            continue
        for target in goals.get(page.path.parent, ()):
            other = free.get(target / page.path.name)
            if other is not None:
                likely[root, other] = scores.get((root, other), BIAS) + FOLDER_WENT
    return {pair: likely[pair] for pair in assign(likely)}


def _sure(pair: Pair, matching: Matching) -> Pair:
    """Raise a pair to certainty where both pages say the same under the same name."""
    old, new = matching.old.nodes[pair.old], matching.new.nodes[pair.new]
    if old.page == new.page or old.section.subtree == new.section.subtree:
        return msgspec.structs.replace(pair, confidence=max(pair.confidence, CERTAIN))
    return pair


def _doubts(
    scores: dict[tuple[int, int], int], taken: set[int], *, turned: bool
) -> dict[int, Doubt]:
    """Remember the best counterpart of each page that has got none."""
    best: dict[int, tuple[int, int]] = {}
    for (one, other), score in scores.items():
        node, counterpart = (other, one) if turned else (one, other)
        if node not in taken and (node not in best or score > best[node][0]):
            best[node] = (score, counterpart)
    return {node: Doubt(other, probability(score)) for node, (score, other) in best.items()}
