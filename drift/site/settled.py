"""Links in whose targets the text of no page has a say -> what they point to, at all revisions with the same paths.

Most links name a page and nothing on it. Where a commit changes words alone, they lead where they led before.
"""

from __future__ import annotations

from collections.abc import Callable

from drift.site.content import Content
from drift.site.dialect import MYST
from drift.site.index import Index
from drift.site.places import Places
from drift.site.resolve import Resolver
from drift.site.urls import SCHEME
from drift.trees.page import Link
from drift.trees.site import Target

MOST = 1 << 14
"""Links that are remembered: those of a handbook of a thousand pages."""

_ROLES = frozenset({"", "doc", "toctree"})


class Settled:
    """What was found out of the links of revisions that have the same paths and the same configuration."""

    def __init__(self, content: Content, places: Places) -> None:
        """Begin with none.

        Args:
            content: Of the first revision.
            places: Its paths.
        """
        self._places = places
        self._dialects = content.dialects
        self._settings = content.settings
        self._single = content.single
        self._found: dict[tuple[tuple[str, ...], str, str, str, str], Target] = {}

    def holds_for(self, content: Content, places: Places) -> bool:
        """Tell whether the links of a revision lead where those did that are known.

        Args:
            content: Of the revision.
            places: Its paths.
        """
        return (
            places is self._places
            and content.dialects == self._dialects
            and content.settings == self._settings
            and content.single == self._single
        )

    def target(
        self, path: str, link: Link, bases: tuple[str, ...], resolve: Callable[[str, Link], Target]
    ) -> Target:
        """Tell what a link points to.

        Args:
            path: The page that it stands on.
            link: The link.
            bases: The URLs that the tree is published under.
            resolve: Finds it out.

        Returns:
            The target.
        """
        if not self._is_settled(path, link):
            return resolve(path, link)
        key = (bases, path, link.kind, link.role, link.target)
        found = self._found.get(key)
        if found is None:
            found = resolve(path, link)
            if self._stays(path, found):
                if len(self._found) >= MOST:
                    self._found.clear()
                self._found[key] = found
        return found

    def _stays(self, path: str, found: Target) -> bool:
        """Tell whether a target hangs on paths alone: what no path of MyST leads to is, or may become, a label."""
        return self._dialects.of(path) != MYST or (found.state == "found" and not found.anchor)

    def _is_settled(self, path: str, link: Link) -> bool:
        """Tell whether a link can name no anchor, label or title."""
        target = link.target
        if "#" in target or link.role not in _ROLES:
            return False
        # Of MyST, what looks like no path may be a label, and so may what looks like a URL.
        return self._dialects.of(path) != MYST or (
            ("/" in target or "." in target) and SCHEME.match(target.strip()) is None
        )


class SettledResolver(Resolver):
    """Resolves the links of one tree, each once, and those not at all that were resolved at another revision."""

    def __init__(
        self,
        index: Index,
        content: Content,
        settled: Settled,
        *,
        bases: tuple[str, ...] = (),
    ) -> None:
        """Take what is known.

        Args:
            index: Of the tree.
            content: Of the tree.
            settled: What was found out at revisions that it holds for as well.
            bases: URLs that the tree is published under.
        """
        super().__init__(index, content.dialects, single=content.single, bases=bases)
        self._settled = settled
        self._under = bases
        self._targets: dict[tuple[str, str, str, str], Target] = {}

    def resolve(self, path: str, link: Link) -> Target:
        """Tell what a link points to.

        Args:
            path: The page that it stands on.
            link: The link.

        Returns:
            The target.
        """
        key = (path, link.kind, link.role, link.target)
        found = self._targets.get(key)
        if found is None:
            resolve = super().resolve
            found = self._targets[key] = self._settled.target(path, link, self._under, resolve)
        return found
