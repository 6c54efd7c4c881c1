"""A line alone: the quadrature and the chains tell the same."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.grid import Grid
from unaccounted.reconcile.jumps import propose_jump
from unaccounted.reconcile.lone import LoneLine
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.quadrature import draw_alone
from unaccounted.reconcile.sampler import Effort, draw_sample
from unaccounted.reconcile.scales import read_scales
from unaccounted.reconcile.statements import make_statements

CASES = {
    "one figure": [FlatClaim("a", "x", "killed", best=340.0, source="s", grade="C3")],
    "two sources": [
        FlatClaim("a", "x", "killed", best=340.0, source="s", grade="C3"),
        FlatClaim("b", "x", "killed", best=500.0, source="t", grade="B2"),
    ],
    "a source twice, and a floor": [
        FlatClaim("a", "x", "killed", best=340.0, source="s", grade="C3"),
        FlatClaim("b", "x", "killed", best=300.0, source="s", grade="C2", origin="o"),
        FlatClaim("c", "x", "killed", low=200.0, bound="at least", source="u", grade="B2"),
    ],
}


@pytest.mark.parametrize("claims", CASES.values(), ids=CASES.keys())
def test_quadrature_and_chains_agree(claims: list[FlatClaim]) -> None:
    scales = read_scales()
    statements, _ = make_statements(claims, scales)
    line = LoneLine("killed", False, np.ones(1), np.empty(0), scales)
    posterior = Posterior(line, Grid((0,)), statements, None, scales)
    exact = np.log(draw_alone(statements, posterior.reports, scales, 1))
    effort = Effort(keep=200)
    sample = draw_sample(
        posterior.log_density, posterior.start(), lambda d: np.log(posterior.people(d)[:, 0]), 2, effort, partial(propose_jump, posterior)
    )
    chains = np.log(posterior.people(sample.draws)[:, 0, 0])
    spread = exact.std()
    for level in (0.05, 0.25, 0.5, 0.75, 0.95):
        assert abs(np.quantile(exact, level) - np.quantile(chains, level)) < 0.12 * spread, level


def test_a_thousandfold_count_gives_a_thousandfold_range() -> None:
    def quantiles(best: float) -> np.ndarray:
        scales = read_scales()
        statements, _ = make_statements([FlatClaim("a", "x", "killed", best=best, grade="B2")], scales)
        line = LoneLine("killed", False, np.ones(1), np.empty(0), scales)
        reports = Posterior(line, Grid((0,)), statements, None, scales).reports
        return np.quantile(draw_alone(statements, reports, scales, 1), [0.05, 0.5, 0.95])

    assert quantiles(340_000) / quantiles(340) == pytest.approx(np.full(3, 1000.0), rel=0.01)
