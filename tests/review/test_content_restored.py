from __future__ import annotations

from pathlib import Path

from drift.history.returned import returned
from drift.pipeline import changelog
from drift.review import policies
from drift.review.base import Reviewed
from drift.revision.git import Repository
from drift.revision.names import open_revisions
from drift.site.build import sites
from tests.revision.builder import Builder, Files

RATES = "# Rates\n\nA night is paid twice.\n"
PARKING = "# Parking\n\nWhoever comes by cart leaves it behind the sail loft, and never on the quay, where the crane turns.\n"
FEASTS = "\n## Feasts\n\nOn feast days the crew is paid three times, and whoever stands at the helm gets a cake besides.\n"
HOME: Files = {"rates.md": RATES}


def told(folder: Path, *history: Files) -> list[str]:
    """Review the last commit of a history; the ids of commits are told as their numbers."""
    builder = Builder(folder)
    ids: list[str] = []
    for files in history:
        ids.append(builder.commit(files, *ids[-1:]))
    pair = open_revisions(ids[-2], ids[-1], repo_dir=builder.folder)
    pages = sites(*pair)
    given = Reviewed(
        changelog=returned(changelog(pair, pages), pages, Repository(builder.folder)),
        old=pages[0],
        new=pages[1],
    )
    found = []
    for one in policies()["content-restored"].check(given):
        numbered = next(
            one.message.replace(name[:10], str(at))
            for at, name in enumerate(ids)
            if name[:10] in one.message
        )
        found.append(f"{one.at.path} {'/'.join(one.at.section)}: {numbered}")
    return found


def test_a_page_is_back(tmp_path: Path) -> None:
    both = {**HOME, "parking.md": PARKING}
    assert told(tmp_path / "a.git", both, HOME, {"rates.md": f"{RATES}\nSo.\n"}, both) == [
        "parking.md : page is back, which commit 1 had removed"
    ]


def test_a_section_is_back(tmp_path: Path) -> None:
    both: Files = {"rates.md": RATES + FEASTS}
    assert told(tmp_path / "a.git", both, HOME, both) == [
        "rates.md Rates/Feasts: section is back, which commit 1 had removed"
    ]


def test_what_is_new_or_only_alike_is_not_back(tmp_path: Path) -> None:
    other = PARKING.replace("cart", "boat").replace("behind the sail loft", "at the pier")
    history = ({**HOME, "parking.md": PARKING}, HOME, {**HOME, "boats.md": other})
    assert told(tmp_path / "a.git", *history) == []
    assert told(tmp_path / "b.git", HOME, {"rates.md": RATES + FEASTS}) == []
