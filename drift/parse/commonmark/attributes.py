"""Attribute blocks, `{#id .class key=value}` -> ids, classes and values, and the text without them."""

from __future__ import annotations

import re

import msgspec

_ID = r"#[\w:./-]+(?: [\w:/&][\w:./-]*)*"
"""An id; pandoc writes those of labels with their spaces."""

_PART = rf"""(?:{_ID}(?![\w=])|\.[\w:.-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s{{}}"']+)|-)"""
_BLOCK = re.compile(
    rf"(?:^|[ \t]*)\{{(?::|/\*)?[ \t]*({_PART}(?:[ \t]+{_PART})*)[ \t]*(?:\*/)?\}}[ \t]*$"
)
_BEHIND = re.compile(rf"\{{:?[ \t]*({_PART}(?:[ \t]+{_PART})*)[ \t]*\}}")
_PIECE = re.compile(
    r"""([#.])([\w:./-]+(?: [\w:/&][\w:./-]*(?![\w:./=-]))*)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s{}"']+))"""
)


class Attributes(msgspec.Struct, frozen=True):
    """What an attribute block says."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: dict[str, str] = {}


def parse_attributes(inner: str) -> Attributes:
    """Read what stands between the braces.

    Args:
        inner: The text without its braces.

    Returns:
        The id, the classes, and the other values by name.
    """
    name = ""
    classes: list[str] = []
    values: dict[str, str] = {}
    for sign, word, key, *quoted in _PIECE.findall(inner):
        if sign == "#":
            name = word
        elif sign == ".":
            classes.append(word)
        else:
            values[key] = next(filter(None, quoted), "")
    return Attributes(values.pop("id", name), tuple(classes), values)


def attributes_at(source: str, start: int, end: int) -> tuple[Attributes, int] | None:
    """Read the attribute block that begins at a place.

    Args:
        source: Inline source.
        start: The place of its opening brace.
        end: Where the source ends.

    Returns:
        What it says, and the place behind it; None where there is none.
    """
    match = _BEHIND.match(source, start, end)
    return (parse_attributes(match.group(1)), match.end()) if match else None


def split_trailing(content: str) -> tuple[str, Attributes | None]:
    """Cut the attribute block off the end of a heading or paragraph.

    Args:
        content: The inline source.

    Returns:
        The source without it, and what it says; None where there is none.
    """
    if not content.endswith("}"):
        return content, None
    match = _BLOCK.search(content, content.rfind("\n") + 1)
    if match is None:
        return content, None
    if match[0].startswith("{") and content[: match.start()].endswith(("`", ")", "]")):
        # Directly behind a link or code it belongs to that.
        return content, None
    return content[: match.start()].rstrip(), parse_attributes(match.group(1))
