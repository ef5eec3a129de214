"""A review -> workflow commands, which GitHub Actions shows as annotations beside the lines."""

from __future__ import annotations

from types import MappingProxyType

from drift.render.base import Renderer
from drift.render.findings.view import FindingsView
from drift.render.findings.words import file, message, verdict
from drift.review.base import Finding
from drift.review.decisions import Severity

_COMMANDS: MappingProxyType[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "note": "notice"}
)


def render(view: FindingsView) -> str:
    """Write a review as workflow commands.

    Args:
        view: The review.

    Returns:
        A command a finding, and the verdict as a plain line of the log.
    """
    commands = [_command(one) for one in view.review.findings]
    return "\n".join((*commands, verdict(view))) + "\n"


def _command(one: Finding) -> str:
    fields = {"file": file(one), "title": one.policy}
    if one.lines:
        fields |= {"line": str(one.lines[0]), "endLine": str(one.lines[1])}
    said = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{_COMMANDS[one.severity]} {said}::{_data(message(one))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


GITHUB = Renderer("github", render)
