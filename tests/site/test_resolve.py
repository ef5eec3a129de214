from __future__ import annotations

from collections.abc import Iterable

import pytest

from drift.parse.base import parse
from drift.site.dialect import Dialects
from drift.site.index import Index
from drift.site.places import Places
from drift.site.resolve import Resolver
from drift.site.routes import ways
from drift.site.settings import Settings
from drift.trees.fingerprint import make_section
from drift.trees.page import Anchor, Datum, Explicit, Format, Link, LinkKind, Page
from drift.trees.site import Dialect, Target


def page(
    *slugs: str, labels: tuple[str, ...] = (), rst: bool = False, slug: str = "", unparsed: str = ""
) -> Page:
    explicit = tuple(Explicit(Anchor(name), 1, label=True) for name in labels)
    sections = tuple(
        make_section(title=name.title(), level=1, anchor=name, slug=name, lines=(1, 1))
        for name in slugs
    )
    root = make_section(
        title="", level=0, anchor="", lines=(1, 1), sections=sections, anchors=explicit
    )
    metadata = (Datum("slug", f'"{slug}"', 1),) if slug else ()
    name = Format("rst" if rst else "markdown")
    return Page(format=name, title="", root=root, metadata=metadata, unparsed=unparsed)


def found(path: str, anchor: str = "") -> Target:
    return Target("found", page=path, anchor=anchor)


def missing(path: str, anchor: str = "") -> Target:
    return Target("missing", page=path, anchor=anchor)


def unknown(path: str = "", anchor: str = "", url: str = "") -> Target:
    return Target("unknown", page=path, anchor=anchor, url=url)


def outside(url: str) -> Target:
    return Target("outside", url=url)


class Everywhere:
    """A search that rules no page out."""

    def __init__(self, pages: dict[str, Page]) -> None:
        self._pages = pages

    def labelled(self, key: str) -> Iterable[str]:  # noqa: ARG002 - it looks at nothing
        return self._pages

    def titled(self, title: str) -> Iterable[str]:  # noqa: ARG002 - it looks at nothing
        return self._pages

    def custom(self, name: str) -> Iterable[str]:  # noqa: ARG002 - it looks at nothing
        return self._pages


def resolver(
    pages: dict[str, Page],
    others: tuple[str, ...] = (),
    *,
    settings: Settings | None = None,
    single: bool = False,
    bases: tuple[str, ...] = (),
) -> Resolver:
    known = settings or Settings()
    dialect = Dialect(known.generator or "github")
    folders = (known.root,) if known.generator == "sphinx" else ()
    spoken = Dialects(site=dialect, markdown=dialect, sphinx=folders)
    way = ways(known)
    made = {path: way(path, page.metadata) for path, page in pages.items()} if way else {}
    places = Places(pages, frozenset((*pages, *others)), made)
    index = Index(pages, places, known, Everywhere(pages))
    return Resolver(index, spoken, single=single, bases=bases)


def link(target: str, role: str = "", kind: LinkKind = "inline") -> Link:
    kinds: dict[str, LinkKind] = {"include": "include", "content-ref": "inline"}
    return Link(kinds.get(role, "role") if role else kind, "x", target, 1, role=role)


