"""The commands, each with a line on what it does and an example that works."""

from __future__ import annotations

from types import MappingProxyType

import msgspec


class Command(msgspec.Struct, frozen=True):
    """How help speaks of a command."""

    does: str
    # In a list of all commands, so that it fits into a line of eighty columns.
    example: str


COMMANDS = MappingProxyType(
    {
        "diff": Command("What changed between two revisions.", "drift diff v1 v2 -- docs/"),
        "log": Command("What each commit changed.", "drift log v1..v2 --oneline"),
        "notes": Command("Release notes for readers.", "drift notes v1..v2"),
        "terms": Command("Terms that were renamed, and what is left over.", "drift terms v1..v2"),
        "redirects": Command(
            "Where the pages of a revision are now, as a redirect map.",
            "drift redirects v1..v2 --format netlify",
        ),
        "trace": Command("The life of a page or section.", "drift trace docs/index.md"),
        "review": Command(
            "What a pull request introduces that its reviewer must know.",
            "drift review main...topic --fail-on warning",
        ),
        "policies": Command("What drift review looks for.", "drift policies broken-link"),
        "tree": Command("Pages, sections and links as drift sees them.", "drift tree v1:docs"),
        "git": Command("Let git compare documents with drift.", "drift git install"),
        "cache": Command("Look after what earlier runs have kept.", "drift cache info"),
        "init": Command("Write a commented drift.toml.", "drift init --print"),
        "schema": Command(
            "The JSON Schema of what drift prints, or of drift.toml.",
            "drift schema config -o drift.schema.json",
        ),
    }
)
"""Each is a module beside this one with a function `command`, in the order in which help lists them."""

EXAMPLE = "drift diff v1 v2"
"""Of the program itself."""
