"""Parts that make up a whole, and cohorts that lie within one: what binds what, in every draw and in what is printed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from tests.reconcile.conftest import row
from unaccounted.base.accounts import Account
from unaccounted.reconcile import cohort as cohorts
from unaccounted.reconcile import family, reconcile_claims
from unaccounted.reconcile.sampler import Sample

PARTS = ("French", "Poles", "Saxons")
LATER = ["2014-05-09", "2016-05-09"]


def of(cohort: str, number: int, fate: str, best: float | None = None, **fields: Any) -> dict[str, Any]:
    inside = {} if cohort == "army" else {"within": "army", "partition": "nations"}
    return {**row(number, fate, best), "cohort": cohort, **inside, **fields}


ARMY = [
    of("army", 1, "set out", 1000),
    of("army", 2, "killed", 300),
    of("French", 3, "set out", 600),
    of("Poles", 4, "set out", 300),
    of("Poles", 5, "killed", 150),
    of("Saxons", 6, "returned", 40),
    of("army", 7, "returned", 0.2, unit="share", base="set out"),
]
MOVING = [*ARMY, of("army", 8, "killed", 420, as_of=LATER[1]), of("Poles", 9, "killed", 190, as_of=LATER[1])]
TOLD = {"men": 33, "women": 156, "minors": 406}
RETURNED = [
    row(n, "returned", best, cohort=cohort, bound="exact", origin="one", source="a ministry", grade="A2", **inside)
    for n, (cohort, best, inside) in enumerate(
        [("all", 595, {}), *((part, best, {"within": "all", "partition": "who"}) for part, best in TOLD.items())]
    )
]


def _check(account: Account, whole: str, parts: tuple[str, ...]) -> None:
    figures = {(each.cohort, each.fate, each.as_of): each for each in account.figures}
    lines = {(fate, day) for cohort, fate, day in figures if cohort == whole}
    assert lines
    for fate, day in lines:
        assert figures[whole, fate, day].best is not None
        total = account.draws(whole, fate, day)
        assert np.allclose(total, sum(account.draws(part, fate, day) for part in parts), rtol=1e-9)
        assert figures[whole, fate, day].best == sum(figures[part, fate, day].best or 0 for part in parts)
    for cohort in (whole, *parts):
        for day in {day for _, day in lines}:
            summed = [each for (who, _, when), each in figures.items() if who == cohort and when == day and each.in_sum]
            if summed:
                entry = next(each for (who, _, when), each in figures.items() if who == cohort and when == day and each.role == "entry")
                assert entry.best == sum(each.best or 0 for each in summed)
                assert np.allclose(account.draws(cohort, entry.fate, day), sum(account.draws(cohort, each.fate, day) for each in summed))
    for each in account.figures:
        assert each.low is not None and each.best is not None and each.high is not None
        assert each.low <= each.best <= each.high


@pytest.mark.parametrize("claims", [ARMY, MOVING], ids=["one date", "two dates"])
def test_parts_add_up_to_their_whole_on_every_line_at_every_date(claims: list[dict[str, Any]]) -> None:
    account = reconcile_claims(claims, as_of=LATER)
    _check(account, "army", PARTS)
    best = {(each.cohort, each.fate, each.as_of): each.best or 0 for each in account.figures}
    for (cohort, fate, _), _ in best.items():
        if fate in ("set out", "killed", "returned"):
            for earlier, later in pairwise(LATER):
                assert best[cohort, fate, later] >= best[cohort, fate, earlier]


def test_what_is_told_of_the_whole_bounds_its_parts_and_what_is_told_of_them_makes_the_whole() -> None:
    account = reconcile_claims(ARMY)
    saxons = next(each for each in account.figures if (each.cohort, each.fate) == ("Saxons", "set out"))
    assert saxons.high is not None and 40 <= (saxons.best or 0) < saxons.high < 600
    assert saxons.note and "follows from the whole" in saxons.note
    without = reconcile_claims([each for each in ARMY if each["cohort"] != "army"])
    # Nobody says how many Saxons set out, nor the army: there is nothing to add up, and the parts stand by themselves.
    assert not [each for each in without.figures if each.cohort == "army"]


def test_a_family_of_many_parameters_is_reckoned_as_one_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    few = reconcile_claims(MOVING, as_of=LATER, seed=3)
    monkeypatch.setattr(family, "_MANY", 0)
    many = reconcile_claims(MOVING, as_of=LATER, seed=3)
    _check(many, "army", PARTS)
    for figure in few.figures:
        key = figure.cohort, figure.fate, figure.as_of
        small, large = (np.log(np.quantile(account.draws(*key) + 1, [0.05, 0.5, 0.95])) for account in (few, many))
        # Two runs of some 400 independent draws differ by a fifth of a range's half width at its ends, seldom by more.
        assert np.abs(small - large).max() < 0.25 * (small[2] - small[0]) + 0.05, key


@pytest.fixture
def unsettled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Families are large, and the account of the Poles at the last date never settles."""
    monkeypatch.setattr(family, "_MANY", 0)

    def unsettle(*given: Any, **named: Any) -> Sample:
        sample = cohorts.sample_posterior(*given, **named)
        state = given[0].state
        settled = sample.settled.reshape(state.dates, len(state.family.members), -1).copy()
        settled[-1, state.family.members.index("Poles")] = False
        return replace(sample, settled=settled.ravel(), converged=False)

    monkeypatch.setattr(family, "sample_posterior", unsettle)


