"""Tests of `drift.parse.toctree`."""

from __future__ import annotations

from drift.parse.toctree import toctree


def test_titles_are_labels_and_bare_entries_have_none() -> None:
    entries = [("", 3), ("install", 4), ("Use it <usage>", 5), ("guides/*", 6)]
    options = {"caption": "First  steps", "maxdepth": "1", "glob": ""}
    block = toctree(entries, options, lines=(1, 6), container=("only",))
    assert block.text == "First steps\ninstall\nUse it\nguides/*"
    assert block.arguments == ":glob: :maxdepth: 1"
    assert [(link.label, link.target, link.line) for link in block.links] == [
        ("", "install", 4),
        ("Use it", "usage", 5),
        ("", "guides/*", 6),
    ]
    spans = [link.span for link in block.links]
    assert [span and block.text[slice(*span)] for span in spans] == [None, "Use it", None]
