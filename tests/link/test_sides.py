"""Two sides of one fight, and numbers that are of others."""

from __future__ import annotations

from tests.link.conftest import Told, count


def test_soldiers_and_fighters_of_one_report_without_a_name_are_two_sides() -> None:
    fighters = count("a", "killed", 23, "gunmen", role="fighter")
    soldiers = count("a", "killed", 5, "soldiers", at=20, role="soldier")
    told = Told(fighters, soldiers)
    assert told.cohort(fighters) != told.cohort(soldiers)


def test_soldiers_are_not_the_group_s_fighters_where_both_are_told_of() -> None:
    group = count("a", "killed", 300, "ISIS fighters", affiliation="ISIS", role="fighter")
    bare = count("a", "detained", 40, "fighters", at=20, role="fighter")
    soldiers = count("a", "wounded", 30, "soldiers", at=40, role="soldier")
    told = Told(group, bare, soldiers)
    assert told.cohort(group) == told.cohort(bare) != told.cohort(soldiers)


def test_pirates_are_not_those_who_went_aboard_and_men_who_marched_may_be_soldiers() -> None:
    aboard = count("a", "set out", 28, "people")
    pirates = count("a", "killed", 2, "pirates", at=20, role="fighter")
    told = Told(aboard, pirates)
    assert told.cohort(aboard) != told.cohort(pirates)
    men = count("b", "set out", 1200, "men", sex="men")
    soldiers = count("b", "killed", 200, "soldiers", at=20, role="soldier")
    marched = Told(men, soldiers)
    assert marched.cohort(men) == marched.cohort(soldiers)


def test_more_dead_than_went_aboard_are_others() -> None:
    aboard = count("a", "set out", 110, "people")
    missing = count("a", "missing", 60, "persons", at=20)
    year = count("a", "died", 590, "people", at=40)
    told = Told(aboard, missing, year)
    assert told.cohort(aboard) == told.cohort(missing) != told.cohort(year)
    assert told.relation(year, aboard) == {"apart"}
    named = count("a", "died", 590, "Tunisians", at=40, origin="Tunisia")
    went = count("a", "set out", 110, "Tunisians", origin="Tunisia")
    same = Told(went, named)
    assert same.cohort(went) == same.cohort(named)


def test_a_report_that_counts_only_contingents_does_not_make_the_army_small() -> None:
    army = count("a", "set out", 400_000, "men of the Northern Army", affiliation="Northern Army")
    part = count("b", "set out", 25_000, "men of the Northern Army", affiliation="Northern Army")
    back = count("b", "returned", 75_000, "men", at=20, sex="men")
    told = Told(army, part, back)
    assert told.cohort(back) == told.cohort(army)


def test_a_squad_that_went_home_is_no_count_of_an_army_s_and_a_few_of_a_small_one_are() -> None:
    for army, back, whole in ((422_000, 20, False), (3_000, 3, True)):
        went = count("a", "set out", army, "men", sex="men")
        home = count("a", "returned", back, "men", at=20, sex="men")
        told = Told(went, home)
        assert (told.cohort(went) == told.cohort(home)) is whole
        assert told.relation(home, went) == (set() if whole else {"within"})
