"""Names of directives and roles that mean the same in every format that has them."""

from __future__ import annotations

import re

from drift.parse.prose import Prose

ADMONITIONS = frozenset(
    (
        *("admonition", "attention", "caution", "danger", "error", "hint", "important", "note"),
        *("tip", "warning", "seealso", "todo", "deprecated", "versionadded", "versionchanged"),
        *("versionremoved", "info", "notice", "alert", "callout", "success", "question", "failure"),
        *("bug", "example", "abstract", "summary", "tldr", "secondary"),
    )
)
"""What sets a passage apart for a reader, whoever wrote it."""

TITLED = frozenset(("admonition",))
"""Directives for admonitions whose argument is their title."""

VERSIONS = frozenset(("deprecated", "versionadded", "versionchanged", "versionremoved"))
"""Directives for admonitions whose argument is a version."""

CODE = frozenset(
    (
        *("code", "code-block", "sourcecode", "code-cell", "code-tab", "highlight"),
        "parsed-literal",
    )
)
"""Directives whose body is code, their argument its language."""

INCLUDES = frozenset(("include", "literalinclude"))

LITERAL = frozenset(
    (
        *("raw", "math", "graphviz", "digraph", "graph", "mermaid", "uml", "plantuml"),
        *("inheritance-diagram", "jupyter-execute", "command-output", "program-output"),
        *("csv-table", "index", "meta", "testcode", "doctest", "testoutput", "testsetup"),
        *("testcleanup", "productionlist", "prompt", "contents", "bibliography", "autosummary"),
        *("autodoc", "automodule", "autoclass", "autofunction", "currentmodule"),
    )
)
"""Directives whose body is no markup, and is kept as it is written."""

INVISIBLE = frozenset(
    (
        *("role", "default-role", "highlight", "index", "class", "rst-class", "contents"),
        *("sectnum", "tabularcolumns", "currentmodule", "py:currentmodule"),
    )
)
"""Directives that show nothing of their own."""

LINKING = frozenset(
    ("doc", "ref", "numref", "any", "download", "term", "option", "keyword", "envvar")
)
"""Roles whose text is a target, or a title with its target in angle brackets."""

PLAIN = frozenset(
    (
        *("kbd", "guilabel", "menuselection", "abbr", "abbreviation", "ac", "acronym", "dfn"),
        *("mailheader", "mimetype", "newsgroup", "sub", "sup", "subscript", "superscript"),
        *("title", "title-reference", "t", "emphasis", "strong", "manpage", "raw-html"),
    )
)
"""Roles whose text is prose; that of all others is code."""

_LETTERS = frozenset(
    ("file", "samp", "code", "command", "program", "literal", "makevar", "regexp", "token")
)
# Roles whose text is code to the letter, angle brackets and all; in all others they may hold a target.

_WITH_TARGET = re.compile(r"(?s)(.*?)\s*(?<!\\)<([^<>]*)>$")
_AIMED = re.compile(r"(?s)(.*\S)\s+<([^<>\s]+)>")
_STANDARD = re.compile(r"(?s)(?:(.*?)\s*<)?\s*([^<>#\s]+)(#[^<>]*)?>?$")


def titled(text: str) -> tuple[str, str]:
    """Cut `Title <target>` into title and target; a bare target is both.

    Args:
        text: A role's text or a toctree's entry.

    Returns:
        Title and target.
    """
    match = _WITH_TARGET.match(text)
    if match and match.group(1):
        return match.group(1), " ".join(match.group(2).split())
    bare = " ".join(text.split())
    return bare, bare


def write_role(prose: Prose, role: str, text: str, line: int) -> None:
    """Write interpreted text as a reader sees it.

    Args:
        prose: Where it is written.
        role: The role as written, with its domain.
        text: What it is applied to.
        line: The line it stands on.
    """
    name = role.rpartition(":")[2].lower()
    if name in LINKING:
        title, target = titled(text)
        prose.link("role", title, target, line, role=name)
    elif name in ("pep", "rfc"):
        label, target = _standard(name, text)
        prose.link("role", label, target, line, role=name)
    elif name == "math":
        prose.text(f"${text}$")
    elif name in PLAIN or not name:
        prose.text(text)
    elif name not in _LETTERS and (match := _AIMED.fullmatch(text)):
        prose.link("role", match[1], match[2], line, role=name)
    else:
        prose.code(text)


def _standard(role: str, text: str) -> tuple[str, str]:
    """Label and address of a PEP or RFC, as docutils gives them."""
    match = _STANDARD.match(text)
    title, number, anchor = match.groups() if match else (None, text, None)
    page = f"pep-{number:0>4}/" if role == "pep" else f"rfc{number}.html"
    base = "https://peps.python.org/" if role == "pep" else "https://tools.ietf.org/html/"
    return title or f"{role.upper()} {number}", f"{base}{page}{anchor or ''}"


def arguments(argument: str, options: dict[str, str]) -> str:
    """Write a directive's argument and options in the canonical order."""
    parts = (f":{key}: {options[key]}".rstrip() for key in sorted(options))
    return " ".join(" ".join((argument, *parts)).split())
