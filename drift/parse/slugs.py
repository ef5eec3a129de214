"""A heading -> the anchor that a generator makes of it, one function a generator.

Each takes the text of a heading, and gives its anchor without regard to other headings of the same words.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import dropwhile


def github(title: str) -> str:
    """Make an anchor as GitHub does.

    After github-slugger, whose pattern was made from what GitHub keeps: letters, marks, decimal and
    letter numbers, connecting punctuation, hyphens; each space becomes a hyphen.
    """
    lowered = title.lower()
    if lowered.isascii():
        return _ASCII_PUNCTUATION.sub("", lowered).replace(" ", "-")
    return "".join(_kept(sign) for sign in lowered)


_ASCII_PUNCTUATION = re.compile(r"[^\w\- ]", re.ASCII)
_KEPT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})


def _kept(sign: str) -> str:
    if sign == " ":
        return "-"
    # The joiners (U+200C, U+200D) are part of words in Persian and Hindi.
    kept = sign in "-\u200c\u200d" or unicodedata.category(sign) in _KEPT
    return sign if kept else ""


def gitlab(title: str) -> str:
    """Make an anchor as GitLab does: `Gitlab::Utils::Markdown.string_to_anchor`."""
    slug = re.sub(r"-{2,}", "-", github(title.strip()))
    # A number alone would be read as the number of an issue.
    return f"anchor-{slug}" if slug.isdecimal() else slug


def gitbook(title: str) -> str:
    """Make an anchor as GitBook's hosted sites do.

    Seen on published handbooks, as GitBook documents no rule: `&` is spoken as "and", apostrophes
    vanish, accents too, and every other run of punctuation or white space is one hyphen.
    """
    spoken = title.replace("&", " and ").lower()
    plain = re.sub("['\u2019]", "", _without_accents(spoken))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def jekyll(title: str) -> str:
    """Make an anchor as Jekyll does: kramdown with GitHub's headings, which keeps no joiners of Persian and Hindi."""
    return re.sub("[\u200c\u200d]", "", github(title))


def vitepress(title: str) -> str:
    """Make an anchor as VitePress and VuePress do: `slugify` of mdit-vue.

    Korean syllables stay whole, as they are written in links.
    """
    parts = unicodedata.normalize("NFKD", title)
    plain = re.sub("[\u0300-\u036f\\x00-\\x1f]", "", parts)
    slug = _VITEPRESS_PUNCTUATION.sub("-", plain).strip("-").lower()
    return unicodedata.normalize("NFC", f"_{slug}" if slug[:1].isdecimal() else slug)


_VITEPRESS_PUNCTUATION = re.compile(r"""[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:"'“”‘’<>,.?/]+""")  # noqa: RUF001 - as there


def hugo(title: str) -> str:
    """Make an anchor as Hugo does with its default `autoHeadingIDType = "github"`.

    After `sanitizeAnchorName` in Hugo's markup/goldmark: letters, digits and underscores stay; where nothing is
    left, it is `heading`.
    """
    kept = (
        sign.lower()
        for sign in title.strip()
        if sign in "-_ " or sign.isalpha() or sign.isdecimal()
    )
    return "".join(kept).replace(" ", "-") or "heading"


def mkdocs(title: str) -> str:
    """Make an anchor as MkDocs does: Python-Markdown's `toc` extension."""
    # Slow to import, and needed for one dialect only.
    from markdown.extensions.toc import slugify  # noqa: PLC0415

    return slugify(title, "-")


def quarto(title: str) -> str:
    """Make an anchor as Quarto does: pandoc's `auto_identifiers`, after its smart punctuation; where no letter is left, `section`."""
    smart = title.replace("---", "").replace("--", "").replace("...", "")
    kept = (sign for sign in smart.lower() if sign in "_-. \u00a0" or sign.isalnum())
    words = "-".join("".join(kept).split())
    return "".join(dropwhile(lambda sign: not sign.isalpha(), words)) or "section"


def sphinx(title: str) -> str:
    """Make an id as docutils, and with it Sphinx, does: empty without a Latin letter or a digit."""
    # Slow to import, and needed for one dialect only.
    from docutils.nodes import make_id  # noqa: PLC0415

    return make_id(title)


def myst(title: str) -> str:
    """Make an anchor as MyST does with `myst_heading_anchors`.

    Its pages carry docutils' ids besides, but links in Markdown are written to these.
    """
    return re.sub(r"[^\w\u4e00-\u9fff\- ]", "", title.lower().replace(" ", "-"))
