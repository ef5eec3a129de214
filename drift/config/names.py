"""Words of a configuration that mean something elsewhere -> the names that there are, or what is wrong with them.

A key says by its title in the schema which sort of name it takes. The folders of kinds, policies and formats are looked
into when such a key is written, and those of one command by that command alone: policies take longer to import than all
else that a run of drift diff does before it begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from fnmatch import fnmatchcase
from types import MappingProxyType

import msgspec

from drift.config.nearest import nearest
from drift.errors import UsageError

WILD = re.compile(r"[*?\[]")
"""What makes a name a pattern."""


class Sort(msgspec.Struct, frozen=True):
    """Names of one sort."""

    known: Callable[[], Collection[str]]
    patterns: bool = False
    # Whether a pattern may stand for some of them.

    def remedy(self, name: str) -> str:
        """Hold a name against those that there are.

        Args:
            name: A name, or a pattern.

        Returns:
            What would mend it; empty where nothing is wrong.
        """
        known = set(self.known())
        if not (self.patterns and WILD.search(name)):
            return "" if name in known else nearest(name, known)
        if any(fnmatchcase(one, name) for one in known):
            return ""
        families = {f"{one.partition('.')[0]}.*" for one in known if "." in one}
        return nearest(name, known | families)


def unread(title: str, text: str) -> UsageError | None:
    """Hold a pathspec against what git reads.

    Args:
        title: Of the key.
        text: What stands there.

    Returns:
        What is wrong with it; None where nothing is, or it is no pathspec.
    """
    if not title.startswith("pathspec") or text.startswith("#"):
        return None
    from drift.revision.pathspec import matcher  # noqa: PLC0415 - few configurations have one

    try:
        matcher([text])
    except UsageError as error:
        return error
    return None


def _kinds() -> Collection[str]:
    from drift.changes.kind import Kind  # noqa: PLC0415 - few configurations name one
    from drift.discovery import discover  # noqa: PLC0415 - as above
    from drift.explain.proposal import RuleKind  # noqa: PLC0415 - as above

    return {*discover("drift.changes", Kind), *discover("drift.explain", RuleKind)}


def _policies() -> Collection[str]:
    from drift.review import policies  # noqa: PLC0415 - as above

    return policies()


def _dialects() -> Collection[str]:
    from drift.parse.anchors import RULES  # noqa: PLC0415 - as above

    return RULES


def _formats_of_notes() -> Collection[str]:
    from drift.render.notes import renderers  # noqa: PLC0415 - as above

    return renderers()


def _formats_of_redirects() -> Collection[str]:
    from drift.render.redirects import formats  # noqa: PLC0415 - as above

    return formats()


SORTS = MappingProxyType(
    {
        "kind": Sort(_kinds, patterns=True),
        "policy": Sort(_policies, patterns=True),
        "dialect": Sort(_dialects),
        "format of notes": Sort(_formats_of_notes),
        "format of redirects": Sort(_formats_of_redirects),
    }
)
"""By the title of the keys that take such a name."""
