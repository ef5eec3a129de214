from __future__ import annotations

from drift.render.base import Wishes
from drift.render.log.base import Logged
from drift.render.log.oneline import ONELINE

FIRST = (
    "3123456789 # Rename QPAD\\x07 `to` *GPAD* (#12) for @octocat"
    " (QPAD → GPAD; …/guides/ → …/bizops/;"
    " 1 anchor removed, 1 link removed, 1 page added and 8 more on 2 pages)"
)


def test_a_commit_is_a_line(log: tuple[Logged, ...]) -> None:
    assert b"".join(ONELINE.render(log, Wishes())).decode().splitlines() == [
        FIRST,
        "2123456789 Turn tabs into spaces (nothing changed that a reader sees)",
        "1123456789 (no subject) (its tree is missing\\x1b)",
    ]


def test_in_colour_the_id_and_the_words_stand_apart(log: tuple[Logged, ...]) -> None:
    *_, line = ONELINE.render(log[:2], Wishes(color=True))
    assert line == (
        b"\x1b[33m2123456789\x1b[0m Turn tabs into spaces \x1b[2m(nothing changed that a reader sees)\x1b[0m\n"
    )
