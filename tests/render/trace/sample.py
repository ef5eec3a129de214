"""The life of a page and of two sections on it, as their history tells them."""

from __future__ import annotations

from pathlib import Path

from drift.render.trace.base import TraceRenderer, TraceView
from tests.aggregate.lives import (
    FOOD,
    KEYS,
    LEAVE,
    MAIL,
    TRAVEL,
    blocks,
    built,
    meant,
    moments,
    page,
    part,
)
from tests.revision.builder import Builder, Files

_FIRST = page("Staff", TRAVEL, part("Leave", LEAVE), part("Keys", f"{KEYS}\n{FOOD}\n{MAIL}"))
_EDITED = _FIRST.replace("trains", "coaches").replace("a wage", "two wages")
_BARE = page("Staff", TRAVEL.replace("trains", "coaches"), part("Keys", KEYS))
_SPLIT = page(
    "Staff",
    TRAVEL,
    part("Time off", LEAVE),
    part("Keys", KEYS),
    part("Comfort", f"{FOOD}\n{MAIL}"),
)
TREES: tuple[Files, ...] = (
    {"a.md": _FIRST},
    {"a.md": _EDITED},
    {"staff/a.md": _EDITED},
    {"staff/a.md": _SPLIT},
    {"staff/a.md": _BARE},
    {"staff/a.md": _SPLIT},
)


def handbook(build: Builder) -> Path:
    return built(build, TREES)


def written(
    renderer: TraceRenderer, folder: Path, word: str, *, blame: bool = False, width: int = 80
) -> str:
    with meant(folder, word) as of:
        view = TraceView(
            place=of.found,
            rev="HEAD",
            moments=() if blame else moments(folder, word),
            blamed=blocks(folder, word) if blame else None,
            width=width,
        )
    return b"".join(renderer.render(view)).decode()
