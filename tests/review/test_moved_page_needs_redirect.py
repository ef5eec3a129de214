from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from drift.aggregate.map_row import RedirectMap
from drift.render.redirects.base import Sites
from drift.render.redirects.netlify import BOOK
from drift.review.base import Redirecting
from drift.review.decisions import Ruled
from drift.review.judged import review
from drift.review.ruling import Ruling
from drift.site.published import Publisher
from tests.review.conftest import reviewed

if TYPE_CHECKING:
    from drift.site.tree_site import TreeSite
    from tests.review.conftest import Redirects, Tell

TRAVEL = "# Travel\n\nAll ships sail on Mondays, and nobody waits for the late.\n"
RATES = "# Rates\n\nA night is paid twice.\n"
OLD = {"travel.md": TRAVEL, "rates.md": RATES}
NEW = {"sea/travel.md": TRAVEL, "rates.md": RATES, "list.pdf": ""}
HEAD = "sea/travel.md:- page at /travel moved to sea/travel.md, and _redirects "


def redirects(text: str) -> Redirects:
    def read(sites: tuple[TreeSite, TreeSite]) -> Redirecting:
        ends = Sites(Publisher(sites[0]), Publisher(sites[1]))
        return Redirecting(
            "_redirects", RedirectMap(BOOK.read(text, ends).rows), ends.old, ends.new
        )

    return read


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("/other /rates\n", [f"{HEAD}has no redirect"]),
        ("/travel /nowhere\n", [f"{HEAD}leads to no page"]),
        ("/travel /voyage\n/voyage /travel\n", [f"{HEAD}leads round and round from there"]),
        ("/travel /sea/travel\n", []),
        ("/travel.html /sea/travel/\n", []),
        ("/travel /voyage\n/voyage /sea/travel\n", []),
        ("/travel https://sea.example.com/\n", []),
        ("/tra* https://sea.example.com/:splat\n", []),
        ("/tra* /sea/:splat\n", [f"{HEAD}leads to no page"]),
        ("/travel /list.pdf\n", []),
        ("/travel /\n", []),
    ],
)
def test_a_page_that_moved(tell: Tell, rows: str, told: list[str]) -> None:
    assert tell("moved-page-needs-redirect", OLD, NEW, redirects=redirects(rows)) == told


def test_a_page_that_is_gone(tell: Tell) -> None:
    told = tell(
        "moved-page-needs-redirect", OLD, {"rates.md": RATES}, redirects=redirects("/a /rates\n")
    )
    assert told == ["travel.md:- page at /travel removed, and _redirects has no redirect"]


def test_pages_that_were_merged(tell: Tell) -> None:
    given = redirects("/a /rates\n")
    new = {"rates.md": f"{RATES}\n#{TRAVEL}"}
    assert tell("moved-page-needs-redirect", OLD, new, redirects=given) == [
        "rates.md:- page at /travel merged into rates.md, and _redirects has no redirect"
    ]
    old = {**OLD, "visa.md": "# Visa\n\nAsk the harbour master of each port for a stamp.\n"}
    new["rates.md"] += f"\n#{old['visa.md']}"
    assert tell("moved-page-needs-redirect", old, new, redirects=given) == [
        f"rates.md:- page at /{name} merged into rates.md, and _redirects has no redirect"
        for name in ("travel", "visa")
    ]


def test_a_page_that_is_gone_is_told_once() -> None:
    given = reviewed(OLD, {"rates.md": RATES}, redirects=redirects("/a /rates\n"))
    found = review(given, Ruling(today=date(2026, 3, 15))).findings
    assert [one.policy for one in found] == ["moved-page-needs-redirect"]
    off = Ruled(policy="moved-page-needs-redirect", severity="off")
    found = review(given, Ruling(today=date(2026, 3, 15), severities=(off,))).findings
    assert [one.policy for one in found] == ["page-removed"]


@pytest.mark.parametrize(
    "said", ["aliases: [/travel/]", "aliases: [../travel]", "redirect_from: /travel"]
)
def test_a_page_that_names_its_old_address(tell: Tell, said: str) -> None:
    given = redirects("/a /rates\n")
    new = {"sea/travel.md": f"---\n{said}\n---\n\n{TRAVEL}", "rates.md": RATES}
    assert tell("moved-page-needs-redirect", OLD, new, redirects=given) == []
    other = {**new, "sea/travel.md": new["sea/travel.md"].replace("travel", "voyage", 1)}
    assert len(tell("moved-page-needs-redirect", OLD, other, redirects=given)) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        # Counted from the folder of the page.
        ("aliases: [voyage]", 0),
        ("aliases: [/voyage]", 1),
        ("aliases: [3, /sea/voyage]", 0),
        ("see: /sea/voyage", 1),
    ],
)
def test_what_names_an_old_address_in_a_folder(tell: Tell, said: str, told: int) -> None:
    given = redirects("/a /rates\n")
    old = {"sea/voyage.md": TRAVEL, "rates.md": RATES}
    new = {"sea/travel.md": f"---\n{said}\n---\n\n{TRAVEL}", "rates.md": RATES}
    assert len(tell("moved-page-needs-redirect", old, new, redirects=given)) == told


@pytest.mark.parametrize("rows", ["/a /rates\n", "/travel /nowhere\n"])
def test_an_address_that_is_still_in_use(tell: Tell, rows: str) -> None:
    rst = "Travel\n======\n\nAll ships sail on Mondays, and nobody waits for the late.\n"
    given = redirects(rows)
    new = {"travel.rst": rst, "rates.md": RATES}
    assert tell("moved-page-needs-redirect", OLD, new, redirects=given) == []


def test_a_site_without_a_map_is_left_in_peace(tell: Tell) -> None:
    assert tell("moved-page-needs-redirect", OLD, NEW) == []
