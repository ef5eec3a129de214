from __future__ import annotations

from collections.abc import Callable
from unittest import mock

import pytest

from drift.changes import inbound
from drift.changes.anchors import anchor_changes
from drift.changes.inbound import InboundLinks, Past
from drift.match.matching import Matching
from drift.site.tree_site import TreeSite

PAGES = {
    "a.md": "# A\n\n## One\n\n## Two\n\nSee [two](#two).\n",
    "b.md": "# B\n\n[one](a.md#one), [gone](a.md#gone) and [all](a.md)\n",
    "c.md": "# C\n\n[one](a.md#one 'x')\n[out](https://other.example/a.md#one)\n",
}
ASKED = [("a.md", "one"), ("a.md", "two"), ("a.md", "gone"), ("b.md", "one"), ("a.md", "")]
USED = [["b.md:3", "c.md:3"], ["a.md:7"], ["b.md:3"], [], []]


@pytest.mark.parametrize(("most", "searches"), [(9, 4), (1, 1), (0, 0)])
def test_links_to_an_anchor_are_the_same_whether_they_are_searched_or_all_gone_through(
    most: int, searches: int, matched: Callable[..., Matching]
) -> None:
    site = matched(PAGES, PAGES).new.site
    links = InboundLinks(site, most, Past(site, {}, {}))
    with mock.patch.object(
        TreeSite, "naming", autospec=True, side_effect=TreeSite.naming
    ) as naming:
        found = [links.to(*one) for one in ASKED]
    assert [[f"{use.path}:{use.line}" for use in uses] for uses in found] == USED
    assert naming.call_count == searches


RST = {"conf.py": "extensions = []\n"}
MYST = {"conf.py": 'extensions = ["myst_parser"]\n'}
TEXT = "Lost keys are told to the front office, and found ones are kept there for a month.\n"
RULE = "Office\n======\n\n{}Keys\n----\n\n" + TEXT
SIGN = "# Office\n\n{}## Keys\n\n" + TEXT
CALLS = {
    "a label of reStructuredText": (
        {**RST, "a.rst": RULE.format(".. _lost-keys:\n\n")},
        {"a.rst": RULE.format("")},
        {"b.rst": "B\n=\n\n:ref:`Lost-Keys` and :ref:`them <lost-keys>`, :ref:`no-keys`\n"},
        [["b.rst Lost-Keys", "b.rst lost-keys"]],
    ),
    "one that is called otherwise now": (
        {**RST, "a.rst": RULE.format(".. _lost-keys:\n\n")},
        {"a.rst": RULE.format(".. _keys-lost:\n\n")},
        {"b.rst": "B\n=\n\n:ref:`lost-keys`\n"},
        [["b.rst lost-keys"]],
    ),
    "one on a page that moved": (
        {**RST, "a.rst": RULE.format(".. _lost-keys:\n\n")},
        {"a.rst": None, "desk/a.rst": RULE.format("")},
        {"b.rst": "B\n=\n\n:ref:`lost-keys`\n"},
        [["b.rst lost-keys"]],
    ),
    "one of MyST": (
        {**MYST, "a.md": SIGN.format("(keys)=\n")},
        {"a.md": SIGN.format("")},
        {"b.md": "# B\n\n[lost](#keys), {ref}`keys`, [lock](keys)\n"},
        [["b.md #keys", "b.md keys", "b.md keys"]],
    ),
    "one like a path": (
        {**MYST, "a.md": SIGN.format("(desk/keys)=\n")},
        {"a.md": SIGN.format("")},
        {"b.md": "# B\n\n[lost](desk/keys) and {ref}`desk/keys`\n"},
        [["b.md desk/keys", "b.md desk/keys"]],
    ),
    "a page that moved is no label": (
        {**RST, "a.rst": RULE.format(".. _lost-keys:\n\n")},
        {"a.rst": None, "desk/a.rst": RULE.format("")},
        {"b.rst": "B\n=\n\n`k <a.html#lost-keys>`__ and :doc:`a`\n"},
        [[]],
    ),
}


@pytest.mark.parametrize(("old", "new", "calling", "used"), CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("most", [0, 500])
def test_links_that_name_a_label_which_is_gone_are_its_own(
    old: dict[str, str],
    new: dict[str, str | None],
    calling: dict[str, str],
    used: list[list[str]],
    most: int,
    matched: Callable[..., Matching],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbound, "MOST_ASKED", most)
    monkeypatch.setattr(inbound, "MOST_PARSED", most)
    after = {path: text for path, text in {**old, **calling, **new}.items() if text is not None}
    found = anchor_changes(matched({**old, **calling}, after))
    assert [[f"{use.path} {use.target}" for use in one.inbound] for one in found] == used
