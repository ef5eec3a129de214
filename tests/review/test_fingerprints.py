"""What a waiver names today, it names tomorrow: fingerprints hang on facts and on nothing around them."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from drift.review.judged import review
from drift.review.ruling import Ruling
from tests.review.conftest import reviewed

INDEX = "# Start\n\nSee [travel](travel.md), and the [rates](rates.md#night-pay).\n"
TRAVEL = "# Travel\n\nAll ships sail on Mondays, and nobody waits for the late.\n"
RATES = (
    "# Rates\n\n## Nights {#night-pay}\n\nWhoever stands watch from dusk to dawn is paid twice, for at most 40 hours.\n\n"
    "## Feasts\n\nOn feast days the crew is paid three times, and whoever stands at the helm gets a cake.\n"
)
OLD = {"index.md": INDEX, "travel.md": TRAVEL, "rates.md": RATES}
NEW = {
    "index.md": INDEX,
    "rates.md": RATES.replace("{#night-pay}", "{#late-pay}")
    .replace("40", "60")
    .replace("## Feasts", "#### Feasts\n\nTBD\n\n## Feasts"),
}
TOLD = {
    "broken-anchor",
    "broken-link",
    "facts-changed",
    "page-removed",
    "placeholder-added",
    "skipped-level",
}

words = st.lists(
    st.sampled_from("the mate keeps a list of ports winds tides sails and ropes".split()),
    min_size=3,
    max_size=12,
).map(" ".join)
paragraphs = st.lists(words, max_size=4).map(lambda some: "".join(f"{one}\n\n" for one in some))


def fingerprints(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    found = review(reviewed(old, new), Ruling(today=date(2026, 3, 15))).findings
    return {one.fingerprint: one.policy for one in found if one.policy in TOLD}


PLAIN = fingerprints(OLD, NEW)


def test_waivers_of_earlier_versions_still_name_what_they_named() -> None:
    assert PLAIN == {
        "f001271a6dca8": "broken-anchor",
        "f84d98fdcd673": "broken-link",
        "fd83d28141377": "facts-changed",
        "fe8b840cda047": "placeholder-added",
        "fb09b59c42aca": "page-removed",
        "f0599f0a32739": "skipped-level",
    }


@settings(max_examples=25, deadline=None)
@given(before=paragraphs, page=paragraphs, other=paragraphs)
def test_they_outlive_what_changes_around_them(before: str, page: str, other: str) -> None:
    """Text above them that was there, or is new; a page that came, and one that was there."""
    old = {path: f"{before}{text}" for path, text in OLD.items()} | {"log.md": f"# Log\n\n{other}"}
    new = {path: f"{before}{page}{text}" for path, text in NEW.items()}
    new |= {"log.md": f"# Log\n\n{other}", "tides.md": f"# Tides\n\n{page}"}
    assert set(PLAIN.values()) == TOLD
    assert fingerprints(old, new) == PLAIN
