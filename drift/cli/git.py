"""`drift git`: sets drift up as the program by which git compares documents, or takes that back."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.git_attributes import put_in, take_out
from drift.cli.git_config import KEYS, Scope, value
from drift.cli.options import Directory, Quiet, folder
from drift.cli.output import deliver
from drift.errors import UsageError
from drift.render.visible import visible

ACTIONS: Final = ("install", "uninstall")

USES: Final = """\
git diff                     tells what changed in documents; --no-ext-diff shows the lines, as for a patch
git log -p --ext-diff        tells it of each commit, as does git show --ext-diff
git difftool -y -t drift     tells it without a pager; with --dir-diff of all pages together
"""

Action = Annotated[
    str,
    typer.Argument(
        metavar="install|uninstall",
        help="Let git compare documents with drift; or as before, leaving all else as it is.",
    ),
]
Everywhere = Annotated[
    bool, typer.Option("--global", help="In all repositories of yours, and not in this one alone.")
]


def command(
    context: typer.Context,
    action: Action,
    everywhere: Everywhere = False,
    directory: Directory = None,
    quiet: Quiet = False,
) -> int:
    """Let git diff, git log -p --ext-diff and git difftool -t drift tell what changed in documents.

    It writes git's configuration and attributes, and nothing that would be committed. Git hands over only what differs:
    what other pages still say, or which of their links broke, is told by drift diff.
    """
    action = choose(action, ACTIONS, option="drift git")
    scope = Scope(folder(context, directory), everywhere)
    text = _install(scope) if action == "install" else _uninstall(scope)
    if not quiet:
        deliver(text, None)
    return exit_codes.DONE


def _install(scope: Scope) -> str:
    from drift.parse.base import parsers

    found = {key: scope.get(key) for key in KEYS}
    for key, module in KEYS.items():
        other = found[key]
        if other is not None and module not in other:
            remedy = f"git config {scope.option} --unset {key}"
            raise UsageError(f"is set to {other!r} already", where=key, remedy=remedy)
    path = scope.attributes
    put_in(path, [suffix for parser in parsers().values() for suffix in parser.suffixes])
    for key, module in KEYS.items():
        scope.set(key, value(module))
    return f"{visible(str(path))}: documents are told of by drift\n{USES}"


def _uninstall(scope: Scope) -> str:
    path = scope.attributes
    ours = [key for key, module in KEYS.items() if module in (scope.get(key) or "")]
    found = take_out(path)
    for key in ours:
        scope.unset(key)
    if found or ours:
        return f"{visible(str(path))}: git compares documents as before\n"
    return "drift was not set up here\n" if not scope.everywhere else "drift was not set up\n"
