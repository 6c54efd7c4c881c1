"""Best figures add up to the person, and every range holds its best."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from unaccounted.reconcile.best import summarise

LINES = ("killed", "returned", "unaccounted for")


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), size=st.sampled_from([1.0, 7.0, 300.0, 80_000.0]), spread=st.floats(0.01, 2.0))
def test_best_figures_are_a_closed_account(seed: int, size: float, spread: float) -> None:
    rng = np.random.default_rng(seed)
    draws = {}
    so_far = {line: np.zeros(400) for line in LINES}
    for day in (1, 2):
        for line in LINES:
            so_far[line] = so_far[line] + size * np.exp(spread * rng.standard_normal(400))
            draws[line, day] = so_far[line]
        draws["joined", day] = sum(so_far.values())
    shown = summarise(draws, "joined", LINES, (1, 2), ("joined", "killed", "returned"))
    for day in (1, 2):
        assert shown["joined", day][1] == sum(shown[line, day][1] for line in LINES)
    for low, best, high in shown.values():
        assert 0 <= low <= best <= high and low == int(low) and high == int(high)
    for line in ("joined", "killed", "returned"):
        assert shown[line, 1][1] <= shown[line, 2][1]


def test_a_part_is_not_shown_above_its_whole() -> None:
    draws = {("detained", 1): np.full(10, 80.0), ("imprisoned", 1): np.full(10, 80.9)}
    shown = summarise(draws, None, (), (1,), ("detained", "imprisoned"), (("imprisoned", "detained"),))
    assert shown["imprisoned", 1][1] == shown["detained", 1][1] == 80
