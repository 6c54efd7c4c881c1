"""Which cohort each claim speaks of: first within each document, then across documents by parts.

In: claims whose cohorts have their parts from extract. Out: cohort entities, how they stand to one another with reasons,
and the entity of each claim. Within a document a bare mention ("the men", "fighters") means the cohort that the document
is about; across documents only equal parts make one cohort, and people without a name of their own stay their document's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from unaccounted.base.records import Claim, Cohort, Document, Entity, EntityLink
from unaccounted.link.across import relate_across
from unaccounted.link.folding import name_entity
from unaccounted.link.keys import Key, Reasons
from unaccounted.link.labels import label_cohorts
from unaccounted.link.mains import ENTERED, find_armies, find_mains
from unaccounted.link.mentions import read_about, read_mention
from unaccounted.link.others import gather_others
from unaccounted.link.parts import Parts, orient
from unaccounted.link.same_events import join_events
from unaccounted.link.scopes import bind_events, bind_units, part_large_counts, part_small_counts

_MADE = (*ENTERED, "born")
_TAKEN = ("displaced", "abducted", "detained")
"""Entries that may also be what became of some of the people: they make a cohort only where they hold all of it."""


def link_cohorts(claims: Sequence[Claim], documents: Mapping[str, Document]) -> tuple[list[Entity], list[EntityLink], dict[str, str]]:
    """Cohort entities, their links, and the entity id of each claim that speaks of a cohort.

    Args:
        claims: of any number of documents, in any order.
        documents: by hash; a document that is missing is no error.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.cohort is not None and claim.kind != "identity":
            by_document[claim.document].append(claim)
    ordered = {
        document: sorted(told, key=lambda claim: (claim.start, claim.end, claim.id)) for document, told in sorted(by_document.items())
    }
    mains = find_mains(ordered, documents)
    keys: dict[str, Key] = {}
    reasons: Reasons = {document: {} for document in ordered}
    for document, told in ordered.items():
        _read_document(told, document, mains[document], keys, reasons)
    bind_units(ordered, find_armies(ordered, mains, documents), keys, reasons)
    part_small_counts(ordered, keys, reasons)
    part_large_counts(ordered, keys, reasons)
    bind_events(ordered, keys, reasons)
    join_events(claims, documents, keys)
    return _make_entities(claims, keys, reasons, documents)


def _read_document(told: Sequence[Claim], document: str, main: Parts | None, keys: dict[str, Key], reasons: Reasons) -> None:
    about = read_about(document, told, main)
    for claim_id, meant in gather_others(told, {claim.id: read_mention(claim, about) for claim in told}, about).items():
        keys[claim_id] = meant.key
        if meant.key != about.key and about.whole:
            pair, relation, reason = (meant.key, about.key), meant.relation, meant.reason
            if relation in ("overlapping", "apart") and meant.key.scope == about.key.scope:
                turned, relation, reason = orient(meant.key.parts, about.key.parts)
                pair = pair[::-1] if turned else pair
            reasons[document].setdefault(pair, (relation, reason))


def _make_entities(
    claims: Sequence[Claim], keys: Mapping[str, Key], reasons: Reasons, documents: Mapping[str, Document]
) -> tuple[list[Entity], list[EntityLink], dict[str, str]]:
    told: dict[Key, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda each: each.id):
        if claim.id in keys:
            told[keys[claim.id]].append(claim)
    labels = label_cohorts(told, documents)
    ids = {key: name_entity("cohort", *key.content) for key in told}
    links: dict[tuple[str, str], EntityLink] = {}
    for _, why in sorted(reasons.items()):
        for (left, right), (relation, reason) in why.items():
            if left in ids and right in ids and left != right and (ids[right], ids[left]) not in links:
                links.setdefault((ids[left], ids[right]), EntityLink(ids[left], ids[right], relation, reason))
    known = set(links) | {(right, left) for left, right in links}
    entities = sorted((_entity(ids[key], labels[key], key, told[key]) for key in told), key=lambda entity: entity.id)
    all_links = sorted([*links.values(), *relate_across(told, ids, known)], key=lambda link: (link.left, link.right))
    return entities, all_links, {claim: ids[key] for claim, key in keys.items()}


def _entity(identity: str, label: str, key: Key, told: Sequence[Claim]) -> Entity:
    parts, printed = key.parts, [claim.cohort for claim in told if claim.cohort is not None]
    roles = Counter(each.role for each in printed if each.role)
    fullest = max(printed, key=lambda each: (bool(each.origin) + bool(each.affiliation), each.label))
    made = Cohort(
        label=label,
        origin=fullest.origin if parts.origins else None,
        affiliation=fullest.affiliation if parts.affiliation else None,
        role=min(roles, key=lambda role: (-roles[role], role)) if parts.role and roles else None,
        sex=parts.sex or None,
        age=parts.age or None,
        kin_of=min((each.kin_of for each in printed if each.kin_of), default=None),
        place=parts.place or None,
    )
    names = tuple(sorted({each.label for each in printed}))
    return Entity(identity, "cohort", label, names, made, _entry(told), documents=tuple(sorted({claim.document for claim in told})))


def _entry(told: Sequence[Claim]) -> str | None:
    """The fate by which a cohort's people came into it, if a count tells: the one with most claims.

    A fate that may also be an end (detained, abducted, displaced) makes the cohort only where no other fate is told of more
    people: "30 killed, 5 captured" makes nobody's account start with five.
    """
    counts = [claim for claim in told if claim.kind == "count" and claim.fate is not None]
    entries = Counter(claim.fate for claim in counts if claim.fate in _MADE)
    entries += Counter(claim.base for claim in counts if claim.base in _MADE)
    if not entries:
        most: dict[str | None, float] = defaultdict(float)
        for claim in counts:
            if claim.unit == "people":
                most[claim.fate] = max(most[claim.fate], claim.best or claim.low or claim.high or 0)
        largest = max(most.values(), default=0)
        entries = Counter(claim.fate for claim in counts if claim.fate in _TAKEN and most[claim.fate] >= largest)
    order = (*_MADE, *_TAKEN)
    return min(entries, key=lambda fate: (-entries[fate], order.index(fate or "")), default=None)
