from __future__ import annotations

import pytest

from drift.render.changelog import renderers


@pytest.mark.parametrize("name", renderers())
def test_one_format_is_found_without_the_others(name: str) -> None:
    assert renderers.named(name) is renderers()[name]


@pytest.mark.parametrize("name", ["view", "csv", "", "../json"])
def test_what_is_no_format_is_none(name: str) -> None:
    assert renderers.named(name) is None
