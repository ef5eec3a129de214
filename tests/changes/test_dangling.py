from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain.explain import Account
from drift.parse.base import parse
from drift.parse.shelf import MemoryShelf
from drift.site import pages
from drift.trees.page import Page
from drift.trees.site import Dialect
from tests.conftest import Files


def test_a_page_that_a_link_still_leads_to_is_not_parsed_for_it(
    account: Callable[[Files, Files], Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone: list[str] = []

    def one(text: str, *, suffix: str, dialect: Dialect, shelf: MemoryShelf | None) -> Page:
        alone.append(text)
        return parse(text, suffix=suffix, dialect=dialect, shelf=shelf)

    monkeypatch.setattr(pages, "parse", one)
    call = "# Call\n\nThe call begins at {} and is led by the [bosun](bosun.md).\n"
    rest = {f"{name}.md": f"# {name}\n\nOf the crew.\n" for name in ("bosun", "cook", "mate")}
    told = account({**rest, "call.md": call.format(8)}, {**rest, "call.md": call.format(9)})
    assert [change.kind for change in told.changes] == ["section.edited"]
    assert alone == []