@pytest.mark.usefixtures("unsettled")
def test_accounts_of_a_large_family_that_have_not_settled_have_no_numbers_and_say_why() -> None:
    account = reconcile_claims(MOVING, as_of=LATER, seed=3)
    assert [each.number for each in account.diagnostics if each.name == "accounts not settled"] == [1]
    refused = {(each.cohort, each.as_of) for each in account.figures if each.low is None}
    assert refused == {("Poles", LATER[1])}
    assert {each.note for each in account.figures if each.low is None} == {cohorts.FAILED}
    assert account.draws("Poles", "killed", LATER[1]).size == 0 and account.draws("army", "killed", LATER[1]).size


@pytest.mark.usefixtures("unsettled")
def test_an_account_that_has_not_settled_says_so_at_later_days_too() -> None:
    account = reconcile_claims(MOVING, as_of=["2019-01-01"], seed=3)
    assert {(each.cohort, each.note) for each in account.figures if each.low is None} == {("Poles", cohorts.FAILED)}


@pytest.mark.usefixtures("unsettled")
def test_what_lies_within_a_family_with_an_account_that_has_not_settled_is_bounded_all_the_same() -> None:
    inside = {**row(20, "killed", 30), "cohort": "grenadiers", "within": "army"}
    account = reconcile_claims([*MOVING, inside], as_of=LATER, seed=3)
    assert not [each for each in account.diagnostics if "could not" in each.words]
    for day in LATER:
        assert (account.draws("grenadiers", "killed", day) <= account.draws("army", "killed", day) * (1 + 1e-9)).all()
        assert account.draws("grenadiers", "killed", day).size


def test_lines_that_stand_alone_add_up_too() -> None:
    account = reconcile_claims(RETURNED)
    _check(account, "all", tuple(TOLD))
    for each in account.figures:
        assert each.best == pytest.approx({"all": 595, **TOLD}[each.cohort], rel=0.02)


def test_a_whole_of_which_nobody_speaks_is_the_sum_of_its_parts() -> None:
    account = reconcile_claims([each for each in RETURNED if each["cohort"] != "all"])
    _check(account, "all", tuple(TOLD))


def test_the_order_of_rows_does_not_matter_to_a_family() -> None:
    assert reconcile_claims(ARMY[::-1]).figures == reconcile_claims(ARMY).figures


OFFICERS = {"cohort": "officers", "within": "army"}
SERGEANTS = {"cohort": "sergeants", "within": "officers"}


@pytest.mark.parametrize("many", [400, 900, 9000], ids=["a part", "nearly all", "more than all"])
def test_what_lies_within_is_bounded_in_every_draw(many: int) -> None:
    claims = [
        of("army", 1, "set out", 1000),
        of("army", 2, "killed", 300),
        row(3, "set out", many, **OFFICERS),
        row(4, "killed", many // 2, **OFFICERS),
        row(5, "killed", 30, **SERGEANTS),
    ]
    account = reconcile_claims(claims)
    figures = {(each.cohort, each.fate): each.best or 0 for each in account.figures}
    for part, whole, fates in (("officers", "army", ("set out", "killed")), ("sergeants", "officers", ("killed",))):
        for fate in fates:
            assert (account.draws(part, fate, "2014-05-09") <= account.draws(whole, fate, "2014-05-09") * (1 + 1e-9)).all()
            assert figures[part, fate] <= figures[whole, fate]
    for cohort in ("army", "officers"):
        parts = account.draws(cohort, "killed", "2014-05-09") + account.draws(cohort, "unaccounted for", "2014-05-09")
        assert np.allclose(account.draws(cohort, "set out", "2014-05-09"), parts)
        assert figures[cohort, "set out"] == figures[cohort, "killed"] + figures[cohort, "unaccounted for"]
    (note,) = [each for each in account.diagnostics if each.name == "bounded by its whole" and each.cohort == "officers"]
    assert ("made to fit" in note.words) == (many == 9000)


def test_a_small_part_far_from_its_bound_moves_nothing() -> None:
    claims = [of("army", 1, "set out", 1000), of("army", 2, "killed", 300)]
    alone = reconcile_claims(claims)
    bound = reconcile_claims([*claims, row(3, "killed", 20, **OFFICERS)])
    for before, after in zip(alone.figures, [each for each in bound.figures if each.cohort == "army"], strict=True):
        assert after.best == pytest.approx(before.best, rel=0.02)


def test_of_lines_that_stand_alone_a_part_does_not_exceed_its_whole() -> None:
    account = reconcile_claims([row(1, "imprisoned", None, low=80, bound="at least"), row(2, "detained", None, low=41, bound="at least")])
    part, whole = (next(each for each in account.figures if each.fate == fate) for fate in ("imprisoned", "detained"))
    assert (account.draws("the crew", "imprisoned", part.as_of) <= account.draws("the crew", "detained", part.as_of)).all()
    assert part.low is not None and part.low > 70 and part.best is not None and whole.best is not None and part.best <= whole.best
