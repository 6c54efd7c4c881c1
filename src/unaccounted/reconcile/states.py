"""The compartments over time, in fractions of all who ever entered, with their gradient.

In: a plan, the grid of dates, and parameters that are standard normal before any claim. Out: for each date the entry,
every way out so far, those still there, the rest, parts and fates beside. The identity, non-negativity and cumulative
lines that never fall hold by construction. No claim is looked at here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.vocabulary import FATES
from unaccounted.reconcile.lines import REMAINING, REST, Plan
from unaccounted.reconcile.scales import Scales

Array = NDArray[np.float64]
Backward = Callable[[Array], Array]
_USUAL = (
    ("killed", "died"),
    ("detained",),
    ("returned", "released"),
    tuple(fate.name for fate in FATES.values() if fate.otherwise),
)
"""The usual ways out; where none of a row's fates is spoken of, its people are in the rest."""


def make_shares(logits: Array) -> Array:
    """Shares that add up to 1 over the last axis but one: a softmax; the batch is the last."""
    weight = np.exp(logits - logits.max(axis=-2, keepdims=True))
    weight /= weight.sum(axis=-2, keepdims=True)
    return np.asarray(weight)


def trace_shares(share: Array, slope: Array) -> Array:
    """Slopes of shares to slopes of what they are made of."""
    return np.asarray(share * (slope - (share * slope).sum(axis=-2, keepdims=True)))


def _logistic(logit: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logit, -60, 60))))


def _bend_down(normal: Array, tail: float) -> tuple[Array, Array]:
    """A standard normal with a heavier lower half, sinh(tail z) / tail, and its slope."""
    below = np.clip(np.minimum(normal, 0.0) * tail, -30, 0)
    return np.maximum(normal, 0.0) + np.sinh(below) / tail, np.where(normal < 0, np.cosh(below), 1.0)


def from_end(slopes: Array) -> Array:
    """Sum over this date and all later ones, the first axis."""
    return slopes[::-1].cumsum(axis=0)[::-1]


