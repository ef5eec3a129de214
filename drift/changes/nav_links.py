"""The links of two navigations that lead out of the tree -> which is which.

They stand in files that are no pages, such as `mkdocs.yml`, and so in no section.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import msgspec

from drift.changes.base import Change, LinkFacts, LinkSides, Location, Significance
from drift.match.aligned import alike
from drift.site.urls import identity
from drift.trees.site import NavLink


class NavLinkPair(msgspec.Struct, frozen=True):
    """A link on both sides, or on one."""

    old: NavLink | None
    new: NavLink | None

    @property
    def relabelled(self) -> bool:
        """Whether another text is written for it."""
        return bool(self.old and self.new and self.old.label != self.new.label)

    @property
    def retargeted(self) -> bool:
        """Whether it leads elsewhere."""
        return bool(self.old and self.new and identity(self.old.url) != identity(self.new.url))

    def change(self, kind: str) -> Change:
        """State what became of it, by its targets.

        Args:
            kind: The kind of change.

        Returns:
            The change.
        """
        urls = [one.url if one else None for one in (self.old, self.new)]
        return self._change(kind, (urls[0], urls[1]), "links")

    def change_of_label(self) -> Change:
        """State that another text is written for it; where none is, its URL is shown."""
        labels = [_shown(one) if one else None for one in (self.old, self.new)]
        return self._change("link.relabelled", (labels[0], labels[1]), "wording")

    def _change(
        self, kind: str, values: tuple[str | None, str | None], significance: Significance
    ) -> Change:
        return Change(
            kind=kind,
            old=_at(self.old),
            new=_at(self.new),
            before=values[0],
            after=values[1],
            link=LinkSides(_facts(self.old), _facts(self.new)),
            significance=significance,
        )


def _shown(link: NavLink) -> str:
    return link.label or link.url


def _at(link: NavLink | None) -> Location | None:
    return Location(link.path, (), None, (link.line, link.line)) if link else None


def _facts(link: NavLink | None) -> LinkFacts | None:
    return LinkFacts(_shown(link), link.url, "nav") if link else None


_WAYS: tuple[Callable[[NavLink], Hashable], ...] = (
    lambda link: (identity(link.url), link.label, link.trail),
    lambda link: (identity(link.url), link.label),
    lambda link: identity(link.url),
    lambda link: (_shown(link), link.trail),
    _shown,
)
"""What makes two links one, certain before likely: URL and text, the URL alone, the text alone."""


def nav_links(old: Sequence[NavLink], new: Sequence[NavLink]) -> tuple[NavLinkPair, ...]:
    """Pair the links of both sides.

    Args:
        old: Those of the old navigation.
        new: Those of the new one.

    Returns:
        Each link once, in the order of the old side, those that came last.
    """
    both: dict[int, int] = {}
    for way in _WAYS:
        both |= dict(alike([way(link) for link in old], [way(link) for link in new], both))
    stayed = set(both.values())
    found = [NavLinkPair(link, new[both[i]] if i in both else None) for i, link in enumerate(old)]
    return (*found, *(NavLinkPair(None, link) for j, link in enumerate(new) if j not in stayed))
