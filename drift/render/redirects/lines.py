"""A map that is a row a line -> the same with more rows, all other lines as they were."""

from __future__ import annotations

from collections.abc import Sequence

from drift.render.redirects.notes import Written


def commented(found: Written) -> str:
    """Write a new map.

    Args:
        found: Its rows and notes.

    Returns:
        The notes as comments, and a row a line.
    """
    notes = [f"# {note}".rstrip() for note in found.notes]
    return "\n".join([*notes, *found.rows]) + "\n"


def put_in(text: str, rows: Sequence[str], *, before: int | None = None, indent: str = "") -> str:
    """Add rows to a map.

    Args:
        text: The map.
        rows: A line each.
        before: The number of the line that they are to stand before; None for the end.
        indent: What each begins with.

    Returns:
        The map with them; line ends as the map has them.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    added = "".join(f"{indent}{row}{end}" for row in rows)
    if before is None:
        return f"{text}{'' if not text or text.endswith(chr(10)) else end}{added}"
    lines = text.split("\n")
    head = "\n".join(lines[: before - 1])
    head = f"{head}\n" if before > 1 else head
    return f"{head}{added}" + "\n".join(lines[before - 1 :])
