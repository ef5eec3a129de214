"""Pathspecs as git reads them -> whether a path is meant.

Follows gitglossary(7), "pathspec": without magic a pattern's `*` and `?` match `/` too and a folder means all below it;
`:(glob)` keeps them within a folder and gives `**` its meaning; `:!` and `:^` exclude; `:/` and `:(top)` count from the root;
`:(icase)` and `:(literal)` as named. `:(attr:…)` is not supported, since a directory has no attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from types import MappingProxyType

import msgspec

from drift.errors import UsageError
from drift.revision.wildcards import char_class

_LONG = re.compile(r":\((?P<words>[^)]*)\)(?P<pattern>.*)", re.DOTALL)
_SHORT = re.compile(r":(?P<signs>[/!^]*):?(?P<pattern>.*)", re.DOTALL)
_SIGNS = MappingProxyType({"/": "top", "!": "exclude", "^": "exclude"})
_WORDS = frozenset({"top", "exclude", "glob", "icase", "literal"})
_SET = re.compile(r"\[(?P<no>[!^]?)(?P<set>\]?[^\]]*)\]")
_WILD = re.compile(r"[*?\[\\]")
_WEAK, _STRONG, _FOLDERS = "[^/]*", ".*", "(?:.*/)?"
_LAZY = MappingProxyType({_WEAK: "[^/]*?", _STRONG: ".*?", _FOLDERS: "(?:.*?/)??"})

MOST_LOOSE = 3
"""Stars in one pathspec that may have to be tried at every place of a path; nobody needs more."""


class _Spec(msgspec.Struct, frozen=True):
    pattern: str
    magic: frozenset[str]


def matcher(pathspecs: Iterable[str], *, prefix: str = "") -> Callable[[str], bool]:
    """Make a test of paths.

    Args:
        pathspecs: As the user wrote them; none means every path.
        prefix: The folder below the root in which the user stands (`docs/`).

    Returns:
        A function from a path, relative to the root, to whether it is meant.

    Raises:
        UsageError: One of them cannot be understood.
    """
    specs = [_read(word) for word in pathspecs]
    wanted = [_test(spec, prefix) for spec in specs if "exclude" not in spec.magic]
    unwanted = [_test(spec, prefix) for spec in specs if "exclude" in spec.magic]

    def meant(path: str) -> bool:
        if any(test.match(path) for test in unwanted):
            return False
        return not wanted or any(test.match(path) for test in wanted)

    return meant


def _read(word: str) -> _Spec:
    if not word:
        raise UsageError("an empty pathspec", remedy="write . for all paths")
    if not word.startswith(":"):
        return _Spec(word, frozenset())
    found = _LONG.fullmatch(word)
    if found:
        magic = frozenset(part.strip() for part in found["words"].split(",") if part.strip())
        if magic - _WORDS or {"glob", "literal"} <= magic:
            raise UsageError("this pathspec magic is not supported", where=word)
        return _Spec(found["pattern"], magic)
    short = _SHORT.fullmatch(word)
    signs = short["signs"] if short else ""
    return _Spec(short["pattern"] if short else "", frozenset(_SIGNS[sign] for sign in signs))


def _test(spec: _Spec, prefix: str) -> re.Pattern[str]:
    base = "" if "top" in spec.magic else prefix
    pattern = _normal(base, spec.pattern)
    literal = re.escape(pattern)
    # A pattern that is, letter for letter, a folder means all below it.
    shape = rf"{literal}(?:/.*)?" if pattern else ".*"
    if "literal" not in spec.magic and _WILD.search(pattern):
        shape = rf"(?:{shape}|{_wild(pattern, within='glob' in spec.magic)})"
    return re.compile(rf"{shape}\Z", re.DOTALL | (re.IGNORECASE if "icase" in spec.magic else 0))


def _normal(prefix: str, pattern: str) -> str:
    parts: list[str] = []
    for part in (prefix + pattern).split("/"):
        if part == "..":
            if not parts:
                raise UsageError("the pathspec leads out of the tree", where=pattern)
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _wild(pattern: str, *, within: bool) -> str:
    """Translate git's wildmatch to a regular expression (`wildmatch.c`, with WM_PATHNAME where `within`)."""
    stars: list[str] = []
    chunks = [""]
    place = 0
    while place < len(pattern):
        step, shape = _wild_step(pattern, place, within=within)
        if shape in _LAZY:
            stars.append(shape)
            chunks.append("")
        else:
            chunks[-1] += shape
        place += step
    loose = sum(_is_loose(*both) for both in pairwise(stars))
    if loose > MOST_LOOSE:
        remedy = f"use ** before * at most {MOST_LOOSE} times"
        raise UsageError("the pathspec could take for ever", where=pattern, remedy=remedy)
    return chunks[0] + "".join(
        _starred(star, chunk, following)
        for star, chunk, following in zip(stars, chunks[1:], [*stars[1:], ""], strict=False)
    )


def _starred(star: str, chunk: str, following: str) -> str:
    """Write one star and what follows it.

    Where another star as strong comes next, the first place found is as good as any: without giving back, a pattern such as
    `*a*a*a*b`, which may come with a repository, costs no more than its length.
    """
    if not following or _is_loose(star, following):
        return f"{star}{chunk}"
    return f"(?>{_LAZY[star]}{chunk})"


def _is_loose(star: str, following: str) -> bool:
    """Tell whether a star may have to be tried at every place, since the next one does not go so far."""
    return star != _WEAK and following == _WEAK


def _wild_step(pattern: str, place: int, *, within: bool) -> tuple[int, str]:
    char = pattern[place]
    if char == "*":
        return _stars(pattern, place, within=within)
    if char == "?":
        return 1, "[^/]" if within else "."
    if char == "\\" and place + 1 < len(pattern):
        return 2, re.escape(pattern[place + 1])
    found = _SET.match(pattern, place) if char == "[" else None
    if found:
        shape = char_class(found["set"], negated=bool(found["no"]))
        return len(found[0]), f"(?!/){shape}" if within else shape
    return 1, re.escape(char)


def _stars(pattern: str, place: int, *, within: bool) -> tuple[int, str]:
    count = len(pattern) - place - len(pattern[place:].lstrip("*"))
    if not within:
        return count, _STRONG
    starts = place == 0 or pattern[place - 1] == "/"
    after = pattern[place + count : place + count + 1]
    if count > 1 and starts and after == "/":
        return count + 1, _FOLDERS
    if count > 1 and starts and not after:
        return count, _STRONG
    return count, _WEAK
