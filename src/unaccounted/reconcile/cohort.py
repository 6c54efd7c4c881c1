"""The account of one cohort: plan, posterior, draws, figures.

In: the evidence about one cohort and the days asked for. Out: its figures, draws and diagnostics. What is evidence, which
contradictions there are and how cohorts lie in one another is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.ranges import read_vague
from unaccounted.base.records import Diagnostic, Figure, FlatClaim
from unaccounted.base.vocabulary import FATES, Role, role_of
from unaccounted.reconcile.best import summarise_plan
from unaccounted.reconcile.fit import Fit
from unaccounted.reconcile.grid import Asked, Grid, make_grid
from unaccounted.reconcile.jumps import propose_jump
from unaccounted.reconcile.lines import REMAINING, REST, Plan, order_of, plan_lines
from unaccounted.reconcile.lone import LoneLine, fit_part
from unaccounted.reconcile.metric import Parted
from unaccounted.reconcile.posterior import Posterior, seen_lines, usable
from unaccounted.reconcile.quadrature import draw_alone
from unaccounted.reconcile.sampler import Effort, Sample, draw_sample
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement, make_statements
from unaccounted.reconcile.states import Compartments
from unaccounted.reconcile.wording import say_claim

Array = NDArray[np.float64]
Key = tuple[str, int]
UNDATED = "undated"
FAILED = "the reckoning did not converge, so no range is printed"
TOO_EARLY = "no report speaks of a date so early"
NO_DAY = 0
"""The day of an account whose claims have no date."""
MOST_DRAWS = 8000
LIGHT = Effort(chains=112, warm=(10, 12, 12), keep=48, stretches=2, aim=800.0)
WIDE = Effort(chains=48, warm=(8, 8, 8, 8), keep=96, stretches=0)
"""For families of many parameters: a shorter run seldom settles, and is not tried."""
FEW = 16
"""Up to so many parameters the light effort does."""


@dataclass(slots=True)
class Reckoned:
    """One cohort's account."""

    figures: list[Figure] = field(default_factory=list)
    draws: dict[tuple[str, str, str], Array] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    unused: set[str] = field(default_factory=set)
    """Claims of statements that the density does not see."""
    plan: Plan | None = None
    fit: Fit | None = None
    """The density and its draws, where all lines were drawn together."""


def show_day(day: int) -> str:
    """A day as an ISO date."""
    return UNDATED if day == NO_DAY else date.fromordinal(day).isoformat()


def reckon_cohort(cohort: str, claims: Sequence[FlatClaim], asked: Sequence[int] | None, seed: int, scales: Scales) -> Reckoned:
    """Reckon the account of one cohort.

    Args:
        cohort: its label.
        claims: the evidence.
        asked: ordinals of the days asked for; None for the last day that its claims speak of.
        seed: the same seed, the same draws.
        scales: the table.
    """
    statements, unusable = make_statements(claims, scales)
    made = Reckoned(statements=statements)
    note_claims(cohort, unusable, made)
    if not statements:
        return made
    plan = plan_lines(statements)
    made.plan = plan
    days = ask_days(statements, asked)
    note_carried(cohort, days, made)
    live = days.live
    grid = make_grid(live, [each.day for each in statements if each.day is not None]) if live else Grid((NO_DAY,))
    drawn: dict[Key, Array] = {}
    notes: dict[str, str] = {}
    if live and plan.reckoned:
        _draw_account(cohort, plan, grid, statements, live, seed, scales, drawn, notes, made)
    elif live:
        _draw_lines(cohort, plan, grid, statements, live, seed, scales, drawn, notes, made)
    list_figures(cohort, plan, statements, days, drawn, notes, made)
    return made


def ask_days(statements: Sequence[Statement], asked: Sequence[int] | None) -> Asked:
    """The days of an account: those asked for, else the last that its statements speak of."""
    spoken = sorted({each.day for each in statements if each.day is not None})
    ends = (spoken[0], spoken[-1]) if spoken else (None, None)
    return Asked(tuple(sorted(set(asked))) if asked is not None else (spoken[-1] if spoken else NO_DAY,), *ends)


def note_claims(cohort: str, unusable: Sequence[FlatClaim], made: Reckoned) -> None:
    """Name the claims that say nothing, and those that are likely copies."""
    for claim in unusable:
        share = claim.words and claim.unit != "share" and read_vague(claim.words, "share")
        why = f"'{claim.words}' is a share, and it does not say of what" if share else "it states no number and no words that are known"
        made.diagnostics.append(Diagnostic(cohort, "not used", f"{claim.id}: {why}"))
    for each in made.statements:
        if each.corrects:
            words = f"{', '.join(each.corrects)}: its source corrected it; {say_claim(each.claim)} stands in its place"
            made.diagnostics.append(Diagnostic(cohort, "corrected", words))
        if each.unconfirmed:
            words = f"{', '.join(each.claims)}: told as confirmed, but by one origin alone; taken as probably true"
            made.diagnostics.append(Diagnostic(cohort, "not confirmed", words))
        if each.weight < 1:
            words = f"{', '.join(each.claims)}: another source had said the same before; a likely copy, it counts for this part of a report"
            made.diagnostics.append(Diagnostic(cohort, "likely copy", words, round(each.weight, 3)))


