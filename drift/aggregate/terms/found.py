"""A question about a range of history -> its terms, asked of the cache before anything is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from drift.aggregate.answers import kept
from drift.aggregate.reading import reader, site_at
from drift.aggregate.terms.audit import audit
from drift.aggregate.terms.find import LIKELY, find
from drift.aggregate.terms.term import Expected, Term
from drift.aggregate.terms.told import told
from drift.cache.store import Cache
from drift.history.exchanges.phrases import stems
from drift.history.step import Step
from drift.revision.git import Repository
from drift.revision.pathspec import matcher
from drift.revision.range import Range, arguments, beginning, ends
from drift.trees.site import UNSTATED, Site, Stated


class Question(msgspec.Struct, frozen=True):
    """What is asked about a range."""

    repository: Repository
    wanted: Range
    # Its paths limit the pages that count, and those on which something is left over.
    declared: tuple[Expected, ...] = ()
    search: bool = True
    # Whether terms are looked for that nobody declared.
    least: float | None = None
    # The confidence from which on those are told.
    stated: Stated = UNSTATED


def answer(question: Question, steps: Iterable[Step], cache: Cache) -> tuple[Term, ...]:
    """Find and audit terms.

    Args:
        question: What is asked.
        steps: The commits of the range, the oldest first; not looked at where the answer is known.
        cache: What earlier runs found out.

    Returns:
        Declared terms in the order of their declaration, then those that were found, the most certain first.

    Raises:
        RevisionError: The history cannot be read.
        UsageError: A path cannot be understood.
    """
    watched = _Watched(steps)
    return kept(
        cache,
        _facts(question),
        _DECODER,
        lambda: (_answer(question, watched, cache), watched.whole),
    )


class _Watched:
    """Commits, of which something may be missing that comes back."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps = steps
        self.whole = True

    def __iter__(self) -> Iterator[Step]:
        for step in self._steps:
            self.whole = self.whole and not step.problem
            yield step


def _answer(question: Question, steps: Iterable[Step], cache: Cache) -> tuple[Term, ...]:
    prefix = question.repository.prefix
    meant = matcher(question.wanted.paths, prefix=prefix)
    changed = told(steps, meant)
    tip = ends(question.repository, question.wanted)[0]
    new = site_at(question.repository, tip, reader(cache), stated=question.stated)
    terms = audit(question.declared, changed, new, prefix=prefix)
    if question.search:
        least = LIKELY if question.least is None else question.least
        old = {stems(one.before) for one in question.declared}
        more = find(changed, new, begun=_begun(question, cache), least=least)
        terms += tuple(one for one in more if stems(one.before) not in old)
    return tuple(_within(term, question) for term in terms)


def _begun(question: Question, cache: Cache) -> Site | None:
    """Read the site at which a range begins, if it begins at one."""
    commit = beginning(question.repository, question.wanted)
    if commit is None:
        return None
    return site_at(question.repository, commit, reader(cache), stated=question.stated)


def _within(term: Term, question: Question) -> Term:
    """Leave out what is left over on pages that were not asked for."""
    if not question.wanted.paths:
        return term
    meant = matcher(question.wanted.paths, prefix=question.repository.prefix)
    return msgspec.structs.replace(
        term,
        leftovers=tuple(one for one in term.leftovers if meant(one.path)),
        allowed=tuple(one for one in term.allowed if meant(one.path)),
    )


def _facts(question: Question) -> tuple[object, ...]:
    """List all that an answer hangs on, but for the version of the code."""
    repository = question.repository
    return (
        "terms",
        *arguments(repository, question.wanted),
        *question.wanted.paths,
        repository.prefix,
        # Replaced commits keep their ids, and a clone that was cut knows less of the past.
        repository.ask("for-each-ref", "refs/replace") or "",
        *sorted(repository.shallow),
        repr([(one.before, one.after, sorted(one.scopes), one.allow) for one in question.declared]),
        repr((question.search, question.least, question.stated)),
    )


_DECODER = msgspec.msgpack.Decoder(tuple[Term, ...])
