"""The accounts of parts that make up a whole, reckoned together: on every line, at every date, the parts add up to the whole.

In: the evidence about every member of a family. Out: an account for each member, from one density, so that what is told of the
whole bounds its parts and what is told of its parts makes the whole. Which cohorts are a family is decided in `kin`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.records import Diagnostic, FlatClaim
from unaccounted.base.vocabulary import FATES
from unaccounted.reconcile.cohort import (
    FAILED,
    FEW,
    LIGHT,
    MOST_DRAWS,
    WIDE,
    Reckoned,
    ask_days,
    list_figures,
    note_carried,
    note_claims,
    note_sample,
    note_unused,
    reckon_cohort,
    sample_posterior,
    show_day,
)
from unaccounted.reconcile.fit import Fit
from unaccounted.reconcile.grid import Asked, Grid, make_grid
from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lines import REMAINING, REST, Plan, can_reckon, plan_lines
from unaccounted.reconcile.lone import LoneLine
from unaccounted.reconcile.metric import Parted
from unaccounted.reconcile.partition import Partition
from unaccounted.reconcile.posterior import Posterior, seen_lines, usable
from unaccounted.reconcile.sampler import Effort
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement, make_statements
from unaccounted.reconcile.states import Compartments
from unaccounted.reconcile.whole import close_family

Array = NDArray[np.float64]
Key = tuple[str, int]
_MANY = 400
"""Parameters beyond which parts are taken to meet only through what they share, when it is asked how far to step."""
_MOST = 0.5
"""Of a family so large the accounts that have settled are printed, if they are at least this part of all."""


def reckon_family(
    family: Family, claims: Sequence[FlatClaim], asked: Sequence[int] | None, seed: int, scales: Scales
) -> dict[str, Reckoned] | None:
    """Reckon the accounts of all members of a family.

    Args:
        family: its members.
        claims: the evidence about any of them.
        asked: ordinals of the days asked for; None for the last day that a claim about any member speaks of.
        seed: the same seed, the same draws.
        scales: the table.

    Returns:
        Label to account; None where nothing is told of the whole, nor of every part, that could be added up: then the members
        are cohorts by themselves.
    """
    statements, unusable = make_statements(claims, scales)
    plan = plan_lines(statements)
    days = ask_days(statements, asked)
    if not statements or not days.live:
        return None
    made = {label: Reckoned(statements=[each for each in statements if each.claim.cohort == label], plan=plan) for label in family.members}
    for label, one in made.items():
        note_claims(label, [claim for claim in unusable if claim.cohort == label], one)
        note_carried(label, days, one)
    grid = make_grid(days.live, [each.day for each in statements if each.day is not None])
    drawing = _Drawing(family, plan, grid, statements, days.live, seed, scales, made)
    if plan.reckoned and _covers(family, statements, plan):
        drawing.draw_account()
    elif not plan.reckoned:
        drawing.draw_lines()
    if not drawing.drawn and not drawing.notes:
        return None
    doubtful = {(label, day) for label in family.members for day in days.live if (label, show_day(day)) in drawing.unsettled}
    shown = close_family(family, plan, drawing.drawn, days.live, doubtful)
    stands = {show_day(day): show_day(stood) for day in days.days if (stood := days.stands(day)) is not None}
    if drawing.unsettled:
        words = f"Of {len(family.members) * len(days.live)} accounts (members by dates) so many have not settled and are not printed."
        made[family.root].diagnostics.append(Diagnostic(family.root, "accounts not settled", words, len(drawing.unsettled)))
    for label, one in made.items():
        drawn = {
            (fate, day): values
            for (cohort, fate, day), values in drawing.drawn.items()
            if cohort == label and (label, show_day(day)) not in drawing.unsettled
        }
        notes = dict(drawing.notes)
        for fate in {fate for fate, _ in drawn}:
            if fate != REST and not any(fate in each.fates for each in one.statements):
                notes[fate] = "no report speaks of it here; it follows from the whole and its parts"
        bands = {(fate, day): band for (cohort, fate, day), band in shown.items() if cohort == label and (fate, day) in drawn}
        for fate in drawing.apart:
            _reckon_alone(label, fate, [claim for claim in claims if claim.cohort == label], days, seed, scales, drawn, bands)
            if (fate, days.live[0]) not in drawn:
                notes[fate] = "it is told of some parts only, and not of the whole"
        list_figures(label, plan, one.statements, days, drawn, notes, one, bands)
        one.figures = [
            replace(each, note=FAILED) if each.low is None and (label, stands.get(each.as_of)) in drawing.unsettled else each
            for each in one.figures
        ]
    return made


def _reckon_alone(
    label: str,
    fate: str,
    claims: Sequence[FlatClaim],
    days: Asked,
    seed: int,
    scales: Scales,
    drawn: dict[Key, Array],
    bands: dict[Key, tuple[float, float, float]],
) -> None:
    """One line of one member, which nothing binds to its family."""
    mine = [claim for claim in claims if claim.fate == fate and claim.unit != "share"]
    alone = reckon_cohort(label, mine, days.live, seed, scales)
    for day in days.live:
        for each in alone.figures:
            if each.fate == fate and each.as_of == show_day(day) and None not in (each.low, each.best, each.high):
                drawn[fate, day] = alone.draws[label, fate, each.as_of]
                bands[fate, day] = (float(each.low or 0), float(each.best or 0), float(each.high or 0))


def _covers(family: Family, statements: Sequence[Statement], plan: Plan) -> bool:
    """Whether it is known how many entered: of the whole of all, or of every part."""
    assert plan.entry is not None
    told = {label: [each for each in statements if each.claim.cohort == label] for label in family.members}
    return can_reckon(told[family.root], plan.entry) or all(can_reckon(told[leaf], plan.entry) for leaf in family.leaves)


class _Drawing:
    """The draws of a family, (member, line, day) to people."""

    def __init__(
        self,
        family: Family,
        plan: Plan,
        grid: Grid,
        statements: Sequence[Statement],
        days: Sequence[int],
        seed: int,
        scales: Scales,
        made: Mapping[str, Reckoned],
    ) -> None:
        self.family, self.plan, self.grid, self.statements, self.days = family, plan, grid, statements, days
        self.seed, self.scales, self.made = seed, scales, made
        self.drawn: dict[tuple[str, str, int], Array] = {}
        self.notes: dict[str, str] = {}
        self.apart: list[str] = []
        """Lines that are told of some parts only: each is that part's alone."""
        self.unsettled: set[tuple[str, str]] = set()
        """Members and days on which chains do not agree: they are drawn, for the others add up with them, and not printed."""

    def draw_account(self) -> None:
        """Draw every line of every member together."""
        entry = self.plan.entry
        part = Compartments(self.plan, self.grid.leaving(self.scales), self.grid.arriving(self.scales), self.scales)
        kept = [each for each in self.statements if usable(each, part.columns, entry)]
        for label, one in self.made.items():
            note_unused(label, one.statements, kept, one)
        self._draw(part, self.grid, kept, entry, "account", {day: day for day in self.days})

    def draw_lines(self) -> None:
        """Draw each line by itself, where it is told of the whole or of every part; others are left to their cohorts."""
        for fate in self.plan.lines:
            mine = [
                each
                for each in self.statements
                if each.claim.fate == fate and each.base is None and seen_lines(each, (fate,), None)[0] == [fate]
            ]
            about = {each.claim.cohort for each in mine}
            if self.family.root not in about and not about.issuperset(self.family.leaves):
                self.apart.append(fate)
                continue
            stock = fate == REMAINING or FATES[fate].whole == REMAINING
            told = [each.day for each in mine if each.day is not None]
            stands = {day: day if stock or not told or day <= max(told) else max(told) for day in self.days}
            grid = make_grid(stands.values(), told)
            line = LoneLine(fate, stock, grid.leaving(self.scales), np.diff(np.array(grid.days)) / 365.25, self.scales)
            self._draw(line, grid, mine, None, fate, stands)

    def _draw(
        self, part: Compartments | LoneLine, grid: Grid, kept: Sequence[Statement], entry: str | None, line: str, stands: Mapping[int, int]
    ) -> None:
        state = Partition(part, self.family, self.scales)
        posterior = Posterior(state, grid, kept, entry, self.scales)
        if (
            not np.isfinite(posterior.reports.high).any()
            or not np.isfinite(posterior.reports.low).any()
            or not posterior.reports.weight.any()
        ):
            self.notes[line] = "what is told bounds it on neither side"
            return
        parted = self._part(posterior, state) if state.size > _MANY else None
        effort = LIGHT if posterior.size <= FEW else WIDE if parted else Effort()
        sample = sample_posterior(posterior, self.seed, effort, self._begin(posterior, state, entry), parted)
        note_sample(self.family.root, line, sample, self.made[self.family.root])
        settled: NDArray[np.bool_] = np.full((state.dates, len(self.family.members)), sample.converged)
        if parted is not None and len(sample.settled):
            settled = np.asarray(sample.settled.reshape(*settled.shape, -1).all(axis=2))
        if settled.mean() < _MOST:
            self.notes.update(dict.fromkeys((*part.columns, REST), FAILED))
            return
        chosen = sample.draws[:: -(-len(sample.draws) // MOST_DRAWS)]
        fit = Fit(posterior, chosen, tuple(sorted(set(stands.values()))))
        for member, label in enumerate(self.family.members):
            if entry is not None:
                self.made[label].fit = fit
            lines = fit.read_lines(chosen, label)
            for day in self.days:
                if not settled[grid.days.index(stands[day]), member]:
                    self.unsettled.add((label, show_day(day)))
                for fate in part.columns:
                    self.drawn[label, fate, day] = lines[fate, stands[day]]

    def _part(self, posterior: Posterior, state: Partition) -> Parted:
        """Which parameters and statements are of which part."""
        places = [range(posterior.normal.start + own.start, posterior.normal.start + own.stop) for own in state.list_own()]
        about = [[place for place, each in enumerate(posterior.statements) if each.claim.cohort == leaf] for leaf in self.family.leaves]
        return Parted(posterior.tell, posterior.weigh, places, about)

    def _begin(self, posterior: Posterior, state: Partition, entry: str | None) -> Array:
        """A place to begin: parts as large as what is told of them suggests."""
        sizes: dict[str, list[float]] = {}
        for each in posterior.statements:
            edges = [edge for edge in (each.interval.low, each.interval.high) if math.isfinite(edge)]
            if each.base is None and edges and (entry is None or each.claim.fate == entry):
                sizes.setdefault(each.claim.cohort, []).append(sum(edges) / len(edges))
        middles = {label: math.exp(float(np.median(logs))) for label, logs in sizes.items()}
        known = [middles[leaf] for leaf in self.family.leaves if leaf in middles]
        root = middles.get(self.family.root) or (sum(known) * len(self.family.leaves) / len(known) if known else None)
        begin = posterior.start()
        if root is not None:
            begin[0] = math.log(root)
            missing = len(self.family.leaves) - len(known)
            other = max(root - sum(known), 0.05 * root) / missing if missing else 0.0
            shares = state.place_shares([middles.get(leaf, other) for leaf in self.family.leaves])
            begin[posterior.normal.stop - state.parts : posterior.normal.stop] = shares
        return begin
