"""Tests of `drift.parse.commonmark.fragmented`: a page from fragments is the page read whole."""

from __future__ import annotations

import random
import time
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.parse.base import parse
from drift.parse.commonmark import cutting, fragmented
from drift.parse.commonmark.fragmented import read
from drift.parse.shelf import MemoryShelf, Outcome
from drift.trees.site import Dialect

GITHUB = Dialect("github")

HEADINGS = (
    "# A|## B|## B|### C [a]|#### D|# E #|## `c` [^n]|###### F|## <b>x</b>| # G|##\tT|# H {#id}|#|"
    "##  |# #|(l)=\n# L|(l)=\n\n(m)=\n## M|<a id='o'></a>\n\n## O|<a id='p'></a>\n## P|# <!-- e -->|#hash|Setext\n===|Setext\n---"
).split("|")
LINES = (
    "text|text [a] and [b][a] and ![c][d]|[a]: /x 't'|[a]: <y>|[d]: z\n'title'|  [B  c]: q|[b\nc]|"
    "> [b\n> c] quote|> [q]: qq|- [a]: in list|[^n]: note|[^n]|see [^n] and ^[inl [a]]|[^1]:|"
    "[^m]: note\n\n    more\n\n    # not|> [^k]: kk|[^k]|```|```py|~~~|````|[z] z|:::{note}|:::|"
    "```{note}\n[a] inside\n[z]: nested\n```|:::: tip|::::|:::{tab} x\n# in tab\n:::|<!-- c|-->|"
    "```{note} T [^n]\n:name: lab\nbody\n```|<div id='q'>|</div>|<details>|<script>|</script>|<pre>|"
    "<a name='n'></a>|<?php|?>|<!X|>|<![CDATA[|]]>|<Foo\n  a={1}\n>|<Foo a={|}>|{% hint %}|"
    "{% endhint %}|{% tab|%}|{{< fig >}}|{{% steps %}}|{{% /steps %}}|{{< x|text {% b|- {% hint %}|"
    "- {% endhint %}|---|***|- item\n\n  # in item|1. one\n\n   para|- ```\n  code|- <!-- in item|"
    "> ```|> # quoted head|> [!NOTE]\n> x|(lab)=|[]{#sp}|{#alone}|{: #kram}|% comment|Term\n: def|"
    "Term\n\n: def\n\n    more|: x|~ y|    code|* x ! y\n!---!---!\n! a ! b !|!!! note 'T'\n    body|"
    "=== 'Tab'\n    ## tabh|import x from 'y'|::: toctree|::: note\n::: title\nNote\n:::\n:::|Note|"
    "orphan|orphan\n\n:|* r\n  * s\n  * t\n    * u [a]\n  * v\n* w|* a\n  lazy\n  * b\nlazy|* b <Foo|"
    "* [a]: /in\n  * y\n  * z|* [ ] t\n  * [x] u|  * sub|    - deep|`code|** b|<td># x|"
).split("|")
HEADS = ["", "", "", "---\ntitle: T\n---\n", "---\n# c\n\n# d\na: [\n---\n", "+++\na=1\n+++\n"]

lines = st.sampled_from(HEADINGS) | st.sampled_from([line.replace("!", "|") for line in LINES])
ends = st.sampled_from(["\n\n", "\n\n", "\n", "\n \n", "\n\n\n"])
pages = st.tuples(st.sampled_from(HEADS), st.lists(st.tuples(lines, ends), min_size=1, max_size=16))
Page = tuple[str, list[tuple[str, str]]]


def write(page: Page) -> str:
    """Give a page's source."""
    return page[0] + "".join(line + end for line, end in page[1])


@settings(max_examples=300, deadline=None)
@given(
    page=pages,
    edits=st.lists(st.tuples(st.integers(0, 15), lines, ends, st.booleans()), max_size=4),
    dialect=st.sampled_from(["github", "myst", "hugo"]),
    long=st.sampled_from([5, 2000]),
)
def test_every_version_is_what_it_is_when_read_whole(
    page: Page, edits: list[tuple[int, str, str, bool]], dialect: str, long: int
) -> None:
    head, body = page
    shelf = MemoryShelf()
    with (
        patch.object(fragmented, "LONG", long),
        patch.object(cutting, "_PARAGRAPHS", 1),
        patch.object(cutting, "_ITEMS", 1),
    ):
        for place, line, end, replaces in [(0, "", "", False), *edits]:
            body[place : place + replaces] = [(line, end)]
            source = write((head, body))
            whole = parse(source, suffix=".md", dialect=Dialect(dialect))
            assert parse(source, suffix=".md", dialect=Dialect(dialect), shelf=shelf) == whole


