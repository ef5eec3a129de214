from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from drift.config import Config, load
from drift.config.sample import Said, sample
from drift.config.schema import at, outline, properties

EXAMPLE = re.compile(r"# (?:[\w-]+ = |\[\[)")


PLAIN = sample({}, ["A heading."])

LINES = PLAIN.splitlines()


def blocks() -> list[range]:
    """List what can be taken out of its comment by itself: runs of lines that are examples."""
    found: list[range] = []
    for number, line in enumerate(LINES):
        if EXAMPLE.match(line):
            goes_on = found and found[-1].stop == number
            begin = found.pop().start if goes_on else number
            found.append(range(begin, number + 1))
    return found


def without_comment(*taken: range) -> str:
    numbers = {number for one in taken for number in one}
    return "\n".join(
        line.removeprefix("# ") if number in numbers else line for number, line in enumerate(LINES)
    )


def loaded(folder: Path, text: str) -> Config:
    path = folder / "drift.toml"
    path.write_text(text, encoding="utf-8")
    for table in ("review", "notes", "redirects"):
        config = load(folder, path, using=table)
    return config


def test_of_itself_it_sets_nothing(tmp_path: Path) -> None:
    assert PLAIN.startswith("# A heading.\n\n# ")
    assert loaded(tmp_path, PLAIN) == Config()


@pytest.mark.parametrize("block", blocks())
def test_each_example_holds_by_itself(tmp_path: Path, block: range) -> None:
    text = without_comment(block)
    loaded(tmp_path, text)
    assert tomllib.loads(text) != tomllib.loads(PLAIN)


def test_all_examples_hold_together_and_every_key_has_one(tmp_path: Path) -> None:
    text = without_comment(*blocks())
    loaded(tmp_path, text)
    said, shape = tomllib.loads(text), outline()
    top = properties(at(shape, ())[0])
    assert list(said) == list(top)
    for table, keys in said.items():
        if isinstance(keys, dict):
            assert set(keys) == set(properties(at(shape, (table,))[0]))


def test_what_is_known_is_set_or_shown_with_a_remark(tmp_path: Path) -> None:
    text = sample(
        {
            ("path",): Said(["a\n'\"b/", "\x7f\u202e"], "Two of them."),
            ("dialect",): Said("hugo", holds=False),
            ("review", "redirects"): Said("_redirects"),
        },
        [],
    )
    config = loaded(tmp_path, text)
    assert config.path == ("a\n'\"b/", "\x7f\u202e")
    assert config.review.redirects == "_redirects"
    assert config.dialect is None
    assert "\n# Two of them.\npath = " in text
    assert '\n# dialect = "hugo"\n' in text
