"""The fit of the scores: its mathematics on small tables, and how well the scores tell right counts from wrong ones on the corpus."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scripts.fit_edges import (
    Made,
    area_under_curve,
    cross_validate,
    fit_file,
    fit_weights,
    make_table,
    predict,
    read_half,
    share_right,
)

from unaccounted.base.vocabulary import KINDS
from unaccounted.extract.edge_features import FEATURES

HELD_OUT = 0.6
"""Area under the curve on claims whose reports the weights have not seen; chance is .5, the nearness of before had .55."""
SOME = [Made(f"report {at % 40}", "count", FEATURES[:1] if at % 3 else (), 0.5, bool(at % 3), bool(at % 3)) for at in range(120)]


@pytest.mark.parametrize(
    ("chances", "judged", "area"),
    [
        ([0.1, 0.2, 0.8, 0.9], [False, False, True, True], 1.0),
        ([0.9, 0.8, 0.2, 0.1], [False, False, True, True], 0.0),
        ([0.5, 0.5, 0.5, 0.5], [False, True, False, True], 0.5),
        ([0.1, 0.3, 0.3, 0.9], [False, False, True, True], 0.875),
    ],
)
def test_area_under_the_curve_counts_pairs_in_order_and_ties_by_half(chances: list[float], judged: list[bool], area: float) -> None:
    assert area_under_curve(np.array(chances), np.array(judged)) == pytest.approx(area)


def test_the_fit_keeps_the_mean_and_gives_each_feature_its_sign() -> None:
    table, right = make_table(SOME), np.array([each.right for each in SOME])
    beta = fit_weights(table, right)
    assert predict(table, beta).mean() == pytest.approx(right.mean(), abs=1e-4)  # the intercept has no ridge
    assert beta[1] > 0 and np.allclose(beta[2:], 0, atol=1e-4)


def test_a_claim_is_judged_by_weights_that_have_not_seen_its_report() -> None:
    chances = cross_validate(SOME)
    changed = [replace(each, right=not each.right) if each.report == "report 7" else each for each in SOME]
    own = np.array([each.report == "report 7" for each in SOME])
    assert np.allclose(cross_validate(changed)[own], chances[own])
    assert not np.allclose(cross_validate(changed)[~own], chances[~own])


def test_shares_have_one_right_and_one_wrong_added_and_no_kind_is_left_out() -> None:
    shares = share_right([replace(SOME[0], kind="group", right=right) for right in (True, True, False)])
    assert shares == dict.fromkeys(sorted(KINDS), 0.5) | {"group": 0.6}


def test_the_scores_tell_right_counts_from_wrong_ones_on_the_test_half() -> None:
    made = [each for each in read_half("test") if each.kind == "count"]
    scores, right = np.array([each.score for each in made]), np.array([each.right for each in made])
    assert area_under_curve(scores, right) > HELD_OUT
    assert area_under_curve(scores, np.array([each.serves for each in made])) > HELD_OUT
    assert abs(scores.mean() - right.mean()) < 0.08
    assert ((scores - right) ** 2).mean() < right.mean() * (1 - right.mean())


def test_the_train_half_gives_weights_that_hold_on_reports_left_out_and_the_same_ones_twice() -> None:
    made = read_half("train")
    edges = [each for each in made if each.features is not None]
    right = np.array([each.right for each in edges])
    assert area_under_curve(cross_validate(edges), right) > HELD_OUT
    assert fit_file(made) == fit_file(read_half("train"))
    assert {each.kind for each in edges} == {"count"} and right.sum() < len(right)
