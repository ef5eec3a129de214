from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from drift.explain.explain import Account

SAID = """\
# Plan

Each crew writes its V2MOM before the first frost and reads it aloud at the gate.

## Review

Once a month the mate goes through the V2MOM of the crew with whoever wrote it.
"""


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("b.md", "# B\n\nWhat is written\nin a V2MOM\nstays there.\n", [4]),
        ("b.md", "# B\r\n\r\nWhat is written\r\nin a V2MOM\r\n", [4]),
        ("b.md", "# B\n\nA V2MOM,\na V2MOM\nand `V2MOM`.\n", [3, 4, 5]),
        ("b.md", "# B\n\n- It stands\n  in the V2MOM\n\n  - and not\n", [4]),
        ("b.md", "# B\n\n| A | B |\n| - | - |\n| x | y |\n| z | V2MOM |\n", [6]),
        ("b.rst", "B\n=\n\nWhat is written\nin a **V2MOM**\nstays.\n", [5]),
        ("b.md", "# B\n\nRead [this](u)\nand [the\nV2MOM way](w).\n", [5]),
        ("b.md", "# B\n\nRead [it](/V2MOM) all\nin the V2MOM.\n", [4, 3]),
        ("b.md", "# B\n\nRead [the V2MOM](V2MOM)\ntoday.\n", [3, 3]),
        ("b.md", "# B\n\nRead\nhttps://a.example/V2MOM\n", [4, 4]),
        ("b.md", "# B\n\nRead\n[the way][1].\n\n[1]: https://a.example/V2MOM\n", [6]),
        ("b.rst", "B\n=\n\nRead the `way`_.\n\n.. _way: https://a.example/V2MOM\n", [6]),
        ("b.rst", "B\n=\n\nRead the `way\n<https://a.example/V2MOM>`_.\n", [5]),
        ("b.rst", "=====\nV2MOM\n=====\n\nIt stays.\n", [2]),
        ("b.rst", "B\n=\n\nV2MOM\n-----\n\nIt stays.\n", [4]),
        ("b.md", "V2MOM\n=====\n\nIt stays.\n", [1]),
        # Where markup hides it, the line is that on which the paragraph begins.
        ("b.md", "# B\n\nBy name:\nV2&#77;OM stays.\n", [3]),
        ("b.md", "# B\n\n```V2MOM\nset V2MOM\n```\n", [4]),
    ],
)
def test_what_is_left_over_has_the_line_on_which_it_is_written(
    name: str, text: str, lines: list[int], account: Callable[..., Account]
) -> None:
    new = SAID.replace("V2MOM", "VPMOM")
    (rule,) = account({"a.md": SAID, name: text}, {"a.md": new, name: text}).rules
    assert [(left.path, left.line) for left in rule.leftovers] == [(name, line) for line in lines]


def test_an_address_left_over_has_the_line_of_its_definition(
    account: Callable[..., Account],
) -> None:
    old = "".join(f"- [{name}](https://a.example/old/{name})\n" for name in ("one", "two"))
    kept = "\nRead\n[three][3].\n\n[3]: https://a.example/old/three\n"
    new = old.replace("/old/", "/new/")
    (rule,) = account({"a.md": f"# A\n\n{old}{kept}"}, {"a.md": f"# A\n\n{new}{kept}"}).rules
    assert [(left.path, left.line) for left in rule.leftovers] == [("a.md", 9)]
