from __future__ import annotations

import msgspec
from pytest_regressions.file_regression import FileRegressionFixture

from drift.changes.base import Change, Location
from drift.explain.base import Entry
from drift.render.base import Wishes
from drift.render.log.base import Logged
from drift.render.log.stat import STAT


def test_golden(log: tuple[Logged, ...], file_regression: FileRegressionFixture) -> None:
    text = b"".join(STAT.render(log, Wishes())).decode()
    file_regression.check(text, extension=".txt", encoding="utf-8", newline="")


def test_long_paths_and_long_bars_stay_on_their_lines(silent: Entry) -> None:
    def change(path: str, kind: str) -> Change:
        return Change(kind=kind, old=None, new=Location(path, ()), significance="links")

    deep = "handbook/" * 20 + "page.md"
    changes = [change(deep, "link.added")] * 500 + [change("読/ページ.md", "link.broken")]
    entry = msgspec.structs.replace(silent, changes=tuple(changes))
    for width in (40, 80, 120):
        text = b"".join(STAT.render([Logged(entry.commit, entry)], Wishes(width=width))).decode()
        first, second, total = text.splitlines()[3:]
        assert max(map(len, text.splitlines())) <= width
        assert "page.md | 500 ++" in first
        assert second.endswith("|   1 !")
        assert total == " 501 changes on 2 pages"
