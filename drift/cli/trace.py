"""`drift trace`: a page or section -> its life back to its first commit, or the commit behind each block of it."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from drift.cli.choices import choose
from drift.cli.filters import Context, words_around
from drift.cli.log_selection import Diary
from drift.cli.log_writer import used
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
    remembered,
)
from drift.cli.output import screen
from drift.cli.pager import pager
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
NoPager = Annotated[bool, typer.Option("--no-pager", help="Write to the terminal itself.")]


def command(
    context: typer.Context,
    word: Place,
    at: At = "HEAD",
    blame: Blame = False,
    around: Context = None,
    format_: Format = "text",
    output: Output = None,
    directory: Directory = None,
    config: ConfigFile = None,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    no_pager: NoPager = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
    no_color: NoColor = False,
) -> int:
    """Tell the life of a page or section: created, edited, renamed, moved, merged, removed, restored."""
    from drift.aggregate.life import blamed, life, subject
    from drift.aggregate.steps import Way
    from drift.render.trace import renderers
    from drift.render.trace.base import TraceView
    from drift.revision.git import Repository

    renderer = renderers()[choose(format_, renderers(), option="--format")]
    place = folder(context, directory)
    settings = configuration(place, config)
    diary, look = Diary(), screen(output, no_color=no_color)
    memory = used(remembered(place, settings, cache, unused=no_cache), quiet=quiet)
    with memory as kept, Bar(quiet=quiet) as bar:
        way = Way(kept, settings.stated, jobs or cores(), bar.report, diary.note)
        meant = subject(Repository(place), word, at, way)
        with closing(life(meant, way)) as moments:
            view = TraceView(
                place=meant.found,
                rev=at,
                moments=() if blame else moments,
                blamed=blamed(meant, way) if blame else None,
                context=words_around(around, settings.context),
                width=look.width,
                color=look.color,
                verbose=verbose > 0,
            )
            pour(
                renderer.render(view),
                place / output if output else None,
                pager="" if no_pager or output else pager(place),
                begun=bar.end,
            )
    return diary.close(quiet=quiet)
