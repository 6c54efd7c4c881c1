"""Which people a claim speaks of: within one report by reference, across reports by parts."""

from __future__ import annotations

from collections.abc import Callable

from tests.link.conftest import World, make_document

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
