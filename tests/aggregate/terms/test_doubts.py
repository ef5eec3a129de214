from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from drift.aggregate.terms.doubts import can_be_term
from drift.aggregate.terms.renamings import Renaming
from drift.aggregate.terms.vocabulary import Vocabulary
from drift.explain.base import Scope
from tests.conftest import both

TEXT = "# Crew\n\nAsk @quill, the stone mason, or the second mate about any pipeline.\n"


def renaming(
    before: str, after: str, *, titles: int = 0, scopes: dict[Scope, int] | None = None
) -> Renaming:
    counted: Counter[Scope] = Counter()
    counted.update(scopes or {"prose": 4})
    return Renaming(
        forms=((before, after),),
        longer=(),
        count=4,
        places=counted.total(),
        back=0,
        elsewhere=0,
        steps=(0, 1, 2, 3),
        pages=frozenset({"a.md"}),
        scopes=counted,
        titles=titles,
        where=frozenset(),
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("QPAD", "GPAD", True),
        ("OneLogin", "Okta", True),
        ("Executive Council", "Board of Directors", True),
        ("Azure Pipelines", "GitHub Actions", True),
        ("Tammy Zhukova", "Samir Mandelbaum", False),
        ("Erica von Buelow", "Jimena Bugwadia", False),
        ("Quill", "Larsen", False),
        ("you are", "you're", False),
        ("will be", "are", False),
        ("how to add", "adding lamps", False),
        ("wealth of trading-house ships", "public ships", False),
        ("state of the fleet", "fleet report", False),
        ("Port of Last Call", "Harbour", True),
        ("define_role", "define-role", False),
        ("SLA's", "SLAs", False),
        ("complete", "incomplete", False),
        ("foo_seconds", "foo_minutes", False),
        ("4d4d4d", "484b51", False),
        ("deadbeef", "lamp", True),
        ("X.Y.Z", "YY.N.Z", False),
        ("True", "Disabled", False),
        ("lamp data", "string", False),
        ("lamp string", "beacon string", True),
        ("harbour-keeper", "default", False),
        ("defined here", "Actionability", False),
        ("html", "MD", False),
        ("FY20", "FY21", False),
        ("Harbour 22.04", "Quay 24.04", False),
        ("hello-lamp", "hello-00002", False),
        ("newest", "release-1.10", False),
        ("crew", "crew_1", False),
        ("crew", "crew34", False),
        ("crewName", "crew_name", True),
        ("Ship.crewName", "Ship.crew_name", True),
        ("watch.jsx", "watch.tsx", False),
        ("jsx", "tsx", False),
        ("entry points", "EntryPoint", False),
        ("comma separate", "comma-separated", False),
        ("using Galley", "using Pantry", False),
        ("Dynamo", "Dynamo 365", True),
        ("Office 365", "Galley 365", True),
        ("V2MOM", "VPMOM", True),
        ("ropes and lamps", "lamps and ropes", False),
        ("SAIL-LAMP-002", "SAIL-BEACON-02", False),
        ("site.data.crew_name", "data ship.crew_name", False),
        ("site.crew-name", "param crew_name", False),
        ("Crew.js Service", "Galley service", True),
        ("net.keeper", "net.warden", True),
        ("watch.py", "rota.py", True),
        ("10,000ft", "Shipshape", True),
    ],
)
def test_what_can_be_a_term(before: str, after: str, expected: bool) -> None:
    lexicon = Vocabulary(both({}, {"a.md": TEXT})[1])
    assert can_be_term(renaming(before, after), lexicon) == expected


@pytest.mark.parametrize(
    ("scopes", "titles", "expected"),
    [
        ({"heading": 1, "label": 2}, 3, False),
        ({"heading": 1, "label": 2}, 1, True),
        ({"heading": 1, "prose": 1}, 1, True),
        ({"heading": 1, "label": 1, "url": 4}, 2, False),
        ({"code": 3}, 0, False),
    ],
)
def test_titles_and_keywords(scopes: dict[Scope, int], titles: int, expected: bool) -> None:
    lexicon = Vocabulary(both({}, {"a.md": TEXT})[1])
    assert (
        can_be_term(renaming("lamp", "beacon", titles=titles, scopes=scopes), lexicon) == expected
    )


@pytest.mark.parametrize(
    ("before", "after", "things", "begins", "expected"),
    [
        ("lamp", "beacon", (1, 1), False, True),
        ("lamp", "beacon", (1, 2), False, False),
        ("lamp", "beacon", (0, 0), False, False),
        ("Sail", "Row", (0, 2), True, False),
        ("Sail", "Row", (0, 2), False, True),
        ("Sail", "Row", (0, 0), True, True),
        ("QPAD", "GPAD", (0, 2), True, True),
        ("Seldom", "Sometimes", (0, 0), True, True),
        ("Rarely", "Certainly", (0, 0), True, False),
        ("Go", "Quay", (8, 1), False, True),
        ("Go", "Quay", (8, 2), False, False),
        ("Go", "Quay", (7, 0), False, False),
        ("go", "Quay", (8, 1), False, False),
        ("Quay", "Go", (8, 1), False, False),
    ],
)
def test_ordinary_words_that_name_no_thing(
    before: str, after: str, things: tuple[int, int], begins: bool, expected: bool
) -> None:
    lexicon = Vocabulary(both({}, {"a.md": TEXT})[1])
    one = msgspec.structs.replace(renaming(before, after), things=things, begins=begins)
    assert can_be_term(one, lexicon) == expected


@pytest.mark.parametrize("scope", ["path", "url", "code"])
def test_a_path_or_code_makes_a_word_a_name(scope: Scope) -> None:
    lexicon = Vocabulary(both({}, {"a.md": TEXT})[1])
    one = renaming("lamp", "beacon", scopes={"prose": 2, scope: 1})
    assert can_be_term(msgspec.structs.replace(one, things=(0, 2)), lexicon)
