from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

TEXT = "# Travel\n\nBook trains before flights.\n"

CASES = {
    "another value": (
        {"a.md": f"---\nowner: people\n---\n{TEXT}"},
        {"a.md": f"---\nowner: finance\n---\n{TEXT}"},
        ["page.metadata a.md | key owner | people => finance"],
    ),
    "a key that came": (
        {"a.md": f"---\nowner: people\n---\n{TEXT}"},
        {"a.md": f"---\nowner: people\nweight: 3\n---\n{TEXT}"},
        ["page.metadata a.md | key weight | - => 3"],
    ),
    "a new block, one change a key": (
        {"a.md": TEXT},
        {"a.md": f"---\ndraft: true\nowner: people\n---\n{TEXT}"},
        [
            "page.metadata a.md | key draft | - => True",
            "page.metadata a.md | key owner | - => people",
        ],
    ),
    "TOML": (
        {"a.md": f'+++\nowner = "people"\n+++\n{TEXT}'},
        {"a.md": f'+++\nowner = "finance"\n+++\n{TEXT}'},
        ["page.metadata a.md | key owner | people => finance"],
    ),
    "a list": (
        {"a.md": f"---\ntags: [a, b]\n---\n{TEXT}"},
        {"a.md": f"---\ntags: [a, c]\n---\n{TEXT}"},
        ['page.metadata a.md | key tags | ["a", "b"] => ["a", "c"]'],
    ),
    "a field of reStructuredText": (
        {"a.rst": "Travel\n======\n\nBook trains.\n"},
        {"a.rst": ":orphan:\n\nTravel\n======\n\nBook trains.\n"},
        ["page.metadata a.rst | key orphan | - => True"],
    ),
    "the title is no metadata": (
        {"a.md": "---\ntitle: One\n---\nBook trains.\n"},
        {"a.md": "---\ntitle: Two\n---\nBook trains.\n"},
        ["page.retitled a.md | One => Two"],
    ),
    "other quotes and another order are none": (
        {"a.md": f"---\nowner: people\ntags: [a, b]\n---\n{TEXT}"},
        {"a.md": f"---\ntags:\n- a\n- b\nowner: 'people'\n---\n{TEXT}"},
        [],
    ),
    "YAML became TOML": (
        {"a.md": f"---\nowner: people\n---\n{TEXT}"},
        {"a.md": f'+++\nowner = "people"\n+++\n{TEXT}'},
        [],
    ),
    "a number is a number": (
        {"a.md": f"---\nweight: 1\n---\n{TEXT}"},
        {"a.md": f"---\nweight: 1.0\n---\n{TEXT}"},
        [],
    ),
    "numbers and keys in another order inside data": (
        {"a.md": f"---\nmenu: {{b: [1, 2.0], a: x}}\n---\n{TEXT}"},
        {"a.md": f"---\nmenu: {{a: x, b: [1.0, 2]}}\n---\n{TEXT}"},
        [],
    ),
    "a flag for a number": (
        {"a.md": f"---\ndraft: 1\n---\n{TEXT}"},
        {"a.md": f"---\ndraft: true\n---\n{TEXT}"},
        ["page.metadata a.md | key draft | 1 => True"],
    ),
    "a text for a number": (
        {"a.md": f"---\nversion: 1\n---\n{TEXT}"},
        {"a.md": f"---\nversion: '1'\n---\n{TEXT}"},
        ["page.metadata a.md | key version | 1 => 1"],
    ),
    "what is no number": (
        {"a.md": f"---\nweight: .inf\n---\n{TEXT}"},
        {"a.md": f"---\nweight: .nan\n---\n{TEXT}"},
        ["page.metadata a.md | key weight | inf => nan"],
    ),
    "a flag and a number in the other markup": (
        {"a.rst": ":orphan:\n:tocdepth: 2\n\nTravel\n======\n\nBook trains before flights.\n"},
        {"a.md": f"---\norphan: true\ntocdepth: 2\n---\n{TEXT}"},
        ["page.converted a.rst => a.md | rst => markdown"],
    ),
    "on a page that moved": (
        {"a.md": f"---\nowner: people\n---\n{TEXT}"},
        {"b.md": f"---\nowner: finance\n---\n{TEXT}"},
        [
            "page.moved a.md => b.md | a.md => b.md",
            "page.metadata a.md => b.md | key owner | people => finance",
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), CASES.values(), ids=CASES)
def test_page_metadata(
    old: dict[str, str], new: dict[str, str], told: list[str], check: Callable[..., None]
) -> None:
    check(old, new, told)


def test_texts_are_compared_without_what_is_slow_to_import(
    check: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "deepdiff", None)
    old, new = (
        f"---\nowner: {owner}\ntags: [a, b]\n---\n{TEXT}" for owner in ("people", "finance")
    )
    check({"a.md": old}, {"a.md": new}, ["page.metadata a.md | key owner | people => finance"])
    with pytest.raises(ImportError):
        check(*CASES["a list"])
