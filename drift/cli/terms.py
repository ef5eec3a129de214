"""`drift terms`: a range of history -> the terms that were renamed in it, or what declared renamings have left over."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.expected import expected
from drift.cli.given import Given, given
from drift.cli.log_selection import Diary
from drift.cli.options import AllCommits, Format, Words
from drift.cli.paths import Paths, pathspecs
from drift.cli.progress import Bar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drift.history.step import Step

Expect = Annotated[
    list[str] | None,
    typer.Option(
        "--expect",
        metavar="OLD=NEW",
        help="Audit this renaming; exit with 1 while anything is left over.",
    ),
]
Allow = Annotated[
    list[str] | None,
    typer.Option(
        "--allow",
        metavar="PLACE",
        help="Pages (a pathspec) or sections (#Heading) that may say the old term.",
    ),
]
Scopes = Annotated[
    list[str] | None,
    typer.Option("--scope", metavar="NAMES", help="Audit only these: prose,heading,label,url,…"),
]
Least = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        min=0.0,
        max=1.0,
        help="Tell only renamings that are at least so likely; 0.6 by default.",
        show_default=False,
    ),
]


@given
def command(
    given: Given,
    words: Words = None,
    paths: Paths = None,
    expect: Expect = None,
    allow: Allow = None,
    scope: Scopes = None,
    least: Least = None,
    all_commits: AllCommits = None,
    format_: Format = "text",
) -> int:
    """Find the terms that were renamed, or audit those that were to be."""
    from drift.aggregate.terms.found import Question, answer
    from drift.history.walk import walk
    from drift.render.terms import renderers
    from drift.render.terms.view import TermsView
    from drift.revision.git import Repository
    from drift.revision.range import Range

    render = renderers()[choose(format_, renderers(), option="--format")].render
    settings = given.configuration()
    usual = settings.terms
    least = usual.min_confidence if least is None else least
    declared = expected(expect or (), usual, allow=allow or (), scopes=scope or ())
    repository = Repository(given.place)
    wanted = Range(
        words=tuple(words or ()),
        first_parent=not (usual.all_commits if all_commits is None else all_commits),
        reverse=True,
        paths=pathspecs(paths, settings.path),
    )
    question = Question(
        repository, wanted, declared, search=not expect, least=least, stated=settings.stated
    )
    diary = Diary()
    with given.memory(settings) as kept, Bar(quiet=given.quiet) as bar:
        steps = partial(
            walk, repository, wanted, stated=settings.stated, jobs=given.jobs, cache=kept
        )
        with closing(steps(report=bar.report, wants="exchanges")) as walked:
            terms = answer(question, _noted(walked, diary), kept)
    look = given.screen
    view = TermsView(terms=terms, width=look.width, color=look.color, verbose=given.verbose)
    given.deliver(render(view))
    status = diary.close(quiet=given.quiet)
    if status == exit_codes.DONE and any(not term.complete for term in terms if term.expected):
        return exit_codes.FOUND
    return status


def _noted(steps: Iterable[Step], diary: Diary) -> Iterator[Step]:
    for step in steps:
        diary.note(step)
        yield step
