"""A review -> lines for a terminal or a plain file, page by page."""

from __future__ import annotations

from itertools import groupby
from types import MappingProxyType

from rich.text import Text

from drift.render.base import Renderer
from drift.render.findings.view import FindingsView
from drift.render.findings.words import clipped, idle, message, section, verdict
from drift.render.paper import Paper
from drift.review.base import Finding
from drift.review.decisions import Severity

_STYLES: MappingProxyType[Severity, str] = MappingProxyType(
    {"error": "bold red", "warning": "yellow", "note": "cyan"}
)


def render(view: FindingsView) -> str:
    """Write a review for people.

    Args:
        view: The review.

    Returns:
        A paragraph a page, its findings by line, and the verdict.
    """
    paper = Paper(width=view.width, color=view.color)
    findings = sorted(view.review.findings, key=lambda one: (one.path, one.lines or (0, 0)))
    for path, group in groupby(findings, key=lambda one: one.path):
        paper.write(Text(clipped(path), style="bold"))
        for one in group:
            paper.write(_finding(one, view), indent=2)
        paper.skip()
    for one in view.review.waived if view.verbose else ():
        said = (
            f"waived until {one.until}: {clipped(one.path)}: {message(one)} ({clipped(one.reason)})"
        )
        paper.write(Text(said, style="dim"))
    for line in idle(view):
        paper.write(Text(line, style="dim"))
    paper.write(Text(verdict(view), style="bold red" if view.failed else "green"))
    return paper.text()


def _finding(one: Finding, view: FindingsView) -> Text:
    text = Text(f"{one.lines[0]}: " if one.lines else "")
    text.append(f"{one.severity}:", style=_STYLES[one.severity])
    text.append(f" {message(one)}")
    under = f", in {section(one)}" if one.section else ""
    text.append(
        f"{under} [{one.policy}{f', {one.fingerprint}' if view.verbose else ''}]", style="dim"
    )
    return text


TEXT = Renderer("text", render)
