"""A link on a page -> the page, anchor, file or outside place that it points to."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from drift.site.dialect import HUGO, MYST, SPHINX, Dialects
from drift.site.documents import stem_of, suffix_of, suffixes
from drift.site.generators import LOOSE, VAGUE
from drift.site.globs import is_glob
from drift.site.index import Index
from drift.site.landing import is_made, is_thanks
from drift.site.paths import Written, join, parent, take_apart
from drift.site.places import is_index
from drift.site.references import ROLES, References
from drift.site.settings import Settings
from drift.site.urls import SCHEME, identity
from drift.trees.page import Link
from drift.trees.site import Target

_READ = ROLES | {"download", "pep", "rfc", "relref", ""}
# All other roles name what is no section: where it is described is not read.

ROUTED = frozenset({"mkdocs", "hugo", "docusaurus", "gitbook"})
"""Dialects that publish `a/b.md` as `a/b/`, so that relative links may count from there."""

_BUILT = re.compile(
    r"(?:genindex|modindex|py-modindex|search)(?:\.html)?\Z|_(?:static|images|modules|sources|downloads)/"
)
# What Sphinx adds to a site.

_LABEL = re.compile(r"#[^#]+|[^#/.?]+")
# How a MyST link that names a label may look.

_FILLED = re.compile(r"\{\{|\{%|<%|\$\{|\A[@~]")
# What is filled in when the site is made: `{{ site.baseurl }}/travel/`, `@site/map.png` lead to nobody knows where.

_BARE = re.compile(r"[\w:@-]+")
# A target that looks like no path.


class Resolver:
    """Resolves the links of one tree."""

    def __init__(
        self,
        index: Index,
        dialects: Dialects,
        *,
        single: bool = False,
        bases: tuple[str, ...] = (),
    ) -> None:
        """Take the tree's look-ups.

        Args:
            index: Of the tree.
            dialects: Of its pages.
            single: Whether the tree is one file, so that nothing is known of those around it.
            bases: URLs that the tree is published under.
        """
        self._index = index
        self._dialects = dialects
        self.references = References(index, dialects, single=single)
        self._bases = tuple(f"{identity(base)}/" for base in bases)

    def resolve(self, path: str, link: Link) -> Target:
        """Tell what a link points to.

        Args:
            path: The page that it stands on.
            link: The link.

        Returns:
            The target.
        """
        target = link.target.strip()
        url = SCHEME.match(target)
        if link.kind == "role" and link.role not in _READ:
            return Target("unknown", url=f"{link.role}:{target}")
        if link.role == "relref" or (link.role == "ref" and self._dialects.of(path) == HUGO):
            return self._hugo(path, target)
        if link.role in ROLES and not (url and link.role in {"doc", "toctree"}):
            return self.references.resolve(path, link.role, target)
        if not target:
            return Target("unknown")
        if url and self._dialects.of(path) == MYST and (label := self._index.label(target)):
            # A label may have a colon too, and comes before the scheme of a URL that nobody has.
            return Target("found", *label)
        found = self.outside(target) if url else self._inside(path, target)
        free = found.state != "found" and self._is_free(path, link)
        return Target("unknown", url=target) if free else found

    def _is_free(self, path: str, link: Link) -> bool:
        """Tell whether a template or plugin of the site's own may make anything of a target, or a bot wrote it for nothing."""
        generator = self._index.settings.generator
        if link.kind == "include" and generator != "mdbook":
            # Where it is looked for stands in a configuration that is not read; Sphinx looks beside the page.
            return self._dialects.of(path) not in {SPHINX, MYST}
        bare = _BARE.fullmatch(link.target.strip())
        free = bare is not None and generator in {"hugo", "mdbook", "vitepress"}
        return free or is_thanks(self._index, path, link)

    def _hugo(self, path: str, target: str) -> Target:
        """Resolve a `ref` or `relref`: a path from the page or the root, else the name of the one page that is called so."""
        found = self._inside(path, target)
        written = take_apart(target)
        if found.state != "found" and written.path:
            above = self._inside(path, f"/{target.lstrip('/')}")
            found = above if above.state == "found" else found
        if found.state == "found":
            return found
        if "/" in written.path:
            return self.references.absent(found.page, written.anchor)
        names = {written.path, f"{written.path}.md"}
        called = [page for page in self._index.pages if page.rpartition("/")[2] in names]
        return self.references.at(called[0], written.anchor) if len(called) == 1 else found

    def nav_page(self, settings: Settings, name: str) -> str | None:
        """Find the page that an entry of a navigation file names: by its path or by its name without suffix.

        Args:
            settings: Of the site.
            name: As written.

        Returns:
            Its path, or None where it is no page of the tree.
        """
        if not name or SCHEME.match(name):
            return None
        for folder in (settings.root, f"{settings.folder}docs/", "docs/"):
            place = join(folder, name)
            found = None if place is None else self._index.place(place)
            if found in self._index.pages:
                return found
        return None

    def outside(self, url: str) -> Target:
        """Resolve a URL: to a page, where the tree is published under it and has that page.

        Args:
            url: An absolute URL.

        Returns:
            The target.
        """
        resource = identity(url)
        for base in self._bases:
            if f"{resource}/".startswith(base) or resource.startswith(base):
                written = take_apart(resource[len(base) :])
                place = join(self._index.settings.root, written.path)
                found = place is not None and self._index.place(place)
                if found and found in self._index.pages:
                    return self.references.at(found, written.anchor)
        return Target("outside", url=resource)

    def _inside(self, path: str, target: str) -> Target:
        if _FILLED.search(target):
            return Target("unknown", url=target)
        written = take_apart(target)
        if self._dialects.of(path) == MYST and _LABEL.fullmatch(target):
            return self.references.cross_reference(path, target)
        if not written.path:
            return self.references.at(path, written.anchor)
        places = self._places(path, written)
        if not places:
            return Target("unknown", url=target)
        led = (self._index.place(place, folder=written.folder) for place in places)
        found = [self.references.at(place, written.anchor) for place in led if place]
        if not found and self._dialects.of(path) == MYST and (label := self._index.label(target)):
            # A label may look like a path.
            found = [Target("found", *label)]
        # Of the pages that a URL may mean, the one that has the anchor.
        there = (one for one in found if one.state == "found")
        return next(iter((*there, *found)), None) or self._nowhere(path, places[0], written)

    def _places(self, path: str, written: Written) -> list[str]:
        """List where a path may lead, the likeliest first."""
        if written.path.startswith("/"):
            settings = self._index.settings
            folders = [
                self.references.root(path),
                "",
                f"{settings.folder}static/",
                f"{settings.folder}public/",
                f"{settings.root}public/",
                f"{settings.folder}docs/",
                *self._above(path, written),
            ]
        elif self._dialects.of(path) in ROUTED or self._index.settings.generator in LOOSE:
            folders = [parent(path), *([] if is_index(path) else [stem_of(path)])]
        else:
            folders = [parent(path)]
        places = (join(folder, written.path) for folder in dict.fromkeys(folders))
        return [place for place in places if place is not None]

    def _above(self, path: str, written: Written) -> list[str]:
        """List the folders around a page that a URL may count from, the outermost first.

        They are those of a language, or any where no file that is read tells where the sources begin; the path of a
        file itself counts from the root alone.
        """
        parts = path.split("/")[:-1]
        free = self._index.settings.generator in LOOSE | {""}
        if not (free and _is_url(written)) and self._dialects.of(path) != HUGO:
            return []
        return ["".join(f"{part}/" for part in parts[:end]) for end in range(1, len(parts) + 1)]

    def _nowhere(self, path: str, place: str, written: Written) -> Target:
        index, anchor = self._index, written.anchor
        dialect = self._dialects.of(path)
        root = self.references.root(path)
        built = _BUILT.match(place.removeprefix(root)) or is_made(anchor)
        if not place.startswith(root) or (built and dialect in {SPHINX, MYST}):
            # Beside the documents, or made by the generator: it may be there all the same.
            return Target("unknown", page=place, anchor=anchor)
        if self._is_vague(path, written):
            return Target("unknown", page=place, anchor=anchor)
        if is_glob(place) and any(fnmatchcase(file, place) for file in index.files):
            return Target("found", page=place)
        suffix = suffix_of(place)
        if suffix in {".html", ".htm"} and suffix not in index.suffixes:
            place = f"{stem_of(place)}{suffix_of(path)}"
        elif (
            suffix not in suffixes()
            and suffix not in index.suffixes
            and (suffix or dialect in {"github", "gitlab"})
        ):
            # No such file is stored at all, as in the history of the documents alone.
            return Target("unknown", page=place, anchor=anchor)
        return self.references.absent(place, anchor)

    def _is_vague(self, path: str, written: Written) -> bool:
        """Tell whether a URL may lead to what no document is the source of.

        Hugo looks for what is no page beside the page in another language too.
        """
        generator = self._index.settings.generator
        if generator == "hugo" and suffix_of(written.path) not in suffixes():
            return True
        if not _is_url(written) or self._dialects.of(path) in {SPHINX, MYST}:
            return False
        absolute = written.path.startswith("/") and generator in {"", "gitlab", "mkdocs"}
        return absolute or generator in VAGUE


def _is_url(written: Written) -> bool:
    """Tell whether a path is that of a published page, and not of a file of the tree."""
    return suffix_of(written.path) in {"", ".html", ".htm"}
