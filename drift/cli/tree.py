"""`drift tree`: one revision -> its pages as drift sees them."""

from __future__ import annotations

from typing import Annotated

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.options import (
    ConfigFile,
    Directory,
    Format,
    Jobs,
    NoColor,
    Output,
    Quiet,
    Verbose,
    configuration,
    cores,
    folder,
)
from drift.cli.output import complain, deliver, screen
from drift.cli.paths import Paths, is_whole, pathspecs

Rev = Annotated[
    str, typer.Argument(metavar="REV[:PATH]", help="A revision, a directory or a file.")
]


def command(
    context: typer.Context,
    rev: Rev,
    paths: Paths = None,
    format_: Format = "text",
    output: Output = None,
    directory: Directory = None,
    config: ConfigFile = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = 0,
    no_color: NoColor = False,
) -> int:
    """Print the pages, sections and links of a revision as drift sees them; -v adds the blocks."""
    from drift.explain.base import Side
    from drift.render.tree import renderers
    from drift.render.tree.view import TreeView
    from drift.revision.names import open_revision
    from drift.revision.pathspec import matcher
    from drift.site.build import site

    render = renderers()[choose(format_, renderers(), option="--format")].render
    place = folder(context, directory)
    settings = configuration(place, config)
    revision = open_revision(rev, repo_dir=place)
    whole = site(revision, stated=settings.stated)
    configured = settings.path if is_whole(revision) else ()
    is_wanted = matcher(pathspecs(paths, configured), prefix=revision.prefix)
    whole.pages.load(filter(is_wanted, whole.pages), jobs=jobs or cores())
    pages = {path: page for path, page in whole.pages.items() if is_wanted(path)}
    look = screen(output, no_color=no_color)
    view = TreeView(
        side=Side(revision.rev, revision.commit, revision.date),
        site=whole,
        pages=pages,
        width=look.width,
        color=look.color,
        verbose=verbose > 0,
    )
    deliver(render(view), place / output if output else None)
    if not pages and not quiet:
        complain(f"{rev}: no documents there")
    return exit_codes.DONE
