"""Options as typer makes them -> options that take a plain word as it is.

Typer holds every value against a schema, also a text that is to be a text, and imports a library for it that takes
longer to start than all else at the command line. Words, paths and counts need no schema.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec
from typer import BadParameter
from typer._click import Command, Context
from typer._click.shell_completion import CompletionItem
from typer.core import TyperArgument, TyperGroup, TyperOption

from drift.errors import UsageError


class _Odd(msgspec.Struct, frozen=True):
    """In the place of a value: it needs its schema."""


_ODD: Final = _Odd()

_NUMBERS: MappingProxyType[object, str] = MappingProxyType({int: "whole number", float: "number"})

_DIGITS = re.compile(r"[0-9]{1,9}")

Plain = None | int | str | Path | tuple[()] | list[str]
"""What needs no schema."""


class PlainOption(TyperOption):
    """An option that looks at its schema for odd values alone."""

    def process_value(self, ctx: Context, value: object) -> object:
        """Take a value as it is, if it is what is wanted already."""
        found = _plain(self, value)
        if isinstance(found, _Odd):
            try:
                return super().process_value(ctx, value)
            except BadParameter as error:
                if refusal := _refusal(self, value):
                    raise refusal from error
                raise
        return self.callback(ctx, self, found) if self.callback else found

    def get_help_record(self, ctx: Context) -> tuple[str, str] | None:
        """Describe it; of a format, name all that the command has."""
        record = super().get_help_record(ctx)
        if record is None or self.name != "format_":
            return record
        # Only help lists them, for which all formats are imported.
        from drift.cli.known import formats

        said = (self.help or "").removesuffix(".")
        names = ", ".join(sorted(formats(ctx.info_name or "")))
        return record[0], record[1].replace(f"{said}.", f"{said}: {names}.")

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """List what the value may become."""
        return _items(self.name, ctx, incomplete)


class PlainArgument(TyperArgument):
    """An argument that looks at its schema for odd values alone, and that help calls by its name alone."""

    def display_type_rich(self, ctx: Context) -> str | None:  # noqa: ARG002 - typer's own signature
        """Say nothing of its type, which means something to Python alone."""
        return None

    def get_usage_pieces(self, ctx: Context) -> list[str]:  # noqa: ARG002 - as above
        """Write it as manuals do: `OLD [NEW]`."""
        name = self.display_name_raw if self.required else f"[{self.display_name_raw}]"
        return [name if self.nargs == 1 else f"{name}..."]

    def process_value(self, ctx: Context, value: object) -> object:
        """Take a value as it is, if it is what is wanted already."""
        found = _plain(self, value)
        if isinstance(found, _Odd):
            return super().process_value(ctx, value)
        return self.callback(ctx, self, found) if self.callback else found

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """List what the word may become."""
        return _items(self.name, ctx, incomplete)


def lightened(command: Command) -> Command:
    """Let the options of a command, and of those below it, take plain values as they are.

    Args:
        command: As typer made it; its help and completion stay the same.

    Returns:
        The same command.
    """
    for below in command.commands.values() if isinstance(command, TyperGroup) else ():
        lightened(below)
    # With a context, `--help` is among them, which is made only once as well.
    for parameter in command.get_params(Context(command)):
        if type(parameter) is TyperOption:
            parameter.__class__ = PlainOption
        elif type(parameter) is TyperArgument:
            parameter.__class__ = PlainArgument
    return command


def _items(name: str | None, context: Context, word: str) -> list[CompletionItem]:
    # Hardly any run is one that completes a word.
    from drift.cli.completion import complete

    return [CompletionItem(one) for one in complete(name or "", context, word)]


def _refusal(option: TyperOption, value: object) -> UsageError | None:
    """Say what a number may be, in our words and not in those of the schema."""
    noun = _NUMBERS.get(option.type_descriptor.annotation)
    if noun is None:
        return None
    info = option.type_descriptor.parameter_info
    limits = "" if info.min is None else f" of at least {info.min:g}"
    if info.min is not None and info.max is not None:
        limits = f" from {info.min:g} to {info.max:g}"
    return UsageError(f"'{value}' is not a {noun}{limits}", where=option.opts[0])


def _plain(parameter: TyperOption | TyperArgument, value: object) -> Plain | _Odd:
    wanted = parameter.type_descriptor.annotation
    if not value and (value is None or isinstance(value, tuple)):
        return _ODD if parameter.required else _nothing(parameter)
    if wanted is int and type(value) is int:
        # A default, or the number of times that a flag stood there.
        return value
    if isinstance(value, str):
        return _written(parameter, value)
    if wanted == list[str] and isinstance(value, list | tuple):
        return [str(word) for word in value]
    return _ODD


def _written(parameter: TyperOption | TyperArgument, text: str) -> Plain | _Odd:
    wanted, info = parameter.type_descriptor.annotation, parameter.type_descriptor.parameter_info
    if wanted is str:
        return text
    if wanted is Path:
        return Path(text)
    if wanted is int and _DIGITS.fullmatch(text) and info.max is None:
        number = int(text)
        return number if info.min is None or number >= info.min else _ODD
    return _ODD


def _nothing(parameter: TyperOption | TyperArgument) -> tuple[()] | None:
    return () if parameter.multiple or parameter.nargs == -1 else None
