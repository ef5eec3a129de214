"""Strategies for small trees whose pages link to each other in every way that is known, and what people do to them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import quote

from hypothesis import strategies as st

STEMS = (
    "index",
    "README",
    "a",
    "b",
    "docs/a",
    "docs/b",
    "docs/index",
    "docs/deep/README",
    "docs/deep/my page",
    "docs/größe",
    "docs/手册",
    "docs/x.y",
    "docs/02-order",
    "docs/Q&A",
)
BASE = "https://book.example"
CONFIGS: Mapping[str, str] = MappingProxyType(
    {
        "conf.py": 'project = "x"\n',
        "docs/conf.py": f'project = "x"\nhtml_baseurl = "{BASE}/"\n',
        "mkdocs.yml": "docs_dir: docs\nnav:\n- a.md\n- Deep: deep/README.md\n",
        "SUMMARY.md": "# Summary\n\n* [A](a.md#start-here)\n  * [B](docs/b.md)\n",
        ".gitbook.yaml": "root: ./\n",
        "docusaurus.config.js": f"module.exports = {{\n  url: '{BASE}',\n  baseUrl: '/',\n}}\n",
        "_config.yml": f"url: {BASE}\n",
        "hugo.toml": f'baseURL = "{BASE}/"\n',
        "img/one.png": "png",
        "docs/extra/two.png": "png",
    }
)
TITLES = (
    "Start here",
    "Start here",
    "What's new",
    "C++ and co",
    "Über uns",
    "員工手冊",
    "The *big* `plan`",
    "Tom &amp; Ann",
    "Why [this](a.md) matters",
    "1.2 (old)",
)
NAMES = ("start-here", "My Label", "über", "team:one", "Start_Here", "手册", "whats-new", "plan")
_ANCHORS = (*NAMES, "über-uns", "uber-uns", "the-big-plan", "tom--ann", "員工手冊", "start-here-1")
_WORDS = (
    "anchor basket candle drawer engine feather garden hammer island jacket kettle ladder".split()
)

_MARKDOWN = (
    "[text]({target})",
    "[text](<{target}>)",
    '[text]({target} "why")',
    "see [text][r{number}]\n\n[r{number}]: {target}",
    '<a href="{target}">text</a>',
    "<a href={target}>text</a>",
    "![text]({target})",
    '{{{{< ref "{target}" >}}}}',
    "{{doc}}`{target}`",
    "{{doc}}`text <{target}>`",
    "```{{toctree}}\n{target}\n```",
    "```{{toctree}}\n:glob:\n\n{folder}*\n```",
    "```{{include}} {target}\n```",
    '{{% content-ref url="{target}" %}}\n[text]({target})\n{{% endcontent-ref %}}',
)
_RESTRUCTURED = (
    "`text{number} <{target}>`_",
    "see text{number}_\n\n.. _text{number}: {target}",
    ":doc:`{target}`",
    ":doc:`text <{target}>`",
    ":any:`{target}`",
    ".. image:: {target}",
    ".. toctree::\n\n   {target}",
    ".. toctree::\n   :glob:\n\n   {folder}*",
    ".. toctree::\n\n   Text <{target}>",
)
_MARKDOWN_NAMED = (
    "[text](#{name})",
    "[](<#{name}>)",
    "[text]({name})",
    "{{ref}}`{name}`",
    "{{ref}}`text <{name}>`",
    "{{numref}}`{name}`",
)
_RESTRUCTURED_NAMED = (
    ":ref:`{name}`",
    ":ref:`text <{name}>`",
    ":numref:`{name}`",
    ":any:`{name}`",
    "`text <#{name}>`_",
    "see `{name}`_ here",
)
_LABELS = {
    ".md": ("({name})=", '<a id="{name}"></a>', "```{{figure}} x.png\n:name: {name}\n```"),
    ".rst": (".. _{name}:", ".. _`{name}`:", ".. figure:: x.png\n   :name: {name}"),
}


@dataclass(frozen=True)
class Part:
    """A section: its heading, what names it, what it says, and its links as they are written."""

    title: str
    label: str
    words: tuple[str, ...]
    links: tuple[str, ...]

    def written(self, suffix: str, *, first: bool) -> str:
        """Write it in a format."""
        above = f"{self.label}\n\n" if self.label else ""
        head = f"#{'' if first else '#'} {self.title}"
        if suffix == ".rst":
            plain = (
                self.title.replace("&amp;", "&").replace("`", "``").replace("[this](a.md)", "it")
            )
            head = f"{plain}\n{('=' if first else '-') * 40}"
        body = " ".join(self.words)
        return "\n\n".join([f"{above}{head}", f"Here {body} stands.", *self.links]) + "\n"


@dataclass(frozen=True)
class Sheet:
    """A page."""

    suffix: str
    parts: tuple[Part, ...]
    slug: str = ""

    @property
    def written(self) -> str:
        """Write it."""
        front = f"---\nslug: {self.slug}\n---\n\n" if self.slug and self.suffix == ".md" else ""
        rows = (part.written(self.suffix, first=not at) for at, part in enumerate(self.parts))
        return front + "\n".join(rows)


@dataclass(frozen=True)
class Tree:
    """Pages by their stems, and other files."""

    sheets: Mapping[str, Sheet]
    configs: frozenset[str]

    @property
    def files(self) -> dict[str, str]:
        """Write all files."""
        pages = {stem + one.suffix: one.written for stem, one in self.sheets.items()}
        return {**{path: CONFIGS[path] for path in sorted(self.configs)}, **pages}


@st.composite
def _targets(draw: st.DrawFn, stem: str) -> str:
    """Draw how a page spells another."""
    goal = draw(st.sampled_from((*STEMS, "docs/deep", "docs", "img/one", "docs/extra", "nowhere")))
    suffix = draw(st.sampled_from((".md", ".rst", "", ".html", "/", ".png")))
    folder, _, name = goal.rpartition("/")
    if suffix == "/" and name in {"index", "README"}:
        goal = folder or "."
    if suffix == ".html" and name == "README":
        goal = f"{folder}/index" if folder else "index"
    way = draw(st.sampled_from(("relative", "relative", "relative", "rooted", "url")))
    here = posixpath.dirname(stem)
    target = posixpath.relpath(goal, here or ".") + suffix
    if way != "relative":
        target = f"{BASE if way == 'url' else ''}/{goal}{suffix}".replace("/./", "/")
    code = draw(st.sampled_from(("plain", "quoted", "half", "entity", "dots")))
    if code == "quoted":
        target = quote(target, safe="/:")
    elif code == "half":
        target = target.replace(" ", "%20")
    elif code == "entity":
        target = target.replace("&", "&amp;").replace("ö", "&ouml;")
    elif code == "dots" and way == "relative" and not target.startswith("."):
        target = f"./{target}"
    anchor = draw(st.none() | st.sampled_from(_ANCHORS))
    return (
        target if anchor is None else f"{target}#{draw(st.sampled_from((anchor, quote(anchor))))}"
    )


@st.composite
def _links(draw: st.DrawFn, stem: str, suffix: str) -> str:
    """Draw a link as a page writes it."""
    named = draw(st.booleans())
    forms = {
        (".md", False): _MARKDOWN,
        (".md", True): _MARKDOWN_NAMED,
        (".rst", False): _RESTRUCTURED,
        (".rst", True): _RESTRUCTURED_NAMED,
    }[suffix, named]
    title = st.sampled_from(
        [*NAMES, "Start here", "What's new", "C++ and co", "Über uns", "a:Start here"]
    )
    return draw(st.sampled_from(forms)).format(
        target=draw(_targets(stem)),
        folder=draw(st.sampled_from(("", "docs/", "deep/"))),
        name=draw(title | st.sampled_from(_ANCHORS)),
        number=draw(st.integers(0, 999)),
    )


@st.composite
def _parts(draw: st.DrawFn, stem: str, suffix: str) -> Part:
    label = draw(st.just("") | st.sampled_from(_LABELS[suffix]))
    return Part(
        draw(st.sampled_from(TITLES)),
        label.format(name=draw(st.sampled_from(NAMES))),
        tuple(draw(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=8))),
        tuple(draw(st.lists(_links(stem, suffix), max_size=3))),
    )


@st.composite
def _sheets(draw: st.DrawFn, stem: str) -> Sheet:
    suffix = draw(st.sampled_from((".md", ".md", ".rst")))
    parts = draw(st.lists(_parts(stem, suffix), min_size=1, max_size=3))
    return Sheet(suffix, tuple(parts), draw(_slugs()))


def _slugs() -> st.SearchStrategy[str]:
    return st.sampled_from(("", "", "", "/a", "b", "my page"))


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Draw a tree."""
    stems = draw(st.lists(st.sampled_from(STEMS), min_size=2, max_size=6, unique=True))
    configs = draw(st.lists(st.sampled_from(sorted(CONFIGS)), max_size=2))
    return Tree({stem: draw(_sheets(stem)) for stem in stems}, frozenset(configs))


