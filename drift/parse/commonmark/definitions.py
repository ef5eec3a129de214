"""What a page of Markdown defines for all of it: the targets of reference links, the labels of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec
from markdown_it.common.utils import normalizeReference, unescapeAll
from markdown_it.token import Token

Environment = dict[str, object]
"""What markdown-it keeps of a page while it reads it."""

Definition = tuple[str, str]
"""A name, `[` and a link's label or `^` and a footnote's, and the target."""

_DEFINITION = re.compile(
    r"^[ \t>*+-]*\[(?:\^([^\] \n]+)|((?:[^\[\]\\]|\\.)+))\]:"
    r"(?:[ \t]*\n?[ \t>]*(?:<([^<>\n]*)>|(\S+)))?",
    re.MULTILINE,
)
_LABEL = re.compile(r"\[([^\[\]\\]*(?:\\.[^\[\]\\]*)*)\]", re.DOTALL)
_NOTE = re.compile(r"\[\^([^\[\] \n]+)\]")
_QUOTED = re.compile(r"(?<=\n)[ \t]*>[ \t>]*|\\(?=\|)")


def guess(source: str) -> list[Definition]:
    """Find what looks like a definition.

    Args:
        source: A stretch of a page.

    Returns:
        The definitions in order. Some may be none, some may be missed: `defined` tells.
    """
    if "]:" not in source:
        return []
    return [
        (f"^{note}", "") if note else (f"[{normalizeReference(label)}", unescapeAll(angled or bare))
        for note, label, angled, bare in _DEFINITION.findall(source)
    ]


def is_odd(known: Iterable[str]) -> bool:
    """Tell whether a page has names that `relevant` would not find where they are used."""
    return any(name.startswith("^") and "[" in name for name in known)


def relevant(source: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Choose what decides how a stretch of a page is read.

    Args:
        source: The stretch.
        known: All definitions of the page.

    Returns:
        The definitions that it may refer to, as the context of a fragment.
    """
    if not known or "[" not in source:
        return ()
    return tuple([f"{name}\n{known[name]}" for name in sorted(_names(source) & known.keys())])


@lru_cache(maxsize=4096)
def _names(source: str) -> frozenset[str]:
    """Find what may be a reference; most of a page's sections are the same in its next version."""
    texts = {source}
    if _QUOTED.search(source):
        # Where a label goes on in the next line of a quote, or a cell of a table has a bar.
        texts.add(_QUOTED.sub("", source))
    labels = {label for text in texts for label in _LABEL.findall(text)}
    names = {f"[{normalizeReference(label)}" for label in labels}
    if "[^" in source:
        names.update(f"^{label}" for text in texts for label in _NOTE.findall(text))
    return frozenset(names)


def environment(context: Iterable[str]) -> Environment:
    """Make what markdown-it knows of a page before it reads a fragment.

    Args:
        context: The fragment's.

    Returns:
        The environment.
    """
    references: dict[str, dict[str, object]] = {}
    notes: dict[str, int] = {}
    for said in context:
        name, _, target = said.partition("\n")
        if name.startswith("^"):
            notes[f":{name[1:]}"] = -1
        else:
            references[name[1:]] = {"title": "", "href": target, "map": [0, 0]}
    made: Environment = {}
    if references:
        made["references"] = references
    if notes:
        made["footnotes"] = {"refs": notes, "list": {}}
    return made


class _Reference(msgspec.Struct):
    href: str
    label: str = ""


class _Notes(msgspec.Struct, frozen=True):
    refs: dict[str, int] = {}


class _Found(msgspec.Struct):
    """The parts of an environment that matter here, as markdown-it and its footnotes write them."""

    references: dict[str, _Reference] = {}
    duplicate_refs: list[_Reference] = []
    footnotes: _Notes = _Notes()


def defined(
    environment: Environment, context: Iterable[str], tokens: Sequence[Token]
) -> tuple[Definition, ...]:
    """Tell what a fragment defines, whatever was known before.

    Args:
        environment: As it is after the fragment's blocks were read.
        context: The fragment's.
        tokens: Its tokens.

    Returns:
        The definitions, the first of each name.
    """
    if not environment:
        return ()
    known = {said.partition("\n")[0] for said in context}
    found = msgspec.convert(environment, _Found)
    made = {f"[{label}": said.href for label, said in found.references.items()}
    for name in known:
        made.pop(name, None)
    for said in found.duplicate_refs:
        # Where the name was known before, its first definition here counts as another of the same.
        made.setdefault(f"[{said.label}", said.href)
    notes = (token for token in tokens if token.type == "footnote_reference_open")
    made.update((f"^{token.meta['label']}", "") for token in notes)
    return tuple(sorted(made.items()))


def count(environment: Environment) -> int:
    """Tell how many names are defined in an environment."""
    if not environment:
        return 0
    found = msgspec.convert(environment, _Found)
    return len(found.references) + len(found.footnotes.refs)
