"""Tests of `drift.parse.commonmark.endings`, through what reads a fragment."""

from __future__ import annotations

import pytest

from drift.parse.commonmark.reader import read_fragment
from drift.parse.fragments import Fragment


@pytest.mark.parametrize(
    "source",
    [
        "```\ncode\n\n",
        "~~~ x\n\n",
        ":::{note}\n\n",
        "- ```\n  x\n\n",
        "<!-- c\n\n",
        "<script>\n\n",
        "<pre>\n\nx\n",
        "text {% tab\n\n",
        "{{< x\n\n",
        "(label)=\n\n",
        '<a name="x"></a>\n\n',
        "[]{#x}\n\n",
        "::: toctree\n\n",
        "::: note\n::: title\n\n",
        "import x from 'y'",
    ],
)
def test_what_may_go_on_is_open(source: str) -> None:
    assert read_fragment(Fragment(source), myst=False).joined


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# a\n\ntext\n\n",
        "```\ncode\n```\n\n",
        "- ```\n  x\n  ```\n\n",
        "<!-- c -->\n\n",
        "<div>\nx\n\n",
        "{% tab %}\n\n",
        "{{< x >}}\n\n",
        "(label)=\n# h\n\n",
        '<a name="x"></a> text\n\n',
        "::: note\nx\n:::\n\n",
        "- a\n- b\n\n",
        "> a\n\n",
        "a\n: b\n\n",
        "[^1]: note\n\n",
    ],
)
def test_what_is_ended_is_not(source: str) -> None:
    assert not read_fragment(Fragment(source), myst=False).joined


@pytest.mark.parametrize(
    ("source", "begun", "ended"),
    [
        ("{% tab %}\nx\n{% endtab %}\n", (), ()),
        ("{% tab %}\n\n- {% b %}\n", ("0 tab", "2 b"), ()),
        ("{{% /steps %}}\n", (), ("0 steps",)),
        ("::: note\nx\n", ("0 :::",), ()),
        ("x\n\n:::\n", (), ("0 :::",)),
        (":::: note\n:::\n", ("0 :::",), ("0 :::",)),
    ],
)
def test_tags_and_divs_without_their_other_half_are_named(
    source: str, begun: tuple[str, ...], ended: tuple[str, ...]
) -> None:
    outcome = read_fragment(Fragment(source), myst=False)
    assert (outcome.begun, outcome.ended) == (begun, ended)


def test_definitions_inside_a_directive_spill() -> None:
    assert read_fragment(Fragment("```{note}\n[a]: /u\n```\n"), myst=True).spills
    assert not read_fragment(Fragment("```{note}\n[a]\n```\n\n[a]: /u\n"), myst=True).spills
