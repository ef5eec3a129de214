"""A page that pandoc converts is the same page: nothing is told but the conversion.

Left out is what pandoc itself loses or makes something else of. To reStructuredText, which nests no inline markup: emphasis
and code in a link's label, a link in emphasis; levels that are skipped; raw HTML. To GitHub's Markdown: definition lists,
roles, substitutions, and tables whose cells hold blocks.
"""

from __future__ import annotations

import pypandoc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.memory import kinds
from tests.properties.pages import sentences, stories

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Each example is two processes.

pytestmark = pytest.mark.timeout(240)

_WORDS = ("amber", "birch", "cedar", "delta", "ember")


@st.composite
def _inlines(draw: st.DrawFn) -> str:
    """Draw a sentence with something marked up after it."""
    word, other = draw(st.sampled_from(_WORDS)), draw(st.sampled_from(_WORDS))
    mark = draw(
        st.sampled_from(
            (
                f"It is *{word}* indeed.",
                f"It is **{word} {other}** indeed.",
                f"Type `{word}_{other}` there.",
                f"Read [the {word}](https://example.org/{word}) first.",
                f"Read [the {word}]({word}.html) first.",
                f"Look: ![the {word}]({word}.png) it is.",
            )
        )
    )
    return f"{draw(sentences())} {mark}"


@st.composite
def _lists(draw: st.DrawFn) -> str:
    """Draw a list of bullets or numbers, one item of which may have items of its own."""
    items = draw(st.lists(_inlines(), min_size=2, max_size=3))
    below = draw(st.lists(sentences(), max_size=2))
    signs = ["-"] * 3 if draw(st.booleans()) else ["1.", "2.", "3."]
    rows = [f"{sign} {item}" for sign, item in zip(signs, items, strict=False)]
    return "\n".join((*rows, *(f"{' ' * (len(signs[0]) + 1)}- {one}" for one in below)))


@st.composite
def _tables(draw: st.DrawFn) -> str:
    """Draw a table with a head."""
    cells = st.sampled_from(_WORDS) | st.sampled_from(("**so**", "`x_1`", "12 %", "two words"))
    rows = draw(st.lists(st.tuples(cells, cells), min_size=1, max_size=3))
    return "\n".join(("| Name | Value |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows)))


@st.composite
def _blocks(draw: st.DrawFn) -> str:
    """Draw a block of any kind."""
    code = st.sampled_from(_WORDS).map(lambda w: f"```python\nprint('{w}')\n\n{w} = 1\n```")
    quote = _inlines().map(lambda text: f"> {text}")
    return draw(st.one_of(_inlines(), _lists(), _tables(), code, quote))


@st.composite
def _pages(draw: st.DrawFn) -> str:
    """Draw a page, its headings as those of other properties."""
    rows: list[str] = []
    for part in draw(stories()).parts:
        rows.append(f"{'#' * part.level} {part.title}")
        rows += draw(st.lists(_blocks(), min_size=1, max_size=3))
    return "\n\n".join(rows) + "\n"


def _converted(text: str, old: str, new: str) -> str:
    return str(pypandoc.convert_text(text, new, format=old, extra_args=["--wrap=preserve"]))


@few
@given(_pages())
def test_a_conversion_by_pandoc_is_a_conversion_alone(text: str) -> None:
    """There and back, as different as the two sources look."""
    rst = _converted(text, "gfm", "rst")
    assert kinds({"a.md": text}, {"a.rst": rst}) == {"page.converted"}
    again = _converted(rst, "rst", "gfm")
    assert kinds({"a.rst": rst}, {"a.md": again}) == {"page.converted"}
