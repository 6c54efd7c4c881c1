"""The laws of an account, on made claims: identity, order, scale, copies, grades, denials, inferences, refusal."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reconcile.conftest import CREW, row
from unaccounted.base.accounts import Account
from unaccounted.base.records import Figure
from unaccounted.reconcile import reconcile_claims


def figure(account: Account, fate: str, cohort: str = "the crew") -> Figure:
    return next(each for each in account.figures if each.fate == fate and each.cohort == cohort)


def _check_identity(account: Account, cohort: str, entry: str) -> None:
    for day in {each.as_of for each in account.figures if each.cohort == cohort}:
        summed = [each for each in account.figures if each.cohort == cohort and each.as_of == day and each.in_sum and each.low is not None]
        if not summed:
            continue
        total = account.draws(cohort, entry, day)
        parts = sum(account.draws(cohort, each.fate, day) for each in summed)
        assert np.allclose(total, parts, rtol=1e-6, atol=0.5)
        assert all((account.draws(cohort, each.fate, day) >= -1e-9).all() for each in summed)
        best = next(each.best for each in account.figures if each.cohort == cohort and each.as_of == day and each.fate == entry)
        assert best == sum(each.best or 0 for each in summed)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    entered=st.integers(50, 50_000),
    shares=st.lists(st.floats(0.01, 0.3), min_size=1, max_size=3),
    dates=st.lists(st.sampled_from(["2014-05-09", "2016-05-09", "2018"]), min_size=1, max_size=2, unique=True),
)
def test_the_entry_is_the_sum_of_its_lines_in_every_draw_and_lines_never_fall(entered: int, shares: list[float], dates: list[str]) -> None:
    claims = [row(0, "joined", entered)]
    fates = ("killed", "returned", "detained")
    claims += [row(n + 1, fates[n], max(round(entered * share), 1)) for n, share in enumerate(shares)]
    account = reconcile_claims(claims, as_of=sorted(dates), seed=3)
    _check_identity(account, "the crew", "joined")
    days = sorted({each.as_of for each in account.figures if each.low is not None})
    for fate in fates[: len(shares)]:
        for earlier, later in pairwise(days):
            assert (account.draws("the crew", fate, later) >= account.draws("the crew", fate, earlier) - 1e-6).all()


def test_every_printed_range_holds_its_best() -> None:
    for each in reconcile_claims(CREW).figures:
        assert each.low is not None and each.best is not None and each.high is not None
        assert each.low <= each.best <= each.high


def test_the_same_seed_gives_the_same_account_and_the_order_of_rows_does_not_matter() -> None:
    first = reconcile_claims(CREW, seed=5)
    assert reconcile_claims(CREW[::-1], seed=5).figures == first.figures
    assert reconcile_claims(CREW, seed=6).figures != first.figures


def test_ten_times_the_counts_give_ten_times_the_account() -> None:
    small, large = reconcile_claims(CREW), reconcile_claims([{**claim, "best": claim["best"] * 10} for claim in CREW])
    for fate in ("set out", "killed", "detained", "returned"):
        one, ten = figure(small, fate).best, figure(large, fate).best
        assert one and ten and ten / one == pytest.approx(10, rel=0.06)


def test_a_claim_said_again_with_the_same_origin_changes_nothing_to_speak_of() -> None:
    again = [*CREW, {**CREW[2], "id": "copy", "source": "a newspaper", "grade": "C3", "repeats": "c3", "published": "2014-06-01"}]
    once, twice = reconcile_claims(CREW), reconcile_claims(again)
    for fate in ("set out", "killed", "unaccounted for"):
        a, b = figure(once, fate), figure(twice, fate)
        medians = [float(np.median(each.draws("the crew", fate, a.as_of))) for each in (once, twice)]
        assert medians[0] == pytest.approx(medians[1], rel=0.02)
        assert a.high is not None and b.high is not None and a.low is not None and b.low is not None
        assert b.high - b.low > 0.98 * (a.high - a.low)


def test_a_claim_that_cannot_be_judged_moves_less_than_a_reliable_one() -> None:
    def moved(grade: str) -> float:
        account = reconcile_claims([*CREW, row(9, "killed", 600, grade=grade)])
        return float(np.median(account.draws("the crew", "killed", "2014-05-09")))

    base = float(np.median(reconcile_claims(CREW).draws("the crew", "killed", "2014-05-09")))
    assert abs(moved("F6") - base) < abs(moved("A1") - base)


@pytest.mark.parametrize("factuality", ["denied", "negated", "possible", "planned", "threatened", "hypothetical", "inferred"])
def test_what_is_not_said_to_be_so_is_no_evidence(factuality: str) -> None:
    more = [*CREW, row(9, "killed", 900, factuality=factuality)]
    assert reconcile_claims(more).figures == reconcile_claims(CREW).figures


def test_an_inference_stands_beside_the_account_and_counts_only_when_asked() -> None:
    claims = [
        *CREW[:2],
        row(9, "killed", None, low=0.5, high=1.0, bound="vague", unit="share", base="set out", words="the majority", factuality="inferred"),
    ]
    beside = reconcile_claims(claims)
    assert [each.used for each in beside.inferences] == [False]
    assert "killed" not in {each.fate for each in beside.figures}
    used = reconcile_claims(claims, with_inferences=True)
    assert [each.used for each in used.inferences] == [True]
    killed, entered = figure(used, "killed").best, figure(used, "set out").best
    assert killed and entered and 0.5 <= killed / entered <= 0.97


def test_without_an_entry_the_entry_and_the_rest_are_refused_and_the_lines_stand_alone() -> None:
    account = reconcile_claims([row(3, "killed", 300), row(4, "returned", 0.1, unit="share", base="joined")])
    joined, rest = figure(account, "joined"), figure(account, "unaccounted for")
    assert (joined.low, joined.best, joined.high) == (None, None, None) == (rest.low, rest.best, rest.high)
    assert joined.note and "no report says how many joined" in joined.note
    killed = figure(account, "killed")
    assert killed.best == pytest.approx(300, rel=0.1) and not killed.in_sum
    assert len(account.draws("the crew", "joined", joined.as_of)) == 0


def test_a_figure_for_two_fates_observes_their_sum() -> None:
    claims = [row(1, "set out", 1000, grade="A2"), row(2, "killed", 200, grade="A2"), row(3, "died", 500, grade="A2", covers="killed;died")]
    account = reconcile_claims(claims)
    draws = account.draws("the crew", "killed", "2014-05-09") + account.draws("the crew", "died", "2014-05-09")
    assert float(np.median(draws)) == pytest.approx(500, rel=0.1)


def test_figures_of_one_return_are_closed() -> None:
    told: list[dict[str, Any]] = [
        row(n, fate, best, origin="one return", source="a ministry", grade="C3", bound="exact")
        for n, (fate, best) in enumerate([("joined", 405), ("killed", 104), ("returned", 44)])
    ]
    account = reconcile_claims(told)
    for fate, best in (("joined", 405), ("killed", 104), ("returned", 44), ("unaccounted for", 257)):
        assert figure(account, fate).best == pytest.approx(best, rel=0.03)


def test_an_account_before_any_report_has_no_figures() -> None:
    account = reconcile_claims(CREW, as_of="2010-01-01")
    assert {each.best for each in account.figures} == {None}
    assert all(each.note for each in account.figures)


def test_a_floor_for_several_fates_together_bounds_none_of_them_and_stops_nothing() -> None:
    account = reconcile_claims(
        [row(1, "killed", None, low=400, bound="at least", covers="killed;wounded"), row(2, "killed", 30, cohort="others")]
    )
    assert figure(account, "killed").best is None and figure(account, "killed").note
    assert figure(account, "killed", "others").best is not None
    assert not [each for each in account.diagnostics if each.name == "fault"]
