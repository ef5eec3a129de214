"""`drift review`: a range -> what it introduces against its merge base that a reviewer must know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drift.cli import exit_codes
from drift.cli.also import Also, also_written
from drift.cli.choices import choose
from drift.cli.filters import words_around
from drift.cli.options import (
    CacheFolder,
    ConfigFile,
    Directory,
    Format,
    Jobs,
    NoCache,
    NoColor,
    Output,
    Quiet,
    Verbose,
    configuration,
    cores,
    folder,
)
from drift.cli.output import deliver, screen
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


def command(
    context: typer.Context,
    words: Words = None,
    paths: Paths = None,
    staged: Staged = False,
    fail_on: FailOn = None,
    baseline: Baseline = None,
    format_: Format = "text",
    output: Output = None,
    also: Also = None,
    directory: Directory = None,
    config: ConfigFile = None,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
    no_color: NoColor = False,
) -> int:
    """Tell what a pull request introduces that its reviewer must know, and exit with 1 if that is too grave."""
    from drift.render.findings import renderers
    from drift.render.findings.view import FindingsView
    from drift.review.judged import review, within

    render = renderers()[choose(format_, renderers(), option="--format")].render
    place = folder(context, directory)
    more = also_written(also, renderers(), place)
    settings = configuration(place, config, using="review")
    chosen = gate(fail_on, settings.review)
    decisions = ruling(settings.review, place / baseline if baseline else None)
    revisions = reviewed_range(words, place, staged=staged)
    memory = Remembered(place, settings, cache, no_cache=no_cache, quiet=quiet)
    with memory, patience("reviewing", quiet=quiet):
        with_ = _With(place, settings, memory, jobs or cores(), quiet)
        told = review(_reviewed(revisions, with_), decisions)
    if path := meant(paths, settings.path, prefix=revisions[1].prefix):
        told = within(told, path)
    look = screen(output, no_color=no_color)
    view = FindingsView(
        review=told,
        fail_on=chosen,
        context=words_around(None, settings.context),
        width=look.width,
        color=look.color,
        verbose=verbose > 0,
    )
    deliver(render(view), place / output if output else None)
    more(view)
    return exit_codes.FOUND if view.failed else exit_codes.DONE


class _With(msgspec.Struct, frozen=True):
    """What the two sides are read with."""

    place: Path
    settings: Config
    memory: Remembered
    jobs: int
    quiet: bool


def _reviewed(revisions: tuple[Revision, Revision], given: _With) -> Reviewed:
    from drift.cli.expected import expected
    from drift.history.returned import returned
    from drift.pipeline import changelog
    from drift.review.base import Reviewed
    from drift.revision.git import Repository
    from drift.site.build import sites

    old, new = revisions
    settings = given.settings
    pages = sites(old, new, stated=settings.stated, jobs=given.jobs)
    told = changelog(revisions, pages, given.memory.witness(old, new))
    return Reviewed(
        changelog=returned(told, pages, Repository(given.place)),
        old=pages[0],
        new=pages[1],
        retired=expected((), settings.terms, allow=(), scopes=()),
        redirecting=redirecting(new, pages, settings.review.redirects, quiet=given.quiet),
    )