PAGES = {
    "README.md": page("home"),
    "guides/README.md": page("guides"),
    "guides/a b.md": page("one", "two"),
    "guides/deep/c.md": page("three"),
    "guides/odd.md": page(unparsed="binary"),
    "people.md": page("people"),
}
OTHERS = ("img/logo.png", "guides/deep/data.csv", "LICENSE")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#two", found("guides/a b.md", "two")),
        ("#", found("guides/a b.md")),
        ("#top", found("guides/a b.md")),
        ("#nope", missing("guides/a b.md", "nope")),
        ("#fn1", unknown("guides/a b.md", "fn1")),
        ("#user-content-two", found("guides/a b.md", "two")),
        ("deep/c.md", found("guides/deep/c.md")),
        ("./deep/../deep/c.md#three", found("guides/deep/c.md", "three")),
        ("deep/c.md#four", missing("guides/deep/c.md", "four")),
        ("deep/c.html#three", found("guides/deep/c.md", "three")),
        ("deep/c", found("guides/deep/c.md")),
        ("deep/c?plain=1#three", found("guides/deep/c.md", "three")),
        ("a%20b.md", found("guides/a b.md")),
        ("A%20B.md", missing("guides/A B.md")),
        ("../", found("README.md")),
        ("..", found("README.md")),
        (".", found("guides/README.md")),
        ("index.html", found("guides/README.md")),
        ("deep/", found("guides/deep/")),
        ("/people.md", found("people.md")),
        ("/guides/", found("guides/README.md")),
        ("../people.md#people", found("people.md", "people")),
        ("../LICENSE", found("LICENSE")),
        ("deep/data.csv#L3", found("guides/deep/data.csv", "L3")),
        ("../img/logo.png", found("img/logo.png")),
        ("../img/gone.png", missing("img/gone.png")),
        ("../img/photo.jpg", unknown("img/photo.jpg")),
        ("gone.md", missing("guides/gone.md")),
        ("gone.html#x", missing("guides/gone.md", "x")),
        ("odd.md#any", unknown("guides/odd.md", "any")),
        ("../../out.md", unknown(url="../../out.md")),
        ("{{site.baseurl}}/travel/", unknown(url="{{site.baseurl}}/travel/")),
        ("{% link _posts/trip.md %}", unknown(url="{% link _posts/trip.md %}")),
        ("${base}/odd.md", unknown(url="${base}/odd.md")),
        ("", unknown()),
        ("https://Example.com/a/", outside("https://example.com/a")),
        ("//example.com/a", outside("https://example.com/a")),
        ("mailto:Ada@example.com", outside("mailto:ada@example.com")),
        ("tel:+1 23", outside("tel:+123")),
    ],
)
def test_github(target: str, expected: Target) -> None:
    assert resolver(PAGES, OTHERS).resolve("guides/a b.md", link(target)) == expected


BELOW = {
    "README.md": page("home"),
    "src/guide/app.md": page("app"),
    "src/guide/deep/tips.md": page("tips"),
}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/guide/app", found("src/guide/app.md")),
        ("/guide/app.html#app", found("src/guide/app.md", "app")),
        ("/guide/app.md", missing("guide/app.md")),
        ("/guide/deep/gone.html", unknown("guide/deep/gone.html")),
    ],
)
def test_urls_count_from_where_the_sources_begin(target: str, expected: Target) -> None:
    assert resolver(BELOW).resolve("src/guide/deep/tips.md", link(target)) == expected


def test_hugo_counts_from_the_folder_of_a_language() -> None:
    hugo = resolver(
        {"content/en/a/b.md": page("b"), "content/en/c/d.md": page("d")},
        settings=Settings(generator="hugo", root="content/"),
    )
    assert hugo.resolve("content/en/a/b.md", link("/c/d/")) == found("content/en/c/d.md")


SPHINX = Settings(generator="sphinx", folder="docs/", root="docs/", inventories=("python",))
BOOK = {
    "docs/index.rst": page("welcome", rst=True),
    "docs/people/hr-admin.rst": page("hr-admin", labels=("HR Label", "x_y"), rst=True),
    "docs/people/hr-jobs.rst": page("jobs", rst=True),
    "docs/guide.md": page("guide", labels=("md-label", "guide:label", "guide/label")),
    "README.md": page("readme"),
}


