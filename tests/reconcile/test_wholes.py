"""What is counted of a part bears on its whole as a floor."""

from __future__ import annotations

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile import reconcile_claims
from unaccounted.reconcile.wholes import bear_on_wholes

_ARMY = [FlatClaim("e", "army", "set out", best=3000, unit="people"), FlatClaim("r", "army", "returned", best=900, unit="people")]
_PART = FlatClaim("k", "battalion", "killed", within="army", best=100, unit="people", bound="exact")


def _group(*claims: FlatClaim) -> dict[str, list[FlatClaim]]:
    groups: dict[str, list[FlatClaim]] = {}
    for claim in claims:
        groups.setdefault(claim.cohort, []).append(claim)
    return groups


def test_a_part_s_dead_are_in_the_account_of_the_whole() -> None:
    account = reconcile_claims([*_ARMY, _PART])
    (killed,) = [figure for figure in account.figures if (figure.cohort, figure.fate) == ("army", "killed")]
    assert killed.in_sum and killed.claims == ("k",)
    assert killed.high is not None and killed.best is not None and killed.high > killed.best > 90
    (own,) = [figure for figure in account.figures if figure.cohort == "battalion"]
    assert own.best is not None and abs(own.best - 100) < 10


def test_the_floor_keeps_id_origin_and_low() -> None:
    told = FlatClaim("k", "battalion", "killed", within="army", low=80, best=100, high=120, bound="between", origin="o", unit="people")
    (floor,) = bear_on_wholes(_group(*_ARMY, told))["army"]
    assert (floor.id, floor.origin, floor.bound, floor.low, floor.best, floor.high) == ("k", "o", "at least", 80, None, None)


def test_parts_of_parts_reach_the_whole_and_circles_end() -> None:
    company = FlatClaim("c", "company", "killed", within="battalion", best=30, unit="people")
    assert [floor.id for floor in bear_on_wholes(_group(*_ARMY, _PART, company))["army"]] == ["k", "c"]
    circle = [FlatClaim("a", "army", "set out", within="battalion", best=3000), _PART]
    assert [floor.id for floor in bear_on_wholes(_group(*circle))["army"]] == ["k"]


def test_no_floor_of_the_entry_of_a_share_of_a_ceiling_or_of_an_uncounted_whole() -> None:
    parts = [
        FlatClaim("1", "battalion", "set out", within="army", best=500, unit="people"),
        FlatClaim("2", "battalion", "killed", within="army", best=0.2, unit="share", base="set out"),
        FlatClaim("3", "battalion", "killed", within="army", high=50, bound="at most", unit="people"),
    ]
    assert not any(bear_on_wholes(_group(*_ARMY, *parts)).values())
    assert not bear_on_wholes(_group(_ARMY[1], _PART))


def test_a_line_that_nobody_counts_is_not_said_to_be_told_in_shares() -> None:
    account = reconcile_claims([FlatClaim("d", "valley", "displaced", best=200, unit="people")])
    notes = {figure.fate: figure.note for figure in account.figures}
    assert notes["remaining"] == "no report counts it; only a part of it is told: displaced"
    shares = reconcile_claims([FlatClaim("s", "valley", "killed", best=0.2, unit="share", base="joined")])
    assert {figure.fate: figure.note for figure in shares.figures}["killed"] == "only shares of an unknown number are told"


def test_who_is_still_there_or_hurt_is_no_floor_and_floors_contradict_nobody() -> None:
    parts = [
        FlatClaim("1", "battalion", "remaining", within="army", best=500, unit="people", measure="stock"),
        FlatClaim("2", "battalion", "wounded", within="army", best=500, unit="people"),
    ]
    assert not any(bear_on_wholes(_group(*_ARMY, *parts)).values())
    few = FlatClaim("f", "army", "killed", best=20, unit="people", source="the staff")
    kinds = [each.type for each in reconcile_claims([*_ARMY, few, _PART]).contradictions]
    assert kinds == ["arithmetic"]


def test_a_line_that_the_whole_counts_itself_gets_no_floor() -> None:
    told = FlatClaim("o", "army", "killed", best=300, unit="people")
    assert not bear_on_wholes(_group(*_ARMY, told, _PART))
