"""A number and a noun -> both in English."""

from __future__ import annotations


def plural(count: int, noun: str) -> str:
    """Count things in English.

    Args:
        count: How many.
        noun: What, in the singular.

    Returns:
        The number and the noun.
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
