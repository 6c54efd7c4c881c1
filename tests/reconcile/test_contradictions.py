"""Claims that cannot all be right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.reconcile.conftest import CREW, row
from unaccounted.reconcile import reconcile_claims


def test_parts_that_exceed_the_whole_are_arithmetic() -> None:
    (found,) = reconcile_claims([row(1, "joined", 1020), row(2, "killed", 700), row(3, "returned", 600)]).contradictions
    assert (found.type, found.fate) == ("arithmetic", "joined")
    assert set(found.claims) == {"c1", "c2", "c3"}
    assert found.effect is not None and 100 < found.effect < 300


def test_a_denied_figure_is_a_denial_with_both_sides() -> None:
    found = reconcile_claims([*CREW, row(9, "killed", 300, factuality="denied")]).contradictions
    assert [(each.type, each.claims) for each in found] == [("denial", ("c3", "c9"))]


def test_two_origins_far_apart_disagree_and_two_near_do_not() -> None:
    far = reconcile_claims([*CREW, row(9, "killed", 900)]).contradictions
    assert [(each.type, each.claims) for each in far] == [("plain disagreement", ("c3", "c9"))]
    assert reconcile_claims([*CREW, row(9, "killed", 330)]).contradictions == ()


def types(*more: dict[str, Any], claims: Sequence[dict[str, Any]] = CREW) -> list[tuple[str, tuple[str, ...]]]:
    """Types and claims of what is found, but for what is only far from the rest."""
    found = reconcile_claims([*claims, *more]).contradictions
    return [(each.type, each.claims) for each in found if each.type != "far from the rest"]


SCALED = [claim for claim in CREW if claim["id"] != "c5"]


@pytest.mark.parametrize(
    ("told", "type", "claims"),
    [
        (row(9, "killed", 900, source="source 3"), "scope", ("c3", "c9")),
        (row(9, "killed", 900, source="source 3", published="2014-08-01"), None, ()),
        (row(9, "killed", 900, repeats="c3"), "copying", ("c3", "c9")),
        (row(9, "killed", 900, origin="o3"), "copying", ("c3", "c9")),
        (row(9, "killed", 900, as_of="2014-09-01"), "date", ("c3", "c9")),
        (row(9, "killed", 90, as_of="2014-09-01"), "plain disagreement", ("c3", "c9")),
        (row(9, "killed", 900, as_of=None, published=None), "date", ("c3", "c9")),
        (row(9, "detained", 60, measure="stock"), "definition", ("c4", "c9")),
        (row(9, "died", 60, covers="killed;died"), "definition", ("c3", "c9")),
        (row(9, "killed", 900), "plain disagreement", ("c3", "c9")),
        (row(9, "killed", 330), None, ()),
    ],
)
def test_two_that_lie_far_apart_have_a_type(told: dict[str, Any], type: str | None, claims: tuple[str, ...]) -> None:
    crew = [{**claim, "measure": "cumulative"} for claim in SCALED]
    assert types(told, claims=crew) == ([(type, claims)] if type else [])


def test_what_the_other_claims_do_not_lead_one_to_expect_is_told() -> None:
    told = [row(n, "killed", 300 + n, grade="A1") for n in range(10, 14)]
    found = reconcile_claims([*CREW, *told, row(20, "killed", 900, grade="A1")]).contradictions
    (far,) = [each for each in found if each.type == "far from the rest"]
    assert far.claims == ("c20",) and "higher" in far.words
    assert not [each for each in reconcile_claims([*CREW, *told]).contradictions if each.type == "far from the rest"]


def test_the_effect_is_what_the_account_moves_by_not_how_far_the_sides_lie_apart() -> None:
    told = [row(n, "killed", 300 + n, grade="A1") for n in range(10, 14)]
    (found,) = [each for each in reconcile_claims([*CREW, *told, row(20, "killed", 2000, grade="F6")]).contradictions
                if each.type == "plain disagreement"]  # fmt: skip
    assert found.effect is not None and found.effect < 60, "a source that nobody can judge moves little"


def test_the_parts_that_are_said_add_up_as_said() -> None:
    told = [row(1, "joined", 2566), row(2, "killed", 1455), row(3, "returned", 1444)]
    (found,) = [
        each for each in reconcile_claims([{**claim, "bound": "exact"} for claim in told]).contradictions if each.type == "arithmetic"
    ]
    assert "1,455 killed, 1,444 returned make 2,899, but at most 2,566 joined: 333 too many" in found.words
    assert found.effect == 333


def test_a_part_larger_than_its_whole_is_arithmetic() -> None:
    officers = row(9, "killed", 800, cohort="the officers", within="the crew")
    found = [each for each in reconcile_claims([*CREW, officers]).contradictions if each.type == "arithmetic"]
    assert [(each.cohort, set(each.claims)) for each in found] == [("the officers", {"c9", "c3"})]


def test_contradictions_are_ranked_by_people() -> None:
    found = reconcile_claims([*CREW, row(8, "killed", 900), row(9, "set out", 9000)]).contradictions
    effects = [each.effect or 0 for each in found]
    assert effects == sorted(effects, reverse=True) and len(effects) == 2


def test_of_one_day_a_half_more_is_a_disagreement_and_a_tenth_more_is_none() -> None:
    assert types(row(9, "set out", 1800)) == [("plain disagreement", ("c2", "c9"))]
    assert types(row(9, "set out", 1320)) == []


def test_before_the_first_report_nothing_contradicts() -> None:
    told = [*CREW, row(9, "killed", 900)]
    assert reconcile_claims(told).contradictions
    assert reconcile_claims(told, as_of="2013").contradictions == ()
