"""Who is who: asserted aliases join, a name alone never does."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.conftest import World, make_document
from unaccounted.base.records import Claim, When, name_claim
from unaccounted.link import link_claims


def _people(told: World) -> list[tuple[str, ...]]:
    return sorted(entity.names for entity in told.linked.entities if entity.kind == "person")


def test_an_asserted_alias_is_a_link_with_the_claim_that_asserts_it(world: Callable[..., World]) -> None:
    told = world(make_document("Abu Walid (real name Timur Saidov) was killed. Timur Saidov had left Osh in 2013."))
    assert _people(told) == [("Abu Walid", "Timur Saidov")]
    (link,) = [link for link in told.linked.links if link.relation == "same" and "Abu Walid" in link.reason]
    assert link.claim in {claim.id for claim in told.claims if claim.kind == "identity"}


def test_an_unknown_real_name_is_kept_as_a_fact(world: Callable[..., World]) -> None:
    told = world(make_document("Abu Hafs al-Shami (real name unknown) was arrested."))
    (person,) = [entity for entity in told.linked.entities if entity.kind == "person"]
    assert (person.label, person.real_name) == ("Abu Hafs al-Shami", "unknown")


def _fate(document: str, person: str, **fields: object) -> Claim:
    base = Claim("", document * 64, f"{document}.txt", "fate", 0, 5, "words", person=person, fate="detained")
    return name_claim(Claim(**({name: getattr(base, name) for name in Claim.__slots__} | fields)))  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(
    name=st.text(st.characters(min_codepoint=65, max_codepoint=0x17F, categories=["L"]), min_size=2, max_size=8),
    family=st.text(st.characters(min_codepoint=65, max_codepoint=0x17F, categories=["L"]), min_size=2, max_size=8),
)
def test_nobody_is_merged_across_reports_on_a_name_alone(name: str, family: str) -> None:
    claims = [_fate("a", f"{name} {family}"), _fate("b", f"{name} {family}")]
    linked = link_claims(claims, ())
    assert len([entity for entity in linked.entities if entity.kind == "person"]) == 2


def test_a_kunya_alone_links_nobody_even_with_context() -> None:
    claims = [_fate(document, "Abu Omar", group="ISIS", reason="x") for document in "ab"]
    assert len([entity for entity in link_claims(claims, ()).entities if entity.kind == "person"]) == 2


def test_two_things_of_context_join_one_full_name_and_one_does_not() -> None:
    for fields, people in (({"group": "ISIS"}, 2), ({"group": "ISIS", "role": "judge"}, 1)):
        claims = [_fate(document, "Timur Saidov", **fields) for document in "ab"]
        assert len([entity for entity in link_claims(claims, ()).entities if entity.kind == "person"]) == people


def test_deaths_on_two_days_keep_two_people_apart_and_say_why() -> None:
    shared: dict[str, object] = {"group": "ISIS", "role": "judge", "fate": "killed"}
    claims = [
        _fate(document, "Timur Saidov", when=When(day, day, "day"), **shared)
        for document, day in (("a", "2015-01-01"), ("b", "2016-01-01"))
    ]
    linked = link_claims(claims, ())
    assert len([entity for entity in linked.entities if entity.kind == "person"]) == 2
    (link,) = linked.links
    assert link.relation == "apart" and "different days" in link.reason


def test_two_people_of_one_report_are_never_joined_through_another() -> None:
    context: dict[str, object] = {"group": "ISIS", "role": "judge"}
    claims = [
        _fate("a", "Timur Saidov", alias="Abu Walid", kind="identity", **context),
        _fate("a", "Ruslan Saidov", **context),
        _fate("b", "Timur Saidov", alias="Ruslan Saidov", kind="identity", **context),
    ]
    linked = link_claims(claims, ())
    people = {link.claim: link.person for link in linked.claim_links}
    assert people[claims[0].id] != people[claims[1].id]


def test_many_of_one_name_do_not_make_a_crowd_of_questions() -> None:
    claims = [name_claim(dataclasses.replace(_fate("a", "Timur Saidov"), document=f"{number:064d}")) for number in range(300)]
    linked = link_claims(claims, ())
    assert len([entity for entity in linked.entities if entity.kind == "person"]) == 300
    assert len(linked.links) < 300


@pytest.mark.parametrize(
    ("left", "right", "people"),
    [
        ("Mukhammad Izmailov", "Muhammad Izmaylov", 1),
        ("Timur Rashidovich Saidov", "Timur Saidov", 1),
        ("Saidov Timur", "Timur Saidov", 1),
        ("Ruslan Timur Saidov", "Timur Saidov", 2),
        ("Timur Saidov", "Timur Rakhimov", 2),
        ("Abu Omar al-Rusi", "Abu Omar al-Shishani", 2),
    ],
)
def test_spellings_of_one_name_meet_with_two_things_of_context_and_never_without(left: str, right: str, people: int) -> None:
    context: dict[str, object] = {"group": "ISIS", "role": "judge"}
    with_context = link_claims([_fate("a", left, **context), _fate("b", right, **context)], ())
    assert len([entity for entity in with_context.entities if entity.kind == "person"]) == people
    without = link_claims([_fate("a", left), _fate("b", right)], ())
    assert len([entity for entity in without.entities if entity.kind == "person"]) == 2


def test_two_spellings_without_context_are_put_forward_as_a_question() -> None:
    linked = link_claims([_fate("a", "Mukhammad Izmailov"), _fate("b", "Muhammad Izmaylov")], ())
    assert [link.relation for link in linked.links] == ["apart"]
