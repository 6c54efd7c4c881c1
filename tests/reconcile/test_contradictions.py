"""Claims that cannot all be right."""

from __future__ import annotations

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


def test_the_same_source_later_is_no_disagreement() -> None:
    assert reconcile_claims([*CREW, row(9, "killed", 900, source="source 3")]).contradictions == ()


def test_a_part_larger_than_its_whole_is_arithmetic() -> None:
    officers = row(9, "killed", 800, cohort="the officers", within="the crew")
    found = [each for each in reconcile_claims([*CREW, officers]).contradictions if each.type == "arithmetic"]
    assert [(each.cohort, set(each.claims)) for each in found] == [("the officers", {"c9", "c3"})]


def test_contradictions_are_ranked_by_people() -> None:
    found = reconcile_claims([*CREW, row(8, "killed", 900), row(9, "set out", 9000)]).contradictions
    effects = [each.effect or 0 for each in found]
    assert effects == sorted(effects, reverse=True) and len(effects) == 2
