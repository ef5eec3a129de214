"""The pages of a site -> the fragments that lead to a place on them, and the places by their keys."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from drift.history.places import Place, keys
from drift.site.landmarks import make_id
from drift.trees.page import Page, Section
from drift.trees.site import Site
from drift.trees.walk import names_of, walk


class Spots(msgspec.Struct, frozen=True, eq=False):
    """What URLs can name on one page."""

    fragments: Mapping[str, tuple[str, str]]
    # A fragment -> the key of the section it is on, and the anchor as the page's tree has it.
    sections: Mapping[str, Section]
    # By key; the root section has none and is not among them.
    first: Mapping[str, str]
    # A key -> the fragment that names its section first.

    def is_label(self, key: str, name: str) -> bool:
        """Tell whether a section has a label of the whole tree.

        Args:
            key: Of the section.
            name: The label, as the page's tree has it.
        """
        section = self.sections.get(key)
        return section is not None and any(
            one.label and one.name == name for one in section.anchors
        )


class Anchors:
    """Reads each page once."""

    def __init__(self, site: Site) -> None:
        """Keep the site.

        Args:
            site: A revision.
        """
        self._site = site
        self._spots: dict[str, Spots] = {}

    def on(self, path: str) -> Spots:
        """List what can be named on a page.

        Args:
            path: The page.

        Returns:
            Its fragments and sections, in the order of the page.
        """
        found = self._spots.get(path)
        if found is None:
            found = self._spots[path] = _spots(self._site.pages[path])
        return found

    def holds(self, place: Place) -> bool:
        """Tell whether there is such a page, with such a section.

        Args:
            place: A path, and a key or nothing.
        """
        path, key = place
        return path in self._site.pages and (not key or key in self.on(path).sections)


def _spots(page: Page) -> Spots:
    sections = [section for trail, section in walk(page.root) if trail]
    named = list(keys(section.anchor for section in sections))
    fragments: dict[str, tuple[str, str]] = {}
    first: dict[str, str] = {}
    for key, section in zip(("", *named), (page.root, *sections), strict=True):
        labels = {explicit.name for explicit in section.anchors if explicit.label}
        for name in names_of(section):
            if name:
                is_id = page.format != "rst" and name not in labels
                fragment = name if is_id else make_id(name) or name
                # Of two sections of one name, a URL leads to the first.
                if fragments.setdefault(fragment, (key, name))[0] == key:
                    first.setdefault(key, fragment)
    return Spots(fragments, dict(zip(named, sections, strict=True)), first)
