"""Terms -> GitHub Flavored Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from drift.aggregate.terms.term import Term
from drift.render.base import Renderer
from drift.render.escape_markdown import code, escape, strong
from drift.render.terms.view import TermsView
from drift.render.terms.words import allowed, extent, others, shown, standing, total


def render(view: TermsView) -> str:
    """Write terms as Markdown.

    Args:
        view: The terms; width and colour play no part.

    Returns:
        A list of terms with what is left over, and a sentence that counts them.
    """
    lines = [line for term in view.terms for line in _term(term, view)]
    return "\n".join((*lines, *([""] if lines else []), total(view.terms), ""))


def _term(term: Term, view: TermsView) -> Iterator[str]:
    said = [part for part in (standing(term), extent(term)) if part]
    if view.verbose and not term.expected:
        said.append(f"{term.confidence:.0%} sure")
    tail = f": {'; '.join(map(escape, said))}" if said else ""
    yield f"- {strong(term.before)} → {strong(term.after)}{tail}"
    if more := others(term, whole=view.verbose):
        yield f"  - also {', '.join(f'{escape(old)} → {escape(new)}' for old, new in more)}"
    most = shown(term, whole=view.verbose)
    for one in term.leftovers[:most]:
        yield f"  - ⚠ still {code(f'{one.path}:{one.line}')} ({one.scope}): {escape(one.text)}"
    if len(term.leftovers) > most:
        yield f"  - and {len(term.leftovers) - most:,} more"
    if words := allowed(term):
        yield f"  - {words}"


MARKDOWN = Renderer("markdown", render)
