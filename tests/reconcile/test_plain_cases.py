"""Accounts of one or two claims, in which everybody sees what must come out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.conftest import CREW, row
from unaccounted.base.accounts import Account
from unaccounted.base.records import Figure
from unaccounted.reconcile import reconcile_claims


def _figure(account: Account, fate: str, day: str | None = None) -> Figure:
    return next(each for each in account.figures if each.fate == fate and day in (None, each.as_of))


def _numbers(each: Figure) -> tuple[float, float, float]:
    assert each.low is not None and each.best is not None and each.high is not None
    return each.low, each.best, each.high


@pytest.mark.parametrize("grade", ["A1", "B3", "C3", "F6"])
@pytest.mark.parametrize(
    ("best", "bound"),
    [(1000, "about"), (20, "about"), (200, "about"), (214, "exact"), (45_000, "about"), (3, "exact"), (1, "exact")],
    ids=str,
)
def test_a_lone_figure_comes_out_at_its_figure(best: float, bound: str, grade: str) -> None:
    low, middle, high = _numbers(_figure(reconcile_claims([row(1, "killed", best, bound=bound, grade=grade)]), "killed"))
    assert middle == pytest.approx(best, rel=0.02, abs=0.5)
    assert low < best < high


@pytest.mark.parametrize("grade", ["A1", "B3", "C3"])
@pytest.mark.parametrize("fate", ["killed", "joined"])
def test_a_lone_floor_is_a_floor(fate: str, grade: str) -> None:
    low, best, high = _numbers(_figure(reconcile_claims([row(1, fate, None, low=100, bound="at least", grade=grade)]), fate))
    assert low >= 95
    assert 100 < best < 160 < high


@pytest.mark.parametrize(
    "how", [{"best": 62, "bound": "exact"}, {"best": 1, "unit": "share", "base": "set out"}], ids=["a count", "a share"]
)
def test_when_all_were_killed_nobody_is_unaccounted_for(how: dict[str, Any]) -> None:
    one = {"source": "port", "published": "2014-05-10"}
    account = reconcile_claims([row(1, "set out", 62, bound="exact", **one), {**row(2, "killed", **one), **how}])
    for fate in ("set out", "killed"):
        assert _figure(account, fate).best == pytest.approx(62, abs=1)
    low, best, high = _numbers(_figure(account, "unaccounted for"))
    assert low == 0 and best <= 1 and high <= 5


@pytest.mark.parametrize("bound", ["about", "exact"])
@pytest.mark.parametrize("others", [[], [row(1, "set out", 62)]], ids=["alone", "of a crew"])
def test_nobody_can_be_nobody(bound: str, others: list[dict[str, Any]]) -> None:
    low, best, high = _numbers(_figure(reconcile_claims([*others, row(2, "killed", 0, bound=bound)]), "killed"))
    assert (low, best) == (0, 0) and high <= 1


def test_nothing_is_made_up_after_the_last_report() -> None:
    then, later = reconcile_claims(CREW), reconcile_claims(CREW, as_of=["2014-05-09", "2016-05-09", "2020"])
    for fate in ("set out", "killed", "returned", "unaccounted for"):
        for day in ("2014-05-09", "2016-05-09", "2020-12-31"):
            assert _numbers(_figure(later, fate, day)) == _numbers(_figure(then, fate))
        note = _figure(later, fate, "2016-05-09").note
        assert note and "carried forward from 2014-05-09" in note
    assert "carried forward" in {each.name for each in later.diagnostics}
    assert len(later.draws("the crew", "killed", "2016-05-09")) > 0


def test_a_line_alone_stands_still_after_the_last_report_of_it() -> None:
    claims = [row(1, "killed", 60), row(2, "returned", 40, as_of="2018-05-09")]
    account = reconcile_claims(claims, as_of=["2014-05-09", "2018-05-09"])
    assert _numbers(_figure(account, "killed", "2018-05-09")) == _numbers(_figure(account, "killed", "2014-05-09"))


def test_those_who_joined_do_not_grow_by_half_in_a_month() -> None:
    claims = [row(1, "joined", 1000), row(2, "killed", 60, as_of="2014-06-09")]
    account = reconcile_claims(claims, as_of=["2014-05-09", "2014-06-09"])
    first, then = (_figure(account, "joined", day).best for day in ("2014-05-09", "2014-06-09"))
    assert first and then and first == pytest.approx(1000, rel=0.04) and then / first < 1.12


def test_what_is_beside_the_account_stands_still_after_its_last_report() -> None:
    told = [
        row(1, "set out", 1200, as_of="2014-05-01"),
        row(2, "wounded", 77, bound="exact", as_of="2014-05-09"),
        row(3, "killed", 300, as_of="2014-05-09"),
        row(4, "killed", 420, as_of="2014-09-01"),
    ]
    account = reconcile_claims(told, as_of=["2014-05-09", "2014-09-01"])
    then, later = (
        next(each for each in account.figures if (each.fate, each.as_of) == ("wounded", day)) for day in ("2014-05-09", "2014-09-01")
    )
    assert (then.low, then.best, then.high) == (later.low, later.best, later.high)
    assert then.best == pytest.approx(77, rel=0.15)


def test_a_number_leads_to_what_it_was_made_of_and_no_number_to_all_that_is_said() -> None:
    stray = row(9, "returned", 0.3, unit="share", base="detained")
    figures = {each.fate: each for each in reconcile_claims([row(1, "joined", 900), row(2, "returned", 90), stray]).figures}
    assert figures["returned"].claims == ("c2",) and figures["returned"].origins == 1
    alone = {each.fate: each for each in reconcile_claims([stray]).figures}
    assert alone["returned"].best is None and alone["returned"].claims == ("c9",)


def test_a_whole_of_which_only_a_part_is_told_says_so() -> None:
    figures = {each.fate: each for each in reconcile_claims([row(1, "joined", 900), row(2, "in camp", 90)]).figures}
    assert figures["remaining"].note == "no report counts it; only a part of it is told: in camp"
