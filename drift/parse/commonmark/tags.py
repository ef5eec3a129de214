"""Template tags, fenced divs, alerts and indented panels -> containers, admonitions and links."""

from __future__ import annotations

import re

from markdown_it.token import Token

from drift.parse.commonmark.attributes import Attributes, parse_attributes
from drift.parse.commonmark.blocks import Blocks, Tokens
from drift.parse.commonmark.html import attributes
from drift.parse.prose import Prose, Written
from drift.parse.vocabulary import ADMONITIONS, INCLUDES, arguments
from drift.trees.page import Block, BlockKind, Lines, LinkKind

_TARGETS = ("url", "page", "href", "src", "link", "to", "file", "path")
_FILES = frozenset({"file", "path"})
"""Attributes of which many hold a mere name, such as that of a tab."""

_PATH = re.compile(r"[/.#]")

_POSITIONAL = re.compile(r"""(?:^|\s)(?:"([^"]*)"|([^\s"'=]+))(?=\s|$)""")
_BRACKETED = re.compile(r"(\w[\w-]*)\s*\[(.*)\]\s*(?:\{(.*)\})?$")
_BRACED = re.compile(r"(?:([\w-]+)\s*)?\{(.*)\}$")
_IDENTIFIER = re.compile(r"[^\W\d]\w*(?:\.\w+)+")
_QUOTED = re.compile(r'"(.*)"$')
_IMAGES = frozenset(("figure", "img", "image"))

Head = tuple[str, str, str]
"""A container's name, its title, and its arguments."""


def tag(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    """Read a tag of a template language."""
    name, paired = str(token.meta["name"]), bool(token.meta["paired"])
    if token.meta["closing"]:
        if paired:
            blocks.leave()
        else:
            raw = str(token.meta["raw"])
            blocks.add("directive", ("", raw, ()), blocks.lines(token), name=name)
        return
    rest = str(token.meta["rest"])
    options = attributes(rest)
    lines = blocks.lines(token)
    key = _target_key(options)
    text, markup, links = _link(name, rest, options, key=key, line=lines[0])
    kind: BlockKind = "admonition" if name in ADMONITIONS else "directive"
    written = arguments("", {k: options[k] for k in options if k not in {key, "title"}})
    raw = " ".join(str(token.meta["raw"]).split())
    blocks.add(kind, (text, markup or raw, links), lines, name=name, arguments=written)
    if paired:
        blocks.enter(name, outline=name not in ADMONITIONS)


def _target_key(options: dict[str, str]) -> str:
    """Find the attribute that says where a tag leads, if one does."""
    return next(
        (
            key
            for key in _TARGETS
            if options.get(key) and (key not in _FILES or _PATH.search(options[key]))
        ),
        "",
    )


def _link(name: str, rest: str, options: dict[str, str], *, key: str, line: int) -> Written:
    """Write what a reader sees of a tag, its title, and the link that it makes."""
    prose = Prose()
    target = options.get(key, "")
    positional = _POSITIONAL.search(rest)
    if not target and positional and (name in INCLUDES or name in {"ref", "relref"}):
        target = positional.group(1) or positional.group(2)
    kind: LinkKind = "role"
    if name in INCLUDES:
        kind = "include"
    elif name in _IMAGES:
        kind = "image"
    title = options.get("title") or options.get("alt") or options.get("caption") or ""
    if target:
        prose.link(kind, title, target, line, role="" if kind == "image" else name)
    else:
        prose.text(title)
    return prose.finish()


def div(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    """Read one line of colons."""
    if not token.meta["info"]:
        if token.meta["paired"]:
            blocks.leave()
        return
    name, title, written = _div_head(str(token.meta["info"]))
    last = blocks.items[-1] if blocks.items else None
    if name == "title" and isinstance(last, Block) and last.kind == "admonition":
        # Pandoc spells an admonition's title so.
        blocks.title_of = len(blocks.items) - 1
    else:
        open_admonition(blocks, blocks.lines(token), (name, title, written))
    if token.meta["paired"]:
        blocks.enter(name, outline=name not in ADMONITIONS)


def _div_head(info: str) -> Head:
    """Read `note`, `note Title`, `note[Title]{…}`, `{.note #id key=value}` or `package.Class`, which is documented there."""
    if _IDENTIFIER.fullmatch(info):
        return "mkdocstrings", f"`{info}`", ""
    bracketed = _BRACKETED.match(info)
    if bracketed:
        return bracketed.group(1).lower(), bracketed.group(2), bracketed.group(3) or ""
    braced = _BRACED.match(info)
    if braced is None:
        name, _, title = info.partition(" ")
        return name.lower(), title.strip(" :"), ""
    said = parse_attributes(braced.group(2))
    classes = (*filter(None, [braced.group(1)]), *said.classes)
    title = said.values.get("title", "")
    return _name_of(classes), title, _said(said, classes)


def _name_of(classes: tuple[str, ...]) -> str:
    names = [name.lower() for name in classes]
    return next((name for name in names if name in ADMONITIONS), names[0] if names else "div")


def _said(said: Attributes, classes: tuple[str, ...]) -> str:
    name = _name_of(classes)
    values = {key: said.values[key] for key in said.values if key != "title"}
    rest = [f".{other}" for other in classes if other not in {name, f"{name}-title"}]
    return arguments(" ".join(([f"#{said.id}"] if said.id else []) + rest), values)


def open_admonition(blocks: Blocks, lines: Lines, head: Head) -> None:
    """Add the block that begins an admonition, or another container with a name and a title."""
    name, title, written = head
    kind: BlockKind = "admonition" if name in ADMONITIONS else "directive"
    first = (lines[0], lines[0])
    blocks.add(kind, blocks.title(title, lines[0]), first, name=name, arguments=written)


def panel(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    """Read the first line of an indented admonition or tab of mkdocs."""
    sign, info = str(token.meta["sign"]), str(token.meta["info"])
    quoted = _QUOTED.search(info)
    title = quoted.group(1) if quoted else ""
    words = info[: quoted.start()].split() if quoted else info.split()
    name = "tab" if sign.startswith("=") else (words[0].lower() if words else "note")
    collapsed = {"collapsible": "open" if sign.endswith("+") else ""} if sign[0] == "?" else {}
    written = arguments(" ".join(words[1:]), collapsed)
    lines = blocks.lines(token)
    open_admonition(blocks, lines, (name, title, written))
    blocks.enter(name, outline=name == "tab")


def alert(blocks: Blocks, token: Token, _rest: Tokens) -> None:
    """Read the first line of GitHub's `> [!NOTE]`, whose title is its kind."""
    name = token.info.lower()
    open_admonition(blocks, blocks.lines(token), (name, "", ""))
    blocks.enter(name)


def leave(blocks: Blocks, _token: Token, _rest: Tokens) -> None:
    """Read the end of a container."""
    blocks.leave()
