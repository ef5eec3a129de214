"""Redirects written by hand: `a.md#x => b.md#y`, and `?` for what nobody knows."""

from __future__ import annotations

import re

from drift.aggregate.moves import Moves, moves
from drift.aggregate.redirect import Redirect, RedirectKind, Spot
from drift.site.build import site
from drift.site.published import Publisher
from tests.conftest import Files, Memory


def spot(text: str) -> Spot:
    path, *anchor = re.split(r"(?<=\.md)#|(?<=\.rst)#", text)
    return Spot(None if path == "?" else path, anchor[0] if anchor else None)


def row(text: str, confidence: float = 0.9) -> Redirect:
    old, new, *guess = text.split(" => ")
    kind: RedirectKind = "section" if spot(old).anchor else "page"
    if guess:
        return Redirect(
            kind=kind, old=spot(old), new=spot(new), confidence=confidence, guess=spot(guess[0])
        )
    return Redirect(kind=kind, old=spot(old), new=spot(new), confidence=confidence)


def pages(*paths: str) -> dict[str, str]:
    return {path: "# A\n\n## B\n" if path.endswith(".md") else "A\n=\n\nB\n-\n" for path in paths}


def publishers(old: Files, new: Files) -> tuple[Publisher, Publisher]:
    return Publisher(site(Memory(old))), Publisher(site(Memory(new)))


def moved(rows: list[str], old: Files, new: Files) -> Moves:
    return moves(map(row, rows), *publishers(old, new))
