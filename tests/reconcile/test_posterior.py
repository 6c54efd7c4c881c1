"""The log density: its gradient, and moves of the chains that keep its volume as they say."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.reconcile.conftest import CREW, row
from unaccounted.reconcile import jumps, read_scales
from unaccounted.reconcile.flat import read_claims
from unaccounted.reconcile.grid import make_grid
from unaccounted.reconcile.lines import plan_lines
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.statements import make_statements
from unaccounted.reconcile.states import Compartments

Array = NDArray[np.float64]
CLAIMS = [
    *CREW,
    row(6, "returned", 0.2, unit="share", base="set out", source="source 3"),
    row(7, "remaining", 700, measure="stock", as_of="2012-05-09"),
    row(8, "killed", None, low=100, bound="at least", as_of="2013-01-01"),
    row(9, "wounded", 90, origin="o3"),
    row(10, "detained", 500, covers="detained;killed", as_of=None, published=None),
    row(11, "set out", None, words="hundreds", bound="vague", grade="F6"),
]


MANY = [row(20 + n, "killed", 90 + n, source="source 2", published=f"2014-{1 + n % 12:02}", origin=f"m{n}") for n in range(14)]
"""So much does one source say that its bias is itself a parameter."""


@pytest.fixture(scope="module", params=[CLAIMS, CLAIMS + MANY], ids=["few words", "many words of one source"])
def posterior(request: pytest.FixtureRequest) -> Posterior:
    scales = read_scales()
    statements, _ = make_statements(read_claims(request.param), scales)
    plan = plan_lines(statements)
    grid = make_grid([], [each.day for each in statements if each.day is not None])
    return Posterior(Compartments(plan, grid.leaving(scales), grid.arriving(scales), scales), grid, statements, plan.entry, scales)


def _place(posterior: Posterior, seed: int) -> Array:
    place = 0.7 * np.random.default_rng(seed).standard_normal(posterior.size)
    place[0] += posterior.start()[0]
    return place


def _differences(run: Callable[[Array], Array], at: Array, step: float = 1e-5) -> Array:
    moves = np.eye(len(at)) * step
    return (run(at + moves) - run(at - moves)) / (2 * step)


def test_a_bias_known_from_many_statements_is_a_parameter_and_has_the_probability_of_a_bent_one(posterior: Posterior) -> None:
    bent = copy(posterior)
    bent.leaning = replace(posterior.leaning, plain=np.zeros_like(posterior.leaning.plain))
    assert posterior.leaning.plain.any() == (len(posterior.statements) > 14)
    places = np.stack([_place(posterior, seed) for seed in range(6)])
    same, voices = places.copy(), slice(posterior.latent.start, posterior.latent.start + len(posterior.voices))
    same[:, voices], stretched = bent.place_biases(places, posterior.read_leaning(places)[:, : len(posterior.voices)])
    assert np.allclose(bent.people(same), posterior.people(places))
    # The volume by which a plain bias is larger than the bent one belongs to the density.
    shrunk = (
        -posterior.leaning.wander * places[:, posterior.stretch] * posterior.leaning.plain.sum()
        + stretched
        - posterior.place_biases(places, posterior.read_leaning(places)[:, : len(posterior.voices)])[1]
    )
    assert np.allclose(posterior.log_density(places)[0], bent.log_density(same)[0] + shrunk)


@pytest.mark.parametrize("seed", range(3))
def test_the_gradient_is_that_of_the_log_density(posterior: Posterior, seed: int) -> None:
    place = _place(posterior, seed)
    _, gradient = posterior.log_density(place[None])
    numeric = _differences(lambda places: posterior.log_density(places)[0], place)
    assert np.allclose(gradient[0], numeric, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("step", [-0.8, 0.3, 2.0])
def test_a_move_of_all_sources_stretches_volume_as_it_says_and_can_go_back(posterior: Posterior, step: float) -> None:
    place = _place(posterior, 5)

    def move(places: Array, by: float = step) -> tuple[Array, Array]:
        return jumps._change_all_sources(posterior, places, np.full(len(places), by))

    moved, volume = move(place[None])
    _, logarithm = np.linalg.slogdet(_differences(lambda places: move(places)[0], place))
    assert volume[0] == pytest.approx(logarithm, abs=1e-5)
    back, less = move(moved, -step)
    assert np.allclose(back[0], place) and less[0] == pytest.approx(-volume[0])


def test_a_move_of_the_rest_keeps_volume_and_the_other_lines_at_one_date() -> None:
    scales = read_scales()
    statements, _ = make_statements(read_claims(CREW), scales)
    plan = plan_lines(statements)
    state = Compartments(plan, np.ones(1), np.ones(1), scales)
    posterior = Posterior(state, make_grid([], [each.day or 0 for each in statements]), statements, plan.entry, scales)
    place = _place(posterior, 6)

    def move(places: Array) -> Array:
        return jumps._change_rest(posterior, state, places, np.full(len(places), 0.9))[0]

    _, logarithm = np.linalg.slogdet(_differences(move, place))
    assert logarithm == pytest.approx(0, abs=1e-5)
    before, after = (dict(zip(state.columns, posterior.people(at[None])[0, 0], strict=True)) for at in (place, move(place[None])[0]))
    assert after["unaccounted for"] > 1.5 * before["unaccounted for"]
    for line in plan.exits:
        assert after[line] == pytest.approx(before[line], rel=1e-9)


def test_a_voice_alone_is_made_up_for_wholly() -> None:
    scales = read_scales()
    statements, _ = make_statements(
        read_claims([row(1, "joined", 500), row(2, "killed", 90, source="source 1", published="2014-06")]), scales
    )
    plan = plan_lines(statements)
    state = Compartments(plan, np.ones(1), np.ones(1), scales)
    posterior = Posterior(state, make_grid([], [each.day or 0 for each in statements]), statements, plan.entry, scales)
    place = _place(posterior, 7)
    biased = place.copy()
    biased[posterior.latent] += 1.0
    drift = np.diff(posterior.read_leaning(np.stack([place, biased]))[:, 0]) * posterior.voice_scale[0]
    sizes = posterior.people(np.stack([place, biased]))[:, 0, 0]
    assert np.diff(np.log(sizes)) == pytest.approx(-drift)
