"""One revision of a docs tree, put together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from drift.site.base_url import learn
from drift.site.dialect import Dialects
from drift.site.index import Index
from drift.site.nav import navigation
from drift.site.resolve import Resolver
from drift.site.settings import Settings
from drift.trees.page import Link, Page
from drift.trees.site import Dialect, NavEntry, Target


class TreeSite:
    """The pages of a revision with their navigation and links; a `drift.trees.site.Site`."""

    def __init__(  # noqa: PLR0913 - one argument a fact, and none follows from another
        self,
        *,
        pages: Mapping[str, Page],
        files: frozenset[str],
        settings: Settings,
        dialects: Dialects,
        single: bool = False,
        skipped: Mapping[str, int] | None = None,
        bases: tuple[str, ...] | None = None,
    ) -> None:
        """Put the parts together.

        Args:
            pages: The pages by path.
            files: Every path, documents and others.
            settings: What the configuration says.
            dialects: Of the pages.
            single: Whether it is one file, so that nothing is known of those around it.
            skipped: How many files are no documents, by what they are.
            bases: The URLs that the tree is published under; None: those of the configuration, else those learned.
        """
        self.pages: dict[str, Page] = {path: pages[path] for path in sorted(pages)}
        self.files = files
        self.settings = settings
        self.dialects = dialects
        self.single = single
        self.skipped: dict[str, int] = dict(skipped or {})
        self._given = bases
        self._targets: dict[tuple[str, str, str, str], Target] = {}

    @property
    def dialect(self) -> Dialect:
        """The rule by which anchors are made on most pages; `dialects` has that of each."""
        return self.dialects.site

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The URLs that the tree is published under: given, else configured, else learned from the links."""
        if self._given is not None:
            return self._given
        return self.settings.bases or (() if self.single else learn(self._index))

    @property
    def nav(self) -> tuple[NavEntry, ...]:
        """The navigation, flat and in order; empty where the tree has none."""
        return self._nav

    @cached_property
    def _nav(self) -> tuple[NavEntry, ...]:
        return navigation(self.pages, self.settings, self._resolver)

    def resolve(self, path: str, link: Link) -> Target:
        """Tell what a link on a page points to.

        Args:
            path: The page that it stands on.
            link: The link.

        Returns:
            The target.
        """
        key = (path, link.kind, link.role, link.target)
        found = self._targets.get(key)
        if found is None:
            found = self._targets[key] = self._resolver.resolve(path, link)
        return found

    def published_under(self, bases: tuple[str, ...]) -> TreeSite:
        """Give the same site with other base URLs.

        Args:
            bases: The URLs that the tree is published under.

        Returns:
            The site; its pages are the same objects.
        """
        return TreeSite(
            pages=self.pages,
            files=self.files,
            settings=self.settings,
            dialects=self.dialects,
            single=self.single,
            skipped=self.skipped,
            bases=bases,
        )

    @cached_property
    def _index(self) -> Index:
        return Index(self.pages, self.files, self.settings)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self._index, self.dialects, single=self.single, bases=self.bases)


def share_bases(old: TreeSite, new: TreeSite) -> tuple[TreeSite, TreeSite]:
    """Let two revisions agree on where they are published, or the same link would point to two places.

    Args:
        old: One revision.
        new: The other.

    Returns:
        Both, each with the base URLs of both.
    """
    bases = tuple(dict.fromkeys((*old.bases, *new.bases)))
    return (
        old if old.bases == bases else old.published_under(bases),
        new if new.bases == bases else new.published_under(bases),
    )
