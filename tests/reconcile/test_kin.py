"""Who makes up whom, and who only lies within."""

from __future__ import annotations

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.kin import Family, find_kin


def claim(cohort: str, within: str | None = None, partition: str | None = None) -> FlatClaim:
    return FlatClaim(f"{cohort} {within} {partition}", cohort, "killed", within=within, partition=partition, best=1.0)


def test_parts_that_share_a_partition_are_a_family_and_others_lie_within() -> None:
    kin = find_kin([claim("army"), claim("men", "army", "sex"), claim("women", "army", "sex"), claim("officers", "army")])
    assert kin.families == (Family(("men", "women"), (("army", ("men", "women")),)),)
    assert kin.within == {"men": "army", "women": "army", "officers": "army"}


def test_a_part_may_be_divided_itself() -> None:
    kin = find_kin(
        [claim("men", "army", "sex"), claim("women", "army", "sex"), claim("old men", "men", "age"), claim("young men", "men", "age")]
    )
    (family,) = kin.families
    assert family.leaves == ("old men", "young men", "women")
    assert dict(family.wholes) == {"army": ("old men", "young men", "women"), "men": ("old men", "young men")}
    assert family.members == ("army", "men", "old men", "young men", "women")


def test_one_part_alone_makes_up_nothing_and_of_two_partitions_the_larger_binds() -> None:
    assert find_kin([claim("army"), claim("men", "army", "sex")]).families == ()
    nations = [claim(each, "army", "nation") for each in ("French", "Poles", "Saxons")]
    (family,) = find_kin([claim("men", "army", "sex"), claim("women", "army", "sex"), *nations]).families
    assert family.leaves == ("French", "Poles", "Saxons")


def test_nobody_lies_within_himself() -> None:
    circle = [claim("a", "b"), claim("b", "c"), claim("c", "a"), claim("d", "d"), claim("e", "a")]
    within = find_kin(circle).within
    assert "d" not in within and within["e"] == "a"
    for label in within:
        seen, at = set(), label
        while at in within:
            assert at not in seen
            seen.add(at)
            at = within[at]