@pytest.mark.parametrize(
    ("role", "target", "expected"),
    [
        ("doc", "people/hr-admin", found("docs/people/hr-admin.rst")),
        ("doc", "/people/hr-admin", found("docs/people/hr-admin.rst")),
        ("doc", "../guide", found("docs/guide.md")),
        ("doc", "guide.md", found("docs/guide.md")),
        ("doc", "gone", missing("docs/gone.rst")),
        ("ref", "hr  label", found("docs/people/hr-admin.rst", "HR Label")),
        ("ref", "md-label", found("docs/guide.md", "md-label")),
        ("numref", "x_y", found("docs/people/hr-admin.rst", "x_y")),
        ("ref", "Jobs", found("docs/people/hr-jobs.rst", "jobs")),
        ("ref", "people/hr-jobs:Jobs", found("docs/people/hr-jobs.rst", "jobs")),
        ("ref", "nowhere", outside("nowhere")),
        ("ref", "genindex", unknown(url="genindex")),
        ("ref", "python:library", outside("python:library")),
        ("any", "guide", found("docs/guide.md")),
        ("any", "x_y", found("docs/people/hr-admin.rst", "x_y")),
        ("any", "some.object", unknown(url="some.object")),
        ("toctree", "self", found("docs/index.rst")),
        ("toctree", "people/hr*", found("docs/people/hr*")),
        ("toctree", "/gone/*", missing("docs/gone/*")),
        ("toctree", "https://example.com/", outside("https://example.com")),
        ("download", "/guide.md", found("docs/guide.md")),
        ("term", "Handbook", unknown(url="term:Handbook")),
        ("func", "os.walk", unknown(url="func:os.walk")),
        ("pep", "https://peps.example.org/8", outside("https://peps.example.org/8")),
        ("content-ref", "guide.md", found("docs/guide.md")),
        ("", "people/hr-admin.html#hr-label", found("docs/people/hr-admin.rst", "HR Label")),
        ("", "people/hr-admin.html#x-y", found("docs/people/hr-admin.rst", "x_y")),
        ("", "people/hr-admin.html#id3", unknown("docs/people/hr-admin.rst", "id3")),
        ("", "people/hr-admin.html#Spawner", unknown("docs/people/hr-admin.rst", "Spawner")),
        ("", "genindex.html", unknown("docs/genindex.html")),
        ("", "_static/x.css", unknown("docs/_static/x.css")),
        ("", "api.html#pkg.Thing", unknown("docs/api.html", "pkg.Thing")),
        ("include", "../NEWS.rst", unknown("NEWS.rst")),
        ("include", "gone.rst", missing("docs/gone.rst")),
        ("ref", "install_--pre", unknown(url="install_--pre")),
    ],
)
def test_sphinx(role: str, target: str, expected: Target) -> None:
    known = resolver(BOOK, settings=SPHINX)
    assert known.resolve("docs/index.rst", link(target, role)) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("md-label", found("docs/guide.md", "md-label")),
        ("#guide", found("docs/guide.md", "guide")),
        ("#x_y", found("docs/people/hr-admin.rst", "x_y")),
        ("#gone", missing("docs/guide.md", "gone")),
        ("guide:label", found("docs/guide.md", "guide:label")),
        ("guide/label", found("docs/guide.md", "guide/label")),
        ("other:label", outside("other:label")),
        ("people/hr-admin", found("docs/people/hr-admin.rst")),
        ("index", found("docs/index.rst")),
        ("SomeClass", unknown(url="SomeClass")),
    ],
)
def test_myst(target: str, expected: Target) -> None:
    assert resolver(BOOK, settings=SPHINX).resolve("docs/guide.md", link(target)) == expected


ROUTES = {
    "docs/index.md": page("home"),
    "docs/a.md": page("a"),
    "docs/sub/README.md": page("sub"),
    "docs/sub/b.md": page("b"),
}


@pytest.mark.parametrize(
    ("path", "target", "expected"),
    [
        ("docs/sub/b.md", "../../a/", found("docs/a.md")),
        ("docs/sub/b.md", "../a.md", found("docs/a.md")),
        ("docs/sub/b.md", "/a/#a", found("docs/a.md", "a")),
        ("docs/a.md", "../sub/b/", found("docs/sub/b.md")),
        ("docs/sub/README.md", "b/", found("docs/sub/b.md")),
        ("docs/sub/README.md", "../", found("docs/index.md")),
        ("docs/a.md", "sub/c/", missing("docs/sub/c")),
    ],
)
def test_mkdocs(path: str, target: str, expected: Target) -> None:
    known = resolver(ROUTES, settings=Settings(generator="mkdocs", root="docs/"))
    assert known.resolve(path, link(target)) == expected


def test_docusaurus() -> None:
    pages = {
        "docs/01-start/02-intro.md": page("intro"),
        "docs/named.md": page(slug="/other"),
        "docs/01-start/x.md": page(slug="y"),
    }
    known = resolver(pages, ("static/img/a.svg",), settings=Settings(generator="docusaurus"))
    here = "docs/named.md"
    assert known.resolve(here, link("start/intro")) == found("docs/01-start/02-intro.md")
    assert known.resolve(here, link("/docs/start/intro")) == found("docs/01-start/02-intro.md")
    assert known.resolve(here, link("/docs/other")) == found("docs/named.md")
    assert known.resolve(here, link("start/y")) == found("docs/01-start/x.md")
    assert known.resolve(here, link("/img/a.svg")) == found("static/img/a.svg")


def test_the_first_markdown_of_jekyll_joined_words_by_underscores() -> None:
    known = resolver({"a.md": page("one-two")}, settings=Settings(generator="jekyll"))
    assert known.resolve("a.md", link("#one_two")) == found("a.md", "one-two")
    plain = resolver({"a.md": page("one-two")})
    assert plain.resolve("a.md", link("#one_two")) == missing("a.md", "one_two")


def test_hugo() -> None:
    pages = {"content/_index.md": page(), "content/posts/a.md": page("a")}
    known = resolver(pages, settings=Settings(generator="hugo", root="content/"))
    assert known.resolve("content/_index.md", link("/posts/a/#a")) == found(
        "content/posts/a.md", "a"
    )
    assert known.resolve("content/posts/a.md", link("/")) == found("content/_index.md")
    # A render hook may make a link to a glossary of it.
    assert known.resolve("content/posts/a.md", link("g")) == unknown(url="g")
    assert known.resolve("content/posts/a.md", link("g.md")) == missing("content/posts/g.md")


