"""The compartments: the identity, lines that never fall, and gradients, whatever the parameters."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from unaccounted.reconcile.lines import REMAINING, REST, Plan
from unaccounted.reconcile.lone import LoneLine
from unaccounted.reconcile.scales import read_scales
from unaccounted.reconcile.states import Compartments

PLANS = [
    Plan("joined", True, ("killed", "returned"), True, (), ()),
    Plan("joined", True, ("killed",), False, (), ("wounded",)),
    Plan("set out", True, ("detained", "returned"), True, (("imprisoned", "detained"), ("in camp", REMAINING)), ("tried", "wounded")),
    Plan("joined", True, (), True, (), ()),
]
WEIGHTS = [np.array([1.0]), np.array([1.0, 0.6, 0.3])]
BATCH = 4


def _slope(run: Callable[[NDArray[np.float64]], float], at: NDArray[np.float64], step: float = 1e-6) -> NDArray[np.float64]:
    moves = np.eye(len(at)) * step
    return np.array([(run(at + move) - run(at - move)) / (2 * step) for move in moves])


@settings(max_examples=40, deadline=None)
@given(plan=st.sampled_from(PLANS), weights=st.sampled_from(WEIGHTS), seed=st.integers(0, 10_000), wild=st.sampled_from([0.5, 3.0, 12.0]))
def test_the_identity_holds_and_cumulative_lines_never_fall(plan: Plan, weights: NDArray[np.float64], seed: int, wild: float) -> None:
    state = Compartments(plan, weights, np.sqrt(weights), read_scales())
    lines, _ = state.run(wild * np.random.default_rng(seed).standard_normal((state.size, BATCH)))
    at = {line: lines[:, number] for number, line in enumerate(state.columns)}
    assert (lines >= 0).all()
    assert np.allclose(at["joined" if "joined" in at else "set out"], sum(at[line] for line in (*plan.summed, REST)), atol=1e-12)
    for line, values in at.items():
        if line not in (REMAINING, REST, "in camp"):
            assert (np.diff(values, axis=0) >= -1e-15).all(), line
    for part, whole in plan.parts:
        assert (at[part] <= at[whole] + 1e-15).all()


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: f"{plan.entry}, {len(plan.lines)} lines")
@pytest.mark.parametrize("weights", WEIGHTS, ids=["one date", "three dates"])
def test_the_gradient_is_that_of_the_state(plan: Plan, weights: NDArray[np.float64]) -> None:
    rng = np.random.default_rng(4)
    state = Compartments(plan, weights, np.sqrt(weights), read_scales())
    at, pull = rng.standard_normal(state.size), rng.standard_normal((len(weights), len(state.columns), 1))
    _, backward = state.run(at[:, None])
    assert np.allclose(backward(pull)[:, 0], _slope(lambda place: float((pull * state.run(place[:, None])[0]).sum()), at), atol=1e-7)


@pytest.mark.parametrize("stock", [True, False])
def test_a_line_alone_has_its_gradient_too(stock: bool) -> None:
    rng = np.random.default_rng(5)
    line = LoneLine("killed", stock, WEIGHTS[1], np.array([0.5, 2.0]), read_scales())
    at, pull = rng.standard_normal(line.size), rng.standard_normal((3, 1, 1))
    _, backward = line.run(at[:, None])
    assert np.allclose(backward(pull)[:, 0], _slope(lambda place: float((pull * line.run(place[:, None])[0]).sum()), at), atol=1e-7)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: f"{plan.entry}, {len(plan.lines)} lines")
def test_fewer_than_half_a_person_is_nobody_and_the_identity_holds(plan: Plan) -> None:
    state = Compartments(plan, WEIGHTS[1], np.sqrt(WEIGHTS[1]), read_scales())
    lines, _ = state.run(np.random.default_rng(6).standard_normal((state.size, 200)))
    lines = lines.transpose(2, 0, 1)
    people = state.settle(8 * lines)
    at = {line: people[:, :, number] for number, line in enumerate(state.columns)}
    assert np.allclose(at[state.columns[0]], sum(at[line] for line in (*plan.summed, REST)))
    assert (at[state.columns[0]] == 8 * lines[:, :, 0]).all()
    for line, values in at.items():
        if line not in (state.columns[0], REST):
            assert ((values == 0) | (values >= 0.5)).all() and (not plan.summed or (values == 0).any() or line == REMAINING)
        if line not in (REMAINING, REST, "in camp"):
            assert (np.diff(values, axis=1) >= -1e-12).all()
