"""`drift init`: a repository -> a commented `drift.toml`, from what is found there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drift.cli import exit_codes
from drift.cli.options import Directory, Quiet, folder
from drift.cli.output import complain, deliver, unwritable
from drift.cli.patience import patience
from drift.errors import RevisionError, UsageError

if TYPE_CHECKING:
    from drift.revision.base import Revision

NAME = "drift.toml"

REMEDY = "drift init --print shows what a new one would say"

HEADING = (
    "What drift does by default here; an option on the command line goes before it.",
    "A key behind a # is an example. `drift schema config` describes all keys for editors.",
)

_PLAIN = re.compile(r"[\w./-]+")
"""A branch that means nothing more to a shell."""

Print = Annotated[bool, typer.Option("--print", help="Print it, and write nothing.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE; else to drift.toml at the root of the repository.",
        show_default=False,
    ),
]


def command(
    context: typer.Context,
    print_: Print = False,
    output: Output = None,
    directory: Directory = None,
    quiet: Quiet = False,
) -> int:
    """Write a commented drift.toml, from what is found in the repository.

    What is there already stays as it is.
    """
    from drift.cli.detection import found
    from drift.config.complaint import called
    from drift.config.sample import sample

    place = folder(context, directory)
    if not place.is_dir():
        raise UsageError("no such directory", where=str(place))
    revision, root, branch = _looked_at(place)
    goal = _goal(place, root, output) if not print_ else None
    with patience("looking", quiet=quiet):
        known = found(revision)
    trial = f"Try: drift review {branch}...HEAD" if _PLAIN.fullmatch(branch) else ""
    lines = [*HEADING, "", *known.heading, *([trial] if trial else [])]
    text = sample(known.keys, lines)
    if goal is None:
        deliver(text, None)
    else:
        _create(goal, text)
        if not quiet:
            keys = [called(key, "") for key, said in known.keys.items() if said.holds]
            complain(f"{goal}: written{', with ' if keys else ''}{' and '.join(keys)}")
    return exit_codes.DONE


def _looked_at(place: Path) -> tuple[Revision, Path | None, str]:
    """Tell what stands at a folder, where its root is, and which branch others begin at.

    A folder that is in no repository is its own root, and a bare repository has none.
    """
    from drift.revision.disk import directory
    from drift.revision.names import open_revision

    try:
        from drift.revision.git import Repository
        from drift.revision.objects import commit_revision

        repository = Repository(place)
    except (ImportError, RevisionError):
        return directory(str(place), place), place, ""
    branch = repository.ask("symbolic-ref", "--short", "-q", "refs/remotes/origin/HEAD")
    branch = branch or repository.ask("symbolic-ref", "--short", "-q", "HEAD") or ""
    if not repository.bare:
        return open_revision("WORKTREE", repo_dir=place), repository.top(rev=str(place)), branch
    revision = commit_revision(repository, "HEAD")
    if revision is None:
        raise UsageError("the repository has no commits yet", where=str(place))
    return revision, None, branch


def _goal(place: Path, root: Path | None, output: Path | None) -> Path:
    """Tell where to write, unless something is there that says the same already."""
    from drift.config.load import TABLE, written

    if output is not None:
        return place / output
    if root is None:
        raise UsageError(
            "a bare repository has no place for it", where=NAME, remedy="name a file: -o FILE"
        )
    if root.resolve() == place.resolve():
        root = place
    known = written(root)
    if known is not None and known.table:
        raise UsageError(f"has [{TABLE}] already", where=known.file, remedy=REMEDY)
    return root / NAME


def _create(goal: Path, text: str) -> None:
    """Write a file that is not there: nobody's words are overwritten, and no link is followed."""
    try:
        with goal.open("xb") as stream:
            stream.write(text.encode())
    except FileExistsError as error:
        raise UsageError("is there already", where=str(goal), remedy=REMEDY) from error
    except OSError as error:
        raise unwritable(error, goal) from error
