"""Which claims only repeat another."""

from __future__ import annotations

from collections.abc import Callable

from tests.link.conftest import World, make_document


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
