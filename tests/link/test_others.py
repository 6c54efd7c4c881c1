"""Cohorts beside the main one gather their mentions too."""

from __future__ import annotations

from tests.link.conftest import Told, count

_MAIN = count("a", "joined", 2000, "Tunisians who joined ISIS", origin="Tunisia", affiliation="ISIS")
_MAIN_DEAD = count("a", "killed", 300, "Tunisians who joined ISIS", at=5, origin="Tunisia", affiliation="ISIS")
_OTHER = count("a", "joined", 500, "Libyans who joined ISIS", at=10, origin="Libya", affiliation="ISIS")


def test_a_nation_beside_the_main_one_is_one_cohort_with_an_entry() -> None:
    dead = count("a", "killed", 100, "Libyans", at=20, origin="Libya")
    held = count("a", "detained", 40, "Libyan fighters", at=30, origin="Libya", role="fighter")
    told = Told(_MAIN, _MAIN_DEAD, _OTHER, dead, held)
    assert told.cohort(_OTHER) == told.cohort(dead) == told.cohort(held) != told.cohort(_MAIN)
    assert told.entities[told.cohort(dead) or ""].entry == "joined"


def test_women_of_such_a_nation_lie_within_it() -> None:
    women = count("a", "detained", 12, "Libyan women", at=20, origin="Libya", sex="women")
    told = Told(_MAIN, _MAIN_DEAD, _OTHER, women)
    assert told.relation(women, _OTHER) == {"within"}


def test_a_nation_s_soldiers_are_not_those_who_joined_a_group() -> None:
    soldiers = count("a", "killed", 60, "Libyan soldiers", at=20, origin="Libya", role="soldier")
    told = Told(_MAIN, _MAIN_DEAD, _OTHER, soldiers)
    assert told.cohort(soldiers) != told.cohort(_OTHER)


def test_where_two_cohorts_fit_nothing_is_gathered() -> None:
    others = count("a", "joined", 80, "Libyans who joined al-Nusra", at=15, origin="Libya", affiliation="Al-Nusrah Front")
    dead = count("a", "killed", 100, "Libyans", at=20, origin="Libya")
    told = Told(_MAIN, _MAIN_DEAD, _OTHER, others, dead)
    assert len({told.cohort(claim) for claim in (_OTHER, others, dead)}) == 3


def test_shares_of_those_who_joined_are_of_one_cohort_in_two_reports() -> None:
    parts = {"origin": "Kenya", "affiliation": "al-Shabaab", "unit": "share", "base": "joined"}
    back = count("a", "returned", 0.1, "Kenyans who joined al-Shabaab", **parts)
    dead = count("b", "killed", 0.15, "Kenyans who joined al-Shabaab", **parts)
    told = Told(back, dead)
    assert told.cohort(back) == told.cohort(dead)
    assert told.entities[told.cohort(back) or ""].entry == "joined"


def test_a_battalion_is_not_the_soldiers_who_set_out() -> None:
    went = count("a", "set out", 3000, "soldiers", role="soldier")
    dead = count("a", "killed", 100, "soldiers of the 3rd battalion", at=20, role="soldier", affiliation="3rd battalion")
    wing = count("a", "killed", 90, "men of the left wing", at=40, sex="men")
    told = Told(went, dead, wing)
    assert len({told.cohort(claim) for claim in (went, dead, wing)}) == 3
    assert told.relation(dead, went) == told.relation(wing, went) == {"within"}
