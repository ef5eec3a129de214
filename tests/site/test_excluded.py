from __future__ import annotations

import pytest

from drift.site.excluded import is_excluded
from drift.site.settings import Settings, settings


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("docs/changelog/12.bugfix.rst", True),
        ("docs/changelog/old/12.rst", True),
        ("docs/_build/a.rst", True),
        ("docs/deep/in/draft.md", True),
        ("docs/changelog.rst", False),
        ("docs/a.rst", False),
        ("changelog/12.rst", False),
    ],
)
def test_sphinx(path: str, left_out: bool) -> None:
    said = 'project = "x"\nexclude_patterns = ["_build/", "changelog/*", "**/draft.md", *more]\n'
    assert is_excluded(settings({"docs/conf.py": said}, [path]), path) is left_out


def test_who_says_nothing_leaves_nothing_out() -> None:
    assert not is_excluded(Settings(generator="sphinx"), "changelog/12.rst")
