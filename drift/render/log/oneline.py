"""A log -> one line a commit: its id, its subject, and what it changed in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drift.render.base import Wishes
from drift.render.log.base import Logged, LogRenderer
from drift.render.log.header import short, subject
from drift.render.log.words import words
from drift.render.visible import visible

_ID = "\x1b[33m{}\x1b[0m"
_WORDS = "\x1b[2m({})\x1b[0m"
# As git colours an id; rich would take longer to start than most logs take to write.


def render(log: Iterable[Logged], view: Wishes) -> Iterator[bytes]:
    """Write a log to be skimmed.

    Args:
        log: The commits.
        view: Whether to colour it; a line is as long as it is.

    Yields:
        A line for each commit that touches a document.
    """
    identity, said = (_ID, _WORDS) if view.color else ("{}", "({})")
    for logged in log:
        told = words(entry) if (entry := logged.entry) else visible(logged.problem)
        if told:
            line = f"{identity.format(short(logged.commit))} {subject(logged.commit)} {said.format(told)}\n"
            yield line.encode("utf-8", "backslashreplace")


ONELINE = LogRenderer("oneline", render)
