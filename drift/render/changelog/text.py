"""A changelog -> lines for a terminal: rules, then page by page; marks stand in for colour where there is none."""

from __future__ import annotations

from types import MappingProxyType

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from drift.explain.sentence import Mark, mark, sentence
from drift.render.base import Renderer
from drift.render.changelog.bundle import Bundle, Row
from drift.render.changelog.digest import digest
from drift.render.changelog.facts import facts
from drift.render.changelog.groups import grouped
from drift.render.changelog.lists import listed
from drift.render.changelog.outline import (
    AlikePart,
    Entry,
    Outline,
    PagePart,
    Place,
    RulePart,
    outline,
)
from drift.render.changelog.repeats import repeat
from drift.render.changelog.styled import marked, said, words
from drift.render.changelog.summary import (
    alike_followed,
    alike_pages,
    followed,
    leftovers,
    revision,
    rule_extent,
    rule_places,
    totals,
)
from drift.render.changelog.sweeps import sections, sweep
from drift.render.changelog.values import headline
from drift.render.changelog.view import View
from drift.render.changelog.wording import wording
from drift.render.paper import Paper
from drift.render.plural import plural
from drift.render.visible import visible

MARKS: MappingProxyType[Mark, str] = MappingProxyType(
    {"+": "green", "-": "red", "~": "yellow", "!": "bold red"}
)
"""The colours of signs, in the order in which numbers of them stand."""

_RULE = ("=", "bold cyan")


def render(view: View) -> str:
    """Write a changelog for a terminal or a plain file.

    Args:
        view: The changelog and how it is to be shown.

    Returns:
        The lines; without colour, old words stand in `[-…-]` and new ones in `{+…+}`.
    """
    paper = Paper(width=view.width, color=view.color)
    parts = outline(view.changelog, whole=view.verbose)
    heading = Text.assemble(revision(view.changelog.old), " → ", revision(view.changelog.new))
    heading.stylize("bold")
    paper.write(heading)
    paper.skip()
    body(paper, parts, view)
    paper.skip()
    paper.write(Text(totals(view.changelog, parts), style="dim"))
    return paper.text()


def body(paper: Paper, parts: Outline, view: View) -> None:
    """Write the rules and changes of a changelog, without its heading.

    Args:
        paper: What they are written to.
        parts: The changelog in reading order.
        view: The changelog and how it is to be shown.
    """
    if text := digest(view.changelog, parts):
        paper.write(Text(visible(text), style="bold"))
        paper.skip()
    rules, lists = listed(parts.rules, whole=view.verbose)
    for rule in rules:
        _rule(paper, rule, view)
    repeats = map(repeat, parts.repeats)
    for bundle in (*lists, *repeats, *([sweep(parts.sweep)] if parts.sweep else [])):
        _bundle(paper, bundle, view, bullet=None if bundle.mark == "!" else _RULE)
    for pages in parts.alike:
        _alike(paper, pages, view)
    for page in parts.pages:
        _page(paper, page, view)


def _rule(paper: Paper, part: RulePart, view: View) -> None:
    rule = part.rule
    line = Text.assemble(*words(sentence(rule)), " ", (visible(rule_extent(part)), "dim"))
    if view.verbose:
        line.append(f"  [{rule.id} {rule.confidence:.2f}]", style="dim")
    paper.write(line, bullet=_RULE)
    for text in rule_places(part, whole=view.verbose):
        paper.write(Text(visible(text), style="dim"), indent=2)
    for text in leftovers(rule, whole=view.verbose):
        paper.write(Text(visible(text)), indent=2, bullet=("!", MARKS["!"]))


def _alike(paper: Paper, part: AlikePart, view: View) -> None:
    paper.skip()
    heading = Text.assemble(
        f"{plural(len(part.paths), 'page')}: ", *words(sentence(part.entry.change))
    )
    heading.stylize("bold")
    if text := alike_followed(part):
        heading.append(f" ({text})", style="not bold dim")
    paper.write(heading)
    pages = list(alike_pages(part, whole=view.verbose))
    if not any(begun for _, begun in pages):
        paper.write(Text(visible(", ".join(path for path, _ in pages))), indent=2)
        return
    for path, begun in pages:
        paper.write(Text(visible(path)), indent=2)
        if begun:
            paper.write(Text(visible(begun), style="dim"), indent=4)


