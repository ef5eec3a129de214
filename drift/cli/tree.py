"""`drift tree`: one revision -> its pages as drift sees them."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.given import Given, given
from drift.cli.options import Format
from drift.cli.output import complain
from drift.cli.paths import Paths, is_whole, pathspecs

Rev = Annotated[
    str, typer.Argument(metavar="REV[:PATH]", help="A revision, a directory or a file.")
]


@partial(given, without=frozenset({"cache", "no_cache"}))
def command(given: Given, rev: Rev, paths: Paths = None, format_: Format = "text") -> int:
    """Print the pages, sections and links of a revision as drift sees them; -v adds the blocks."""
    from drift.explain.base import Side
    from drift.render.tree import renderers
    from drift.render.tree.view import TreeView
    from drift.revision.names import open_revision
    from drift.revision.pathspec import matcher
    from drift.site.build import site

    render = renderers()[choose(format_, renderers(), option="--format")].render
    settings = given.configuration()
    revision = open_revision(rev, repo_dir=given.place)
    whole = site(revision, stated=settings.stated)
    configured = settings.path if is_whole(revision) else ()
    is_wanted = matcher(pathspecs(paths, configured), prefix=revision.prefix)
    whole.pages.load(filter(is_wanted, whole.pages), jobs=given.jobs)
    pages = {path: page for path, page in whole.pages.items() if is_wanted(path)}
    look = given.screen
    view = TreeView(
        side=Side(revision.rev, revision.commit, revision.date),
        site=whole,
        pages=pages,
        width=look.width,
        color=look.color,
        verbose=given.verbose,
    )
    given.deliver(render(view))
    if not pages and not given.quiet:
        complain(f"{rev}: no documents there")
    return exit_codes.DONE
