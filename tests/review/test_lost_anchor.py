from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from drift.aggregate.map_row import RedirectMap
from drift.render.redirects.base import Sites
from drift.render.redirects.json import BOOK
from drift.review.base import Redirecting
from drift.site.published import Publisher

if TYPE_CHECKING:
    from drift.site.tree_site import TreeSite
    from tests.review.conftest import Files, Redirects, Tell

RATES = "# Rates\n\n## Nights {#nights-pay}\n\nA night is paid twice, and a holiday three times.\n"
PLAIN = RATES.replace(" {#nights-pay}", "")
INDEX = "# Start\n\nSee the [rates](rates.md#nights-pay).\n"
SPHINX = {"conf.py": "project = 'x'\n"}
RST = "Rates\n=====\n\n.. _pay:\n.. _nights:\n\nNights\n------\n\nA night is paid twice, and a holiday three times.\n"

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (
        {"rates.md": RATES},
        {"rates.md": PLAIN},
        ["rates.md:3 anchor “nights-pay” is gone, and nothing leads on from there"],
    ),
    (
        {"rates.md": RATES},
        {"rates.md": RATES.replace("nights-pay", "pay")},
        ["rates.md:3 anchor “nights-pay” is gone, and nothing leads on from there"],
    ),
    (
        {**SPHINX, "rates.rst": RST},
        {**SPHINX, "rates.rst": RST.replace(".. _pay:\n.. _nights:\n\n", "")},
        ["rates.rst:4 anchor “pay” is gone, and nothing leads on from there"],
    ),
    # The URL is the same for another spelling of a label.
    (
        {**SPHINX, "rates.rst": RST.replace("_pay", "_pay/night")},
        {**SPHINX, "rates.rst": RST.replace("_pay", "_pay:night")},
        [],
    ),
    # A link in the tree breaks with it, which is told there; its text went as well; it stands elsewhere on the page.
    ({"rates.md": RATES, "index.md": INDEX}, {"rates.md": PLAIN, "index.md": INDEX}, []),
    ({"rates.md": RATES}, {"rates.md": "# Rates\n\nNone.\n"}, []),
    ({"rates.md": RATES}, {"rates.md": PLAIN.replace("\nA night", '\n<a id="nights-pay"></a>\nA night')}, []),
    # Generators make anchors of headings, and no map is there to tell of them.
    ({"rates.md": PLAIN}, {"rates.md": PLAIN.replace("Nights", "Late hours")}, []),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("lost-anchor", old, new) == told


@pytest.mark.parametrize(("count", "told"), [(5, 5), (6, 1)])
def test_many_pages_are_told_at_once(tell: Tell, count: int, told: int) -> None:
    old, new = ({f"r{at}.md": text for at in range(count)} for text in (RATES, PLAIN))
    found = tell("lost-anchor", old, new)
    assert len(found) == told
    more = "; and so on 5 more pages: r1.md, r2.md, r3.md …"
    assert [one.endswith(more) for one in found] == [told == 1] * told


def test_several_of_a_page_are_told_at_once(tell: Tell) -> None:
    names = [f"<a id='hour-{at}'></a>" for at in range(5)]
    old = {"rates.md": f"# Rates\n\n{' '.join(names)}\nA night is paid twice.\n"}
    for left, told in (
        (3, "anchors “hour-3”, “hour-4” are"),
        (2, "anchors “hour-2”, “hour-3”, “hour-4” are"),
        (0, "anchors “hour-0”, “hour-1”, “hour-2” and 2 more are"),
    ):
        new = {"rates.md": old["rates.md"].replace(" ".join(names), " ".join(names[:left]))}
        assert tell("lost-anchor", old, new) == [
            f"rates.md:1 {told} gone, and nothing leads on from there"
        ]


def rows(*places: tuple[str, str], anchors: bool = True) -> Redirects:
    listed = [
        {
            "kind": "section",
            "old": {"path": "rates.md", "anchor": old},
            "new": {"path": "rates.md", "anchor": new},
            "confidence": 0.9,
            "commits": [],
        }
        for old, new in places
    ]
    text = msgspec.json.encode(listed).decode()

    def read(sites: tuple[TreeSite, TreeSite]) -> Redirecting:
        ends = Sites(Publisher(sites[0]), Publisher(sites[1]))
        read = RedirectMap(BOOK.read(text, ends).rows)
        return Redirecting("map.json", read, ends.old, ends.new, anchors=anchors)

    return read


def test_a_map_with_rows_for_anchors(tell: Tell) -> None:
    old, new = {"rates.md": PLAIN}, {"rates.md": PLAIN.replace("Nights", "Late hours")}
    told = ["rates.md:3 anchor “nights” is gone, and map.json has no redirect"]
    assert tell("lost-anchor", old, new, redirects=rows(("days", "rates"))) == told
    assert tell("lost-anchor", old, new, redirects=rows(("nights", "late-hours"))) == []
    assert tell("lost-anchor", old, new, redirects=rows(("days", "rates"), anchors=False)) == []
