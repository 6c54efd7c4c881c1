"""Which claims only repeat another."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from tests.link.conftest import Told, World, count, make_document
from unaccounted.base.records import When


def test_a_figure_that_a_report_gives_twice_is_one_origin_and_the_authority_its_originator(world: Callable[..., World]) -> None:
    text = (
        "According to various estimates, about 900 Kazakhs joined ISIS.\n\n"
        "The Kazakh government said that about 900 of its citizens had joined ISIS."
    )
    told = world(make_document(text))
    first, second = told.claim("about 900 Kazakhs"), told.claim("its citizens")
    links = {link.claim: link for link in told.linked.claim_links}
    assert links[first.id].origin == links[second.id].origin
    assert links[first.id].repeats == second.id and links[second.id].repeats is None


def test_a_large_figure_printed_later_elsewhere_repeats_the_earlier(world: Callable[..., World]) -> None:
    told = world(
        make_document("Some 312 Tunisians joined ISIS.", "a.txt", "2015-01-02", "Agency"),
        make_document("In all, exactly 312 Tunisians joined ISIS.", "b.txt", "2015-03-04", "Daily"),
        make_document("Some 318 Tunisians joined ISIS.", "c.txt", "2015-03-05", "Weekly"),
    )
    assert told.origin("Some 312") == told.origin("exactly 312") != told.origin("Some 318")
    links = {link.claim: link for link in told.linked.claim_links}
    assert links[told.claim("Some 312").id].repeats is None
    assert links[told.claim("Some 312").id].grade == "C3"


def test_small_or_vague_figures_of_two_reports_are_two_origins(world: Callable[..., World]) -> None:
    told = world(
        make_document("Dozens of Tunisians joined ISIS. Three of those who joined have returned.", "a.txt", "2015-01-02", "Agency"),
        make_document("Dozens of Tunisians have joined ISIS. Three of those who joined have returned.", "b.txt", "2015-02-02", "Daily"),
    )
    joined = [link.origin for link in told.linked.claim_links]
    assert len(joined) == len(set(joined)) == 4


def test_two_reports_that_cite_one_source_have_one_origin(world: Callable[..., World]) -> None:
    told = world(
        make_document("According to the Red Cross, seven Tunisians joined ISIS.", "a.txt", "2015-01-02", "Agency"),
        make_document("According to the Red Cross, seven Tunisians have joined ISIS.", "b.txt", "2015-02-02", "Daily"),
    )
    assert len({link.origin for link in told.linked.claim_links}) == 1


_COHORT: dict[str, Any] = {"origin": "Tunisia", "affiliation": "ISIS"}
_WENT = count("e", "joined", 300, "Tunisians who joined ISIS", **_COHORT)
"""Makes them one cohort of which all reports speak."""


def test_a_denial_or_an_inference_never_shares_an_origin_with_the_statement() -> None:
    cohort = _COHORT
    claims = [
        count("a", "joined", 3000, "Tunisians who joined ISIS", said_by="the ministry", **cohort),
        count("b", "joined", 3000, "Tunisians who joined ISIS", factuality="denied", **cohort),
        count("c", "joined", 3000, "Tunisians who joined ISIS", factuality="inferred", **cohort),
    ]
    told = Told(*claims)
    assert len({told.links[claim.id].origin for claim in claims}) == 3


def test_a_historian_by_one_or_two_names_is_one_source_and_two_of_a_country_are_not() -> None:
    cohort = _COHORT
    same = [
        count("a", "killed", 7, "Tunisians who joined ISIS", said_by="Amel Trabelsi", published="2016-01-01", **cohort),
        count("b", "killed", 7, "Tunisians who joined ISIS", said_by="Trabelsi", published="2015-01-01", **cohort),
    ]
    others = [
        count("c", "killed", 7, "Tunisians who joined ISIS", said_by="a resident of Tunis", **cohort),
        count("d", "killed", 7, "Tunisians who joined ISIS", said_by="an officer in Tunis", **cohort),
    ]
    told = Told(*same, *others, _WENT)
    origins = [told.links[claim.id].origin for claim in (*same, *others)]
    assert origins[0] == origins[1]
    assert len(set(origins)) == 3
    assert told.links[same[0].id].repeats == same[1].id


def test_who_is_cited_is_the_originator_even_of_what_was_printed_earlier() -> None:
    cohort = _COHORT
    own = make_document("own words", "own.txt", "2017", "Amel Trabelsi")
    claims = [
        count("b", "killed", 7, "Tunisians who joined ISIS", said_by="Trabelsi", published="2015-01-01", **cohort),
        count("a", "killed", 7, "Tunisians who joined ISIS", said_by="Amel Trabelsi", published="2017", **cohort),
    ]
    told = Told(_WENT, claims[0], (hers := dataclasses.replace(claims[1], document=own.sha256)), documents=(own,))
    assert told.links[hers.id].repeats is None
    assert told.links[claims[0].id].repeats == hers.id


def test_one_figure_of_two_days_is_two_origins() -> None:
    cohort = _COHORT
    days = [When("2015-01-02", "2015-01-02", "day"), When("2016-01-02", "2016-01-02", "day")]
    claims = [
        count(document, "killed", 312, "Tunisians who joined ISIS", when=day, **cohort) for document, day in zip("ab", days, strict=True)
    ]
    told = Told(*claims, _WENT)
    assert len({told.cohort(claim) for claim in claims}) == 1
    assert len({told.links[claim.id].origin for claim in claims}) == 2


def test_round_shares_of_two_reports_are_two_origins_and_odd_ones_are_one() -> None:
    cohort = _COHORT | {"unit": "share"}
    for share, origins in ((0.25, 2), (0.37, 1)):
        claims = [count(document, "returned", share, "Tunisians who joined ISIS", **cohort) for document in "ab"]
        told = Told(*claims, _WENT)
        assert len({told.links[claim.id].origin for claim in claims}) == origins


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("The interior ministry said 40 passengers had drowned. The Red Cross also counted 40 drowned passengers.", 2),
        (
            "The interior ministry said 40 passengers had drowned. The Red Cross, citing that ministry, said 40 passengers drowned.",
            1,
        ),
        ("The interior ministry said 40 passengers had drowned. In all 40 passengers drowned.", 1),
        ("By various estimates, 40 passengers drowned. The Red Cross said 40 passengers had drowned.", 1),
    ],
)
def test_two_named_sources_of_one_report_are_two_origins_unless_one_cites_the_other(
    world: Callable[..., World], text: str, origins: int
) -> None:
    told = world(make_document(f"A ferry carrying 120 passengers sank. {text}"))
    links = {link.claim: link for link in told.linked.claim_links}
    drowned = [claim for claim in told.claims if claim.fate == "died"]
    assert len(drowned) == 2
    assert len({links[claim.id].origin for claim in drowned}) == origins


def test_who_gives_another_s_figure_in_the_sentence_is_no_witness() -> None:
    text = "The ministry counted 40 dead. The charity, relying on the ministry, also put them at 40."
    report = make_document(text)
    claims = []
    for words, said_by in (("The ministry counted 40 dead", "The ministry"), ("also put them at 40", "The charity")):
        made = count("a", "killed", 40, "people", at=text.index(words), said_by=said_by)
        end = made.start + len(words)
        claims.append(dataclasses.replace(made, id=words, document=report.sha256, end=end, quote=words))
    told = Told(*claims, documents=(report,))
    assert len({told.links[claim.id].origin for claim in claims}) == 1
    apart = Told(*claims)
    assert len({apart.links[claim.id].origin for claim in claims}) == 2


def test_those_still_held_and_all_who_were_arrested_are_two_statements() -> None:
    arrested = count("a", "detained", 312, "protesters", measure="cumulative")
    held = count("a", "detained", 312, "protesters", at=20, measure="stock")
    told = Told(arrested, held)
    assert told.links[arrested.id].origin != told.links[held.id].origin
