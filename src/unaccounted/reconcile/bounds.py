"""Cohorts that lie within others, bounded by them: on no line does a part have more people than its whole, in any draw.

In: accounts, each drawn by itself, and which cohort lies within which. Out: the same accounts, their draws chosen so that they
fit: the joint distribution of all draws under the condition that parts fit into wholes. Parts that make up a whole are reckoned
with it in `family`; here they come and go together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.records import Diagnostic
from unaccounted.base.vocabulary import FATES
from unaccounted.reconcile.best import summarise
from unaccounted.reconcile.cohort import Reckoned
from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lines import REMAINING, REST
from unaccounted.reconcile.whole import close_family

Array = NDArray[np.float64]
Key = tuple[str, str, str]
_ROWS = 4000
_TRIED = 400
"""Draws of a part that are tried against every draw of its whole."""
_FEWEST = 0.005
"""Where fewer pairs of draws fit, the reports of part and whole contradict one another."""
_ROW = "row of the draws"
"""Stands for a fate where a block keeps which of its account's draws each row is."""
_NEAREST = 0.1
"""Of draws that contradict one another, the part that is kept: those that fit best."""


@dataclass(slots=True)
class _Block:
    """Accounts whose draws belong together: a cohort, or a family.

    Args:
        members: their labels, the whole first.
        draws: (cohort, fate, day) to people, all of `_ROWS` draws, row by row.
        family: where it is one.
        entry, summed: the entry and the other lines that add up to it.
        weight: of each row.
        inside: what lies within it.
    """

    members: tuple[str, ...]
    draws: dict[Key, Array]
    family: Family | None
    entry: str | None
    summed: tuple[str, ...]
    weight: Array = field(default_factory=lambda: np.ones(_ROWS))
    inside: list[_Edge] = field(default_factory=list)


@dataclass(slots=True)
class _Edge:
    """A block that lies within another.

    Args:
        inner: the block.
        pairs: (draws of the part, draws of the whole that they may not exceed).
        tried: the rows of the part that were tried.
        forced: whether too few fitted, so that the part is made to fit.
    """

    inner: _Block
    pairs: list[tuple[Key, Key]]
    tried: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    forced: bool = False


def bind_cohorts(accounts: Mapping[str, Reckoned], families: Sequence[Family], within: Mapping[str, str], seed: int) -> None:
    """Bound every cohort by the one in which it lies.

    Args:
        accounts: label to account; figures and draws are changed in place, and a diagnostic is added to what is bounded.
        families: whose draws belong together.
        within: label to the label of its whole.
        seed: the same seed, the same draws.
    """
    rng = np.random.default_rng([18121129, seed])
    owner = {label: family for family in families for label in family.members}
    blocks: dict[tuple[str, ...], _Block] = {}

    def find_block(label: str) -> _Block:
        family = owner.get(label)
        members = family.members if family else (label,)
        if members not in blocks:
            plan = accounts[members[0]].plan
            entry, summed = (plan.entry, plan.summed) if plan is not None and plan.reckoned else (None, ())
            blocks[members] = _Block(members, _align(accounts, members, rng), family, entry, summed)
        return blocks[members]

    bound: dict[tuple[str, ...], bool] = {}
    for part, whole in sorted(within.items()):
        if part in accounts and whole in accounts and (pairs := _pair_lines(accounts[part], accounts[whole])):
            inner, outer = find_block(part), find_block(whole)
            # A family lies where its root does; any other bound would make a net, not a tree.
            if inner is not outer and inner.members[0] == part:
                outer.inside.append(_Edge(inner, pairs))
                bound[inner.members] = False
    for block in list(blocks.values()):
        if block.members not in bound:
            _weigh(block, rng)
            _choose(block, _pick(block.weight, rng), rng)
    for block in blocks.values():
        bound.update({edge.inner.members: edge.forced for edge in block.inside})
    for block in blocks.values():
        _restate(accounts, block, bound.get(block.members))


def _pair_lines(part: Reckoned, whole: Reckoned) -> list[tuple[Key, Key]]:
    """Which draws of a part may not exceed which of its whole: the same line, else that of which it is a part, else all who entered."""
    pairs = []
    lines = {(fate, day): (cohort, fate, day) for cohort, fate, day in whole.draws}
    days = sorted({day for _, day in lines})
    entry = whole.plan.entry if whole.plan is not None and whole.plan.reckoned else None
    for cohort, fate, day in sorted(part.draws):
        # What has happened by a day has happened by a later one; what is there at a day says nothing of another.
        after = [each for each in days if each == day or (each > day and _rises(fate))]
        for other in (fate, FATES[fate].whole, entry):
            found = [lines[other, each] for each in after[:1] if other is not None and (other, each) in lines]
            if fate != REST and found:
                pairs.append(((cohort, fate, day), found[0]))
                break
    return pairs


def _rises(fate: str) -> bool:
    return fate not in (REMAINING, REST) and FATES[fate].whole != REMAINING


def _align(accounts: Mapping[str, Reckoned], members: Sequence[str], rng: np.random.Generator) -> dict[Key, Array]:
    """Every draw of some accounts as one table of rows: joint draws stay together, lines that stand alone are mixed."""
    chosen: dict[tuple[object, ...], NDArray[np.int64]] = {}
    table = {}
    for label in members:
        made = accounts[label]
        joint = made.plan is not None and made.plan.reckoned
        for key in sorted(made.draws):
            size = len(made.draws[key])
            group = ("account" if joint else key[1], size)
            if group not in chosen:
                chosen[group] = rng.permutation(size)[:_ROWS] if size >= _ROWS else rng.integers(size, size=_ROWS)
            table[key] = made.draws[key][chosen[group]]
            if joint and made.fit is not None:
                table[label, _ROW, ""] = chosen[group].astype(float)
    return table


