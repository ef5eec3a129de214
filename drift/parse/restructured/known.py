"""What the stretches of a page define -> what each of them must know of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils.nodes import fully_normalize_name

from drift.parse.fragments import Read
from drift.parse.restructured.names import asked, replaced
from drift.parse.restructured.references import follow
from drift.parse.restructured.stretch import REPLACED, ROLE, TARGET, TITLE


def reaches(rows: Sequence[Read]) -> bool:
    """Tell whether stretches define what others use without a name that can be seen from afar.

    Args:
        rows: All of the page.

    Returns:
        Whether there is a substitution or a role among what they define.
    """
    # These come first.
    defined = (row.outcome.defined for row in rows)
    return any(names and names[0][0][0] in (REPLACED, ROLE) for names in defined)


class Known:
    """What a page defines, the stretches of it read."""

    def __init__(self, rows: Sequence[Read]) -> None:
        """Gather what stretches define.

        Args:
            rows: All of the page, in order.
        """
        self.certain = True
        # Whether each substitution has one spelling, and is defined apart from roles.
        self._targets: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._spelling: dict[str, str] = {}
        self._roles: list[tuple[int, str]] = []
        # With the number of the cut behind which they hold.
        behind = 0
        for row in rows:
            behind += row.count
            for about, said in row.outcome.defined:
                self._add(about[0], about[1:], said, behind)
        for text in self._texts.values():
            self.certain = self.certain and not any(name in text for _, name in self._roles)

    def _add(self, kind: str, name: str, said: str, behind: int) -> None:
        if kind == TARGET:
            self._targets.setdefault(name, said)
        elif kind == TITLE:
            self._titles.setdefault(name, said)
        elif kind == REPLACED:
            key = fully_normalize_name(name)
            self.certain = self.certain and self._spelling.setdefault(key, name) == name
            # Of several definitions the last one counts.
            self._texts[key] = said
        else:
            self._roles.append((behind, name))

    def context(self, source: str, names: Iterable[str], number: int) -> set[str]:
        """Choose what decides how a stretch is read.

        Args:
            source: The stretch.
            names: Those it may ask for.
            number: How many cuts are before it.

        Returns:
            Lines of context.
        """
        lowered = source.lower() if self._roles else ""
        lines = {
            ROLE + name for behind, name in self._roles if behind <= number and name in lowered
        }
        wanted = set(names)
        if self._texts:
            texts = self._replaced(source)
            lines.update(f"{REPLACED}{name}\n{self._texts[name]}" for name in texts)
            wanted.update(*(asked(self._texts[name]) for name in texts))
        for name in wanted:
            if name in self._targets or name in self._titles:
                said = follow(name, self._targets, self._titles)
                lines.add(f"{TARGET}{name}" if said is None else f"{TARGET}{name}\n{said}")
        return lines

    def _replaced(self, source: str) -> set[str]:
        """Find the substitutions in a text, and those in what is put in their place."""
        found: set[str] = set()
        new = replaced(source) & self._texts.keys()
        while new:
            found |= new
            new = {name for text in new for name in replaced(self._texts[text])}
            new = (new & self._texts.keys()) - found
        return found
