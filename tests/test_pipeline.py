"""From two revisions to a changelog: what is left behind on the way."""

from __future__ import annotations

from weakref import ref

import pytest

from drift import pipeline
from drift.site.build import sites
from drift.site.tree_site import TreeSite
from tests.conftest import Memory


def test_the_sites_of_a_large_tree_are_let_go_before_the_answer_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[ref[TreeSite]] = []

    def noted(old: Memory, new: Memory, **_: object) -> tuple[TreeSite, TreeSite]:
        both = sites(old, new)
        made.extend(map(ref, both))
        return both

    monkeypatch.setattr(pipeline, "sites", noted)
    monkeypatch.setattr(pipeline, "LARGE", 1)
    told = pipeline.diff(Memory({"a.md": "# A\n\nOne.\n"}), Memory({"a.md": "# A\n\nTwo.\n"}))
    assert [change.kind for change in told.changes] == ["section.edited"]
    assert [one() for one in made] == [None, None]
