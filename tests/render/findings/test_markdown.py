from __future__ import annotations

import msgspec
from markdown_it import MarkdownIt

from drift.render.findings.markdown import LIMIT, render
from tests.render.findings.sample import FACTS, HOSTILE, LINK, every, view


def test_a_comment() -> None:
    assert (
        render(every())
        == """\
**Failed: 1 error, 1 warning, 1 note, 1 waived.**

| | where | what | policy |
| --- | --- | --- | --- |
| ❌ error | `people/travel.md:12` Travel › By sea | link “Visa” to visa.md leads nowhere | broken-link |
| ⚠️ warning | `people/travel.md:3` Travel | facts changed: must → should (waived until 2026-03-01, which is over) | facts-changed |
| 💬 note | `visa.md` | page removed | page-removed |

<details>
<summary>What changed: 1 change on 1 page.</summary>

### `new/page-0-.md`

- new page

</details>
"""
    )


def test_nothing_found_and_nothing_changed() -> None:
    assert render(view(pages=0)) == "**Passed: nothing found.**\n"


def size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_many_findings_are_cut_and_counted() -> None:
    many = [msgspec.structs.replace(LINK, fingerprint=f"f{at}") for at in range(2000)]
    told = render(view(*many))
    rows = told.count("| ❌ error |")
    assert LIMIT - 2000 < size(told) <= LIMIT
    assert f"\nCut: {2000 - rows:,} more findings.\n" in told
    assert told.endswith("\nCut: 1 more part of the changelog.\n\n</details>\n")


def test_a_long_changelog_is_cut_between_its_parts() -> None:
    told = render(view(FACTS, pages=600))
    assert size(told) <= LIMIT
    assert told.endswith("of the changelog.\n\n</details>\n")
    assert told.count("<details>") == told.count("</details>") == 1


def test_what_is_outside_the_first_plane_counts_twice() -> None:
    wide = msgspec.structs.replace(LINK, message="😀" * 300)
    assert size(render(view(*[wide] * 500))) <= LIMIT


def test_nothing_breaks_out() -> None:
    told = render(view(HOSTILE))
    parsed = MarkdownIt("commonmark", {"html": True}).enable("table").parse(told)
    rows = [token for token in parsed if token.type == "tr_open"]
    cells = [token for token in parsed if token.type == "td_open"]
    assert (len(rows), len(cells)) == (2, 4)
    html = [
        child.content
        for token in parsed
        for child in token.children or ()
        if child.type == "html_inline"
    ]
    assert set(html) <= {"<!-- -->"}
    assert not any(child.type == "link_open" for token in parsed for child in token.children or ())
    assert told.count("<details>") == told.count("</details>") == 1
    assert "@all" not in told
    assert "\x1b" not in told
