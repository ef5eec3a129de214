"""Scored pairs -> the one-to-one choice among them with the greatest sum of scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

LARGEST_DENSE = 120
"""Rows or columns of a component that is still settled exactly; cubic work beyond it would be felt."""

MOST_STEPS = 10_000_000
"""Steps that settling all components of one choice exactly may take: a second. A year of a handbook takes ten thousand."""

FEW = 12
"""Rows or columns of a component that is settled exactly even then."""

Scores = Mapping[tuple[int, int], int]


def assign(scores: Scores) -> list[tuple[int, int]]:
    """Choose pairs so that no row and no column is used twice and the sum of scores is greatest.

    Only positive scores are chosen. The pairs fall into connected components that do not touch each other, nearly
    always tiny; each is settled by the Hungarian method (Kuhn 1955, in the shortest augmenting path form of
    Jonker and Volgenant 1987). A component beyond `LARGEST_DENSE` is settled greedily, and where all together would
    take more than `MOST_STEPS` each beyond `FEW`.

    Args:
        scores: A score for each pair (row, column) that is possible at all; whole numbers, so that the choice
            hangs on no rounding.

    Returns:
        The pairs chosen, sorted.
    """
    chosen: list[tuple[int, int]] = []
    dense: list[_Component] = []
    for component in _components({pair: score for pair, score in scores.items() if score > 0}):
        if len(component.scores) == 1:
            chosen.extend(component.scores)
        elif component.size > LARGEST_DENSE:
            chosen.extend(_greedy(component.scores))
        else:
            dense.append(component)
    exact = sum(component.size**3 for component in dense) <= MOST_STEPS
    for component in dense:
        if exact or component.size <= FEW:
            chosen.extend(_exact(component.scores, component.rows, component.columns))
        else:
            chosen.extend(_greedy(component.scores))
    return sorted(chosen)


class _Component(msgspec.Struct, frozen=True, eq=False):
    """Pairs that touch each other and no others."""

    rows: list[int]
    columns: list[int]
    scores: Scores

    @property
    def size(self) -> int:
        return max(len(self.rows), len(self.columns))


def _components(scores: Scores) -> Iterator[_Component]:
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(scores):
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    seen: set[int] = set()
    for start in by_row:
        if start in seen:
            continue
        seen.add(start)
        rows, columns, stack = [start], set[int](), [start]
        while stack:
            for column in by_row[stack.pop()]:
                if column not in columns:
                    columns.add(column)
                    fresh = [row for row in by_column[column] if row not in seen]
                    seen.update(fresh)
                    rows.extend(fresh)
                    stack.extend(fresh)
        found = {(row, column): scores[row, column] for row in rows for column in by_row[row]}
        yield _Component(sorted(rows), sorted(columns), found)


def _greedy(scores: Scores) -> Iterator[tuple[int, int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    for row, column in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield row, column


def _exact(scores: Scores, rows: list[int], columns: list[int]) -> Iterator[tuple[int, int]]:
    if len(rows) > len(columns):
        turned = {(column, row): score for (row, column), score in scores.items()}
        yield from ((row, column) for column, row in _exact(turned, columns, rows))
        return
    # A pair that is not possible scores 0, which is what leaving both alone scores.
    cost = [[-scores.get((row, column), 0) for column in columns] for row in rows]
    for place, column_place in enumerate(_hungarian(cost)):
        pair = (rows[place], columns[column_place])
        if pair in scores:
            yield pair


def _hungarian(cost: list[list[int]]) -> list[int]:
    """Give each row the column of a cheapest complete assignment; rows are at most as many as columns."""
    width = len(cost[0])
    row_potential = [0] * (len(cost) + 1)
    column_potential = [0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, len(cost) + 1):
        owner[0] = row
        _settle(cost, row_potential, column_potential, owner)
    answer = [0] * len(cost)
    for column in range(1, width + 1):
        if owner[column]:
            answer[owner[column] - 1] = column - 1
    return answer


def _settle(
    cost: list[list[int]], row_potential: list[int], column_potential: list[int], owner: list[int]
) -> None:
    """Find a place for the row in `owner[0]` along a shortest augmenting path."""
    width = len(owner) - 1
    slack: list[float] = [float("inf")] * (width + 1)
    way = [0] * (width + 1)
    free = set(range(1, width + 1))
    column, path = 0, [0]
    while owner[column]:
        row = owner[column]
        for other in free:
            reduced = cost[row - 1][other - 1] - row_potential[row] - column_potential[other]
            if reduced < slack[other]:
                slack[other], way[other] = reduced, column
        following = min(free, key=lambda place: (slack[place], place))
        delta = int(slack[following])
        for other in path:
            row_potential[owner[other]] += delta
            column_potential[other] -= delta
        for other in free:
            slack[other] -= delta
        free.discard(following)
        path.append(following)
        column = following
    while column:
        owner[column] = owner[way[column]]
        column = way[column]
