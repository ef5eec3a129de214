"""A site -> its pages as readers know them: titles, addresses, and the part of the handbook that each stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

import msgspec

from drift.aggregate.notes.forge import Forge
from drift.aggregate.notes.headings import is_template
from drift.aggregate.notes.notes import Place, Source
from drift.site.places import is_index
from drift.site.published import Publisher
from drift.site.tree_site import TreeSite

MOST_OF_IT = 0.5
"""Share of the pages beyond which a part says nothing: its own parts are taken in its place."""


NEARLY_ALL = 0.9
"""Share of the pages beyond which the name of a part says nothing either, as of a folder for all documents."""


class Handbook:
    """One revision as its readers see it."""

    def __init__(self, site: TreeSite, commit: str, forge: Forge) -> None:
        """Take what is known of the revision.

        Args:
            site: The revision.
            commit: Its commit.
            forge: Where its files can be seen.
        """
        self._site = site
        self._commit = commit
        self._forge = forge
        self._publisher = Publisher(site)

    @cached_property
    def base(self) -> str:
        """The URL that the handbook is published under, without a closing slash; empty where it is unknown."""
        # A tree whose links lead to its files in a forge is no site.
        bases = (base.rstrip("/") for base in self._site.bases if "/blob/" not in base)
        base = next((base for base in bases if base.startswith(("https://", "http://"))), "")
        # A configuration can say anything, and what stands here is written into Markdown as it is.
        return quote(base, safe="/:%~")

    def is_read(self, path: str) -> bool:
        """Tell whether a page is one for readers, and not one of those that tools and forges use."""
        hidden = any(part.startswith(".") for part in path.split("/"))
        return not hidden and self._publisher.source(path) is not None

    def title(self, path: str) -> str:
        """Give the title of a page, or its name where it has none; an index is called as its folder."""
        page = self._site.pages.get(path)
        file = PurePosixPath(path)
        name = file.parent.name if is_index(path) and file.parent.name else file.stem
        return (page.title if page else "") or _worded(name)

    def place(self, path: str, section: tuple[str, ...] = (), anchor: str | None = None) -> Place:
        """Name a page or section and tell where readers find it.

        Args:
            path: Of the page.
            section: The section path; empty for the page itself.
            anchor: Of the section.

        Returns:
            The place, with a URL as far as one is known.
        """
        if not section or is_template(section[-1]):
            return Place(self.title(path), path, self._url(path))
        return Place(section[-1], path, self._url(path, anchor))

    def has(self, path: str) -> bool:
        """Tell whether there is such a page."""
        return path in self._site.pages

    def address(self, path: str) -> str:
        """Give the path of a page's URL on the site, or that of its file where it has none."""
        found = self._publisher.address(path)
        return found.path if found else path

    def folder(self, path: str) -> str:
        """Give a folder as the site has it: from the folder of the sources.

        Args:
            path: From the root of the tree, with a closing slash.
        """
        return path.removeprefix(self._publisher.root(path)) or "/"

    def _url(self, path: str, anchor: str | None = None) -> str:
        found = self._publisher.address(path, anchor)
        if not self.base or found is None:
            return self._forge.file(self._commit, path)
        parts = urlsplit(self.base)
        # What the configuration says of the base's own path stands in the address already.
        host = f"{parts.scheme}://{parts.netloc}" if self._publisher.prefix else self.base
        url = f"{host}{quote(found.path)}"
        return f"{url}#{quote(found.anchor)}" if found.anchor else url

    def holds(self, address: str) -> bool:
        """Tell whether a page is published at an address.

        Args:
            address: The path of a URL.
        """
        return self._publisher.page(address) is not None

    def part(self, path: str) -> tuple[str, ...]:
        """Tell which part of the handbook a page stands in.

        Args:
            path: Of the page.

        Returns:
            The names from the outside in, two where one part holds most of the pages, and the second alone where
            it holds nearly all; none for a page at the top.
        """
        chain = self._chain(path)
        top, share = self._main
        if chain[:1] != top or share <= MOST_OF_IT:
            return chain[:1]
        return chain[1:2] if share > NEARLY_ALL else chain[:2]

    @cached_property
    def _main(self) -> tuple[tuple[str, ...], float]:
        """The part with most pages, and its share of all that stand in one."""
        chains = [self._chain(path) for path in self._site.pages if self.is_read(path)]
        tops = Counter(chain[:1] for chain in chains if chain)
        top, count = tops.most_common(1)[0] if tops else ((), 0)
        if all(chain == top for chain in chains if chain[:1] == top):
            # There is nothing to be taken in its place.
            return top, 0
        return top, count / tops.total()

    @cached_property
    def order(self) -> dict[tuple[str, ...], int]:
        """The parts in the order in which readers meet them."""
        listed = [entry.page for entry in self._site.nav]
        parts = dict.fromkeys(self.part(path) for path in (*listed, *self._site.pages))
        return {part: at for at, part in enumerate(parts)}

    @cached_property
    def _groups(self) -> frozenset[tuple[str, ...]]:
        trails = (entry.trail for entry in self._site.nav)
        return frozenset(trail[:end] for trail in trails for end in range(1, len(trail) + 1))

    @cached_property
    def _listed(self) -> dict[str, tuple[str, ...]]:
        """The groups of the navigation that pages stand in; a page that heads a group stands in it."""
        found: dict[str, tuple[str, ...]] = {}
        for entry in self._site.nav:
            own = (*entry.trail, entry.label or self.title(entry.page))
            found.setdefault(entry.page, own if own in self._groups else entry.trail)
        return found

    @cached_property
    def _by_folder(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for path, chain in self._listed.items():
            found.setdefault(str(PurePosixPath(path).parent), chain)
        return found

    def _chain(self, path: str) -> tuple[str, ...]:
        if path in self._listed:
            return self._listed[path]
        folders = [str(parent) for parent in PurePosixPath(path).parents][:-1]
        near = next((self._by_folder[one] for one in folders if one in self._by_folder), None)
        if near is not None:
            return near
        root = self._publisher.root(path)
        return tuple(map(_worded, PurePosixPath(path.removeprefix(root)).parts[:-1]))


class Sides(msgspec.Struct, frozen=True):
    """Both ends of a period as readers see them."""

    old: Handbook
    new: Handbook
    paths: Mapping[str, str] = {}
    # Of pages that have another one: the old path -> the new one.
    origins: Mapping[str, str] = {}
    # Of pages that were split off: the new path -> the old one of the page that they were a part of.
    rewritten: frozenset[str] = frozenset()
    # Addresses at which another page stands, so that readers find there what they know, in other words.
    sources: Mapping[str, tuple[Source, ...]] = {}
    # By path, newest first, where there is a forge.

    def last(self, path: str) -> tuple[Source, ...]:
        """Give what a page went with that is no more under its path.

        Args:
            path: The old one.

        Returns:
            The last pull request or commit that touched the path; nothing where none is known.
        """
        return self.sources.get(path, ())[:1]


def _worded(name: str) -> str:
    """Write the name of a file or folder as words."""
    words = " ".join(name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]
