"""`spelling.fixed`: the same word in another spelling.

What it tells: a misspelling that was mended, a hyphen that came or went, British spelling for American or the reverse;
once or often. Introducing a misspelling is no rule.
Why it matters: nothing changed in meaning, and one line tells all of it.
Example: `Irresitable` -> `Irresistable`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from drift.changes.base import Location
from drift.changes.hunks import hunks
from drift.changes.nature import misspelt
from drift.explain.base import Leftover, Rule
from drift.explain.clues import Clues
from drift.explain.families import BETWEEN
from drift.explain.leftovers import leftovers
from drift.explain.lexicon import Lexicon, letters, nearness, variant
from drift.explain.proposal import Proposal, RuleKind, rule_id
from drift.match.modulo import Modulo
from drift.trees.words import words

_SPELT = re.compile(r"[^\W_](?:[\w ’'-]*\w)?")

CERTAIN = 0.97
"""Two words a letter apart at one place of one text are seldom two words that both were meant."""


MOST = 1000
"""So many respelt words are looked up, the most frequent first."""

LONGEST = 50
"""Words in a row that differ; where more do, a text was rewritten and its words are no spellings of each other."""


def _propose(clues: Clues) -> Iterable[Proposal]:
    found: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    places: dict[tuple[str, str], list[Location]] = defaultdict(list)
    for text in clues.texts:
        for before, after in _respelt(text.before, text.after):
            key = (before.casefold(), after.casefold())
            found[key][before, after] += 1
            places[key].append(text.at)
    often = sorted(found, key=lambda key: (-found[key].total(), key))[:MOST]
    for key in sorted(often):
        if _mended(clues.lexicon, *key, sum(found[key].values())):
            yield _proposal(clues, found[key], places[key])


def _respelt(before: str, after: str) -> Iterable[tuple[str, str]]:
    """Find the words of two texts that may be one word in two spellings."""
    for hunk in hunks(before, after):
        one, other = words(hunk.before), words(hunk.after)
        if max(len(one), len(other)) > LONGEST:
            continue
        if len(one) == len(other):
            pairs = zip(one, other, strict=True)
            rows = [(a, b) for a, b in pairs if a.casefold() != b.casefold()]
        else:
            rows = [(" ".join(hunk.before.split()), " ".join(hunk.after.split()))]
        for a, b in rows:
            if not (_SPELT.fullmatch(a) and _SPELT.fullmatch(b)) or _is_option(a, b):
                continue
            # No acronym is a slip of a word.
            slip = " " not in a + b and a.isupper() == b.isupper() and misspelt(a, b)
            if variant(a, b) or slip:
                yield a, b


def _is_option(*sides: str) -> bool:
    """Tell whether words are single signs, such as those of `-j 4` and `-j4`."""
    return any(" " in side and all(len(word) == 1 for word in side.split()) for side in sides)


def _mended(lexicon: Lexicon, before: str, after: str, count: int) -> bool:
    """Tell whether the new spelling is the right one, or as right as the old one."""
    if variant(before, after):
        return not _glued(lexicon, before, after, count)
    near = nearness(before), nearness(after)
    if not near[0] and not near[1]:
        return False
    if not near[0] or not near[1]:
        return near[1] == 0
    # The language knows neither; the handbook may.
    ours = lexicon.count(after) - lexicon.count(before)
    if abs(ours) > 1 + count:
        return ours > 0
    return near[1] < near[0]


def _glued(lexicon: Lexicon, before: str, after: str, count: int) -> bool:
    """Tell whether words only lost the blank between them, and what is left of them is a word of nobody.

    Any two usual words look like a compound; with a word of manner (`newly`) or one such as `with` they make none.
    """
    if before.replace(" ", "") != after or lexicon.known(after) or lexicon.count(after) > count:
        return False
    parts = before.split()
    if not nearness(after):
        return any(part.endswith("ly") or part in BETWEEN for part in parts)
    return not any(map(nearness, parts))


def _left(clues: Clues, forms: Counter[tuple[str, str]]) -> tuple[Leftover, ...]:
    """List what is still spelt the old way, unless that is a right way that most of the handbook keeps to."""
    new, old_forms = clues.lexicon.new, tuple(before for before, _ in forms)
    # With the same letters, neither is a misspelling: `MadeTech` and `Made Tech`.
    right = all(letters(one) == letters(other) or _known(one) for one, other in forms)
    if right and new.least(old_forms) > forms.total():
        # Then nobody needs to look at each.
        return ()
    left = leftovers(new, old_forms, ())
    return () if right and len(left) > forms.total() else left


def _known(form: str) -> bool:
    return not any(map(nearness, words(form)))


def _proposal(clues: Clues, forms: Counter[tuple[str, str]], places: list[Location]) -> Proposal:
    (before, after), _ = max(forms.items(), key=lambda item: (item[1], item[0]))
    others = tuple(sorted(form for form in forms if form != (before, after)))
    rule = Rule(
        id=rule_id("spelling.fixed", before, after),
        kind="spelling.fixed",
        before=before,
        after=after,
        count=sum(forms.values()),
        confidence=CERTAIN,
        variants=others,
        places=tuple(places),
        leftovers=_left(clues, forms),
    )
    return Proposal(rule, Modulo(terms=tuple(sorted(forms))))


SPELLING_FIXED = RuleKind("spelling.fixed", _propose, teaches=True)
