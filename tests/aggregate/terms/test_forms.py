from __future__ import annotations

import pytest

from drift.aggregate.terms.forms import cases, inflected
from tests.conftest import both


@pytest.mark.parametrize(
    ("pair", "among"),
    [
        (("QPAD", "GPAD"), {("QPADs", "GPADs"), ("qpad", "gpad")}),
        (
            ("campaigns", "batch changes"),
            {("campaign", "batch change"), ("Campaign", "Batch change")},
        ),
        (("status", "process"), {("STATUS", "PROCESS")}),
    ],
)
def test_forms_that_need_not_occur(pair: tuple[str, str], among: set[tuple[str, str]]) -> None:
    found = cases((pair,))
    assert pair in found
    assert among <= found


def test_what_is_no_plural_has_no_singular() -> None:
    assert ("statu", "proces") not in cases((("status", "process"),))


def test_the_first_new_form_of_an_old_one_counts() -> None:
    assert ("QPAD", "Compass") not in cases((("QPAD", "GPAD"), ("QPAD", "Compass")))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("whitelist", ("whitelist", "whitelisted", "whitelisting", "whitelists")),
        ("batch change", ("batch change", "batch changes")),
        ("lamp", ("lamp",)),
    ],
)
def test_inflections_that_a_revision_says(form: str, expected: tuple[str, ...]) -> None:
    text = "# Lists\n\nWhitelisting: what is whitelisted is in whitelists.\n\nBatch-changes, unlike whiteboards.\n"
    assert inflected(form, both({}, {"a.md": text})[1]) == expected
