"""Tests of headings in every format: what is their title, and what their anchor follows."""

from __future__ import annotations

import pytest

from drift.parse.base import parse
from drift.trees.site import Dialect

BADGES = """
.. |state| image:: state.svg
   :alt: Well
.. |name| replace:: Lantern
"""


@pytest.mark.parametrize(
    ("suffix", "source", "title", "anchor", "labels"),
    [
        (".md", "# Lantern ![All is well](state.svg)\n", "Lantern", "lantern", ["All is well"]),
        (
            ".md",
            "# [![All is well](state.svg)](https://a.example) Lantern\n",
            "Lantern",
            "lantern",
            ["All is well", "All is well"],
        ),
        (".md", '# <img src="l.png" alt="Logo"> Lantern\n', "Lantern", "lantern", ["Logo"]),
        (".md", "# ![Lantern](logo.svg)\n", "Lantern", "lantern", ["Lantern"]),
        (
            ".rst",
            f"Lantern |state|\n===============\n{BADGES}",
            "Lantern",
            "lantern-state",
            ["Well"],
        ),
        (".rst", f"|state|\n=======\n{BADGES}", "Well", "state", ["Well"]),
        (".rst", f"The |name|\n==========\n{BADGES}", "The Lantern", "the-name", []),
    ],
)
def test_an_image_beside_words_is_no_title(
    suffix: str, source: str, title: str, anchor: str, labels: list[str]
) -> None:
    dialect = Dialect("sphinx" if suffix == ".rst" else "github")
    section = parse(source, suffix=suffix, dialect=dialect).root.sections[0]
    assert (section.title, section.anchor) == (title, anchor)
    assert [link.label for link in section.links] == labels
