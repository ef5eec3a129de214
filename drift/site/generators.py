"""The path of a configuration file -> the generator that reads it."""

from __future__ import annotations

from types import MappingProxyType

GENERATORS = MappingProxyType(
    {
        "snooty.toml": "snooty",
        "conf.py": "sphinx",
        "_toc.yml": "jupyter-book",
        "myst.yml": "mystmd",
        "_quarto.yml": "quarto",
        "mkdocs.yml": "mkdocs",
        "mkdocs.yaml": "mkdocs",
        ".gitbook.yaml": "gitbook",
        "book.json": "gitbook",
        "book.toml": "mdbook",
        "docusaurus.config.js": "docusaurus",
        "docusaurus.config.ts": "docusaurus",
        "docusaurus.config.mjs": "docusaurus",
        "sidebars.js": "docusaurus",
        "sidebars.json": "docusaurus",
        "sidebars.ts": "docusaurus",
        ".vitepress/config": "vitepress",
        ".vuepress/config": "vitepress",
        "hugo.toml": "hugo",
        "hugo.yaml": "hugo",
        "config.toml": "hugo",
        "config.yaml": "hugo",
        "config.yml": "hugo",
        "astro.config.mjs": "astro",
        "astro.config.ts": "astro",
        "astro.config.js": "astro",
        "gatsby-config.js": "gatsby",
        "gatsby-config.ts": "gatsby",
        ".eleventy.js": "eleventy",
        "eleventy.config.js": "eleventy",
        "eleventy.config.cjs": "eleventy",
        "eleventy.config.mjs": "eleventy",
        "mix.exs": "ex_doc",
        "config.rb": "middleman",
        "tech-docs.yml": "middleman",
        "_config.yml": "jekyll",
    }
)
"""What `mark_of` gives for a configuration file -> the generator that reads it."""

LOOSE = frozenset({"jekyll", "eleventy", "ex_doc", "middleman", "astro", "gatsby"})
"""Generators that let a site choose its URLs, and whose files stand beside those of others."""

VAGUE = LOOSE | {"docusaurus", "hugo"}
"""Generators whose sites have pages that no document is the source of: templates, components, translations made up."""

_FOLDERS = (".vitepress/", ".vuepress/")


def mark_of(path: str) -> str:
    """Give what tells a configuration file: its name; in a generator's own folder, that and the name without suffix.

    Args:
        path: Of any file.
    """
    folder, _, name = path.rpartition("/")
    if name.partition(".")[0] == "config" and f"{folder}/".endswith(_FOLDERS):
        return f"{folder.rpartition('/')[2]}/config"
    return name
