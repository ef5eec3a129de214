"""The options that all commands on pages share -> one value, which each is given beside its own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from drift.cli.options import (
    CacheFolder,
    ConfigFile,
    Directory,
    Jobs,
    NoCache,
    NoColor,
    Output,
    Quiet,
    Verbose,
    configuration,
    cores,
    folder,
    remembered,
)
from drift.cli.output import Screen, complain, deliver, screen
from drift.config import Config
from drift.render.base import Wishes

if TYPE_CHECKING:
    from drift.cache.store import Cache


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """Where and how a command is to work."""

    place: Path
    # Where the user stands.
    output: Path | None
    # Where the result goes; None for standard output.
    config: Path | None
    jobs: int
    cache: Path | None
    no_cache: bool
    quiet: bool
    verbose: bool
    no_color: bool

    def configuration(self, *, using: str = "") -> Config:
        """Read the configuration that holds.

        Args:
            using: The command whose own names are looked up too.
        """
        return configuration(self.place, self.config, using=using)

    @contextmanager
    def memory(self, settings: Config) -> Iterator[Cache]:
        """Open the cache, close it after its use, and say what was wrong with it.

        Args:
            settings: The configuration.

        Yields:
            The cache, which may hold nothing.

        Raises:
            UsageError: It was named and not wanted.
        """
        with remembered(self.place, settings, self.cache, unused=self.no_cache) as cache:
            yield cache
        if cache.complaint and not self.quiet:
            complain(cache.complaint)

    def wishes(self, context: int) -> Wishes:
        """Tell how the reader of the result wants to see it, with so many words around a difference."""
        look = self.screen
        return Wishes(context=context, width=look.width, color=look.color, verbose=self.verbose)

    @property
    def screen(self) -> Screen:
        """What the reader of the result can see."""
        return screen(self.output, no_color=self.no_color)

    def pager(self, *, unwanted: bool) -> str:
        """Tell in which program the result is read; none where it goes to a file, or by `--no-pager`."""
        if unwanted or self.output:
            return ""
        from drift.cli.pager import pager

        return pager(self.place)

    def deliver(self, text: str) -> None:
        """Write the result where it was asked for."""
        deliver(text, self.output)


def given(
    command: Callable[..., int], *, without: frozenset[str] = frozenset()
) -> Callable[..., int]:
    """Let a command take the options that all share.

    Args:
        command: Takes them as one value, and then its own words.
        without: The names of those that it has no use for.

    Returns:
        The command as typer is to see it.
    """
    own = list(signature(command, eval_str=True).parameters.values())[1:]
    shared = signature(_given, eval_str=True)
    context, *rest = (one for name, one in shared.parameters.items() if name not in without)

    def run(**words: object) -> int:
        mine = shared.bind(**{one.name: words.pop(one.name) for one in (context, *rest)})
        mine.apply_defaults()
        return command(_given(*mine.args), **words)

    run.__doc__ = command.__doc__
    vars(run)["__signature__"] = shared.replace(
        parameters=[context, *own, *rest], return_annotation=int
    )
    return run


def _given(
    context: typer.Context,
    output: Output = None,
    directory: Directory = None,
    config: ConfigFile = None,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = 0,
    no_color: NoColor = False,
) -> Given:
    place = folder(context, directory)
    return Given(
        place=place,
        output=place / output if output else None,
        config=config,
        jobs=jobs or cores(),
        cache=cache,
        no_cache=no_cache,
        quiet=quiet,
        verbose=verbose > 0,
        no_color=no_color,
    )