@pytest.mark.parametrize(
    "source",
    [
        # What reaches across a cut, and a cut that is none.
        "Term\n: def\n\n# H\n: x\n\ntext\n",
        "```{note}\n[z]: /u\n```\n\n# B\n\n```{note}\n[z]\n```\n",
        "# A\n\n[z]\n\n# B\n\n[Z]: /u\n\n# C\n\n[z]: /later\n",
        "# A\n\n[^1]\n\n# B\n\n[^1]: note\n",
        "# A\n\n```md\n[z]: /no\n```\n\n# B\n\n[z]\n",
        "# A\n\n(lab)=\n\n# B\n",
        "# A\n\n<!--\n\n# B\n\n# C\n-->\n\n# D\n",
        "{{% steps %}}\n\n# A\n\n# B\n\n{{% /steps %}}\n\n# C\n",
        "::: note\n\n# A\n\n:::\n\n# B\n",
        "# A\n\n::: toctree\n\n# <!-- -->\n",
        "orphan\n\n:\n\n# A\n\ntext\n",
        "# A\n\norphan\n",
        "\ufeff---\ntitle: x\n---\n\n# A\r\n\r\n# B\r\n",
        "---\na: [\n---\n\n# A\n\n# B\n",
        "# A\n\n[^a[b]: x\n\n# B\n\n[^a[b]\n",
        "# A\n\n\x00\n\n# B\n",
        "",
        "\n\n",
    ],
)
def test_what_reaches_across_sections_is_respected(source: str) -> None:
    whole = parse(source, suffix=".md", dialect=GITHUB)
    assert whole.unparsed == ""
    assert parse(source, suffix=".md", dialect=GITHUB, shelf=MemoryShelf()) == whole


class Counting(MemoryShelf):
    """A shelf that knows how much was read."""

    __slots__ = ("new",)

    def __init__(self) -> None:
        super().__init__()
        self.new = 0

    def put(self, key: bytes, outcome: Outcome) -> None:
        self.new += 1
        super().put(key, outcome)


def test_only_the_section_that_changed_is_read() -> None:
    sections = [f"# Title {number}\n\nSee [x], text {number}.\n\n" for number in range(20)]
    shelf = Counting()
    end = "# End\n\n[x]: /x\n[y]: /y\n"
    assert read("".join([*sections, end]), GITHUB, shelf)
    before = shelf.new
    sections[7] = sections[7].replace("text", "words")
    assert read("".join(["intro\n\n", *sections, end]), GITHUB, shelf)
    # That section and the introduction, though all others moved.
    assert shelf.new - before == 2
    assert read("".join([*sections, end.replace("/y", "/z")]), GITHUB, shelf)
    # The end alone: nothing else refers to it.
    assert shelf.new - before == 3
    assert read("".join([*sections, end.replace("/x", "/z")]), GITHUB, shelf)
    assert shelf.new - before == 3 + 21


def test_a_long_table_of_contents_is_read_in_part() -> None:
    rows = [f"{'  ' * (number % 3)}* [Page {number}](a/{number}.md)\n" for number in range(300)]
    shelf = Counting()
    assert read("# Contents\n\n" + "".join(rows), GITHUB, shelf)
    before = shelf.new
    rows.insert(140, "  * [New](new.md)\n")
    source = "# Contents\n\n" + "".join(rows)
    assert read(source, GITHUB, shelf) == parse(source, suffix=".md", dialect=GITHUB)
    assert shelf.new - before <= 2


def test_a_long_changelog_is_put_together_in_good_time() -> None:
    rng = random.Random(3)  # noqa: S311
    rows = [
        f"## {number}.0\n\n- fixed {rng.random()}\n- changed [x{number}](/{rng.random()})\n\n"
        for number in range(3000)
    ]
    shelf = MemoryShelf()
    began = time.process_time()
    read("# Changes\n\n" + "".join(rows), GITHUB, shelf)
    rows.insert(0, "## 3000.0\n\n- new\n\n")
    known = time.process_time()
    assert read("# Changes\n\n" + "".join(rows), GITHUB, shelf)
    assert 2 * (time.process_time() - known) < known - began
