"""Two revisions, and what one adds -> the earlier commits that had removed it, before the first of the two."""

from __future__ import annotations

from contextlib import closing

import msgspec

from drift.explain.base import Changelog
from drift.history.past import Past
from drift.history.restored import Restored
from drift.revision.git import Repository
from drift.revision.log import Commit
from drift.revision.range import Range
from drift.site.tree_site import TreeSite


def returned(
    changelog: Changelog, sites: tuple[TreeSite, TreeSite], repository: Repository
) -> Changelog:
    """Name the commits that had removed what a range brings back.

    Args:
        changelog: What the range changed.
        sites: Both ends of the range.
        repository: Its history is read only where something was added.

    Returns:
        The changelog, with `restored_from` where content came back; as it is where the old end is no commit.
    """
    begin = changelog.old.commit
    if begin is None:
        return changelog
    with closing(Past(repository, Range(words=(begin,)))) as past:
        # The range as one commit: what lies before it is what lies before its old end.
        range_ = Commit("", "", (begin,), "", "", "", ())
        found = Restored(repository, past).named(changelog.changes, range_, sites)
    return msgspec.structs.replace(changelog, changes=found)
