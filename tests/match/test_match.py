"""What holds of matching any two sites."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drift.match.matching import Matching

SENTENCES = (
    "Book trains before flights, and ask the travel desk when a trip costs more than a wage.",
    "Holidays are agreed with the team first and entered in the shared calendar afterwards.",
    "Lock the screen whenever a desk is left alone, and tell the front office of lost keys.",
    "Quotes are signed by the regional lead and archived under the name of the customer.",
    "Yes.",
    "",
)
TITLES = ("Travel", "Leave", "Keys", "Overview", "Notes")

SECTION = st.builds(
    lambda depth, title, texts: f"{'#' * depth} {title}\n\n" + "\n\n".join(texts),
    st.integers(1, 3),
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(SENTENCES), max_size=3),
)
PAGE = st.lists(SECTION, max_size=4).map("\n\n".join)
SITE = st.dictionaries(st.sampled_from(["a.md", "b.md", "hr/a.md", "c.md"]), PAGE, max_size=4)

Matched = Callable[[dict[str, str], dict[str, str]], Matching]
RELAXED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@RELAXED
@given(SITE, SITE)
def test_it_is_one_to_one(matched: Matched, old: dict[str, str], new: dict[str, str]) -> None:
    matching = matched(old, new)
    for pairs in (matching.pages, matching.sections):
        assert {p.new for p in pairs.by_old.values()} == pairs.by_new.keys()
        assert len(pairs.by_old) == len(pairs.by_new)
        assert all(0 < pair.confidence < 1 for pair in pairs.by_old.values())


@RELAXED
@given(SITE, SITE)
def test_roots_are_paired_with_roots_and_as_their_pages(
    matched: Matched, old: dict[str, str], new: dict[str, str]
) -> None:
    matching = matched(old, new)
    roots = {
        (pair.old, pair.new)
        for pair in matching.sections.by_old.values()
        if not matching.old.nodes[pair.old].depth or not matching.new.nodes[pair.new].depth
    }
    assert roots == {(pair.old, pair.new) for pair in matching.pages.by_old.values()}


@RELAXED
@given(SITE, SITE)
def test_the_way_back_is_the_way_there_turned(
    matched: Matched, old: dict[str, str], new: dict[str, str]
) -> None:
    there, back = matched(old, new), matched(new, old).turned()
    assert {(p.old, p.new, p.confidence) for p in there.sections.by_old.values()} == {
        (p.old, p.new, p.confidence) for p in back.sections.by_old.values()
    }
    for one, other, forest in (
        (there.splits, back.splits, there.old),
        (there.merges, back.merges, there.new),
    ):
        # One section that becomes a page moved; a page that becomes a section is merged.
        sections = ({s for s in side if forest.nodes[s.whole].depth} for side in (one, other))
        assert next(sections) == next(sections)


@RELAXED
@given(SITE)
def test_a_site_and_itself_have_nothing_to_match(matched: Matched, site: dict[str, str]) -> None:
    matching = matched(site, site)
    assert matching.unchanged == site.keys()
    assert (matching.old.nodes, matching.new.nodes, matching.splits, matching.merges) == (
        (),
        (),
        (),
        (),
    )
