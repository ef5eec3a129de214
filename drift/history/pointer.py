"""A place on a site -> where it sends its readers, if it says nothing else.

What moved often leaves a sentence behind at its old place, so that old links lead on: `This page has moved to …`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drift.trees.page import Block, Section
from drift.trees.site import Site, Target
from drift.trees.walk import names_of, walk
from drift.trees.words import words

MOST_WORDS = 40
"""Words that a pointer has at most. `You should be redirected in 3 seconds; if not, here is a link` are twenty, and the
shortest section that tells something of its own and has one link is hardly longer than twice of that."""

_TITLE = "rubric"
"""The directive that shows a heading without making a section."""

_GENERATED = "auto"
"""How the directives begin that show what is written in a program: `autoclass`, `automodule`, `autosummary`."""


def pointer(site: Site, path: str, anchor: str) -> Target | None:
    """Tell where an anchor, or a page, sends its readers.

    Args:
        site: The revision.
        path: A page of it.
        anchor: An anchor on the page as its tree has it; empty for the page.

    Returns:
        The one other place in the tree that is linked to; None where there is more to read, or nothing.
    """
    root = site.pages[path].root
    if not anchor:
        return of_section(site, path, root)
    for _, section in walk(root):
        if anchor in {section.anchor, section.slug}:
            return of_section(site, path, section)
        for index, explicit in enumerate(section.anchors):
            if explicit.name == anchor:
                if explicit.line <= section.lines[0] + 1:
                    return of_section(site, path, section)
                later = [other.line for other in section.anchors[index + 1 :]]
                return _of_blocks(site, path, tuple(_stretch(section, explicit.line, later)))
    return None


def of_section(site: Site, path: str, section: Section) -> Target | None:
    """Tell where a section with all below it sends its readers.

    Args:
        site: The revision.
        path: The page that it stands on.
        section: The section.

    Returns:
        As for `pointer`.
    """
    if any(map(_tells, _below(section))):
        return None
    blocks = tuple(block for _, one in walk(section) for block in one.blocks)
    return _of_blocks(site, path, blocks)


def _below(section: Section) -> Iterator[Section]:
    """Give the sections below one, or below the title of a page."""
    parts = section.sections
    if not section.level and len(parts) == 1:
        parts = parts[0].sections
    return (one for part in parts for _, one in walk(part))


def _tells(section: Section) -> bool:
    """Tell whether a section has something to read and leads nowhere: a sign is left in one, or in each."""
    return bool(section.blocks) and not any(block.links for block in section.blocks)


def _stretch(section: Section, line: int, later: Iterable[int]) -> Iterable[Block]:
    """Give the blocks between an anchor and the next that something stands before."""
    first = next((block.lines[0] for block in section.blocks if block.lines[0] >= line), line)
    end = min((other for other in later if other > first), default=section.lines[1] + 1)
    return (block for block in section.blocks if line <= block.lines[0] < end)


def _of_blocks(site: Site, path: str, blocks: Sequence[Block]) -> Target | None:
    said = 0
    targets: dict[tuple[str, str], Target] = {}
    for block in blocks:
        if block.name == _TITLE:
            continue
        if block.container[-1:] != ("meta",):
            said += sum(word[0].isalnum() for word in words(block.text))
        if said > MOST_WORDS or _shows_other(block):
            return None
        for link in block.links:
            if link.kind not in {"image", "nav"}:
                target = site.resolve(path, link)
                targets[target.page, target.anchor or target.url] = target
    return _one(site, path, list(targets.values()), blocks)


def _one(
    site: Site, path: str, targets: Sequence[Target], blocks: Sequence[Block]
) -> Target | None:
    """Give the only target, if it is somewhere else in the tree."""
    if len(targets) != 1:
        return None
    (target,) = targets
    elsewhere = target.state == "found" and target.page in site.pages
    return target if elsewhere and not _is_here(site, path, target, blocks) else None


def _shows_other(block: Block) -> bool:
    """Tell whether a block shows what is written elsewhere, in another file or in a program."""
    included = any(link.kind == "include" for link in block.links)
    return included or block.name.startswith(_GENERATED)


def _is_here(site: Site, path: str, target: Target, blocks: Sequence[Block]) -> bool:
    """Tell whether a link leads to the very place that it stands in."""
    if target.page != path:
        return False
    if not target.anchor:
        return True
    mine = {id(block) for block in blocks}
    return any(
        target.anchor in names_of(section) and any(id(block) in mine for block in section.blocks)
        for _, section in walk(site.pages[path].root)
    )
