"""Source text -> outline, for Markdown and reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.benchmarks.accuracy.outline import Chunk, ChunkKind, Node, Sheet, nest

_ATX = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$")
_SUFFIX = re.compile(r"^(.*?)(\s*\{#[\w-]+\})$")
_FENCE = re.compile(r"\s*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,}|:{3,})(.*)$")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)]|#\.)\s+\S")
_LABEL = re.compile(r"\.\. _[^:]+:\s*$|\([\w./:-]+\)=\s*$|<a (?:id|name)=\"[^\"]+\"></a>\s*$")
_ADORN = re.compile(r"([=\-~^\"'`#*+:.<>_!$%&])\1{2,}\s*$")


def read(path: str, text: str) -> Sheet:
    """Read a page.

    Args:
        path: Its path in the tree; the suffix tells the format.
        text: Its source text.

    Returns:
        The outline.
    """
    front, lines = _front(text.splitlines(keepends=True))
    rst = path.endswith(".rst")
    sheet = Sheet(path, "rst" if rst else "markdown", front, Node("", 0))
    flat: list[Node] = [sheet.root]
    pending: list[str] = []
    for node, line in _rst(lines, sheet) if rst else _markdown(lines):
        if node is not None:
            node.lead = _lead(pending)
            flat[-1].chunks, flat[-1].gap = _chunks(pending, first=len(flat) == 1)
            pending = []
            flat.append(node)
        else:
            pending.append(line)
    flat[-1].chunks, flat[-1].gap = _chunks(pending, first=len(flat) == 1)
    if flat[-1].chunks:
        flat[-1].chunks[-1].gap = "\n"
    nest(sheet.root, flat[1:])
    return sheet


def _front(lines: list[str]) -> tuple[str, list[str]]:
    mark = lines[0].strip() if lines else ""
    if mark not in ("---", "+++"):
        return "", lines
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == mark:
            return "".join(lines[: number + 1]), lines[number + 1 :]
    return "", lines


def _markdown(lines: list[str]) -> Iterator[tuple[Node | None, str]]:
    fence = ""
    skip = comment = False
    for number, line in enumerate(lines):
        if skip:
            skip = False
            continue
        comment = _commented(line, comment=comment)
        fence, inside = _fenced(line, fence)
        after = lines[number + 1] if number + 1 < len(lines) else ""
        before = lines[number - 1] if number else ""
        if inside or comment:
            yield None, line
        elif atx := _ATX.match(line):
            title, suffix = _titled(atx[2])
            yield Node(title, len(atx[1]), raw=_line(line), suffix=suffix), line
        elif _setext(before, line, after):
            yield Node(line.strip(), 1 if after[0] == "=" else 2, raw=line + _line(after)), line
            skip = True
        else:
            yield None, line


def _line(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n"


def _titled(title: str) -> tuple[str, str]:
    found = _SUFFIX.match(title)
    return (found[1], found[2]) if found else (title, "")


def _commented(line: str, *, comment: bool) -> bool:
    if comment:
        return "-->" not in line
    return "<!--" in line and "-->" not in line.rpartition("<!--")[2]


def _fenced(line: str, fence: str) -> tuple[str, bool]:
    found = _FENCE.match(line)
    if fence:
        closes = found and found[1].startswith(fence) and not found[2].strip()
        return ("" if closes else fence), True
    return (found[1], True) if found else ("", False)


def _setext(before: str, line: str, after: str) -> bool:
    if before.strip() or not line.strip() or line[0] in " #>|-*+<":
        return False
    return bool(re.match(r"(=+|-{2,})\s*$", after)) and not re.match(r"\d+[.)]\s", line)


def _rst(lines: list[str], sheet: Sheet) -> Iterator[tuple[Node | None, str]]:
    number = 0
    while number < len(lines):
        node, used = _rst_heading(lines, number, sheet)
        if node is None:
            yield None, lines[number]
        else:
            yield node, ""
        number += used


def _rst_heading(lines: list[str], number: int, sheet: Sheet) -> tuple[Node | None, int]:
    group = [*lines[number : number + 3], "", "", ""][:3]
    over = bool(_ADORN.match(group[0])) and group[0].strip() == group[2].strip()
    title, under = (group[1], group[2]) if over else (group[0], group[1])
    blank = not lines[number - 1].strip() if number else True
    if not title.strip() or not _ADORN.match(under) or _ADORN.match(title):
        return None, 1
    if not blank or (title[0].isspace() and not over):
        return None, 1
    if len(under.rstrip()) < len(title.strip()) or title.startswith(".. "):
        return None, 1
    mark = under[0] * (2 if over else 1)
    if mark not in sheet.adornments:
        sheet.adornments.append(mark)
    used = 3 if over else 2
    raw = "".join(lines[number : number + used])
    return Node(title.strip(), sheet.adornments.index(mark) + 1, raw=_line(raw)), used


def _lead(pending: list[str]) -> str:
    """Take the label lines at the end of what stood before a heading, which belong to the heading."""
    end = len(pending)
    while end and (not pending[end - 1].strip() or _LABEL.match(pending[end - 1])):
        end -= 1
    while end < len(pending) and not _LABEL.match(pending[end]):
        end += 1
    lead = "".join(pending[end:])
    del pending[end:]
    return lead


def _chunks(lines: list[str], *, first: bool) -> tuple[list[Chunk], str]:
    start = 0
    while start < len(lines) and not lines[start].strip():
        start += 1
    gap = "".join(lines[:start])
    found: list[Chunk] = [Chunk("other", gap, "")] if first and gap else []
    for body, blank in _groups(lines[start:]):
        kind = _kind(body)
        last = found[-1] if found else None
        goes_on = body[0][0].isspace() or (kind == "list" and last and last.kind == "list")
        if last and goes_on:
            last.source += last.gap + "".join(body)
            last.gap = blank
            last.kind = last.kind if last.kind == "list" else "other"
        else:
            found.append(Chunk(kind, "".join(body), blank))
    if found and not found[-1].source.endswith("\n"):
        found[-1].source += "\n"
    return found, gap


def _groups(lines: list[str]) -> Iterator[tuple[list[str], str]]:
    body: list[str] = []
    blank: list[str] = []
    fence = ""
    for line in lines:
        fence, inside = _fenced(line, fence)
        if not line.strip() and not inside:
            blank.append(line)
            continue
        if blank and body:
            yield body, "".join(blank)
            body, blank = [], []
        body.append(line)
    if body:
        yield body, "".join(blank)


def _kind(body: list[str]) -> ChunkKind:
    text = "".join(body)
    if _ITEM.match(body[0]) and "```" not in text and "\n.. " not in text:
        return "list"
    if len(body) > 2 and body[0].lstrip().startswith("|") and re.match(r"[|\s:-]+$", body[1]):
        return "table"
    odd = re.match(r"[<{>|:\[.=+#!~`-]|\.\. ", body[0]) or text.rstrip().endswith("::")
    mixed = any(
        _ITEM.match(line) or line.lstrip().startswith(("<", "{", "|", "```", ">")) for line in body
    )
    if (
        odd
        or mixed
        or len(body[0]) < 3
        or re.search(r"\{%|\{\{|<!--|^\s*[-=*_]{3,}\s*$", text, re.MULTILINE)
    ):
        return "other"
    return "paragraph"
