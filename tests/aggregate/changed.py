"""Changes of a few words."""

from __future__ import annotations

from drift.changes.base import Change, Location


def change(kind: str, old: Location | None, new: Location | None, **values: str) -> Change:
    return Change(
        kind=kind,
        old=old,
        new=new,
        significance="structure",
        before=values.get("before"),
        after=values.get("after"),
    )


def at(path: str, *section: str, anchor: str | None = None) -> Location:
    return Location(path, section, anchor or (section[-1].lower() if section else None))
