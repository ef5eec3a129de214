"""What deepdiff says of two whole trees, and what their hashes and the changelog say of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from deepdiff import DeepDiff
from hypothesis import HealthCheck, given, settings

from drift.site.build import sites
from drift.trees.page import Block, Link, Section
from drift.trees.site import Site
from tests.properties.memory import changelog, memory
from tests.properties.pages import Story, Style, edited, markdown, restructured, stories, styles

Tree = dict[str, object]

plenty = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def _said(section: Section) -> Tree:
    """Give what a section says to a reader, in no format's spelling."""
    return {
        "title": section.title,
        "links": _links(section.links),
        "blocks": [{"text": block.text, "links": _links(block.links)} for block in section.blocks],
        "sections": [_said(child) for child in section.sections],
    }


def _shown(section: Section) -> Tree:
    """Give besides how it shows it; nothing of where it stands in the file."""
    return _said(section) | {
        "level": section.level,
        "markup": section.markup,
        "anchors": [anchor.name for anchor in section.anchors],
        "forms": [_form(block) for block in section.blocks],
        "sections": [_shown(child) for child in section.sections],
    }


def _links(links: tuple[Link, ...]) -> list[tuple[str, str]]:
    return [(link.label, link.target) for link in links]


def _form(block: Block) -> list[object]:
    return [block.kind, block.name, block.arguments, block.markup, block.container]


def _sites(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Site, Site]:
    return sites(memory(old), memory(new))


def _root(site: Site) -> Section:
    (page,) = site.pages.values()
    return page.root


def _hold_against_oracle(one: str, other: str) -> None:
    sides = {"a.md": one}, {"a.md": other}
    old, new = map(_root, _sites(*sides))
    said, shown = DeepDiff(_said(old), _said(new)), DeepDiff(_shown(old), _shown(new))
    assert (old.subtree == new.subtree) == (not said)
    told = changelog(*sides)
    assert bool(told.changes) == bool(shown)
    if not said:
        assert {"content", "wording"}.isdisjoint(change.significance for change in told.changes)


@plenty
@given(edited())
def test_hashes_and_changelog_agree_with_the_oracle_on_edits(pair: tuple[Story, Story]) -> None:
    """Two trees have one hash, and nothing is told of them, exactly where deepdiff finds nothing."""
    _hold_against_oracle(*map(markdown, pair))


@plenty
@given(stories(), styles)
def test_hashes_and_changelog_agree_with_the_oracle_on_styles(story: Story, style: Style) -> None:
    """So it is where one hand writes what another wrote."""
    _hold_against_oracle(markdown(story), markdown(story, style))


@plenty
@given(stories())
def test_two_formats_give_one_tree(story: Story) -> None:
    """The same words in the other markup say the same, block by block and link by link."""
    old, new = _sites({"a.rst": restructured(story)}, {"a.md": markdown(story)})
    assert not DeepDiff(_said(_root(old)), _said(_root(new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Camp\n\nTents, lamps.\n", "# Camp\n\nTents, lamp.\n"),
        ("# Camp\n\nTents, *lamps*.\n", "# Camp\n\nTents, lamps.\n"),
        ("# Camp\n\n[Map](map.md)\n", "# Camp\n\n[Map](plan.md)\n"),
        ("# Camp\n\n## Food\n", "# Camp\n\n### Food\n"),
        ("# Camp\n\n<a id='x'></a>\n\nTents.\n", "# Camp\n\n<a id='y'></a>\n\nTents.\n"),
        ("# Camp\n\n| a | b |\n| - | - |\n| 1 | 2 |\n", "# Camp\n\n| a | b |\n| - | - |\n| 1 | 3 |\n"),
        ("# Camp\n\n```sh\nls\n```\n", "# Camp\n\n```py\nls\n```\n"),
        ("# Camp\n\nOne.\nTwo.\n", "# Camp\n\nOne. Two.\n"),
        ("# Camp\n\n- One\n- Two\n", "# Camp\n\n* One\n* Two\n"),
    ],
)  # fmt: skip
def test_each_part_of_a_tree_is_held_against_the_oracle(old: str, new: str) -> None:
    """Text, markup, target, level, anchor, cell and language, and what is none of them."""
    _hold_against_oracle(old, new)
