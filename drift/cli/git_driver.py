"""What git hands to its external diff driver, a page a process -> what changed on it.

`drift git install` lets git run this module. It is a program of its own and no command, since `git diff` starts it
for every page and a command line takes time to be made.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from drift.cli import exit_codes
from drift.cli.git_screen import git_screen
from drift.cli.output import complain, deliver
from drift.errors import DriftError, UsageError
from drift.render.visible import visible
from drift.revision.base import shown

NOTHING: Final = "/dev/null"
"""The file of a page that is not there, on every system."""

UNKNOWN: Final = "."
"""The mode of a page that is not there."""


def driven(words: list[str]) -> str:
    """Tell what changed on the page that git names.

    Args:
        words: The path, then file, id and mode of both sides; the new path and what git knows of it, if it was
            renamed. Nothing but the path where it is in conflict.

    Returns:
        The text.

    Raises:
        DriftError: Git is to be asked for the lines instead.
    """
    # Imported where objects are not counted any more: a collection during the imports is a tenth of the work.
    from drift.cli.git_page import Handed, page

    match words:
        case [path]:
            return f"{visible(shown(os.fsencode(path)))}\n  in conflict\n\n"
        case [path, old, _, old_mode, new, _, new_mode, *renamed]:
            before = Handed(path, file(old), old_mode.strip(UNKNOWN))
            after = Handed(renamed[0] if renamed else path, file(new), new_mode.strip(UNKNOWN))
            return page(before, after, git_screen())
    raise UsageError("git runs this program", remedy="drift git install sets it up")


def file(word: str) -> Path | None:
    """Give the file that git names.

    Args:
        word: What it says.

    Returns:
        The file, or None where the page is not there.
    """
    return None if word == NOTHING else Path(word)


def told(tell: Callable[[list[str]], str]) -> int:
    """Run as a program that git starts.

    Args:
        tell: What it was started with -> the text to print.

    Returns:
        The exit status.
    """
    gc.disable()
    # The process ends with its one answer.
    try:
        deliver(tell(sys.argv[1:]), None)
    except DriftError as error:
        complain(str(error))
        return exit_codes.UNUSABLE
    except KeyboardInterrupt:
        return exit_codes.INTERRUPTED
    return exit_codes.DONE


def main() -> int:
    """Run as git's external diff driver.

    Returns:
        The exit status: anything but 0 lets the line that `drift git install` wrote ask git for the lines.
    """
    return told(driven)


if __name__ == "__main__":
    sys.exit(main())
