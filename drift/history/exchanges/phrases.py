"""Words that stand where others stood -> phrases that may be a term's old and new form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from drift.changes.base import Hunk
from drift.explain import mentions
from drift.explain.ends import shared
from drift.explain.families import BETWEEN, LONGEST, may_be_terms
from drift.explain.mentions import Stems
from drift.trees.words import words

_POINTERS = frozenset(
    ("a", "an", "her", "his", "its", "my", "our", "that", "the", "their", "these", "this")
)
_POINTERS |= {"those", "your", "all", "any", "each", "every", "no", "some"}
# They lean on the word behind them, and follow it: `a campaign` becomes `a batch change`, `a whitelist` `an allowlist`.

_SPLIT = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"\w+://|www\.|mailto:", re.IGNORECASE)

_KATAKANA = re.compile("[\u30a1-\u30fe]{2,}")
"""One word, however many a reader sees in it."""

_ACRONYMS = re.compile(r"[A-Z]{3,}s")

_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z\d]*)+")
_SNAKE = re.compile(r"[a-z\d]+(?:_[a-z\d]+)+")
_OWNER = re.compile(r"(?<=\w)['’]s?$")

AHEAD = 2
"""Letters at the front of a word that make another of it."""

SIDE = 2 * LONGEST
"""Words of a difference; in a longer one no word stands for any other."""

Pair = tuple[str, str]
"""The old form and the new one."""


@lru_cache(maxsize=1 << 15)
def stems(text: str) -> Stems:
    """Give the stems of the words of a text, and remember them: the phrases of a walk are few, and asked for often."""
    return mentions.stems(text)


class Exchange(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A phrase that stands where another stood."""

    pair: Pair
    ahead: str
    # The word before it, which stayed; empty where there is none.
    behind: str
    # The word after it.
    name: str = ""
    # The name of which it is a part, such as `QPAD-012` of `QPAD`; empty where it stands by itself.
    unread: bool = False
    # Whether it stands in a path or a target, which are written in a way of their own.


def exchanged(hunk: Hunk) -> Iterator[Exchange]:
    """Read phrases from a place where words were replaced.

    Args:
        hunk: The words, with those around them.

    Yields:
        The phrases, without what leans on them and what both have in common at their ends; none
        where it is a piece of an address, an account's name, a sentence, a number or another spelling.
    """
    one, other = words(hunk.before), words(hunk.after)
    if max(len(one), len(other)) > SIDE:
        return
    one, other = _bare(one), _bare(other)
    ahead, behind = words(hunk.context[0])[-1:], words(hunk.context[1])[:1]
    first, last = shared(one, other)
    ahead = other[first - 1 : first] or ahead
    behind = other[len(other) - last :][:1] or behind
    one, other = _unspaced(one[first : len(one) - last], other[first : len(other) - last])
    if not (0 < len(one) <= LONGEST and 0 < len(other) <= LONGEST):
        return
    before, after = " ".join(one), " ".join(other)
    if may_be_terms(before, after, one, other) or _are_names(before, after):
        yield Exchange((before, after), "".join(ahead), "".join(behind))


def _are_names(before: str, after: str) -> bool:
    """Tell whether two words are no two spellings however much alike they are.

    They are acronyms in the plural, or one has letters more at its front (`bosunsrv` and `stbosunsrv`), where no pen slips twice,
    or they are identifiers that a program tells apart.
    """
    if are_recased(before, after):
        return True
    short, long = sorted((before, after), key=len)
    if len(long) >= len(short) + AHEAD and short.isalpha() and long.isalpha():
        return long.endswith(short)
    return before != after and all(map(_ACRONYMS.fullmatch, (before, after)))


def are_recased(before: str, after: str) -> bool:
    """Tell whether two identifiers have their words marked off by capitals and by underscores: `crewName`, `crew_name`.

    Args:
        before: One word.
        after: The other; what stands ahead of the last dot is the same.
    """
    (one, _, camel), (other, _, snake) = sorted(
        (name.rpartition(".") for name in (before, after)), key=lambda name: "_" in name[2]
    )
    same = one == other and camel.casefold() == snake.replace("_", "")
    return bool(same and _CAMEL.fullmatch(camel) and _SNAKE.fullmatch(snake))