def test_a_label_in_a_directive_of_the_sites_own_may_be_defined_there() -> None:
    own = parse(".. conf::\n   :keys: depth\n", suffix=".rst", dialect=Dialect("sphinx"))
    known = resolver({"index.rst": own}, settings=Settings(generator="sphinx"))
    assert known.resolve("index.rst", link("depth", "ref")) == unknown(url="depth")
    assert known.resolve("index.rst", link("width", "ref")).state == "missing"


def test_the_name_of_a_figure_is_a_label() -> None:
    for suffix, text in {
        ".rst": "Plans\n=====\n\n.. figure:: plan.png\n   :name: Fig Plan\n\n   The plan.\n",
        ".md": "# Plans\n\n```{figure} plan.png\n:name: fig plan\n\nThe plan.\n```\n",
    }.items():
        own = parse(text, suffix=suffix, dialect=Dialect("sphinx" if suffix == ".rst" else "myst"))
        known = resolver({f"index{suffix}": own}, settings=Settings(generator="sphinx"))
        assert known.resolve(f"index{suffix}", link("fig plan", "numref")).state == "found"


@pytest.mark.parametrize(
    ("role", "target", "expected"),
    [
        ("ref", "a.md#a", found("content/posts/a.md", "a")),
        ("relref", "a", found("content/posts/a.md")),
        ("ref", "/posts/a.md", found("content/posts/a.md")),
        ("ref", "twice.md", missing("content/twice.md")),
        ("ref", "gone.md", missing("content/gone.md")),
    ],
)
def test_hugo_finds_a_page_by_its_name(role: str, target: str, expected: Target) -> None:
    names = ("_index.md", "posts/a.md", "posts/twice.md", "other/twice.md")
    pages = {f"content/{name}": page("a") for name in names}
    known = resolver(pages, settings=Settings(generator="hugo", root="content/"))
    assert known.resolve("content/_index.md", link(target, role)) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("posts/a", found("content/en/posts/a.md")),
        ("posts/a.md#a", found("content/en/posts/a.md", "a")),
        ("posts/gone", missing("content/en/about/posts/gone")),
    ],
)
def test_hugo_looks_for_a_path_from_the_root_too(target: str, expected: Target) -> None:
    pages = {f"content/en/{name}": page("a") for name in ("about/_index.md", "posts/a.md")}
    known = resolver(pages, settings=Settings(generator="hugo", root="content/"))
    assert known.resolve("content/en/about/_index.md", link(target, "relref")) == expected


def test_a_single_file_knows_nothing_of_others() -> None:
    known = resolver({"a.rst": page("one", rst=True)}, single=True)
    assert known.resolve("a.rst", link("#one")) == found("a.rst", "one")
    assert known.resolve("a.rst", link("b.rst")) == unknown("b.rst")
    assert known.resolve("a.rst", link("/people/*", "toctree")) == unknown("people/*")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (
            "http://handbook.example.com/guides/deep/c.html#three",
            found("guides/deep/c.md", "three"),
        ),
        ("https://handbook.example.com/guides/deep/c/", found("guides/deep/c.md")),
        ("https://handbook.example.com", found("README.md")),
        ("https://handbook.example.com/gone", outside("https://handbook.example.com/gone")),
        (
            "https://handbook.example.com.evil.example/people",
            outside("https://handbook.example.com.evil.example/people"),
        ),
    ],
)
def test_the_sites_own_url(target: str, expected: Target) -> None:
    known = resolver(PAGES, OTHERS, bases=("http://handbook.example.com/",))
    assert known.resolve("people.md", link(target)) == expected


def test_an_image_of_any_format() -> None:
    known = resolver({"a.rst": page(rst=True)}, ("img/x.png",))
    assert known.resolve("a.rst", link("img/x.*", kind="image")) == found("img/x.*")


def test_a_label_is_missing_where_no_other_project_may_have_it() -> None:
    said = Settings(generator="sphinx", folder="docs/", root="docs/")
    alone = resolver(BOOK, settings=said)
    target = alone.resolve("docs/index.rst", link("nowhere", "ref"))
    assert target == Target("missing", url="nowhere")
    part = resolver(BOOK, ("docs/part.rst.inc",), settings=said)
    assert part.resolve("docs/index.rst", link("nowhere", "ref")) == outside("nowhere")
