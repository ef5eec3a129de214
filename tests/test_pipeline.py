"""From two revisions to a changelog: what is left behind on the way."""

from __future__ import annotations

from weakref import ref

import pytest

from drift import pipeline
from drift.site.build import sites
from drift.site.tree_site import TreeSite
from tests.conftest import Memory
from tests.properties.memory import changelog


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


NAMES = "# Reaper\n\n" + "".join(
    f"{verb} the Reaper.\n\n" for verb in ("Ask", "Stop", "Call", "Know", "Feed", "Seek", "Name")
)
JOBS = (
    "# Jobs\n\nStart the {0} before noon.\n\n## Night\n\nThe {0} runs at night, and whoever is late waits"
    " for it until the day after.\n\nSee [{0}]({1}).\n"
)


def test_what_is_a_pair_does_not_hang_on_which_way_a_term_went() -> None:
    """The new name was said before, so that the old one is no new name on the way back; the link is one all the same."""
    one = {"a.md": JOBS.format("QPAD", "https://a.example/code/servers.py"), "b.md": NAMES}
    other = {"a.md": JOBS.format("Reaper", "https://b.example/tool"), "b.md": NAMES}
    there, back = changelog(one, other), changelog(other, one)
    assert [rule.kind for rule in there.rules] == ["term.renamed"]
    assert not back.rules
    assert [change.kind for change in there.changes] == [change.kind for change in back.changes]
    assert [change.kind for change in back.changes if change.kind.startswith("link.")] == [
        "link.relabelled",
        "link.retargeted",
    ]
