"""What is wrong with a redirect map -> lines for people, what is missing first."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from rich.text import Text

from drift.aggregate.redirect_check import Finding, Trouble
from drift.render.base import Renderer
from drift.render.paper import Paper
from drift.render.plural import plural
from drift.render.redirect_check.view import CheckView
from drift.render.redirects.notes import spot
from drift.render.visible import visible

MOST = 12
"""Findings of one sort, unless the reader asks for all."""

HEADS: Mapping[Trouble, str] = MappingProxyType(
    {
        "missing": "Missing",
        "dead": "Dead: nothing is there any more",
        "chained": "Chained: another row leads on from there",
        "cyclic": "Cyclic: readers are led round and round",
        "shadowed": "Shadowed: a page is published at the old address",
        "elsewhere": "Elsewhere: the content went to another place",
    }
)


def render(view: CheckView) -> str:
    """Write the findings by their sorts.

    Args:
        view: The findings and how they are to be shown.

    Returns:
        A head, and a line a finding.
    """
    paper = Paper(width=view.width, color=view.color)
    found = plural(len(view.findings), "finding") if view.findings else "nothing is wrong"
    head = f"  {plural(view.rows, 'row')}, {found}"
    paper.write(Text.assemble((visible(view.file), "bold"), head))
    for kind in get_args(Trouble):
        findings = [one for one in view.findings if one.kind == kind]
        if findings:
            paper.skip()
            paper.write(Text(HEADS[kind], style="bold"))
            _list(paper, findings, view)
    if view.unread:
        paper.skip()
        lines = ", ".join(map(str, view.unread[:MOST])) + (" …" if len(view.unread) > MOST else "")
        what = "Line" if len(view.unread) == 1 else "Lines"
        paper.write(Text(f"{what} {lines}: not understood, and not looked at", style="dim"))
    return paper.text()


def _list(paper: Paper, findings: list[Finding], view: CheckView) -> None:
    shown = findings if view.verbose or len(findings) <= MOST + 1 else findings[:MOST]
    for one in shown:
        mark = ("+", "green") if one.kind == "missing" else ("!", "red")
        paper.write(Text(visible(_told(one))), indent=2, bullet=mark)
    if len(shown) < len(findings):
        more = f"and {len(findings) - len(shown):,} more (-v lists all)"
        paper.write(Text(more, style="dim"), indent=4)


def _told(one: Finding) -> str:
    place = spot(one.place) if one.place else ""
    if one.kind == "missing":
        return f"{one.old} → {place}"
    line = f"{one.line}: {one.old} → {one.new}"
    # A page at the old address is called so, or nearly.
    said = {"shadowed": "", "chained": f", in the end {place}"}
    return line + (said.get(one.kind, f", now {place}") if place else "")


TEXT = Renderer("text", render)
