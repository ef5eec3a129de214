from __future__ import annotations

import re

import pytest

from drift.site.globs import glob_shape


@pytest.mark.parametrize(
    ("pattern", "name", "holds"),
    [
        ("people/hr*", "people/hr-admin", True),
        ("people/*", "people/deep/x", False),
        ("people/**", "people/deep/x", True),
        ("a?", "ab", True),
        ("a?", "a/", False),
        ("v[0-9]", "v3", True),
        ("v[!0-9]", "v3", False),
        ("a.b", "axb", False),
        ("[", "[", True),
        ("v[9-0]", "v3", False),
        ("v[--a]", "v-", True),
    ],
)
def test_as_sphinx(pattern: str, name: str, holds: bool) -> None:
    assert (re.fullmatch(glob_shape(pattern), name) is not None) is holds
