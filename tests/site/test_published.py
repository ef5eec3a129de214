"""Addresses against what the generators make of the same files, and back through the resolver."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drift.revision.names import open_revision
from drift.site.address import Address
from drift.site.build import site
from drift.site.places import is_index
from drift.site.published import Publisher
from drift.site.tree_site import TreeSite
from drift.trees.page import Link
from tests.conftest import Memory
from tests.site.linked import CONFIGS, STEMS

MKDOCS = {"mkdocs.yml": "site_name: x\n"}
FLAT = {"mkdocs.yml": "use_directory_urls: false\n"}
GITBOOK = {".gitbook.yaml": "root: ./book/\n"}
HUGO = {"hugo.toml": 'title = "x"\n'}
LANGUAGES = {"hugo.toml": 'defaultContentLanguage = "en"\n', "content/x.md": "# X\n"}
DOCUSAURUS = {"docusaurus.config.js": "module.exports = {}\n"}
AT_ROOT = {"docusaurus.config.js": "docs: {routeBasePath: '/'},\nurl: 'https://x.example',\n"}
SPHINX = {"docs/conf.py": 'project = "x"\n'}
BASED = {"conf.py": 'project = "x"\nhtml_baseurl = "https://x.example/en/latest/"\n'}


@pytest.mark.parametrize(
    ("files", "path", "wanted"),
    [
        ({}, "a/b.md", "/a/b"),
        ({}, "a/README.md", "/a/"),
        ({}, "README.md", "/"),
        (SPHINX, "docs/a/b.rst", "/a/b.html"),
        (SPHINX, "docs/a/index.md", "/a/index.html"),
        (SPHINX, "docs/README.md", "/README.html"),
        (SPHINX, "README.md", None),
        (BASED, "a/b.rst", "/en/latest/a/b.html"),
        ({**MKDOCS, "mkdocs.yml": "site_url: http://[\n"}, "docs/a/b.md", "/a/b/"),
        (MKDOCS, "docs/a/b.md", "/a/b/"),
        (MKDOCS, "docs/a/README.md", "/a/"),
        (MKDOCS, "docs/index.md", "/"),
        (MKDOCS, "b.md", None),
        (FLAT, "docs/a/b.md", "/a/b.html"),
        (FLAT, "docs/a/README.md", "/a/index.html"),
        (GITBOOK, "book/a/b.md", "/a/b"),
        (GITBOOK, "book/a/README.md", "/a"),
        (GITBOOK, "book/README.md", "/"),
        (GITBOOK, "book/SUMMARY.md", None),
        (HUGO, "content/A/My page.md", "/a/my-page/"),
        (HUGO, "content/a/_index.md", "/a/"),
        (LANGUAGES, "content/en/a/b.md", "/a/b/"),
        (LANGUAGES, "content/en/_index.md", "/"),
        (LANGUAGES, "content/zh/a/b.md", "/zh/a/b/"),
        (DOCUSAURUS, "docs/01-a/02-b.md", "/docs/a/b"),
        (DOCUSAURUS, "docs/a/index.md", "/docs/a/"),
        (DOCUSAURUS, "docs/a/a.md", "/docs/a/"),
        (DOCUSAURUS, "src/pages/about.md", "/about"),
        (DOCUSAURUS, "versioned_docs/version-1.0/a.md", "/docs/1.0/a"),
        (AT_ROOT, "docs/a.md", "/a"),
    ],
)
def test_the_address_of_a_page(files: dict[str, str], path: str, wanted: str | None) -> None:
    page = {path: "# A\n", "content/x.md": "# X\n"} if files is HUGO else {path: "# A\n"}
    address = Publisher(site(Memory({**files, **page}))).address(path)
    assert (address and address.path) == wanted


@pytest.mark.parametrize(
    ("files", "path", "front", "wanted"),
    [
        (HUGO, "content/a/b.md", "slug: c", "/a/c/"),
        (HUGO, "content/a/b.md", "url: /x/y.html", "/x/y.html"),
        (DOCUSAURUS, "docs/a/b.md", "slug: c", "/docs/a/c"),
        (DOCUSAURUS, "docs/a/b.md", "slug: /c", "/docs/c"),
        (DOCUSAURUS, "docs/a/b.md", "id: c", "/docs/a/c"),
        (DOCUSAURUS, "docs/a/b.md", "slug:", "/docs/a/b"),
        (HUGO, "content/a/b.md", "slug: 2019", "/a/2019/"),
    ],
)
def test_front_matter_names_the_address(
    files: dict[str, str], path: str, front: str, wanted: str
) -> None:
    tree = site(Memory({**files, path: f"---\n{front}\n---\n# A\n"}))
    assert Publisher(tree).address(path) == Address(wanted)


def test_a_page_that_is_gone_has_an_address_too() -> None:
    publisher = Publisher(site(Memory({**MKDOCS, "docs/a.md": "# A\n"})))
    assert publisher.address("docs/b.md", "c") == Address("/b/", "c")


def test_a_label_is_published_as_an_id() -> None:
    files = {"conf.py": 'project = "x"\n', "a.rst": ".. _My_Label:\n\nA\n=\n\nB_c\n---\n"}
    mixed = {**files, "b.md": "(My_Label)=\n\n# A\n\n## B_c\n"}
    publisher = Publisher(site(Memory(mixed)))
    assert publisher.address("a.rst", "My_Label") == Address("/a.html", "my-label")
    assert publisher.address("b.md", "My_Label") == Address("/b.html", "my-label")
    assert publisher.address("b.md", "b_c") == Address("/b.html", "b_c")


def test_the_trees_own_urls_tell_the_builder() -> None:
    conf = {"conf.py": 'project = "x"\nhtml_baseurl = "https://x.example/"\n'}
    pages = {"a.md": "# A\n\n<https://x.example/b/>\n", "b.md": "# B\n"}
    assert Publisher(site(Memory({**conf, **pages}))).address("b.md") == Address("/b/")
    pages["b.md"] = "# B\n\n<https://x.example/a.html> <https://x.example/b.html>\n"
    assert Publisher(site(Memory({**conf, **pages}))).address("b.md") == Address("/b.html")


def test_a_page_is_found_at_its_address_in_any_spelling() -> None:
    tree = site(Memory({"conf.py": 'project = "x"\n', "a.md": "# A\n", "a/index.md": "# I\n"}))
    publisher = Publisher(tree)
    found = {one: publisher.page(one) for one in ("/a.html", "/a/", "/a", "/a/index.html", "/b")}
    inside = "a/index.md"
    assert list(found.values()) == ["a.md", inside, inside, inside, None]


def _found(tree: TreeSite, publisher: Publisher, path: str) -> str:
    """Follow the address of a page as a link of the site would."""
    address = publisher.address(path)
    assert address is not None
    base = next(iter(publisher.settings.bases), "")
    root = base.removesuffix(publisher.prefix + "/") if base else ""
    target = root + quote(address.path, errors="surrogateescape")
    return tree.resolve(path, Link("inline", "x", target, 1)).page


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(
    st.sets(st.sampled_from(STEMS), min_size=1),
    st.sampled_from([".md", ".rst"]),
    st.sampled_from([name for name in CONFIGS if "/" not in name]),
)
def test_the_address_of_a_page_leads_to_it(stems: set[str], suffix: str, config: str) -> None:
    pages = {f"{stem}{suffix}": "A\n=\n" for stem in stems}
    tree = site(Memory({**pages, config: CONFIGS[config]}))
    publisher = Publisher(tree)
    for path in publisher.live.values():
        found = _found(tree, publisher, path)
        # Of two pages that both stand for their folder, a link to the folder finds one.
        assert found == path or (is_index(found) and is_index(path))


@pytest.mark.skipif(
    not os.environ.get("DRIFT_CORPORA"), reason="DRIFT_CORPORA names no folder of bundles"
)
@pytest.mark.parametrize("name", ["mattermost-handbook", "jupyterhub-docs", "pip-docs"])
def test_the_addresses_of_a_public_handbook_lead_to_its_pages(name: str, tmp_path: Path) -> None:
    bundle = Path(os.environ["DRIFT_CORPORA"]) / f"{name}.bundle"
    clone = tmp_path / name
    subprocess.run(["git", "clone", "-q", str(bundle), str(clone)], check=True)
    tree = site(open_revision("HEAD", repo_dir=clone))
    publisher = Publisher(tree)
    assert publisher.live
    for path in publisher.live.values():
        assert _found(tree, publisher, path) == path
