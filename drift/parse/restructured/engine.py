"""docutils' state machines, with states that are made when they are entered.

docutils makes a machine for each list and each run of explicit markup, and with it fifteen states and two hundred
transitions, of which it needs two or three. That would take most of the time in which a short text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from docutils.parsers.rst import states
from docutils.statemachine import State


class States(dict[str, "State[list[str]]"]):
    """The states of a machine by name, each made when it is asked for."""

    def __init__(
        self, machine: states.RSTStateMachine, kinds: Mapping[str, type[State[list[str]]]]
    ) -> None:
        """Begin with none.

        Args:
            machine: The machine.
            kinds: What there is, by name.
        """
        super().__init__()
        self.begun = False
        # Whether the machine runs, and its states can know what it reads.
        self._machine = machine
        self._kinds = kinds

    def __missing__(self, name: str) -> State[list[str]]:
        """Make a state."""
        state = self[name] = self._kinds[name](self._machine)
        if self.begun:
            state.runtime_init()
        return state


class Machine(states.RSTStateMachine):
    """Reads a page."""

    def add_states(self, state_classes: Iterable[type[State[list[str]]]]) -> None:
        """Know states, without making them."""
        self.states = States(self, _by_name(tuple(state_classes)))

    def runtime_init(self) -> None:
        """Prepare the states that there are."""
        _begin(self.states)
        super().runtime_init()


class NestedMachine(Machine, states.NestedStateMachine):
    """Reads a part of a page, as docutils' own machine for that does."""


class Lean(states.RSTState):
    """A state that takes its transitions from what is known of its class."""

    nested_sm = NestedMachine

    def add_initial_transitions(self) -> None:
        """Bind the transitions of the class to this state."""
        for name, pattern, following in _transitions(type(self)):  # type: ignore[arg-type]  # mypy's doubt whether classes have hashes
            self.transition_order.append(name)
            # docutils, too, has a method for each transition, of the same name.
            self.transitions[name] = (pattern, getattr(self, name), following)


def _begin(states: Mapping[str, State[list[str]]]) -> None:
    if isinstance(states, States):
        states.begun = True


@cache
def _by_name(kinds: tuple[type[State[list[str]]], ...]) -> dict[str, type[State[list[str]]]]:
    return {kind.__name__: kind for kind in kinds}


@cache
def _transitions(kind: type[Lean]) -> list[tuple[str, re.Pattern[str], str]]:
    """Look the transitions of a class up as docutils does for each of its states."""
    model = kind.__new__(kind)
    model.transition_order, model.transitions = [], {}
    super(Lean, model).add_initial_transitions()
    found = ((name, *model.transitions[name]) for name in model.transition_order)
    return [(name, pattern, following) for name, pattern, _, following in found]
