from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from drift.render.paper import Paper


def test_lines_hang_under_their_bullet() -> None:
    paper = Paper(width=26, color=False)
    paper.write(Text("one two three four five"), indent=2, bullet=("~", "red"))
    assert paper.text() == "  ~ one two three four\n    five\n"


def test_what_cannot_be_broken_stays_whole() -> None:
    paper = Paper(width=20, color=False)
    paper.write(Text("see https://example.com/a/very/long/path now"))
    assert paper.text() == "see\nhttps://example.com/a/very/long/path\nnow\n"


def test_wide_signs_count_twice() -> None:
    paper = Paper(width=20, color=False)
    paper.write(Text("日本日本日本 日本日本。日本"))
    assert paper.text() == "日本日本日本 日本日\n本。日本\n"


def test_free_lines_never_double() -> None:
    paper = Paper(width=20, color=False)
    paper.skip()
    paper.write(Text("a"))
    paper.skip()
    paper.skip()
    paper.write(Text("b"))
    assert paper.text() == "a\n\nb\n"


def test_styles_become_escapes_only_with_color() -> None:
    paper = Paper(width=20, color=True)
    paper.write(Text("a", style="red"))
    assert paper.text() == "\x1b[31ma\x1b[0m\n"


_WORDS = ("a", "some", "words…", "“quoted”", "›", "日本", "é→e", "w" * 30, "a\u00a0b", " ", "end.")


@given(st.lists(st.sampled_from(_WORDS)).map(" ".join), st.integers(20, 30))
def test_each_line_is_filled_as_far_as_it_goes(text: str, width: int) -> None:
    paper = Paper(width=width, color=False)
    paper.write(Text(text))
    lines = paper.text().splitlines()
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line, following in pairwise(lines):
        assert cell_len(line) <= width or len(line.split()) == 1
        assert cell_len(f"{line} {following.split()[0]}") > width
