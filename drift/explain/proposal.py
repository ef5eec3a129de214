"""What a rule's finder gives: a rule, what it makes equal, and the changes it explains."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from hashlib import blake2b

import msgspec

from drift.changes.detect import ID_BYTES
from drift.explain.base import Rule
from drift.explain.clues import Clues
from drift.match.modulo import Modulo

PLACES = 2
"""So many places make a rule: what happened once is told as it is, but for spellings and the title of a page."""


class Proposal(msgspec.Struct, frozen=True):
    """A rule that would explain something."""

    rule: Rule
    modulo: Modulo = Modulo()
    # What looks the same once the rule is known.
    explained: frozenset[str] = frozenset()
    # Ids of changes that it explains in full, beyond those that are equal modulo the rule.


class RuleKind(msgspec.Struct, frozen=True):
    """One kind of rule; its manual is the docstring of its module."""

    name: str
    propose: Callable[[Clues], Iterable[Proposal]]
    teaches: bool = False
    # Whether it makes texts or targets look the same, so that what is matched may change.
    dear: bool = False
    # Whether to look for it takes as long as for all others.
    both_ways: bool = False
    # Whether what it would tell on the way back looks the same as well: what is a pair has no direction.


def rule_id(kind: str, before: str | int, after: str | int, path: str = "") -> str:
    """Make the id of a rule from its facts.

    Args:
        kind: The kind of rule.
        before: The old form.
        after: The new form.
        path: The page, for a rule of one page.

    Returns:
        `r` and twelve hexadecimal digits.
    """
    facts = json.dumps([kind, before, after, path]).encode()
    return f"r{blake2b(facts, digest_size=ID_BYTES).hexdigest()}"


def support(count: int) -> float:
    """Tell how far a rule is to be believed that holds so often: each place halves the doubt, of which there is half before any.

    Args:
        count: How often it holds.

    Returns:
        A number between 0.5 and 1.
    """
    return 1 - 0.5 ** (count + 1)
