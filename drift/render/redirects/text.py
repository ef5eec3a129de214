"""Redirects -> a few lines for people: which folders and pages went where, which anchors changed, what nobody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from rich.text import Text

from drift.aggregate.moves import Move
from drift.aggregate.redirect import Redirect
from drift.render.paper import Paper
from drift.render.plural import plural
from drift.render.redirects.base import RedirectFormat, RedirectsView
from drift.render.redirects.brief import brief, brief_path
from drift.render.redirects.folders import folders
from drift.render.redirects.notes import spot
from drift.render.visible import visible

Thing = TypeVar("Thing")

FEW = 6
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
    numbers = {"page": len(moves.pages), "anchor": len(moves.anchors)}
    told = " and ".join(plural(number, noun) for noun, number in numbers.items() if number)
    said = [f"{told} to be redirected" if told else "nothing to be redirected"]
    said += [f"{plural(len(moves.unresolved), 'place')} unresolved"] if moves.unresolved else []
    old, new = map(visible, view.span)
    return Text.assemble((f"{old} → {new}", "bold"), f"  {', '.join(said)}")


def _pages(paper: Paper, view: RedirectsView) -> None:
    found, alone = folders(view.moves.pages)
    if not found and not alone:
        return
    paper.skip()
    for one in _some(found, view):
        many = (f"  {plural(len(one.moves), 'page')}", "dim")
        _line(paper, _way(brief_path(one.old, one.new)).append_text(Text.assemble(many)))
        for move in one.moves if view.verbose else ():
            _move(paper, move, indent=2, view=view)
    _more(paper, found, view, "folder")
    for move in _some(alone, view):
        _move(paper, move, indent=0, view=view)
    _more(paper, alone, view, "page")


def _move(paper: Paper, move: Move, *, indent: int, view: RedirectsView) -> None:
    sure = f"  {move.row.confidence:.2f}" if view.verbose else ""
    words = _way(brief(move.row.old, move.row.new)).append_text(Text(sure, style="dim"))
    _line(paper, words, indent=indent)


def _way(words: str) -> Text:
    """Colour what is new: what stands behind the arrow, and within the braces if there are any."""
    shown = Text(visible(words))
    shown.highlight_regex(r"(?<=→ )[^}]+", "green")
    return shown


def _line(paper: Paper, words: Text, *, indent: int = 0, mark: str = "~") -> None:
    paper.write(words, indent=indent, bullet=(mark, "red" if mark == "!" else "yellow"))


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
        if view.verbose or len(moves) == 1:
            for move in moves:
                _move(paper, move, indent=2, view=view)
        else:
            _line(paper, _page_anchors(path, moves), indent=2)
    _more(paper, order, view, "page", indent=2)


def _page_anchors(path: str, moves: Sequence[Move]) -> Text:
    """One line a page: where most of its anchors are now, and how many."""
    goals: dict[str, int] = defaultdict(int)
    for move in moves:
        goals[move.row.new.path or ""] += 1
    (first, _), *rest = sorted(goals.items(), key=lambda item: (-item[1], item[0]))
    way = _way(path if path == first else brief_path(path, first))
    others = f" and {plural(len(rest), 'other page')}" if rest else ""
    return way.append_text(Text(f"{others}  {plural(len(moves), 'anchor')}", style="dim"))


def _taken(paper: Paper, view: RedirectsView) -> None:
    if not view.moves.taken:
        return
    paper.skip()
    paper.write(Text("Left as they are: a page stands at the old address", style="bold"))
    for move in _some(view.moves.taken, view):
        _line(paper, _way(brief(move.row.old, move.row.new)), indent=2, mark="!")
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
    sections = [row for row in lost if row.kind == "section" and row.old.path not in gone]
    by_page: dict[str, list[Redirect]] = defaultdict(list)
    for row in sections:
        by_page[row.old.path or ""].append(row)
    for row in _some(pages, view):
        _lost(paper, row)
    _more(paper, pages, view, "page", indent=2)
    order = list(by_page.items())
    for path, rows in _some(order, view):
        if view.verbose or len(rows) == 1:
            for row in rows:
                _lost(paper, row)
        else:
            words = Text.assemble(visible(path), (f"  {plural(len(rows), 'anchor')}", "dim"))
            _line(paper, words, indent=2, mark="!")
    _more(paper, order, view, "page", indent=2)


def _lost(paper: Paper, row: Redirect) -> None:
    guess = row.guess
    near = (
        f"perhaps {visible(spot(guess))} ({row.confidence:.2f})" if guess and guess.path else "gone"
    )
    words = Text.assemble(visible(spot(row.old)), (f"  {near}", "dim"))
    _line(paper, words, indent=2, mark="!")


def _without(view: RedirectsView) -> Iterable[str]:
    moves = view.moves
    said: list[str] = []
    if moves.along:
        said.append(
            f"{plural(moves.along, 'anchor')} came along with {'its page' if moves.along == 1 else 'their pages'}"
        )
    if moves.unchanged:
        said.append(
            f"{plural(moves.unchanged, 'page')} kept {'its' if moves.unchanged == 1 else 'their'} address in another file"
        )
    if moves.unpublished:
        said.append(f"{plural(moves.unpublished, 'page')} outside of the site left out")
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
            Text(f"and {plural(left, f'more {noun}')} (-v lists all)", style="dim"),
            indent=indent + 2,
        )


TEXT = RedirectFormat("text", _render)
