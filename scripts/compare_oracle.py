"""Whether NUTS on the model written once more in NumPyro gives the ranges that accounts are printed with.

    python -m scripts.compare_oracle [WORLDS]

So many worlds (20), half of one date and half of three, with parts, fates beside, those still there, shares, floors, vague words and copies
in turn (`tests/reconcile/oracle/worlds.py`). For each a row: the largest and the middle gap between the 5%, 50% and 95% quantiles of every
line at every date, in log people, as parts of the width of the middle 90%, and their root mean square in standard errors, which is about
1.1 where nothing but chance sets the two apart. Needs the tests' packages.
"""

from __future__ import annotations

import sys
from time import process_time

import numpy as np
from tests.reconcile.oracle.compare import FAR, Gap, find_gaps
from tests.reconcile.oracle.engines import build_engines
from tests.reconcile.oracle.worlds import Setting, make_world

from unaccounted.reconcile.cohort import FEW, LIGHT, sample_posterior
from unaccounted.reconcile.sampler import Effort

AGREED = 1.05
"""Potential scale reduction of the oracle's chains above which its draws are not compared."""


def choose_setting(number: int) -> Setting:
    """The setting of a world: dates by turns, and every mixture of what may be told."""
    three = number % 2 == 1
    return Setting(
        dates=3 if three else 1,
        remaining=number % 4 > 1,
        parts=number % 8 > 3,
        beside=number % 3 == 0,
        counts=8 + number % 5,
        entry="set out" if number % 3 == 1 else "joined",
        digits=(4, 5) if three else (2, 4),
    )


def compare_world(number: int) -> tuple[list[Gap], str]:
    """The gaps of one world, none where one engine has not converged, and the start of its row."""
    posterior, oracle = build_engines(make_world(choose_setting(number), number))
    effort = Effort() if posterior.size > FEW else LIGHT
    began = process_time()
    sample = sample_posterior(posterior, number, effort)
    between = process_time()
    draws = oracle.draw(float(posterior.start()[0]), number, chains=8, warm=300, keep=250)
    row = f"{number:5d} {len(posterior.grid.days):5d} {posterior.size:10d} {len(posterior.statements):10d} "
    row += f"{between - began:7.1f} {process_time() - between:7.1f} "
    if not sample.converged:
        return [], row + f"ours did not converge ({sample.effective:.0f} effective draws)"
    reduction = draws.find_reduction()
    if reduction > AGREED:
        return [], row + f"NUTS did not converge (reduction {reduction:.3f})"
    return find_gaps(posterior, sample, effort, oracle, draws), row


def _sum_up(gaps: list[Gap]) -> str:
    gaps = [each for each in gaps if each.error > 0 and each.width > 0]
    parts = np.array([abs(each.gap) / each.width for each in gaps])
    ratios = np.array([each.gap / each.error for each in gaps])
    return (
        f"{len(gaps):5d} {np.median(parts):7.3f} {parts.max():8.3f} {np.sqrt((ratios**2).mean()):7.2f} {np.abs(ratios).max():8.2f} "
        f"{sum(each.far for each in gaps):4d}"
    )


def main() -> None:
    """Compare and print."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    print("world dates parameters statements   our s  NUTS s  gaps  middle  largest  in se's largest  far")
    found: dict[int, list[Gap]] = {1: [], 3: []}
    compared = 0
    for number in range(worlds):
        gaps, row = compare_world(number)
        print(row + (_sum_up(gaps) if gaps else ""), flush=True)
        found[choose_setting(number).dates] += gaps
        compared += bool(gaps)
    for dates, gaps in found.items():
        if gaps:
            print(f"all of {dates} date{'s' if dates > 1 else ''}: {_sum_up(gaps)}")
    print(f"{compared} of {worlds} worlds compared; far is beyond {FAR:g} standard errors and 2%")


if __name__ == "__main__":
    main()
