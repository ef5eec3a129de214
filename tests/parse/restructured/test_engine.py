"""States are made when they are entered."""

from __future__ import annotations

from docutils.parsers.rst import states

from drift.parse.restructured.engine import Machine
from drift.parse.restructured.machine import states_of_page


def test_no_state_is_made_before_it_is_entered() -> None:
    machine = Machine(state_classes=states_of_page(), initial_state="Body")
    assert not machine.states
    made = machine.states["Text"]
    assert list(machine.states) == ["Text"]
    assert machine.states["Text"] is made


def test_transitions_are_those_of_docutils() -> None:
    machine = Machine(state_classes=states_of_page(), initial_state="Body")
    for kind in states.state_classes:
        known = kind(machine)
        lean = machine.states[kind.__name__]
        assert lean.transition_order == known.transition_order
        for name, (pattern, _, following) in known.transitions.items():
            assert (pattern, following) == (lean.transitions[name][0], lean.transitions[name][2])
