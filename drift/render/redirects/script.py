"""JSON or JavaScript -> one array of objects in it, with its lines and where another one would stand; nothing is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from types import MappingProxyType

import msgspec

_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\.)*`?|[\[\]{}():,]|[\w$@.\-]+""",
    re.DOTALL,
)
# What is not closed goes on to the end: to look for the end again behind each such sign would take for ever.
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)

_SIGNS = MappingProxyType({"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"})

_PAIRS: Mapping[str, str] = MappingProxyType({"[": "]", "{": "}", "(": ")"})


class Token(msgspec.Struct, frozen=True):
    """One word, text or sign."""

    text: str
    start: int
    end: int

    @property
    def quoted(self) -> bool:
        """Whether it is a text."""
        return self.text[0] in "\"'`"

    @property
    def value(self) -> str:
        """A text without its quotes and escapes; a word as it is."""
        return unescaped(self.text[1:-1]) if self.quoted else self.text


class Element(msgspec.Struct, frozen=True):
    """One object of an array."""

    line: int
    start: int
    end: int
    fields: Mapping[str, tuple[str, ...]]
    # Its keys, with the texts that each has: one, several of a list, or none where it is something else.


class Array(msgspec.Struct, frozen=True):
    """An array of objects."""

    elements: tuple[Element, ...]
    open: int
    # Where its opening bracket stands.
    close: int
    # And its closing one.
    comma: int
    # Behind the comma after the last element; 0 where there is none.


def array(text: str, key: str = "") -> Array | None:
    """Find an array.

    Args:
        text: JSON or JavaScript.
        key: What it is the value of; empty for the whole document.

    Returns:
        The first such array; None where there is none.
    """
    tokens = _tokens(text)
    for at, token in enumerate(tokens):
        ahead = [one.text for one in tokens[at : at + 3]]
        if key and token.value == key and ahead[1:] == [":", "["]:
            return _array(text, tokens, at + 2)
        if not key:
            return _array(text, tokens, at) if token.text == "[" else None
    return None


def is_empty(text: str) -> bool:
    """Tell whether a whole document is an array of nothing, as formats of one shape write it where there are no rows.

    Args:
        text: JSON or JavaScript.
    """
    return [token.text for token in _tokens(text)] == ["[", "]"]


@lru_cache(maxsize=1)
def _tokens(text: str) -> tuple[Token, ...]:
    """Formats that look alike ask for the words of the same file, one after the other."""
    return tuple(
        Token(one[0], one.start(), one.end())
        for one in _TOKEN.finditer(text)
        if not one[0].startswith(("//", "/*"))
    )


def _array(text: str, tokens: Sequence[Token], at: int) -> Array | None:
    elements: list[Element] = []
    closing: list[str] = []
    first = comma = 0
    line, counted = 1, 0
    for number in range(at, len(tokens)):
        sign = tokens[number].text
        if sign in _PAIRS.values():
            if closing.pop() != sign:
                break
            if len(closing) == 1 and sign == "}":
                line += text.count("\n", counted, tokens[first].start)
                counted = tokens[first].start
                elements.append(_element(line, tokens[first : number + 1]))
                comma = 0
            if not closing:
                return Array(tuple(elements), tokens[at].start, tokens[number].start, comma)
        elif sign in _PAIRS:
            first = number if len(closing) == 1 else first
            closing.append(_PAIRS[sign])
        elif sign == "," and len(closing) == 1:
            comma = tokens[number].end
    return None


def _element(line: int, tokens: Sequence[Token]) -> Element:
    return Element(
        line=line,
        start=tokens[0].start,
        end=tokens[-1].end,
        fields=dict(_fields(tokens)),
    )


def _fields(tokens: Sequence[Token]) -> Iterator[tuple[str, tuple[str, ...]]]:
    depth = 0
    for at, token in enumerate(tokens[:-2]):
        depth += (token.text in _PAIRS) - (token.text in _PAIRS.values())
        if depth == 1 and tokens[at + 1].text == ":" and token.text not in _PAIRS:
            yield token.value, tuple(_texts(tokens, at + 2))


def _texts(tokens: Sequence[Token], at: int) -> Iterator[str]:
    if tokens[at].quoted:
        yield tokens[at].value
    elif tokens[at].text == "[":
        for token in islice(tokens, at + 1, None):
            if token.text == "]":
                return
            if token.quoted:
                yield token.value


def unescaped(text: str) -> str:
    """Undo the escapes of a text.

    Args:
        text: Without its quotes.
    """
    plain = _ESCAPE.sub(_sign, text)
    # JSON writes what lies beyond 16 bits as two halves.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _sign(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _SIGNS.get(found[3], found[3])


def put_in_array(text: str, rows: Sequence[str], at: Array) -> str:
    """Add objects to an array.

    Args:
        text: The file.
        rows: The objects, a line each.
        at: The array.

    Returns:
        The file with them; the last one has a comma behind it where the last one had.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    if not at.elements:
        margin = _margin(text, at.open)
        added = f",{end}".join(f"{margin}  {row}" for row in rows)
        return f"{text[: at.open + 1]}{end}{added}{end}{margin}{text[at.close :]}"
    last = at.elements[-1]
    own_line = not text[text.rfind("\n", 0, last.start) + 1 : last.start].strip()
    between = end + _margin(text, last.start) if own_line else " "
    cut = at.comma or last.end
    added = f",{between}".join(rows)
    comma = "" if at.comma else ","
    return f"{text[:cut]}{comma}{between}{added}{',' if at.comma else ''}{text[cut:]}"


def _margin(text: str, at: int) -> str:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line[: len(line) - len(line.lstrip())]
