"""The old forms of a rule -> where the new revision still says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import msgspec

from drift.explain.base import Leftover, Scope
from drift.explain.haystack import Haystack
from drift.explain.passages import Passage
from drift.explain.written import Written
from drift.trees.page import Block, Format, Section

AROUND = 40
"""Characters of the line given on each side of the word, less what would be half a word."""

_BLANK = re.compile(r"\s")


def leftovers(new: Haystack, before: Sequence[str], after: Sequence[str]) -> tuple[Leftover, ...]:
    """Find the places that still follow the old form of a rule.

    Args:
        new: What the new revision says.
        before: The old forms, in any case.
        after: The new forms; an old form inside one of them is none.

    Returns:
        The places in the order of pages and lines.
    """
    if not before:
        return ()
    forms = (tuple(before), tuple(after))
    return new.remembered(forms, lambda: tuple(_found(new, *forms)))


def _found(new: Haystack, before: Sequence[str], after: Sequence[str]) -> Iterable[Leftover]:
    said = _pattern(before, after, r"\w")
    named = _pattern([_slug(form) for form in before], [_slug(form) for form in after], r"[^\W_]")
    spelt = {text for form in before for text in (form, _slug(form), _slug(form).replace("-", "_"))}
    for path, page in new.pages_with(sorted(spelt)):
        yield from _in(named, path, path, 1, "path")
        if found := new.passages(path).saying(spelt):
            here = _Here(path, page.format, Written(new.site.source(path)))
            for passage in found:
                yield from _in_passage(passage, here, said, named)


def _slug(form: str) -> str:
    return re.sub(r"\W+", "-", form)


def _pattern(before: Sequence[str], after: Sequence[str], inside: str) -> re.Pattern[str]:
    """Make a pattern whose group `old` holds an old form; new forms are matched first and have no group."""
    rows = [(form, True) for form in before] + [(form, False) for form in after]
    rows.sort(key=lambda row: (-len(row[0]), row[1], row[0]))
    spaced = [
        (re.escape(form).replace(r"\-", "[-_]").replace(r"\ ", r"\s+"), old) for form, old in rows
    ]
    parts = [f"(?P<old{i}>{form})" if old else form for i, (form, old) in enumerate(spaced)]
    return re.compile(f"(?<!{inside})(?:{'|'.join(parts)})(?!{inside})", re.IGNORECASE)


class _Here(msgspec.Struct, frozen=True, eq=False):
    """The page that is looked at."""

    path: str
    format: Format
    written: Written


def _in_passage(
    passage: Passage, here: _Here, said: re.Pattern[str], named: re.Pattern[str]
) -> Iterable[Leftover]:
    section, block = passage.section, passage.block
    if block is None:
        yield from _in(said, here.path, section.title, here.written.title(section), "heading")
        yield from _anchors(section, here.path, named)
        return
    yield from _in_block(block, here, said)
    for link in block.links:
        found = _in(named, here.path, link.target, link.line, "url")
        line = here.written.target
        yield from (msgspec.structs.replace(one, line=line(link)) for one in found)


def _anchors(section: Section, path: str, named: re.Pattern[str]) -> Iterable[Leftover]:
    for anchor in section.anchors:
        yield from _in(named, path, anchor.name, anchor.line, "anchor")


def _in_block(block: Block, here: _Here, said: re.Pattern[str]) -> Iterable[Leftover]:
    labels = sorted((link.span, link.line) for link in block.links if link.span)
    scope: Scope = "code" if block.kind == "code" else "prose"
    matches = [match for match in said.finditer(block.text) if match.lastgroup]
    # The text of code is its source, of which its fence or options may say the same.
    prose = matches and scope == "prose"
    lines = here.written.mentions(block, said, len(matches)) if prose else ()
    for match, written in zip_longest(matches, lines):
        label = next((line for (a, b), line in labels if a <= match.start() < b), None)
        line = written or label or _guessed(block, match.start(), here.format)
        text = _around(block.text, match)
        yield Leftover(here.path, line, text, "label" if label else scope)


def _guessed(block: Block, at: int, form: Format) -> int:
    """Tell a line by those of the text, where the source does not say the same."""
    start = _first_line(block, closed=form == "markdown")
    return min(block.lines[1], start + block.text.count("\n", 0, at))


def _first_line(block: Block, *, closed: bool) -> int:
    """Tell on which line the text of a block begins: code has a fence or a directive above it, and a fence below."""
    if block.kind != "code":
        return block.lines[0]
    spare = block.lines[1] - block.lines[0] - block.text.count("\n")
    return block.lines[0] + (min(1, spare) if closed else max(0, spare))


def _in(
    pattern: re.Pattern[str], path: str, text: str, line: int, scope: Scope
) -> Iterable[Leftover]:
    for match in pattern.finditer(text):
        if match.lastgroup is not None:
            yield Leftover(path, line, _around(text, match), scope)


def _around(text: str, match: re.Match[str]) -> str:
    """Quote a place with its neighbours in whole words, and dots where there is more."""
    ahead, behind = text[: match.start()], text[match.end() :]
    start, end = len(ahead) - len(_words(ahead[::-1])), match.end() + len(_words(behind))
    said = " ".join(text[start:end].split())
    return f"{'… ' if text[:start].strip() else ''}{said}{' …' if text[end:].strip() else ''}"


def _words(text: str) -> str:
    """Cut a text after its last word that ends within reach; the first one, such as a URL, stays whole."""
    if len(text) <= AROUND:
        return text
    ends = [blank.start() for blank in _BLANK.finditer(text, 0, AROUND + 1)]
    if ends:
        return text[: ends[-1]]
    blank = _BLANK.search(text, AROUND)
    return text[: blank.start()] if blank else text
