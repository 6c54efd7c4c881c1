"""Linked claims as rows."""

from __future__ import annotations

from dataclasses import replace

from unaccounted.base.records import Claim, ClaimLink, Cohort, Entity, EntityLink, Source, When
from unaccounted.reconcile import flatten_claims

CLAIM = Claim(
    "c1",
    "d",
    "d.txt",
    "count",
    0,
    3,
    "abc",
    cohort=Cohort("its men"),
    fate="killed",
    best=5.0,
    unit="people",
    published="1900",
    source=Source("X", "media"),
)


def test_flatten_claims_takes_label_date_origin_and_grade_from_the_links() -> None:
    entities = [Entity("k1", "cohort", "the crew", ("its men",)), Entity("k2", "cohort", "the fleet", ())]
    links = [EntityLink("k1", "k2", "within", "a ship of the fleet")]
    (flat,) = flatten_claims([CLAIM], entities, links, [ClaimLink("c1", "k1", origin="o1", grade="C3")])
    assert (flat.cohort, flat.within, flat.origin, flat.grade, flat.source, flat.published) == (
        "the crew",
        "the fleet",
        "o1",
        "C3",
        "X",
        "1900",
    )


def test_flatten_claims_leaves_out_what_counts_nobody() -> None:
    from dataclasses import replace

    assert flatten_claims([replace(CLAIM, kind="fate", person="A B"), replace(CLAIM, cohort=None)], [], [], []) == []


def test_an_undated_figure_of_a_later_history_stands_at_the_end_of_what_it_tells() -> None:
    from dataclasses import replace

    dated = replace(CLAIM, id="c2", when=When("1812-06-01", "1812-12-31", "range"))
    linked = [ClaimLink("c1", "k1"), ClaimLink("c2", "k1")]
    flat = {each.id: each.as_of for each in flatten_claims([CLAIM, dated], [Entity("k1", "cohort", "x", ())], [], linked)}
    assert flat == {"c1": "1812-12-31", "c2": "1812-12-31"}
    soon = replace(CLAIM, published="1813")
    assert flatten_claims([soon, dated], [Entity("k1", "cohort", "x", ())], [], linked)[0].as_of == "1813"


def test_a_history_s_return_does_not_stand_at_the_day_on_which_they_set_out() -> None:
    from dataclasses import replace

    went = replace(CLAIM, id="c2", fate="set out", when=When("1812-06-24", "1812-06-24", "day"))
    back = replace(CLAIM, fate="returned")
    linked = [ClaimLink("c1", "k1"), ClaimLink("c2", "k1")]
    flat = {each.id: each.as_of for each in flatten_claims([back, went], [Entity("k1", "cohort", "x", ())], [], linked)}
    assert flat == {"c1": "1900", "c2": "1812-06-24"}


def test_those_still_held_of_the_arrested_stand_on_the_line_of_those_still_there() -> None:
    arrested = Claim("a", "d", "d.txt", "count", 0, 1, "w", cohort=Cohort("protesters"), fate="detained", best=1200, unit="people")
    held = replace(arrested, id="h", best=312, measure="stock")
    entity = Entity("e", "cohort", "protesters", ("protesters",), entry="detained")
    links = [ClaimLink(claim.id, cohort="e") for claim in (arrested, held)]
    rows = flatten_claims([arrested, held], [entity], [], links)
    assert [(row.fate, row.measure) for row in rows] == [("detained", None), ("remaining", "stock")]
    elsewhere = flatten_claims([arrested, held], [replace(entity, entry="set out")], [], links)
    assert [row.fate for row in elsewhere] == ["detained", "detained"]


def test_a_history_s_figure_of_a_part_stands_at_the_end_of_its_whole() -> None:
    army, part = (Entity(name, "cohort", name, (name,), entry="set out") for name in ("army", "Italians"))
    dated = replace(CLAIM, id="a", cohort=Cohort("army"), when=When("1812-12-31", "1812-12-31", "day"), published="1813")
    later = replace(CLAIM, id="i", cohort=Cohort("Italians"), when=None, published="2013")
    links = [ClaimLink("a", cohort="army"), ClaimLink("i", cohort="Italians")]
    rows = flatten_claims([dated, later], [army, part], [EntityLink("Italians", "army", "within", "a part")], links)
    assert {row.id: row.as_of for row in rows}["i"] == "1812-12-31"
