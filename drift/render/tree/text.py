"""Pages -> an outline for a terminal: what drift sees, so that a person can check it."""

from __future__ import annotations

from rich.text import Text

from drift.render.base import Renderer
from drift.render.paper import Paper
from drift.render.tree.view import TreeView
from drift.render.visible import visible
from drift.trees.page import Block, Link, Page, Section
from drift.trees.site import Target
from drift.trees.walk import walk


def render(view: TreeView) -> str:
    """Write the pages as an indented outline.

    Args:
        view: The pages and how they are to be shown.

    Returns:
        A line a section with its level, anchor and lines; its links below it, and its blocks where the reader asks for more.
    """
    paper = Paper(width=view.width, color=view.color)
    for path, page in view.pages.items():
        paper.skip()
        _heading(paper, path, page)
        for trail, section in walk(page.root):
            _section(paper, path, section, depth=len(trail), view=view)
    return paper.text()


def _heading(paper: Paper, path: str, page: Page) -> None:
    paper.write(
        Text.assemble((visible(path), "bold"), (f"  {page.format}  {visible(page.title)}", "dim"))
    )
    if page.unparsed:
        line = f"not read as {page.format}: {visible(page.unparsed)}"
        paper.write(Text(line, style="red"), indent=2)
    for datum in page.metadata:
        paper.write(Text(visible(f"{datum.key}: {datum.value}"), style="dim"), indent=2)


def _section(paper: Paper, path: str, section: Section, *, depth: int, view: TreeView) -> None:
    indent = 2 * depth
    if depth:
        line = Text.assemble(
            (visible(section.title), "bold"),
            (f"  h{section.level} #{visible(section.anchor)} {_lines(section.lines)}", "dim"),
        )
        paper.write(line, indent=indent)
    for anchor in section.anchors:
        paper.write(Text(f"#{visible(anchor.name)}", style="dim"), indent=indent + 2)
    for link in section.links:
        _link(paper, path, link, indent=indent + 2, view=view)
    for block in section.blocks:
        _block(paper, path, block, indent=indent + 2, view=view)


def _block(paper: Paper, path: str, block: Block, *, indent: int, view: TreeView) -> None:
    if view.verbose:
        name = f"{block.kind} {block.name}".strip().replace("_", " ")
        line = Text.assemble(
            (visible(f"{name} {_lines(block.lines)}: "), "dim"), visible(block.text)
        )
        paper.write(line, indent=indent)
    for link in block.links:
        _link(paper, path, link, indent=indent + 2 * view.verbose, view=view)


def _link(paper: Paper, path: str, link: Link, *, indent: int, view: TreeView) -> None:
    target = view.site.resolve(path, link)
    line = Text.assemble(
        (visible(f"“{link.label}” "), ""),
        visible(link.target),
        (f"  {link.kind}, {visible(_resolved(target))}", "dim"),
    )
    paper.write(line, indent=indent, bullet=("→", "red" if target.state == "missing" else "cyan"))


def _resolved(target: Target) -> str:
    place = target.page + (f"#{target.anchor}" if target.anchor else "")
    return f"{target.state} {place}".rstrip() if place else target.state


def _lines(lines: tuple[int, int]) -> str:
    first, last = lines
    return f"{first}" if first == last else f"{first}-{last}"


TEXT = Renderer("text", render)
