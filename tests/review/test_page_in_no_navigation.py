from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.review.conftest import Files, Tell

SUMMARY = "# Summary\n\n- [Start](README.md)\n- [Rates](rates.md)\n"
README = "# Start\n\nWelcome aboard.\n"
RATES = "# Rates\n\nNights are paid twice.\n"
VISA = "# Visa\n\nAsk the consul of the port that you sail to.\n"
OLD = {"SUMMARY.md": SUMMARY, "README.md": README, "rates.md": RATES}
MKDOCS = {
    "mkdocs.yml": "nav:\n  - index.md\n  - pay/rates.md\n",
    "docs/index.md": README,
    "docs/pay/rates.md": RATES,
}
RATES_RST = "Rates\n=====\n\nNights are paid twice.\n"
SPHINX = {
    "conf.py": "project = 'x'\n",
    "index.rst": "Start\n=====\n\n.. toctree::\n\n   rates\n",
    "rates.rst": RATES_RST,
}

CASES: tuple[tuple[Files, Files, list[str]], ...] = (
    (OLD, {**OLD, "visa.md": VISA}, ["visa.md:- new page in no navigation"]),
    (
        OLD,
        {**OLD, "SUMMARY.md": SUMMARY.replace("- [Rates](rates.md)\n", "")},
        ["rates.md:- page, which was there before, is now in no navigation"],
    ),
    # It has its entry; it never had one; there is no navigation; it is marked.
    (OLD, {**OLD, "SUMMARY.md": f"{SUMMARY}- [Visa](visa.md)\n", "visa.md": VISA}, []),
    ({**OLD, "visa.md": VISA}, {**OLD, "visa.md": f"{VISA}\nOr the mayor.\n"}, []),
    ({"rates.md": RATES}, {"rates.md": RATES, "visa.md": VISA}, []),
    (OLD, {**OLD, "visa.md": f"---\norphan: true\n---\n\n{VISA}"}, []),
    # The generator leaves it out.
    (
        {**SPHINX, "conf.py": "project = 'x'\nexclude_patterns = ['news/*']\n"},
        {
            **SPHINX,
            "conf.py": "project = 'x'\nexclude_patterns = ['news/*']\n",
            "news/12.rst": "A mule more.\n",
        },
        [],
    ),
    (
        {
            **MKDOCS,
            "mkdocs.yml": f"{MKDOCS['mkdocs.yml']}exclude_docs: news\nnot_in_nav: visa.md\n",
        },
        {
            **MKDOCS,
            "mkdocs.yml": f"{MKDOCS['mkdocs.yml']}exclude_docs: news\nnot_in_nav: visa.md\n",
            "docs/news/12.md": "A mule more.\n",
            "docs/pay/visa.md": VISA,
        },
        [],
    ),
    (OLD, {**OLD, "visa.md": f"---\ndraft: true\n---\n\n{VISA}"}, []),
    # It lies in a hidden folder, or outside of the one that the navigation is about; another page includes it.
    (OLD, {**OLD, ".github/ISSUE_TEMPLATE/visa.md": VISA}, []),
    (MKDOCS, {**MKDOCS, "CONTRIBUTING.md": VISA}, []),
    (MKDOCS, {**MKDOCS, "docs/visa.md": VISA}, ["docs/visa.md:- new page in no navigation"]),
    (
        SPHINX,
        {**SPHINX, "rates.rst": f"{RATES_RST}\n.. include:: visa.rst\n", "visa.rst": "Ask.\n"},
        [],
    ),
    (
        SPHINX,
        {**SPHINX, "rates.rst": f"{RATES_RST}\nSee `visa <visa.rst>`_.\n", "visa.rst": "Ask.\n"},
        ["visa.rst:- new page in no navigation"],
    ),
    # It is the first page of the site.
    (
        {"SUMMARY.md": SUMMARY.replace("- [Start](README.md)\n", ""), "rates.md": RATES},
        {
            "SUMMARY.md": SUMMARY.replace("- [Start](README.md)\n", ""),
            "rates.md": RATES,
            "README.md": README,
        },
        [],
    ),
)


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_what_is_told(tell: Tell, old: Files, new: Files, told: list[str]) -> None:
    assert tell("page-in-no-navigation", old, new) == told
