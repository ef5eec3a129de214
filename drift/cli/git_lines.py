"""Two files -> the lines in which they differ, for what is no readable document."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from drift.errors import UsageError
from drift.render.visible import aligned

_STYLES: MappingProxyType[str, str] = MappingProxyType({"+": "32", "-": "31", "@": "36"})

DIFFERENT = 1
"""Exit status of `git diff --no-index` where the files differ."""


def lines(old: Path | None, new: Path | None, *, color: bool) -> str:
    """Compare two files line by line, as git does.

    Args:
        old: One file; None where there was none.
        new: The other; None where there is none any more.
        color: Whether to colour what came and what went.

    Returns:
        The hunks without git's header, which would name files that only git knows. Of binary files, that they differ.

    Raises:
        UsageError: Git cannot compare them.
    """
    command = ["git", "diff", "--no-index", "--no-ext-diff", "--no-textconv", "--no-color", "--"]
    # A file called `-` would be standard input.
    files = [str(file.absolute()) if file else "/dev/null" for file in (old, new)]
    try:
        done = subprocess.run([*command, *files], capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        raise UsageError("git cannot be run", remedy="install git") from error
    if done.returncode > DIFFERENT:
        raise UsageError(f"git cannot compare the files: {done.stderr.decode(errors='replace')}")
    return "".join(_shown(done.stdout.decode("utf-8", "backslashreplace"), color=color))


def _shown(diff: str, *, color: bool) -> Iterator[str]:
    begun = False
    for line in diff.split("\n"):
        begun = begun or line.startswith("@@")
        if begun and line:
            safe = aligned(line)
            style = _STYLES.get(line[0]) if color else None
            yield f"\x1b[{style}m{safe}\x1b[m\n" if style else f"{safe}\n"
        elif line.startswith("Binary files "):
            yield "Binary files differ\n"
