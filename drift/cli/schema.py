"""`drift schema`: the name of a document -> the JSON Schema of what drift writes of it as JSON."""

from __future__ import annotations

from typing import Annotated

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.known import kind_names, rule_names
from drift.cli.options import Output
from drift.cli.output import deliver

CHANGELOG = "changelog"
TERMS = "terms"

Document = Annotated[
    str, typer.Argument(metavar="[DOCUMENT]", help="changelog (of diff and log) or terms.")
]


def command(document: Document = CHANGELOG, output: Output = None) -> int:
    """Print the JSON Schema that every JSON changelog satisfies, and every entry of a log; or that of terms."""
    from drift.render.changelog.schema import schema
    from drift.render.encode import encode
    from drift.render.terms.schema import schema as terms_schema

    if choose(document, (CHANGELOG, TERMS), option="DOCUMENT") == TERMS:
        deliver(encode(terms_schema()), output)
    else:
        deliver(encode(schema(kinds=kind_names(), rules=rule_names())), output)
    return exit_codes.DONE
