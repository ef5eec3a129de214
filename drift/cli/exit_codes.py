"""What the exit status of every command means."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
"""The work is done."""

FOUND: Final = 1
"""The work is done, and what was asked to fail on was found."""

UNUSABLE: Final = 2
"""Wrong usage or unusable input; one line on standard error says what is wrong and what would mend it."""

INTERRUPTED: Final = 130
"""Stopped from the keyboard, as a shell reports it."""
