from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from drift.aggregate.answers import kept
from drift.cache.store import Cache, open_cache

DECODER = msgspec.msgpack.Decoder(tuple[str, ...])


class Asked:
    """Works an answer out, and counts how often."""

    def __init__(self, *, lasting: bool = True) -> None:
        self.times = 0
        self._lasting = lasting

    def __call__(self) -> tuple[tuple[str, ...], bool]:
        self.times += 1
        return (f"answer {self.times}",), self._lasting


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return open_cache(tmp_path / "cache", version=b"1")


def test_an_answer_is_worked_out_once(cache: Cache) -> None:
    asked = Asked()
    with cache:
        assert [kept(cache, ("terms", "a..b"), DECODER, asked) for _ in range(2)] == [
            ("answer 1",)
        ] * 2
    assert asked.times == 1


def test_another_question_has_another_answer(cache: Cache) -> None:
    asked = Asked()
    with cache:
        questions = (("terms", "a..b"), ("terms", "a..c"), ("redirects", "a..b"), ("p\udcff",))
        answers = [kept(cache, facts, DECODER, asked) for facts in questions]
    assert len(set(answers)) == len(questions)


def test_what_may_be_otherwise_tomorrow_is_not_kept(cache: Cache) -> None:
    asked = Asked(lasting=False)
    with cache:
        assert kept(cache, ("terms",), DECODER, asked) == ("answer 1",)
        assert kept(cache, ("terms",), DECODER, asked) == ("answer 2",)


def test_what_cannot_be_read_is_worked_out_again(cache: Cache) -> None:
    numbers = msgspec.msgpack.Decoder(int)
    with cache:
        assert kept(cache, ("terms",), numbers, lambda: (7, True)) == 7
        assert kept(cache, ("terms",), DECODER, Asked()) == ("answer 1",)
        assert kept(cache, ("terms",), numbers, lambda: (8, True)) == 8
