"""Which of several equal blocks an edit means."""

from __future__ import annotations

import msgspec
import pytest

from drift.coverage.measure import Uncovered, coverage
from drift.site.build import sites
from tests.properties.memory import changelog, covered, memory

CODE = "```\nbrew update\nbrew start --all\n```"
OTHER = CODE.replace("--all", "--some")
PAGE = "# Brewing\n\n## Start\n\nFirst of all.\n\n{}\n\nWait for an hour then.\n\n{}\n\nGood day.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((CODE, CODE), (CODE, OTHER)),
        ((CODE, CODE), (OTHER, CODE)),
        ((CODE, OTHER), (CODE, CODE)),
        ((OTHER, CODE), (CODE, CODE)),
        ((f"{CODE}\n\n{CODE}", CODE), (f"{CODE}\n\n{OTHER}", CODE)),
        ((CODE, CODE), ("", OTHER)),
        ((CODE, CODE), (OTHER, "")),
    ],
)
def test_one_of_two_equal_blocks(old: tuple[str, str], new: tuple[str, str]) -> None:
    """The one that is edited is the one that has no equal in its place."""
    found = covered({"a.md": PAGE.format(*old)}, {"a.md": PAGE.format(*new)})
    assert found.uncovered == ()


def _brewer(name: str, steps: str) -> str:
    return f"{name}:\n\n> On the fire\n\n```\n{steps} --hot\n```\n\n> In the cellar\n\n```\n{steps} --cold\n```\n\n"


@pytest.mark.parametrize("beside", ["", "Nobody but Ann may do so.\n\n"])
def test_steps_that_went_behind_others_with_equal_blocks(beside: str) -> None:
    """What moved was not kept in its place by its own words, nor was what stayed taken for it."""
    mash, boil, cool = (
        _brewer("Mash in the big vat", "brew mash"),
        _brewer("Boil it for an hour or more", "brew boil"),
        _brewer("Cool it down and wait for a day", "brew cool"),
    )
    name, _, rest = boil.partition("\n\n")
    old = {"a.md": f"# Beer\n\n{mash}{boil}{cool}Good day.\n"}
    new = {"a.md": f"# Beer\n\n{mash}{cool}{name}\n\n{beside}{rest}Good day.\n"}
    assert covered(old, new).uncovered == ()
    assert covered(new, old).uncovered == ()


def test_an_equal_block_that_went_elsewhere_unsaid_is_noticed() -> None:
    """An edit of one of them is no word about the place of the other."""
    files = {"a.md": PAGE.format(CODE, CODE)}, {"a.md": PAGE.format(OTHER, CODE)}
    told = changelog(*files)
    turned = PAGE.format(OTHER, "Good day.").removesuffix("Good day.\n") + f"{CODE}\n"
    found = coverage(*sites(memory(files[0]), memory({"a.md": turned})), told)
    sides = {(each.side, each.text) for each in found.uncovered}
    assert sides & {("new", "Good"), ("new", "brew")}


def test_links_that_a_moved_block_took_over() -> None:
    """A block that was edited on its way may have taken a link from one that is gone."""
    links = "[Malt](https://malt.example) and [hops](https://hops.example)"
    plain = "Many a brewer of our house cooks the wort for an hour and a half"
    cool, pitch = "Cool it for an hour or two", "Pitch the yeast of our house"
    bought = f"All things that we ever need are bought with a long list from {links} by us"
    old = f"# Beer\n\n{plain}.\n\n{cool}.\n\n{pitch}.\n\n{bought}.\n"
    new = f"# Beer\n\n{cool}.\n\n{pitch}.\n\n{plain}, with {links}.\n\nThe mill is closed.\n"
    assert covered({"a.md": old}, {"a.md": new}).uncovered == ()
    assert covered({"a.md": new}, {"a.md": old}).uncovered == ()


def test_a_link_of_an_added_block_is_asked_for() -> None:
    """The words of a block say nothing of where its links lead."""
    old = "# Beer\n\nCool it.\n"
    files = {"a.md": old}, {"a.md": f"{old}\nAsk [the brewer](https://brewer.example) first.\n"}
    told = changelog(*files)
    silent = tuple(change for change in told.changes if change.kind != "link.added")
    assert len(silent) == len(told.changes) - 1
    one, other = sites(*map(memory, files))
    found = coverage(one, other, msgspec.structs.replace(told, changes=silent))
    assert found.uncovered == (Uncovered("new", "a.md", 5, "https://brewer.example"),)


