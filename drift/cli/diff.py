"""`drift diff`: two revisions -> what changed between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.filters import Context, Kinds, Significances, wanted, words_around
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
from drift.cli.output import complain, deliver, screen
from drift.cli.paths import Paths, is_whole, meant
from drift.cli.patience import patience
from drift.cli.proof import gaps, proved
from drift.cli.witnessing import Remembered

if TYPE_CHECKING:
    from drift.render.base import Renderer
    from drift.render.changelog.view import View

Old = Annotated[
    str, typer.Argument(metavar="OLD", help="A revision, a directory or a file; or OLD..NEW.")
]
New = Annotated[
    str | None,
    typer.Argument(metavar="NEW", help="The other side, WORKTREE by default; INDEX too."),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything is told.")]
Coverage = Annotated[
    bool, typer.Option("--coverage", help="Prove that nothing changed goes unsaid, or exit with 1.")
]
NoLineage = Annotated[
    bool,
    typer.Option("--no-lineage", help="Compare the two alone, whatever lies between them."),
]


def command(
    context: typer.Context,
    old: Old,
    new: New = None,
    paths: Paths = None,
    kind: Kinds = None,
    significance: Significances = None,
    around: Context = None,
    exit_code: ExitCode = False,
    coverage: Coverage = False,
    no_lineage: NoLineage = False,
    format_: Format = "text",
    output: Output = None,
    directory: Directory = None,
    config: ConfigFile = None,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
    no_color: NoColor = False,
) -> int:
    """Tell what changed between two revisions: git, directories or files, in any mix."""
    from drift.explain.selected import selected
    from drift.pipeline import diff
    from drift.render.changelog.view import View
    from drift.revision.names import open_revisions

    render = _renderer(format_).render
    place = folder(context, directory)
    settings = configuration(place, config)
    asked = wanted(kind or settings.kind, significance or settings.significance)
    before, after = open_revisions(old, new, repo_dir=place)
    proof = None
    memory = Remembered(place, settings, cache, no_cache=no_cache, quiet=quiet)
    with memory, patience("comparing", quiet=quiet):
        told = diff(
            before,
            after,
            stated=settings.stated,
            jobs=jobs or cores(),
            witness=None if no_lineage else memory.witness(before, after, jobs=jobs or cores()),
        )
        if coverage:
            told, proof = proved(told, before, after, settings.stated)
    usual = settings.path if is_whole(before) and is_whole(after) else ()
    path = meant(paths, usual, prefix=after.prefix)
    told = selected(told, msgspec.structs.replace(asked, path=path))
    look = screen(output, no_color=no_color)
    view = View(
        changelog=told,
        context=words_around(around, settings.context),
        width=look.width,
        color=look.color,
        verbose=verbose > 0,
    )
    deliver(render(view), place / output if output else None)
    for line in gaps(proof) if proof else ():
        complain(line)
    found = (proof is not None and proof.uncovered) or (exit_code and (told.changes or told.rules))
    return exit_codes.FOUND if found else exit_codes.DONE


def _renderer(name: str) -> Renderer[View]:
    from drift.render.changelog import renderer, renderers

    # An unknown name is an error that lists those that are known, for which all are imported.
    return renderer(name) or renderers()[choose(name, renderers(), option="--format")]
