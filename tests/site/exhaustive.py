"""A site whose searches rule nothing out: slow, plain, and what the quick ones are held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from drift.revision.base import Revision
from drift.site.build import share_bases, site
from drift.site.content import Content
from drift.site.index import Index
from drift.site.pages import Reader
from drift.site.resolve import Resolver
from drift.site.settled import SettledResolver
from drift.site.tree_site import TreeSite
from drift.trees.page import Link, Page
from drift.trees.site import UNSTATED, Site, Stated


class Everywhere:
    """A search that finds every page; a `drift.site.index.Search`."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages

    def labelled(self, _key: str) -> Iterable[str]:
        return self._pages

    titled = custom = labelled


class Exhaustive(TreeSite):
    """A revision of which every page is looked at, whatever is asked."""

    def __init__(
        self, content: Content, reader: Reader, *, bases: tuple[str, ...] | None = None
    ) -> None:
        super().__init__(content, reader, bases=bases)
        self._parser = reader

    @property
    def conventions(self) -> object:
        # Links are never read alike, so that all of them are looked at.
        return self

    def differing(self, other: Site) -> frozenset[str]:
        paths = {*self.pages, *other.pages}
        return frozenset(path for path in paths if self.key(path) != other.key(path))

    def saying(self, form: str, *, verbatim: bool = False) -> Iterable[str]:  # noqa: ARG002
        return list(self.pages)

    def naming(self, place: str, *, anchor: str = "") -> frozenset[str]:  # noqa: ARG002
        return frozenset(self.pages)

    def leads_out(self, link: Link) -> bool:  # noqa: ARG002
        return False

    def published_under(self, bases: tuple[str, ...]) -> Exhaustive:
        return Exhaustive(self.content, self._parser, bases=bases)

    @cached_property
    def _resolver(self) -> Resolver:
        index = Index(self.pages, self.places, self.content.settings, Everywhere(self.pages))
        return SettledResolver(index, self.content, self.settled, bases=self.bases)


def exhaustive(
    old: Revision, new: Revision, *, stated: Stated = UNSTATED, reader: Reader | None = None
) -> tuple[TreeSite, TreeSite]:
    """Read two revisions, neither knowing of the other."""
    reader = reader or Reader()
    made = (
        Exhaustive(site(one, stated=stated, reader=reader).content, reader) for one in (old, new)
    )
    return share_bases(*made)
