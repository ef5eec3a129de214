from __future__ import annotations

from collections.abc import Callable

import pytest

from drift.explain import url_moved
from drift.explain.explain import Account
from drift.explain.written import Written

X = "https://x.example"
HERE = "link.retargeted a.md#A | "


def _page(*targets: str) -> dict[str, str]:
    rows = "".join(f"- [Item {number}]({to})\n" for number, to in enumerate(targets, 1))
    return {"a.md": f"# A\n\nSee these pages.\n\n{rows}"}


def _shown(prefix: str, often: str) -> dict[str, str]:
    links = _page(f"{prefix}archive.html", f"{prefix}metrics.html")["a.md"]
    code = f"## Code\n\n```\nget {prefix}list\nlog in\n```\n"
    return {"a.md": f"{links}\n{code}\n## More\n\n```\nget {prefix}list\nrun it {often}\n```\n"}


def _cloned(name: str) -> dict[str, str]:
    at = f"{X}/{name}"
    rows = "".join(f"* `{word} <{at}/{word}>`__\n" for word in ("one", "two", "three"))
    code = f"    pip install git+{at}/all.git\n\nThen::\n\n    git remote add other {at}/all.git\n"
    return {"a.rst": f"A\n=\n\n{rows}\nB\n-\n\nSee the code: {at}/all\n\nFirst::\n\n{code}"}


def _site(at: str, other: str) -> dict[str, str]:
    base, text = f"https://{at}", "Book trains before flights, and ask the desk when they are dear."
    rows = f"- [B]({base}/b/)\n- [C]({base}/c/)\n- [D]({other})\n"
    return {
        "mkdocs.yml": f"site_name: A\nsite_url: {base}/\n",
        "docs/index.md": f"# A\n\n{text}\n\n{rows}",
        "docs/b.md": f"# B\n\n{text}\n",
        "docs/c.md": f"# C\n\n{text}\n",
    }


MANY = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

