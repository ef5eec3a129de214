from __future__ import annotations

import pytest

from drift.aggregate.terms.audit import audit
from drift.aggregate.terms.term import Expected, Term
from drift.errors import UsageError
from tests.aggregate.terms.histories import end, everything

PLAN = """\
# The QPAD

Each crew writes a QPAD, see [how QPADs are read](qpad-rules.md).

```sh
qpad --new
```

## Past

Once there was only one QPAD for all.
"""
RULES = "# Rules\n\nA GPAD (formerly QPAD) is short.\n"
CHANGES = "# Changes\n\n- The QPAD is born.\n"
NOW = {"plan.md": PLAN, "qpad-rules.md": RULES, "archive/changes.md": CHANGES}


def audited(one: Expected) -> Term:
    revisions = ({"plan.md": PLAN.replace("QPAD", "QRAD")}, NOW)
    (term,) = audit((one,), everything(revisions), end(revisions))
    return term


def places(term: Term) -> list[str]:
    return [f"{one.path}:{one.line} {one.scope}" for one in term.leftovers]


def pardoned(term: Term) -> list[str]:
    return [f"{one.path}:{one.line} {one.scope} {one.why}" for one in term.allowed]


def test_everything_that_is_left_over_is_named() -> None:
    term = audited(Expected("QPAD", "GPAD"))
    assert places(term) == [
        "plan.md:1 heading",
        "plan.md:3 prose",
        "plan.md:3 label",
        "plan.md:3 url",
        "plan.md:6 code",
        "plan.md:11 prose",
        "qpad-rules.md:1 path",
    ]
    assert pardoned(term) == ["archive/changes.md:3 prose history", "qpad-rules.md:3 prose history"]
    assert (term.expected, term.complete, term.confidence) == (True, False, 1.0)


def test_a_version_beside_which_a_later_one_stands_belongs_to_the_past() -> None:
    paths = ("v1.0/plan.md", "v1.1/plan.md", "versioned_docs/version-1.1/plan.md")
    site = end(({}, dict.fromkeys(paths, "# Plan\n\nOne QPAD.\n")))
    (term,) = audit((Expected("QPAD", "GPAD"),), everything(({},)), site)
    assert places(term) == ["v1.1/plan.md:3 prose"]
    assert pardoned(term) == [f"{path}:3 prose history" for path in (paths[0], paths[2])]


def test_what_is_outside_the_scopes_is_set_apart() -> None:
    term = audited(Expected("QPAD", "GPAD", scopes=frozenset({"heading", "label"})))
    assert places(term) == ["plan.md:1 heading", "plan.md:3 label"]
    assert [why.rpartition(" ")[2] for why in pardoned(term)] == ["scope"] * 7


@pytest.mark.parametrize(
    ("allow", "left"),
    [
        (("plan.md", "*rules*"), []),
        (
            ("#past",),
            [
                "plan.md:1 heading",
                "plan.md:3 prose",
                "plan.md:3 label",
                "plan.md:3 url",
                "plan.md:6 code",
                "qpad-rules.md:1 path",
            ],
        ),
        (("plan.md#The QPAD", "qpad-rules.md"), []),
        (("rules.md#The QPAD", "plan.md"), ["qpad-rules.md:1 path"]),
    ],
)
def test_places_that_may_say_the_old_term(allow: tuple[str, ...], left: list[str]) -> None:
    assert places(audited(Expected("QPAD", "GPAD", allow=allow))) == left


def test_a_place_that_means_nothing_is_refused() -> None:
    with pytest.raises(UsageError):
        audited(Expected("QPAD", "GPAD", allow=(":(attr:x)a",)))


def test_how_far_a_renaming_went() -> None:
    old = {"plan.md": "# Plan\n\nThe QPAD is read.\n\nEach QPAD is short.\n"}
    half = {"plan.md": "# Plan\n\nThe GPAD is read.\n\nEach QPAD is short.\n"}
    (term,) = audit((Expected("QPAD", "GPAD"),), everything((old, half)), end((old, half)))
    assert (term.count, term.pages, places(term)) == (1, 1, ["plan.md:5 prose"])
    assert term.first is not None
    assert term.first.commit == f"{1:040x}"


def test_what_was_never_begun() -> None:
    (term,) = audit((Expected("lamp", "light"),), everything((NOW,)), end((NOW,)))
    assert (term.count, term.first, term.last, term.complete) == (0, None, None, True)


def test_a_new_form_that_holds_the_old_one_is_no_leftover() -> None:
    now = {"a.md": "# Crew\n\nThe core team meets, and no other team.\n"}
    (term,) = audit((Expected("team", "core team"),), everything((now,)), end((now,)))
    assert places(term) == ["a.md:3 prose"]


def test_another_spelling_in_capitals() -> None:
    now = {"a.md": "# Crew\n\nWe use Github.\n\nWe use GitHub, at github.com.\n"}
    (term,) = audit((Expected("Github", "GitHub"),), everything((now,)), end((now,)))
    assert places(term) == ["a.md:3 prose"]


@pytest.mark.parametrize("form", ["*", "(", "a.b", "\\", "🦀", "x" * 300])
def test_any_text_can_be_a_term(form: str) -> None:
    now = {"a.md": f"# Crew\n\nWe say {form} here.\n"}
    (term,) = audit((Expected(form, "lamp"),), everything((now,)), end((now,)))
    assert isinstance(term.leftovers, tuple)
