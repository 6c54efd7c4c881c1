"""Places offline: by name, by the countries of their document, and ambiguous where nothing tells."""

from __future__ import annotations

import pytest

from unaccounted.link.places import find_place


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Baghouz", [], "SY"),
        ("Mosul", [], "IQ"),
        ("Tripoli", ["LB"], "LB"),
        ("Tripoli", ["LY"], "LY"),
        ("Russia", [], "RU"),
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
