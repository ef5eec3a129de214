from __future__ import annotations

from pathlib import Path

import pytest

from drift.cli.git_lines import lines


def test_what_a_file_brings_is_shown_and_not_sent(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("\tpay\u202e001\u202c \x1b[2J\u200b, and  bü\n".encode() + b"\xff\r\n")
    assert lines(None, file, color=False) == (
        "@@ -0,0 +1,2 @@\n+\tpay\\u202e001\\u202c \\x1b[2J\\u200b, and  bü\n+\\xff\\x0d\n"
    )


def test_no_name_is_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-").write_text("two\n")
    Path("old").write_text("one\n")
    assert lines(Path("old"), Path("-"), color=False) == "@@ -1 +1 @@\n-one\n+two\n"
