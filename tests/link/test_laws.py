"""Laws of all of link: the order of claims never matters, ids and labels are each one's own, and every repeat leads to an originator."""

from __future__ import annotations

import dataclasses
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.conftest import count, make_document
from unaccounted.base.records import Claim, Document, When, Where, name_claim
from unaccounted.base.vocabulary import RELATIONS
from unaccounted.link import link_claims

TITLES = {"a": "One", "b": "Two", "c": "Two"}
DOCUMENTS = [
    dataclasses.replace(make_document("Men of the Northern Army.", f"{name}.txt", title=TITLES[name]), sha256=name * 64) for name in TITLES
]
DAY = st.sampled_from([None, When("2015-01-02", "2015-01-02", "day"), When("2016", "2016", "year"), When(None, "2015-03-01", None)])
PLACE = st.sampled_from([None, Where("Mosul"), Where("Raqqa", "SY"), Where("Chechnya", "RU", precision="region"), Where("")])


@st.composite
def told(draw: st.DrawFn) -> Claim:
    """A claim of any kind that link looks at."""
    document, at = draw(st.sampled_from("abc")), draw(st.integers(0, 3)) * 10
    kind = draw(st.sampled_from(["count"] * 4 + ["fate", "identity", "group", "trend"]))
    when, where = draw(DAY), draw(PLACE)
    if kind in ("count", "trend"):
        parts: dict[str, Any] = {
            "origin": draw(st.sampled_from([None, None, "Russia", "Chechnya and Dagestan", "Tunisia"])),
            "affiliation": draw(st.sampled_from([None, None, "ISIS", "Daesh", "Northern Army", "First Corps", "VDF"])),
            "role": draw(st.sampled_from([None, "fighter", "civilian", "migrant", "prisoner"])),
            "sex": draw(st.sampled_from([None, None, "women"])),
            "kin_of": draw(st.sampled_from([None, None, None, "ISIS fighters"])),
            "place": draw(st.sampled_from([None, None, "Baghouz"])),
        }
        best = draw(st.sampled_from([2.0, 20.0, 312.0, 400_000.0]))
        label = draw(st.sampled_from(["men", "people", "foreign fighters", "wives", "Russians"]))
        fate = draw(st.sampled_from(["joined", "set out", "killed", "returned", "detained", "abducted", "remaining", "displaced"]))
        said = draw(st.sampled_from([None, "Amel Trabelsi", "Trabelsi", "the ministry"]))
        factuality = draw(st.sampled_from(["asserted", "denied", "inferred"]))
        published = draw(st.sampled_from([None, "2015", "2016-02-03"]))
        claim = count(document, fate, best, label, at, said, when=when, where=where, factuality=factuality, published=published, **parts)
        return name_claim(dataclasses.replace(claim, kind=kind))
    person = draw(st.sampled_from(["Timur Saidov", "Ruslan Saidov", "Abu Walid", "Saidov", "\u2603"]))
    alias = draw(st.sampled_from([None, "Abu Walid", "VDF", "the Movement", "Timur Saidov"]))
    group = draw(st.sampled_from(["ISIS", "Valley Defence Front", "the Movement"]))
    claim = Claim("", document * 64, f"{document}.txt", kind, at, at + 5, "words", group=group, when=when, where=where)
    if kind == "group":
        return name_claim(dataclasses.replace(claim, alias=alias, part_of=draw(st.sampled_from([None, "ISIS", "VDF"]))))
    real = draw(st.sampled_from([None, "unknown", "Timur Saidov"])) if kind == "identity" else None
    fate = "killed" if kind == "fate" else None
    return name_claim(dataclasses.replace(claim, person=person, alias=alias, real_name=real, fate=fate))


CLAIMS = st.lists(told(), min_size=1, max_size=14, unique_by=lambda claim: claim.id)


@settings(max_examples=150, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_documents_never_matters(claims: list[Claim], random: Any) -> None:
    shuffled, documents = list(claims), list(DOCUMENTS)
    random.shuffle(shuffled)
    random.shuffle(documents)
    assert link_claims(shuffled, documents) == link_claims(claims, DOCUMENTS)


@settings(max_examples=150, deadline=None)
@given(CLAIMS)
def test_entities_links_and_origins_hold_together(claims: list[Claim]) -> None:
    documents: list[Document] = list(DOCUMENTS)
    linked = link_claims(claims, documents)
    ids = {entity.id: entity for entity in linked.entities}
    assert len(ids) == len(linked.entities)
    labels = [entity.label for entity in linked.entities if entity.kind == "cohort"]
    assert len(labels) == len(set(labels)) and all(labels)
    pairs: dict[tuple[str, str], str] = {}
    for link in linked.links:
        assert link.left in ids and link.right in ids and link.relation in RELATIONS and link.reason
        assert ids[link.left].kind == ids[link.right].kind
        if ids[link.left].kind == "cohort":
            assert link.left != link.right and link.relation != "same"
            assert pairs.setdefault((min(link.left, link.right), max(link.left, link.right)), link.reason) is link.reason
    by_claim = {link.claim: link for link in linked.claim_links}
    assert set(by_claim) == {claim.id for claim in claims}
    for claim in claims:
        link = by_claim[claim.id]
        assert (link.cohort is not None) == (claim.cohort is not None)
        assert link.origin and link.grade and not link.grade.endswith("1")
        if link.repeats is not None:
            first = by_claim[link.repeats]
            assert first.repeats is None and (first.origin, first.cohort) == (link.origin, link.cohort) and link.repeats_reason


@settings(max_examples=100, deadline=None)
@given(CLAIMS)
def test_no_cohort_holds_both_families_and_others_or_both_sides_of_a_denial(claims: list[Claim]) -> None:
    linked = {link.claim: link for link in link_claims(claims, DOCUMENTS).claim_links}
    families: dict[str, set[bool]] = {}
    said: dict[str, set[bool]] = {}
    for claim in claims:
        if claim.cohort is not None:
            families.setdefault(linked[claim.id].cohort or "", set()).add(claim.cohort.kin_of is not None)
            said.setdefault(linked[claim.id].origin or "", set()).add(claim.factuality == "asserted")
    assert all(len(kinds) == 1 for kinds in [*families.values(), *said.values()])
