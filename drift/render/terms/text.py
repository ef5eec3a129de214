"""Terms -> lines for a terminal or a plain file, the most certain first."""

from __future__ import annotations

from rich.text import Text

from drift.aggregate.terms.term import Term
from drift.explain.base import Leftover
from drift.render.base import Renderer
from drift.render.paper import Paper
from drift.render.terms.view import TermsView
from drift.render.terms.words import allowed, extent, others, shown, standing, total
from drift.render.visible import visible


def render(view: TermsView) -> str:
    """Write terms for people.

    Args:
        view: The terms.

    Returns:
        A paragraph a term, and one line that counts them.
    """
    paper = Paper(width=view.width, color=view.color)
    for term in view.terms:
        _term(paper, term, view)
        paper.skip()
    paper.write(Text(total(view.terms), style="dim"))
    return paper.text()


def _term(paper: Paper, term: Term, view: TermsView) -> None:
    head = Text.assemble(
        (visible(term.before), "red"), " → ", (visible(term.after), "green"), style="bold"
    )
    if said := standing(term):
        head.append(f": {said}", style="green" if term.complete else "bold red")
    if view.verbose and not term.expected:
        head.append(f"  ({term.confidence:.0%} sure)", style="dim")
    paper.write(head)
    if said := extent(term):
        paper.write(Text(said), indent=2)
    if more := others(term, whole=view.verbose):
        forms = ", ".join(f"{visible(before)} → {visible(after)}" for before, after in more)
        paper.write(Text(f"also {forms}"), indent=2)
    _places(paper, term, view)


def _places(paper: Paper, term: Term, view: TermsView) -> None:
    most = shown(term, whole=view.verbose)
    for one in term.leftovers[:most]:
        paper.write(_place(one), indent=2, bullet=("!", "bold red"))
    if len(term.leftovers) > most:
        paper.write(Text(f"and {len(term.leftovers) - most:,} more", style="dim"), indent=4)
    for mention in term.allowed if view.verbose else ():
        paper.write(_place(mention), indent=2, bullet=("·", "dim"))
    if said := allowed(term):
        paper.write(Text(said, style="dim"), indent=2)


def _place(one: Leftover) -> Text:
    return Text.assemble(
        (f"still {visible(one.path)}:{one.line}", "bold"), f" ({one.scope}): {visible(one.text)}"
    )


TEXT = Renderer("text", render)
