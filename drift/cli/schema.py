"""`drift schema`: the name of a document -> the JSON Schema of what drift writes of it as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    from drift.config import schema as config
    from drift.render.changelog import schema as changelog
    from drift.render.findings import schema as findings
    from drift.render.notes import schema as notes
    from drift.render.redirects import schema as redirects
    from drift.render.terms import schema as terms
    from drift.render.trace import schema as trace
    from drift.render.tree import schema as tree
    from drift.review import policies

    plain: dict[str, Callable[[], Mapping[str, object]]] = {
        CONFIG: config.schema,
        "notes": notes.schema,
        "redirects": redirects.schema,
        "redirect-findings": redirects.findings_schema,
        "terms": terms.schema,
        "tree": tree.schema,
    }
    if document in plain:
        return plain[document]()
    if document == "review":
        return findings.schema(policies=policies())
    if document == "trace":
        return trace.schema(kinds=kind_names(), rules=rule_names())
    return changelog.schema(kinds=kind_names(), rules=rule_names())
