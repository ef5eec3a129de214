"""What holds for every two pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drift.changes.base import Change, Location
from tests.properties.memory import changelog, covered, kinds
from tests.properties.pages import Story, Style, edited, markdown, restructured, stories, styles

ROOT = Path(__file__).parents[2]

MIRROR = {
    "page.added": "page.removed",
    "section.added": "section.removed",
    "link.added": "link.removed",
    "nav.added": "nav.removed",
    "page.split": "page.merged",
    "section.split": "section.merged",
    "placeholder.added": "placeholder.resolved",
}
BACK = MIRROR | {value: key for key, value in MIRROR.items()}

WAIVED = frozenset(
    {
        "link.broken",  # what breaks one way is mended the other way, and no news
        "anchor.removed",  # an anchor that comes is no news
    }
)

Ends = tuple[str, str, str]

plenty = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@plenty
@given(stories())
def test_a_page_against_itself_is_silent(story: Story) -> None:
    """Nothing changed, nothing is said."""
    for path, text in (("a.md", markdown(story)), ("a.rst", restructured(story))):
        told = changelog({path: text}, {path: text})
        assert (told.rules, told.changes) == ((), ())


def _ends(change: Change, *, back: bool) -> Ends:
    sides = (change.new, change.old) if back else (change.old, change.new)
    kind = BACK.get(change.kind, change.kind) if back else change.kind
    return (kind, _named(sides[0]), _named(sides[1]))


def _named(side: Location | tuple[Location, ...] | None) -> str:
    places = () if side is None else (side,) if isinstance(side, Location) else side
    return "; ".join(sorted(f"{place.path}#{'/'.join(place.section)}" for place in places))


@plenty
@given(edited())
def test_the_way_back_mirrors_the_way_there(pair: tuple[Story, Story]) -> None:
    """Each change has its mirror in the diff of the two sides turned round."""
    one, other = ({"a.md": markdown(story)} for story in pair)
    there, back = changelog(one, other).changes, changelog(other, one).changes
    assert Counter(
        _ends(change, back=False) for change in there if change.kind not in WAIVED
    ) == Counter(_ends(change, back=True) for change in back if change.kind not in WAIVED)


@plenty
@given(edited())
def test_a_shift_of_levels_is_one_both_ways(pair: tuple[Story, Story]) -> None:
    """Whatever came, went or was renamed among the headings, as many of them went back as had come."""
    one, other = ({"a.md": text} for text in (markdown(pair[0]), _deeper(markdown(pair[1]))))
    there, back = (
        [rule for rule in changelog(*sides).rules if rule.kind == "levels.shifted"]
        for sides in ((one, other), (other, one))
    )
    assert [(rule.before, rule.after, rule.count) for rule in there] == [
        (rule.after, rule.before, rule.count) for rule in back
    ]


def _deeper(page: str) -> str:
    return "".join(f"#{line}" if line.startswith("#") else line for line in page.splitlines(True))


@plenty
@given(edited())
def test_nothing_changed_goes_unsaid(pair: tuple[Story, Story]) -> None:
    """The plain difference of the two sides is covered, also where lines stand twice."""
    found = covered({"a.md": markdown(pair[0])}, {"a.md": markdown(pair[1])})
    assert found.uncovered == ()
    assert found.share == 1.0


@plenty
@given(stories(), styles)
def test_another_hand_changes_nothing(story: Story, style: Style) -> None:
    """Wrapping, bullets, underlined headings, reference links, CRLF and trailing blanks are no content."""
    told = kinds({"a.md": markdown(story)}, {"a.md": markdown(story, style)})
    assert told <= {"section.edited:formatting"}


@plenty
@given(stories())
def test_another_format_is_a_conversion_alone(story: Story) -> None:
    """The same page in the other markup is the same page."""
    one, other = {"a.rst": restructured(story)}, {"a.md": markdown(story)}
    assert kinds(one, other) == {"page.converted"}
    assert kinds(other, one) == {"page.converted"}


_PIECES = st.sampled_from(
    [
        "# ", "## ", "---\n", "===\n", "+++\n", "```", "~~~", ":::", "- ", "1. ", "> ", "| a | b |\n", "| - | - |\n",
        "[x](", "](y)", "![", "[^1]", "[^1]: ", "<a id='x'>", "<!--", "-->", "{{<", ">}}", "{% hint %}", "{#id}",
        ".. ", "note::\n", ".. toctree::\n\n   x\n", ":doc:`", "`", "``", "`_", "|s|", "::\n", "   ", "\t", "\n", "\n\n",
        "*", "**", "_", "\\", "&amp;", "\x00", "\u200b", "\ufeff", "é", "漢字", "word ", "TBD ", "https://example.org ",
        "title: x\n", ".. _l:\n", "(l)=\n", "{doc}`x`", "<https://e.org>", "=====\nT\n=====\n",
    ]
)  # fmt: skip
_WILD = st.lists(_PIECES | st.text(max_size=8), max_size=25).map("".join)


@plenty
@given(_WILD, _WILD, st.sampled_from((".md", ".rst")), st.sampled_from((".md", ".rst")))
def test_no_input_makes_it_raise(old: str, new: str, one: str, other: str) -> None:
    """Whatever stands in two files, there is an answer, and none for a file against itself."""
    changelog({f"a{one}": old}, {f"a{other}": new})
    told = changelog({f"a{one}": old}, {f"a{one}": old})
    assert (told.rules, told.changes) == ((), ())


@pytest.mark.timeout(120)
def test_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """No output hangs on the order of hashing."""
    story = (Path(__file__).parent / "pages.py").read_text(encoding="utf-8").split("\n\n")
    for name, blocks in (("old", story), ("new", story[::2] + story[1::3])):
        (tmp_path / name).mkdir()
        body = "\n\n".join(
            f"## Part {n}\n\n{' '.join(block.split())}" for n, block in enumerate(blocks)
        )
        (tmp_path / name / "a.md").write_text(f"# Story\n\n{body}\n", encoding="utf-8")
    command = [sys.executable, "-m", "drift", "diff", "old", "new", "--format", "json"]
    outputs = {
        subprocess.run(
            command,
            cwd=tmp_path,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().startswith(b"{")
