from __future__ import annotations

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
    paper.write(Text("日本日本日本 日本日本日本"))
    assert paper.text() == "日本日本日本\n日本日本日本\n"


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