def _pick(weight: Array, rng: np.random.Generator, number: int = _ROWS) -> NDArray[np.int64]:
    """Rows by their weight, evenly spread."""
    reached = np.cumsum(weight) / weight.sum()
    slices = (np.arange(number) + rng.random()) / number
    return rng.permutation(np.minimum(np.searchsorted(reached, slices), len(weight) - 1))


def _weigh(block: _Block, rng: np.random.Generator) -> None:
    """Weight of each row: how likely draws of all that lies within fit into it."""
    for edge in block.inside:
        _weigh(edge.inner, rng)
        edge.tried = _pick(edge.inner.weight, rng, _TRIED)
        share = _find_fits(block, edge).mean(axis=1)
        if (block.weight * share).sum() < _FEWEST * block.weight.sum():
            edge.forced = True
            over = _exceed(block, edge, np.arange(_ROWS), rng.choice(edge.tried, _ROWS))
            share = np.where(over <= np.quantile(over, _NEAREST), 1.0, 0.0)
        weight = block.weight * share
        block.weight = weight if weight.sum() > 0 else block.weight


def _find_fits(block: _Block, edge: _Edge) -> NDArray[np.bool_]:
    """Which of the tried draws of a part fit into each row of its whole, (rows, tried)."""
    fits = np.ones((_ROWS, len(edge.tried)), dtype=bool)
    for small, large in edge.pairs:
        fits &= edge.inner.draws[small][edge.tried][None, :] <= block.draws[large][:, None]
    return fits


def _exceed(block: _Block, edge: _Edge, rows: NDArray[np.int64], inner_rows: NDArray[np.int64]) -> Array:
    """By how much, in logs, a part exceeds its whole over all lines, row by row; 0 where it fits."""
    over = np.zeros(len(rows))
    for small, large in edge.pairs:
        part, whole = edge.inner.draws[small][inner_rows], block.draws[large][rows]
        over += np.maximum(np.log(part + 0.5) - np.log(whole + 0.5), 0.0)
    return over


def _choose(block: _Block, rows: NDArray[np.int64], rng: np.random.Generator) -> None:
    """Take these rows of a block, and of all that lies within it rows that fit."""
    block.draws = {key: values[rows] for key, values in block.draws.items()}
    for edge in block.inside:
        fits = _find_fits(block, edge)
        inner_rows = edge.tried[np.where(fits, rng.random(fits.shape), -1.0).argmax(axis=1)]
        _choose(edge.inner, inner_rows, rng)
        if not fits.any(axis=1).all():
            _make_fit(block, edge)


def _make_fit(block: _Block, edge: _Edge) -> None:
    """Fewer people in the part where it exceeds its whole: all alike where too many entered, else those of a line into its rest."""
    inner = edge.inner
    factor = np.ones(_ROWS)
    for small, large in edge.pairs:
        if small[1] == inner.entry or inner.family is not None:
            factor = np.minimum(factor, block.draws[large] / np.maximum(inner.draws[small], 1e-9))
    _shrink(inner, factor)
    if inner.family is not None:
        return
    for small, large in edge.pairs:
        cohort, fate, day = small
        excess = np.maximum(inner.draws[small] - block.draws[large], 0.0)
        inner.draws[small] = inner.draws[small] - excess
        if (cohort, REST, day) in inner.draws and fate in inner.summed:
            inner.draws[cohort, REST, day] = inner.draws[cohort, REST, day] + excess


def _shrink(block: _Block, factor: Array) -> None:
    """Fewer people in every line alike, row by row, so that what adds up still does."""
    # Draws that are made to fit are rows of no density any more.
    block.draws = {key: values * factor for key, values in block.draws.items() if key[1] != _ROW}
    for edge in block.inside:
        _shrink(edge.inner, factor)


def _restate(accounts: Mapping[str, Reckoned], block: _Block, forced: bool | None) -> None:
    """Figures and draws of a block's accounts from the chosen rows; `forced` is None where it lies within nothing."""
    rows = {label: block.draws.pop((label, _ROW, ""), None) for label in block.members}
    days = sorted({day for _, _, day in block.draws})
    place = {day: number for number, day in enumerate(days)}
    draws = {(label, fate, place[day]): values for (label, fate, day), values in block.draws.items()}
    plan = accounts[block.members[0]].plan
    assert plan is not None
    if block.family is not None:
        shown = close_family(block.family, plan, draws, range(len(days)))
    else:
        (label,) = block.members
        own = {(fate, day): values for (_, fate, day), values in draws.items()}
        summed = [*plan.summed, REST] if plan.reckoned else []
        rising = [fate for fate in {fate for fate, _ in own} if _rises(fate)]
        bands = summarise(own, plan.entry if plan.reckoned else None, summed, range(len(days)), rising, plan.parts)
        shown = {(label, fate, day): band for (fate, day), band in bands.items()}
    for label in block.members:
        made = accounts[label]
        made.draws = {key: np.ascontiguousarray(block.draws[key]) for key in made.draws}
        made.fit = made.fit.choose(rows[label]) if made.fit is not None else None
        made.figures = [
            replace(each, low=band[0], best=band[1], high=band[2])
            if each.low is not None and (band := shown.get((label, each.fate, place[each.as_of])))
            else each
            for each in made.figures
        ]
        if forced is not None and label == block.members[0]:
            words = (
                "What is told of it exceeds what is told of the cohort in which it lies: it was made to fit."
                if forced
                else "On no line has it more people than the cohort in which it lies."
            )
            made.diagnostics.append(Diagnostic(label, "bounded by its whole", words))
