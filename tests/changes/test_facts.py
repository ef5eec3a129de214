"""Facts that changed, by pairs of sentences."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drift.changes.facts import _FACT, _STEP, _fact, _near, facts
from drift.trees.words import spans

PIECES = (
    *("Sept. 5", "5 September", "Sept.", "2031", "9 a.m", "p.m. ", "12:30", "5.", "Q3 ", "3rd"),
    *("$5", "5 USD", "%", "2 weeks", "hundred days", "don't", "cannot", "we", "'ll", "’", "must"),
    *("two", "one", "word", "ends. ", "Asks. ", ". ", ", ", " ", "-", "; ", "!", "?", "(", ")"),
    *('"', "\n", ":", ".", "#", "年", "5万円", "1) ", "_", "x"),
)  # fmt: skip

SAME = (
    ("We do not provide phones.", "We don't provide phones."),
    ("It cannot be edited.", "It can't be edited."),
    ("You can not stay.", "You cannot stay."),
    ("Run it with --no-desk.", "Run it with --no-gate --no-desk."),
    ("It is a must-have.", "It is a can-do."),
    ("They will not reply.", "They won’t reply."),
    ("You will find it there.", "You'll find it there."),
    ("The crew has to sign.", "The crews have to sign."),
    ("One needs to sign.", "All need to sign."),
    ("A badge is required here.", "A badge is reqiured here."),
    ("It closes for 2 weeks.", "It closes for two weeks."),
    ("It takes 1-2 weeks.", "It takes one to two weeks."),
    ("It costs 5 USD.", "It costs $5 USD."),
    ("On 5 January 2031 it opens.", "On 5-Jan-2031 it opens."),
    ("A 30-minute break.", "A 30 minute break."),
    ("On 5 January 2031 it opens.", "On January 5th, 2031 it opens."),
    ("It is not paid.", "It is never paid."),
    ("A third-party rope.", "A 3rd-party rope."),
    ("Ask Taylor and Ann.", "Ask Taylor and Will Da Silva."),
    ("It is optional(berth=None).", "It is optional(berth='east')."),
    ("A new rope (#11701).", "A new rope (#11701, #17943)."),
    ("The only dry one.", "The only dry ones."),
    ("The second watch.", "The last watch."),
    ("1) Coil it.", "Coil it."),
    ("Step 1: Coil it.", "2. Coil it."),
    ("Example 1", "Example 2"),
    ("Table 2.9: Tides at the quay", "Table 2.10: Tides at the quay"),
    ("Figure 3 - The quay", "Figure 4 - The quay"),
)
"""Other words for the same facts."""

CHANGED: tuple[tuple[str, str, list[tuple[str, str | None, str | None]]], ...] = (
    ("You can go.", "You can't go.", [("negation", None, "not")]),
    ("Table 3 is booked.", "Table 4 is booked.", [("number", "3", "4")]),
    ("As example 1 shows.", "As example 2 shows.", [("number", "1", "2")]),
    ("Step 1: Wait 3 days.", "Step 2: Wait 4 days.", [("duration", "3 days", "4 days")]),
    ("All of them pay.", "None of them pay.", [("negation", None, "None")]),
    ("They may go.", "They will go.", [("modal", "may", "will")]),
    # The comma is new behind the first figure, which is not.
    (
        "It runs on 3.13, 3.14 and newer ones.",
        "It runs on 3.13, 3.14, 3.15 and newer ones.",
        [("number", None, "3.15")],
    ),
    ("You must go.", "You shouldn't go.", [("modal", "must", "should"), ("negation", None, "not")]),
    ("You'll go.", "You must go.", [("modal", "will", "must")]),
    ("It needs to go.", "It has to go.", [("modal", "needs to", "has to")]),
    ("We do not go.", "We go.", [("negation", "not", None)]),
    ("Up to $1,000\xa0a year.", "Up to $2,000\xa0a year.", [("amount", "$1,000", "$2,000")]),
    ("From 9:30am to ten.", "From 1:15pm to ten.", [("date", "9:30am", "1:15pm")]),
    ("It starts at 9 am.", "It starts at 17:00.", [("date", "9 am", "17:00")]),
    ("14:00--15:00: Lunch.", "14:00--14:50: Lunch.", [("date", "15:00", "14:50")]),
    ("Seats 10--15 guests.", "Seats 10--14 guests.", [("number", "15", "14")]),
    ("Java 1.8.0_102.", "Java 17.0.4.", [("number", "1.8.0_102", "17.0.4")]),
    ("At 10.8.4.226.", "At 10.8.14.226.", [("number", "10.8.4.226", "10.8.14.226")]),
    ("From -15 on.", "From -14 on.", [("number", "-15", "-14")]),
    ("A badge is required here.", "A badge is requested here.", [("modal", "required", None)]),
    ("After 5 days.", "After 5 working days.", [("duration", "5 days", "5 working days")]),
    ("Pay $5 now.", "Pay $5 or $6 now.", [("amount", None, "$6")]),
    ("5 or 5.", "5.", [("number", "5", None)]),
    # Nothing but a word beside it came: the old figure is still there, or says more now.
    ("Rest six weeks here.", "Rest six or eight weeks here.", [("duration", None, "eight weeks")]),
    ("Built in 2005 for us.", "Built in May 2005 for us.", [("date", None, "May 2005")]),
    # What went in one place did not become what came in another.
    (
        "They still have to open a few hatches to air it.",
        "There may still be a few hatches required to air it.",
        [("modal", "have to", None), ("modal", None, "may"), ("modal", None, "required")],
    ),
    # But a figure that is the only one went nowhere else.
    (
        "The crew of the second deck sleeps on 33 mats below.",
        "On the 35 mats below sleeps the crew.",
        [("number", "33", "35")],
    ),
    # A sentence that was written anew has its own verbs, and other figures unless there are as many.
    ("Once hulls dry you can begin here.", "A skipper will go through all steps.", []),
    (
        "Berths are counted every 3 or 5 tides by hand.",
        "Ranks range from 0 up to 33 where 0 is worst.",
        [],
    ),
    (
        "Rope costs $5 when bought off old chandlers.",
        "Members pay $7 whatever ship they sail under.",
        [("amount", "$5", "$7")],
    ),
    ("Within two days.", "Within four days.", [("duration", "two days", "four days")]),
    ("出港の3日前に出す。", "出港の5日前に出す。", [("number", "3", "5")]),
    ("停泊は1,000円です。", "停泊は1,200円です。", [("amount", "1,000円", "1,200円")]),
    ("点検は2時間です。", "点検は3時間です。", [("duration", "2時間", "3時間")]),
    ("开放到2031年5月1日", "开放到2031年6月1日", [("date", "2031年5月1日", "2031年6月1日")]),
    ("船员必须签字", "船员不得签字", [("modal", "必须", "不得")]),
    ("서명은 필수입니다.", "서명은 권장입니다.", [("modal", "필수", "권장")]),
    ("닻은 3개월 쓴다.", "닻은 6개월 쓴다.", [("duration", "3개월", "6개월")]),
)


@pytest.mark.parametrize(("old", "new"), SAME)
def test_a_contraction_is_no_change_of_facts(old: str, new: str) -> None:
    assert facts(old, new) == ()
    assert facts(new, old) == ()


@pytest.mark.parametrize(("old", "new", "expected"), CHANGED)
def test_facts_are_paired_with_what_they_became(
    old: str, new: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(fact.kind, fact.before, fact.after) for fact in facts(old, new)] == expected


def test_a_chain_of_figures_costs_no_more_than_its_length() -> None:
    started = time.process_time()
    facts("1." * 20_000, "1." * 19_999 + "2.")
    assert time.process_time() - started < 5


def test_many_facts_of_one_text_are_paired_with_what_they_became() -> None:
    numbers = range(10_000, 12_000)
    old, new = (
        " ".join(f"row {n} {verb} be {n * step}" for n in numbers)
        for verb, step in (("must", 3), ("may", 7))
    )
    expected = [pair for n in numbers for pair in (("must", "may"), (str(n * 3), str(n * 7)))]
    assert [(fact.before, fact.after) for fact in facts(old, new)] == expected


def test_a_fact_within_a_word_is_told() -> None:
    assert [(f.before, f.after) for f in facts("It is x-5 now.", "It is x-6 now.")] == [("5", "6")]


@pytest.mark.parametrize("word", sorted(set(re.findall("[a-z]+", _FACT))))
def test_each_word_that_a_fact_may_have_is_looked_for(word: str) -> None:
    for text in (f"They {word} to rest.", f"For {word} weeks they rest."):
        found = [match.span() for match in _near(text, spans(text), range(9))]
        assert found == [match.span() for match in _fact().finditer(text)]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@settings(deadline=None)
def test_a_text_has_the_facts_of_its_stretches(text: str) -> None:
    words, step = spans(text), _STEP.match(text)
    found = [match.span() for match in _near(text, words, range(len(words)))]
    assert found == [match.span() for match in _fact().finditer(text, step.end() if step else 0)]
