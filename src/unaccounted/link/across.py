"""How the cohorts of all documents stand to one another by their parts, without looking at every pair.

In: the keys of all cohorts. Out: links with reasons: each lies in whichever wider ones exist, found by leaving parts out; and,
where few share a part that tells who they are, how the rest of these stand. Pairs that share nothing are not worth a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from unaccounted.base.records import EntityLink
from unaccounted.link.keys import Key
from unaccounted.link.parts import FOREIGN, Parts, load_regions, orient, relate_parts

_FEW = 40
"""Cohorts that share a part beyond so many are not compared pair by pair: no careful reader would."""


def widen_parts(parts: Parts) -> Iterator[Parts]:
    """The parts of wider cohorts in which these people would lie, if there are any such: each leaves something out."""
    regions = load_regions()
    countries = tuple(sorted({regions.get(each, each) for each in parts.origins}))
    origins = dict.fromkeys([parts.origins, countries, *((each,) for each in countries if len(countries) == 1), ()])
    # An army's people go without a role: civilians or officials of its name are no part of them.
    roles = [parts.role, ""] if parts.role == "armed" or not parts.affiliation else [parts.role]
    for origin, affiliation, role, sex, age, place, kin in product(
        origins,
        dict.fromkeys([parts.affiliation, ""]),
        dict.fromkeys(roles),
        dict.fromkeys([parts.sex, ""]),
        dict.fromkeys([parts.age, ""]),
        dict.fromkeys([parts.place, ""]),
        dict.fromkeys([parts.kin, "family" if parts.kin else ""]),
    ):
        wider = Parts(origin, affiliation, role, sex, age, kin, place)
        if wider.identifies and wider != parts:
            yield wider


def relate_across(keys: Iterable[Key], ids: Mapping[Key, str], known: set[tuple[str, str]]) -> list[EntityLink]:
    """Links between cohorts that their parts alone identify.

    Args:
        keys: of all cohorts.
        ids: the entity id of each.
        known: pairs of ids, in either order, of which a document already tells.
    """
    free = sorted(key for key in keys if not key.scope)
    there = {key.parts: key for key in free}
    links: dict[tuple[str, str], EntityLink] = {}
    for key in free:
        for parts in widen_parts(key.parts):
            wider = there.get(parts)
            if wider is not None and (ids[key], ids[wider]) not in known:
                relation, reason = relate_parts(key.parts, parts)
                if relation == "within":
                    links.setdefault((ids[key], ids[wider]), EntityLink(ids[key], ids[wider], relation, reason))
    sharing: dict[str, list[Key]] = defaultdict(list)
    for key in free:
        for part in sorted({*key.parts.origins, key.parts.affiliation} - {"", *FOREIGN}):
            sharing[part].append(key)
    for few in (each for each in sharing.values() if len(each) <= _FEW):
        for at, left in enumerate(few):
            for right in few[at + 1 :]:
                turned, relation, reason = orient(left.parts, right.parts)
                pair = (ids[right], ids[left]) if turned else (ids[left], ids[right])
                if not any(each in known or each in links for each in (pair, pair[::-1])):
                    links[pair] = EntityLink(*pair, relation, reason)
    return list(links.values())
