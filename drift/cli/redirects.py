"""`drift redirects`: a range of history -> the redirect map that it calls for, or what is wrong with the one that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.given import Given, given
from drift.cli.log_selection import Diary
from drift.cli.output import complain
from drift.cli.paths import Paths, pathspecs
from drift.cli.progress import Bar
from drift.cli.redirect_map import Known, checked, completed, opened
from drift.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drift.aggregate.redirect import Redirect
    from drift.aggregate.redirects import Redirects
    from drift.aggregate.steps import Ends, Way
    from drift.cli.output import Screen
    from drift.render.redirects.base import Book, RedirectsView

Words = Annotated[
    str, typer.Argument(metavar="RANGE", help="Two revisions, v1..v2; v1 alone goes on to HEAD.")
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="X",
        min=0.0,
        max=1.0,
        help="Below it a place is unresolved, with the best guess.",
        show_default=False,
    ),
]
AllPublished = Annotated[
    bool | None,
    typer.Option(
        "--all-published/--no-all-published",
        help="Also the places that came and went within the range.",
        show_default=False,
    ),
]
Format = Annotated[
    str,
    typer.Option("--format", metavar="NAME", help="Output format, text by default."),
]
Check = Annotated[
    Path | None,
    typer.Option(
        "--check",
        metavar="FILE",
        help="Tell what is wrong with a map, or missing in it; exit with 1 if anything is.",
        show_default=False,
    ),
]
Update = Annotated[
    Path | None,
    typer.Option(
        "--update",
        metavar="FILE",
        help="Add the rows that a map lacks, and leave all else as it is.",
        show_default=False,
    ),
]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """How a range is to be looked at."""

    paths: tuple[str, ...]
    least: float | None
    all_published: bool
    look: Screen
    verbose: bool


@given
def command(
    given: Given,
    words: Words,
    paths: Paths = None,
    all_published: AllPublished = None,
    min_confidence: MinConfidence = None,
    check: Check = None,
    update: Update = None,
    format_: Format = "",
) -> int:
    """Tell where the pages and anchors of a revision are at a later one, as a redirect map or for people."""
    from drift.aggregate.steps import Way
    from drift.render.redirects import formats

    _agree(check, update, given.output)
    settings = given.configuration(using="redirects")
    usual = settings.redirects
    name = choose(format_, formats(), option="--format") if format_ else ""
    known = _known(given.place, check, update, name)
    ends = _ends(words, given.place)
    asked = Asked(
        paths=pathspecs(paths, settings.path),
        least=usual.min_confidence if min_confidence is None else min_confidence,
        all_published=usual.all_published if all_published is None else all_published,
        look=given.screen,
        verbose=given.verbose,
    )
    diary = Diary()
    with given.memory(settings) as kept, Bar(quiet=given.quiet) as bar:
        way = Way(
            cache=kept,
            stated=settings.stated,
            jobs=given.jobs,
            report=bar.report,
            note=diary.note,
        )
        view = _view(ends, way, asked, words)
    unread = diary.close(quiet=given.quiet)
    if known is not None and update is not None:
        return unread or completed(known, view, quiet=given.quiet)
    if known is not None:
        text, status = checked(known, view, name)
    else:
        text, status = (
            _map(view, name or usual.format or "text", quiet=given.quiet),
            exit_codes.DONE,
        )
    given.deliver(text)
    return unread or status


def _agree(check: Path | None, update: Path | None, output: Path | None) -> None:
    if check is not None and update is not None:
        raise UsageError("contradicts --check", where="--update", remedy="give one of them")
    if update is not None and output is not None:
        raise UsageError("contradicts --update", where="-o", remedy="the map itself is written")


def _known(place: Path, check: Path | None, update: Path | None, name: str) -> Known | None:
    if check:
        # Of a list of nothing it is enough to say what our own would lack.
        return opened(place, check, name or "json")
    return opened(place, update, name) if update else None


def _ends(words: str, place: Path) -> Ends:
    from drift.aggregate.steps import Ends
    from drift.revision.git import Repository
    from drift.revision.range import both_ends

    repository = Repository(place)
    return Ends(repository, *both_ends(repository, words))


def _view(ends: Ends, way: Way, asked: Asked, words: str) -> RedirectsView:
    from drift.aggregate.moves import moves
    from drift.aggregate.redirects import SURE, redirects
    from drift.render.redirects.base import RedirectsView, Sites
    from drift.site.published import Publisher

    least = SURE if asked.least is None else asked.least
    found = redirects(ends, way, min_confidence=least, all_published=asked.all_published)
    sites = Sites(Publisher(found.old), Publisher(found.new))
    rows = _wanted(found, ends, asked.paths)
    old, _, new = words.replace("...", "..").partition("..")
    return RedirectsView(
        span=(old or "HEAD", new or "HEAD"),
        rows=tuple(rows),
        moves=moves(rows, sites.old, sites.new),
        sites=sites,
        width=asked.look.width,
        color=asked.look.color,
        verbose=asked.verbose,
    )


def _wanted(found: Redirects, ends: Ends, paths: tuple[str, ...]) -> Sequence[Redirect]:
    if not paths:
        return found.rows
    from drift.revision.pathspec import matcher

    meant = matcher(paths, prefix=ends.repository.prefix)
    return [
        row
        for row in found.rows
        if any(place.path and meant(place.path) for place in (row.old, row.new))
    ]


def _map(view: RedirectsView, name: str, *, quiet: bool) -> str:
    from drift.render.redirects import formats

    form = formats()[name]
    if form.book and name != "json" and not quiet:
        _tell_rest(view, form.book)
    return form.render(view)


def _tell_rest(view: RedirectsView, book: Book) -> None:
    """Say what a map for a machine has no row for; not every format has comments."""
    from drift.render.plural import plural

    lost = sum(row.kind == "page" for row in view.moves.unresolved)
    unsaid = sum(not book.write(move, view.sites) for move in view.moves.pages)
    found = (
        (lost, "unresolved"),
        (len(view.moves.taken), "whose old address is in use"),
        (unsaid, "that this format cannot write"),
    )
    if left := [f"{plural(number, 'page')} {why}" for number, why in found if number]:
        complain(f"not in the map: {', '.join(left)} (--format text lists them)")
