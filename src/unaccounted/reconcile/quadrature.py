"""One line at one date, alone: its size by quadrature, exactly and in a few milliseconds.

In: the statements about it, all in people. Out: draws. A corpus may have a thousand cohorts of whom one report says one
thing; none of them needs a chain.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.likelihood import Reports, log_likelihood, log_people
from unaccounted.reconcile.posterior import NOBODY, lean_of
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement

Array = NDArray[np.float64]
_NODES = 31
_GRID = 500
DRAWS = 2000


def _normal_nodes(number: int) -> Array:
    """Nodes of equal weight of a standard normal: the middles of equal slices."""
    from scipy.special import ndtri

    return np.asarray(ndtri((np.arange(number) + 0.5) / number))


def _log_density(statements: Sequence[Statement], reports: Reports, scales: Scales, told: Array, wider: float) -> Array:
    """Log likelihood of each size in `told`, each voice's bias averaged out, biases being `wider` than their letters say."""
    nodes = wider * np.sinh(scales["bias tail"] * _normal_nodes(_NODES)) / scales["bias tail"]
    total = np.zeros(len(told))
    for voice in sorted({each.voice for each in statements}):
        rows = [row for row, each in enumerate(statements) if each.voice == voice]
        bias = nodes * scales.bias(statements[rows[0]].letter)
        seen = np.zeros((len(told), _NODES))
        for row in rows:
            one = Reports(*(getattr(reports, each.name)[row : row + 1] for each in fields(Reports)))
            seen += log_likelihood(one, (told[:, None] + bias * lean_of(statements[row], scales))[:, :, None])[0][:, :, 0]
        top = seen.max(axis=1)
        total += top + np.log(np.exp(seen - top[:, None]).mean(axis=1))
    return total


def draw_alone(statements: Sequence[Statement], reports: Reports, scales: Scales, seed: int) -> Array:
    """Draws of one line's size, people, `(DRAWS,)`, under a prior flat in log people.

    Args:
        statements: about this line alone, at one date.
        reports: their numbers, in the same order, at full error scale.
        scales: the table.
        seed: the same seed, the same draws.
    """
    edges = np.concatenate([reports.low[np.isfinite(reports.low)], reports.high[np.isfinite(reports.high)]])
    worst = max(scales.bias(each.letter) for each in statements) + float(reports.scale.max())
    reach = 8 * worst + (6 * scales["floor slack"] if (reports.slack_low + reports.slack_high).any() else 0)
    logs = np.linspace(max(edges.min() - reach, math.log(NOBODY / 5)), edges.max() + reach, _GRID)
    told, _ = log_people(np.exp(logs))
    wider = np.exp(scales["bias wander"] * _normal_nodes(5))
    values = np.stack([_log_density(statements, reports, scales, told, each) for each in wider])
    # As in `posterior`: flat in log people down to nobody.
    total = np.log(np.exp(values - values.max()).mean(axis=0) + 1e-300) - 2 * np.minimum(logs - math.log(NOBODY), 0.0) ** 2
    weight = np.exp(total - total.max())
    reached = np.concatenate([[0.0], np.cumsum((weight[1:] + weight[:-1]) / 2)])
    slices = (np.arange(DRAWS) + np.random.default_rng([18121018, seed]).random(DRAWS)) / DRAWS
    sizes = np.exp(np.interp(slices * reached[-1], reached, logs))
    # Fewer than half a person is nobody.
    return np.asarray(np.random.default_rng([18121128, seed]).permutation(np.where(sizes < 0.5, 0.0, sizes)))
