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
        ("redirects.json", "[]", None),
        ("notes.md", "# A\n", None),
        ("conf.py", f"rediraffe_redirects = {{}}\n{DICT}", None),
    ],
)
def test_a_map_tells_its_format(name: str, text: str, wanted: str | None) -> None:
    found = detect(name, text)
    assert (found and found.name) == wanted
