"""The command line: mounts the commands, and turns every ending into an exit status and at most one line."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException
from typer.main import get_command

from drift.cli import exit_codes
from drift.cli.commands import COMMANDS, EXAMPLE
from drift.cli.completion import completes, joined, typed
from drift.cli.options import Directory, Start
from drift.cli.output import complain, reopen
from drift.cli.paths import spelled_out
from drift.cli.plain import lightened
from drift.errors import DriftError


def app(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Mount commands.

    Args:
        names: Which; each takes a hundredth of a second to import and to describe.

    Returns:
        The program.
    """
    mounted = typer.Typer(
        name="drift",
        help="Tells what changed between two revisions of a docs tree, in words and not in lines.",
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        epilog=f"Example: {EXAMPLE}",
    )
    mounted.callback(invoke_without_command=True)(start)
    for name in names:
        known = COMMANDS[name]
        made = mounted.command(name, short_help=known.does, epilog=f"Example: {known.example}")
        made(import_module(f"drift.cli.{name}").command)
    return mounted


def asked_for(arguments: Sequence[str]) -> Sequence[str]:
    """Tell which commands the words can mean, so that no other is mounted.

    Args:
        arguments: The words after the program's name.

    Returns:
        The one that is named first, or all where that is none: for help, completion and to say what is near.
    """
    words = iter(arguments)
    for word in words:
        if word in COMMANDS:
            return (word,)
        if word != "-C":
            break
        next(words, None)
    return tuple(COMMANDS)


def start(
    context: typer.Context,
    directory: Directory = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Tell what changed between two revisions of a docs tree, in words and not in lines."""
    context.obj = Start(directory)
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"drift {installed('handbook-drift')}")
        raise typer.Exit(exit_codes.DONE)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(exit_codes.UNUSABLE)


ALLOCATIONS = 200_000
"""Objects made between two collections. A run makes trees by the million and drops none in a circle: to look for
circles as often as Python does by itself takes a fifth of its time."""


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name.

    Args:
        arguments: The words after the program's name.

    Returns:
        The exit status.
    """
    if completes():
        return _complete()
    try:
        program = lightened(get_command(app(asked_for(arguments))))
        ending = program.main(spelled_out(arguments), prog_name="drift", standalone_mode=False)
    except DriftError as error:
        complain(str(error))
    except TyperException as error:
        complain(f"{error.format_message().rstrip('.')} ({_hint(arguments)})")
    except (KeyboardInterrupt, Abort):
        return exit_codes.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last place where a defect can become one line
        _confess(error, in_full=_is_very_verbose(arguments))
    else:
        return ending if isinstance(ending, int) else exit_codes.DONE
    return exit_codes.UNUSABLE


def _hint(arguments: Sequence[str]) -> str:
    """Say how the command is written that somebody tried."""
    name, *others = asked_for(arguments)
    if others:
        return "see drift --help"
    return f"for example: {COMMANDS[name].example}; see drift {name} --help"


def _complete() -> int:
    """Answer a shell that asks how a word may go on; it ends by `SystemExit`, since that is part of some answers."""
    with suppress(Exception):
        joined()
        program = lightened(get_command(app(asked_for(typed()))))
        program.main([], prog_name="drift", standalone_mode=False)
    return exit_codes.DONE


def main() -> None:
    """Run drift as a program."""
    reopen()
    gc.set_threshold(ALLOCATIONS)
    status = run(sys.argv[1:])
    # Python looks for circles once more when it ends, through all that was made.
    gc.freeze()
    sys.exit(status)


def _confess(error: Exception, *, in_full: bool) -> None:
    if in_full:
        traceback.print_exception(error)
    complain(
        f"internal error: {type(error).__name__}: {error}"
        + ("" if in_full else " (this is a defect of drift; -vv shows where)")
    )


def _is_very_verbose(arguments: Sequence[str]) -> bool:
    return "-vv" in arguments or sum(word in {"-v", "--verbose"} for word in arguments) > 1
