"""Random numbers -> English that nobody wrote: words, headings, sentences, paragraphs, typing errors."""

from __future__ import annotations

import random
import re

NOUNS = (
    "harbour ledger lantern orchard rota beacon quarry ferry granary compass archive canteen depot "
    "glossary inventory juncture kiosk logbook mailbox notebook outpost paddock quorum rehearsal satchel "
    "timetable umbrella vestibule workshop yardstick almanac balcony cartridge dashboard escalator furnace "
    "garrison headset interview jigsaw keyboard lighthouse magnet newsletter observatory pavilion quiver "
    "reservoir saddle telescope utensil viaduct windmill apprentice bakery carousel delegate envelope festival"
).split()
ADJECTIVES = (
    "amber brisk candid dusty elastic frugal gentle hollow ivory jovial keen lunar mellow nimble opaque "
    "placid quaint rugged silent tidal upbeat vivid wooden yearly zealous autumnal bilateral cautious "
    "diligent earnest flexible generous hesitant impartial jubilant leisurely meticulous northern"
).split()
VERBS = (
    "approves borrows collects describes escorts follows gathers hosts inspects juggles keeps labels measures "
    "nominates observes polishes questions repairs schedules tracks unpacks validates welcomes yields adopts "
    "balances circulates delivers estimates forwards greets harvests illustrates joins kindles lends mentors"
).split()
ENDINGS = (
    "before the morning bell", "after each quarterly review", "with help from the night crew", "in plain view of visitors",
    "when the river is high", "without waiting for a signature", "as the charter asks", "on the second floor",
    "for every new colleague", "until the list is empty", "so that nobody has to guess", "together with the cook",
)  # fmt: skip
_LOCKED = frozenset(
    "never cannot without neither nothing nobody should would could shall might must monday tuesday wednesday "
    "thursday friday saturday sunday january february march april june july august september october november "
    "december three seven eight eleven twelve hundred thousand million first second third fourth fifth always "
    "optional required allowed forbidden today weekly monthly yearly daily hours minutes seconds weeks months years"
    .split()
)  # fmt: skip

_PROTECTED = re.compile(
    r"!?\[[^\]]*\]\([^)]*\)|!?\[[^\]]*\](?:\[[^\]]*\])?|(?:\{[\w:-]+\}|:[\w:+-]+:)`[^`]*`|`+[^`]*`+_*|<[^>]*>|"
    r"https?://\S+|\S+@\S+|\|[^|\n]+\||\*\*[^*]+\*\*|\*[^*\n]+\*|\{[^}]*\}|\S*[_/\\#=&~]\S*|^[ \t]*\.\. .*$|&\w+;",
    re.MULTILINE,
)


def safe_words(source: str, *, least: int = 5) -> list[tuple[int, int]]:
    """Find the words of a source text that stand in plain prose and can be changed alone.

    Args:
        source: The source text of a chunk.
        least: The fewest letters a word must have.

    Returns:
        Start and end of each word.
    """
    masked = _PROTECTED.sub(lambda found: "\0" * len(found[0]), source)
    pattern = re.compile(rf"(?<![\w'’.@:\0-])[a-z]{{{least},}}(?=[ ,.;:!?\n)]|$)(?!\.\w)")
    return [found.span() for found in pattern.finditer(masked) if found[0] not in _LOCKED]


def masked(source: str) -> str:
    """Blank out what no edit of plain prose may touch, so that positions stay."""
    return _PROTECTED.sub(lambda found: "\0" * len(found[0]), source)


def heading(rng: random.Random) -> str:
    """Make a heading of two to four words."""
    form = rng.randrange(4)
    noun, other, adjective = rng.choice(NOUNS), rng.choice(NOUNS), rng.choice(ADJECTIVES)
    if form == 0:
        return f"{adjective.title()} {noun.title()}"
    if form == 1:
        return f"Working with the {adjective} {noun}"
    if form == 2:
        return f"{noun.title()} and {other} {rng.choice(('duties', 'checks', 'notes'))}"
    return f"How the {noun} meets the {other}"


def sentence(rng: random.Random) -> str:
    """Make one sentence of eight to eighteen words."""
    one = f"the {rng.choice(ADJECTIVES)} {rng.choice(NOUNS)} {rng.choice(VERBS)}"
    two = f"{rng.choice(('a', 'its', 'every', 'their'))} {rng.choice(NOUNS)} {rng.choice(ENDINGS)}"
    if rng.random() < 0.4:
        two = f"{two}, and {rng.choice(NOUNS)} {rng.choice(('or', 'plus'))} {rng.choice(NOUNS)} come next"
    text = f"{one} {two}."
    return text[0].upper() + text[1:]


def paragraph(rng: random.Random, *, width: int = 88) -> str:
    """Make a paragraph of two to five sentences, wrapped as a writer would or not at all."""
    text = " ".join(sentence(rng) for _ in range(rng.randint(2, 5)))
    if rng.random() < 0.5:
        return f"{text}\n"
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines) + "\n"


def mistype(word: str, rng: random.Random) -> str:
    """Make one typing error in a word: two letters swapped, one lost, doubled or replaced by its neighbour."""
    place = rng.randint(1, len(word) - 3)
    a, b = word[place], word[place + 1]
    forms = [
        word[:place] + word[place + 1 :],
        word[: place + 1] + a + word[place + 1 :],
        word[:place]
        + {"a": "s", "e": "r", "i": "o", "o": "i", "t": "r", "n": "m"}.get(a, "e")
        + word[place + 1 :],
    ]
    if a != b:
        forms.append(word[:place] + b + a + word[place + 2 :])
    wrong = [form for form in forms if form != word]
    return rng.choice(wrong)
