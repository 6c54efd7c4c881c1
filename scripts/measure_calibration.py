"""Simulation-based calibration: accounts drawn from the model's own priors, told by its own sources, reckoned again.

If the density is sampled as it is written, the truth's rank among the draws is uniform for every line. Run it as
`python scripts/measure_calibration.py [WORLDS] [PICTURE.svg]`. It says nothing of whether the model is true: worlds from another
simulator do (docs/methods.md).

Source: Talts et al. 2018, Validating Bayesian inference algorithms with simulation-based calibration, arXiv:1804.06788; bands after
Säilynoja, Bürkner and Vehtari 2022, doi:10.1007/s11222-022-10090-6.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile import read_scales
from unaccounted.reconcile.grid import Grid
from unaccounted.reconcile.intervals import Interval
from unaccounted.reconcile.jumps import propose_jump
from unaccounted.reconcile.likelihood import log_people
from unaccounted.reconcile.lines import Plan
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.sampler import Effort, draw_sample
from unaccounted.reconcile.statements import Statement
from unaccounted.reconcile.states import Compartments

Array = NDArray[np.float64]
PLAN = Plan("joined", True, ("killed", "detained", "returned"), True, (), ())
RANKS = 99
"""Draws among which the truth is ranked."""
_GRID = 20
CHANCE = np.arange(1, _GRID) / _GRID
"""Twentieths."""
_DAYS = (735_000, 735_700)
_POINT = 1e-3
"""Half the width, in logs, of what a source tells: narrow, so that it is the number that the model drew."""


def make_statements(rng: np.random.Generator, days: tuple[int, ...]) -> list[Statement]:
    """Who says what of which line, before it is known how many: 9 to 14 counts, shares and floors of four sources."""
    scales = read_scales()
    made: list[Statement] = []
    letters = rng.choice(list("ABCD"), 4)
    for number in range(int(rng.integers(9, 15))):
        voice, digit = int(rng.integers(4)), str(rng.integers(1, 5))
        fate = str(rng.choice(["joined", "joined", *PLAN.exits, "remaining"]))
        kind = "count" if fate == "joined" else str(rng.choice(["count", "share", "floor"], p=[0.6, 0.25, 0.15]))
        interval = Interval(0.0, math.inf, 1, sure=True) if kind == "floor" else Interval(-_POINT, _POINT)
        origin = f"origin {number}"
        # A source's figures of other lines may be of one tally.
        kin = [each for each in made if each.voice == f"source {voice}" and each.claim.fate != fate and rng.random() < 0.3]
        tally = kin[0].tally if kin and all(each.claim.fate != fate for each in made if each.tally == kin[0].tally) else origin
        claim = FlatClaim(f"c{number}", "the cohort", fate, measure="stock" if fate == "remaining" else "cumulative")
        base = "joined" if kind == "share" else None
        day = int(rng.choice(days))
        made.append(
            Statement(
                claim, (claim.id,), (fate,), base, day, interval, scales.error(digit), f"source {voice}", letters[voice], origin, tally
            )
        )
    return made


def draw_world(rng: np.random.Generator, days: tuple[int, ...]) -> tuple[Posterior, Array]:
    """A posterior whose statements were told of a truth, and that truth: lines in people, (dates x lines,)."""
    scales, grid = read_scales(), Grid(days)
    state = Compartments(PLAN, grid.leaving(scales), grid.arriving(scales), scales)
    statements = make_statements(rng, days)
    blank = Posterior(state, grid, statements, PLAN.entry, scales)
    place = rng.standard_normal((1, blank.size))
    place[0, 0] = 0.0
    # The prior of the size is flat: any size will do.
    place[0, 0] = rng.uniform(math.log(200), math.log(50_000)) - math.log(blank.measure(place)[0, -1, 0])
    people = blank.measure(place)[0]
    told = log_people(blank.over @ people.ravel())[0]
    told -= np.where(blank.is_share, log_people(np.where(blank.is_share, blank.under @ people.ravel(), 1.0))[0], 0.0)
    told += blank.borne @ blank.read_leaning(place)[0]
    given = []
    for row, each in enumerate(statements):
        scale = blank.reports.scale[row]
        if each.interval.open_side:
            given.append(replace(each, interval=replace(each.interval, low=told[row] - _draw_slack(rng, scale, scales["floor slack"]))))
        else:
            middle = told[row] + scale * rng.standard_t(4)
            given.append(replace(each, interval=Interval(middle - _POINT, middle + _POINT)))
    return Posterior(state, grid, given, PLAN.entry, scales), people.ravel()


def _draw_slack(rng: np.random.Generator, scale: float, slack: float) -> float:
    """By how much the truth, as its source sees it, exceeds a floor, in logs."""
    from scipy.stats import t

    at = np.linspace(-10 * scale, 12 * slack, 4000)
    weight = t.cdf(at / scale, 4) * np.exp(-0.15 / slack * np.logaddexp(0.0, at / 0.15))
    reached = np.cumsum(weight)
    return float(np.interp(rng.random() * reached[-1], reached, at))


def rank_world(world: int, dates: int, seed: int = 1) -> dict[str, int] | None:
    """The rank of the truth among draws, of every line of one world; None where it did not converge.

    Whether it did depends on what was told and on the chains, not on the truth beside that: the ranks of worlds that did are
    uniform all the same.

    Args:
        world: its number.
        dates: 1 or 2.
        seed: the same seed, the same worlds.

    Returns:
        Line to a rank of 0 to `RANKS`.
    """
    rng = np.random.default_rng([seed, dates, world])
    posterior, truth = draw_world(rng, _DAYS[:dates])
    watch = partial(_watch, posterior)
    sample = draw_sample(posterior.log_density, posterior.start(), watch, world, Effort(), partial(propose_jump, posterior))
    if not sample.converged:
        return None
    chosen = sample.draws[rng.choice(len(sample.draws), RANKS, replace=False)]
    ranks = (posterior.measure(chosen).reshape(RANKS, -1) < truth).sum(axis=0)
    names = [f"{line}, date {date + 1}" if dates > 1 else line for date in range(dates) for line in posterior.state.columns]
    return {name: int(rank) for name, rank in zip(names, ranks, strict=True)}


def gather_ranks(ranked: Iterable[Mapping[str, int] | None]) -> tuple[dict[str, NDArray[np.int64]], int]:
    """Line to the ranks of all worlds, and how many worlds did not converge."""
    worlds = list(ranked)
    kept = [each for each in worlds if each is not None]
    return {line: np.array([each[line] for each in kept]) for line in (kept[0] if kept else {})}, len(worlds) - len(kept)


def _watch(posterior: Posterior, draws: Array) -> Array:
    return np.log(posterior.measure(draws).reshape(len(draws), -1) + 0.5)


def _reach(ranks: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many ranks lie below each twentieth, (19,)."""
    return np.asarray((ranks[:, None] < (RANKS + 1) * CHANCE).sum(axis=0))


