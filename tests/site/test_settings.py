from __future__ import annotations

import pytest

from drift.site.settings import settings, wanted


def test_few_files_of_each_name_are_read() -> None:
    paths = [
        "x/y/conf.py",
        "docs/conf.py",
        "mkdocs.yml",
        "a.md",
        *(f"z/{n}/mkdocs.yml" for n in range(9)),
    ]
    names = ("mkdocs.yml", *(f"z/{n}/mkdocs.yml" for n in range(4)), "docs/conf.py", "x/y/conf.py")
    assert wanted(paths) == names


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "docs/conf.py",
            "html_baseurl = 'https://d.example.com/'",
            ("sphinx", "docs/", ("https://d.example.com/",)),
        ),
        ("docs/conf.py", "raise SystemExit\nproject = 'x'", ("sphinx", "docs/", ())),
        ("docs/conf.py", "project = 'x'\ndef broken(", ("sphinx", "docs/", ())),
        (
            "mkdocs.yml",
            "site_url: https://h.example.com\nx: !!python/name:os.system\n",
            ("mkdocs", "docs/", ("https://h.example.com",)),
        ),
        ("h/mkdocs.yml", "docs_dir: ./text\ntheme: !ENV [A, b]\n", ("mkdocs", "h/text/", ())),
        ("mkdocs.yml", "docs_dir: ../../etc\n", ("mkdocs", "", ())),
        ("mkdocs.yml", "a: [unclosed", ("mkdocs", "docs/", ())),
        (".gitbook.yaml", "root: ./handbook/\n", ("gitbook", "handbook/", ())),
        (
            "docusaurus.config.js",
            "module.exports = {\n  url: 'https://x.example.com',\n  baseUrl: '/h/',\n}",
            ("docusaurus", "", ("https://x.example.com/h/",)),
        ),
        (
            "hugo.toml",
            'baseURL = "https://g.example.com/"\n',
            ("hugo", "content/", ("https://g.example.com/",)),
        ),
        ("book.toml", "[book]\n", ("mdbook", "src/", ())),
        ("h/snooty.toml", 'name = "h"\n', ("sphinx", "h/source/", ())),
        ("h/_toc.yml", "format: jb-book\nroot: intro\n", ("sphinx", "h/", ())),
        ("_toc.yml", "# Ours\n- file: intro\n", ("sphinx", "", ())),
        ("_toc.yml", "toc:\n- path: /intro\n", ("", "", ())),
        ("myst.yml", "version: 1\nproject:\n  title: x\n", ("myst", "", ())),
        ("myst.yml", "crew: 3\n", ("", "", ())),
        (
            "_quarto.yml",
            "website:\n  site-url: https://q.example.com\n",
            ("quarto", "", ("https://q.example.com",)),
        ),
        ("book.toml", '[book]\nsrc = "pages"\n', ("mdbook", "pages/", ())),
        (".vitepress/config.mts", "export default {}", ("vitepress", "", ())),
        ("docs/.vuepress/config.js", "x = {\n  srcDir: 'src',\n}", ("vitepress", "docs/src/", ())),
        (
            "docs/.vitepress/config.ts",
            "head: [['script', {\n  src: 'https://x.example/a.js',\n}]]",
            ("vitepress", "docs/", ()),
        ),
        (
            "_config.yml",
            "url: https://j.example.com\nbaseurl: /h\nsource: pages\n",
            ("jekyll", "", ("https://j.example.com/h",)),
        ),
        ("gatsby-config.js", "", ("gatsby", "", ())),
        ("mix.exs", "{:ex_doc, only: :dev}\n", ("ex_doc", "", ())),
        ("mix.exs", "defmodule Rig.MixProject do\nend\n", ("", "", ())),
        (".eleventy.js", "", ("eleventy", "", ())),
        ("eleventy.config.mjs", "", ("eleventy", "", ())),
        ("astro.config.mjs", "", ("astro", "", ())),
        ("config.rb", "", ("", "", ())),
        ("a.md", "", ("", "", ())),
    ],
)
def test_what_each_file_says(
    path: str, text: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    found = settings({path: text} if path != "a.md" else {}, [path, "content/x.md"])
    assert (found.generator, found.root, found.bases) == expected


@pytest.mark.parametrize(
    ("text", "inventories"),
    [('name = "h"\n', ()), ('intersphinx = ["https://x/objects.inv"]\n', ("",))],
)
def test_pages_of_snooty_are_text_files(text: str, inventories: tuple[str, ...]) -> None:
    found = settings({"snooty.toml": text}, ["snooty.toml", "source/index.txt"])
    assert (found.text_is_rst, found.inventories) == (True, inventories)


def test_conf_py_is_read_and_never_run() -> None:
    text = """
exclude_patterns = ['drafts', '**/parts', *more]
source_suffix = {'.rst': x(), '.txt': y()}
intersphinx_mapping = {'python': (url(), None)}
open('/nonexistent', 'w')
"""
    found = settings({"conf.py": text}, ["conf.py"])
    assert found.excluded == ("drafts", "**/parts")
    assert (found.text_is_rst, found.inventories) == (True, ("python",))


@pytest.mark.parametrize(("said", "inventories"), [("", ()), ("my_intersphinx = []\n", ("",))])
def test_other_projects_that_a_theme_adds_have_no_names(
    said: str, inventories: tuple[str, ...]
) -> None:
    found = settings({"conf.py": f"extensions = []\n{said}"}, ["conf.py", "a.rst"])
    assert found.inventories == inventories


@pytest.mark.parametrize(
    ("paths", "generator"),
    [
        (["SUMMARY.md", "a.md"], "gitbook"),
        ([".gitlab-ci.yml", "a.md"], "gitlab"),
        (["a.md"], ""),
    ],
)
def test_without_configuration(paths: list[str], generator: str) -> None:
    assert settings({}, paths).generator == generator


def test_another_programs_conf_py_says_nothing() -> None:
    configs = {"conf.py": "workers = 4\n", "docs/conf.py": "project = 'x'\n"}
    assert settings(configs, configs).root == "docs/"
    assert settings({"app/conf.py": "workers = 4\n"}, ["app/conf.py"]).generator == ""


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("baseURL: https://g.example.com\n", "content/"),
        ("theme: x\ncontentDir: content/en\n", "content/en/"),
        ("theme: x\nlanguages:\n  en:\n    contentDir: 'content/en'\n", "content/en/"),
        (
            "theme: x\nlanguages:\n  en:\n    contentDir: content/en\n  de:\n    contentDir: content/de\n",
            "content/",
        ),
    ],
)
def test_config_yaml_of_hugo(text: str, root: str) -> None:
    found = settings({"config.yaml": text}, ["config.yaml", "content/en/x.md"])
    assert (found.generator, found.root) == ("hugo", root)


