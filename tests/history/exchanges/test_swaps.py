from __future__ import annotations

from drift.history.exchanges.swaps import BREAK
from tests.aggregate.terms.histories import everything

BEFORE = {
    "conf.py": "",
    "plan.md": "# The QPAD\n\nThe QPAD is read, see [QPADs](guides/qpad.md).\n\n```sh\nqpad --new\n```\n",
    "guides/qpad.md": "# Rules\n\nAll rules are short, and each rule is read aloud at noon.\n",
}
AFTER = {
    "conf.py": "",
    "plan.md": "# The GPAD\n\nThe GPAD is read, see [GPADs](guides/gpad.md).\n\n```sh\ngpad --new\n```\n",
    "guides/gpad.md": BEFORE["guides/qpad.md"],
}


def test_every_scope_has_its_texts() -> None:
    told = everything((BEFORE, AFTER)).swaps
    # In lower case they are as near to each other as two spellings, and only their capitals make them terms.
    assert sorted((one.scope, *sorted({each.pair for each in one.exchanges})) for one in told) == [
        ("code",),
        ("heading", ("QPAD", "GPAD")),
        ("label", ("QPADs", "GPADs")),
        ("path",),
        ("prose", ("QPAD", "GPAD"), ("QPADs", "GPADs")),
        ("url",),
    ]
    assert {one.lost for one in told if one.scope in {"code", "path", "url"}} == {("qpad", BREAK)}


def test_a_line_of_code_that_came_for_another() -> None:
    before = "# Ship\n\nIn short:\n\n```yaml\n# ship.yml\nwatches:\n  first:\n    crew: two\n```\n"
    told = everything(({"a.md": before}, {"a.md": before.replace("watches:", "shifts:")})).swaps
    assert [[one.pair for one in swap.exchanges] for swap in told] == [[("watches", "shifts")]]