def test_one_of_several_headings_that_read_alike() -> None:
    """It is told at one of them, and the plain difference may have taken another."""
    steps = "".join(
        f"## {name}\n\nAll that is known of {name} here.\n\n### Needs\n\n"
        f"{name} needs a vessel and a fire of its own:\n\n- {name}-ware\n- {name}-tools\n\n"
        for name in ("Mash", "Boil", "Cool", "Serve")
    )
    first, boil, rest = steps.partition("## Boil")
    rest = rest.replace("### Needs", "### Wants", 1).replace("## Cool", "## Cool long")
    old = f"# Brewing\n\n{steps}"
    new = f"# Brewing\n\n{first}{boil}{rest.replace('## Serve', '## Serve long')}"
    assert covered({"a.md": old}, {"a.md": new}).uncovered == ()
    assert covered({"a.md": new}, {"a.md": old}).uncovered == ()


def test_entries_of_a_toctree_with_words_in_common() -> None:
    """They are laid against each other entry by entry."""
    pages = {f"b{n}.md": f"# B {n}\n\nText of {n}.\n" for n in (1, 2, 3, 4)}
    old = "# Beer\n\n```{toctree}\nBeer 3 <b3>\nBeer 1 <b1>\n```\n"
    new = "# Beer\n\n```{toctree}\nBeer 4 <b4>\nBeer 3 <b3>\nBeer 2 light <b2>\nBeer 1 <b1>\n```\n"
    files = pages | {"conf.py": "extensions = ['myst_parser']\n"}
    assert covered(files | {"index.md": old}, files | {"index.md": new}).uncovered == ()
    assert covered(files | {"index.md": new}, files | {"index.md": old}).uncovered == ()


def test_a_page_that_another_glob_lists_now() -> None:
    """The glob lists what it listed besides."""
    toctree = "# Terms\n\n```{toctree}\n:glob:\n\n*\n"
    both = {"conf.py": "", "index.md": "# Home\n\n```{toctree}\nt/index\n```\n"}
    both["t/a.md"] = "# A\n\nAll that is known of malt.\n"
    profile = "# Profiles\n\nWhat the yeasts of our house can do, and when.\n"
    old = both | {"t/index.md": f"{toctree}*/index\n```\n", "t/p/index.md": profile}
    new = both | {"t/index.md": f"{toctree}```\n", "t/p.md": profile}
    assert covered(old, new).uncovered == ()
    assert covered(new, old).uncovered == ()


def test_entries_that_went_below_a_new_heading() -> None:
    """Their words stand where the navigation has them still."""
    listed = (
        "# Beer\n\nAll that we brew here.\n\n```{toctree}\nBeer of malt <a>\nBeer of rye <b>\n```\n"
    )
    headed = listed.replace(
        "Beer of rye", "```\n\n## Rye\n\nDark, and seldom.\n\n```{toctree}\nBeer of rye"
    )
    files = {"conf.py": "", "a.md": "# A\n\nOne of it.\n", "b.md": "# B\n\nTwo of it.\n"}
    assert covered(files | {"index.md": listed}, files | {"index.md": headed}).uncovered == ()
    assert covered(files | {"index.md": headed}, files | {"index.md": listed}).uncovered == ()


@pytest.mark.parametrize("title", ["Talks", "All talks"])
def test_one_of_several_sections_under_one_path_that_went_elsewhere(title: str) -> None:
    """The other stands where it stood, whatever the page is called now."""
    first = "### Background\n\nThe vats are full, and nobody knows who is to empty them by Monday."
    second = (
        "### Background\n\nRye has been dear since the flood, and the mill asks for more each week."
    )
    old = f"# Talks\n\n## Vats\n\n{first}\n\n{second}\n"
    new = f"# {title}\n\n## Vats\n\n{first}\n\n## Rye\n\n{second}\n"
    assert covered({"a.md": old}, {"a.md": new}).uncovered == ()
    assert covered({"a.md": new}, {"a.md": old}).uncovered == ()
