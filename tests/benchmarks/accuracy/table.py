"""Scores -> one table."""

from __future__ import annotations

from collections import Counter, defaultdict

from tests.benchmarks.accuracy.score import Score
from tests.benchmarks.accuracy.truth import Case

Row = tuple[str, str, Case, Score]


def table(rows: list[Row]) -> str:
    """Sum up a run.

    Args:
        rows: Group, name, case and score of each case.

    Returns:
        Precision, recall and F1 per intensity, per edit and per kind, as text.
    """
    parts = [_groups(rows), _edits(rows), _kinds(rows), _natures(rows)]
    return "\n\n".join(part for part in parts if part)


def _line(name: str, counts: tuple[int, int, int], rest: str = "") -> str:
    hits, misses, alarms = counts
    precision = hits / (hits + alarms) if hits + alarms else 1.0
    recall = hits / (hits + misses) if hits + misses else 1.0
    f1 = 2 * hits / (2 * hits + misses + alarms) if hits + misses + alarms else 1.0
    return f"{name:<24}{hits:>6}{misses:>6}{alarms:>6}  {precision:>9.3f}{recall:>8.3f}{f1:>8.3f}{rest}"


def _head(name: str, rest: str = "") -> str:
    return f"{name:<24}{'hits':>6}{'miss':>6}{'false':>6}  {'precision':>9}{'recall':>8}{'F1':>8}{rest}"


def _counts(scores: list[Score]) -> tuple[int, int, int]:
    return (
        sum(sum(score.hits.values()) for score in scores),
        sum(len(score.misses) for score in scores),
        sum(len(score.alarms) for score in scores),
    )


def _groups(rows: list[Row]) -> str:
    lines = [
        _head("intensity", f"{'cases':>7}{'edits':>7}{'expected':>9}{'entries':>9}{'perfect':>9}")
    ]
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[0]].append(row)
    for group, members in [*groups.items(), ("all", rows)]:
        scores = [score for *_, score in members]
        edits = sum(len(case.edits) for _, _, case, _ in members)
        expected = sum(not fact.tolerated for _, _, case, _ in members for fact in case.facts)
        entries = sum(score.entries for score in scores)
        perfect = sum(not score.misses and not score.alarms for score in scores)
        rest = f"{len(members):>7}{edits:>7}{expected:>9}{entries:>9}{perfect:>9}"
        lines.append(_line(group, _counts(scores), rest))
    return "\n".join(lines)


def _edits(rows: list[Row]) -> str:
    groups: dict[str, list[Score]] = defaultdict(list)
    for group, name, _, result in rows:
        if group == "single":
            groups[name.split("/")[1]].append(result)
    if not groups:
        return ""
    lines = [_head("single edit", f"{'cases':>7}")]
    lines += [_line(name, _counts(found), f"{len(found):>7}") for name, found in groups.items()]
    return "\n".join(lines)


def _kinds(rows: list[Row]) -> str:
    hits: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for *_, result in rows:
        hits.update(result.hits)
        misses.update(fact.kind for fact in result.misses)
        alarms.update(said.kind for said in result.alarms)
    lines = [_head("kind")]
    lines += [
        _line(kind, (hits[kind], misses[kind], alarms[kind]))
        for kind in sorted({*hits, *misses, *alarms})
    ]
    return "\n".join(lines)


def _natures(rows: list[Row]) -> str:
    right = sum(score.natures[True] for *_, score in rows)
    wrong = Counter(
        f"{fact.nature} told as {nature}"
        for *_, score in rows
        for fact, nature in score.wrong_natures
    )
    if not right + sum(wrong.values()):
        return ""
    lines = [f"natures of section.edited: {right} right, {sum(wrong.values())} wrong"]
    lines += [f"  {name}: {count}" for name, count in wrong.most_common()]
    return "\n".join(lines)
