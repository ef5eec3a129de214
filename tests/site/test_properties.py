from __future__ import annotations

from hypothesis import given
from hypothesis import settings as settled
from hypothesis import strategies as st

from drift.site.base_url import learn
from drift.site.dialect import Dialects
from drift.site.document import Document
from drift.site.generators import GENERATORS
from drift.site.index import Index
from drift.site.pages import Pages, Reader
from drift.site.places import Places
from drift.site.resolve import Resolver
from drift.site.search import Labels, TextSearch
from drift.site.settings import Settings, settings
from drift.trees.page import Link
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


def written(target: str, suffix: str) -> str:
    url = f"https://h.example.com/{target}"
    return f"`x <{url}>`__ and `y <{url}>`__\n" if suffix == ".rst" else f"[x](<{url}>) <{url}>\n"


@settled(deadline=None)  # The first example imports a parser.
@given(TARGETS, ROLES, DIALECTS, SUFFIXES)
def test_any_target_resolves_to_something(
    target: str, role: str, dialect: str, suffix: str
) -> None:
    text = written(target, suffix).encode("utf-8", "replace").decode()
    made = {path: Document(path, suffix, text) for path in (f"b{suffix}", f"x/a{suffix}")}
    spoken = Dialects(site=Dialect(dialect), markdown=Dialect(dialect))
    known = Settings(generator=dialect, root="x/")
    places = Places(made, frozenset(made), {})
    search = TextSearch(
        made, lambda ask, on: frozenset(p for p in made if ask(made[p], on)), Labels(made, None)
    )
    index = Index(Pages(made, spoken, Reader()), places, known, search)
    urls = frozenset(url for document in made.values() for url in document.urls)
    resolver = Resolver(index, spoken, bases=learn(urls, places, "x/").bases)
    for kind in ("inline", "nav", "image"):
        found = resolver.resolve(f"x/a{suffix}", Link(kind, "x", target, 1, role=role))
        assert found.state != "found" or found.page


@given(st.sampled_from(sorted(GENERATORS)), st.text(max_size=60))
def test_any_configuration_is_read(name: str, text: str) -> None:
    assert not settings({name: text}, [name]).root.startswith(("/", ".."))
