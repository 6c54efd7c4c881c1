"""What is kept of a reckoning: terms that are the density's own, and densities without a statement."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.reconcile.conftest import CREW, row
from unaccounted.reconcile.flat import read_claims
from unaccounted.reconcile.reconcile import reckon_accounts
from unaccounted.reconcile.scales import read_scales

DATED = [
    *CREW,
    row(6, "killed", 420, as_of="2015-05-09", grade="C3"),
    row(7, "returned", 0.2, unit="share", base="set out"),
    row(8, "killed", None, low=100, bound="at least", source="source 3"),
    row(9, "detained", 60, measure="stock", origin="o4"),
]
PARTS = [
    row(1, "joined", 900, cohort="all"),
    *(
        row(n, "joined", best, cohort=label, within="all", partition="kin")
        for n, (label, best) in enumerate([("men", 500), ("women", 400)], 2)
    ),
    row(4, "killed", 90, cohort="men", within="all", partition="kin"),
]


@pytest.mark.parametrize(("told", "cohort"), [(CREW, "the crew"), (DATED, "the crew"), (PARTS, "men")])
def test_a_statement_left_out_takes_its_term_from_the_density_and_nothing_else(told: list[dict[str, Any]], cohort: str) -> None:
    accounts, _ = reckon_accounts(read_claims(told), None, 0, False, read_scales())
    fit = accounts[cohort].fit
    assert fit is not None
    terms = fit.terms
    assert terms.shape == (len(fit.parameters), len(fit.statements))
    whole = fit.posterior.log_density(fit.parameters)[0]
    for place in range(len(fit.statements)):
        without = fit.without([place]).log_density(fit.parameters)[0]
        assert np.allclose(whole - without, terms[:, place], atol=1e-8)


def test_chosen_draws_are_rows_of_the_draws() -> None:
    accounts, _ = reckon_accounts(read_claims(CREW), None, 0, False, read_scales())
    fit = accounts["the crew"].fit
    assert fit is not None and fit.choose(None) is None
    chosen = fit.choose(np.array([3.0, 3.0, 0.0]))
    assert chosen is not None and (chosen.parameters == fit.parameters[[3, 3, 0]]).all()
