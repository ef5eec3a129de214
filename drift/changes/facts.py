"""Two texts -> the numbers, dates, amounts, durations, negations and modal verbs that changed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from types import MappingProxyType

from rapidfuzz.distance import OSA

from drift.changes.base import Fact
from drift.changes.canonical import canonical
from drift.changes.fact_pairs import FAINT, SMALL, Found, paired
from drift.changes.hunks import LONGEST
from drift.match.aligned import align
from drift.trees.words import spans

LONG = 6
"""Letters a word must have to be known with a slip of the pen in it: `reqiured` is no other fact than `required`."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NEGATION = "not|never|no|none|nobody|nothing|neither|nor|without|cannot"
_MODAL = (
    "must|shall|should|may|might|can|could|will|would|ought to|needs to|need to|has to|have to|having to"
    "|required|optional|recommended|mandatory|forbidden|allowed"
)
_ONES = "one|first|second|third|fourth|fifth"
_FEW = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred"
_MORE = "fifteen|forty|fifty|sixty|ninety"
# Enough for a duration; alone they are no number.
_COUNT = rf"(?:\d[\d.,]{{0,40}}|one|{_FEW}|{_MORE})"
_UNIT = (
    r"(?:ms|seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:business |working |calendar )?days?"
    r"|weeks?|months?|quarters?|years?)"
)
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
_LETTER = rf"(?-i:[^\W{_CJK}])"
# Of a script with blanks between words: in the others a figure stands amidst letters.
_EASTERN_DATE = (
    r"\d{2,4} ?[年년] ?\d{1,2} ?[月월](?: ?\d{1,2} ?[日일])?|\d{1,2} ?[月월] ?\d{1,2} ?[日일]"
)
_EASTERN_DURATION = r"(?:秒|分間|分钟|分鐘|時間|小时|小時|日間|天|週間|[かカヶケ个個箇]月|年間|초|분|시간|일간|주일|개월|년간)"
_EASTERN_MODAL = (
    r"な(?:ければ|くては)な(?:らない|りません)|ては(?:ならない|なりません|いけない|いけません)"
    r"|必要があ(?:る|ります)|べき|必須|必须|應該|应该|应当|禁止|不得|推奨|推荐|推薦|필수|금지|권장"
)
# No figure has more than forty digits and signs; without a bound a chain such as `1.1.1.` would be read from each of its
# links to its end.
_FACT = (
    # None begins inside a word of Latin letters: there, two looks do for a dozen.
    r"(?:(?<![a-z])|(?![a-z]))(?:"
    rf"(?P<date>\b\d{{4}}-\d\d-\d\d\b|(?<!\d\.)\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b(?!\.\d)"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH}(?:[ -]\d{{4}})?\b|\b{_MONTH} \d{{4}}\b"
    rf"|\b(?:FY|Q[1-4] ?)(?:20)?\d\d\b|{_EASTERN_DATE}"
    rf"|(?<![\w.:])(?:[01]?\d|2[0-4])(?::[0-5]\d(?: ?[ap]\.?m\b)?| ?[ap]m\b)(?!\w|:\d))"
    rf"|(?P<amount>[$€£¥]\s?\d[\d.,]{{0,40}}\s?(?:k|m|bn|million|billion)?\b"
    rf"|\b\d[\d.,]{{0,40}}\s?(?:%|per ?cent\b|USD\b|EUR\b|GBP\b|dollars?\b|euros?\b|[KMGT]i?B\b)"
    rf"|\d[\d.,]{{0,40}} ?[万億亿만억]? ?[円元원])"
    rf"|(?P<duration>\b{_COUNT}[ -]{_UNIT}\b|\d[\d.,]{{0,40}} ?{_EASTERN_DURATION})"
    rf"|(?P<negation>(?<!-)\b(?:{_NEGATION})\b(?!-)"
    rf"|\b\w+n['’]t\b)"
    rf"|(?P<modal>(?<!-)\b(?:{_MODAL}|\w+['’]ll)\b(?!-)|{_EASTERN_MODAL})"
    rf"|(?P<faint>\b(?:{_ONES})\b)"
    rf"|(?P<count>\b(?:{_FEW})\b)"
    rf"|(?P<number>(?<!{_LETTER})(?<![.#])(?:(?<!-)[-+])?\d[\d.,]{{0,40}}(?:_\d{{1,20}}|st|nd|rd|th|x)?(?!{_LETTER})))"
)
_PIECE = re.compile(r"[a-z]+|[\d']")
_TELLING = frozenset("'0123456789") | {
    word.partition(" ")[0] for word in f"{_NEGATION}|{_MODAL}|{_ONES}|{_FEW}|{_MORE}".split("|")
}
# One of them stands in each fact that is written in ASCII, and is found in a tenth of the time.

_PARTED = re.compile(r"[;!?()\"]|(?<=[adfijkmoqsuwxzADFIJKMOQSUWXZ])\. ")
# No fact has such a sign in it, or a full stop behind a letter with which no month ends.

_BEHIND = ".,\xa0 "

_CONTRACTED = re.compile(r"(?P<verb>\w+?)n(?:['’]|o)t", re.IGNORECASE)
_MODALS = MappingProxyType(
    {
        **{verb: verb for verb in ("could", "would", "should", "might", "must", "may")},
        "ca": "can",
        "can": "can",
        "wo": "will",
        "sha": "shall",
    }
)
# What stands before `n't` or `not` in one word -> the verb that it is short for.

_NAMES = re.compile(r"(?:Will|May) [A-Z][a-z]|(?:(?<=[=|(\[{,])|(?<=[=|(\[{,\w] ))None\b(?! of)")
# People are called so, and a value in code.

