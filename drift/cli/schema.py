"""`drift schema`: the name of a document -> the JSON Schema of what drift writes of it as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.known import kind_names, rule_names
from drift.cli.options import Output
from drift.cli.output import deliver

CHANGELOG = "changelog"
"""Of diff and log."""

CONFIG = "config"
"""Of what is read: `drift.toml`, or `[tool.drift]`."""

DOCUMENTS = (
    CHANGELOG,
    CONFIG,
    "notes",
    "redirects",
    "redirect-findings",
    "review",
    "terms",
    "trace",
    "tree",
)

Document = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help=f"One of: {', '.join(DOCUMENTS)}.")
]


def command(document: Document = CHANGELOG, output: Output = None) -> int:
    """Print the JSON Schema of what drift writes as JSON, a changelog by default, or of its configuration.

    With that of the configuration, an editor completes and checks drift.toml: write `#:schema FILE` into its first line, or
    name FILE in the editor's settings for [tool.drift] in pyproject.toml.
    """
    from drift.render.encode import encode

    deliver(encode(_schema(choose(document, DOCUMENTS, option="DOCUMENT"))), output)
    return exit_codes.DONE


def _schema(document: str) -> Mapping[str, object]:
    from drift.aggregate.notes.notes import Notes
    from drift.aggregate.redirect import Redirect
    from drift.aggregate.redirect_check import Finding
    from drift.aggregate.terms.term import Term
    from drift.config import schema as config
    from drift.render.changelog import schema as changelog
    from drift.render.findings import schema as findings
    from drift.render.schema import described
    from drift.render.trace import schema as trace
    from drift.render.tree.json import TreeDocument
    from drift.review import policies

    plain: Mapping[str, tuple[str, object]] = {
        "notes": ("Notes", Notes),
        "redirects": ("Redirects", tuple[Redirect, ...]),
        "redirect-findings": ("Findings", tuple[Finding, ...]),
        "terms": ("Terms", tuple[Term, ...]),
        "tree": ("Trees", TreeDocument),
    }
    if document in plain:
        return described(*plain[document])
    if document == CONFIG:
        return config.schema()
    if document == "review":
        return findings.schema(policies=policies())
    if document == "trace":
        return trace.schema(kinds=kind_names(), rules=rule_names())
    return changelog.schema(kinds=kind_names(), rules=rule_names())
