"""A word that is not whole yet -> what it may become, for the shell.

What is offered goes onto a command line without quotes, and part of it comes from a repository: a branch may be called
`$(reboot)`. So a name is offered only if it means nothing to any shell. Nothing is written, and nothing is ever said of
what goes wrong: the user is in the middle of a word.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from drift.cli.known import formats, kind_names, rule_names

if TYPE_CHECKING:
    from typer._click import Context

    from drift.revision.git import Repository

_SAFE = re.compile(r"[\w.@/^][\w.@/+,#=%^-]*")
_RANGE = re.compile(r"(?P<head>\^|.*?\.{2,3}|)(?P<rest>.*)", re.DOTALL)

UNCOMMITTED = ("INDEX", "WORKTREE")
"""What can be compared and is no commit."""


def completes() -> bool:
    """Tell whether a shell asks how a word may go on, and nothing is to be run."""
    return "_DRIFT_COMPLETE" in os.environ


def typed() -> list[str]:
    """Give the words that stand on the command line, as far as they tell the command."""
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
    return line.split()[1:]


def joined() -> None:
    """Put the question so that typer understands it: bash takes `--format=json` apart into three words."""
    words = os.environ.get("COMP_WORDS", "").split("\n")
    cursor = int(os.environ.get("COMP_CWORD", "0"))
    signs = [at for at, word in enumerate(words) if word == "=" and words[at - 1].startswith("--")]
    kept = [word for at, word in enumerate(words) if at not in signs]
    # Right behind a sign, the word that is asked for is still empty.
    behind = sum(at < cursor for at in signs)
    os.environ.update(COMP_WORDS="\n".join(kept), COMP_CWORD=str(cursor - behind))


def complete(name: str, context: Context, word: str) -> list[str]:
    """List what a word may become.

    Args:
        name: That of the parameter in the command's function.
        context: What stands on the command line before it.
        word: What stands there so far.

    Returns:
        Whole words; none where nothing is known, and the shell then offers files.
    """
    completer = COMPLETERS.get(name)
    try:
        found = completer(context, word) if completer else ()
        return [one for one in found if one.startswith(word) and _SAFE.fullmatch(one)]
    except Exception:  # noqa: BLE001 - whatever goes wrong, nobody asked for an answer
        return []


def _place(context: Context) -> Path:
    """The folder that `-C` names, before the command and after it."""
    above = context.parent.params.get("directory") if context.parent else None
    return Path(above or "") / (context.params.get("directory") or "")


def _revisions(context: Context, word: str) -> Iterable[str]:
    from drift.revision.git import Repository

    told = Repository(_place(context)).ask("for-each-ref", "--format=%(refname:short)") or ""
    return ("HEAD", *told.split("\n"))


def _sides(context: Context, word: str) -> Iterable[str]:
    return (*UNCOMMITTED, *_ranges(context, word))


def _ranges(context: Context, word: str) -> Iterable[str]:
    found = _RANGE.fullmatch(word)
    head, rest = (found["head"], found["rest"]) if found else ("", word)
    names = set(_revisions(context, rest))
    likely = [name for name in names if name.startswith(rest)]
    if not head and (rest in names or len(likely) == 1):
        # It is whole, or as good as whole, and may go on as a range.
        whole = rest if rest in names else likely[0]
        names |= {f"{whole}..", f"{whole}..."}
    return (head + name for name in sorted(names))


def _trees(context: Context, word: str) -> Iterable[str]:
    return (*UNCOMMITTED, *_revisions(context, word))


def _pages(context: Context, word: str) -> Iterable[str]:
    from drift.revision.git import Repository
    from drift.site.documents import suffix_of, suffixes

    repository = Repository(_place(context))
    rev = str(context.params.get("at") or "HEAD")
    page, sign, _ = word.partition("#")
    if sign:
        names = _anchors(repository, rev, page)
        return (f"{page}#{name}" for name in names if name)
    told = repository.ask("ls-tree", "-r", "-z", "--name-only", "--end-of-options", rev)
    known = suffixes()
    return (path for path in (told or "").split("\0") if suffix_of(path) in known)


def _anchors(repository: Repository, rev: str, page: str) -> Iterable[str]:
    from drift.revision.names import open_revision
    from drift.site.build import site
    from drift.trees.walk import walk

    word = f"{rev}:{repository.prefix}{page}"
    pages = site(open_revision(word, repo_dir=repository.folder)).pages
    return [section.anchor for one in pages.values() for _, section in walk(one.root)]


def _listed(names: Callable[[], Iterable[str]]) -> Callable[[Context, str], Iterable[str]]:
    """Complete one name, or the last of a list with commas."""

    def completer(_context: Context, word: str) -> Iterable[str]:
        head = word[: word.rfind(",") + 1]
        return (head + name for name in sorted(names()))

    return completer


def _formats(context: Context, _word: str) -> Iterable[str]:
    return formats(context.info_name or "")


def _actions(context: Context, _word: str) -> Iterable[str]:
    action = next(one for one in context.command.params if one.name == "action")
    return (action.metavar or "").split("|")


def _periods() -> Iterable[str]:
    from drift.aggregate.notes.spans import PERIODS

    return PERIODS


def _policies() -> Iterable[str]:
    from drift.review import policies

    return policies()


def _documents() -> Iterable[str]:
    from drift.cli.schema import DOCUMENTS

    return DOCUMENTS


def _significances() -> Iterable[str]:
    from drift.changes.base import Significance

    return get_args(Significance)


def _severities() -> Iterable[str]:
    from drift.review.decisions import Severity

    return get_args(Severity)


def _scopes() -> Iterable[str]:
    from drift.explain.base import Scope

    return get_args(Scope)


COMPLETERS: Mapping[str, Callable[[Context, str], Iterable[str]]] = MappingProxyType(
    {
        "words": _ranges,
        "old": _sides,
        "new": _sides,
        "rev": _trees,
        "at": _revisions,
        "word": _pages,
        "kind": _listed(lambda: (*kind_names(), *rule_names())),
        "significance": _listed(_significances),
        "scope": _listed(_scopes),
        "fail_on": _listed(_severities),
        "by": _listed(_periods),
        "name": _listed(_policies),
        "document": _listed(_documents),
        "format_": _formats,
        "action": _actions,
    }
)
"""By the name that a parameter has in the functions of the commands: one that is called so is one of these."""
