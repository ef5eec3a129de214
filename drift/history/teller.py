"""One commit after the other -> its entry, encoded."""

from __future__ import annotations

from types import MappingProxyType

import msgspec

from drift.errors import DriftError
from drift.explain.account import stats
from drift.explain.base import Entry, Side, Stats
from drift.history.exchanges.swaps import packed as exchanges
from drift.history.exchanges.swaps import swaps
from drift.history.passage import Passage, passed
from drift.history.position import Position
from drift.history.restored import Restored
from drift.history.step import Outcome, Wants, facts_of
from drift.parse.shelf import Shelf
from drift.pipeline import compare
from drift.revision.batch import MISSING
from drift.revision.git import Repository
from drift.revision.log import Commit
from drift.revision.objects import committed
from drift.site.build import share_bases
from drift.site.documents import suffix_of, suffixes
from drift.site.generators import GENERATORS, mark_of
from drift.site.tree_site import TreeSite
from drift.trees.site import UNSTATED, Stated

EMPTY_TREES = MappingProxyType(
    {
        40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
        64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
    }
)
"""What a root commit is held against, by the length of ids; git knows it even where no commit has it."""

MOST_NAMED = 3
"""Pages that could not be read are named so many by commit; the entry names them all."""


class Teller:
    """Tells what commits changed; the nearer they are to each other, the quicker."""

    def __init__(
        self,
        repository: Repository,
        *,
        stated: Stated = UNSTATED,
        shelf: Shelf | None = None,
        restored: Restored | None = None,
        wants: Wants = "both",
    ) -> None:
        """Begin with no commit.

        Args:
            repository: Whose history it is.
            stated: What the user says of the site.
            shelf: Where to look for fragments of pages that other runs have parsed.
            restored: Tells what content was removed before; None tells nothing of it.
            wants: What is to be found out about commits.
        """
        self._repository = repository
        self._stated = stated
        self._shelf = shelf
        self._restored = restored
        self._wants = wants
        self._dates: dict[str, str | None] = {}
        self._encoder = msgspec.json.Encoder()
        self._packer = msgspec.msgpack.Encoder()
        self._position = self._fresh()

    def tell(self, commit: Commit) -> Outcome:
        """Tell what a commit changed against its first parent.

        Args:
            commit: The commit, with its files.

        Returns:
            Its entry, or what was wrong with it; a walk goes on after either.
        """
        try:
            return self._told(commit)
        except DriftError as error:
            self._position = self._fresh()
            return Outcome(problem=str(error), lasting=False)
        except Exception as error:  # noqa: BLE001 - one commit must not cost the rest of the history
            self._position = self._fresh()
            fault = f"{type(error).__name__}: {error}"[:200]
            return Outcome(problem=f"internal error: {fault}", lasting=False)

    def _fresh(self) -> Position:
        return Position(self._repository, stated=self._stated, shelf=self._shelf)

    def _told(self, commit: Commit) -> Outcome:
        if not _concerns(commit):
            self._position.pass_by(commit)
            return Outcome()
        old, new = self._position.around(commit)
        alone = self._wants in {"entries", "exchanges"}
        record, matching = (Passage(), None) if alone else passed(old, new)
        packed = self._packed(record)
        if self._wants == "passages":
            return Outcome(passage=packed, lasting=not self._position.lacks(commit))
        old, new = share_bases(old, new)
        if matching is not None and (old, new) != (matching.old.site, matching.new.site):
            # Links are read by other base URLs now.
            matching = None
        account = compare(old, new, first=matching)
        if not account.changes and not _touches(commit, old, new):
            return Outcome(passage=packed, lasting=not self._position.lacks(commit))
        figures = stats(old, new, account.changes)
        entry = Entry(
            old=self._before(commit),
            new=Side(commit.id, commit.id, commit.date or None),
            rules=account.rules,
            changes=account.changes,
            stats=figures,
            commit=facts_of(commit),
        )
        if self._restored is not None:
            entry = self._restored.annotated(entry, commit, (old, new))
        lacks = self._position.lacks(commit) or (
            self._restored is not None and self._restored.lacks
        )
        return Outcome(
            self._encoder.encode(entry),
            _missing(figures),
            lasting=not lacks,
            passage=packed,
            exchanged=exchanges(swaps(entry)) if self._wants in {"exchanges", "all"} else b"",
        )

    def _packed(self, record: Passage) -> bytes:
        return b"" if record == Passage() else self._packer.encode(record)

    def _before(self, commit: Commit) -> Side:
        if not commit.parents:
            return Side(EMPTY_TREES[len(commit.tree)])
        parent = commit.parents[0]
        if parent not in self._dates:
            # Only the last ones can be asked for again.
            self._dates = {parent: committed(self._repository, parent)}
        return Side(parent, parent, self._dates[parent])


def _concerns(commit: Commit) -> bool:
    """Tell whether a commit may change a site: documents, configuration, what links may lead to, what is counted."""
    return bool(commit.skipped or commit.symlinks) or any(
        not delta.old
        or not delta.new
        or suffix_of(delta.path) in suffixes()
        or delta.path.endswith(".txt")
        or mark_of(delta.path) in GENERATORS
        for delta in commit.deltas
    )


def _touches(commit: Commit, old: TreeSite, new: TreeSite) -> bool:
    """Tell whether a commit changed a document."""
    return any(
        delta.path in old.content.documents or delta.path in new.content.documents
        for delta in commit.deltas
    )


def _missing(figures: Stats) -> str:
    """Name the pages whose content is not in the repository."""
    missing = (one for one in figures.unread if one.reason == MISSING.reason)
    # Both versions of a page may be.
    named = list(dict.fromkeys(f"{one.path}: {one.reason}" for one in missing))
    more = len(named) - MOST_NAMED
    return "; ".join([*named[:MOST_NAMED], *([f"and {more} more"] if more > 0 else [])])