def test_another_programs_config_yaml_says_nothing() -> None:
    given = {"config.yaml": "workers: 4\n"}
    assert settings(given, ["config.yaml", "content/x.md"]).generator == ""


def test_config_toml_without_content_is_not_hugos() -> None:
    assert settings({"config.toml": ""}, ["config.toml", "a.md"]).generator == ""


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["config/tech-docs.yml", "source/a.html.md"], ("middleman", "source/")),
        (["config.rb", "source/a.html.md"], ("middleman", "source/")),
        (
            ["docs/astro.config.mjs", "docs/src/content/docs/a.md"],
            ("astro", "docs/src/content/docs/"),
        ),
        (["config/_default/hugo.yaml", "content/en/a.md"], ("hugo", "content/")),
        (["_config.yml", "docs/conf.py"], ("sphinx", "docs/")),
        (["conf.py", "snooty.toml"], ("sphinx", "source/")),
        (["_config.yml", "SUMMARY.md"], ("gitbook", "")),
        ([".vitepress/config.ts", "config.yml"], ("vitepress", "")),
    ],
)
def test_files_that_stand_beside_others(paths: list[str], expected: tuple[str, str]) -> None:
    configs = dict.fromkeys(wanted(paths), "")
    found = settings(
        {path: "project = 'x'" if "conf.py" in path else "" for path in configs}, paths
    )
    assert (found.generator, found.root) == expected
