from __future__ import annotations

import pytest

from drift.cli.redirecting import redirecting
from drift.errors import ConfigError
from tests.conftest import Files, Memory, both

ROWS = "/old /new\n"
NGINX = "location = /old { return 301 /new; }\n"
NAMED = "rediraffe_redirects = 'old/moved.txt'\n"
PAGE = {"index.md": "# Start\n\nWelcome.\n"}


def found(files: Files, named: str = "") -> tuple[str, int] | None:
    every = {**PAGE, **files}
    map_ = redirecting(Memory(every), both(PAGE, every), named)
    return None if map_ is None else (map_.file, len(map_.rows.rows))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, None),
        ({"_redirects": ROWS}, ("_redirects", 1)),
        ({"a/_redirects": ROWS, "b/_redirects": ROWS * 2}, ("a/_redirects", 1)),
        ({"a/_redirects": ROWS, "z.redirects": ROWS}, ("z.redirects", 1)),
        ({"mkdocs.yml": "site_name: Book\n", "docs/_redirects": ROWS}, ("docs/_redirects", 1)),
        ({".gitbook.yaml": "redirects:\n  a: index.md\n"}, (".gitbook.yaml", 1)),
        ({"nginx.conf": NGINX}, ("nginx.conf", 1)),
        ({"about-nginx.md": f"# Proxy\n\n```\n{NGINX}```\n"}, None),
        ({"conf.py": "project = 'x'\n"}, None),
        ({"conf.py": "redirects = {'a': 'index.html'}\n"}, ("conf.py", 1)),
        ({"docs/conf.py": NAMED, "docs/old/moved.txt": "a.rst b.rst\n"}, ("docs/old/moved.txt", 1)),
    ],
)
def test_the_map_nearest_to_the_root_is_found(files: Files, told: tuple[str, int] | None) -> None:
    assert found(files) == told


def test_what_is_named_goes_before_what_is_found() -> None:
    files = {"_redirects": ROWS, "deploy/_redirects": ROWS * 2}
    assert found(files, "deploy/_redirects") == ("deploy/_redirects", 2)


@pytest.mark.parametrize("named", ["none", "index.md"])
def test_what_is_named_must_be_a_map(named: str) -> None:
    with pytest.raises(ConfigError, match="is no redirect map of this revision"):
        found({}, named)


def test_a_map_that_names_another_file_may_be_named_itself() -> None:
    files = {"conf.py": NAMED, "old/moved.txt": "a.rst b.rst\nc.rst d.rst\n"}
    assert found(files, "conf.py") == ("old/moved.txt", 2)


@pytest.mark.parametrize("named", ["", "conf.py", "moved.txt"])
def test_of_two_maps_in_one_file_the_one_of_the_pages_is_read(named: str) -> None:
    both_of_them = "redirects = {'a': 'https://example.com'}\nrediraffe_redirects = 'moved.txt'\n"
    files = {"conf.py": both_of_them, "moved.txt": "a.rst b.rst\nc.rst d.rst\n"}
    assert found(files, named) == ("moved.txt", 2)


def test_what_cannot_be_read_is_said_and_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    broken = "rediraffe_redirects = 'moved.txt'\n"
    assert found({"conf.py": broken}) is None
    assert capsys.readouterr().err == (
        "drift: conf.py: names another file, moved.txt (name the map under [review] redirects)\n"
    )
    assert found({"conf.py": broken, "docs/_redirects": ROWS}) == ("docs/_redirects", 1)
    assert capsys.readouterr().err == ""
