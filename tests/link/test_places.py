"""Places offline: by name, by the countries of their document, and ambiguous where nothing tells."""

from __future__ import annotations

import pytest

from unaccounted.base.records import Claim, Where, name_claim
from unaccounted.link.places import find_place, link_places


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Baghouz", [], "SY"),
        ("Mosul", [], "IQ"),
        ("Tripoli", ["LB"], "LB"),
        ("Tripoli", ["LY"], "LY"),
        ("Russia", [], "RU"),
        ("the Netherlands", [], "NL"),
        ("UK", [], "GB"),
        ("Raqqa", [], "SY"),
        ("Kiev", [], "UA"),
        ("Al-Bab", ["SY"], "SY"),
        ("Moscow", ["US"], "RU"),
        ("Tripoli", [], None),
        ("San Pedro", ["SV"], None),
        ("Qwertyville", [], None),
    ],
)
def test_find_place_gives_a_country_by_name_and_context(name: str, countries: list[str], country: str | None) -> None:
    assert find_place(name, countries).country == country


def test_find_place_leaves_an_ambiguous_name_without_a_point() -> None:
    place = find_place("San Jose de las Palmas Nuevas", [])
    assert (place.latitude, place.longitude) == (None, None)


def test_find_place_gives_a_river_no_point() -> None:
    assert find_place("Berezina", []).latitude is None


def test_find_place_keeps_to_a_country_that_is_sure() -> None:
    assert find_place("Moscow", ["US"], sure=True).country == "US"
    assert find_place("Mosul", ["US"], sure=True).country is None


def test_the_other_places_of_a_report_tell_which_is_meant() -> None:
    def told(document: str, place: str, country: str | None, at: int) -> Claim:
        return name_claim(
            Claim("", document * 64, document, "event", at, at + 5, "words", event="strike", where=Where(place, country, precision=None))
        )

    claims = [told("a", "Tripoli", None, 0), told("a", "Beirut", "LB", 20), told("b", "Tripoli", None, 0), told("b", "Libya", None, 20)]
    _, of_claim = link_places(claims)
    entities = {entity.id: entity for entity in link_places(claims)[0]}
    countries = [entities[of_claim[claim.id]].where for claim in (claims[0], claims[2])]
    assert [where.country for where in countries if where is not None] == ["LB", "LY"]
