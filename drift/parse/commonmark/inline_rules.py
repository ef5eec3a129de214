"""Inline syntax that CommonMark does not know: of template languages (Hugo, GitBook, Jinja), and names with an underscore."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from drift.parse.commonmark.attributes import attributes_at

_TARGET = re.compile(
    r"""\(\s*((?:\{\{.{1,500}?\}\}|\{%.{1,500}?%\}|[^\s(){}<>"])+)\s*(?:"[^"]*"\s*)?\)""", re.DOTALL
)
_TAG = re.compile(r"\{%.{1,500}?%\}|\{\{[<%].{1,500}?[%>]\}\}", re.DOTALL)
_ATTRIBUTED = frozenset({"link_close", "image", "code_inline"})
_BLANK = re.compile(r"""\{(["'`])\s*\1\}""")
# How a formatter of MDX keeps a blank at the end of a line.
_REFERENCE = re.compile(r"""\{\{[<%]\s*(ref|relref)\s+["'`]?([^"'`\s]+)["'`]?\s*[%>]\}\}""")

_NAME = re.compile(r"[A-Za-z0-9.+_-]*")
# What stands before the sign of an address, in GitHub's reading.


def templated_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's interface
    """Read `[label]({{< ref "page.md" >}})`, whose target has spaces and quotes."""
    if state.src[state.pos] != "[" or "{" not in state.src:
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, disableNested=True)
    match = _TARGET.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if match is None or "{" not in match.group(1):
        return False
    if not silent:
        _push_link(state, end, match.group(1))
    state.pos = match.end()
    return True


def _push_link(state: StateInline, end: int, written: str) -> None:
    start, limit = state.pos + 1, state.posMax
    reference = _REFERENCE.fullmatch(written)
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": reference.group(2) if reference else " ".join(written.split())}
    if reference:
        opening.meta["role"] = reference.group(1)
    state.pos, state.posMax = start, end
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.posMax = limit


def attributes(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's interface
    """Read `{width=50%}` and kramdown's `{: .button}` behind a link, an image or code, which the plugin does not know."""
    behind = state.tokens[-1] if state.tokens and not state.pending else None
    if state.src[state.pos] != "{" or behind is None or behind.type not in _ATTRIBUTED:
        return False
    found = attributes_at(state.src, state.pos, state.posMax)
    if found is None:
        return False
    said, end = found
    if not silent and said.id:
        opening = (token for token in reversed(state.tokens) if token.level == behind.level)
        of = next(t for t in opening if t.nesting >= 0) if behind.nesting < 0 else behind
        of.attrs["id"] = said.id
    state.pos = end
    return True


def template_tag(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's interface
    """Keep a tag inside a paragraph from being read as Markdown or HTML."""
    if state.src[state.pos] != "{":
        return False
    match = _TAG.match(state.src, state.pos, state.posMax)
    blank = None if match else _BLANK.match(state.src, state.pos, state.posMax)
    found = match or blank
    if found is None:
        return False
    if not silent and match:
        state.push("template_tag", "", 0).content = " ".join(match.group().split())
    elif not silent:
        state.push("text", "", 0).content = " "
    state.pos = found.end()
    return True


def name_of_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's interface
    """Let the plugin see all of `first_last@…`: underscores within words, which are no emphasis, are text again."""
    while not silent and state.tokens and _NAME.fullmatch(state.pending):
        sign = state.delimiters[-1] if state.delimiters else None
        if sign is not None and sign.token == len(state.tokens) - 1:
            if sign.open or sign.close:
                break
            state.delimiters.pop()
        elif state.tokens[-1].type != "text":
            break
        state.pending = state.tokens.pop().content + state.pending
    return False
