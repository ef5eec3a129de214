"""A process that says much is read to its end; one that fails says why."""

from __future__ import annotations

import pytest
from git import Git

from drift.errors import RevisionError
from drift.revision.plumbing import end, pieces

FLOOD = "for n in $(seq 3000); do echo complaining at length about number $n >&2; echo $n; done"


def started(script: str) -> Git.AutoInterrupt:
    return Git().execute(["sh", "-c", script], as_process=True)


def test_complaints_do_not_stop_the_output() -> None:
    told = b"".join(pieces(started(FLOOD))).split()
    assert told == [b"%d" % n for n in range(1, 3001)]


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo fatal: this >&2; exit 128", "git cannot read the history: this"),
        ("echo 'fatal: this\nhint: that' >&2; exit 1", "git cannot read the history: this"),
        ("echo a; echo b >&2; exit 1", "git cannot read the history: b"),
        ("exit 1", "git cannot read the history: it ended without a word"),
        ("kill -9 $$", "git cannot read the history: it ended without a word"),
        (f"{FLOOD}; echo fatal: last >&2; exit 1", "git cannot read the history: last"),
    ],
)
def test_a_failure_says_why(script: str, sentence: str) -> None:
    with pytest.raises(RevisionError) as error:
        list(pieces(started(script)))
    assert str(error.value) == sentence


def test_the_end_is_the_end() -> None:
    process = started("exec sleep 50")
    child = process.proc
    assert child is not None
    end(process)
    assert child.returncode == -15
    end(process)
    assert child.stdout is not None
    assert child.stdout.closed
