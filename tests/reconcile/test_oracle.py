"""The model once more in NumPyro (`oracle/`): the same density for the same parameters, and the same ranges by NUTS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

pytest.importorskip("numpyro", reason="the oracle needs NumPyro and jax, which has no wheel for this platform")

import jax

from tests.reconcile.oracle import cases
from tests.reconcile.oracle.compare import find_gaps
from tests.reconcile.oracle.engines import build_engines
from tests.reconcile.oracle.mapping import log_joint_of
from tests.reconcile.oracle.worlds import Setting, make_world
from unaccounted.reconcile import read_scales
from unaccounted.reconcile.cohort import sample_posterior
from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.sampler import Effort

CASES: dict[str, tuple[list[dict[str, Any]], Family | None]] = {
    **{name: (rows, None) for name, rows in {**cases.ACCOUNTS, **cases.LINES}.items()},
    **{name: (rows, cases.FAMILY) for name, rows in cases.FAMILIES.items()},
}
LONG = Effort(keep=60, stretches=4, aim=1000.0)
"""Longer than an account is drawn, so that the comparison is sharp."""
WORLD = Setting(dates=1, parts=True, beside=True, counts=10)
"""NUTS takes a minute or more for three dates: such worlds are compared by scripts/compare_oracle.py."""


def _places(posterior: Posterior, number: int) -> np.ndarray:
    """Parameters near and far from where the density is high, (number, size)."""
    rng = np.random.default_rng(31)
    places = rng.standard_normal((number, posterior.size))
    places[:, 0] += posterior.start()[0] + np.linspace(0, -8, number)
    return places


def _differ(rows: Sequence[dict[str, Any]], family: Family | None) -> tuple[float, float]:
    """By how much the difference of the two log densities varies over places, and the largest difference of their gradients."""
    posterior, oracle = build_engines(rows, family)
    places = _places(posterior, 6)
    ours, gradient = posterior.log_density(places)
    both = jax.vmap(jax.value_and_grad(log_joint_of(posterior, oracle)))
    # It runs once: it takes longer to make than to run.
    theirs, slope = jax.jit(both, compiler_options={"xla_backend_optimization_level": 0})(places)
    return float(np.ptp(np.asarray(theirs) - ours)), float(np.abs(np.asarray(slope) - gradient).max())


@pytest.mark.parametrize(("rows", "family"), CASES.values(), ids=CASES.keys())
def test_both_have_one_density_and_one_gradient(rows: list[dict[str, Any]], family: Family | None) -> None:
    apart, slopes = _differ(rows, family)
    assert apart < 1e-8
    assert slopes < 1e-8


def test_every_number_of_the_table_bears_on_a_case() -> None:
    scales = read_scales()
    silent = []
    for name in scales.numbers:
        changed = scales.replace(**{name: 0.99 * scales[name]})
        if all(_unmoved(rows, family, changed) for rows, family in CASES.values()):
            silent.append(name)
    assert silent == []


def _unmoved(rows: Sequence[dict[str, Any]], family: Family | None, changed: Any) -> bool:
    before, after = build_engines(rows, family)[0], build_engines(rows, family, changed)[0]
    places = _places(before, 4)
    return bool(np.ptp(after.log_density(places)[0] - before.log_density(places)[0]) < 1e-6)


def test_both_draw_the_same_ranges() -> None:
    posterior, oracle = build_engines(make_world(WORLD, seed=2))
    draws = oracle.draw(float(posterior.start()[0]), seed=1, chains=8, warm=200, keep=150)
    assert draws.divergent <= 0.005 * draws.lines[:, :, 0, 0].size
    assert draws.find_reduction() < 1.1
    sample = sample_posterior(posterior, 1, LONG)
    assert sample.converged
    gaps = find_gaps(posterior, sample, LONG, oracle, draws)
    assert [each for each in gaps if each.far] == []
    # What is compared is known well enough that a fault would be seen.
    assert np.median([each.error / each.width for each in gaps]) < 0.03
