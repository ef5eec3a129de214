"""A repository and the periods that are wanted -> its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from drift.aggregate.answers import kept
from drift.aggregate.notes.apart import apart
from drift.aggregate.notes.forge import Forge, forge
from drift.aggregate.notes.handbook import Handbook, Sides
from drift.aggregate.notes.lasting import alive
from drift.aggregate.notes.line import Line
from drift.aggregate.notes.notes import Notes, Period
from drift.aggregate.notes.period import gather
from drift.aggregate.notes.sources import sources
from drift.aggregate.notes.spans import Span
from drift.aggregate.steps import Way
from drift.aggregate.witness import witness
from drift.pipeline import compare
from drift.revision.git import Repository
from drift.revision.pathspec import matcher
from drift.site.parallel import can_fork


class Means(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to compare the ends of a period."""

    way: Way
    paths: tuple[str, ...] = ()
    # Pathspecs of what is asked for; none for all.
    only_news: bool = False
    # Whether to leave out periods in which nothing changed: a quiet week is none to be read about.


class _Told(msgspec.Struct, frozen=True):
    """What is known of a period, whatever it is called."""

    period: Period
    base: str
    # The URL that the handbook was published under at its end.


def notes(repository: Repository, wanted: Sequence[Span], means: Means) -> Notes:
    """Write the notes of periods.

    Args:
        repository: Whose history it is.
        wanted: The periods, newest first.
        means: What is needed to compare.

    Returns:
        The notes; where nothing changed, a period has no parts.

    Raises:
        RevisionError: A commit cannot be read.
        UsageError: A pathspec cannot be understood.
    """
    writer = _Writer(repository, means)
    periods = [
        told for told in writer.periods(wanted) if not (means.only_news and told.period.is_empty)
    ]
    site = next((told.base for told in periods if told.base), "")
    return Notes(
        site=site, repository=writer.forge.url, periods=tuple(told.period for told in periods)
    )


class _Writer:
    """Compares period after period of one repository."""

    def __init__(self, repository: Repository, means: Means) -> None:
        self.forge: Forge = forge(repository)
        self._repository = repository
        self._means = means
        self._jobs = means.way.jobs
        self._line = Line(repository, means.way.cache, means.way.stated)
        self._meant = matcher(means.paths, prefix=repository.prefix) if means.paths else None

    def periods(self, wanted: Sequence[Span]) -> Iterator[_Told]:
        """Give what is told of each period, with links that lead somewhere at the end of the last."""
        latest: Handbook | None = None
        for span, told in zip(wanted, self._answers(wanted), strict=True):
            period = msgspec.structs.replace(
                told.period, name=span.name, old=span.old, new=span.new, commits=span.commits
            )
            if len(wanted) > 1 and latest is None:
                latest = Handbook(self._line.at(span.new.commit)[1], span.new.commit, self.forge)
            elif latest is not None:
                period = alive(period, latest, self.forge)
            yield _Told(period, told.base)

    def _answers(self, wanted: Sequence[Span]) -> Iterator[_Told]:
        """Compare the periods; neighbours go to one process, since what it knows of one helps with the next."""
        several = min(self._jobs, len(wanted))
        if several < 2 or not can_fork():  # noqa: PLR2004 - two are several
            yield from map(self._answer, wanted)
            return
        size = -(-len(wanted) // several)
        pieces = [wanted[at : at + size] for at in range(0, len(wanted), size)]
        for piece, found in zip(pieces, apart(pieces, self._packed), strict=True):
            if found is None:
                yield from map(self._answer, piece)
            else:
                yield from _SEVERAL.decode(found)

    def _packed(self, spans: Sequence[Span]) -> bytes:
        """Compare periods in a process of their own, which starts none itself."""
        self._jobs = 1
        told = [self._answer(span) for span in spans]
        self._means.way.cache.flush()
        return msgspec.msgpack.encode(told)

    def _answer(self, span: Span) -> _Told:
        cache = self._means.way.cache
        return kept(cache, self._facts(span), _DECODER, partial(self._told, span))

    def _facts(self, span: Span) -> tuple[object, ...]:
        ends = (span.old.commit, span.new.commit)
        # Replaced and grafted commits keep their ids and have other trees and parents.
        shape = self._repository.ask("rev-list", "--parents", f"{ends[0]}..{ends[1]}")
        asked = (self._means.paths, self._repository.prefix, self._means.way.stated)
        return ("notes", *ends, shape, sorted(self._repository.shallow), self.forge, asked)

    def _told(self, span: Span) -> tuple[_Told, bool]:
        """Compare the ends of a period, and tell whether the answer would be the same tomorrow."""
        way = msgspec.structs.replace(self._means.way, jobs=self._jobs)
        ends = self._line.both(span.old.commit, span.new.commit, jobs=self._jobs)
        account = compare(
            ends.before, ends.after, witness(ends.old, ends.new, self._repository, way)
        )
        old, new = span.old.commit, span.new.commit
        books = Sides(
            Handbook(ends.before, old, self.forge),
            Handbook(ends.after, new, self.forge),
            sources=sources(self._repository, old, new, self.forge),
        )
        found = gather(account, books, self._meant)
        period = Period(
            name=span.name,
            old=span.old,
            new=span.new,
            commits=span.commits,
            url=self.forge.comparison(old, new),
            throughout=found.throughout,
            parts=found.parts,
            small=found.small,
        )
        return _Told(period, books.new.base), ends.lasting


_DECODER = msgspec.msgpack.Decoder(_Told)
_SEVERAL = msgspec.msgpack.Decoder(list[_Told])
