"""Redirects -> a few lines for people: which folders and pages went where, which anchors changed, what nobody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.text import Text

from drift.aggregate.moves import Move
from drift.aggregate.redirect import Redirect, Spot
from drift.render.paper import Paper
from drift.render.redirects.base import RedirectFormat, RedirectsView
from drift.render.redirects.folders import FolderMove, folders
from drift.render.redirects.notes import count, spot
from drift.render.visible import visible

Thing = TypeVar("Thing")

FEW = 8
"""Lines of one sort, unless the reader asks for all."""


def _render(view: RedirectsView) -> str:
    paper = Paper(width=view.width, color=view.color)
    paper.write(_head(view))
    _pages(paper, view)
    _anchors(paper, view)
    _taken(paper, view)
    _unresolved(paper, view)
    for line in _without(view):
        paper.skip()
        paper.write(Text(line, style="dim"))
    return paper.text()


def _head(view: RedirectsView) -> Text:
    moves = view.moves
    told = f"{count(len(moves.pages), 'page')} and {count(len(moves.anchors), 'anchor')} to be redirected"
    lost = f", {count(len(moves.unresolved), 'place')} unresolved" if moves.unresolved else ""
    old, new = map(visible, view.span)
    return Text.assemble((f"{old} → {new}", "bold"), f"  {told}{lost}")


def _pages(paper: Paper, view: RedirectsView) -> None:
    found, alone = folders(view.moves.pages)
    if not found and not alone:
        return
    paper.skip()
    for one in _some(found, view):
        _folder(paper, one)
        for move in one.moves if view.verbose else ():
            _move(paper, move, indent=2, view=view)
    _more(paper, found, view, "folder")
    for move in _some(alone, view):
        _move(paper, move, indent=0, view=view)
    _more(paper, alone, view, "page")


def _folder(paper: Paper, one: FolderMove) -> None:
    words = (visible(one.old), " → ", (visible(one.new), "green"))
    paper.write(
        Text.assemble(*words, (f"  {count(len(one.moves), 'page')}", "dim")), bullet=("~", "yellow")
    )


def _move(paper: Paper, move: Move, *, indent: int, view: RedirectsView) -> None:
    sure = f"  {move.row.confidence:.2f}" if view.verbose else ""
    words = (
        visible(spot(move.row.old)),
        " → ",
        (visible(spot(move.row.new)), "green"),
        (sure, "dim"),
    )
    paper.write(Text.assemble(*words), indent=indent, bullet=("~", "yellow"))


def _anchors(paper: Paper, view: RedirectsView) -> None:
    by_page: dict[str, list[Move]] = defaultdict(list)
    for move in view.moves.anchors:
        by_page[move.row.old.path or ""].append(move)
    if not by_page:
        return
    paper.skip()
    paper.write(Text("Anchors that are called otherwise, or went to another page", style="bold"))
    order = sorted(by_page.items(), key=lambda item: (-len(item[1]), item[0]))
    for path, moves in _some(order, view):
        if view.verbose:
            for move in moves:
                _move(paper, move, indent=2, view=view)
        else:
            _page_anchors(paper, path, moves)
    _more(paper, order, view, "page", indent=2)


def _page_anchors(paper: Paper, path: str, moves: Sequence[Move]) -> None:
    """One line a page: where most of its anchors are now, and how many."""
    goals: dict[str, int] = defaultdict(int)
    for move in moves:
        goals[move.row.new.path or ""] += 1
    (first, _), *rest = sorted(goals.items(), key=lambda item: (-item[1], item[0]))
    if len(moves) == 1:
        end = f" → {spot(moves[0].row.new)}"
        paper.write(Text(visible(spot(moves[0].row.old) + end)), indent=2, bullet=("~", "yellow"))
        return
    where = f" → {first}" if first != path else ""
    others = f" and {count(len(rest), 'other page')}" if rest else ""
    line = Text.assemble(visible(f"{path}{where}"), (f"{others}  {len(moves)} anchors", "dim"))
    paper.write(line, indent=2, bullet=("~", "yellow"))


def _taken(paper: Paper, view: RedirectsView) -> None:
    if not view.moves.taken:
        return
    paper.skip()
    paper.write(Text("Cannot be redirected: another page is at the old address", style="bold"))
    for move in _some(view.moves.taken, view):
        words = f"{spot(move.row.old)} → {spot(move.row.new)}"
        paper.write(Text(visible(words)), indent=2, bullet=("!", "red"))
    _more(paper, view.moves.taken, view, "page", indent=2)


def _unresolved(paper: Paper, view: RedirectsView) -> None:
    lost = view.moves.unresolved
    if not lost:
        return
    paper.skip()
    paper.write(Text("Unresolved, with the likeliest place", style="bold"))
    pages = [row for row in lost if row.kind == "page"]
    gone = {row.old.path for row in pages}
    # Where the page is lost, so are its anchors.
    anchors = [
        row for row in lost if row.kind == "section" and (view.verbose or row.old.path not in gone)
    ]
    for row in (*_some(pages, view), *_some(anchors, view)):
        paper.write(
            Text.assemble(visible(spot(row.old)), (_guess(row), "dim")),
            indent=2,
            bullet=("!", "red"),
        )
    _more(paper, pages, view, "page", indent=2)
    _more(paper, anchors, view, "anchor", indent=2)


def _guess(row: Redirect) -> str:
    guess = row.guess
    if isinstance(guess, Spot) and guess.path:
        return f"  perhaps {visible(spot(guess))} ({row.confidence:.2f})"
    return "  gone"


def _without(view: RedirectsView) -> Iterable[str]:
    moves = view.moves
    said: list[str] = []
    if moves.along:
        said.append(
            f"{count(moves.along, 'anchor')} came along with {'its page' if moves.along == 1 else 'their pages'}"
        )
    if moves.unchanged:
        said.append(
            f"{count(moves.unchanged, 'page')} kept {'its' if moves.unchanged == 1 else 'their'} address in another file"
        )
    if moves.unpublished:
        said.append(f"{count(moves.unpublished, 'page')} outside of the site left out")
    if said:
        yield f"{'; '.join(said)}."


def _some(things: Sequence[Thing], view: RedirectsView) -> Sequence[Thing]:
    return things if view.verbose or len(things) <= FEW + 1 else things[:FEW]


def _more(
    paper: Paper, things: Sequence[object], view: RedirectsView, noun: str, *, indent: int = 0
) -> None:
    left = len(things) - len(_some(things, view))
    if left:
        paper.write(
            Text(f"and {count(left, f'more {noun}')} (-v lists all)", style="dim"),
            indent=indent + 2,
        )


TEXT = RedirectFormat("text", _render)
