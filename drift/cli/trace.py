"""`drift trace`: a page or section -> its life back to its first commit, or the commit behind each block of it."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from drift.cli.choices import choose
from drift.cli.filters import Context, words_around
from drift.cli.given import Given, given
from drift.cli.log_selection import Diary
from drift.cli.options import Format, NoPager
from drift.cli.progress import Bar
from drift.cli.sink import pour

Place = Annotated[
    str,
    typer.Argument(metavar="PAGE[#ANCHOR]", help="A page, or a section by its anchor or heading."),
]
At = Annotated[
    str, typer.Option("--at", metavar="REV", help="The revision at which it is called so.")
]
Blame = Annotated[
    bool, typer.Option("--blame", help="The text of today, with the commit behind each block.")
]


@given
def command(
    given: Given,
    word: Place,
    at: At = "HEAD",
    blame: Blame = False,
    around: Context = None,
    format_: Format = "text",
    no_pager: NoPager = False,
) -> int:
    """Tell the life of a page or section: created, edited, renamed, moved, merged, removed, restored."""
    from drift.aggregate.life import blamed, life, subject
    from drift.aggregate.steps import Way
    from drift.render.trace import renderers
    from drift.render.trace.base import TraceView
    from drift.revision.git import Repository

    renderer = renderers()[choose(format_, renderers(), option="--format")]
    settings = given.configuration()
    diary, look = Diary(), given.screen
    with given.memory(settings) as kept, Bar(quiet=given.quiet) as bar:
        way = Way(kept, settings.stated, given.jobs, bar.report, diary.note)
        meant = subject(Repository(given.place), word, at, way)
        with closing(life(meant, way)) as moments:
            view = TraceView(
                place=meant.found,
                rev=at,
                moments=() if blame else moments,
                blamed=blamed(meant, way) if blame else None,
                context=words_around(around, settings.context),
                width=look.width,
                color=look.color,
                verbose=given.verbose,
            )
            pour(
                renderer.render(view),
                given.output,
                pager=given.pager(unwanted=no_pager),
                begun=bar.end,
            )
    return diary.close(quiet=given.quiet)
