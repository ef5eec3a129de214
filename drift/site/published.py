"""A place in a tree -> the address that the site's generator publishes it under.

| generator | `a/b.md` | `a/index.md`, `a/README.md` |
| --- | --- | --- |
| Sphinx, `html` | `/a/b.html` | `/a/index.html` |
| Sphinx, `dirhtml` | `/a/b/` | `/a/` |
| MkDocs | `/a/b/` (`use_directory_urls: false`: `/a/b.html`) | `/a/` (`/a/index.html`) |
| GitBook | `/a/b` | `/a` |
| Hugo | `/a/b/`, or what `slug` and `url` say; lower case, `-` for blanks; the default language unnamed | `/a/` |
| Docusaurus | `/docs/a/b` without order (`01-`), or what `slug` and `id` say | `/docs/a/` |
| none that is known | `/a/b`, which GitHub Pages and Jekyll serve as well as `/a/b.html` | `/a/` |

Before all of them stands the path of the base URL that the configuration names (`site_url`, `html_baseurl`, `baseUrl`).
Sphinx's builder stands in no file that is read. It is `dirhtml` where more of the tree's own URLs have no `.html` than have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import msgspec

from drift.site.address import Address, address_keys
from drift.site.dialect import MYST, SPHINX
from drift.site.documents import stem_of
from drift.site.excluded import is_excluded
from drift.site.landmarks import make_id
from drift.site.languages import unnamed
from drift.site.paths import join
from drift.site.places import is_index
from drift.site.routes import routes
from drift.site.tree_site import TreeSite
from drift.site.urls import identity
from drift.trees.walk import walk

_ROUTE_BASE = re.compile(r"""\brouteBasePath[ \t]*:[ \t]*['"]([^'"]*)['"]""")

_VERSIONED = re.compile(r"versioned_docs/version-([^/]+)/")


class Publisher:
    """Tells the addresses of one revision's places."""

    def __init__(self, site: TreeSite) -> None:
        """Take what is known of the revision.

        Args:
            site: The revision.
        """
        self.site = site
        self.settings = site.content.settings
        self.generator = self.settings.generator
        self._unnamed = unnamed(self.settings)
        if not self.generator and site.dialects.sphinx:
            self.generator = "sphinx"

    @cached_property
    def prefix(self) -> str:
        """The path that the configuration publishes the site under: `/handbook`, or empty."""
        base = next(iter(self.settings.bases), "")
        return unquote(urlsplit(identity(base)).path).rstrip("/") if base else ""

    @cached_property
    def live(self) -> dict[str, str]:
        """The pages that are published, by the keys of their addresses."""
        addresses = ((path, self.address(path)) for path in self.site.pages)
        return {address.key: path for path, address in reversed(list(addresses)) if address}

    def page(self, path: str) -> str | None:
        """Find the page at an address.

        Args:
            path: Of a URL, decoded, in any spelling.

        Returns:
            The path of the page, or None where none is published there.
        """
        return next((self.live[key] for key in address_keys(path) if key in self.live), None)

    def address(self, path: str, anchor: str | None = None) -> Address | None:
        """Tell where a place is published.

        Args:
            path: Of a page, at this revision or at another one.
            anchor: On it.

        Returns:
            The address, or None where the page is no part of the site.
        """
        name = self.source(path)
        if name is None:
            return None
        route = self._route(path, name)
        return Address(self.prefix + route, self._fragment(path, anchor) if anchor else "")

    def source(self, path: str) -> str | None:
        """Give the path of a page as its generator counts it: from the folder of the sources.

        Args:
            path: From the root of the tree.

        Returns:
            The path, or None where it lies outside of that folder.
        """
        root = self.root(path)
        left_out = self._is_contents(path) or is_excluded(self.settings, path)
        if not path.startswith(root) or left_out:
            return None
        return path.removeprefix(root)

    def _is_contents(self, path: str) -> bool:
        """GitBook publishes no page of the file that lists its pages."""
        return (
            self.generator == "gitbook" and path == f"{self.settings.root}{self.settings.summary}"
        )

    def root(self, path: str = "") -> str:
        """Give the folder of the sources, with its closing slash; empty for the root of the tree.

        Args:
            path: A page; it matters only where several folders are published.
        """
        folders = self.site.dialects.sphinx
        if self.settings.generator or not folders:
            return self.settings.root
        return next((folder for folder in folders if path.startswith(folder)), folders[0])

    @cached_property
    def folders(self) -> bool:
        """Whether a page is published as a folder: `/a/b/`."""
        if self.generator == "sphinx":
            return self._is_dirhtml()
        if self.generator == "mkdocs":
            return not self._says("use_directory_urls", "false")
        return self.generator == "hugo"

    def _says(self, key: str, value: str) -> bool:
        # YAML is slow to import, and needed for some sites only.
        from drift.site.yaml_nodes import child, compose, scalar  # noqa: PLC0415

        texts = self.settings.configs.values()
        return any(scalar(child(compose(text), key)).lower() == value for text in texts)

    def _is_dirhtml(self) -> bool:
        """Weigh the tree's own URLs against each other: `identity` takes closing slashes and `index.html` away."""
        bases = tuple(f"{identity(base)}/" for base in self.site.bases)
        with_suffix = without = 0
        for document in self.site.content.documents.values() if bases else ():
            for url in document.urls:
                rest = next((url[len(base) :] for base in bases if url.startswith(base)), "")
                place = join(self.root(), unquote(rest)) if rest else None
                page = self.site.places.page(place) if place else None
                if page and not is_index(page):
                    with_suffix += url.endswith(".html")
                    without += not url.endswith(".html")
        return without > with_suffix

    def _route(self, path: str, name: str) -> str:
        stem = "/" + stem_of(name)
        if self.generator == "docusaurus":
            return self._docusaurus(path, name)
        if self.generator == "hugo":
            return self._hugo(path, stem)
        folder = stem.rpartition("/")[0] + "/" if self._stands_for_folder(name) else stem
        if self.generator == "gitbook":
            return folder.rstrip("/") or "/"
        if self.generator not in {"sphinx", "mkdocs"}:
            return folder
        if self.folders:
            return f"{folder.rstrip('/')}/"
        return f"{folder}index.html" if folder.endswith("/") else f"{stem}.html"

    def _stands_for_folder(self, name: str) -> bool:
        """Sphinx publishes a README as what it is called."""
        return is_index(name) and (
            self.generator != "sphinx" or PurePosixPath(name).stem == "index"
        )

    def _said(self, path: str) -> dict[str, str]:
        """Read the texts and numbers of a page's front matter."""
        document = self.site.content.documents.get(path)
        values = {one.key: _plain(one.value) for one in (document.metadata if document else ())}
        return {key: value for key, value in values.items() if value}

    def _hugo(self, path: str, stem: str) -> str:
        said = self._said(path)
        if "url" in said:
            return "/" + said["url"].lstrip("/")
        if stem.startswith(self._unnamed):
            stem = stem[len(self._unnamed) - 1 :]
        folder, _, name = stem.rpartition("/")
        if name.lower() in {"_index", "index"}:
            return _slugged(f"{folder}/")
        return _slugged(f"{folder}/{said.get('slug') or name}/")

    def _docusaurus(self, path: str, name: str) -> str:
        version = _VERSIONED.match(name)
        for folder, base in (
            (version[0] if version else "docs/", self._route_base(version[1] if version else "")),
            ("src/pages/", "/"),
        ):
            if name.startswith(folder):
                rest = name.removeprefix(folder)
                return base + self._docusaurus_rest(path, rest).lstrip("/")
        return "/" + stem_of(name)

    def _route_base(self, version: str) -> str:
        texts = self.settings.configs.values()
        found = next((found[1] for text in texts if (found := _ROUTE_BASE.search(text))), "docs")
        parts = [part for part in (*found.split("/"), version) if part]
        return "".join(f"/{part}" for part in parts) + "/"

    def _docusaurus_rest(self, path: str, rest: str) -> str:
        said = self._said(path)
        # `routes` counts a slug's opening slash from the first folder, which is none here.
        clean = routes(rest, ())[0]
        folder, _, name = clean.rpartition("/")
        if slug := said.get("slug"):
            return slug if slug.startswith("/") else f"{folder}/{slug}"
        name = said.get("id") or name
        if name.lower() in {"index", "readme"} or (folder and name == folder.rpartition("/")[2]):
            return f"{folder}/" if folder else ""
        return f"{folder}/{name}"

    def _fragment(self, path: str, anchor: str) -> str:
        """Sphinx publishes a label under the id that docutils makes of it."""
        dialect = self.site.dialects.of(path)
        made = make_id(anchor)
        if dialect not in {SPHINX, MYST} or made == anchor or not anchor.isascii():
            return anchor
        return made if dialect == SPHINX or anchor in self._labels(path) else anchor

    def _labels(self, path: str) -> Iterator[str]:
        page = self.site.pages.get(path)
        for _, section in walk(page.root) if page else ():
            yield from (one.name for one in section.anchors if one.label)


def _plain(value: str) -> str:
    """Read a text or number of JSON; empty for anything else."""
    found = msgspec.json.decode(value)
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


def _slugged(path: str) -> str:
    return re.sub(r"\s+", "-", path.strip()).lower()
