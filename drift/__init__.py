"""Revisions of a docs tree -> what changed between them, for their readers.

>>> from drift import diff, log, tree
>>> changelog = diff("v1", "v2", repository="handbook")
>>> site = tree("v2:docs", repository="handbook")
>>> entries = [step.entry for step in log("v1..v2", repository="handbook") if step.entry]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drift.api import diff, log, tree
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
    "Rule",
    "Site",
    "Step",
    "diff",
    "log",
    "tree",
]

_HOMES = {
    "diff": "drift.api",
    "log": "drift.api",
    "tree": "drift.api",
    "Change": "drift.changes.base",
    "Location": "drift.changes.base",
    "DriftError": "drift.errors",
    "Changelog": "drift.explain.base",
    "Entry": "drift.explain.base",
    "Rule": "drift.explain.base",
    "Step": "drift.history.step",
    "Site": "drift.trees.site",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: the command line needs none of them to print its help."""
    if name not in _HOMES:
        raise AttributeError(f"module 'drift' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - needed by a library user alone

    return getattr(import_module(_HOMES[name]), name)
