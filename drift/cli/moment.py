"""`--since` and `--until` -> what git reads as a time, or an error where git would quietly take now."""

from __future__ import annotations

import re
from datetime import date

from drift.errors import UsageError

_TIME = re.compile(
    r"[0-9]|\b(now|today|yesterday|noon|midnight|tea|never|last"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)",
    re.IGNORECASE,
)
# What git counts with; of a month or a day of the week it reads the first letters.

_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")


def moment(text: str, *, option: str) -> str:
    """Hold a time against what git understands: it takes anything, and reads nonsense as now.

    Args:
        text: What the user wrote, such as `2024-03-01` or `2 weeks ago`; empty where nothing was.
        option: The option it was written for.

    Returns:
        The text.

    Raises:
        UsageError: Nothing in it is a time.
    """
    if text and not (_TIME.search(text) and all(map(_is_day, _DAY.findall(text)))):
        raise UsageError(
            f"{text!r} is no time", where=option, remedy="try '2024-03-01' or '2 weeks ago'"
        )
    return text


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
