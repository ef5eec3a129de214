"""Rules already found -> texts and targets in which both forms of a rule look the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

import msgspec

from drift.trees.page import Section


class Modulo(msgspec.Struct, frozen=True, dict=True):
    """What is to be read as the same: the two forms of every renamed term and of every moved URL prefix."""

    terms: tuple[tuple[str, str], ...] = ()
    # Every variant, before and after, longest first where one is part of another.
    prefixes: tuple[tuple[str, str], ...] = ()
    # Prefixes of URLs, before and after.

    def text(self, text: str) -> str:
        """Write every old form of a term in its new form."""
        if not self.terms:
            return text
        forms, pattern = self._reading
        return pattern.sub(lambda found: forms[found[0]], text)

    def shown(self, text: str) -> str:
        """Write a text under all rules: its terms, and the URLs that stand in it."""
        return self.text(self.urls(text))

    def urls(self, text: str) -> str:
        """Write the URLs that stand in a text under the new prefixes."""
        for before, after in self.prefixes:
            text = text.replace(before, after)
        return text

    def url(self, url: str) -> str:
        """Write a URL under the new prefix."""
        for before, after in self.prefixes:
            if url.startswith(before):
                return after + url[len(before) :]
            # A bare host is its own root.
            if url + "/" == before:
                return after.removesuffix("/")
        return url

    def touches(self, section: Section) -> bool:
        """Tell whether a section's heading, own text or targets read otherwise under the rules."""
        texts = (section.title, *(block.text for block in section.blocks))
        return any(self.text(text) != text for text in texts) or any(
            link.target.startswith(before)
            for block in section.blocks
            for link in block.links
            for before, _ in self.prefixes
        )

    def turned(self) -> Modulo:
        """Give the rules for the way back."""
        return self._turned

    @cached_property
    def _reading(self) -> tuple[Mapping[str, str], re.Pattern[str]]:
        # To look it up by all the terms takes longer than to read a text.
        return _reading(self.terms)

    @cached_property
    def _turned(self) -> Modulo:
        return Modulo(
            terms=tuple((after, before) for before, after in self.terms),
            prefixes=tuple((after, before) for before, after in self.prefixes),
        )


@lru_cache(maxsize=64)
def _reading(terms: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, str], re.Pattern[str]]:
    # A new form that holds the old one (`team` -> `core team`) stays as it is.
    forms = {**{after: after for _, after in terms}, **dict(terms)}
    begun: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        begun.setdefault(form[:1], []).append(re.escape(form[1:]))
    # Of hundreds of terms those alone are tried that begin with the letter at hand.
    parts = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in begun.items())
    return forms, re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