_STEP = re.compile(
    r"(?:step )?\d{1,2}[.):]\s+"
    r"|(?:step|example|exercise|figure|listing|table) \d{1,3}(?:\.\d{1,3})?(?:[.):]?\Z|[.):]\s+|\s+[-–—]\s+)",
    re.IGNORECASE,
)
# What numbers a text is none of its facts.


def facts(old: str, new: str) -> tuple[Fact, ...]:
    """Compare the facts of two versions of a text.

    English words are known for negations, modal verbs and units, and a few of Japanese, Chinese and Korean; figures, dates
    and amounts are found in any language.

    Args:
        old: The text before.
        new: The text after.

    Returns:
        The facts that changed in the order of the text, paired where one became another of its kind.
    """
    if max(len(old), len(new)) > LONGEST:
        return ()
    found: list[Fact] = []
    left, right = spans(old), spans(new)
    one, other = [old[a:b] for a, b in left], [new[a:b] for a, b in right]
    at_old, at_new = _Touched(), _Touched()
    for hunk, (tag, a, b, c, d) in enumerate(align(one, other)):
        if tag == "equal" or _slip(one[a:b], other[c:d]):
            continue
        at_old.touch(hunk, a, b, other=d - c)
        at_new.touch(hunk, c, d, other=b - a)
    gone, come = _facts(old, left, at_old), _facts(new, right, at_new)
    for tag, a, b, c, d in align([_key(fact) for fact in gone], [_key(fact) for fact in come]):
        if tag != "equal":
            found.extend(paired(gone[a:b], come[c:d]))
    return tuple(found)


def _slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one word of two is the other with two letters exchanged, or one too many or too few inside."""
    if len(one) != 1 or len(other) != 1:
        return False
    (left,), (right,) = one, other
    ends = left[0] == right[0] and left[-1] == right[-1] and left.isalpha() and right.isalpha()
    return ends and min(len(left), len(right)) >= LONG and OSA.distance(left, right) == 1


class _Touched:
    """The words of one side that differ, and those beside them, by the difference."""

    def __init__(self) -> None:
        self.hunks: defaultdict[int, set[int]] = defaultdict(set)
        self.own: set[int] = set()
        self.lone: set[int] = set()
        self.anew: set[int] = set()

    def touch(self, hunk: int, start: int, end: int, *, other: int) -> None:
        """Take in one difference, against which stand so many words of the other side."""
        # The words beside them belong to the same fact, as in `5 days`, which are `5 working days` now.
        for word in range(start - 1, end + 1):
            self.hunks[word].add(hunk)
        self.own.update(range(start, end))
        if max(end - start, other) <= SMALL:
            self.lone.update(range(start, end))
        if min(end - start, other) > SMALL:
            self.anew.add(hunk)


def _facts(text: str, places: list[tuple[int, int]], touched: _Touched) -> list[Found]:
    """Give each fact with a changed word or beside one."""
    found: list[Found] = []
    if not touched.hunks:
        return found
    starts = [start for start, _ in places]
    for match in _near(text, places, touched.hunks):
        # A comma or full stop behind a figure is the sentence's.
        end = match.start() + len(match[0].rstrip(_BEHIND))
        first, last = bisect_left(starts, match.start()), bisect_left(starts, end)
        if first == last and first and match.start() < places[first - 1][1]:
            # It stands within a word.
            first -= 1
        inside = range(first, last)
        hunks = frozenset(hunk for word in inside for hunk in touched.hunks.get(word, ()))
        if hunks:
            own, lone = (not side.isdisjoint(inside) for side in (touched.own, touched.lone))
            anew = hunks <= touched.anew
            found += [Found(*said, hunks, own, lone, anew) for said in _said(match)]
    return found


def _near(
    text: str, places: list[tuple[int, int]], changed: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Find the facts of the stretches of a text that have a changed word: most of a long one has none."""
    step = _STEP.match(text)
    begin = step.end() if step else 0
    ends = [*(found.end() for found in _PARTED.finditer(text)), len(text)]
    words = (places[index] for index in changed if 0 <= index < len(places))
    near = {
        stretch
        for start, end in words
        for stretch in range(bisect_right(ends, start), bisect_right(ends, end - 1) + 1)
    }
    for stretch in sorted(near):
        start, end = max(begin, ends[stretch - 1] if stretch else 0), ends[stretch]
        said = text[start:end]
        if said.isascii() and _TELLING.isdisjoint(_PIECE.findall(said.lower())):
            continue
        # The sign behind the last one may tell that it is no fact.
        found = _fact().finditer(text, start, end + 1)
        yield from (match for match in found if match.start() < end)


@cache
def _fact() -> re.Pattern[str]:
    return re.compile(_FACT, re.IGNORECASE)


def _said(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Give what a fact says, however short: `can't` is `cannot` is `can not`; nothing of a word that is a name."""
    kind, text = (match.lastgroup or "").replace("count", "number"), match[0].strip(_BEHIND)
    if _NAMES.match(match.string, match.start()):
        return
    if kind == "modal" and text[-3:-2] in {"'", "’"}:
        # `you'll`: the verb is the one that it is short for.
        yield kind, "will"
        return
    short = _CONTRACTED.fullmatch(text) if kind == "negation" else None
    if short is None:
        yield kind, text
        return
    verb = _MODALS.get(short["verb"].lower())
    if verb:
        yield "modal", verb
    yield kind, "not"


def _key(fact: Found) -> tuple[str, str]:
    said = "number" if fact.kind == FAINT else fact.kind
    return said, canonical(said, fact.text)
