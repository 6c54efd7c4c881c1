"""Groups: one entity for each name, acronym and asserted alias, with what each is part of.

In: claims of kind group. Out: group entities, links with reasons, and the group of each claim. An alias that a report asserts
holds in that report; across reports it joins only where it tells by itself: an acronym of the name, a listed alias, or
what two reports assert. Names that differ in spelling, order or the language of their common words ("Katibat Badr", "Badr
Brigade") are one across reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from unaccounted.base.records import Claim, Entity, EntityLink
from unaccounted.link.folding import fold, name_entity
from unaccounted.link.group_names import compare_groups, type_group
from unaccounted.link.parts import load_group_aliases, load_words, name_group
from unaccounted.link.spelling import skeleton_of
from unaccounted.link.unions import Unions

_ONE = 0.9
"""How likely two names of one form must be one group's; form and spelling together, for a form alone is loose."""
_LONGEST = 7
"""An alias of more words is a clause that was taken for a name."""


class _Names:
    """Which names mean one group, everywhere and in each document."""

    def __init__(self, told: Sequence[Claim]) -> None:
        self._everywhere: Unions[str] = Unions()
        self._here: dict[tuple[str, str], str] = {}
        asserted: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in told:
            if _has_alias(claim):
                asserted[name_group(claim.group), name_group(claim.alias)].add(claim.document)
        for (name, alias), documents in sorted(asserted.items()):
            if _tells(name, alias) or (len(documents) > 1 and not _is_generic(alias)):
                self._everywhere.join(name, alias)
            else:
                for document in documents:
                    self._here.setdefault((document, alias), name)
        used: dict[str, set[str]] = defaultdict(set)
        for claim in told:
            used[name_group(claim.group)].add(claim.document)
        heads: dict[tuple[str, ...], str] = {}
        for name in sorted(used):
            form = _form(name)
            head = heads.setdefault(form, name) if form else name
            # Two names in one report may be two groups of it; in two reports they are one group's.
            if head != name and not used[head] & used[name] and compare_groups(head, name) >= _ONE:
                self._everywhere.join(head, name)

    def find(self, name: str | None, document: str) -> str:
        """The one name, folded, of a group as a document calls it."""
        plain = name_group(name)
        return self._everywhere.find(self._here.get((document, plain), plain))


def _form(name: str) -> tuple[str, ...]:
    """What a name's words sound like, translated and in any order; empty where none of them is the group's own."""
    words = type_group(name)
    if all(word in load_words("generic") or word.isdigit() for word in words):
        return ()
    return tuple(sorted(skeleton_of(word) or word for word in words))


def _has_alias(claim: Claim) -> bool:
    return bool(claim.alias) and len(fold(claim.alias or "").split()) <= _LONGEST


def _is_generic(name: str) -> bool:
    return set(name.split()) <= load_words("generic") | load_words("articles")


def _tells(name: str, alias: str) -> bool:
    """Whether an alias is one by itself: listed, or an acronym of the name or the name of it."""
    if name == alias:
        return True
    for short, long in ((name, alias), (alias, name)):
        words = long.split()
        told = [word for word in words if word not in load_words("articles")]
        if " " not in short and len(short) > 1 and short in ("".join(word[0] for word in words), "".join(word[0] for word in told)):
            return True
    return False


def link_groups(claims: Sequence[Claim]) -> tuple[list[Entity], list[EntityLink], dict[str, str]]:
    """Group entities, their links, and the entity id of each group claim."""
    told = sorted((claim for claim in claims if claim.kind == "group" and claim.group), key=lambda each: each.id)
    names = _Names(told)
    one_of = {claim.id: names.find(claim.group, claim.document) for claim in told}
    printed: dict[str, set[str]] = defaultdict(set)
    documents: dict[str, set[str]] = defaultdict(set)
    for claim in told:
        one = one_of[claim.id]
        printed[one] |= {name for name in (claim.group, claim.alias if _has_alias(claim) else None) if name}
        documents[one].add(claim.document)
    ids = {one: name_entity("group", one, *sorted(fold(name) for name in called)) for one, called in printed.items()}
    entities = [
        Entity(ids[one], "group", _label(one, called), tuple(sorted(called)), documents=tuple(sorted(documents[one])))
        for one, called in sorted(printed.items())
    ]
    links = []
    for claim in told:
        own = ids[one_of[claim.id]]
        if _has_alias(claim):
            links.append(EntityLink(own, own, "same", f"the report says that {claim.alias} is a name of {claim.group}", claim.id))
        whole = ids.get(names.find(claim.part_of, claim.document)) if claim.part_of else None
        if whole is not None and whole != own:
            links.append(EntityLink(own, whole, "within", f"the report says that {claim.group} is part of {claim.part_of}", claim.id))
    links.sort(key=lambda link: (link.left, link.right, link.claim or ""))
    return entities, links, {claim: ids[one] for claim, one in one_of.items()}


def name_affiliations(claims: Sequence[Claim]) -> dict[tuple[str, str], str]:
    """What a report's own aliases stand for: (document, affiliation as printed) to the group's name, where it has another.

    Args:
        claims: of all kinds; those of kind group assert the aliases, the cohorts of the others use them.
    """
    told = sorted((claim for claim in claims if claim.kind == "group" and claim.group), key=lambda each: each.id)
    names = _Names(told)
    printed: dict[str, set[str]] = defaultdict(set)
    for claim in told:
        printed[name_group(claim.group)].add(claim.group or "")
    found: dict[tuple[str, str], str] = {}
    for claim in claims:
        if claim.cohort is not None and claim.cohort.affiliation:
            called = claim.cohort.affiliation
            one = names.find(called, claim.document)
            if one != name_group(called) and printed[one]:
                found[claim.document, called] = min(printed[one])
    return found


def _label(key: str, names: set[str]) -> str:
    """The name by which most call it: that of the alias table where one is in it, else the shortest in Latin letters."""
    tabled = [name for name in names if fold(name) in load_group_aliases().values()]
    return min(tabled or [name for name in names if name_group(name) == key] or list(names), key=lambda name: (len(name), name))
