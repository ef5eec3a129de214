from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from drift.aggregate.notes.notes import ChangedPage, Detail, Part
from drift.errors import UsageError
from drift.render.notes.bounded import bounded
from drift.render.notes.json import JSON
from drift.render.notes.template import SHIPPED, chosen, render_template
from tests.render.notes.sample import PERIOD, SAMPLE, hostile, place, view

NAMES = ("keep-a-changelog.md", "mail.txt", "newsletter.html")


def filled(tmp_path: Path, text: str, name: str = "own.txt") -> str:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return render_template(SAMPLE, file)


def test_three_templates_ship() -> None:
    assert tuple(sorted(path.name for path in SHIPPED.iterdir())) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_what_ships_works(name: str, file_regression: FileRegressionFixture) -> None:
    text = render_template(SAMPLE, chosen(Path(name), Path()))
    file_regression.check(text, extension=Path(name).suffix, encoding="utf-8", newline="")


@pytest.mark.parametrize("name", NAMES)
def test_what_ships_shows_titles_and_does_not_run_them(name: str) -> None:
    notes = hostile("<script>[x](http://e.example)\x1b[31m{{ 7 * 7 }}").notes
    text = render_template(notes, SHIPPED / name)
    assert "\x1b" not in text
    assert "49" not in text
    assert name == "mail.txt" or "<script>" not in text
    assert name != "keep-a-changelog.md" or "[x](" not in text


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("keep-a-changelog.md", "- Ropes\n"),
        ("mail.txt", "= Life\n  * Ropes\n"),
        ("newsletter.html", "<li>Ropes</li>\n"),
    ],
)
def test_a_page_is_not_named_as_its_own_section(name: str, line: str) -> None:
    ropes = place("Ropes", url="")
    life = Part(name="Life", changed=(ChangedPage(ropes, (Detail("extended", ropes),)),))
    period = msgspec.structs.replace(PERIOD, throughout=(), parts=(life,))
    notes = msgspec.structs.replace(SAMPLE, periods=(period,))
    assert line in render_template(notes, SHIPPED / name)


def test_a_template_gets_what_json_prints(tmp_path: Path) -> None:
    text = filled(tmp_path, "{{ [schema, site, repository, periods] | tojson }}")
    assert json.loads(text) == list(json.loads(JSON.render(view())).values())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "&lt;b&gt;"),
        ("a.xml.j2", "&lt;b&gt;"),
        ("a.HTM", "&lt;b&gt;"),
        ("a.txt", "<b>"),
        ("a.md.j2", "<b>"),
    ],
)
def test_markup_is_escaped_by_the_name_of_the_template(
    tmp_path: Path, name: str, text: str
) -> None:
    assert filled(tmp_path, "{{ '<b>' }}", name) == text


def test_for_markdown_there_is_a_filter(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ '*<b>' | markdown }}\n") == "\\*&lt;b&gt;\n"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("\n{% for x in %}", 2, "Expected an expression, got 'end of statement block'"),
        ("a\n\n{{ nothing }}", 3, "'nothing' is undefined"),
        ("{{ periods[0].nothing.at }}", 1, "'dict object' has no attribute 'nothing'"),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "access to attribute '__class__' of 'str' object is"),
        ("{{ periods.append(1) }}", 1, "access to attribute 'append' of 'list' object is unsafe"),
        ("{% include 'own.md' %}", 1, "no such template: own.md"),
        ("{% include '../own.md' %}", 1, "no such template: ../own.md"),
        ("{{ range(1000000000) | list }}", 1, "Range too big"),
        ("a\n{{ 9 ** 999999999 }}", 2, "** is not allowed"),
        ("a\n{{ 'a' * 100000000000 }}", 2, "asks for too much memory"),
        ("a\n{{ 'a'.ljust(100000000000) }}", 2, "asks for too much memory"),
        ("{{ '%99999999999d' | format(1) }}", 1, "asks for too much memory"),
        ("{{ 'a' | center(100000000000) }}", 1, "asks for too much memory"),
        ("{{ ''['__class__'] }}", 1, "access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ ''|attr('__class__') }}", 1, "access to attribute '__class__' of 'str' object is"),
        ("{{ '{0.__class__}'.format('') }}", 1, "access to attribute '__class__' of 'str' object"),
        ("{{ self.__init__.__globals__ }}", 1, "access to attribute '__init__' of "),
        ("{{ cycler.__init__.__globals__ }}", 1, "access to attribute '__init__' of 'type' object"),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}",
            1,
            "RecursionError: maximum recursion",
        ),
        ("{% extends '/etc/passwd' %}", 1, "no such template: /etc/passwd"),
        ("{% import 'x\0y' as x %}", 1, "no such template: x"),
        ("{{ periods | nosuch }}", 1, "No filter named 'nosuch'"),
    ],
)
def test_a_mistake_is_one_line_that_names_the_line(
    tmp_path: Path, text: str, line: int, problem: str
) -> None:
    with pytest.raises(UsageError) as caught:
        filled(tmp_path, text)
    assert caught.value.where == f"{tmp_path / 'own.txt'}:{line}"
    assert problem in caught.value.problem


def test_a_template_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drift.render.notes.template.bounded", lambda: bounded(seconds=0.2))
    long = "{% for a in range(99999) %}\n{% for b in range(99999) %}{% endfor %}{% endfor %}"
    with pytest.raises(UsageError, match=r"own.txt:[12]: takes longer than 0.2 seconds"):
        filled(tmp_path, long)


def test_a_template_that_writes_too_much_is_ended(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"own.txt: writes more than 50,000,000 characters"):
        filled(tmp_path, "{% for a in range(9) %}{{ 'a' * 9999999 }}{% endfor %}")


def test_a_template_beside_it_can_be_included(tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("{{ site }}", encoding="utf-8")
    assert filled(tmp_path, "{% include 'part.txt' %}!") == "https://crew.example!"
    (tmp_path / "part.txt").write_text("\n\n{{ nobody }}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"part.txt:3: 'nobody' is undefined"):
        filled(tmp_path, "{% include 'part.txt' %}!")


def test_what_is_no_text_is_no_template(tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="cannot be read as text in UTF-8"):
        render_template(SAMPLE, file)


def test_a_file_of_ones_own_comes_first(tmp_path: Path) -> None:
    assert chosen(Path("mail.txt"), tmp_path) == SHIPPED / "mail.txt"
    (tmp_path / "mail.txt").write_text("own", encoding="utf-8")
    assert chosen(Path("mail.txt"), tmp_path) == tmp_path / "mail.txt"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(Path("none.txt"), tmp_path)
    assert str(caught.value) == f"none.txt: no such file (these ship: {', '.join(NAMES)})"
