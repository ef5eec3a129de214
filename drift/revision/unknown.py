"""A word that names no revision -> the sentence that says why, and what was perhaps meant."""

from __future__ import annotations

import re

from drift.errors import RevisionError
from drift.revision.git import Repository

_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}", re.IGNORECASE)


def unknown(repository: Repository, word: str, *, otherwise: str) -> RevisionError:
    """Find out why a word names nothing.

    Args:
        repository: Where it was looked for.
        word: What the user wrote.
        otherwise: What is wrong with it where nothing better is found.

    Returns:
        The error to raise.
    """
    if word.startswith("-"):
        return RevisionError("is an option and no revision", where=word)
    head, colon, path = word.partition(":")
    if not known(repository, "HEAD") and not repository.ask("for-each-ref", "--count=1"):
        return RevisionError("unknown revision: the repository has no commits yet", where=word)
    stem = re.split(r"[~^]", head, maxsplit=1)[0]
    if is_lost(repository, stem):
        return lost(word)
    if colon and known(repository, head):
        return RevisionError(f"{head} has no file or folder {path}", where=word)
    if stem != head and known(repository, stem):
        shallow = repository.ask("rev-parse", "--is-shallow-repository") == "true"
        remedy = "the clone is shallow: git fetch --unshallow" if shallow else ""
        return RevisionError("the history does not reach so far", where=word, remedy=remedy)
    unborn = repository.ask("symbolic-ref", "--short", "-q", "HEAD") if stem == "HEAD" else None
    problem = f"the branch {unborn} has no commits yet" if unborn else otherwise
    remedy = "" if unborn else _nearest(repository, head)
    return RevisionError(problem, where=word, remedy=remedy)


def known(repository: Repository, word: str) -> bool:
    """Tell whether a word names an object.

    Args:
        repository: Where to look.
        word: What the user wrote.

    Returns:
        Whether git knows it.
    """
    return bool(repository.ask("rev-parse", "--verify", "--quiet", "--end-of-options", word))


def is_lost(repository: Repository, word: str) -> bool:
    """Tell whether the repository has lost the object that a word names.

    Args:
        repository: Where to look.
        word: What the user wrote; no option.

    Returns:
        Whether git knows its id and not what it is; an id that the user wrote may be of another repository.
    """
    return (
        not _ID.fullmatch(word)
        and known(repository, word)
        and repository.ask("cat-file", "-t", word) is None
    )


def lost(word: str) -> RevisionError:
    """Say that the object that a word names is lost.

    Args:
        word: What the user wrote.

    Returns:
        The error to raise.
    """
    problem = "the repository is damaged or incomplete: it lacks what this names"
    return RevisionError(problem, where=word, remedy="git fsck names what is missing")


def _nearest(repository: Repository, head: str) -> str:
    from rapidfuzz import process  # noqa: PLC0415 - only a mistake needs it

    names = (repository.ask("for-each-ref", "--format=%(refname:short)") or "").split("\n")
    nearest = process.extractOne(head, [name for name in names if name], score_cutoff=60)
    return f"did you mean {nearest[0]}?" if nearest else "git tag and git branch --all list them"
