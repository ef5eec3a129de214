"""Revisions of a docs tree -> what changed between them, for their readers.

>>> from drift import diff, log, trace, tree
>>> changelog = diff("v1", "v2", repository="handbook")
>>> site = tree("v2:docs", repository="handbook")
>>> entries = [step.entry for step in log("v1..v2", repository="handbook") if step.entry]
>>> moments = list(trace("guides/planning.md#aims", repository="handbook"))
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drift.aggregate.trace import Moment
    from drift.api import diff, log, trace, tree
    from drift.changes.base import Change, Location
    from drift.errors import DriftError
    from drift.explain.base import Changelog, Entry, Rule
    from drift.history.step import Step
    from drift.trees.site import Site

__all__ = [
    "Change",
    "Changelog",
    "DriftError",
    "Entry",
    "Location",
    "Moment",
    "Rule",
    "Site",
    "Step",
    "diff",
    "log",
    "trace",
    "tree",
]

_HOMES = MappingProxyType(
    {
        "diff": "drift.api",
        "log": "drift.api",
        "trace": "drift.api",
        "tree": "drift.api",
        "Moment": "drift.aggregate.trace",
        "Change": "drift.changes.base",
        "Location": "drift.changes.base",
        "DriftError": "drift.errors",
        "Changelog": "drift.explain.base",
        "Entry": "drift.explain.base",
        "Rule": "drift.explain.base",
        "Step": "drift.history.step",
        "Site": "drift.trees.site",
    }
)


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the command line needs none of them to print its help."""
    if name not in _HOMES:
        raise AttributeError(f"module 'drift' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - needed by a library user alone

    return getattr(import_module(_HOMES[name]), name)
