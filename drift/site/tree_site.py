"""One revision of a docs tree, put together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec.structs import replace

from drift.site.answers import Answers, Question
from drift.site.base_url import Learned, learned
from drift.site.content import Content
from drift.site.document import Document, unlike
from drift.site.index import Index
from drift.site.naming import Naming, rearranged
from drift.site.nav import Navigation, navigates_alike, navigation
from drift.site.pages import Pages, Reader
from drift.site.phrases import says_together
from drift.site.places import Places
from drift.site.resolve import Resolver
from drift.site.routes import ways
from drift.site.search import Labels, TextSearch
from drift.site.settled import Settled, SettledResolver
from drift.site.tokens import tokens
from drift.trees.page import Link
from drift.trees.site import Dialect, NavEntry, NavLink, Site, Target


class TreeSite:
    """The pages of a revision with their navigation and links; a `drift.trees.site.Site`."""

    def __init__(
        self,
        content: Content,
        reader: Reader,
        *,
        near: TreeSite | None = None,
        bases: tuple[str, ...] | None = None,
    ) -> None:
        """Put the parts together.

        Args:
            content: What the tree is made of.
            reader: What parses its pages.
            near: Another revision of the same tree: whatever does not differ from it is found once for both.
            bases: The URLs that the tree is published under; None: those of the configuration, else those learned.
        """
        self.content = content
        self.files = content.files
        self.dialects = content.dialects
        self.single = content.single
        self.skipped: dict[str, int] = dict(content.skipped)
        self.pages = Pages(content.documents, content.dialects, reader)
        self._reader = reader
        self._given = bases
        self.labels: Labels = Labels(content.documents, near.labels if near else None)
        self.learned: Learned | None = near.learned if near else None
        shared = near is not None and self._at_the_same_places(near)
        self.places: Places = (
            near.places if near and shared else self._all_places(near.places if near else None)
        )
        known = near.settled if near else None
        holds = known is not None and known.holds_for(content, self.places)
        self.settled: Settled = known if known and holds else Settled(content, self.places)
        same = near and shared and bases is None and navigates_alike(content, near.content)
        self.answers: Answers = near.answers if near else Answers()
        again = near is not None and near.content is content
        self.number: int = near.number if near and again else self.answers.step(content.documents)
        made = Navigation(lambda: navigation(self.pages, content, self._resolver))
        self._nav = near.nav_key if near and same else made

    @property
    def dialect(self) -> Dialect:
        """The rule by which anchors are made on most pages; `dialects` has that of each."""
        return self.dialects.site

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The URLs that the tree is published under: given, else configured, else learned from the links."""
        if self._given is not None:
            return self._given
        return self.content.settings.bases or (() if self.single else self._learn())

    @property
    def nav(self) -> tuple[NavEntry, ...]:
        """The navigation, flat and in order; empty where the tree has none."""
        return self._nav.entries

    @property
    def nav_links(self) -> tuple[NavLink, ...]:
        """The links of the navigation that lead out of the tree, in files that are no pages."""
        return self._nav.links

    @property
    def nav_lines(self) -> frozenset[tuple[str, int]]:
        """Files and lines of the entries of the navigation."""
        return self._nav.lines

    @property
    def nav_key(self) -> Navigation:
        """What stands for the navigation: equal where it is one object, that no page which differs has a part in."""
        return self._nav

    def key(self, path: str) -> object:
        """Give what decides how a page reads; equal keys are equal pages.

        Args:
            path: The page.

        Returns:
            The key; None where there is no such page.
        """
        return self.pages.key(path)

    def differing(self, other: Site) -> frozenset[str]:
        """List the pages that do not read the same at another revision, or are not there.

        Args:
            other: The other revision.

        Returns:
            Their paths, of both sides.
        """
        paths: Iterable[str] = self.pages
        if isinstance(other, TreeSite) and other.dialects == self.dialects:
            others = unlike(self.content.documents, other.content.documents)
            paths = [path for path, _, _ in others]
        changed = frozenset(path for path in paths if self.key(path) != other.key(path))
        gone = other.pages.keys() - self.content.documents.keys()
        return changed | gone if gone else changed

    def source(self, path: str) -> str:
        """Give the text of a page as it is written; empty where it has none."""
        return self.content.documents[path].source

    def folded(self, path: str) -> str:
        """Give the text of a page as it is written, without regard to case; empty where it has none."""
        return self.content.documents[path].folded

    def saying(self, form: str, *, verbatim: bool = False) -> Iterable[str]:
        """Find the pages that may say a form, without regard to case.

        Args:
            form: A word, phrase, path or anchor.
            verbatim: Whether it has no markup in it, which is found sooner.

        Returns:
            Their paths, in their order.
        """
        found = self._holding(Document.says if verbatim else says_together, tokens(form))
        return [path for path in self.pages if path in found] if found else ()

    def naming(self, place: str, *, anchor: str = "") -> frozenset[str]:
        """Find the pages whose links may lead to a place.

        Args:
            place: The path of a page or file, or of a folder with a closing slash, here or at another revision.
            anchor: The anchor or label meant on it; empty for all of it.

        Returns:
            Their paths.
        """
        return self._naming.of(place, anchor)

    def rearranged(self, other: Site) -> frozenset[str]:
        """List the places at which links may find something else, whatever is written there.

        Args:
            other: Another revision.

        Returns:
            Paths of files and pages, and of folders with a closing slash.
        """
        if isinstance(other, TreeSite):
            return rearranged(self.places, other.places)
        return self.files ^ other.files

    def leads_out(self, link: Link) -> bool:
        """Tell whether a link, on any page, can be told to leave the tree by its mere spelling."""
        return not self.bases and link.target.startswith(("https://", "http://", "mailto:"))

    @property
    def links_by_title(self) -> bool:
        """Whether there are pages that Sphinx may publish, on which a link may name any section by its title."""
        return self.dialects.names_titles(self.places.suffixes)

    @property
    def conventions(self) -> object:
        """What links are read by beside the paths and pages; where it is equal, they are read alike."""
        settings = replace(self.content.settings, configs={}, excluded=(), unlisted=())
        return (settings, self.dialects, self.bases)

    def _holding(self, question: Question, words: tuple[str, ...]) -> frozenset[str]:
        return self.answers.ask(question, words, self.content.documents, self.number)

    def resolve(self, path: str, link: Link) -> Target:
        """Tell what a link on a page points to.

        Args:
            path: The page that it stands on.
            link: The link.

        Returns:
            The target.
        """
        return self._resolver.resolve(path, link)

    def published_under(self, bases: tuple[str, ...]) -> TreeSite:
        """Give the same site with other base URLs.

        Args:
            bases: The URLs that the tree is published under.

        Returns:
            The site; its pages are the same objects.
        """
        return TreeSite(self.content, self._reader, near=self, bases=bases)

    @cached_property
    def _naming(self) -> Naming:
        known = (self.content, self.places, self.dialects, self.bases)
        return Naming(*known, lambda form: self._holding(Document.names, tokens(form)))

    @cached_property
    def _resolver(self) -> Resolver:
        search = TextSearch(self.content.documents, self._holding, self.labels)
        index = Index(self.pages, self.places, self.content.settings, search)
        return SettledResolver(index, self.content, self.settled, bases=self.bases)

    def _at_the_same_places(self, near: TreeSite) -> bool:
        files = self.files is near.files or self.files == near.files
        pages = files and self.content.documents.keys() == near.content.documents.keys()
        links = self.content.symlinks == near.places.symlinks.targets
        return pages and links and self._all_routes() == near.places.routes

    def _all_places(self, near: Places | None) -> Places:
        paths, links = self.content.documents, self.content.symlinks
        return Places(paths, self.files, self._all_routes(), symlinks=links, near=near)

    def _all_routes(self) -> dict[str, tuple[str, ...]]:
        way = ways(self.content.settings)
        documents = self.content.documents.items() if way else ()
        return {path: way(path, one.metadata) for path, one in documents if way}

    def _learn(self) -> tuple[str, ...]:
        root = self.content.settings.root
        self.learned = learned(self.content.documents, self.places, root, self.learned)
        return self.learned.found.bases
