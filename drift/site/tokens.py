"""A form -> what a search looks for."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")


def tokens(form: str) -> tuple[str, ...]:
    """Cut a form into what no markup stands in: runs of letters and digits.

    Args:
        form: A word, phrase, path or anchor.

    Returns:
        The tokens in their order, case folded.
    """
    return tuple(_TOKEN.findall(form.casefold()))
