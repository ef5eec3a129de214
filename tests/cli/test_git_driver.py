"""Git itself, with drift as its diff driver, on everything that it can hand over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drift.cli.app import run
from tests.revision.builder import CLEAN

BASE: dict[str, bytes | str] = {
    "docs/travel plan's.md": "# Travel\n\nTrips must be booked 30 days ahead.\n",
    "same.md": "# Same\n\nOne line and\nanother.\n",
    "gone.rst": "Gone\n====\n\nThis page goes away.\n",
    "moved.md": "# Moved\n\nThis page is long enough to be known again elsewhere.\n",
    "bytes.md": b"# Bytes\n\nCaf\xe9.\n",
    "code.py": "print(1)\n",
}

TOLD = """\
bytes.md
  ! is not UTF-8: line 3
@@ -1,3 +1,3 @@
 # Bytes
{blank}
-Caf\\xe9.
+Th\\xe9 \\x1b[2J.

diff --git a/code.py b/code.py
--- a/code.py
+++ b/code.py
@@ -1 +1 @@
-print(1)
+print(2)
docs/travel plan's.md
  mode 100644 → 100755
  Travel
    ~ facts changed: must → should
      ~ Trips [-must-] {+should+} be booked 30 …

gone.rst
  - page removed
    - This page goes away.

link.md
  symbolic link
@@ -0,0 +1 @@
+same.md
\\ No newline at end of file

moved here.md
  ~ moved here from moved.md

new.md
  + new page
@@ -0,0 +1,3 @@
+# New
+
+Now.

same.md
  reads the same, only how it is written differs (git diff --no-ext-diff shows
  the lines)

""".replace("{blank}", " ")


def git(place: Path, *words: str, **env: str) -> str:
    given = {**os.environ, **CLEAN, **env}
    done = subprocess.run(["git", *words], cwd=place, env=given, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode(errors="replace")


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work tree with one change of each sort, staged; drift is set up in it."""
    place = tmp_path_factory.mktemp("hand book") / "it's one"
    place.mkdir()
    git(place, "init", "-q", "-b", "main")
    for name, text in BASE.items():
        file = place / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    git(place, "add", ".")
    git(place, "commit", "-q", "-m", "Begin")
    travel = place / "docs" / "travel plan's.md"
    travel.write_text(travel.read_text().replace("must", "should"))
    travel.chmod(0o755)
    (place / "same.md").write_text("# Same\n\nOne line\nand another.\n")
    (place / "gone.rst").unlink()
    (place / "moved.md").rename(place / "moved here.md")
    (place / "bytes.md").write_bytes(b"# Bytes\n\nTh\xe9 \x1b[2J.\n")
    (place / "code.py").write_text("print(2)\n")
    (place / "new.md").write_text("# New\n\nNow.\n")
    (place / "link.md").symlink_to("same.md")
    git(place, "add", ".")
    assert run(["-C", str(place), "git", "install", "-q"]) == 0
    return place


def told(text: str) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith("index "))


def test_a_diff_of_everything(handbook: Path) -> None:
    assert told(git(handbook, "diff", "--cached", "-M")) == TOLD
    below = git(handbook / "docs", "diff", "--cached", "-M", ".")
    assert below.startswith("docs/travel plan's.md\n  mode 100644 → 100755\n")


def test_patches_stay_patches(handbook: Path) -> None:
    for words in (
        ("diff", "--no-ext-diff", "HEAD"),
        ("log", "-p", "--format="),
        ("diff-index", "-p", "HEAD"),
    ):
        assert git(handbook, *words).startswith("diff --git a/bytes.md b/bytes.md\n")


def test_a_log(handbook: Path) -> None:
    text = git(handbook, "log", "-p", "--ext-diff", "--format=%s", "--", "same.md")
    assert (
        text
        == "Begin\n\nsame.md\n  + new page\n@@ -0,0 +1,4 @@\n+# Same\n+\n+One line and\n+another.\n\n"
    )


@pytest.mark.parametrize(
    ("words", "env", "coloured"),
    [
        ((), {}, False),
        (("-c", "color.ui=always"), {}, True),
        (("-c", "color.diff=always"), {"NO_COLOR": "1"}, False),
        ((), {"GIT_PAGER_IN_USE": "true", "TERM": "xterm"}, True),
        (("-c", "color.ui=false"), {"GIT_PAGER_IN_USE": "true", "TERM": "xterm"}, False),
    ],
)
def test_colour_is_as_git_has_it(
    handbook: Path, words: tuple[str, ...], env: dict[str, str], coloured: bool
) -> None:
    text = git(handbook, *words, "diff", "--cached", "--", "bytes.md", "docs", **env)
    assert ("\x1b[" in text) == coloured
    # What the page itself brings is shown and not sent.
    assert "\x1b[2J" not in text


def test_a_configuration_that_cannot_be_used(handbook: Path) -> None:
    (handbook / "drift.toml").write_text("dialekt = 'hugo'\n")
    try:
        text = git(handbook, "diff", "--cached", "--", "docs")
    finally:
        (handbook / "drift.toml").unlink()
    assert text.startswith("docs/travel plan's.md\n  mode 100644 → 100755\n  ! drift.toml: ")
    assert text.endswith(
        "-Trips must be booked 30 days ahead.\n+Trips should be booked 30 days ahead.\n\n"
    )


def test_a_module_of_the_repository_is_never_run(handbook: Path) -> None:
    (handbook / "drift").mkdir()
    (handbook / "drift" / "__init__.py").write_text("raise SystemExit('run')")
    (handbook / "msgspec.py").write_text("raise SystemExit('run')")
    assert told(git(handbook, "diff", "--cached", "-M")) == TOLD


def test_without_drift_the_lines_are_shown(handbook: Path) -> None:
    command = git(handbook, "config", "diff.drift.command").strip()
    gone = command.replace(str(Path(sys.executable)), "/nowhere/python")
    assert gone != command
    text = git(handbook, "-c", f"diff.drift.command={gone}", "diff", "--cached", "--", "docs")
    assert "-Trips must be booked 30 days ahead.\n+Trips should be booked" in text


def test_a_page_that_becomes_no_document(handbook: Path) -> None:
    text = git(handbook, "diff", "HEAD:same.md", "HEAD:bytes.md")
    assert text.startswith("bytes.md\n  ! is not UTF-8: line 3\n@@ ")
    pointer = handbook / "pointer.md"
    pointer.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n")
    words = [sys.executable, "-P", "-m", "drift.cli.git_driver", "same.md"]
    sides = ["same.md", "0" * 40, "100644", "pointer.md", "0" * 40, "100644"]
    done = subprocess.run(
        [*words, *sides], cwd=handbook, capture_output=True, check=True, text=True
    )
    assert done.stdout.startswith("same.md\n  ! is no document that drift reads\n@@ ")


def test_a_page_in_conflict() -> None:
    words = [sys.executable, "-P", "-m", "drift.cli.git_driver"]
    path = b"caf\xe9 \x1b.md"
    done = subprocess.run([*words, path], capture_output=True, check=True, text=True)
    assert done.stdout == "caf\\xe9 \\x1b.md\n  in conflict\n\n"
    done = subprocess.run([*words, "a", "b"], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "drift: git runs this program (drift git install sets it up)\n"
