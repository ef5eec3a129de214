"""A page -> what links and labels may name on it, which is asked of it far more often than what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from drift.site.custom import label_key
from drift.trees.page import Format, Page
from drift.trees.walk import names_of, walk


class Landmarks(msgspec.Struct, frozen=True):
    """What stands out on a page."""

    format: Format
    parsed: bool
    # Whether the page could be read as its format, so that what is not here is not there.
    anchors: Mapping[str, str]
    # Every spelling that a fragment may have -> the anchor as the page's tree has it.
    labels: Mapping[str, str]
    # The key of each label that any page can name -> the label, the last one where there are several.
    titles: Mapping[str, tuple[int, str]]
    # The key of each section's title -> the place and anchor of the section, the last one likewise.

    @property
    def size(self) -> int:
        """How many names there are."""
        return len(self.anchors) + len(self.labels) + len(self.titles)

    def titled(self, keys: set[str]) -> str | None:
        """Find a section by its title.

        Args:
            keys: What the title may be, as `label_key` gives it.

        Returns:
            Its anchor, of the last one where there are several; None where there is none.
        """
        found = [self.titles[key] for key in keys if key in self.titles]
        return max(found)[1] if found else None


def landmarks(page: Page) -> Landmarks:
    """List what stands out on a page.

    Args:
        page: The page.

    Returns:
        Its landmarks.
    """
    sections = list(walk(page.root))
    return Landmarks(
        format=page.format,
        parsed=not page.unparsed,
        anchors=anchors_of(page),
        labels={
            label_key(anchor.name): anchor.name
            for _, section in sections
            for anchor in section.anchors
            if anchor.label
        },
        titles={
            label_key(section.title): (at, section.anchor)
            for at, (trail, section) in enumerate(sections)
            if trail
        },
    )


def make_id(name: str) -> str:
    """Give the id that docutils makes of a label, for Latin letters.

    Args:
        name: A label.

    Returns:
        Letters and digits in lower case, everything between them a hyphen; it begins with a letter.
    """
    return re.sub(r"\A[-0-9]+|-+\Z", "", re.sub(r"[^a-z0-9]+", "-", name.lower()))


def anchors_of(page: Page) -> dict[str, str]:
    """List what fragments on a page mean.

    Args:
        page: The page.

    Returns:
        Every spelling that a fragment may have -> the anchor as the page's tree has it.
    """
    names = [name for _, section in walk(page.root) for name in names_of(section)]
    found = {name: name for name in names if name}
    for name in tuple(found):
        found.setdefault(make_id(name), name)
    return found
