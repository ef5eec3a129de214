"""What the formats of a list of terms are given."""

from __future__ import annotations

import msgspec

from drift.aggregate.terms.term import Term


class TermsView(msgspec.Struct, frozen=True, kw_only=True):
    """The terms and the wishes of their reader; formats for programs have no use for the wishes."""

    terms: tuple[Term, ...]
    # Declared ones first.
    width: int = 80
    color: bool = False
    verbose: bool = False
    # Whether to list all that is left over, and confidences.
