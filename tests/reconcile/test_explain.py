"""What a figure hangs on: laws on made claims, and the cheap answer held to the dear one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.reconcile.conftest import CREW, row
from unaccounted.base.records import Alternative
from unaccounted.base.vocabulary import Change
from unaccounted.reconcile import explain_claims, read_scales, reconcile_claims
from unaccounted.reconcile.company import find_company
from unaccounted.reconcile.flat import read_claims
from unaccounted.reconcile.otherwise import Otherwise
from unaccounted.reconcile.reconcile import reckon_accounts

DAY = "2014-05-09"
TOLD: list[dict[str, Any]] = [*CREW, row(6, "killed", 420, grade="C3"), row(7, "killed", 310, grade="B2", source="source 4")]


def find(found: tuple[Alternative, ...], fate: str, change: str, *claims: str) -> Alternative:
    (one,) = [each for each in found if (each.fate, each.change, each.claims) == (fate, change, claims)]
    return one


@pytest.fixture(scope="module")
def explained() -> tuple[Alternative, ...]:
    return explain_claims(TOLD)


def test_a_figure_without_a_statement_is_what_the_other_claims_give(explained: tuple[Alternative, ...]) -> None:
    before = {(each.fate, each.as_of): each for each in reconcile_claims(TOLD).figures}
    for gone in ("c1", "c3", "c6"):
        account = reconcile_claims([claim for claim in TOLD if claim["id"] != gone], as_of=DAY, seed=1)
        for figure in account.figures:
            told = [each for each in explained if (each.fate, each.change, each.claims) == (figure.fate, Change.STATEMENT, (gone,))]
            was = before[figure.fate, figure.as_of]
            assert was.best is not None and was.low is not None and was.high is not None and figure.best is not None
            moved = told[0].best if told else was.best
            assert moved is not None
            assert moved == pytest.approx(figure.best, abs=0.12 * (was.high - was.low) + 1), (gone, figure.fate)


def test_a_move_is_the_best_then_less_the_best_now(explained: tuple[Alternative, ...]) -> None:
    best = {(each.fate, each.as_of): each.best for each in reconcile_claims(TOLD).figures}
    for each in explained:
        now = best[each.fate, each.as_of]
        assert now is not None
        if each.best is not None:
            assert each.move == each.best - now
            assert each.low is not None and each.high is not None and each.low <= each.best <= each.high
    entry, *lines = ("set out", "killed", "detained", "returned", "unaccounted for")
    for change in (Change.GRADES,):
        parts = [find(explained, fate, change).best or 0 for fate in lines]
        assert sum(parts) == find(explained, entry, change).best, "an alternative adds up, too"


def test_a_high_claim_pulls_up_and_without_it_the_figure_falls(explained: tuple[Alternative, ...]) -> None:
    high = find(explained, "killed", Change.STATEMENT, "c6")
    assert high.move is not None and high.move < 0


def test_shares_of_the_claims_of_a_line_add_up_to_no_more_than_all(explained: tuple[Alternative, ...]) -> None:
    for fate, claims in (("killed", {"c3", "c6", "c7"}), ("set out", {"c1", "c2"})):
        shares = [each.share for each in explained if (each.fate, each.change) == (fate, Change.STATEMENT) and set(each.claims) <= claims]
        assert len(shares) == len(claims)
        assert all(share is not None and share >= 0 for share in shares)
        assert 0.3 < sum(share or 0 for share in shares) <= 1.001


def test_a_line_of_one_claim_falls_away_with_it(explained: tuple[Alternative, ...]) -> None:
    gone = find(explained, "detained", Change.STATEMENT, "c4")
    assert (gone.low, gone.best, gone.high, gone.move, gone.share) == (None, None, None, None, 1.0)


def test_a_source_goes_with_all_that_it_says(explained: tuple[Alternative, ...]) -> None:
    assert {each.claims for each in explained if each.change == Change.SOURCE} == {("c4", "c7")}


def test_a_copy_goes_with_what_it_copies_and_ignoring_origins_is_told() -> None:
    copies = [{**CREW[2], "id": f"copy {n}", "source": f"paper {n}", "grade": "C3", "repeats": "c3"} for n in range(3)]
    found = explain_claims([*CREW, *copies])
    assert find(found, "killed", Change.STATEMENT, "c3", "copy 0", "copy 1", "copy 2").share == 1.0
    alone, now = find(found, "killed", Change.ORIGINS), next(f for f in reconcile_claims([*CREW, *copies]).figures if f.fate == "killed")
    assert alone.low is not None and alone.high is not None and now.low is not None and now.high is not None
    assert alone.high - alone.low < now.high - now.low, "copies taken for witnesses make a figure look surer"
    assert not [each for each in explain_claims(CREW) if each.change == Change.ORIGINS], "nobody repeats anybody"


def test_worse_grades_widen(explained: tuple[Alternative, ...]) -> None:
    worse, now = find(explained, "set out", Change.GRADES), next(f for f in reconcile_claims(TOLD).figures if f.fate == "set out")
    assert worse.low is not None and worse.high is not None and now.low is not None and now.high is not None
    assert worse.high - worse.low > now.high - now.low


@pytest.mark.parametrize("asked", [False, True])
def test_inferences_are_shown_the_other_way_about(asked: bool) -> None:
    claims = [*CREW, row(9, "killed", 600, factuality="inferred")]
    other = find(explain_claims(claims, with_inferences=asked), "killed", Change.NO_INFERENCES if asked else Change.INFERENCES)
    assert other.move is not None and (other.move < 0) is asked


def test_order_and_company_do_not_matter() -> None:
    others = [row(9, "killed", 12, cohort="the stokers")]
    assert explain_claims(TOLD[::-1] + others, cohorts=["the crew"]) == explain_claims(TOLD)


def test_what_was_not_reckoned_has_no_alternatives() -> None:
    assert explain_claims([row(1, "returned", 0.1, unit="share", base="joined")]) == ()


PARTS = [
    row(1, "returned", 595, cohort="all who came back", grade="B2"),
    *(
        row(n, "returned", best, cohort=label, within="all who came back", partition="kin", grade="B2")
        for n, (label, best) in enumerate([("men", 33), ("women", 156), ("minors", 406)], start=2)
    ),
]


def test_parts_of_a_whole_are_explained_with_it() -> None:
    found = explain_claims(PARTS, cohorts=["women"])
    gone = find(found, "returned", Change.STATEMENT, "c3")
    assert (gone.best, gone.share) == (None, 1.0), "without what is told of them nobody speaks of women"
    high = find(found, "returned", Change.STATEMENT, "c4")
    assert high.best == pytest.approx(156, rel=0.4), "the whole and the other parts still tell of them"
    assert {each.cohort for each in found} == {"women"}
    whole = find(explain_claims(PARTS, cohorts=["all who came back"]), "returned", Change.STATEMENT, "c1")
    assert whole.best == pytest.approx(595, rel=0.1)


WITHIN = [
    *TOLD,
    *(row(n, fate, best, cohort="the stokers", within="the crew") for n, fate, best in [(20, "set out", 400), (21, "killed", 280)]),
]


def test_draws_that_were_bounded_are_those_that_are_asked() -> None:
    flat = read_claims(WITHIN)
    accounts, _ = reckon_accounts(flat, None, 0, False, read_scales())
    for cohort, made in accounts.items():
        assert made.fit is not None
        lines = made.fit.read_lines(made.fit.parameters, cohort)
        for fate in ("set out", "killed", "unaccounted for"):
            (told,) = [draws for (_, line, _), draws in made.draws.items() if line == fate]
            (asked,) = [draws for (line, _), draws in lines.items() if line == fate]
            assert np.allclose(told, asked), (cohort, fate)


def test_what_bounds_a_cohort_is_asked_with_it() -> None:
    found = explain_claims(WITHIN, cohorts=["the crew"])
    assert find_company(["the stokers"], read_claims(WITHIN)) == {"the stokers", "the crew"}
    assert find(found, "killed", Change.STATEMENT, "c6").best is not None


def test_beyond_what_may_be_reckoned_again_it_is_said_to_be_not_reckoned() -> None:
    flat = read_claims(TOLD)
    accounts, by_cohort = reckon_accounts(flat, None, 0, False, read_scales())
    other = Otherwise("the crew", by_cohort["the crew"], accounts["the crew"], 0, False, read_scales(), again=1)
    alone = [each for each in other.statements if each.claims in (("c4",), ("c5",))]
    assert [other.leave_out([each]).how for each in alone] == ["reckoned again", "not reckoned"]
