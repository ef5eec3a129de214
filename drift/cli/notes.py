"""`drift notes`: a range of history -> release notes, from what the pages say and not from what commits say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.given import Given, given
from drift.cli.output import complain, deliver
from drift.cli.paths import Paths, pathspecs
from drift.cli.patience import patience
from drift.errors import UsageError

if TYPE_CHECKING:
    from drift.aggregate.notes.notes import Notes

Words = Annotated[
    str | None,
    typer.Argument(
        metavar="RANGE",
        help="Two revisions, v1..v2; v1 alone goes on to HEAD.",
        show_default=False,
    ),
]
By = Annotated[
    str, typer.Option("--by", metavar="PERIOD", help="Divide by tag, month, week or year.")
]
Unreleased = Annotated[bool, typer.Option("--unreleased", help="What came since the last tag.")]
Format = Annotated[
    str,
    typer.Option("--format", metavar="NAME", help="Output format, markdown by default."),
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help="A Jinja2 template that gets what --format json prints; or one that ships, such as mail.txt.",
        show_default=False,
    ),
]
Prepend = Annotated[
    Path | None,
    typer.Option(
        "--prepend",
        metavar="FILE",
        help="Put the notes into a changelog, above the releases that it has; what it has already stays.",
        show_default=False,
    ),
]

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mdx", ""})
"""Suffixes of changelogs that notes can be put into."""


@given
def command(
    given: Given,
    words: Words = None,
    paths: Paths = None,
    by: By = "",
    unreleased: Unreleased = False,
    template: Template = None,
    prepend: Prepend = None,
    format_: Format = "",
) -> int:
    """Tell the readers of a handbook what is new, moved, renamed, changed and gone."""
    from drift.aggregate.notes.spans import PERIODS, since_last_tag, spans
    from drift.aggregate.notes.write import Means, notes
    from drift.aggregate.steps import Way
    from drift.render.notes import renderers
    from drift.render.notes.base import NotesView
    from drift.revision.git import Repository

    settings = given.configuration(using="notes")
    place = given.place
    name = format_ or (None if prepend else settings.notes.format) or "markdown"
    render = renderers()[choose(name, renderers(), option="--format")].render
    _agree(prepend, given.output, format_)
    if format_ and template is not None:
        raise UsageError("contradicts --template", where="--format", remedy="give one of them")
    period = PERIODS[choose(by, PERIODS, option="--by")] if by else None
    _ask_for_one(words, unreleased=unreleased)
    file = None if template is None else _chosen(template, place)
    changelog = None if prepend is None else _read(place / prepend)
    repository = Repository(place)
    wanted = spans(repository, words or since_last_tag(repository), period)
    with given.memory(settings) as known, patience("comparing", quiet=given.quiet):
        way = Way(cache=known, stated=settings.stated, jobs=given.jobs)
        # People gave a release its name and look for it, also when it brought nothing to read.
        means = Means(
            way=way,
            paths=pathspecs(paths, settings.path),
            only_news=period not in {None, "tag"},
        )
        told = notes(repository, wanted, means)
    view = NotesView(notes=told, whole=given.verbose, feed=settings.notes.feed or "")
    text = render(view) if file is None else _filled(told, file)
    if prepend is not None and changelog is not None:
        deliver(_prepended(changelog, text, prepend, quiet=given.quiet), place / prepend)
    else:
        given.deliver(text)
    return exit_codes.DONE


def _ask_for_one(words: str | None, *, unreleased: bool) -> None:
    if unreleased is (words is not None):
        raise UsageError(
            "contradicts --unreleased" if unreleased else "which history?",
            where="RANGE",
            remedy="give v1..v2, or --unreleased",
        )


def _agree(prepend: Path | None, output: Path | None, name: str) -> None:
    if prepend is None:
        return
    if output is not None:
        raise UsageError("contradicts --prepend", where="-o", remedy="the changelog is written")
    if prepend.suffix.lower() not in _MARKDOWN:
        raise UsageError("is no Markdown", where=str(prepend), remedy="name a changelog in .md")
    if name not in {"", "markdown"}:
        raise UsageError("contradicts --prepend", where="--format", remedy="that is Markdown")


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("is no text in UTF-8", where=str(file)) from error
    except OSError as error:
        remedy = "an empty one will do" if isinstance(error, FileNotFoundError) else ""
        problem = error.strerror or "cannot be read"
        raise UsageError(problem, where=str(file), remedy=remedy) from error


def _prepended(known: str, text: str, file: Path, *, quiet: bool) -> str:
    from drift.render.notes.prepend import prepended

    done = prepended(known, text, where=str(file))
    if done.known and not quiet:
        complain(f"left as it is: {', '.join(done.known)}")
    return done.text


def _chosen(word: Path, place: Path) -> Path:
    # Jinja2 is slow to import, and needed by those alone who have a template.
    from drift.render.notes.template import chosen

    return chosen(word, place)


def _filled(told: Notes, file: Path) -> str:
    from drift.render.notes.template import render_template

    return render_template(told, file)