CASES = {
    "two links": (
        _page(f"{X}/guides/archive.html", f"{X}/guides/metrics.html"),
        _page(f"{X}/bizops/archive.html", f"{X}/bizops/metrics.html"),
        [
            f"rule url.moved | {X}/guides/ => {X}/bizops/ | 2 times",
            HERE + f"{X}/guides/archive.html => {X}/bizops/archive.html <- url.moved",
            HERE + f"{X}/guides/metrics.html => {X}/bizops/metrics.html <- url.moved",
        ],
    ),
    "what code and text show follows, and what else changed there does not": (
        _shown(f"{X}/guides/", "twice"),
        _shown(f"{X}/bizops/", "once"),
        [
            f"rule url.moved | {X}/guides/ => {X}/bizops/ | 2 times",
            HERE + f"{X}/guides/archive.html => {X}/bizops/archive.html <- url.moved",
            HERE + f"{X}/guides/metrics.html => {X}/bizops/metrics.html <- url.moved",
            "section.edited a.md#A/Code | wording | edited code <- url.moved",
            "section.edited a.md#A/More | wording | edited code",
        ],
    ),
    "of the site itself": (
        _site("one.example/guide", f"{X}/a"),
        _site("two.example", f"{X}/a/"),
        [
            "rule url.moved | https://one.example/guide/ => https://two.example/ | 2 times",
            "link.retargeted docs/index.md#A | https://one.example/guide/b/ => https://two.example/b/ <- url.moved",
            "link.retargeted docs/index.md#A | https://one.example/guide/c/ => https://two.example/c/ <- url.moved",
            "section.edited docs/index.md#A | formatting | edited list_item",
        ],
    ),
    "a name in URLs is no term": (
        _cloned("getpelia"),
        _cloned("quorvex"),
        [
            f"rule url.moved | {X}/getpelia/ => {X}/quorvex/ | 4 times",
            *(
                f"link.retargeted a.rst#A | {X}/getpelia/{at} => {X}/quorvex/{at} <- url.moved"
                for at in ("one", "two", "three")
            ),
            f"link.retargeted a.rst#A/B | {X}/getpelia/all => {X}/quorvex/all <- url.moved",
            f"link.relabelled a.rst#A/B | {X}/getpelia/all => {X}/quorvex/all <- link.retargeted",
            "section.edited a.rst#A/B | wording | edited code, edited code <- url.moved",
        ],
    ),
    "of a navigation in a file that is no page": (
        {"docs/a.md": "# A\n", "mkdocs.yml": f"nav:\n- A: a.md\n- B: {X}/one/b\n- C: {X}/one/c\n"},
        {"docs/a.md": "# A\n", "mkdocs.yml": f"nav:\n- A: a.md\n- B: {X}/two/b\n- C: {X}/two/c\n"},
        [
            f"rule url.moved | {X}/one/ => {X}/two/ | 2 times",
            f"link.retargeted mkdocs.yml | {X}/one/b => {X}/two/b <- url.moved",
            f"link.retargeted mkdocs.yml | {X}/one/c => {X}/two/c <- url.moved",
        ],
    ),
    "at different depths": (
        _page(f"{X}/guides/archive.html", f"{X}/guides/in/metrics.html"),
        _page(f"{X}/bizops/archive.html", f"{X}/bizops/in/metrics.html"),
        [
            f"rule url.moved | {X}/guides/ => {X}/bizops/ | 2 times",
            HERE + f"{X}/guides/archive.html => {X}/bizops/archive.html <- url.moved",
            HERE + f"{X}/guides/in/metrics.html => {X}/bizops/in/metrics.html <- url.moved",
        ],
    ),
    "the anchors of a page": (
        _page(
            f"{X}/admin/config.html#mail", f"{X}/admin/config.html#push", f"{X}/admin/config.html"
        ),
        _page(f"{X}/configure/all.html#mail", f"{X}/configure/all.html#push", f"{X}/all"),
        [
            f"rule url.moved | {X}/admin/config.html# => {X}/configure/all.html# | 2 times",
            HERE + f"{X}/admin/config.html#mail => {X}/configure/all.html#mail <- url.moved",
            HERE + f"{X}/admin/config.html#push => {X}/configure/all.html#push <- url.moved",
            HERE + f"{X}/admin/config.html => {X}/all",
        ],
    ),
    "to another host": (
        _page("http://one.example/a/b", "http://one.example/c"),
        _page("https://two.example/a/b", "https://two.example/c"),
        [
            "rule url.moved | http://one.example/ => https://two.example/ | 2 times",
            HERE + "http://one.example/a/b => https://two.example/a/b <- url.moved",
            HERE + "http://one.example/c => https://two.example/c <- url.moved",
        ],
    ),
    "one left over": (
        _page(f"{X}/guides/archive.html", f"{X}/guides/metrics.html", f"{X}/guides/stays.html"),
        _page(f"{X}/bizops/archive.html", f"{X}/bizops/metrics.html", f"{X}/guides/stays.html"),
        [
            f"rule url.moved | {X}/guides/ => {X}/bizops/ | 2 times | left a.md:7 url",
            HERE + f"{X}/guides/archive.html => {X}/bizops/archive.html <- url.moved",
            HERE + f"{X}/guides/metrics.html => {X}/bizops/metrics.html <- url.moved",
        ],
    ),
    "below where it was": (
        _page(f"{X}/guides/archive.html", f"{X}/guides/metrics.html", f"{X}/guides/stays.html"),
        _page(f"{X}/guides/2/archive.html", f"{X}/guides/2/metrics.html", f"{X}/guides/stays.html"),
        [
            f"rule url.moved | {X}/guides/ => {X}/guides/2/ | 2 times | left a.md:7 url",
            HERE + f"{X}/guides/archive.html => {X}/guides/2/archive.html <- url.moved",
            HERE + f"{X}/guides/metrics.html => {X}/guides/2/metrics.html <- url.moved",
        ],
    ),
    "of a folder beside links that stayed": (
        _page(
            *(f"{X}/guides/in/{name}.html" for name in ("archive", "metrics")),
            *(f"{X}/guides/{name}.html" for name in ("one", "two", "three")),
        ),
        _page(
            *(f"{X}/bizops/in/{name}.html" for name in ("archive", "metrics")),
            *(f"{X}/guides/{name}.html" for name in ("one", "two", "three")),
        ),
        [
            f"rule url.moved | {X}/guides/in/ => {X}/bizops/in/ | 2 times",
            HERE + f"{X}/guides/in/archive.html => {X}/bizops/in/archive.html <- url.moved",
            HERE + f"{X}/guides/in/metrics.html => {X}/bizops/in/metrics.html <- url.moved",
        ],
    ),
    "two of many are none": (
        _page(*(f"{X}/guides/{name}.html" for name in ("a", "b", *MANY))),
        _page(
            f"{X}/bizops/a.html",
            f"{X}/bizops/b.html",
            *(f"{X}/guides/{name}.html" for name in MANY),
        ),
        [
            HERE + f"{X}/guides/a.html => {X}/bizops/a.html",
            HERE + f"{X}/guides/b.html => {X}/bizops/b.html",
        ],
    ),
    "beside a link that went elsewhere": (
        _page(f"{X}/guides/archive.html", f"{X}/guides/metrics.html", f"{X}/guides/v2.html"),
        _page(f"{X}/bizops/archive.html", f"{X}/bizops/metrics.html", f"{X}/leads/vp.html"),
        [
            f"rule url.moved | {X}/guides/ => {X}/bizops/ | 2 times",
            HERE + f"{X}/guides/archive.html => {X}/bizops/archive.html <- url.moved",
            HERE + f"{X}/guides/metrics.html => {X}/bizops/metrics.html <- url.moved",
            HERE + f"{X}/guides/v2.html => {X}/leads/vp.html",
        ],
    ),
    "one link is no rule": (
        _page(f"{X}/guides/archive.html"),
        _page(f"{X}/bizops/archive.html"),
        [HERE + f"{X}/guides/archive.html => {X}/bizops/archive.html"],
    ),
    "two that went apart are none": (
        _page(f"{X}/guides/archive.html", f"{X}/guides/metrics.html"),
        _page(f"{X}/one/archive.html", f"{X}/two/metrics.html"),
        [
            HERE + f"{X}/guides/archive.html => {X}/one/archive.html",
            HERE + f"{X}/guides/metrics.html => {X}/two/metrics.html",
        ],
    ),
}

