"""`drift log`: a range of history -> what each of its commits changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from drift.cli.choices import choose
from drift.cli.filters import Context, Kinds, Significances, wanted, words_around
from drift.cli.given import Given, given
from drift.cli.log_selection import Choice
from drift.cli.log_writer import Outlet, tell
from drift.cli.moment import moment
from drift.cli.options import AllCommits, NoPager, Words
from drift.cli.paths import Paths, pathspecs
from drift.errors import UsageError

if TYPE_CHECKING:
    from drift.explain.selected import Wanted
    from drift.render.log.base import LogRenderer
    from drift.revision.git import Repository

Since = Annotated[str, typer.Option("--since", "--after", metavar="TIME", help="Younger than.")]
Until = Annotated[str, typer.Option("--until", "--before", metavar="TIME", help="Older than.")]
Author = Annotated[
    str, typer.Option("--author", metavar="REGEX", help="Only whose author's name or address fits.")
]
Grep = Annotated[str, typer.Option("--grep", metavar="REGEX", help="Only whose message fits.")]
Most = Annotated[
    int | None,
    typer.Option("-n", "--max-count", metavar="N", min=0, help="At most so many entries."),
]
Reverse = Annotated[bool, typer.Option("--reverse", help="Oldest first.")]
Oneline = Annotated[bool, typer.Option("--oneline", help="One line a commit.")]
Stat = Annotated[bool, typer.Option("--stat", help="How much changed on each page.")]
Format = Annotated[
    str, typer.Option("--format", metavar="NAME", help="Output format, text by default.")
]


@given
def command(
    given: Given,
    words: Words = None,
    paths: Paths = None,
    all_commits: AllCommits = None,
    since: Since = "",
    until: Until = "",
    author: Author = "",
    grep: Grep = "",
    kind: Kinds = None,
    significance: Significances = None,
    most: Most = None,
    reverse: Reverse = False,
    oneline: Oneline = False,
    stat: Stat = False,
    around: Context = None,
    format_: Format = "",
    no_pager: NoPager = False,
) -> int:
    """Tell what each commit changed, newest first; what was merged is one entry."""
    from drift.history.quota import Quota
    from drift.history.walk import walk
    from drift.revision.git import Repository
    from drift.revision.range import Range

    renderer = _renderer(format_, oneline=oneline, stat=stat)
    settings = given.configuration()
    repository, meant = Repository(given.place), pathspecs(paths, settings.path)
    asked = _asked(kind or settings.kind, significance or settings.significance, meant, repository)
    history = Range(
        words=tuple(words or ()),
        first_parent=not (settings.log.all_commits if all_commits is None else all_commits),
        since=moment(since, option="--since"),
        until=moment(until, option="--until"),
        author=author,
        grep=grep,
        reverse=reverse and most is None,
        paths=meant,
    )
    outlet = Outlet(
        output=given.output,
        pager=given.pager(unwanted=no_pager),
        quiet=given.quiet,
        verbose=given.verbose,
    )
    turned = reverse and most is not None
    quota = None if most is None else Quota(most)
    choice = Choice(asked, quota, turned, repository.shallow)
    view = given.wishes(words_around(around, settings.context))
    with given.memory(settings) as kept:
        steps = partial(walk, repository, history, stated=settings.stated, cache=kept, quota=quota)
        return tell(
            partial(steps, jobs=given.jobs),
            choice,
            renderer=renderer,
            view=view,
            outlet=outlet,
        )


def _renderer(name: str, *, oneline: bool, stat: bool) -> LogRenderer:
    from drift.render.log import renderers

    flags = [flag for flag, given in (("oneline", oneline), ("stat", stat)) if given]
    names = [*flags, *([name] if name else [])] or ["text"]
    if len(set(names)) > 1:
        raise UsageError(f"a log has one format, not {' and '.join(names)}", where="--format")
    found = renderers.named(names[0])
    # An unknown name is an error that lists those that are known, for which all are imported.
    return found or renderers()[choose(names[0], renderers(), option="--format")]


def _asked(
    kinds: Sequence[str],
    significances: Sequence[str],
    paths: Sequence[str],
    repository: Repository,
) -> Wanted | None:
    """Tell what must be left of a commit; None where nothing is left out, so that no entry need be looked into."""
    if not (kinds or significances or paths):
        return None
    asked = wanted(kinds, significances)
    if not paths:
        return asked
    from drift.revision.pathspec import matcher

    return msgspec.structs.replace(asked, path=matcher(paths, prefix=repository.prefix))
