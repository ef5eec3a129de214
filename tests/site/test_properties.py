from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drift.site.base_url import learn
from drift.site.dialect import Dialects
from drift.site.index import Index
from drift.site.resolve import Resolver
from drift.site.settings import GENERATORS, Settings, settings
from drift.trees.fingerprint import make_section
from drift.trees.page import Block, Format, Link, Page
from drift.trees.site import Dialect

PIECES = st.sampled_from(
    [
        "a",
        "a.md",
        "..",
        ".",
        "/",
        "#",
        "?",
        "%20",
        "%",
        "%ff",
        ":",
        "//",
        "https:",
        "*",
        "[",
        "]",
        "html",
        "\\",
    ]
)
TARGETS = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=12)
ROLES = st.sampled_from(["", "ref", "doc", "any", "toctree", "download", "pep"])
DIALECTS = st.sampled_from(
    ["github", "sphinx", "mkdocs", "docusaurus", "hugo", "gitbook", "nonsense"]
)
SUFFIXES = st.sampled_from([".md", ".rst"])


def tree(target: str, suffix: str) -> dict[str, Page]:
    links = tuple(Link("inline", "x", f"https://h.example.com/{target}", 1) for _ in range(2))
    block = Block("paragraph", "x", (1, 1), links=links)
    root = make_section(title="", level=0, anchor="", lines=(1, 1), blocks=(block,))
    page = Page(format=Format("rst" if suffix == ".rst" else "markdown"), title="", root=root)
    return {f"x/a{suffix}": page, f"b{suffix}": page}


@given(TARGETS, ROLES, DIALECTS, SUFFIXES)
def test_any_target_resolves_to_something(
    target: str, role: str, dialect: str, suffix: str
) -> None:
    pages = tree(target, suffix)
    known = Settings(generator=dialect, root="x/")
    spoken = Dialects(site=Dialect(dialect), markdown=Dialect(dialect))
    index = Index(pages, frozenset(pages), known)
    resolver = Resolver(index, spoken, bases=learn(index))
    for kind in ("inline", "nav", "image"):
        found = resolver.resolve(f"x/a{suffix}", Link(kind, "x", target, 1, role=role))
        assert found.state != "found" or found.page


@given(st.sampled_from(sorted(GENERATORS)), st.text(max_size=60))
def test_any_configuration_is_read(name: str, text: str) -> None:
    assert not settings({name: text}, [name]).root.startswith(("/", ".."))