def _unspaced(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Take a word from the end of both where one writes it without a space: `Harbor ログ` and `ハーバーログ`."""
    if _goes_on(one, other):
        return one[:-1], [*other[:-1], other[-1].removesuffix(one[-1])]
    if _goes_on(other, one):
        return [*one[:-1], one[-1].removesuffix(other[-1])], other[:-1]
    return one, other


def _goes_on(one: list[str], other: list[str]) -> bool:
    """Tell whether the last word of a phrase is the end of a longer word of another."""
    last, word = one[-1:], other[-1:]
    if last in (one, word) or not _KATAKANA.fullmatch("".join(last)):
        return False
    return bool(word) and word[0].endswith(last[0])


def joined(hunks: Iterable[Hunk]) -> Iterator[Hunk]:
    """Join what was taken from one side of a word and put on its other side, which is one phrase for another.

    `[-Product-] Security {+Response+} Team` is told as two differences; it is `Product Security` for `Security Response`.

    Args:
        hunks: The differences of a text in their order.

    Yields:
        The same differences, such pairs as one.
    """
    last: Hunk | None = None
    for hunk in hunks:
        between = _between(last, hunk) if last else ""
        if last and between:
            last = Hunk(
                before=" ".join(filter(None, (last.before, between, hunk.before))),
                after=" ".join(filter(None, (last.after, between, hunk.after))),
                context=(last.context[0], hunk.context[1]),
            )
        else:
            if last:
                yield last
            last = hunk
    if last:
        yield last


def _between(one: Hunk, other: Hunk) -> str:
    """Give the one word between two differences of which one only took and the other only put; empty if they are none."""
    if bool(one.before) == bool(other.before) or bool(one.after) == bool(other.after):
        return ""
    word = one.context[1].partition(" ")[0]
    rest = one.context[1].removeprefix(word).strip()
    near = other.context[0].split()[-1:] == [word]
    return word if word.isalpha() and near and rest.startswith(other.after) else ""


def in_words(path: str) -> str:
    """Write a path or a URL as words, which any sign in it parts."""
    return " ".join(filter(None, _SPLIT.split(path)))


def is_pointer(word: str) -> bool:
    """Tell whether a word, in lower case, leans on the one behind it: an article, or what stands in its place."""
    return word in _POINTERS


def can_end(word: str) -> bool:
    """Tell whether a word can be the first or last of a term."""
    return word.isalpha() and word not in BETWEEN and word not in _POINTERS


def _bare(phrase: list[str]) -> list[str]:
    """Take signs and pointing words from the ends of a phrase, and the ending of an owner."""
    first, last = 0, len(phrase)
    while first < last and (phrase[first].lower() in _POINTERS or not phrase[first][0].isalnum()):
        first += 1
    while first < last and not phrase[last - 1][-1].isalnum():
        last -= 1
    rest = phrase[first:last]
    return [*rest[:-1], _OWNER.sub("", rest[-1])] if rest else rest


def in_address(hunk: Hunk) -> bool:
    """Tell whether words stand in a URL or an account's name, where a text shows one; a file's path is no address."""
    ahead, behind = hunk.context
    if ahead.endswith("@") or behind.startswith(("@", ":/")):
        return True
    if is_address(hunk.before) or is_address(hunk.after):
        return True
    if ahead.endswith("/"):
        *known, begun = ahead.split()
        # What is cut off may have begun with a scheme.
        return not known or is_address(begun) or _is_host(begun.partition("/")[0])
    return behind.startswith("/") and (_is_host(hunk.before) or _is_host(hunk.after))


def _is_host(text: str) -> bool:
    """Tell whether a path would begin at a host."""
    return "." in text.strip(".")


def is_address(text: str) -> bool:
    """Tell whether a text is or has a URL."""
    return bool(_ADDRESS.search(text))
