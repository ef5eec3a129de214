from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from drift.site.base_url import Learned, learned
from drift.site.build import share_bases
from drift.site.document import Document
from drift.site.places import Places
from drift.site.tree_site import TreeSite
from drift.trees.page import Link

Build = Callable[[dict[str, str]], TreeSite]

BASE = "https://handbook.example.com/"


def links(*targets: str) -> str:
    return "".join(f"* [x]({target})\n" for target in targets)


FILES = {
    "guides/a.md": "# A\n",
    "guides/b.md": "# B\n",
    "people/README.md": "# P\n",
}


def test_learned_from_three_links(build: Build) -> None:
    text = links(
        f"{BASE}guides/a.html#a", f"{BASE}guides/b", f"{BASE}people/", "https://example.com/"
    )
    site = build({**FILES, "index.md": text})
    assert site.bases == (BASE,)
    target = site.resolve("index.md", Link("inline", "x", f"{BASE}guides/a.html#a", 1))
    assert (target.page, target.anchor) == ("guides/a.md", "a")


def test_two_are_chance(build: Build) -> None:
    text = links(f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}guides/a#again")
    assert build({**FILES, "index.md": text}).bases == ()


def test_most_must_lead_to_pages(build: Build) -> None:
    text = links(
        f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}people", *(f"{BASE}{n}" for n in range(3))
    )
    assert build({**FILES, "index.md": text}).bases == ()


def test_below_a_folder_of_the_host(build: Build) -> None:
    base = "https://example.com/acme/book/blob/main/"
    text = links(f"{base}guides/a.md", f"{base}guides/b.md", f"{base}people/README.md")
    assert build({**FILES, "index.md": text}).bases == (base,)


def test_configuration_comes_first(build: Build) -> None:
    text = links(f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}people")
    config = {"conf.py": "html_baseurl = 'https://other.example.com/'\n"}
    assert build({**FILES, **config, "index.md": text}).bases == ("https://other.example.com/",)


def test_both_sides_agree(build: Build) -> None:
    old = build({**FILES, "index.md": "plain\n"})
    text = links(f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}people")
    new = build({**FILES, "index.md": text})
    first, second = share_bases(old, new)
    assert (first.bases, second) == ((BASE,), new)
    assert first.pages == old.pages
    link = Link("inline", "x", f"{BASE}guides/a", 1)
    assert first.resolve("index.md", link) == second.resolve("index.md", link)


TEXTS = (
    "",
    links(f"{BASE}guides/a", f"{BASE}guides/b", f"{BASE}people/"),
    links(f"{BASE}guides/a", f"{BASE}nowhere"),
    links(f"{BASE}x", f"{BASE}y", f"{BASE}z", f"{BASE}u", f"{BASE}people/index.html"),
    links(f"{BASE}v2/guides/a", f"{BASE}v2/guides/b.html#b", f"{BASE}v2/people/README.md"),
    links("https://other.example/guides/a", f"{BASE}guides/my%20page"),
)
PATHS = ("guides/a.md", "guides/b.md", "guides/my page.md", "people/README.md", "README.md", "x.md")


@st.composite
def steps(draw: st.DrawFn, documents: dict[str, Document]) -> dict[str, Document]:
    found = dict(documents)
    for path in draw(st.lists(st.sampled_from(PATHS), max_size=4)):
        text = draw(st.none() | st.sampled_from(TEXTS))
        if text is None:
            found.pop(path, None)
        else:
            found[path] = Document(text, ".md", text)
    return dict(sorted(found.items()))


@given(data=st.data())
@settings(deadline=None)
def test_it_is_the_same_whatever_is_known(data: st.DataObject) -> None:
    documents: dict[str, Document] = {}
    known: Learned | None = None
    places = Places((), frozenset(), {})
    for _ in range(data.draw(st.integers(1, 6))):
        documents = data.draw(steps(documents))
        root = data.draw(st.sampled_from(("", "", "guides/")))
        if tuple(documents) != places.pages:
            places = Places(documents, frozenset(documents), {}, near=places)
        known = learned(documents, places, root, known)
        alone = learned(documents, Places(documents, frozenset(documents), {}), root, None)
        assert (known.found.bases, known.found.near) == (alone.found.bases, alone.found.near)
        assert known.documents == documents
