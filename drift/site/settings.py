"""The configuration files of a site -> what they say about it; none is ever executed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from types import MappingProxyType

import msgspec

from drift.site.generators import GENERATORS, LOOSE, mark_of
from drift.site.globs import ignored
from drift.site.literals import assigned, strings
from drift.site.paths import below, parent

SIZE_LIMIT = 1024 * 1024
"""Characters of a configuration file that are read; real ones stay far below."""

FEW = 5
"""Files of one name that are read at most: other programs have a `conf.py` too."""

_URL = re.compile(
    r"""^[ \t]*(?:baseURL|url)[ \t]*[:=][ \t]*['"]?(https?://[^'"\s]+)""", re.MULTILINE
)
_BASE = re.compile(r"""^[ \t]*baseUrl[ \t]*:[ \t]*['"]([^'"\s]*)""", re.MULTILINE)

_CONTENT = re.compile(r"""^[ \t]*contentDir[ \t]*[:=][ \t]*['"]?([^'"\s#]+)""", re.MULTILINE)
_HUGO = re.compile(r"^(?:baseURL|languageCode|contentDir|theme)[ \t]*[:=]", re.MULTILINE)

_SOURCE = r"""^[ \t]*{}[ \t]*[:=][ \t]*['"]?([^'"\s#,]+)"""
# With what a generator calls the folder of its sources.
_JEKYLL_BASE = re.compile(r"""^baseurl[ \t]*:[ \t]*['"]?(/[^'"\s#]*)""", re.MULTILINE)

_SITE_URL = re.compile(r"""^[ \t]+site-url[ \t]*:[ \t]*['"]?(https?://[^'"\s]+)""", re.MULTILINE)

_CONTENTS = re.compile(r"^(?:- *)?(?:file|root)[ \t]*:", re.MULTILINE)

_EX_DOC = re.compile(r"\bex_doc\b")
_MYSTMD = re.compile(r"^(?:project|site|extends)[ \t]*:", re.MULTILINE)

_SPHINX = re.compile(
    r"^(?:extensions|project|html_\w+|master_doc|root_doc|source_suffix|needs_sphinx)[ \t]*=",
    re.MULTILINE,
)


class Settings(msgspec.Struct, frozen=True):
    """What configuration files say about a site."""

    generator: str = ""
    # Empty where no file tells it; see `drift.site.generators`.
    folder: str = ""
    # Where the configuration stands, with a closing slash, or empty.
    root: str = ""
    # Where the documents stand that absolute links count from.
    bases: tuple[str, ...] = ()
    # URLs that the root is published under.
    text_is_rst: bool = False
    # Sphinx: whether `.txt` files are documents.
    inventories: tuple[str, ...] = ()
    # Sphinx: the names of other projects, whose labels may be written; one without letters where a file that is not
    # read tells them.
    excluded: tuple[str, ...] = ()
    # Globs of sources that are left out; after a `!`, of such as are not.
    unlisted: tuple[str, ...] = ()
    # MkDocs: likewise, of those that need no place in the navigation.
    summary: str = "SUMMARY.md"
    # GitBook: the file with the navigation.
    configs: dict[str, str] = {}
    # The generator's files: path -> text.


def wanted(paths: Iterable[str]) -> tuple[str, ...]:
    """Choose the configuration files to be read: of each name the few nearest to the root.

    Args:
        paths: Every path of the tree.

    Returns:
        Their paths.
    """
    found: dict[str, list[str]] = {}
    named = (path for path in paths if mark_of(path) in GENERATORS)
    for path in sorted(named, key=lambda path: (path.count("/"), path)):
        found.setdefault(mark_of(path), []).append(path)
    return tuple(path for some in found.values() for path in some[:FEW])


def settings(configs: dict[str, str], paths: Iterable[str]) -> Settings:
    """Read what the configuration files say.

    Args:
        configs: Those of `wanted`: path -> text.
        paths: Every path of the tree.

    Returns:
        The settings of the generator whose file stands nearest to the root; those of a loose one where there is no other.
    """
    everything = frozenset(paths)
    order = list(GENERATORS)
    for path in sorted(configs, key=lambda path: _rank(path, order)):
        folder = parent(path)
        found = _READERS[GENERATORS[mark_of(path)]](configs[path][:SIZE_LIMIT], folder)
        # Other programs have a `config.yaml` too.
        named = found.generator != "hugo" or "config.y" not in path or _HUGO.search(configs[path])
        there = named and any(one.startswith(found.root) for one in everything)
        if found.generator in LOOSE and "SUMMARY.md" in everything:
            break
        if found.generator and (there or found.generator not in {"hugo", "middleman"}):
            own = {one: text for one, text in configs.items() if parent(one) == folder}
            # Where nothing stands in the folder that most sites of a loose one have, it is that of the configuration.
            root = found.folder if found.generator in LOOSE and not there else found.root
            return msgspec.structs.replace(found, root=root, configs=own)
    if "SUMMARY.md" in everything:
        return Settings(generator="gitbook")
    if ".gitlab-ci.yml" in everything:
        return Settings(generator="gitlab")
    return Settings()


def _rank(path: str, order: list[str]) -> tuple[bool, int, int]:
    mark = mark_of(path)
    return GENERATORS[mark] in LOOSE, path.count("/"), order.index(mark)


