"""What changed -> what a reviewer must know of it, one policy a module."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from drift.discovery import discover

if TYPE_CHECKING:
    from drift.review.base import Policy


@cache
def policies() -> MappingProxyType[str, Policy]:
    """Find the policies.

    Returns:
        The policies by name.
    """
    from drift.review.base import Policy  # noqa: PLC0415 - it needs what is read before any policy is asked for

    return MappingProxyType(discover("drift.review", Policy))
