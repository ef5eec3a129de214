"""Every error that drift raises on purpose, as one tree.

DriftError
├── RevisionError        a revision, repository or path that cannot be read
├── ConfigError          a configuration that cannot be used
├── CacheError           a cache that cannot be used
│   └── CacheDamagedError
└── UsageError           words on a command line that mean nothing
"""

from __future__ import annotations


class DriftError(Exception):
    """Something that the user can mend: what is wrong, where, and what would mend it.

    Args:
        problem: What is wrong, without a full stop.
        where: The file, revision or option it is about.
        remedy: What would mend it, or an empty string where nothing is known.
    """

    def __init__(self, problem: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the parts; the sentence is made when it is asked for."""
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: where, what, and the remedy."""
        head = f"{self.where}: {self.problem}" if self.where else self.problem
        line = f"{head} ({self.remedy})" if self.remedy else head
        return " ".join(line.split())


class RevisionError(DriftError):
    """A revision, repository or path that cannot be read."""


class ConfigError(DriftError):
    """A configuration that cannot be used."""


class CacheError(DriftError):
    """A cache that cannot be used; only who asks for the cache itself gets to see it."""


class CacheDamagedError(CacheError):
    """A cache that is drift's and holds what nobody has written."""


class UsageError(DriftError):
    """Words on a command line that mean nothing."""
