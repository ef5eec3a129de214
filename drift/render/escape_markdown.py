"""Text from outside -> Markdown that shows just this text."""

from __future__ import annotations

import re
from types import MappingProxyType

from drift.render.visible import visible

_SIGNS = re.compile(r"[\\`*_\[\]|~$]")
_ENTITIES = MappingProxyType({"<": "&lt;", ">": "&gt;", "&": "&amp;"})
_TAGS = re.compile(r"[<>&]")
_BLOCK = re.compile(r"^(\d+(?=[.)](?:\s|\Z)))?([-+#=.)])")
# A release called 4.58.0 is no list.
_REFERENCE = re.compile(r"(?<![A-Za-z0-9_])(?:[@#:]|GH-)(?=\w)|#(?=\d)", re.IGNORECASE)
# A forge takes letters other than these for the end of a word, and `owner/name#12` for a reference to any repository.
_FENCE = re.compile(r"`+")


def escape(text: str) -> str:
    """Write a text so that Markdown gives it back as it is.

    Mentions, references and emoji such as `@name`, `#12` and `:name:` are made from the text that Markdown gives, so an escape does not
    stop them; an empty comment inside them does.

    Args:
        text: Any text.

    Returns:
        Markdown without markup, on one line.
    """
    shown = _TAGS.sub(lambda match: _ENTITIES[match.group()], visible(text))
    shown = _BLOCK.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", shown))
    return _REFERENCE.sub(r"\g<0><!-- -->", shown)


def strong(text: str) -> str:
    """Write a text in bold, shown as it is.

    Args:
        text: Any text.

    Returns:
        Markdown; with tags where asterisks would open or close nothing, beside a blank or a sign.
    """
    shown = escape(text).strip()
    if shown and shown[0].isalnum() and shown[-1].isalnum():
        return f"**{shown}**"
    return f"<b>{shown}</b>"


def code(text: str) -> str:
    """Write a text as a code span, whatever backticks it holds.

    Args:
        text: Any text.

    Returns:
        The code span; an empty text gives an empty pair of quotes, since Markdown has no empty span.
    """
    shown = visible(text).strip()
    if not shown:
        return "“”"
    fence = "`" * (1 + max((len(run) for run in _FENCE.findall(shown)), default=0))
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