def _sphinx(text: str, folder: str) -> Settings:
    if not _SPHINX.search(text):
        # Other programs call their configuration so too.
        return Settings()
    said = assigned(text)
    suffix = said.get("source_suffix")
    base = said.get("html_baseurl")
    inventories = said.get("intersphinx_mapping")
    return Settings(
        generator="sphinx",
        folder=folder,
        root=folder,
        bases=(base,) if isinstance(base, str) and base else (),
        text_is_rst=".txt" in suffix if isinstance(suffix, list | dict | tuple | str) else False,
        inventories=strings(inventories) or (("",) if "intersphinx" in text else ()),
        excluded=strings(said.get("exclude_patterns")),
    )


def _mkdocs(text: str, folder: str) -> Settings:
    # YAML is slow to import, and needed for some sites only.
    from drift.site.yaml_nodes import child, compose, scalar  # noqa: PLC0415

    node = compose(text)
    base = scalar(child(node, "site_url"))
    root = below(folder, scalar(child(node, "docs_dir"), "docs"))
    return Settings(
        generator="mkdocs",
        folder=folder,
        root=root,
        bases=(base,) if base else (),
        excluded=ignored(scalar(child(node, "draft_docs")), scalar(child(node, "exclude_docs"))),
        unlisted=ignored(scalar(child(node, "not_in_nav"))),
    )


def _gitbook(text: str, folder: str) -> Settings:
    from drift.site.yaml_nodes import child, compose, scalar  # noqa: PLC0415 - as above

    node = compose(text)
    root = below(folder, scalar(child(node, "root"), "./"))
    summary = scalar(child(child(node, "structure"), "summary"), "SUMMARY.md")
    return Settings(generator="gitbook", folder=folder, root=root, summary=summary)


def _docusaurus(text: str, folder: str) -> Settings:
    url, base = _URL.search(text), _BASE.search(text)
    bases = (url[1].rstrip("/") + (base[1] if base else "/"),) if url else ()
    return Settings(generator="docusaurus", folder=folder, root=folder, bases=bases)


def _hugo(text: str, folder: str) -> Settings:
    url = _URL.search(text)
    bases = (url[1],) if url else ()
    contents = set(_CONTENT.findall(text))
    site = folder.removesuffix("config/_default/")
    # Of several languages, each has its own folder.
    root = below(site, contents.pop() if len(contents) == 1 else "content")
    return Settings(generator="hugo", folder=site, root=root, bases=bases)


def _marked(text: str, folder: str, generator: str, sign: re.Pattern[str]) -> Settings:
    # Other programs have a file of that name too.
    return _sourced("", folder, generator) if sign.search(text) else Settings()


def _snooty(text: str, folder: str) -> Settings:
    # MongoDB's builder reads what Sphinx reads, under another suffix.
    found = _sourced("", folder, "sphinx", "source")
    inventories = ("",) if "intersphinx" in text else ()
    return msgspec.structs.replace(found, text_is_rst=True, inventories=inventories)


def _quarto(text: str, folder: str) -> Settings:
    url = _SITE_URL.search(text)
    bases = (url[1],) if url else ()
    return Settings(generator="quarto", folder=folder, root=folder, bases=bases)


def _sourced(text: str, folder: str, generator: str, default: str = "", key: str = "") -> Settings:
    """Read the settings of a generator of which no more is known than where its sources stand."""
    source = re.search(_SOURCE.format(key), text, re.MULTILINE) if key else None
    root = below(folder, source[1] if source else default)
    return Settings(generator=generator, folder=folder, root=root)


def _vitepress(text: str, folder: str) -> Settings:
    return _sourced(text, parent(folder.rstrip("/")), "vitepress", key="srcDir")


def _middleman(_text: str, folder: str) -> Settings:
    # That of a template of the British government stands in a folder of its own.
    site = parent(folder.rstrip("/")) if folder.endswith("config/") else folder
    return _sourced("", site, "middleman", "source")


def _jekyll(text: str, folder: str) -> Settings:
    url, base = _URL.search(text), _JEKYLL_BASE.search(text)
    bases = (f"{url[1].rstrip('/')}/{base[1].strip('/') if base else ''}",) if url else ()
    return msgspec.structs.replace(_sourced(text, folder, "jekyll", key="source"), bases=bases)


_READERS: MappingProxyType[str, Callable[[str, str], Settings]] = MappingProxyType(
    {
        "sphinx": _sphinx,
        "snooty": _snooty,
        "jupyter-book": partial(_marked, generator="sphinx", sign=_CONTENTS),
        "mystmd": partial(_marked, generator="myst", sign=_MYSTMD),
        "quarto": _quarto,
        "mkdocs": _mkdocs,
        "gitbook": _gitbook,
        "docusaurus": _docusaurus,
        "hugo": _hugo,
        "mdbook": partial(_sourced, generator="mdbook", default="src", key="src"),
        "vitepress": _vitepress,
        "jekyll": _jekyll,
        "middleman": _middleman,
        "astro": partial(_sourced, generator="astro", default="src/content/docs"),
        "gatsby": partial(_sourced, generator="gatsby"),
        "eleventy": partial(_sourced, generator="eleventy"),
        "ex_doc": partial(_marked, generator="ex_doc", sign=_EX_DOC),
    }
)
