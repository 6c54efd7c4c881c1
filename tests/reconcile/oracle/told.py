"""What each statement observes and how it may err, as arrays (docs/methods.md, One likelihood for every statement).

In: prepared statements, a state's lines, days. Out: arrays over statements. No probability is reckoned here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from unaccounted.base.vocabulary import FATES, Role, role_of
from unaccounted.reconcile.lines import resolve_base
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement

Line = tuple[str, str]
FAR = 1e6
"""An edge in logs so far out that nothing lies beyond it."""


@dataclass(frozen=True)
class Told:
    """Statements as numbers, each array (statements, ...).

    Args:
        lines: the lines that any of them sees, in order.
        sees: weights of lines and dates in what is reported, (statements, lines, dates); beneath: of what it is a share.
        share: whether it is a ratio of two sums of lines.
        low, high: edges in logs. floor, ceiling: whether the truth lies beyond an end, exponentially.
        error: scale of its own error; kin: of the error that its tally shares.
        bias: scale of its source's bias as far as it bears it.
        voice, tally: numbers of those; a statement that shares nothing has a `kin` of 0.
        weight: the chance that it is no copy.
        voices, tallies: names, in the order of their numbers.
    """

    lines: tuple[Line, ...]
    sees: np.ndarray
    beneath: np.ndarray
    share: np.ndarray
    low: np.ndarray
    high: np.ndarray
    floor: np.ndarray
    ceiling: np.ndarray
    error: np.ndarray
    kin: np.ndarray
    bias: np.ndarray
    voice: np.ndarray
    tally: np.ndarray
    weight: np.ndarray
    voices: tuple[str, ...]
    tallies: tuple[str, ...]


def _see(statement: Statement, fates: Collection[str], entry: str | None) -> tuple[set[str], bool]:
    """The fates whose lines it sums, and whether it is only their ceiling."""
    if len(statement.fates) == 1 or statement.claim.fate == entry:
        return {statement.claim.fate}, False
    lined = {fate for fate in statement.fates if fate in fates and fate != entry}
    # A part is in its whole already.
    summed = {fate for fate in lined if FATES[fate].whole not in lined}
    mixed = len({role_of(fate, entry) == Role.BESIDE for fate in statement.fates}) == 2
    return summed or {statement.claim.fate}, mixed and lined != set(statement.fates)


def _read_edges(each: Statement, ceiling: bool, counted: bool, entry: str | None, scales: Scales) -> tuple[float, float, bool, bool]:
    """Low, high, and whether the truth may lie beyond either."""
    low, high, claim = each.interval.low, each.interval.high, each.claim
    if ceiling:
        return -FAR, high, False, True
    if claim.measure == "flow" and counted:
        return low, FAR, True, False
    stays = "remaining" in (claim.fate, FATES[claim.fate].whole)
    if claim.measure == "stock" and not stays and each.base is None and claim.fate != entry:
        high += scales["stock slack"]
    return low, high, each.interval.open_side > 0, each.interval.open_side < 0


def read_told(statements: Sequence[Statement], lines: Collection[Line], days: Sequence[int], entry: str | None, scales: Scales) -> Told:
    """Statements as numbers.

    Args:
        statements: those that speak of lines of the account.
        lines: (cohort, fate) that the state has.
        days: its dates.
        entry: the fate that makes the cohort; None for a line alone.
        scales: the table.
    """
    names = tuple(sorted(lines))
    fates = {fate for _, fate in names}
    figures = Counter(each.tally for each in statements if not each.interval.unbiased)
    voices = tuple(sorted({each.voice for each in statements}))
    tallies = tuple(sorted(tally for tally, number in figures.items() if number > 1))
    counted = {(each.claim.cohort, each.claim.fate) for each in statements if each.claim.measure != "flow"}
    shared = scales["shared error"]
    rows = []
    for each in statements:
        cohort, fate = each.claim.cohort, each.claim.fate
        summed, ceiling = _see(each, fates, entry)
        below = resolve_base(each, entry) if each.base is not None else None
        # A day between two dates sees the line between them; an unknown one the last.
        when = [np.interp(days[-1] if each.day is None else each.day, days, unit) for unit in np.eye(len(days))]
        low, high, floor, top = _read_edges(each, ceiling, (cohort, fate) in counted, entry, scales)
        empty = low <= -FAR and high >= FAR
        firm = scales["sure error"] if each.interval.sure else 1.0
        leaning = 0.0 if each.interval.unbiased else firm
        # Nobody and all have no size that an error of the whole tally could stretch.
        together = each.tally in tallies and not each.interval.unbiased
        rows.append(
            {
                "sees": [[(name == (cohort, name[1]) and name[1] in summed) * at for at in when] for name in names],
                "beneath": [[(name == (cohort, below)) * at for at in when] for name in names],
                "share": below is not None,
                "low": 0.0 if empty else max(low, -FAR),
                "high": 1.0 if empty else min(high, FAR),
                "floor": floor and not empty,
                "ceiling": top and not empty,
                "error": each.scale * firm * (math.sqrt(1 - shared) if together else 1.0),
                "kin": each.scale * leaning * math.sqrt(shared) if together else 0.0,
                "bias": scales[f"bias {each.letter}"] * scales["bias shrink"] * leaning,
                "voice": voices.index(each.voice),
                "tally": tallies.index(each.tally) if together else 0,
                "weight": 0.0 if empty else each.weight,
            }
        )
    return Told(lines=names, voices=voices, tallies=tallies, **{name: np.array([row[name] for row in rows]) for name in rows[0]})
