"""A Python file -> one dictionary of texts in it, with its lines and where another entry would stand; nothing is run."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Sequence

import msgspec

from drift.errors import UsageError
from drift.site.yaml_map import MapEntry


class PythonDict(msgspec.Struct, frozen=True):
    """A dictionary that is assigned to a name at the top of a file."""

    entries: tuple[MapEntry, ...]
    unread: tuple[int, ...]
    # Lines of entries that are no two texts.
    end: tuple[int, int]
    # Line and column, in bytes, of the closing bracket.
    last: tuple[int, int] | None
    # Where its last value ends; None where it is empty.


def assigned(text: str, name: str) -> PythonDict | str | None:
    """Find what is assigned to a name.

    Args:
        text: A Python file.
        name: The name.

    Returns:
        The dictionary, or the text where it is one; None where it is neither.
    """
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    values = [
        one.value
        for one in body
        if isinstance(one, ast.Assign | ast.AnnAssign) and _is_named(one, name)
    ]
    if not values:
        return None
    value = values[-1]
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    return _read(value) if isinstance(value, ast.Dict) else None


def _is_named(statement: ast.Assign | ast.AnnAssign, name: str) -> bool:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)


def _read(node: ast.Dict) -> PythonDict:
    entries: list[MapEntry] = []
    unread: list[int] = []
    for key, value in zip(node.keys, node.values, strict=True):
        match key, value:
            case ast.Constant(value=str(old)), ast.Constant(value=str(new)):
                entries.append(MapEntry(key.lineno, old, new))
            case _:
                unread.append(value.lineno)
    last = node.values[-1] if node.values else None
    return PythonDict(
        entries=tuple(entries),
        unread=tuple(unread),
        end=(node.end_lineno or node.lineno, (node.end_col_offset or 1) - 1),
        last=(last.end_lineno or 1, last.end_col_offset or 0) if last else None,
    )


def put_in_dict(text: str, rows: Sequence[str], at: PythonDict) -> str:
    """Add entries to a dictionary.

    Args:
        text: The file.
        rows: The entries, `"key": "value"`.
        at: The dictionary.

    Returns:
        The file with them.

    Raises:
        UsageError: The file cannot be taken apart.
    """
    lines = text.split("\n")
    before, inside, behind = _parts(lines, at)
    end = "\r\n" if "\r\n" in text else "\n"
    comma = "" if at.last is None or _has_comma(inside) else ","
    # A comment behind the last value stays where it is, behind the comma that the value needs now.
    gap = "" if inside.endswith("\n") else end
    closing = inside.rpartition("\n")[2]
    if not closing.strip() and inside.endswith(closing) and "\n" in inside:
        inside, behind, gap = inside.removesuffix(closing), closing + behind, ""
    added = "".join(f"    {row},{end}" for row in rows)
    return f"{before}{comma}{inside}{gap}{added}{behind}"


def _parts(lines: list[str], at: PythonDict) -> tuple[str, str, str]:
    """Cut the file behind the last value and before the closing bracket."""
    stop = _offset(lines, at.end)
    start = _offset(lines, at.last) if at.last else stop
    text = "\n".join(lines)
    if at.last is None:
        # Behind the opening bracket may be nothing but blanks and comments.
        return text[:stop], "", text[stop:]
    return text[:start], text[start:stop], text[stop:]


def _offset(lines: list[str], at: tuple[int, int]) -> int:
    line, column = at
    ahead = sum(len(one) + 1 for one in lines[: line - 1])
    return ahead + len(lines[line - 1].encode()[:column].decode())


def _has_comma(inside: str) -> bool:
    try:
        tokens = tokenize.generate_tokens(io.StringIO(inside.strip()).readline)
        return any(token.string == "," for token in tokens)
    except (tokenize.TokenError, IndentationError) as error:
        raise UsageError("its dictionary cannot be taken apart") from error
