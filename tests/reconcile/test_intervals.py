"""What a claim's numbers say, as an interval."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.intervals import read_interval, round_interval

ROUNDED = [
    (300, 257.14, 350),
    (1000, 800, 1250),
    (1700, 1651.4, 1750),
    (3417, 3416.5, 3417.5),
    (12, 11.5, 12.5),
    (20, 16, 25),
    (0, 0, math.sqrt(0.5)),
]
SHARES = [(0.1, 0.075, 0.125), (0.08, 0.075, 0.085), (0.35, 0.325, 0.375)]
SAID = [
    ({"low": 80.0, "bound": "at least"}, 79.5, math.inf),
    ({"best": 80.0, "bound": "at least"}, 79.5, math.inf),
    ({"high": 80.0, "bound": "at most"}, 0, 80.5),
    ({"best": 0.0, "bound": "exact"}, 0, math.sqrt(0.5)),
    ({"best": 1.0, "bound": "about", "unit": "share"}, 0.975, math.inf),
    ({"best": 405.0, "bound": "exact"}, 404.5, 405.5),
    ({"low": 300.0, "high": 400.0, "bound": "between"}, 300, 400),
    ({"words": "dozens", "bound": "vague"}, 24, 99),
    ({"words": "the majority", "bound": "vague", "unit": "share"}, 0.5, math.inf),
]


@pytest.mark.parametrize(("number", "low", "high"), ROUNDED)
def test_a_round_number_stands_for_all_that_are_told_as_it(number: float, low: float, high: float) -> None:
    assert round_interval(number) == pytest.approx((low, high), rel=1e-4)


@pytest.mark.parametrize(("number", "low", "high"), SHARES)
def test_a_share_is_told_in_twentieths_or_hundredths(number: float, low: float, high: float) -> None:
    assert round_interval(number, "share") == pytest.approx((low, high))


@pytest.mark.parametrize(("fields", "low", "high"), SAID)
def test_bounds_and_words_are_intervals(fields: dict[str, object], low: float, high: float) -> None:
    interval = read_interval(FlatClaim("c", "x", "killed", **fields))  # type: ignore[arg-type]
    assert interval is not None
    edges = [math.exp(edge) if edge < math.inf else math.inf for edge in (interval.low, interval.high)]
    assert edges == pytest.approx([low, high])


@pytest.mark.parametrize("fields", [{}, {"words": "a flock"}, {"low": 0.0, "high": 1.0, "unit": "share", "bound": "between"}])
def test_what_says_nothing_is_no_interval(fields: dict[str, object]) -> None:
    assert read_interval(FlatClaim("c", "x", "killed", **fields)) is None  # type: ignore[arg-type]


@given(st.integers(0, 10**9))
def test_every_number_is_the_middle_of_its_interval(number: int) -> None:
    low, high = round_interval(number)
    assert low <= number <= high and low < high
    if number >= 20:
        assert math.sqrt(low * high) == pytest.approx(number, rel=0.001)