def _closeness(reached: NDArray[np.int64], number: int) -> Array:
    """The smallest two-sided probability over twentieths of so many ranks below each, were they uniform."""
    from scipy.stats import binom

    return np.asarray(2 * np.minimum(binom.cdf(reached, number, CHANCE), binom.sf(reached - 1, number, CHANCE)).min(axis=-1))


def find_band(number: int, level: float = 0.95, tries: int = 4000) -> tuple[float, Array, Array]:
    """The simultaneous band of uniform ranks.

    Returns:
        The closeness that `level` of uniform samples reach, and the lowest and highest share of ranks below each twentieth.
    """
    from scipy.stats import binom

    rng = np.random.default_rng(7)
    drawn = np.stack([_reach(rng.integers(RANKS + 1, size=number)) for _ in range(tries)])
    edge = float(np.quantile(_closeness(drawn, number), 1 - level))
    return edge, binom.ppf(edge / 2, number, CHANCE) / number, binom.ppf(1 - edge / 2, number, CHANCE) / number


def find_uneven(ranks: Mapping[str, NDArray[np.int64]], level: float = 0.95) -> list[str]:
    """The lines whose ranks leave the band of uniform ones."""
    return [line for line, each in ranks.items() if _closeness(_reach(each), len(each)) < find_band(len(each), level)[0]]


def draw_picture(ranks: Mapping[str, NDArray[np.int64]]) -> str:
    """The share of ranks below each twentieth less what uniform ranks have, one frame a line, with the 95% band."""
    wide, tall, gap = 190, 120, 26
    across = 3
    down = -(-len(ranks) // across)
    made = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across * (wide + gap) + gap} {down * (tall + 2 * gap) + gap}" '
        'font-family="sans-serif" font-size="12" role="img"><title>Ranks of the truth among draws: for each line the share of worlds '
        "below each twentieth, less what uniform ranks have; grey: the 95% band</title>"
    ]
    for number, (line, each) in enumerate(ranks.items()):
        left, top = gap + number % across * (wide + gap), gap + number // across * (tall + 2 * gap)
        _, low, high = find_band(len(each))
        reached = _reach(each) / len(each)

        def place(shares: Array, left: float = left, top: float = top) -> list[str]:
            return [
                f"{left + wide * at:.1f},{top + tall / 2 - tall * 4 * (share - at):.1f}" for at, share in zip(CHANCE, shares, strict=True)
            ]

        made.append(f'<text x="{left}" y="{top - 6}">{escape(line)}</text>')
        made.append(f'<polygon points="{" ".join([*place(low), *reversed(place(high))])}" fill="#ddd"/>')
        made.append(f'<line x1="{left}" y1="{top + tall / 2}" x2="{left + wide}" y2="{top + tall / 2}" stroke="#999"/>')
        made.append(f'<polyline points="{" ".join(place(reached))}" fill="none" stroke="#000" stroke-width="1.5"/>')
        made.append(f'<rect x="{left}" y="{top}" width="{wide}" height="{tall}" fill="none" stroke="#999"/>')
    return "\n".join([*made, "</svg>\n"])


def main() -> None:
    """Measure on all cores, print, and draw where a path is given."""
    from concurrent.futures import ProcessPoolExecutor

    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    ranks: dict[str, NDArray[np.int64]] = {}
    with ProcessPoolExecutor() as pool:
        for dates in (1, 2):
            title = f"{dates} date{'s' if dates > 1 else ''}"
            found, failed = gather_ranks(track(pool.map(partial(rank_world, dates=dates), range(worlds)), title, worlds))
            ranks |= found
            print(f"{worlds} worlds of {title}: {failed} did not converge", flush=True)
    uneven = find_uneven(ranks)
    for line, each in ranks.items():
        print(f"{line}: mean rank {each.mean() / RANKS:.3f}, {'outside' if line in uneven else 'inside'} its 95% band")
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(draw_picture(ranks), encoding="utf-8")


if __name__ == "__main__":
    main()