@st.composite
def steps(draw: st.DrawFn, tree: Tree) -> Tree:
    """Draw what becomes of a tree."""
    for _ in range(draw(st.integers(1, 3))):
        form = draw(
            st.sampled_from(("part", "part", "slug", "remove", "move", "swap", "add", "file"))
        )
        kept = dict(tree.sheets)
        stem = draw(st.sampled_from(sorted(kept) or ["a"]))
        goal = draw(st.sampled_from(STEMS))
        if form == "file":
            tree = replace(tree, configs=tree.configs ^ {draw(st.sampled_from(sorted(CONFIGS)))})
            continue
        if form == "add" or stem not in kept:
            kept[goal] = draw(_sheets(goal))
        elif form == "part":
            kept[stem] = draw(_edited(stem, kept[stem]))
        elif form == "slug":
            kept[stem] = replace(kept[stem], slug=draw(_slugs()))
        elif form == "swap" and goal in kept:
            kept[stem], kept[goal] = kept[goal], kept[stem]
        else:
            one = kept.pop(stem)
            if form == "move":
                kept[goal] = one
        tree = replace(tree, sheets=kept)
    return tree


@st.composite
def _edited(draw: st.DrawFn, stem: str, sheet: Sheet) -> Sheet:
    """Draw what becomes of one section."""
    parts = list(sheet.parts)
    at = draw(st.integers(0, len(parts) - 1))
    form = draw(st.sampled_from(("title", "label", "words", "links", "add", "remove")))
    other = draw(_parts(stem, sheet.suffix))
    if form == "add":
        parts.insert(at + 1, other)
    elif form == "remove" and len(parts) > 1:
        del parts[at]
    elif form != "remove":
        parts[at] = replace(parts[at], **{form: getattr(other, form)})
    return replace(sheet, parts=tuple(parts))