BACK = {
    "of a folder beside links that stayed": [
        f"rule url.moved | {X}/bizops/ => {X}/guides/ | 2 times",
        HERE + f"{X}/bizops/in/archive.html => {X}/guides/in/archive.html <- url.moved",
        HERE + f"{X}/bizops/in/metrics.html => {X}/guides/in/metrics.html <- url.moved",
    ],
    "two of many are none": [
        f"rule url.moved | {X}/bizops/ => {X}/guides/ | 2 times",
        HERE + f"{X}/bizops/a.html => {X}/guides/a.html <- url.moved",
        HERE + f"{X}/bizops/b.html => {X}/guides/b.html <- url.moved",
    ],
    "below where it was": [
        f"rule url.moved | {X}/guides/2/ => {X}/guides/ | 2 times",
        HERE + f"{X}/guides/2/archive.html => {X}/guides/archive.html <- url.moved",
        HERE + f"{X}/guides/2/metrics.html => {X}/guides/metrics.html <- url.moved",
    ],
    "one left over": [
        f"rule url.moved | {X}/bizops/ => {X}/guides/ | 2 times",
        HERE + f"{X}/bizops/archive.html => {X}/guides/archive.html <- url.moved",
        HERE + f"{X}/bizops/metrics.html => {X}/guides/metrics.html <- url.moved",
    ],
}


@pytest.mark.parametrize("name", CASES)
def test_url_moved(name: str, check: Callable[..., None]) -> None:
    check(*CASES[name], BACK.get(name))


@pytest.mark.parametrize(("many", "confidence"), [(2, 0.875), (3, 0.938), (9, 0.999)])
def test_each_link_halves_the_doubt(
    many: int, confidence: float, account: Callable[..., Account]
) -> None:
    old, new = (
        _page(*(f"{X}/{folder}/{name}" for name in MANY[:many])) for folder in ("guides", "bizops")
    )
    assert [rule.confidence for rule in account(old, new).rules] == [confidence]


def test_no_more_pages_are_looked_at_than_tell_that_too_many_links_stayed(
    account: Callable[..., Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = {f"b{n:02}.md": f"# B\n\nSee [it]({X}/guides/{n:02}.html).\n" for n in range(20)}
    old, new = (
        {**_page(f"{X}/{folder}/one.html", f"{X}/{folder}/two.html"), **others}
        for folder in ("guides", "bizops")
    )
    seen: list[str] = []

    def written(source: str) -> Written:
        seen.append(source)
        return Written(source)

    monkeypatch.setattr(url_moved, "Written", written)
    assert account(old, new).rules == ()
    assert set(seen) == set(list(others.values())[: 2 * url_moved.MOST_LEFT + 1])
