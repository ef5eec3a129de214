"""`drift policies`: nothing, or the name of a policy -> the list of what reviews look for, or its manual."""

from __future__ import annotations

from typing import Annotated

import typer

from drift.cli import exit_codes
from drift.cli.choices import choose
from drift.cli.options import Output
from drift.cli.output import deliver

Name = Annotated[str, typer.Argument(metavar="NAME", help="Print the manual of this one.")]


def command(name: Name = "", output: Output = None) -> int:
    """List the policies of drift review with their severities, or print the manual of one."""
    from drift.review import policies

    known = policies()
    if name:
        deliver(f"{known[choose(name, known, option='NAME')].manual.strip()}\n", output)
        return exit_codes.DONE
    wide = max(map(len, known))
    rows = [f"{one.severity:8} {one.name:{wide}}  {one.summary}" for one in known.values()]
    deliver("\n".join(rows) + "\n", output)
    return exit_codes.DONE
