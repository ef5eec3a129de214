"""A change or a rule -> its sentence, once for all renderers: words with roles and without markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import Formatter
from types import MappingProxyType
from typing import Literal

import msgspec

from drift.changes.base import SPREADING, WHOLE, Change, Location, Value
from drift.explain.base import Rule
from drift.explain.images import SENTENCES as IMAGES
from drift.explain.images import is_image
from drift.explain.natures import edited
from drift.explain.places import came_from, spread

Role = Literal["plain", "old", "new", "name"]

Mark = Literal["+", "-", "~", "!"]
"""What happened at a glance: something came, went, is another, or needs attention."""


class Span(msgspec.Struct, frozen=True):
    """A run of words that play one part in a sentence."""

    text: str
    role: Role = "plain"
    literal: bool = False
    # To be read letter by letter: a path, a target, an anchor.


_SENTENCES: MappingProxyType[str, tuple[Mark, str]] = MappingProxyType(
    {
        "page.added": ("+", "new page"),
        "page.removed": ("-", "page removed"),
        "page.moved": ("~", "moved here from {before!l}"),
        "page.converted": ("~", "converted from {before} to {after}"),
        "page.retitled": ("~", "title: {before} → {after}"),
        "page.retitled+": ("+", "title set to {after}"),
        "page.retitled-": ("-", "title removed, was {before}"),
        "page.split": ("~", "split: now in {new}"),
        "page.split*": ("~", "split: part of it now in {new}"),
        "page.merged": ("~", "merged from {old}"),
        "page.merged*": ("~", "merged with {old}"),
        "page.metadata": ("~", "{key}: {before} → {after}"),
        "page.metadata+": ("+", "{key} set to {after}"),
        "page.metadata-": ("-", "{key} removed, was {before}"),
        "nav.added": ("+", "added to the navigation as {after}"),
        "nav.removed": ("-", "no longer in the navigation, was {before}"),
        "nav.moved": ("~", "moved in the navigation from {before} to {after}"),
        "nav.moved=": ("~", "another place in the order of the navigation: {after}"),
        "section.added": ("+", "new section"),
        "section.added^": ("+", "new text before the first heading"),
        "section.removed": ("-", "section removed"),
        "section.removed^": ("-", "text before the first heading removed"),
        "section.renamed": ("~", "heading: {before} → {after}"),
        "section.renamed+": ("+", "heading added: {after}"),
        "section.renamed-": ("-", "heading removed, was {before}"),
        "section.moved": ("~", "moved here from {old}"),
        "section.reordered": ("~", "place among its siblings: {before!n} → {after!n}"),
        "section.reordered=": ("~", "another order among its siblings"),
        "section.releveled": ("~", "heading level: {before} → {after}"),
        "section.split": ("~", "split: now in {new}"),
        "section.split*": ("~", "split: part of it now in {new}"),
        "section.merged": ("~", "merged from {old}"),
        "section.merged*": ("~", "merged with {old}"),
        "section.split#": ("~", "the title of the page is a heading in its text now"),
        "section.merged#": ("~", "the title of the page is no heading in its text any more"),
        "section.edited": ("~", "{nature}"),
        "anchor.changed": ("~", "anchor: {before!l} → {after!l}"),
        "anchor.changed=": ("~", "anchor {after!l} moved here from {old}"),
        "anchor.removed": ("!", "anchor gone: {before!l}"),
        "link.added": ("+", "new link{label} to {after!l}"),
        "link.added&": ("+", "now includes {after!l}"),
        "link.removed": ("-", "removed link{label} to {before!l}"),
        "link.removed&": ("-", "no longer includes {before!l}"),
        "link.retargeted": ("~", "link{label} now to {after!l}, was {before!l}"),
        "link.retargeted=": ("~", "link{label} to {after!l} now leads to another place"),
        "link.relabelled": ("~", "link label: {before} → {after}"),
        "link.relabelled+": ("~", "link label added: {after}"),
        "link.relabelled-": ("~", "link label removed: {before}"),
        "link.moved": ("~", "link{label} moved here from {old}"),
        "link.broken": ("!", "broken link{label} to {after!l}"),
        "link.broken+": ("!", "new link{label} to {after!l} is broken"),
        "link.broken-": ("!", "broken link{label}, was {before!l}"),
        "placeholder.added": ("+", "placeholder added: {after}"),
        "placeholder.resolved": ("-", "placeholder resolved: {before}"),
        "term.renamed": ("~", "term renamed: {before} → {after}"),
        "spelling.fixed": ("~", "spelling fixed: {before} → {after}"),
        "url.moved": ("~", "links moved: {before!l} → {after!l}"),
        "folder.moved": ("~", "folder moved: {before!l} → {after!l}"),
        "levels.shifted": ("~", "headings shifted from level {before} to {after}"),
    }
)
# A field `!l` is literal, `!n` a zero-based place that people count from one; a name ending in `+` or `-` is the
# sentence for the case that nothing stood before or after, `=` for the same before and after, `*` for a part that stays, `#` for a title,
# `&` for a file that stands in the place of the link.

_SHOWN = frozenset({"page.retitled", "section.renamed", "link.relabelled"})
# An empty text is none.

_NOUNS = MappingProxyType({"nav": ("navigation entry", "navigation entries")})


def mark(thing: Change | Rule) -> Mark:
    """Tell at a glance what happened.

    Args:
        thing: A change or a rule.

    Returns:
        One sign: came `+`, went `-`, is another `~`, needs attention `!`.
    """
    return _template(thing)[0]


def sentence(thing: Change | Rule) -> tuple[Span, ...]:
    """Put a change or a rule into words.

    The place of a change is no part of its sentence: outputs stand it under its page and section.

    Args:
        thing: A change or a rule.

    Returns:
        The words with their roles, in order.
    """
    return tuple(_fill(thing, _template(thing)[1]))


def counted(kind: str, count: int) -> str:
    """Put a number of changes of one kind into words, such as `2 links retargeted`.

    Args:
        kind: The kind's name.
        count: How many there are.

    Returns:
        The words.
    """
    noun, _, verb = kind.partition(".")
    one, many = _NOUNS.get(noun, (noun, f"{noun}s"))
    return f"{count} {one if count == 1 else many} {verb}".rstrip()


def _template(thing: Change | Rule) -> tuple[Mark, str]:
    nothing = (None, "") if thing.kind in _SHOWN else (None,)
    ending = "+" if thing.before in nothing else "-" if thing.after in nothing else ""
    if not ending and thing.before == thing.after:
        ending = "="
    if isinstance(thing, Change) and thing.kind in SPREADING:
        title = thing.significance == "cosmetic"
        ending = "#" if title else "*" if spread(thing).here else ending
    if isinstance(thing, Change) and thing.kind in WHOLE and _opens(thing):
        ending = "^"
    if isinstance(thing, Change) and includes(thing):
        ending = "&"
    known = _SENTENCES.get(thing.kind + ending) or _SENTENCES.get(thing.kind)
    if known and isinstance(thing, Change) and is_image(thing):
        pictured = IMAGES.get(thing.kind + ending) or IMAGES.get(thing.kind)
        return known[0], pictured or known[1]
    return known or ("~", thing.kind.replace(".", " ") + ": {before} → {after}")


def includes(change: Change) -> bool:
    """Tell whether what came or went is no link to a file, but shows it where it stands.

    Args:
        change: Any change.
    """
    side = (change.link.new or change.link.old) if change.link else None
    came_or_went = change.kind in {"link.added", "link.removed"}
    return came_or_went and side is not None and side.kind == "include"


def _opens(change: Change) -> bool:
    """Tell whether a change is about what stands before the first heading of its page."""
    at = change.new or change.old
    return isinstance(at, Location) and not at.section


def _fill(thing: Change | Rule, template: str) -> Iterator[Span]:
    for text, field, _spec, conversion in Formatter().parse(template):
        if text:
            yield Span(text)
        if field:
            yield from _FIELDS[field](thing, conversion or "")


def _before(thing: Change | Rule, conversion: str) -> tuple[Span, ...]:
    return (Span(_value(thing.before, conversion), "old", conversion == "l"),)


def _after(thing: Change | Rule, conversion: str) -> tuple[Span, ...]:
    return (Span(_value(thing.after, conversion), "new", conversion == "l"),)


def _old(thing: Change | Rule, _conversion: str) -> tuple[Span, ...]:
    return (Span(_places(thing) or came_from(thing), "old"),) if isinstance(thing, Change) else ()


def _new(thing: Change | Rule, _conversion: str) -> tuple[Span, ...]:
    return (Span(_places(thing), "new"),) if isinstance(thing, Change) else ()


def _key(thing: Change | Rule, _conversion: str) -> tuple[Span, ...]:
    return (Span(str(thing.key) if isinstance(thing, Change) and thing.key else "", "name"),)


def _nature(thing: Change | Rule, _conversion: str) -> tuple[Span, ...]:
    return (Span(edited(thing) if isinstance(thing, Change) else "edited"),)


def _label(thing: Change | Rule, _conversion: str) -> tuple[Span, ...]:
    """The quoted label with the blank before it; nothing for a link without one, such as an image or a bare address."""
    sides = thing.link if isinstance(thing, Change) and thing.link else None
    side = (sides.new or sides.old) if sides else None
    if side is None or side.label in {"", side.target, side.target.removeprefix("mailto:")}:
        return ()
    return (Span(" “"), Span(side.label, "name"), Span("”"))


_FIELDS: MappingProxyType[str, Callable[[Change | Rule, str], tuple[Span, ...]]] = MappingProxyType(
    {
        "before": _before,
        "after": _after,
        "old": _old,
        "new": _new,
        "key": _key,
        "nature": _nature,
        "label": _label,
    }
)


def _value(value: Value, conversion: str) -> str:
    if isinstance(value, tuple):
        return " › ".join(value) or "the top"
    if conversion == "n" and isinstance(value, int):
        return str(value + 1)
    return "nothing" if value is None else str(value) if value != "" else "“”"


def _places(change: Change) -> str:
    """Name the parts of a split or a merge."""
    if not isinstance(change.old, tuple) and not isinstance(change.new, tuple):
        return ""
    return ", ".join(spread(change).names)
