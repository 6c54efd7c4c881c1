"""Best figures of a family: parts add up to their whole, and what has not settled binds nobody."""

from __future__ import annotations

import numpy as np
import pytest

from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lines import Plan
from unaccounted.reconcile.whole import close_family

FAMILY = Family(("men", "women"), (("all", ("men", "women")),))
PLAN = Plan("joined", False, ("killed",), False, (), ())


def _spread(middle: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return middle * np.exp(0.1 * np.random.default_rng(round(middle)).standard_normal(500))


@pytest.mark.parametrize(("doubtful", "women"), [((), 450), ({("women", 1)}, 500)])
def test_a_middle_that_has_not_settled_binds_nobody(doubtful: set[tuple[str, int]], women: float) -> None:
    # All and the men are told of; the women's draws hang at another place.
    draws = {("all", "killed", 1): _spread(900), ("men", "killed", 1): _spread(400), ("women", "killed", 1): _spread(300)}
    best = {label: close_family(FAMILY, PLAN, draws, [1], doubtful)[label, "killed", 1][1] for label in FAMILY.members}
    assert best["all"] == best["men"] + best["women"]
    if doubtful:
        assert best["men"] == pytest.approx(400, rel=0.03) and best["women"] == pytest.approx(women, rel=0.05)
    else:
        assert best["men"] > 400 and best["women"] < women
