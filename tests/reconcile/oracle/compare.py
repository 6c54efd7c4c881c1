"""How far two sets of draws of the same lines are apart, against how far apart chance alone would set them.

In: draws by chain, in people. Out: for each line, date and quantile both values in log people, and the standard error of their
difference.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.reconcile.oracle.model import Draws, Oracle
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.sampler import Effort, Sample

QUANTILES = (0.05, 0.5, 0.95)
LEAST = 0.5
"""Half a person: fewer are nobody."""
SAME = 0.02
"""Logs that are the same whatever the errors say: 2% is far below what is printed."""
FAR = 5.0
"""Standard errors. They come from the spread of 8 and of 16 groups of chains, so that the ratio is near a Student t of 12 degrees; beyond
5 lie 3 in 10,000, and a world has 15 to 81 ratios, most of them akin."""


@dataclass(frozen=True)
class Gap:
    """One quantile of one line at one date.

    Args:
        cohort, fate, date: the line, and the number of the date.
        quantile: which.
        ours, theirs: log people.
        error: standard error of the difference.
        width: of the middle 90% of their draws, in logs.
    """

    cohort: str
    fate: str
    date: int
    quantile: float
    ours: float
    theirs: float
    error: float
    width: float

    @property
    def gap(self) -> float:
        """Ours less theirs."""
        return self.ours - self.theirs

    @property
    def far(self) -> bool:
        """Whether chance does not explain it."""
        return abs(self.gap) > SAME + FAR * self.error


def _find_quantiles(people: np.ndarray, groups: int) -> tuple[np.ndarray, np.ndarray]:
    """Quantiles and their standard errors, each (quantiles, ...), of draws (times, chains, ...), from those of groups of chains."""
    logs = np.log(np.maximum(people, LEAST))
    whole = np.quantile(logs.reshape(-1, *logs.shape[2:]), QUANTILES, axis=0)
    each = [np.quantile(part.reshape(-1, *logs.shape[2:]), QUANTILES, axis=0) for part in np.array_split(logs, groups, axis=1)]
    return whole, np.std(each, axis=0, ddof=1) / np.sqrt(groups)


def find_gaps(posterior: Posterior, sample: Sample, effort: Effort, oracle: Oracle, draws: Draws) -> list[Gap]:
    """Every quantile of every line at every date.

    Args:
        posterior, sample: our density and its draws, those of all chains at one time beside one another.
        effort: of the sample.
        oracle, draws: the oracle and its draws.
    """
    people = posterior.measure(sample.draws)
    people = people.reshape(-1, effort.chains, *people.shape[1:])
    columns, gaps = posterior.state.columns, []
    for number, (cohort, fate) in enumerate(oracle.told.lines):
        at = posterior.state.find_first(cohort) + columns.index(fate)
        ours, our_error = _find_quantiles(people[..., at], 16)
        theirs, their_error = _find_quantiles(draws.lines[:, :, number], draws.lines.shape[1])
        error = np.hypot(our_error, their_error)
        for date in range(ours.shape[1]):
            width = float(theirs[-1, date] - theirs[0, date])
            gaps += [
                Gap(cohort, fate, date, quantile, float(ours[row, date]), float(theirs[row, date]), float(error[row, date]), width)
                for row, quantile in enumerate(QUANTILES)
            ]
    return gaps