def _page(paper: Paper, page: PagePart, view: View) -> None:
    paper.skip()
    if page.path:
        heading = Text(visible(page.path), style="bold underline" if view.color else "")
        if page.was:
            heading = Text.assemble(heading, f"  (was {visible(page.was)})")
        paper.write(heading)
    if page.sweep:
        _bundle(paper, sweep(page.sweep), view, indent=2)
    for changes in page.lists:
        _bundle(paper, sections(changes), view, indent=2)
    for place in page.places:
        _place(paper, place, view)


def _place(paper: Paper, place: Place, view: View) -> None:
    indent = 2
    if place.section:
        paper.skip()
        paper.write(Text(visible(" › ".join(place.section)), style="bold"), indent=2)
        indent = 4
    for thing in grouped(place.entries, whole=view.verbose):
        if isinstance(thing, Bundle):
            _bundle(paper, thing, view, indent=indent)
        else:
            _entry(paper, thing, view, indent=indent)


def _bundle(
    paper: Paper,
    bundle: Bundle,
    view: View,
    *,
    indent: int = 0,
    bullet: tuple[str, str] | None = None,
) -> None:
    head = Text.assemble(*words(bundle.head))
    paper.write(head, indent=indent, bullet=bullet or (bundle.mark, MARKS[bundle.mark]))
    column = _column(bundle, view.width - indent - 2)
    for row in bundle.rows:
        _row(paper, row, view, indent=indent + 2, column=column)


def _row(paper: Paper, row: Row, view: View, *, indent: int, column: int) -> None:
    """Write a name and its values: beside each other where a column is given, else below each other."""
    name, note = visible(row.name), f" ({row.note})" if row.note else ""
    bullet = (set_cell_size(name, column), "bold") if name and column else ("", "")
    if name and not column:
        paper.write(Text(name, style="bold").append(note, style="not bold dim"), indent=indent)
        indent, note = indent + 2, ""
    for value in row.values:
        text = Text.assemble(*said(value, view)).append(note, style="dim")
        sign = (value.mark, MARKS[value.mark]) if value.mark else bullet
        paper.write(text, indent=indent, bullet=sign)


def _column(bundle: Bundle, room: int) -> int:
    """Tell how wide the names are if all that have one fit beside them, else 0."""
    rows = [row for row in bundle.rows if row.name]
    if not rows or any(len(row.values) > 1 for row in bundle.rows):
        return 0
    names = max(cell_len(visible(row.name)) for row in rows)
    return names + 1 if all(names + 2 + _length(row) <= room for row in rows) else 0


def _length(row: Row) -> int:
    shown = "".join(text for text, _ in words(row.values[0].spans, whole=False))
    return cell_len(shown) + (len(row.note) + 3 if row.note else 0)


def _entry(paper: Paper, entry: Entry, view: View, *, indent: int) -> None:
    change = entry.change
    line = Text.assemble(*words(headline(change, whole=view.verbose), whole=view.verbose))
    if spans := facts(change):
        line.append(": ")
        line.append_text(Text.assemble(*words(spans)))
    if text := followed(entry, whole=view.verbose):
        line.append(f" ({text})", style="dim")
    if view.verbose:
        line.append(f"  [{change.id} {change.kind} {change.confidence:.2f}]", style="dim")
    sign = mark(change)
    paper.write(line, indent=indent, bullet=(sign, MARKS[sign]))
    for difference in wording(change, view):
        paper.write(
            Text.assemble(*marked(difference.spans, color=view.color)),
            indent=indent + 2,
            bullet=(difference.mark, MARKS[difference.mark]),
        )


TEXT = Renderer("text", render)
