from __future__ import annotations

import pytest

from drift.aggregate.elsewhere import Elsewhere
from drift.aggregate.lead import FEW_WORDS
from drift.history.places import places
from drift.match import match
from tests.aggregate.lives import CARS, FOOD, KEYS, LEAVE, MAIL, page, part
from tests.aggregate.passages import place, written
from tests.conftest import both

OLD = page("Staff", MAIL, part("Leave", LEAVE), part("Keys", KEYS), part("Food", FOOD))
NEW = page("Staff", MAIL, part("Cars", CARS + LEAVE + KEYS), part("Food", FOOD))


@pytest.mark.parametrize(
    ("was", "wanted"),
    # The keys became the cars, and have a counterpart.
    [("leave", "cars"), ("keys", "-"), ("food", "-"), ("", "-")],
)
def test_what_was_said_is_found_again(was: str, wanted: str) -> None:
    matching = match(*both({"a.md": OLD}, {"a.md": NEW}))
    node = places(matching.old).index(place(f"a.md#{was}".rstrip("#")))
    lead = Elsewhere(matching).lead(node)
    assert written(lead.place if lead else None).removeprefix("a.md#") == wanted
    words = matching.evidence.old.profile(node).size
    assert lead is None or 0.9 < lead.confidence * (words + FEW_WORDS) / words < 1.01
