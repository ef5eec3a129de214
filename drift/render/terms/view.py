"""What the formats of a list of terms are given."""

from __future__ import annotations

from drift.aggregate.terms.term import Term
from drift.render.base import Wishes


class TermsView(Wishes, frozen=True, kw_only=True):
    """The terms and the wishes of their reader; formats for programs have no use for the wishes."""

    terms: tuple[Term, ...]
    # Declared ones first.
