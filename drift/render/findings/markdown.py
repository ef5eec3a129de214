"""A review -> one comment of a pull request in Markdown: the verdict, a table, and the changelog folded below."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from drift.render.base import Renderer
from drift.render.changelog.markdown import body
from drift.render.changelog.outline import outline
from drift.render.changelog.summary import totals
from drift.render.changelog.view import View
from drift.render.escape_markdown import code, escape
from drift.render.findings.view import FindingsView
from drift.render.findings.words import message, section, verdict, where
from drift.render.plural import plural
from drift.review.base import Finding
from drift.review.decisions import Severity

LIMIT = 65_536
"""Characters that GitHub takes in one comment."""

RESERVE = 1_000
"""Of these, for the words around the table and the changelog, and for what says that something was cut."""

HEAD = ("| | where | what | policy |", "| --- | --- | --- | --- |")

_SIGNS: MappingProxyType[Severity, str] = MappingProxyType(
    {"error": "❌ error", "warning": "⚠️ warning", "note": "💬 note"}
)


def render(view: FindingsView) -> str:
    """Write a review as one comment.

    Args:
        view: The review; width and colour play no part.

    Returns:
        At most as many characters as GitHub takes; what did not fit is counted.
    """
    lines = [f"**{escape(verdict(view))}**"]
    room = LIMIT - RESERVE
    findings = view.review.findings
    rows = _fitting([[_row(one)] for one in findings], room)
    if findings:
        lines += ["", *HEAD, *(line for row in rows for line in row)]
    if len(rows) < len(findings):
        lines += ["", f"Cut: {plural(len(findings) - len(rows), 'more finding')}."]
    room -= sum(map(_size, lines))
    return "\n".join((*lines, *_changelog(view, room))) + "\n"


def _row(one: Finding) -> str:
    under = f" {_cell(escape(section(one)))}" if one.section else ""
    place = f"{_cell(code(where(one)))}{under}"
    return f"| {_SIGNS[one.severity]} | {place} | {_cell(escape(message(one)))} | {one.policy} |"


def _cell(text: str) -> str:
    """Keep a bar from ending the cell, which it does even in a code span; `escape` has seen to all others."""
    return text.replace("\\|", "|").replace("|", "\\|")


def _changelog(view: FindingsView, room: int) -> Iterable[str]:
    changelog = view.review.changelog
    parts = outline(changelog, whole=view.verbose)
    shown = View.of(changelog, view)
    chunks = _chunks(body(parts, shown))
    if not chunks:
        return
    kept = _fitting(chunks, room)
    yield from ("", "<details>")
    yield f"<summary>What changed: {escape(totals(changelog, parts))}</summary>"
    for chunk in kept:
        yield from chunk
    if len(kept) < len(chunks):
        yield from ("", f"Cut: {plural(len(chunks) - len(kept), 'more part')} of the changelog.")
    yield from ("", "</details>")


def _chunks(lines: Iterable[str]) -> list[list[str]]:
    """Divide a changelog before its headings, so that whatever is cut leaves whole lists."""
    chunks: list[list[str]] = []
    for line in lines:
        if line.startswith("### ") or not chunks:
            chunks.append([""])
        chunks[-1].append(line)
    return [chunk for chunk in chunks if any(chunk)]


def _fitting(chunks: list[list[str]], room: int) -> list[list[str]]:
    kept: list[list[str]] = []
    for chunk in chunks:
        room -= sum(map(_size, chunk))
        if room < 0:
            break
        kept.append(chunk)
    return kept


def _size(line: str) -> int:
    """Count as JavaScript does, for which a sign outside the first plane is two."""
    return len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1


MARKDOWN = Renderer("markdown", render)
