"""`drift diff`: two revisions -> what changed between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.filters import Context, Kinds, Significances, wanted, words_around
from drift.cli.given import Given, given
from drift.cli.options import Format
from drift.cli.output import complain
from drift.cli.paths import Paths, is_whole, meant
from drift.cli.patience import patience
from drift.cli.proof import gaps, proved
from drift.cli.witnessing import Remembered
from drift.errors import RevisionError

if TYPE_CHECKING:
    from drift.explain.base import Changelog
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


@given
def command(
    given: Given,
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
) -> int:
    """Tell what changed between two revisions: git, directories or files, in any mix."""
    from drift.explain.selected import selected
    from drift.pipeline import diff
    from drift.render.changelog.view import View
    from drift.revision.names import open_revisions

    render = _renderer(format_).render
    settings = given.configuration()
    asked = wanted(kind or settings.kind, significance or settings.significance)
    before, after = open_revisions(old, new, repo_dir=given.place)
    proof = None
    memory = Remembered(given, settings)
    with memory, patience("comparing", quiet=given.quiet):
        told = diff(
            before,
            after,
            stated=settings.stated,
            jobs=given.jobs,
            witness=None if no_lineage else memory.witness(before, after, jobs=given.jobs),
        )
        if before.single and after.single:
            _require_documents(told)
        if coverage:
            told, proof = proved(told, before, after, settings.stated)
    usual = settings.path if is_whole(before) and is_whole(after) else ()
    path = meant(paths, usual, prefix=after.prefix)
    told = selected(told, msgspec.structs.replace(asked, path=path))
    view = View.of(told, given.wishes(words_around(around, settings.context)))
    given.deliver(render(view))
    for line in gaps(proof) if proof else ():
        complain(line)
    found = (proof is not None and proof.uncovered) or (exit_code and (told.changes or told.rules))
    return exit_codes.FOUND if found else exit_codes.DONE


def _require_documents(told: Changelog) -> None:
    """Refuse two files of which nothing can be told; that nothing changed would be no true answer."""
    from drift.site.documents import suffixes

    if not (any(told.stats.pages.values()) or told.stats.unread or told.changes):
        known = ", ".join(sorted(suffixes()))
        raise RevisionError(
            "neither file is a document", where=told.new.rev, remedy=f"their names end with {known}"
        )


def _renderer(name: str) -> Renderer[View]:
    from drift.render.changelog import renderers

    # An unknown name is an error that lists those that are known, for which all are imported.
    return renderers.named(name) or renderers()[choose(name, renderers(), option="--format")]
