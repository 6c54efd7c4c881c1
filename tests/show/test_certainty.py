"""The rule of the four words, at its edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.records import Figure
from unaccounted.show.certainty import LEGEND, Certainty, judge_certainty


def _figure(low: float | None, best: float | None, high: float | None, origins: int, fate: str = "killed") -> Figure:
    return Figure("all", fate, "2020-01-01", low, best, high, True, origins, ())


@pytest.mark.parametrize(
    ("low", "best", "high", "origins", "word"),
    [
        (90, 100, 115, 2, Certainty.CLOSE),
        (90, 100, 116, 2, Certainty.ROUGH),
        (90, 100, 115, 1, Certainty.ROUGH),
        (50, 100, 150, 9, Certainty.ROUGH),
        (50, 100, 151, 9, Certainty.GUESS),
        (0, 100, 301, 9, Certainty.NOT_KNOWN),
        (0, 0, 0, 2, Certainty.CLOSE),
        (0, 0, 2, 2, Certainty.GUESS),
        (None, None, None, 3, Certainty.NOT_KNOWN),
    ],
)
def test_words(low: float | None, best: float | None, high: float | None, origins: int, word: Certainty) -> None:
    assert judge_certainty(_figure(low, best, high, origins)) is word


def test_a_residual_is_never_close() -> None:
    assert judge_certainty(_figure(99, 100, 101, 8, "unaccounted for")) is Certainty.ROUGH


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1e6), st.integers(0, 5))
def test_a_wider_range_is_never_surer(best: float, below: float, above: float, origins: int) -> None:
    order = list(Certainty)
    narrow = judge_certainty(_figure(max(best - below / 2, 0), best, best + above / 2, origins))
    wide = judge_certainty(_figure(max(best - below, 0), best, best + above, origins))
    assert order.index(narrow) <= order.index(wide)


def test_every_word_is_explained() -> None:
    assert [word for word, _ in LEGEND] == list(Certainty)
