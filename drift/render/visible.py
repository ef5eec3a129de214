"""Text from outside -> text that cannot steer a terminal or hide anything from its reader."""

from __future__ import annotations

import json
import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# Control characters, marks that turn the direction of writing, what has no width, half characters and tags. The joiners
# U+200C and U+200D stay: words in several scripts and emoji are written with them.

_SPACE = re.compile(r"[ \t\r\n]+")


_IN_JSON = re.compile(_UNSEEN.pattern.replace("\x00-\x1f", "", 1))
# JSON escapes control characters in its strings, and ends its own lines with one.


def visible_json(text: str) -> str:
    """Write a JSON document so that it cannot steer a terminal or hide anything; it says the same.

    Args:
        text: A document.

    Returns:
        The document, with escapes for what `visible` would show.
    """
    return _IN_JSON.sub(lambda match: json.dumps(match.group())[1:-1], text)


def visible(text: str) -> str:
    """Show control, direction and zero-width characters as escapes, and fold white space.

    Args:
        text: Any text, such as a heading, a file name or an error's.

    Returns:
        One line that is safe to print.
    """
    # Most texts are as they should be: what is to be escaped is not printable to Python either.
    if text.isprintable() and "  " not in text:
        return text
    return _UNSEEN.sub(_escape, _SPACE.sub(" ", text))


def aligned(line: str) -> str:
    """Show what `visible` shows of a line, and leave its white space as it is.

    Args:
        line: One line, such as that of a file, without its end.

    Returns:
        The line, with its tabulators.
    """
    return "\t".join(_UNSEEN.sub(_escape, part) for part in line.split("\t"))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:  # noqa: PLR2004 - what two hexadecimal digits hold
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - and four
