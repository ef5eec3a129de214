"""Block syntax that CommonMark does not know: template tags, fenced divs, indented admonitions, JSX."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock, html_block
from markdown_it.token import Token

Rule = Callable[[StateBlock, int, int, bool], bool]

MAX_TAG_LINES = 40
"""Lines that one tag may take; an opening brace without an end is text."""

_TAG = re.compile(
    r"\{%-?\s*(?P<liquid>[\w/](?:[^%]|%(?!\}))*?)-?%\}"
    r"|\{\{<\s*(?P<angle>[\w/].*?)>\}\}"
    r"|\{\{%\s*(?P<percent>[\w/].*?)%\}\}",
    re.DOTALL,
)
_BLANK = re.compile(r"[ \t]*")
_NAME = re.compile(r"\s*(/?)\s*([\w.:/-]*[\w])\s*")
_DIV = re.compile(r"(:{3,})[ \t]*(.*?)[ \t:]*$")
_PANEL = re.compile(r"(!!!|\?\?\?\+?|===[!+]?)[ \t]+(?=[\"\w])(.*)$")
_MODULE = re.compile(
    r"import\s+(?:[^;\n]+\s+from\s+)?[\"'][^\"'\n]+[\"'];?[ \t]*$"
    r"|export\s+(?:default|const|let|var|function|async|class)\b.*|export\s+\*?\{?.*\bfrom\s+[\"'].*"
)
_COMPONENT = re.compile(r"<[A-Z][\w.]*(?=[\s/>]|$)")
_BEGUN = re.compile(r"</?[A-Z][\w.]*[a-z][^>]*>\s*[^<\s]")
# A component's tag with text behind it.
_CLOSING = re.compile(r"</[A-Z][\w.]*>\s*")


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _push(state: StateBlock, kind: str, start: int, end: int) -> Token:
    token = state.push(kind, "", 0)
    token.map = [start, end]
    state.line = end
    return token


def template_tags(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read lines that are nothing but tags: `{% hint %}`, `{{< figure >}}`, `{{% /notice %}}`."""
    if state.is_code_block(start) or not _line(state, start).startswith("{"):
        return False
    position = state.bMarks[start] + state.tShift[start]
    limit = state.eMarks[min(start + MAX_TAG_LINES, end) - 1]
    tags: list[re.Match[str]] = []
    while match := _TAG.match(state.src, position, limit):
        tags.append(match)
        position = _blank_end(state.src, match.end(), limit)
        if position >= limit or state.src[position] == "\n":
            break
    if not tags or not (position >= limit or state.src[position] == "\n"):
        return False
    if silent:
        return True
    line = start
    for match in tags:
        last = line + match.group().count("\n")
        _push(state, "tag", line, last + 1).meta = _tag(match)
        line = last
    return True


def _blank_end(source: str, position: int, limit: int) -> int:
    blank = _BLANK.match(source, position, limit)
    return blank.end() if blank else position


def _tag(match: re.Match[str]) -> dict[str, str | bool]:
    inner = match["liquid"] or match["angle"] or match["percent"] or ""
    head = _NAME.match(inner)
    name = head.group(2) if head else inner.strip()
    closing = bool(head and head.group(1))
    if match["liquid"] and name.startswith("end"):
        name, closing = name[3:], True
    rest = inner[head.end() :].strip() if head else ""
    return {"name": name, "rest": rest.rstrip("/ "), "closing": closing, "raw": match.group()}


def divs(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read `::: note` and its end; MyST's `:::{note}` is a fence and left to its own rule."""
    del end
    line = _line(state, start)
    if not line.startswith(":::") or state.is_code_block(start):
        return False
    match = _DIV.match(line)
    if match is None or re.match(r"\{[A-Za-z]", match.group(2)):
        return False
    if not silent:
        token = _push(state, "div", start, start + 1)
        token.meta = {"size": len(match.group(1)), "info": match.group(2), "raw": line}
    return True


def panels(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read mkdocs' `!!! note "Title"`, `??? note` and `=== "Tab"` with their indented bodies."""
    line = _line(state, start)
    if line[:1] not in ("!", "?", "=") or state.is_code_block(start):
        return False
    match = _PANEL.match(line)
    if match is None:
        return False
    if silent:
        return True
    indent = state.sCount[start] + 4
    last = start + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= indent):
        last += 1
    _panel(state, match, (start, last), indent)
    return True


def _panel(state: StateBlock, match: re.Match[str], lines: tuple[int, int], indent: int) -> None:
    start, last = lines
    opening = state.push("panel_open", "", 1)
    opening.map = [start, last]
    opening.meta = {"sign": match.group(1), "info": match.group(2).strip()}
    outside = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = indent, last, "root"
    state.line = start + 1
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent, state.lineMax, state.parentType = outside
    state.push("panel_close", "", -1)
    state.line = last


def modules(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read MDX's `import` and `export` lines."""
    line = _line(state, start)
    if state.level or not line.startswith(("import", "export")) or not _MODULE.match(line):
        return False
    if silent:
        return False
    last = start + 1
    while last < end and not state.isEmpty(last):
        last += 1
    token = _push(state, "module", start, last)
    token.content = state.getLines(start, last, indent=0, keepLastLF=False)
    return True


def components(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a JSX tag whose attributes hold braces or go over several lines."""
    line = _line(state, start)
    if not line.startswith("<") or state.is_code_block(start) or not _COMPONENT.match(line):
        return False
    last = _tag_end(state, start, min(end, start + MAX_TAG_LINES))
    return _as_html(state, start, last, silent=silent)


def raw_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read HTML as CommonMark has it, but for a component with its text: `<Link>` is no `<link>`, and may begin a line of a paragraph."""
    line = _line(state, start)
    return not _BEGUN.match(line) and html_block(state, start, end, silent)


def nested_components(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a component's tag that is indented as far as code: behind another tag it stands in that, as MDX has no such code."""
    if not state.is_code_block(start) or not (line := _line(state, start)).startswith("<"):
        return False
    closing = _CLOSING.fullmatch(line) is not None
    if not _is_behind_tag(state, start) or not (closing or _COMPONENT.match(line)):
        return False
    last = start if closing else _tag_end(state, start, min(end, start + MAX_TAG_LINES))
    return _as_html(state, start, last, silent=silent)


def _as_html(state: StateBlock, start: int, last: int | None, *, silent: bool) -> bool:
    if last is None:
        return False
    if not silent:
        token = _push(state, "html_block", start, last + 1)
        token.content = state.getLines(start, last + 1, state.blkIndent, keepLastLF=True)
    return True


def _is_behind_tag(state: StateBlock, start: int) -> bool:
    above = start - 1
    while above >= 0 and state.isEmpty(above):
        above -= 1
    return above >= 0 and _line(state, above).rstrip().endswith(">")


def _tag_end(state: StateBlock, start: int, end: int) -> int | None:
    """Give the line on which the tag ends, if its end is that line's."""
    braces = 0
    for number in range(start, end):
        for sign in (line := _line(state, number)):
            braces += (sign == "{") - (sign == "}")
            if sign == ">" and not braces and not line.endswith("=>"):
                return number if line.rstrip().endswith(">") else None
        if not line:
            return None
    return None


BLOCK_RULES: tuple[tuple[str, str, Rule], ...] = (
    ("table", "template_tags", template_tags),
    ("colon_fence", "divs", divs),
    ("lheading", "panels", panels),
    ("code", "nested_components", nested_components),
    ("html_block", "components", components),
    ("paragraph", "modules", modules),
)
"""Each rule with its name and the one that it goes before."""
