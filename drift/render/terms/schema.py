"""The type of a term -> the JSON Schema of a list of them."""

from __future__ import annotations

from drift.aggregate.terms.term import Term
from drift.render.encode import Json
from drift.render.schema import described


def schema() -> dict[str, Json]:
    """Make the JSON Schema that every JSON list of terms satisfies.

    Returns:
        The schema; what is always written is required, and nothing else is allowed.
    """
    return described("Terms", tuple[Term, ...])
