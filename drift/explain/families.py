"""Texts that differ -> families of phrases that may be one term renamed, with their support."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from drift.changes.hunks import hunks
from drift.changes.nature import misspelt
from drift.explain.ends import shared
from drift.explain.family import Family, Variant
from drift.explain.lexicon import letters, variant
from drift.explain.mentions import Mentions, Stems, holds, stems
from drift.explain.texts import Text
from drift.trees.words import words

LONGEST = 4
"""Words in a term, on either side; what is longer is a sentence."""

_NO_TERM = re.compile(
    r"v?\d+(?:[.,:/x-]\d+)*(?:st|nd|rd|th|[a-z])?|[^\w]+|\w?|"
    r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-?)?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    r"ten(?:th)?|eleven(?:th)?|twelve|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ieth)|(?:hundred|thousand|million|billion)(?:s|th)?|"
    r"zero|half|halves|quarters?|dozens?|once|twice|thrice|both|(?:half-|bi|semi)?(?:year|quarter|month|week|dai)ly|"
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"(?:second|minute|hour|day|week|month|year)s?|(?:[a-z]\.)+[a-z]\.?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|noon|mid(?:day|night)|to(?:day|night|morrow)|yesterday",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"www\.[\w.-]+|(?:[\w-]+\.)+(?:[a-z]{2}|com|org|net|edu|gov|mil|info|biz|app|dev|cloud|site|"
    r"tech|xyz|online|wiki|blog|social|software|science|foundation|"
    r"local|localhost|internal|example|test)",
    re.IGNORECASE,
)
# A name in dots that ends otherwise is a key's, an attribute's or a file's.
_RAISED = re.compile(r"[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+")
# The number of a note.
_DIGITS = re.compile(rf"(?:\d|{_RAISED.pattern})+")
_NO_WORD = re.compile(r"(?!&$)[\W_]|\D.*,")
_NO_SLIP = re.compile(r"[a-z][A-Z]{2}|\d")
# An acronym in a word (`BerthVM` for `berth`), or figures.
BETWEEN = frozenset(("a", "an", "and", "as", "at", "by", "for", "from", "if", "in", "into", "is"))
BETWEEN |= {"of", "on", "or", "that", "the", "their", "this", "to", "with", "your", "&"}
"""Words that no term begins or ends with: a phrase that does was cut out of a sentence."""

_OF_CLAUSES = frozenset(
    ("a", "all", "an", "any", "each", "every", "my", "no", "our", "the", "your")
) | {"are", "be", "been", "can", "has", "have", "must", "should", "was", "were", "will", "would"}
"""Determiners and verbs that stand inside a clause."""


def families(texts: Sequence[Text]) -> tuple[Family, ...]:
    """Find phrases that were replaced by others, together with their inflections.

    Args:
        texts: The texts on both sides.

    Returns:
        The families with support in at least two texts or a heading, those that explain most first.
    """
    written = _candidates(texts)
    if not written:
        return ()
    wanted = {phrase for old, new in written for phrase in (old, old[:1], new)}
    said = Mentions(texts, wanted)
    found = []
    for key, forms in sorted(written.items()):
        family = _family(key, forms, texts, said)
        if family is not None:
            found.append(family)
    found.sort(key=lambda f: (-f.count, len(f.before), f.before, f.after))
    return tuple(found)


def _candidates(texts: Sequence[Text]) -> dict[tuple[Stems, Stems], Counter[tuple[str, str]]]:
    """Collect replaced phrases, by their stems."""
    found: dict[tuple[Stems, Stems], Counter[tuple[str, str]]] = defaultdict(Counter)
    for text in texts:
        for before, after in _replaced(text):
            found[stems(before), stems(after)][before, after] += 1
    return found


def _replaced(text: Text) -> Iterable[tuple[str, str]]:
    for hunk in hunks(text.before, text.after):
        one, other = words(hunk.before), words(hunk.after)
        if hunk.context[1].startswith(("@", "://")):
            # The name of a mailbox is none of a thing, nor is the scheme of a URL.
            continue
        if not (0 < len(one) <= LONGEST and 0 < len(other) <= LONGEST):
            continue
        before, after = hunk.before, hunk.after
        if any(ends := shared(one, other)):
            # A verb that follows its subject's number is no part of its name.
            one, other = (side[ends[0] : len(side) - ends[1]] for side in (one, other))
            before, after = " ".join(one), " ".join(other)
        if may_be_terms(before, after, one, other):
            yield before, after


def are_hosts(before: str, after: str) -> bool:
    """Tell whether two words are names of hosts.

    Args:
        before: One word.
        after: The other.
    """
    return bool(_HOST.fullmatch(before) and _HOST.fullmatch(after))


def may_be_terms(before: str, after: str, one: list[str], other: list[str]) -> bool:
    """Tell whether two phrases can be terms at all: words, and not two spellings of one.

    Args:
        before: One phrase.
        after: The other.
        one: The words of the first.
        other: The words of the second.

    Returns:
        Whether they can; a number, a date, a function word, a clause or a host is none.
    """
    if _cut_out(one, other) or letters(before) == letters(after) or variant(before, after):
        return False
    if are_hosts(before, after):
        return False
    parts = (re.split("[ -]", " ".join(phrase)) for phrase in (one, other))
    if any(all(map(_NO_TERM.fullmatch, side)) for side in parts):
        return False
    if _RAISED.sub("", before) == _RAISED.sub("", after):
        return False
    if _DIGITS.sub("0", before) == _DIGITS.sub("0", after) or stems(before) == stems(after):
        return False
    respelt = len(one) == len(other) and all(map(misspelt, one, other))
    return not respelt or before.isupper() or bool(_NO_SLIP.search(f"{before} {after}"))


def _cut_out(one: list[str], other: list[str]) -> bool:
    """Tell whether one of two phrases is no more than a run of words or signs, or has a number that came or went."""
    if any(map(_NO_WORD.match, (*one, *other))) or _is_clause(one) or _is_clause(other):
        return True
    if any(map(str.isdecimal, one)) != any(map(str.isdecimal, other)):
        return True
    return any(word.lower() in BETWEEN for word in (one[0], one[-1], other[0], other[-1]))


def _is_clause(phrase: list[str]) -> bool:
    """Tell whether a phrase has a word such as `the` or `will` in it and is no title either."""
    inside = any(word.lower() in _OF_CLAUSES for word in phrase[1:-1])
    return inside and any(word.islower() for word in (phrase[0], phrase[-1]))


def _family(
    key: tuple[Stems, Stems],
    forms: Counter[tuple[str, str]],
    texts: Sequence[Text],
    said: Mentions,
) -> Family | None:
    """Count in all texts what one phrase lost and the other gained."""
    before, after = key
    count, lost = 0, 0
    inside: list[int] = []
    grows = holds(after, before)
    where = {*said.before(before)}
    if grows:
        where |= said.after(after).keys() & said.before(before[:1]).keys()
    for index in sorted(where):
        gone = said.before(before).get(index, 0) - said.after(before).get(index, 0)
        came = said.after(after).get(index, 0) - said.before(after).get(index, 0)
        if gone > 0 or (came > 0 and grows):
            went = came if grows else min(gone, came)
            lost += max(gone, went)
            count += max(0, went)
            inside.extend([index] * max(0, went))
    if not count:
        return None
    ranked = sorted(forms.items(), key=lambda item: (-item[1], len(item[0][0]), item[0]))
    return Family(
        variants=tuple(Variant(*form, number) for form, number in ranked),
        count=count,
        lost=max(lost, count),
        texts=tuple(inside),
        scopes=frozenset(texts[index].scope for index in inside),
    )
