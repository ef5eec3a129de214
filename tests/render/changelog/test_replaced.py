from __future__ import annotations

from drift.changes.base import BlockChange, Change, Location
from drift.render.changelog.replaced import replaced


def _page(kind: str, path: str, *texts: str) -> Change:
    came = kind == "page.added"
    at = Location(path, ())
    blocks = tuple(
        BlockChange(
            "added" if came else "removed",
            "paragraph",
            None if came else text,
            text if came else None,
            (1, 1),
        )
        for text in texts
    )
    return Change(
        id=f"{kind} {path}",
        kind=kind,
        old=None if came else at,
        new=at if came else None,
        significance="content",
        blocks=blocks,
    )


GONE = _page("page.removed", "a.md", "", "Boats are here.", "So are oars.")
COME = _page("page.added", "a.md", "Winter is there.")
OTHER = _page("page.added", "b.md", "Ropes.")


def test_a_page_in_the_place_of_another_is_one_that_was_rewritten() -> None:
    told, below = replaced([COME, GONE, OTHER], {GONE.id: (OTHER,), COME.id: (GONE,)})
    assert [(change.kind, change.nature) for change in told] == [
        ("section.edited", "rewrite"),
        (OTHER.kind, OTHER.nature),
    ]
    (rewritten, _) = told
    assert [block.after or block.before for block in rewritten.blocks or ()] == [
        "Boats are here.",
        "Winter is there.",
    ]
    assert rewritten.old == GONE.old
    assert below[COME.id] == (OTHER, GONE)


def test_pages_of_other_paths_are_left_as_they_are() -> None:
    told = [OTHER, GONE]
    assert replaced(told, {}) == (told, {})
