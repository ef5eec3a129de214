"""Changes -> rules, and the changes with the rule that explains each in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import msgspec

from drift.changes.base import BlockChange, Change, Hunk
from drift.discovery import Variants
from drift.explain.base import Rule
from drift.explain.beside import beside
from drift.explain.clues import Clues
from drift.explain.proposal import Proposal, RuleKind
from drift.match.modulo import Modulo
from drift.site.parallel import can_fork

MANY = 200
"""Texts that differ, from which on it pays to look for rules in two processes: another one takes 30 milliseconds."""


class Account(msgspec.Struct, frozen=True):
    """The shortest true account of a difference."""

    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]


rules: Variants[RuleKind] = Variants("drift.explain", RuleKind)
"""All kinds of rules, by name."""


def learn(clues: Clues, *, jobs: int = 1) -> tuple[Proposal, ...]:
    """Find the rules that make texts or targets look the same; no changes are detected for it.

    Args:
        clues: The two revisions.
        jobs: Processor cores to use at most.

    Returns:
        The rules, each with what a next look should read as the same.
    """
    teaching = [rule for rule in rules().values() if rule.teaches]
    if not _pays(clues, jobs):
        return _proposals(teaching, clues)
    others = beside(lambda: _proposals([rule for rule in teaching if not rule.dear], clues))
    return (*_proposals([rule for rule in teaching if rule.dear], clues), *others())


def same(clues: Clues, learnt: Iterable[Proposal]) -> Modulo:
    """Gather what a next look should read as the same, so that it finds the same pairs on the way back.

    A term may have gone one way and be no rule, because it is said elsewhere still, and be one on the way back.

    Args:
        clues: The two revisions.
        learnt: What `learn` found.

    Returns:
        The terms and prefixes of all rules, and the terms of those that the way back would have.
    """
    known = together(learnt)
    links = clues.comparison.links
    if all(pair.old for pair in links) or all(pair.new for pair in links):
        # Every link that may be one with another is, whatever is read as the same.
        return known
    back = _proposals([rule for rule in rules().values() if rule.both_ways], clues.turned)
    terms = {*known.terms, *together(back).turned().terms}
    return msgspec.structs.replace(known, terms=tuple(sorted(terms)))


def explain(clues: Clues, learnt: Sequence[Proposal] | None = None, *, jobs: int = 1) -> Account:
    """Find the rules behind a set of changes.

    Args:
        clues: The two revisions, and what differs between them.
        learnt: What `learn` found on the same matching, so that it need not be looked for again.
        jobs: Processor cores to use at most.

    Returns:
        The rules, those that explain most first, and all changes, each that a rule explains naming it.
    """
    learning = _learning(clues, learnt, jobs)
    # These look at the changes, which takes as long as to learn.
    others = _proposals([rule for rule in rules().values() if not rule.teaches], clues)
    proposals = [*learning(), *others]
    proposals.sort(key=lambda p: (-p.rule.count, p.rule.kind, str(p.rule.before), p.rule.id))
    explainer = _Explainer(proposals)
    return Account(
        rules=tuple(proposal.rule for proposal in proposals),
        changes=tuple(map(explainer.explained, clues.changes)),
    )


def _learning(
    clues: Clues, learnt: Sequence[Proposal] | None, jobs: int
) -> Callable[[], Sequence[Proposal]]:
    if learnt is not None:
        return lambda: learnt
    learning = partial(learn, clues)
    return beside(learning) if _pays(clues, jobs) else learning


def _pays(clues: Clues, jobs: int) -> bool:
    """Tell whether a copy of this process finds rules sooner than this one would."""
    return jobs > 1 and len(clues.texts) >= MANY and can_fork()


def _proposals(kinds: Iterable[RuleKind], clues: Clues) -> tuple[Proposal, ...]:
    return tuple(proposal for rule in kinds for proposal in rule.propose(clues))


class _Explainer:
    """The rules found, asked about one change after the other."""

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self._proposals = [p for p in proposals if p.modulo.terms or p.modulo.prefixes]
        self._direct = {key: p.rule.id for p in reversed(proposals) for key in p.explained}
        self._modulo = together(proposals)
        self._pairs = {pair: p.rule.id for p in reversed(proposals) for pair in p.modulo.terms}

    def explained(self, change: Change) -> Change:
        """Name the rule that explains a change, or the hunks of it that rules explain."""
        if change.id in self._direct and change.cause is None:
            return msgspec.structs.replace(change, cause=self._direct[change.id])
        if not self._proposals:
            return change
        if isinstance(change.blocks, tuple):
            change = msgspec.structs.replace(change, blocks=tuple(map(self._block, change.blocks)))
        cause = change.cause or self._cause(change)
        return msgspec.structs.replace(change, cause=cause) if cause else change

    def _cause(self, change: Change) -> str | None:
        if change.kind in {"section.renamed", "page.retitled", "link.relabelled", "page.metadata"}:
            return self._between(change.before, change.after)
        if change.kind == "link.retargeted":
            return self._of_target(change.before, change.after)
        if change.kind == "section.edited" and isinstance(change.blocks, tuple):
            causes = [self._of_block(block) for block in change.blocks]
            return causes[0] if all(causes) and not change.facts else None
        return None

    def _of_target(self, before: object, after: object) -> str | None:
        """Find the rule whose exchange of prefixes makes one target the other, a closing slash or not."""
        if not isinstance(before, str) or not isinstance(after, str):
            return None
        goal = after.removesuffix("/")
        return next(
            (
                proposal.rule.id
                for proposal in self._proposals
                if proposal.modulo.prefixes
                and proposal.modulo.url(before).removesuffix("/") == goal
            ),
            None,
        )

    def _of_block(self, block: BlockChange) -> str | None:
        if block.op != "edited":
            return None
        if block.hunks and all(hunk.cause for hunk in block.hunks):
            return block.hunks[0].cause
        return self._between(block.before, block.after)

    def _between(self, before: object, after: object) -> str | None:
        """Find the greatest rule without which two texts would not be equal."""
        if not isinstance(before, str) or not isinstance(after, str) or before == after:
            return None
        if self._modulo.shown(before) != self._modulo.shown(after):
            return None
        return next((p.rule.id for p in self._proposals if _touches(p.modulo, before)), None)

    def _block(self, block: BlockChange) -> BlockChange:
        return msgspec.structs.replace(block, hunks=tuple(map(self._hunk, block.hunks)))

    def _hunk(self, hunk: Hunk) -> Hunk:
        # Of several new forms of one old form, as in `postgres` -> `postgresql` and `PostgreSQL`, texts know one.
        cause = self._pairs.get((hunk.before, hunk.after)) or self._between(hunk.before, hunk.after)
        return msgspec.structs.replace(hunk, cause=cause) if cause else hunk


def _touches(modulo: Modulo, text: str) -> bool:
    return modulo.shown(text) != text


def together(proposals: Iterable[Proposal]) -> Modulo:
    """Gather what several rules make look the same.

    Args:
        proposals: The rules.

    Returns:
        All their terms and prefixes.
    """
    terms: set[tuple[str, str]] = set()
    prefixes: set[tuple[str, str]] = set()
    for proposal in proposals:
        terms.update(proposal.modulo.terms)
        prefixes.update(proposal.modulo.prefixes)
    return Modulo(terms=tuple(sorted(terms)), prefixes=tuple(sorted(prefixes)))
