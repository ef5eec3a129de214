from __future__ import annotations

import pytest

from drift.render.redirects import detect

DICT = 'redirects = {"a": "b.html"}\n'


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("_redirects", "", "netlify"),
        ("public.txt", "# Ours\n/a /b 301\n", "netlify"),
        ("redirects.txt", '"a.rst" "b.md"\n', "sphinx"),
        ("moved.txt", "a.rst b/c.md\n", "sphinx"),
        ("redirects.txt", "", "sphinx"),
        ("redirects.txt", "/a /b 301\n", "netlify"),
        ("conf.py", DICT, "reredirects"),
        ("conf.py", "rediraffe_redirects = {}\n", "sphinx"),
        ("mkdocs.yml", "site_name: x\n", "mkdocs"),
        (".gitbook.yaml", "root: ./\n", "gitbook"),
        ("nginx.conf", "", "nginx"),
        ("moved.conf", "location = /a { return 301 /b; }\n", "nginx"),
        (".htaccess", "", "apache"),
        ("moved.conf", "RedirectMatch 301 ^/a$ /b\n", "apache"),
        ("docusaurus.config.ts", "", "docusaurus"),
        ("redirects.json", '[{"from": "/a", "to": "/b"}]', "docusaurus"),
        ("vercel.json", '{"redirects": []}', "vercel"),
        ("redirects.json", '[{"kind": "page", "old": {}, "new": {}}]', "json"),
        ("redirects.json", "[]", "docusaurus json"),
        ("notes.md", "# A\n", ""),
        ("_config.yml", "sphinx:\n  config:\n    rediraffe_redirects:\n      a.md: b.md\n", ""),
        ("conf.py", f"rediraffe_redirects = {{}}\n{DICT}", "reredirects sphinx"),
        ("conf.py", "project = 'x'\n", "reredirects sphinx"),
    ],
)
def test_a_map_tells_its_format(name: str, text: str, wanted: str) -> None:
    assert " ".join(one.name for one in detect(name, text)) == wanted
