from __future__ import annotations

import pytest

from drift.aggregate.reading import reader, site_at
from drift.cache.store import no_cache
from drift.errors import RevisionError
from drift.revision.git import Repository
from drift.trees.site import UNSTATED
from tests.revision.builder import Builder


def test_a_commit_is_read(build: Builder) -> None:
    commit = build.commit({"a.md": "# Staff\n", "b.md": "# Keys\n"})
    site = site_at(Repository(build.folder), commit, reader(no_cache()), stated=UNSTATED)
    assert [page.title for page in site.pages.values()] == ["Staff", "Keys"]


def test_a_commit_that_is_not_here_is_named(build: Builder) -> None:
    build.commit({"a.md": "# Staff\n"})
    with pytest.raises(RevisionError, match="is not in this repository"):
        site_at(Repository(build.folder), "0" * 39 + "1", reader(no_cache()), stated=UNSTATED)
