from __future__ import annotations

import pytest

from drift.history.pointer import MOST_WORDS, pointer
from tests.conftest import Files, both

THERE = "# There\n\nWhat there is to be said is said here, at length.\n\n## Cars\n\nOf cars too.\n"
RST_THERE = "There\n=====\n\nSaid here.\n\n.. _cars:\n\nCars\n----\n\nOf cars too.\n"

CASES: dict[str, tuple[Files, str, str | None]] = {
    "a page that moved": (
        {"a.md": "# Here\n\nThis page is now [there](b.md).\n", "b.md": THERE},
        "a.md",
        "b.md",
    ),
    "a section that moved": (
        {"a.md": "# Here\n\nText.\n\n## Cars\n\nSee [cars](b.md#cars).\n", "b.md": THERE},
        "a.md#cars",
        "b.md#cars",
    ),
    "the page around it tells more": (
        {
            "a.md": "# Here\n\nText.\n\n## Cars\n\nSee [cars](b.md#cars) [x](c.md).\n",
            "b.md": THERE,
            "c.md": THERE,
        },
        "a.md",
        None,
    ),
    "the same link twice is one": (
        {"a.md": "# Here\n\n[There](b.md), [really](b.md).\n", "b.md": THERE},
        "a.md",
        "b.md",
    ),
    "two ways are none": (
        {"a.md": "# Here\n\n[There](b.md) or [c](c.md).\n", "b.md": THERE, "c.md": THERE},
        "a.md",
        None,
    ),
    "a way out of the tree": (
        {"a.md": "# Here\n\nNow at [x](https://example.org/).\n", "b.md": THERE},
        "a.md",
        None,
    ),
    "a way to nowhere": ({"a.md": "# Here\n\nNow [there](b.md).\n"}, "a.md", None),
    "to itself": ({"a.md": "# Here\n\nSee [here](a.md) or [up](#here).\n"}, "a.md", None),
    "from a section to its own page's top": (
        {"a.md": "# Here\n\nText.\n\n## Cars\n\nSee [above](#buses).\n\n## Buses\n\nText.\n"},
        "a.md#cars",
        "a.md#buses",
    ),
    "too much is said beside it": (
        {"a.md": "# Here\n\n" + "word " * MOST_WORDS + "[there](b.md).\n", "b.md": THERE},
        "a.md",
        None,
    ),
    "just little enough": (
        {"a.md": "# Here\n\n" + "word " * (MOST_WORDS - 1) + "[there](b.md).\n", "b.md": THERE},
        "a.md",
        "b.md",
    ),
    "a picture is no way": (
        {"a.md": "# Here\n\n![x](b.md)\n", "b.md": THERE},
        "a.md",
        None,
    ),
    "an anchor that is not there": (
        {"a.md": "# Here\n\n[There](b.md).\n", "b.md": THERE},
        "a.md#nowhere",
        None,
    ),
    "a heading that is none, and a label": (
        {
            "conf.py": "project = 'x'\n",
            "a.rst": "Here\n====\n\nText.\n\n.. _old-cars:\n\n.. rubric:: Cars\n\nThis is now covered in :ref:`cars`.\n",
            "b.rst": RST_THERE,
        },
        "a.rst#old-cars",
        "b.rst#cars",
    ),
    "a label between blocks that tell something": (
        {
            "conf.py": "project = 'x'\n",
            "a.rst": "Here\n====\n\n.. _one:\n\nSee :ref:`cars`.\n\n.. _two:\n\nOne and two and three.\n",
            "b.rst": RST_THERE,
        },
        "a.rst#two",
        None,
    ),
    "a heading below tells of something, and leads nowhere": (
        {"a.md": "# Here\n\nSee [there](b.md).\n\n## Cars\n\nThere are two.\n", "b.md": THERE},
        "a.md",
        None,
    ),
    "a sign at each heading": (
        {
            "a.md": "# Here\n\n## Cars\n\nSee [cars](b.md).\n\n## Old\n\n[There](b.md).\n",
            "b.md": THERE,
        },
        "a.md",
        "b.md",
    ),
    "what is written in a program is read here": (
        {
            "conf.py": "project = 'x'\n",
            "a.rst": "Here\n====\n\nSee :doc:`b`.\n\n.. automodule:: cars\n   :members:\n",
            "b.rst": RST_THERE,
        },
        "a.rst",
        None,
    ),
    "what is written in another file is read here": (
        {
            "conf.py": "project = 'x'\n",
            "a.rst": "Here\n====\n\nSee :doc:`b`.\n\n.. include:: cars.txt\n",
            "b.rst": RST_THERE,
        },
        "a.rst",
        None,
    ),
    "a page that is loaded as another one": (
        {
            "conf.py": "project = 'x'\n",
            "a.rst": ".. meta::\n   :http-equiv=refresh: 0; url=b.html\n\nHere\n====\n\nThis page moved.\n",
            "b.rst": RST_THERE,
        },
        "a.rst",
        "b.rst",
    ),
    "the same in raw HTML": (
        {
            "conf.py": "project = 'x'\n",
            "a.rst": "Here\n====\n\n.. raw:: html\n\n   <meta http-equiv='refresh' content='0; URL=b.html#cars'>\n",
            "b.rst": RST_THERE,
        },
        "a.rst",
        "b.rst#cars",
    ),
    "a stub with a label at its heading": (
        {
            "conf.py": "project = 'x'\n",
            "a.rst": "Top\n===\n\nText.\n\n.. _old:\n\nOld cars\n--------\n\nMoved to :doc:`b`.\n",
            "b.rst": RST_THERE,
        },
        "a.rst#old",
        "b.rst",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_a_place_sends_its_readers(name: str) -> None:
    files, word, expected = CASES[name]
    path, _, anchor = word.partition("#")
    target = pointer(both({}, files)[1], path, anchor)
    told = target and "#".join(filter(None, (target.page, target.anchor)))
    assert told == expected
