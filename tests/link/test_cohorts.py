"""Which people a claim speaks of: within one report by reference, across reports by parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.link.conftest import Told, World, count, make_document

ANALYST = (
    "The Kazakh government said that about 900 of its citizens had gone to Syria to join Islamic State. "
    "Around 20% of those who joined have returned. "
    "Most of the Kazakh fighters were killed. Hundreds of their wives were detained.\n\n"
    "The majority of Islamic State fighters were captured. "
    "When the last village fell, there were hardly any Kazakh fighters left in Baghouz."
)


def test_mentions_of_one_cohort_in_one_report_meet(world: Callable[..., World]) -> None:
    told = world(make_document(ANALYST))
    main = told.cohort("about 900")
    assert told.cohort("those who joined") == main
    assert told.cohort("Most of the Kazakh fighters") == main


def test_families_are_a_cohort_of_their_own(world: Callable[..., World]) -> None:
    told = world(make_document(ANALYST))
    wives, main = told.cohort("wives"), told.cohort("about 900")
    assert wives != main
    assert told.relation(wives, main) == {"apart"}


def test_people_of_one_origin_in_a_group_lie_within_the_group_s(world: Callable[..., World]) -> None:
    told = world(make_document(ANALYST))
    main, wider = told.cohort("about 900"), told.cohort("The majority of Islamic State fighters")
    assert main != wider
    assert told.relation(main, wider) == {"within"}


def test_those_who_remain_at_one_place_are_not_the_whole(world: Callable[..., World]) -> None:
    told = world(make_document(ANALYST))
    local, main = told.cohort("hardly any Kazakh fighters left"), told.cohort("about 900")
    assert local != main
    assert told.relation(local, main) == {"within"}


def test_a_loss_of_thousands_is_not_that_of_a_few_gunners(world: Callable[..., World]) -> None:
    told = world(make_document("At Lutz about 9,000 men were killed in one day. Of the rear guard 200 Croatian gunners remained."))
    assert told.cohort("about 9,000") != told.cohort("200 Croatian gunners")
    few = world(make_document("At Lutz 90 men were killed in one day. Of the rear guard 200 Croatian gunners remained."))
    assert few.cohort("90 men") == few.cohort("200 Croatian gunners")


def test_the_same_parts_in_two_reports_are_one_cohort(world: Callable[..., World]) -> None:
    one = make_document("Some 300 Tunisians joined ISIS.", "a.txt")
    two = make_document("About 250 Tunisians who joined ISIS were killed.", "b.txt")
    told = world(one, two)
    assert told.cohort("Some 300") == told.cohort("About 250")


def test_nameless_people_of_two_reports_stay_two_cohorts(world: Callable[..., World]) -> None:
    told = world(make_document("Twelve people were killed.", "a.txt"), make_document("At least 30 people were killed.", "b.txt"))
    assert told.cohort("Twelve") != told.cohort("At least 30")


def test_compatriots_killed_in_two_reports_are_not_one_cohort(world: Callable[..., World]) -> None:
    told = world(
        make_document("Five Colombian soldiers were killed.", "a.txt"), make_document("Nine Colombian soldiers were killed.", "b.txt")
    )
    assert told.cohort("Five") != told.cohort("Nine")


def test_a_few_dead_in_a_report_of_a_large_army_are_a_part_of_it(world: Callable[..., World]) -> None:
    text = "Some 400,000 men of the Northern Army crossed the river. About 150,000 of them were captured.\n\nAt the bridge 24 were killed."
    told = world(make_document(text))
    part, main = told.cohort("24 were killed"), told.cohort("400,000")
    assert part != main
    assert told.relation(part, main) == {"within"}
    assert told.cohort("150,000") == main


def test_labels_of_cohorts_are_unique(world: Callable[..., World]) -> None:
    told = world(*(make_document("Twelve people were killed and 3 soldiers died.", f"{name}.txt") for name in "abcde"))
    labels = [entity.label for entity in told.linked.entities if entity.kind == "cohort"]
    assert len(labels) == len(set(labels)) == 10


def test_the_order_of_claims_does_not_matter(world: Callable[..., World]) -> None:
    from unaccounted.link import link_claims

    told = world(make_document(ANALYST), make_document("Some 300 Kazakhs joined ISIS.", "b.txt"))
    assert link_claims(told.claims[::-1], told.documents[::-1]) == told.linked


RUSSIANS: dict[str, Any] = {"origin": "Russia", "affiliation": "ISIS"}


def test_a_plainly_wider_plural_is_not_the_report_s_cohort() -> None:
    main = count("a", "joined", 5000, "Russians who joined ISIS", **RUSSIANS)
    wider = count("a", "joined", 40000, "foreign fighters", at=20, role="fighter")
    told = Told(main, wider)
    assert told.cohort(wider) != told.cohort(main)
    assert told.relation(main, wider) == {"within"}


def test_migrants_of_a_nation_meet_with_their_bare_mentions() -> None:
    claims = [
        count("a", "set out", 300, "Tunisian migrants", origin="Tunisia", role="migrant"),
        count("a", "died", 40, "migrants", at=20, role="migrant"),
        count("a", "rescued", 260, "people", at=40),
    ]
    told = Told(*claims)
    assert len({told.cohort(claim) for claim in claims}) == 1
    (entity,) = told.linked.entities
    assert entity.entry == "set out" and entity.cohort is not None and entity.cohort.role == "migrant"


def test_women_lie_within_and_men_of_the_other_side_do_not() -> None:
    main = count("a", "abducted", 2000, "Yazidi civilians", origin="Yazidi", role="civilian")
    women = count("a", "rescued", 50, "Yazidi women", at=20, origin="Yazidi", sex="women")
    other = count("a", "killed", 100, "ISIS fighters", at=40, affiliation="ISIS", role="fighter")
    told = Told(main, women, other)
    assert told.relation(women, main) == {"within"}
    assert told.relation(other, main) <= {"apart"}
    assert told.cohort(other) != told.cohort(main)


def test_families_of_a_wider_cohort_are_wider_and_wives_lie_within_families() -> None:
    main = count("a", "joined", 5000, "Russians who joined ISIS", **RUSSIANS)
    families = count("a", "returned", 30, "their families", at=10, kin_of="them")
    wives = count("a", "detained", 90, "wives of Russian fighters", at=20, origin="Russia", kin_of="Russian fighters")
    all_wives = count("a", "detained", 900, "wives of ISIS fighters", at=30, affiliation="ISIS", kin_of="ISIS fighters")
    told = Told(main, families, wives, all_wives)
    assert len({told.cohort(claim) for claim in (main, families, wives, all_wives)}) == 4
    assert told.relation(wives, families) == told.relation(wives, all_wives) == {"within"}
    assert told.relation(families, main) == told.relation(wives, main) == {"apart"}


def test_those_whom_a_place_defines_lie_within_the_cohort() -> None:
    main = count("a", "joined", 5000, "Russians who joined ISIS", **RUSSIANS)
    there = count("a", "killed", 400, "Russian fighters in Baghouz", at=20, role="fighter", place="Baghouz", **RUSSIANS)
    told = Told(main, there)
    assert told.cohort(there) != told.cohort(main)
    assert told.relation(there, main) == {"within"}


def test_soldiers_of_another_nation_are_no_part_of_an_armed_group() -> None:
    group = count("a", "killed", 300, "ISIS fighters", affiliation="ISIS", role="fighter")
    more = count("a", "detained", 20, "ISIS fighters", at=10, affiliation="ISIS", role="fighter")
    others = count("a", "killed", 40, "Iraqi soldiers", at=20, origin="Iraq", role="soldier")
    told = Told(group, more, others)
    assert "within" not in told.relation(others, group)


def test_a_region_s_people_lie_within_their_country_s_across_reports() -> None:
    whole = count("a", "joined", 5000, "Russians who joined ISIS", **RUSSIANS)
    part = count("b", "joined", 900, "Chechens who joined ISIS", origin="Chechnya", affiliation="Daesh")
    told = Told(whole, part)
    assert told.relation(part, whole) == {"within"}


def test_units_of_one_name_in_two_armies_are_two_cohorts() -> None:
    told_of = {
        army: (
            count(document, "set out", 400_000, f"men of the {army}", affiliation=army),
            count(document, "killed", 4000, "men of the First Corps", at=20, affiliation="First Corps"),
        )
        for document, army in (("a", "Northern Army"), ("b", "Southern Army"))
    }
    told = Told(*(claim for claims in told_of.values() for claim in claims))
    (north, first), (south, other) = told_of.values()
    assert told.cohort(first) != told.cohort(other)
    assert told.relation(first, north) == told.relation(other, south) == {"within"}
    assert not told.relation(first, south)


def test_an_end_that_few_met_makes_no_cohort() -> None:
    told = Told(
        count("a", "killed", 100, "ISIS fighters", affiliation="ISIS", role="fighter", unit="share", low=0.5, bound="vague"),
        count("a", "detained", 20, "ISIS fighters", at=20, affiliation="ISIS", role="fighter"),
        count("a", "joined", 90, "ISIS fighters", at=40, affiliation="ISIS", role="fighter"),
    )
    assert [entity.entry for entity in told.linked.entities] == ["joined"]
    alone = Told(
        count("a", "killed", 100, "Kurdish fighters", origin="Kurdistan", role="fighter"),
        count("a", "abducted", 20, "Kurdish fighters", at=20, origin="Kurdistan", role="fighter"),
    )
    assert [entity.entry for entity in alone.linked.entities] == [None]


def test_fishermen_and_soldiers_of_one_nation_are_two_cohorts() -> None:
    fishermen = count("a", "killed", 14, "Venezuelan fishermen", origin="Venezuela", role="worker")
    soldiers = count("a", "killed", 5, "Venezuelan soldiers", at=20, origin="Venezuela", role="soldier")
    people = count("a", "killed", 3, "people", at=40)
    told = Told(fishermen, soldiers, people)
    assert len({told.cohort(claim) for claim in (fishermen, soldiers, people)}) == 3
    assert not told.relation(soldiers, fishermen) - {"apart"}
