from __future__ import annotations

from drift.match.gathered import gathered


def test_keys_and_things_keep_their_order() -> None:
    found = gathered(["rope", "anchor", "rudder", "sail", "ring"], lambda word: word[0])
    assert list(found.items()) == [
        ("r", ["rope", "rudder", "ring"]),
        ("a", ["anchor"]),
        ("s", ["sail"]),
    ]
