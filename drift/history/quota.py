"""How many commits a reader wants -> how many more a walk should look at."""

from __future__ import annotations


class Quota:
    """Some commits of which something is told: the reader counts what comes, and the walk asks how much is missing."""

    def __init__(self, most: int) -> None:
        """Begin with nothing seen.

        Args:
            most: How many commits of which something is told are wanted.
        """
        self._most = most
        self._seen = self._told = 0

    @property
    def met(self) -> bool:
        """Whether there are as many as are wanted."""
        return self._told >= self._most

    def count(self, *, told: bool) -> None:
        """Count a commit.

        Args:
            told: Whether something is told of it: it touches documents, and no filter holds it back.
        """
        self._seen += 1
        self._told += told

    def ahead(self) -> int:
        """Tell how many commits are likely to have what is missing, by those seen so far."""
        missing = self._most - self._told
        return -(-missing * (self._seen + 1) // (self._told + 1))
