"""For each policy a pull request that has it, and one that looks like it and has not, through git and the command."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec
import pytest

from drift.review import policies
from tests.revision.builder import Builder, Files, Link, Script, Submodule

if TYPE_CHECKING:
    from tests.cli.conftest import Drift

Pages = Mapping[str, str | None]
"""What a branch writes over the handbook; None takes a page away."""

RATES = (
    "# Rates\n\nThe purser keeps the list of rates and reads it aloud at the end of each month.\n\n"
    "## Nights {#night-pay}\n\nWhoever stands watch from dusk to dawn must be paid twice, for at most 40 hours.\n\n"
    "## Feasts\n\nOn feast days the crew is paid three times, and whoever stands at the helm gets a cake.\n"
)
TRAVEL = (
    "# Travel\n\nAll ships sail on Mondays, and nobody waits for the late.\n\nA QPAD goes along.\n"
)
PLAN = "# Plans\n\nEach crew writes a QPAD.\n\nSkippers read all QPADs aloud on Mondays.\n"
WATCH = "# Watches\n\nWho stands watch is in the QPAD.\n"
FORMS = "# Forms\n\n" + "".join(
    f"- [{name}](http://forms.example.com/old/{name})\n" for name in ("leave", "visa", "sick")
)
MORE = "# More\n\n- [rent](http://forms.example.com/old/rent)\n"
VISA = (
    "# Visa\n\nAsk the consul of the port that you sail to, and bring two pictures of yourself.\n"
)
HOME: Mapping[str, str] = MappingProxyType(
    {
        "README.md": "# Start\n\nSee [travel](travel.md) and the [rates](rates.md#feasts).\n",
        "SUMMARY.md": "# Summary\n\n- [Start](README.md)\n- [Travel](travel.md)\n- [Rates](rates.md)\n"
        "- [Plans](plan.md)\n- [Watches](watch.md)\n- [Forms](forms.md)\n- [More](more.md)\n",
        "travel.md": TRAVEL,
        "rates.md": RATES,
        "plan.md": PLAN,
        "watch.md": WATCH,
        "forms.md": FORMS,
        "more.md": MORE,
    }
)
NAV = HOME["SUMMARY.md"]
CRATES = "- [Crates](crates.md)\n"
BURIED = "# Crates\n\nCrates that nobody fetched within a year are opened by two mates in the presence of the cook.\n"


class Story(msgspec.Struct, frozen=True):
    """Two branches that leave the same commit."""

    has: Pages
    has_not: Pages
    home: Pages = {}
    # What the handbook has beside its pages.
    config: str = ""


def moved(page: str, *, to: str, nav: str = NAV) -> Pages:
    return {page: None, "SUMMARY.md": nav.replace(f"({page})", f"({to})")}


TERMS = '[terms]\nexpect = ["Bosun=Mate"]\n'

STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "broken-anchor": Story(
            {"rates.md": RATES.replace("## Feasts", "## Holidays")},
            {"rates.md": RATES.replace("## Feasts", "## Holidays {#feasts}")},
        ),
        "broken-link": Story(
            {"plan.md": f"{PLAN}\nSee [the log](log.md).\n"},
            {"plan.md": f"{PLAN}\nSee [the rates](rates).\n"},
        ),
        "content-restored": Story(
            {"crates.md": BURIED, "SUMMARY.md": NAV + CRATES},
            {"crates.md": BURIED.replace("Crates", "Chests").replace("cook", "crew"), "SUMMARY.md": NAV + CRATES},
        ),
        "duplicate-anchor": Story(
            {"plan.md": f'{PLAN}\n<a id="x"></a>One.\n\n<a id="x"></a>Two.\n'},
            {"plan.md": f"{PLAN}\n## Fees\n\nNone.\n\n## Fees\n\nNone.\n"},
        ),
        "edit-inside-move": Story(
            {**moved("watch.md", to="sea/watch.md"), "sea/watch.md": WATCH.replace("stands", "keeps")},
            {**moved("watch.md", to="sea/watch.md"), "sea/watch.md": WATCH},
        ),
        "facts-changed": Story(
            {"rates.md": RATES.replace("40", "60")},
            {"rates.md": RATES.replace("reads it aloud", "hangs it up")},
        ),
        "lost-anchor": Story(
            {"rates.md": RATES.replace(" {#night-pay}", "")},
            {"rates.md": RATES.replace(" {#night-pay}", ' <a name="night-pay"></a>')},
        ),
        "moved-page-needs-redirect": Story(
            {**moved("watch.md", to="sea/watch.md"), "sea/watch.md": WATCH},
            {
                **moved("watch.md", to="sea/watch.md"),
                "sea/watch.md": WATCH,
                "_redirects": "/a /rates\n/watch /sea/watch\n",
            },
            home={"_redirects": "/a /rates\n"},
        ),
        "page-in-no-navigation": Story(
            {"visa.md": VISA},
            {"visa.md": VISA, "SUMMARY.md": f"{NAV}- [Visa](visa.md)\n"},
        ),
        "page-removed": Story(
            {"more.md": None, "SUMMARY.md": NAV.replace("- [More](more.md)\n", "")},
            {**moved("more.md", to="all/more.md"), "all/more.md": MORE},
        ),
        "placeholder-added": Story(
            {"plan.md": f"{PLAN}\nThe day is TBD.\n"},
            {"plan.md": f"{PLAN}\nWhat there is to do is told aloud.\n"},
        ),
        "retired-term-used": Story(
            {"plan.md": f"{PLAN}\nThe bosun knows.\n"},
            {"plan.md": f"{PLAN}\nThe mate, formerly the bosun, knows.\n"},
            config=TERMS,
        ),
        "section-removed": Story(
            {"rates.md": RATES[: RATES.index("## Nights")] + RATES[RATES.index("## Feasts") :]},
            {
                "rates.md": RATES[: RATES.index("## Nights")]
                + RATES[RATES.index("## Feasts") :]
                + "\n"
                + RATES[RATES.index("## Nights") : RATES.index("## Feasts")]
            },
        ),
        "skipped-level": Story(
            {"watch.md": f"{WATCH}\n### Dogs\n\nTwo hours.\n"},
            {"watch.md": f"{WATCH}\n## Dogs\n\nTwo hours.\n"},
        ),
        "unfinished-rename": Story(
            {"plan.md": PLAN.replace("QPAD", "GPAD"), "watch.md": WATCH.replace("QPAD", "GPAD")},
            {
                "plan.md": PLAN.replace("QPAD", "GPAD"),
                "watch.md": WATCH.replace("QPAD", "GPAD"),
                "travel.md": TRAVEL.replace("QPAD", "GPAD"),
            },
        ),
        "unreadable-page": Story(
            {"watch.md": f"{WATCH}\n{'> ' * 2000}Sleep.\n"},
            {"watch.md": f"{WATCH}\n> > > Sleep.\n"},
        ),
        "url-moved-in-part": Story(
            {"forms.md": FORMS.replace("/old/", "/new/")},
            {"forms.md": FORMS.replace("/old/", "/new/"), "more.md": MORE.replace("/old/", "/new/")},
        ),
    }
)  # fmt: skip


def files(*layers: Pages) -> Files:
    found: dict[str | bytes, str | bytes | Link | Submodule | Script] = {}
    for layer in layers:
        for path, text in layer.items():
            if text is None:
                found.pop(path, None)
            else:
                found[path] = text
    return found


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commit that had something more, and for each story where it begins and its two branches."""
    builder = Builder(tmp_path_factory.mktemp("stories") / "handbook.git")
    first = builder.commit(files(HOME, {"crates.md": BURIED}))
    for name, story in STORIES.items():
        base = builder.commit(files(HOME, story.home), first)
        builder.git("branch", f"{name}/base", base)
        for side, pages in (("has", story.has), ("has-not", story.has_not)):
            tip = builder.commit(files(HOME, story.home, pages), base)
            builder.git("branch", f"{name}/{side}", tip)
    return builder.folder


def test_every_policy_has_a_story() -> None:
    assert STORIES.keys() == policies().keys()


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("side", ["has", "has-not"])
def test_story(drift: Drift, handbook: Path, tmp_path: Path, name: str, side: str) -> None:
    (tmp_path / "drift.toml").write_text(STORIES[name].config)
    ended = drift(
        "-C", handbook, "review", f"{name}/base...{name}/{side}", "--format", "json",
        "--config", tmp_path / "drift.toml",
    )  # fmt: skip
    assert ended.err == ""
    found = [one["policy"] for one in json.loads(ended.out)["findings"]]
    assert found == ([name] if side == "has" else [])
