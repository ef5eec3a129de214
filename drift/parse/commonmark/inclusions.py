"""Lines that stand for the text of another file, as VitePress, MkDocs and mdBook write them -> tags called `include`."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_INCLUSION = re.compile(
    r"<<<[ \t]+(?P<code>(?=\S*[./@~])[^\s{\[\"]+)[^\n]*"  # VitePress: `<<< @/rope.js#knot{2}`
    r"|<!--[ \t]*@include:[ \t]*(?P<part>[^\s{\"]+)[^\n]*-->"  # VitePress: `<!--@include: ./rope.md-->`
    r"|-+8<-+[ \t]+[\"'](?P<snippet>[^\"'\n]+)[\"']"  # MkDocs: `--8<-- "rope.md"`
    r"|\{\*[ \t]*(?P<file>[^\s\"]+)[^\n]*\*\}"  # MkDocs: `{* rope.py hl[1] *}`
    r"|\{\{[ \t]*#(?:include|rustdoc_include|playground)[ \t]+(?P<book>[^\s}\"]+)[^\n}]*\}\}"  # mdBook
)

_PART = re.compile(r"[#:{]")
# What stands before the name or the lines of the part that is taken.


def inclusions(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a line that stands for another file."""
    del end
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    match = _INCLUSION.fullmatch(line)
    path = "" if match is None else next(filter(None, match.groups()), "")
    target = path if "://" in path else _PART.split(path)[0]
    if not target:
        return False
    if not silent:
        token = state.push("tag", "", 0)
        token.map = [start, start + 1]
        token.meta = {"name": "include", "rest": f'"{target}"', "closing": False, "raw": line}
        state.line = start + 1
    return True
