"""Git's standard output -> what a program that git runs may show there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from drift.cli.output import PLAIN_WIDTH, WIDEST, Screen


def git_screen() -> Screen:
    """Tell how wide and colourful git wants the output to be, which often goes through its pager.

    Returns:
        Colour where git itself would use it for a diff, unless `NO_COLOR` is set; the width of the terminal, which
        git hands on in `COLUMNS`, where somebody reads at one.
    """
    seen = sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") == "true"
    width = shutil.get_terminal_size().columns if seen else PLAIN_WIDTH
    return Screen(min(width, WIDEST), not os.environ.get("NO_COLOR") and _wants_color())


def _wants_color() -> bool:
    """Ask git, which knows `color.ui`, `color.diff`, `color.pager` and the terminal: its standard output is ours."""
    asked = ["git", "config", "--get-colorbool", "color.diff"]
    try:
        return subprocess.run(asked, stderr=subprocess.DEVNULL, check=False).returncode == 0  # noqa: S603 - own words
    except OSError:
        return False
