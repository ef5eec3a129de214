"""`drift review`: a range -> what it introduces against its merge base that a reviewer must know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drift.cli import exit_codes
from drift.cli.also import Also, also_written
from drift.cli.choices import choose
from drift.cli.filters import words_around
from drift.cli.given import Given, given
from drift.cli.options import Format
from drift.cli.paths import Paths, meant
from drift.cli.patience import patience
from drift.cli.redirecting import redirecting
from drift.cli.review_inputs import gate, ruling
from drift.cli.staged import Staged, reviewed_range
from drift.cli.witnessing import Remembered

if TYPE_CHECKING:
    from drift.config import Config
    from drift.review.base import Reviewed
    from drift.revision.base import Revision

Words = Annotated[
    str | None,
    typer.Argument(
        metavar="RANGE",
        help="main...topic, or main for main...HEAD; else the upstream branch (or origin/HEAD) and HEAD.",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        help="Exit with 1 on findings that are at least so grave; error by default.",
        show_default=False,
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Leave out what this earlier review, written as JSON, has told.",
        show_default=False,
    ),
]


@given
def command(
    given: Given,
    words: Words = None,
    paths: Paths = None,
    staged: Staged = False,
    fail_on: FailOn = None,
    baseline: Baseline = None,
    format_: Format = "text",
    also: Also = None,
) -> int:
    """Tell what a pull request introduces that its reviewer must know, and exit with 1 if that is too grave."""
    from drift.render.findings import renderers
    from drift.render.findings.view import FindingsView
    from drift.review.judged import review, within

    render = renderers()[choose(format_, renderers(), option="--format")].render
    place = given.place
    more = also_written(also, renderers(), place)
    settings = given.configuration(using="review")
    chosen = gate(fail_on, settings.review)
    decisions = ruling(settings.review, place / baseline if baseline else None)
    revisions = reviewed_range(words, place, staged=staged)
    memory = Remembered(given, settings)
    with memory, patience("reviewing", quiet=given.quiet):
        told = review(_reviewed(revisions, given, settings, memory), decisions)
    if path := meant(paths, settings.path, prefix=revisions[1].prefix):
        told = within(told, path)
    look = given.screen
    view = FindingsView(
        review=told,
        fail_on=chosen,
        context=words_around(None, settings.context),
        width=look.width,
        color=look.color,
        verbose=given.verbose,
    )
    given.deliver(render(view))
    more(view)
    return exit_codes.FOUND if view.failed else exit_codes.DONE


def _reviewed(
    revisions: tuple[Revision, Revision], given: Given, settings: Config, memory: Remembered
) -> Reviewed:
    from drift.cli.expected import expected
    from drift.history.returned import returned
    from drift.pipeline import changelog
    from drift.review.base import Reviewed
    from drift.revision.git import Repository
    from drift.site.build import sites

    old, new = revisions
    pages = sites(old, new, stated=settings.stated, jobs=given.jobs)
    told = changelog(revisions, pages, memory.witness(old, new), jobs=given.jobs)
    return Reviewed(
        changelog=returned(told, pages, Repository(given.place)),
        old=pages[0],
        new=pages[1],
        retired=expected((), settings.terms, allow=(), scopes=()),
        redirecting=redirecting(new, pages, settings.review.redirects, quiet=given.quiet),
    )
