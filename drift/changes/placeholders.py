"""Text -> the marks in it that say that something is still to be written."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"(?<![\w-])(?!(?<=[a-z] )TODO [A-Z][a-z]|(?:(?<=\b[Tt]he )|(?<=\b[Aa] ))TODO \w)(?:TBD|TBA|TBC|TODO|FIXME|WIP)(?![\w-])"
    r"|(?<![\w=/$<%{\"'-])(?<!-\w )XXX(?![\w=/>%}\"'-])"
    r"|(?i:(?<![\w-])(?:coming soon|work in progress|under construction|lorem ipsum"
    r"|(?:placeholder|dummy) text)(?![\w-])"
    r"|(?=to be )(?:(?<![\w-])(?<!not )(?<!needs )(?<!need )(?<!ha[sd] )(?<!have )(?<!going )(?<!ought )"
    r"to be (?:determined|announced|decided)(?! (?:by|how|in order)\b)(?![\w-])"
    r"|(?:(?<![^\n])|(?<=[(\[{|:.!?\u2013\u2014-])|(?<=[|:.!?\u2013\u2014-] )|(?<=still )|(?<=yet ))"
    r"to be (?:defined|written|added|completed)(?=\s*(?:[^\w\s]|\Z|\n|(?:later|soon|shortly)\b))))",
)
# Abbreviations count in capitals alone: `todo list` is a thing people talk about, "our TODO Group" a name, "a TODO comment" no gap, and `-d XXX` a value. What is "not to be added" or "needs to be
# completed" is no gap in the text either; with such verbs the words must stand alone.

_CAPITALS = ("TBD", "TBA", "TBC", "TODO", "FIXME", "WIP", "XXX")
_FOLDED = ("soon", "progre", "constr", "lorem", "placeholder", "dummy", "to be")
# One of them stands in each mark: to look for them takes a twentieth of the time. None has an `i`, which other letters match
# that are not folded to it.

_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(\[{]\s*(?:[,;]\s*)?[)\]}]")
# White space is read from where it begins alone, not from each place in it: code may have a million blanks.


def placeholders(text: str) -> list[str]:
    """Find the placeholders of a text.

    Args:
        text: What a reader sees.

    Returns:
        Each occurrence as written, in order.
    """
    return _MARK.findall(text) if _may_hold(text) else []


_SENTENCE = re.compile(r"(?:(?<=[.!?:] )|(?<![^\n]))\ufffc[.!?…]+")
"""Where a mark is a sentence of its own, its full stop is part of it."""


def without_placeholders(text: str) -> str:
    """Take the placeholders out of a text, with the brackets that held nothing else and the stop of a sentence that was nothing else."""
    if "\ufffc" in text or _may_hold(text):
        text = _SENTENCE.sub("", _MARK.sub("\ufffc", text)).replace("\ufffc", "")
    return _BRACKETS.sub("", text) if "(" in text or "[" in text or "{" in text else text


def _may_hold(text: str) -> bool:
    if any(mark in text for mark in _CAPITALS):
        return True
    folded = text.casefold()
    return any(mark in folded for mark in _FOLDED)
