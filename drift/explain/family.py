"""The forms of one term, as they were written and are written now."""

from __future__ import annotations

import msgspec


class Variant(msgspec.Struct, frozen=True):
    """One form of a term, as written, on both sides."""

    before: str
    after: str
    count: int


class Family(msgspec.Struct, frozen=True):
    """All forms of one possible renaming."""

    variants: tuple[Variant, ...]
    # The most frequent first.
    count: int
    # Occurrences that the old term lost and the new one gained, in the same texts.
    lost: int
    # Occurrences that the old term lost.
    texts: tuple[int, ...]
    # The texts in which it did.
    scopes: frozenset[str]

    @property
    def before(self) -> str:
        """The old form to name the family by."""
        return self.variants[0].before

    @property
    def after(self) -> str:
        """The new form to name the family by."""
        return self.variants[0].after

    @property
    def forms_before(self) -> tuple[str, ...]:
        """All old forms."""
        return tuple(sorted({form for form, _ in self._forms()}))

    @property
    def forms_after(self) -> tuple[str, ...]:
        """All new forms."""
        return tuple(sorted({form for _, form in self._forms()}))

    def _forms(self) -> set[tuple[str, str]]:
        return {(v.before, v.after) for v in self.variants} | self.cases()

    def cases(self) -> set[tuple[str, str]]:
        """Give the forms in other cases and in the plural, which need not occur to be understood."""
        found: set[tuple[str, str]] = set()
        for one in self.variants:
            rows = [(one.before, one.after)]
            if not one.before.lower().endswith("s") and not one.after.lower().endswith("s"):
                rows.append((one.before + "s", one.after + "s"))
            for before, after in rows:
                found.add((before, after))
                found.add((before.lower(), after.lower()))
                found.add((before.upper(), after.upper()))
                if before[0].islower():
                    found.add((before[0].upper() + before[1:], after[0].upper() + after[1:]))
        known = {v.before: v.after for v in reversed(self.variants)}
        return {(b, a) for b, a in found if known.get(b, a) == a and b != a}
