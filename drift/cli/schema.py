"""`drift schema`: nothing -> the JSON Schema of what `drift diff` and `drift log` write as JSON."""

from __future__ import annotations

from drift.cli import exit_codes
from drift.cli.known import kind_names, rule_names
from drift.cli.options import Output
from drift.cli.output import deliver


def command(output: Output = None) -> int:
    """Print the JSON Schema that every JSON changelog satisfies, and every entry of a log."""
    from drift.render.changelog.schema import schema
    from drift.render.encode import encode

    deliver(encode(schema(kinds=kind_names(), rules=rule_names())), output)
    return exit_codes.DONE
