"""Best figures of a family that add up both ways: lines to the entry, and parts to the whole.

In: draws of every member. Out: low, best and high of each line. The medians of parts do not add up to that of the whole; the best
is the table of parts nearest to all medians, whole people, from which every sum is made.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.vocabulary import FATES
from unaccounted.reconcile.best import LEVELS
from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lines import REMAINING, REST, Plan

Array = NDArray[np.float64]
Band = tuple[float, float, float]
_DOUBTFUL = 1e-3
"""Weight of a middle that has not settled: it gives way to all others, and is there where nothing else tells."""


def close_family(
    family: Family,
    plan: Plan,
    draws: Mapping[tuple[str, str, int], Array],
    days: Sequence[int],
    doubtful: Collection[tuple[str, int]] = (),
) -> dict[tuple[str, str, int], Band]:
    """Low, best and high of each line of each member at each day.

    Args:
        family: its members.
        plan: their lines.
        draws: (member, line, day) to people `(draws,)`.
        days: rising.
        doubtful: members and days whose draws have not settled: their middles bind nobody.
    """
    bands = {key: np.quantile(values, LEVELS) for key, values in draws.items()}
    lines = sorted({line for _, line, _ in draws})
    # Where an account of one member is not known, each of the others keeps its own middle on that day.
    days = [day for day in days if all((label, line, day) in draws for label in family.members for line in lines)]
    summed = [line for line in (*plan.summed, REST) if line in lines] if plan.reckoned and plan.entry in lines else []
    best: dict[tuple[str, str, int], float] = {}
    groups = [summed] if summed else []
    groups += [[line] for line in lines if line not in summed and not (summed and line == plan.entry)]
    for group in groups:
        best.update(_close_group(family, group, plan.entry if group == summed and summed else None, bands, days, doubtful))
    for part, whole in plan.parts:
        for day in days:
            if (family.root, part, day) in best and (family.root, whole, day) in best:
                for leaf in family.leaves:
                    best[leaf, part, day] = min(best[leaf, part, day], best[leaf, whole, day])
                for label, inner in family.wholes:
                    best[label, part, day] = sum(best[leaf, part, day] for leaf in inner)
    shown = {}
    for key, band in bands.items():
        low, middle, high = float(np.floor(band[0])), best.get(key, float(np.floor(band[1] + 0.5))), float(np.ceil(band[2]))
        shown[key] = (min(low, middle), middle, max(high, middle))
    return shown


def _close_group(
    family: Family,
    lines: Sequence[str],
    entry: str | None,
    bands: Mapping[tuple[str, str, int], Array],
    days: Sequence[int],
    doubtful: Collection[tuple[str, int]],
) -> dict[tuple[str, str, int], float]:
    """Whole people for lines that belong together; with an entry it is their sum."""
    from scipy.optimize import nnls

    leaves, best = family.leaves, {}
    at_least = np.zeros((len(leaves), len(lines)))
    rising = np.array([line not in (REMAINING, REST) and FATES[line].whole != REMAINING for line in lines])
    for day in days:
        rows, targets = [], []
        for label in family.members:
            inner = dict(family.wholes).get(label, (label,))
            member = np.array([leaf in inner for leaf in leaves], dtype=float)
            for column, line in [*enumerate(lines), *([(-1, entry)] if entry else [])]:
                low, middle, high = bands[label, str(line), day]
                row = np.outer(member, np.ones(len(lines)) if column < 0 else np.eye(len(lines))[column]).ravel()
                weight = (_DOUBTFUL if (label, day) in doubtful else 1.0) / max(high - low, 1e-3 * middle, 1e-6)
                rows.append(weight * row)
                targets.append(weight * middle)
        table, _ = nnls(np.array(rows), np.array(targets))
        whole = np.floor(table.reshape(len(leaves), -1) + 0.5)
        # A line that only rises rises in its best, too; so does the entry, by those of whom nobody says what became of them.
        whole = np.where(rising, np.maximum(whole, at_least), whole)
        if entry is not None and REST in lines:
            short = np.maximum(at_least.sum(axis=1) - whole.sum(axis=1), 0)
            whole[:, list(lines).index(REST)] += short
        at_least = whole
        for label in family.members:
            inner = dict(family.wholes).get(label, (label,))
            people = whole[[leaf in inner for leaf in leaves]].sum(axis=0)
            for column, line in enumerate(lines):
                best[label, line, day] = float(people[column])
            if entry is not None:
                best[label, entry, day] = float(people.sum())
    return best
