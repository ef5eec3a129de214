from __future__ import annotations

import pytest

from drift.explain.passages import Passages
from drift.parse.base import parse
from drift.trees.site import Dialect

PAGE = """\
# Core Team

Our V2MOM is written in spring.

- [Spring](docs/v2mom-process.md)
- Core-team members

## Plans {#plan_ning}

Nothing of the kind.
"""


def _saying(*forms: str) -> list[str]:
    passages = Passages(parse(PAGE, suffix=".md", dialect=Dialect("github")))
    found = passages.saying(forms)
    return [one.section.title if one.block is None else one.block.text for one in found]


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        (["v2mom"], ["Our V2MOM is written in spring.", "Spring"]),
        (["spring", "CORE TEAM"], ["Core Team", "Our V2MOM is written in spring.", "Spring"]),
        (["core_team", "core-team"], ["Core-team members"]),
        (["plan-ning"], ["Plans"]),
        (["of the", "kind."], ["Nothing of the kind."]),
        (["team our", ""], []),
    ],
)
def test_what_may_say_a_form(forms: list[str], said: list[str]) -> None:
    assert _saying(*forms) == said
