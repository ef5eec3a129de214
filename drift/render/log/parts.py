"""A log for people -> a part for each commit that they may read, apart from one another, and a word for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drift.render.log.base import Logged
from drift.render.log.header import silence


def parts(
    log: Iterable[Logged], part: Callable[[Logged], str], last: Callable[[str], str]
) -> Iterator[bytes]:
    """Write the commits that touch a document, or of which something could not be read.

    Args:
        log: The commits.
        part: Writes one of them, with a line end.
        last: Writes the sentence that counts the rest, with a line end.

    Yields:
        Each part as soon as its commit comes, with an empty line between two; then the sentence, if there is one.
    """
    skipped, between = 0, ""
    for logged in log:
        if logged.told is None and not logged.problem:
            skipped += 1
            continue
        yield (between + part(logged)).encode("utf-8", "backslashreplace")
        between = "\n"
    if text := silence(skipped):
        yield (between + last(text)).encode()