def note_carried(cohort: str, days: Asked, made: Reckoned) -> None:
    """Say that an account is asked for after its last report."""
    if days.last is not None and days.days[-1] > days.last:
        words = f"No report speaks of a day after {show_day(days.last)}: its state then is carried forward to later dates."
        made.diagnostics.append(Diagnostic(cohort, "carried forward", words))


def _draw_account(
    cohort: str,
    plan: Plan,
    grid: Grid,
    statements: list[Statement],
    days: list[int],
    seed: int,
    scales: Scales,
    drawn: dict[Key, Array],
    notes: dict[str, str],
    made: Reckoned,
) -> None:
    """Draw all lines of an account with an entry, together."""
    assert plan.entry is not None
    state = Compartments(plan, grid.leaving(scales), grid.arriving(scales), scales)
    kept = [each for each in statements if usable(each, state.columns, plan.entry)]
    note_unused(cohort, statements, kept, made)
    posterior = Posterior(state, grid, kept, plan.entry, scales)
    if not plan.lines[1:] and len(grid.days) == 1 and not posterior.tallies:
        people = draw_alone(kept, posterior.reports, scales, seed)
        drawn[plan.entry, days[0]] = people
        drawn[REST, days[0]] = people.copy()
        return
    sample = sample_posterior(posterior, seed, Effort() if posterior.size > FEW else LIGHT)
    note_sample(cohort, "account", sample, made)
    if not sample.converged:
        notes.update(dict.fromkeys((*state.columns, REST), FAILED))
        return
    chosen = sample.draws[:: -(-len(sample.draws) // MOST_DRAWS)]
    made.fit = Fit(posterior, chosen, tuple(days))
    drawn.update(made.fit.read_lines(chosen, cohort))


def _draw_lines(
    cohort: str,
    plan: Plan,
    grid: Grid,
    statements: list[Statement],
    days: list[int],
    seed: int,
    scales: Scales,
    drawn: dict[Key, Array],
    notes: dict[str, str],
    made: Reckoned,
) -> None:
    """Draw each line by itself: no report says how many there were."""
    used: list[Statement] = []
    for fate in plan.lines if plan.entry is None else [fate for fate in plan.lines if fate != plan.entry]:
        stock = fate == REMAINING or FATES[fate].whole == REMAINING
        mine = [
            each for each in statements if each.claim.fate == fate and each.base is None and seen_lines(each, (fate,), None)[0] == [fate]
        ]
        if not mine:
            notes[fate] = _why_none(fate, plan, statements)
            continue
        used += mine
        told = [each.day for each in mine if each.day is not None]
        # What nobody says is not made up: a line that only rises stands still after the last report of it.
        stands = {day: day if stock or not told or day <= max(told) else max(told) for day in days}
        own = make_grid(stands.values(), told)
        weights = own.leaving(scales)
        state = LoneLine(fate, stock, weights, np.diff(np.array(own.days)) / 365.25, scales)
        posterior = Posterior(state, own, mine, None, scales)
        if not (np.isfinite(posterior.reports.low).any() or np.isfinite(posterior.reports.high).any()):
            notes[fate] = "what is told bounds it on neither side"
            continue
        if not posterior.reports.weight.any():
            notes[fate] = "no report says anything of it alone"
            continue
        if len(own.days) == 1 and not posterior.tallies:
            alone = draw_alone(mine, posterior.reports, scales, seed)
            drawn.update({(fate, day): alone for day in days})
            continue
        sample = sample_posterior(posterior, seed, LIGHT)
        note_sample(cohort, fate, sample, made)
        if not sample.converged:
            notes[fate] = FAILED
            continue
        people = posterior.people(sample.draws[:: -(-len(sample.draws) // MOST_DRAWS)])
        for day in days:
            drawn[fate, day] = np.ascontiguousarray(people[:, own.days.index(stands[day]), 0])
    note_unused(cohort, [each for each in statements if each.base is None], used, made)
    for part, whole in plan.parts:
        if (part, days[0]) in drawn and (whole, days[0]) in drawn:
            fit_part(drawn, part, whole, days, seed)


def sample_posterior(posterior: Posterior, seed: int, effort: Effort, begin: Array | None = None, parted: Parted | None = None) -> Sample:
    """Draw from a posterior, watching every line at every date.

    Args:
        posterior: the density.
        seed: the same seed, the same draws.
        effort: how much work to spend.
        begin: where to look for its mode.
        parted: its parts, where there are many parameters.
    """

    def watch(draws: Array) -> Array:
        return np.log(posterior.measure(draws).reshape(len(draws), -1) + 0.5)

    return draw_sample(
        posterior.log_density,
        posterior.start() if begin is None else begin,
        watch,
        seed,
        effort,
        partial(propose_jump, posterior),
        parted,
    )


def note_sample(cohort: str, line: str, sample: Sample, made: Reckoned) -> None:
    """Keep how well the chains of a reckoning agree, and what its draws are worth."""
    word = "converged" if sample.converged else "did not converge"
    made.diagnostics.append(Diagnostic(cohort, f"agreement of chains ({line})", f"The reckoning {word}.", round(sample.agreement, 4)))
    made.diagnostics.append(
        Diagnostic(cohort, f"effective draws ({line})", "Independent draws that the least certain line is worth.", round(sample.effective))
    )


def _why_none(fate: str, plan: Plan, statements: Sequence[Statement]) -> str:
    """Why a line has no number of its own: nobody counts it, or only by shares, or only with others."""
    about = [each for each in statements if each.claim.fate == fate or fate in each.fates]
    if any(each.base is None for each in about):
        return "it is only counted together with others"
    if about:
        return "only shares of an unknown number are told"
    parts = [part for part, whole in plan.parts if whole == fate]
    return f"no report counts it; only a part of it is told: {', '.join(parts)}" if parts else "no report counts it"


def note_unused(cohort: str, statements: Sequence[Statement], used: Sequence[Statement], made: Reckoned) -> None:
    """Name the statements that the density does not see."""
    for each in statements:
        if each not in used:
            made.unused.update(each.claims)
            words = f"{', '.join(each.claims)}: a share of another cohort's line, or of a line that is not in this account"
            made.diagnostics.append(Diagnostic(cohort, "not used", words))


def _rests_on(fate: str, plan: Plan, statements: Sequence[Statement]) -> list[Statement]:
    """The statements that speak of a line; for the rest, of any line that adds up."""
    summed = {plan.entry, *plan.summed}
    if fate == REST:
        return [each for each in statements if each.claim.fate == REST or summed & set(each.fates)]
    direct = [each for each in statements if fate in each.fates]
    # A share tells of its base, too; that line rests on it only where nothing else speaks of it.
    return direct or [each for each in statements if each.base and fate == each.base]


def list_figures(
    cohort: str,
    plan: Plan,
    statements: Sequence[Statement],
    days: Asked,
    drawn: dict[Key, Array],
    notes: dict[str, str],
    made: Reckoned,
    shown: Mapping[Key, tuple[float, float, float]] | None = None,
) -> None:
    """List every line at every day asked for, with its range, or why it has none.

    Args:
        cohort: its label.
        plan: the lines.
        statements: those about this cohort.
        days: asked for.
        drawn: (line, day) to draws.
        notes: line to what its reader must know.
        made: takes figures and draws.
        shown: low, best and high, where they are not to be taken from the draws of this cohort alone.
    """
    lines = list(plan.lines)
    rest_spoken = any(each.claim.fate == REST for each in statements)
    if plan.entry is not None or rest_spoken:
        lines.append(REST)
    summed = [*plan.summed, REST] if plan.reckoned else []
    wholes = {whole: [part for part, other in plan.parts if other == whole] for _, whole in plan.parts}
    if shown is None:
        shown = summarise_plan(plan, drawn, days.live)
    for day in days.days:
        stands = days.stands(day)
        for fate in sorted(lines, key=order_of):
            about = _rests_on(fate, plan, statements)
            role = role_of(fate, plan.entry)
            note = notes.get(fate)
            if stands is None:
                note = TOO_EARLY
            elif not plan.reckoned and (fate in (plan.entry, REST)):
                note = f"no report says how many {_entered(plan.entry)}"
            elif note is None and fate == REST and not plan.remaining:
                note = "those still there are in it: no report counts them"
            elif note is None and fate in wholes and not any(fate in each.fates for each in about):
                note = f"no report counts it; only a part of it is told: {', '.join(wholes[fate])}"
            low, best, high = shown.get((fate, NO_DAY if stands is None else stands), (None, None, None))
            if low is not None:
                # A figure without a number leads to all that is said of it; a number to what it was made of.
                about = [each for each in about if not made.unused.issuperset(each.claims)]
            if low is not None and stands is not None and stands != day:
                carried = f"carried forward from {show_day(stands)}: no report speaks of a later day"
                note = f"{carried}; {note}" if note else carried
            made.figures.append(
                Figure(
                    cohort,
                    fate,
                    show_day(day),
                    low,
                    best,
                    high,
                    fate in summed and role is not Role.ENTRY,
                    len({each.origin for each in about}),
                    tuple(sorted({name for each in about for name in each.claims})),
                    role.value,
                    note,
                )
            )
            if low is not None and stands is not None:
                made.draws[cohort, fate, show_day(day)] = drawn[fate, stands]


def _entered(entry: str | None) -> str:
    passive = {"detained": "were detained", "abducted": "were abducted", "displaced": "were displaced", "born": "were born"}
    return passive.get(entry or "", entry or "there were")
