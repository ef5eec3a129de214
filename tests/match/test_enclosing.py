from __future__ import annotations

from collections.abc import Callable

import pytest

TEXT = "Book trains before flights, and ask the travel desk when a trip costs more than a wage.\n"

CASES = {
    "each the only section of its page": (
        {"a.md": "# Rare heading\n\nShort.\n"},
        {"x/b.md": "# Rare heading\n\nShorter.\n"},
        True,
    ),
    "one of two sections of its page": (
        {"a.md": "# Rare heading\n\nShort.\n"},
        {"x/b.md": f"# Rare heading\n\nShorter.\n\n# Travel\n\n{TEXT}"},
        False,
    ),
}


@pytest.mark.parametrize(("old", "new", "holds"), CASES.values(), ids=CASES)
def test_pages_go_with_their_only_section(
    old: dict[str, str],
    new: dict[str, str],
    holds: bool,
    paired: Callable[[dict[str, str], dict[str, str]], list[str]],
) -> None:
    assert ("a.md => x/b.md" in paired(old, new)) == holds
