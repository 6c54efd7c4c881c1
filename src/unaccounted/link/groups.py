"""Groups: one entity for each name, acronym and asserted alias, with what each is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from unaccounted.base.records import Claim, Entity, EntityLink
from unaccounted.link.folding import fold, name_entity
from unaccounted.link.parts import load_group_aliases, name_group


def link_groups(claims: Sequence[Claim]) -> tuple[list[Entity], list[EntityLink], dict[str, str]]:
    """Group entities, their links, and the entity id of each group claim."""
    one: dict[str, str] = {}
    printed: dict[str, set[str]] = defaultdict(set)
    told = sorted((claim for claim in claims if claim.kind == "group" and claim.group), key=lambda each: each.id)
    for claim in told:
        names = [name for name in (claim.group, claim.alias) if name]
        keys = [_root(one, name_group(name)) for name in names]
        for key in keys[1:]:
            if key != keys[0]:
                one[max(keys[0], key)] = min(keys[0], key)
        for name, key in zip(names, keys, strict=True):
            printed[key].add(name)
    gathered: dict[str, set[str]] = defaultdict(set)
    documents: dict[str, set[str]] = defaultdict(set)
    for key, names_of in printed.items():
        gathered[_root(one, key)] |= names_of
    for claim in told:
        documents[_root(one, name_group(claim.group))].add(claim.document)
    ids = {key: name_entity("group", *sorted(fold(name) for name in names_of)) for key, names_of in gathered.items()}
    entities = [
        Entity(ids[key], "group", _label(key, names_of), tuple(sorted(names_of)), documents=tuple(sorted(documents[key])))
        for key, names_of in sorted(gathered.items())
    ]
    of_claim = {claim.id: ids[_root(one, name_group(claim.group))] for claim in told}
    links = [
        EntityLink(
            of_claim[claim.id], of_claim[claim.id], "same", f"the report says that {claim.alias} is a name of {claim.group}", claim.id
        )
        for claim in told
        if claim.alias
    ]
    for claim in told:
        whole = ids.get(_root(one, name_group(claim.part_of))) if claim.part_of else None
        if whole is not None and whole != of_claim[claim.id]:
            links.append(
                EntityLink(of_claim[claim.id], whole, "within", f"the report says that {claim.group} is part of {claim.part_of}", claim.id)
            )
    return entities, sorted(links, key=lambda link: (link.left, link.right, link.claim or "")), of_claim


def _root(one: dict[str, str], key: str) -> str:
    while key in one:
        key = one[key]
    return key


def _label(key: str, names: set[str]) -> str:
    """The name by which most call it: that of the alias table where one is in it, else the shortest in Latin letters."""
    tabled = [name for name in names if fold(name) in load_group_aliases().values()]
    return min(tabled or [name for name in names if name_group(name) == key] or list(names), key=lambda name: (len(name), name))
