from __future__ import annotations

import subprocess
import sys

import pytest

from drift.render.log import renderers


@pytest.mark.parametrize("name", ["text", "markdown", "json", "jsonl", "oneline", "stat"])
def test_a_format_is_found_alone_and_among_all(name: str) -> None:
    assert renderers.named(name) is renderers()[name]


@pytest.mark.parametrize("name", ["", "base", "header", "Text", "../json", "json.json", "\0"])
def test_what_is_no_format_is_not_found(name: str) -> None:
    assert renderers.named(name) is None
    assert name not in renderers()


@pytest.mark.parametrize("name", ["jsonl", "json", "oneline"])
def test_a_format_for_programs_needs_no_library_for_people(name: str) -> None:
    code = f"import sys; from drift.render.log import renderers; renderers.named({name!r}); print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"rich", "docutils", "markdown_it", "deepdiff", "git"} & set(ended.stdout.split())
