"""The state of a family: sums, gradients, and parts that before any claim are as a cohort alone would be."""

from __future__ import annotations

import numpy as np
import pytest

from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lines import Plan
from unaccounted.reconcile.lone import LoneLine
from unaccounted.reconcile.partition import Partition
from unaccounted.reconcile.scales import read_scales
from unaccounted.reconcile.states import Compartments

SCALES = read_scales()
NESTED = Family(("old men", "young men", "women"), (("army", ("old men", "young men", "women")), ("men", ("old men", "young men"))))
PLAN = Plan("joined", True, ("detained", "returned"), True, (("imprisoned", "detained"),), ("wounded",))
WEIGHTS = np.array([1.0, 0.6])
PARTS = {
    "an account": Compartments(PLAN, WEIGHTS, WEIGHTS, SCALES),
    "a line": LoneLine("killed", False, WEIGHTS, np.array([0.5]), SCALES),
    "a stock at one date": LoneLine("remaining", True, np.ones(1), np.empty(0), SCALES),
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
def test_parts_add_up_to_their_wholes_on_every_line(part: Compartments | LoneLine) -> None:
    state = Partition(part, NESTED, SCALES)
    lines, _ = state.run(np.random.default_rng(3).standard_normal((state.size, 5)))
    width = len(state.columns)
    at = {label: lines[:, state.find_first(label) : state.find_first(label) + width] for label in NESTED.members}
    assert np.allclose(at["men"], at["old men"] + at["young men"])
    assert np.allclose(at["army"], at["men"] + at["women"])
    assert np.allclose(at["army"][-1, 0], 1.0)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
def test_the_gradient_is_that_of_the_state(part: Compartments | LoneLine) -> None:
    state, rng = Partition(part, NESTED, SCALES), np.random.default_rng(4)
    at, pull = rng.standard_normal(state.size), rng.standard_normal((state.dates, state.width, 1))
    _, backward = state.run(at[:, None])
    moves = np.eye(state.size) * 1e-6
    numeric = [(pull * (state.run((at + move)[:, None])[0] - state.run((at - move)[:, None])[0])).sum() / 2e-6 for move in moves]
    assert np.allclose(backward(pull)[:, 0], numeric, atol=1e-7)


def test_a_part_before_any_claim_is_as_a_cohort_alone() -> None:
    part = PARTS["an account"]
    state, rng = Partition(part, NESTED, SCALES), np.random.default_rng(5)
    alone, _ = part.run(rng.standard_normal((part.size, 100_000)))
    family, _ = state.run(rng.standard_normal((state.size, 100_000)))
    first = state.find_first("women")
    shares = [(lines[-1, 1] / lines[-1, 0]) for lines in (alone, family[:, first : first + len(state.columns)])]
    assert np.quantile(shares[0], [0.1, 0.5, 0.9]) == pytest.approx(np.quantile(shares[1], [0.1, 0.5, 0.9]), abs=0.015)


def test_shares_are_placed_where_people_are() -> None:
    part = PARTS["a stock at one date"]
    state = Partition(part, NESTED, SCALES)
    at = np.zeros(state.size)
    at[-3:] = state.place_shares([100, 300, 600])
    lines, _ = state.run(at[:, None])
    assert lines[0, [state.find_first(leaf) for leaf in NESTED.leaves], 0] == pytest.approx([0.1, 0.3, 0.6])
