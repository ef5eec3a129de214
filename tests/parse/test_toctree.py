"""Tests of `drift.parse.toctree`."""

from __future__ import annotations

from drift.parse.toctree import toctree


def test_titles_are_labels_and_bare_entries_have_none() -> None:
    entries = [("", 3), ("install", 4), ("Use it <usage>", 5), ("guides/*", 6), ("2.1 <2.1>", 7)]
    options = {"caption": "First  steps", "maxdepth": "1", "glob": ""}
    block = toctree(entries, options, lines=(1, 7), container=("only",))
    assert block.text == "First steps\ninstall\nUse it\nguides/*\n2.1"
    assert block.arguments == ":glob: :maxdepth: 1"
    assert [(link.label, link.target, link.line) for link in block.links] == [
        ("", "install", 4),
        ("Use it", "usage", 5),
        ("", "guides/*", 6),
        ("2.1", "2.1", 7),
    ]
    spans = [link.span for link in block.links]
    assert [span and block.text[slice(*span)] for span in spans] == [None, "Use it", None, "2.1"]