@dataclass(frozen=True, slots=True)
class Compartments:
    """The state of one cohort.

    Args:
        plan: which lines there are.
        leaving, arriving: prior weight of each period for ways out and for coming (dates,), the first being all the time
            before the first date.
        scales: the table.
    """

    plan: Plan
    leaving: Array
    arriving: Array
    scales: Scales
    _layout: dict[str, tuple[slice, tuple[int, ...]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        layout, at = {}, 0
        for name, shape in self._blocks().items():
            layout[name] = slice(at, at + math.prod(shape)), shape
            at += math.prod(shape)
        object.__setattr__(self, "_layout", layout)

    @property
    def dates(self) -> int:
        """How many dates the grid has."""
        return len(self.leaving)

    @property
    def ways(self) -> int:
        """Ways that a person can go in a period: exits, unseen (only where those still there have a line), staying."""
        return len(self.plan.exits) + 1 + self.plan.remaining

    @property
    def columns(self) -> tuple[str, ...]:
        """The lines of the state, in order."""
        exits = self.plan.exits
        tail = (REST, REMAINING) if self.plan.remaining else (REST,)
        assert self.plan.entry is not None
        return (self.plan.entry, *exits, *tail, *(part for part, _ in self.plan.parts), *self.plan.beside)

    @property
    def width(self) -> int:
        """How many lines."""
        return len(self.columns)

    def find_first(self, cohort: str) -> int:
        """Where a cohort's lines begin: there is one cohort."""
        return 0

    def settle(self, people: Array) -> Array:
        """Fewer than half a person is nobody: a line that has no more is empty, and what it had is in the rest.

        Args:
            people: (batch, dates, columns).
        """
        columns = self.columns
        small = np.where(people < 0.5, people, 0.0)
        small[:, :, [0, columns.index(REST)]] = 0.0
        settled = people - small
        settled[:, :, columns.index(REST)] += small[:, :, [columns.index(line) for line in self.plan.summed]].sum(axis=2)
        return np.asarray(settled)

    @property
    def rest_parameter(self) -> int:
        """Where the rest's usual weight stands among the parameters."""
        return len(self.plan.exits)

    def rest_weight(self) -> float:
        """Centre of the log weight of the rest: what has no word, usual ways that nobody speaks of, those still there."""
        unspoken = sum(not set(way) & set(self.plan.exits) for way in _USUAL)
        weight = math.exp(self.scales["unreported weight"]) + unspoken * math.exp(self.scales["unspoken weight"])
        return math.log(weight + (not self.plan.remaining))

    def _late(self) -> Array:
        """Log weight of arrivals after the first date: those who set out do so together, those who join go on joining."""
        late = np.zeros(self.dates)
        if self.plan.entry == "set out":
            late[1:] = self.scales["late departures"]
        return late

    def _blocks(self) -> dict[str, tuple[int, ...]]:
        dates, ways = self.dates, self.ways
        blocks: dict[str, tuple[int, ...]] = {"usual": (ways,)}
        if dates > 1:
            blocks |= {"arrivals": (dates,), "drift": (dates, ways)}
        if self.plan.parts:
            blocks["parts"] = (dates, len(self.plan.parts))
        if self.plan.beside:
            blocks["beside"] = (len(self.plan.beside),)
            if dates > 1:
                blocks["beside times"] = (len(self.plan.beside), dates)
        return blocks

    @property
    def size(self) -> int:
        """How many parameters."""
        return int(max(place.stop for place, _ in self._layout.values()))

    def run(self, parameters: Array) -> tuple[Array, Backward]:
        """The state for a batch of parameters. The batch is the last axis, so that what is short is not the innermost loop.

        Args:
            parameters: (size, batch), standard normal before any claim.

        Returns:
            Fractions of all who ever entered, (dates, columns, batch), and the function that turns their slopes into
            slopes of the parameters, (size, batch).
        """
        scales, plan, dates, ways = self.scales, self.plan, self.dates, self.ways
        batch = parameters.shape[1]
        piece = {name: parameters[place].reshape(*shape, batch) for name, (place, shape) in self._layout.items()}
        exits, stay = len(plan.exits), ways - 1
        log_weights = np.log(self.leaving)[:, None]
        centre, spread = np.zeros((ways, 1)), np.full((ways, 1), scales["share spread"])
        # The rest is the last way out but for staying where those still there are counted, else staying itself.
        centre[exits], spread[exits] = self.rest_weight(), scales["rest spread"]
        usual = piece["usual"].copy()
        usual[exits], rest_slope = _bend_down(usual[exits], scales["rest tail"])
        logits = np.repeat((centre + spread * usual)[None], dates, axis=0)
        arrivals = np.ones((1, batch))
        if dates > 1:
            logits += scales["share drift"] * piece["drift"]
            logits[:, :stay] += log_weights[:, None]
            arrivals = make_shares((np.log(self.arriving) + self._late())[:, None] + scales["arrival spread"] * piece["arrivals"])
        share = make_shares(logits)
        pool, out = np.empty((dates, batch)), np.empty((dates, ways, batch))
        staying = np.zeros(batch)
        for t in range(dates):
            pool[t] = staying + arrivals[t]
            out[t] = pool[t] * share[t]
            staying = out[t, stay]
        so_far = out[:, :stay].cumsum(axis=0)
        entry = arrivals.cumsum(axis=0)
        entry[-1] = 1.0
        state = [entry[:, None], so_far, out[:, stay:]]
        wholes = [plan.exits.index(whole) if whole in plan.exits else stay for _, whole in plan.parts]
        if plan.parts:
            part_share = _logistic(scales["part spread"] * piece["parts"])
            part_out = out[:, wholes] * part_share
            summed = np.array([whole != stay for whole in wholes])[:, None]
            state.append(np.where(summed, part_out.cumsum(axis=0), part_out))
        if plan.beside:
            level = _logistic(scales["beside spread"] * piece["beside"])
            reached = np.ones((1, len(plan.beside), batch))
            if dates > 1:
                times = make_shares(log_weights + scales["arrival spread"] * piece["beside times"])
                reached = times.cumsum(axis=1).transpose(1, 0, 2)
            state.append(entry[:, None] * level * reached)

        def backward(slopes: Array) -> Array:
            given: dict[str, Array] = {}
            entry_slope = slopes[:, 0].copy()
            out_slope = np.empty_like(out)
            out_slope[:, :stay] = from_end(slopes[:, 1 : 1 + stay])
            out_slope[:, stay] = slopes[:, 1 + stay]
            at = 1 + ways
            if plan.parts:
                part_slope = slopes[:, at : at + len(wholes)]
                part_slope = np.where(summed, from_end(part_slope), part_slope)
                for number, whole in enumerate(wholes):
                    out_slope[:, whole] += part_slope[:, number] * part_share[:, number]
                given["parts"] = part_slope * out[:, wholes] * part_share * (1 - part_share) * scales["part spread"]
                at += len(wholes)
            if plan.beside:
                beside = slopes[:, at:]
                entry_slope += (beside * level * reached).sum(axis=1)
                given["beside"] = (beside * entry[:, None] * reached).sum(axis=0) * level * (1 - level) * scales["beside spread"]
                if dates > 1:
                    reached_slope = from_end(beside * entry[:, None] * level).transpose(1, 0, 2)
                    given["beside times"] = scales["arrival spread"] * trace_shares(times, reached_slope)
            share_slope, pool_slope = np.empty_like(share), np.empty_like(pool)
            later = np.zeros(batch)
            for t in range(dates - 1, -1, -1):
                out_slope[t, stay] += later
                later = (out_slope[t] * share[t]).sum(axis=0)
                pool_slope[t] = later
                share_slope[t] = pool[t] * out_slope[t]
            logit_slope = trace_shares(share, share_slope)
            given["usual"] = logit_slope.sum(axis=0) * spread
            given["usual"][exits] *= rest_slope
            if dates > 1:
                given["drift"] = scales["share drift"] * logit_slope
                given["arrivals"] = scales["arrival spread"] * trace_shares(arrivals, pool_slope + from_end(entry_slope))
            return np.concatenate([given[name].reshape(-1, batch) for name in self._layout])

        return np.concatenate(state, axis=1), backward
