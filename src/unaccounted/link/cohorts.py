"""Which cohort each claim speaks of: first within each document, then across documents by parts.

In: claims whose cohorts have their parts from extract. Out: cohort entities, how they stand to one another with reasons,
and the entity of each claim. Within a document a bare mention ("the men", "fighters") means the cohort that the document
is about; across documents only equal parts make one cohort, and people without a name of their own stay their document's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from unaccounted.base.records import Claim, Cohort, Document, Entity, EntityLink
from unaccounted.link.folding import fold, name_entity
from unaccounted.link.mains import find_mains, parts_of
from unaccounted.link.parts import Parts, orient, read_parts, relate_parts

_ENTRIES = ("joined", "set out", "born", "displaced", "abducted", "detained")
_BARE_ROLES = frozenset(["", "armed", "migrant", "prisoner"])
_DISPLACED = ("displaced", "in camp", "returned", "repatriated", "deported")
_HELD = ("detained", "imprisoned", "released", "died in custody", "tried")
_MAKES_ONE = ("joined", "set out", "born", "displaced")
_COUNTED_IN_PARTS = frozenset(["killed", "died", "wounded", "detained", "missing", "remaining"])
_NEAR = 40
"""A document's cohorts beyond so many are not compared pair by pair: no careful reader would."""


@dataclass(frozen=True, slots=True)
class _Key:
    """One cohort as linked: its parts, and the document or the place and date that it is bound to where the parts tell too little."""

    parts: Parts
    scope: str = ""


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
    keys: dict[str, _Key] = {}
    reasons: dict[tuple[_Key, _Key], tuple[str, str]] = {}
    for document, told in ordered.items():
        _link_document(told, document, mains[document], keys, reasons)
    _part_small_counts(ordered, keys, reasons)
    _scope_events(ordered, keys, reasons)
    return _make_entities(claims, keys, reasons, documents)


def _link_document(
    told: Sequence[Claim],
    sha256: str,
    main: Parts | None,
    keys: dict[str, _Key],
    reasons: dict[tuple[_Key, _Key], tuple[str, str]],
) -> None:
    entered = main is not None or any(claim.fate in ("joined", "set out") for claim in told)
    main_key = _Key(replace(main, role="")) if main is not None else _Key(Parts(), f"document {sha256}")
    main_fates = {claim.fate for claim in told if claim.where is None}
    for claim in told:
        parts = parts_of(claim)
        key, relation, reason = _place_claim(claim, parts, main, main_key, entered, sha256, main_fates)
        keys[claim.id] = key
        if key != main_key and (main is not None or entered):
            pair = (key, main_key)
            if relation in ("overlapping", "apart") and key.scope == main_key.scope:
                turned, relation, reason = orient(key.parts, main_key.parts)
                pair = (main_key, key) if turned else pair
            reasons.setdefault(pair, (relation, reason))


def _part_small_counts(
    told_by: Mapping[str, Sequence[Claim]], keys: dict[str, _Key], reasons: dict[tuple[_Key, _Key], tuple[str, str]]
) -> None:
    """Take a count of the dead, wounded or captured that is far below the whole for one of a part: a regiment's, a battle's.

    A bare "52 were wounded" in a report of half a million men speaks of whom the paragraph spoke of, not of all. What
    happened on one day is a part where it is below a fifth of the whole, other counts where they are below a fiftieth.
    """
    sizes: dict[_Key, list[float]] = defaultdict(list)
    for told in told_by.values():
        for claim in told:
            if claim.fate in ("joined", "set out") and claim.unit == "people" and claim.kind == "count":
                sizes[keys[claim.id]].append(claim.best or claim.low or claim.high or 0)
    for document, told in told_by.items():
        for claim in told:
            key, number = keys[claim.id], claim.high if claim.best is None else claim.best
            if (
                claim.kind != "count"
                or claim.unit != "people"
                or claim.fate not in _COUNTED_IN_PARTS
                or key.parts.place
                or not sizes.get(key)
                or not number
            ):
                continue
            day = (
                claim.when.start
                if claim.when is not None and claim.when.precision == "day" and claim.when.start == claim.when.end
                else None
            )
            if number < median(sizes[key]) / (5 if day else 50):
                part = _Key(key.parts, f"part {document} {day or ''}")
                keys[claim.id] = part
                reasons.setdefault((part, key), ("within", "far too few to be all of them: only a part, or one day, can be meant"))


def _scope_events(told_by: Mapping[str, Sequence[Claim]], keys: dict[str, _Key], reasons: dict[tuple[_Key, _Key], tuple[str, str]]) -> None:
    """Keep people whom no report says to have gone anywhere apart from report to report.

    "Five Colombians were killed" in two reports are two counts of two events, where nothing shows that they are one; only a
    cohort that set out, joined, was born or displaced is one thing of which all reports speak.
    """
    whole = {_plain(keys[claim.id]) for told in told_by.values() for claim in told if claim.fate in _MAKES_ONE and claim.kind == "count"}
    scoped: dict[str, dict[_Key, _Key]] = {}
    for document, told in told_by.items():
        renamed = scoped.setdefault(document, {})
        here = {_plain(keys[claim.id]) for claim in told if claim.fate in _MAKES_ONE and claim.kind == "count"}
        for claim in told:
            key = keys[claim.id]
            # A nation is too wide to be one cohort in a report that does not say itself who of it went.
            one = _plain(key) in (whole if key.parts.affiliation else here)
            if not key.scope and not key.parts.kin and not one:
                keys[claim.id] = renamed.setdefault(key, _Key(key.parts, _event_scope(claim, document)))
    for (left, right), why in list(reasons.items()):
        for renamed in scoped.values():
            if left in renamed or right in renamed:
                reasons.setdefault((renamed.get(left, left), renamed.get(right, right)), why)


def _plain(key: _Key) -> tuple[tuple[str, ...], str]:
    return key.parts.origins, key.parts.affiliation


def _place_claim(
    claim: Claim, parts: Parts, main: Parts | None, main_key: _Key, entered: bool, sha256: str, main_fates: set[str | None]
) -> tuple[_Key, str, str]:
    """A claim's cohort, how it stands to the document's main cohort, and why."""
    if parts.kin:
        whose = replace(
            parts,
            role="",
            origins=parts.origins or (main.origins if main else ()),
            affiliation=parts.affiliation or (main.affiliation if main else ""),
        )
        return _Key(whose, "" if whose.identifies else f"document {sha256}"), "apart", "families are a cohort of their own"
    if main is not None and not parts.identifies and parts.role in _BARE_ROLES and not parts.age and not parts.sex:
        return _local(claim, main_key, main_fates, "a bare mention means the people whom the report is about")
    if main is not None and parts.identifies:
        same = _same_here(parts, main)
        if same is not None:
            return _local(claim, main_key, main_fates, same)
        if main.affiliation and not main.origins and parts.origins and not parts.affiliation and parts.role in ("", "armed"):
            key = _Key(replace(parts, role="", affiliation=main.affiliation))
            return key, "within", f"the report counts them as part of {main.affiliation}"
        relation, reason = relate_parts(replace(parts, role="" if parts.role == "armed" else parts.role), main_key.parts)
        return _Key(replace(parts, role="" if parts.role == "armed" else parts.role)), relation, reason
    if parts.identifies:
        return _Key(replace(parts, role="" if parts.role == "armed" else parts.role)), "apart", "no cohort of its own is known"
    if not parts.age and not parts.sex and entered and parts.role in _BARE_ROLES:
        return _local(claim, main_key, main_fates, "a bare mention means the people whom the report is about")
    if main is not None or entered:
        narrower = replace(main_key.parts, role=parts.role, sex=parts.sex, age=parts.age)
        within = "within" if parts.role in ("", "armed") else "apart"
        return (
            _Key(narrower if within == "within" else replace(parts), main_key.scope if within == "within" else f"document {sha256}"),
            within,
            "told apart by role, sex or age",
        )
    return _Key(parts, _event_scope(claim, sha256)), "apart", "nothing shows that they are the same people"


def _same_here(parts: Parts, main: Parts) -> str | None:
    """Why an identifying mention of a document means its main cohort; None where it does not."""
    if parts.sex or parts.age or parts.role not in ("", "armed"):
        return None
    origins = parts.origins == main.origins
    groups = parts.affiliation == main.affiliation
    if origins and groups:
        return "every part agrees"
    if origins and parts.origins and "" in (parts.affiliation, main.affiliation):
        return "the same origin, no other group, in one report"
    return None


def _local(claim: Claim, main_key: _Key, main_fates: set[str | None], reason: str) -> tuple[_Key, str, str]:
    """The main cohort, or its people at one place, where a claim speaks only of those."""
    place = claim.where.name if claim.where is not None else None
    country = claim.where.precision == "country" if claim.where is not None else False
    if (
        place is not None
        and not country
        and (claim.fate == "remaining" or claim.fate in main_fates)
        and claim.kind == "count"
        and claim.fate not in ("set out", "joined")
    ):
        return _Key(replace(main_key.parts, place=fold(place)), main_key.scope), "within", f"only those at {place} are counted"
    return main_key, "same", reason


def _event_scope(claim: Claim, sha256: str) -> str:
    """What people without a name of their own are bound to: a place and a day, else their document and place.

    Those who were displaced or held are one cohort wherever the report speaks of them, and not those whom it says were killed.
    """
    for fates in (_DISPLACED, _HELD):
        if claim.fate in fates:
            return f"document {sha256} {fates[0]}"
    place = fold(claim.where.name) if claim.where is not None else ""
    day = claim.when.start if claim.when is not None and claim.when.precision == "day" else None
    return f"at {place} on {day}" if place and day else f"document {sha256} {place}"


def _make_entities(
    claims: Sequence[Claim],
    keys: Mapping[str, _Key],
    reasons: Mapping[tuple[_Key, _Key], tuple[str, str]],
    documents: Mapping[str, Document],
) -> tuple[list[Entity], list[EntityLink], dict[str, str]]:
    told: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda each: each.id):
        if claim.id in keys:
            told[keys[claim.id]].append(claim)
    labels = _name_cohorts(told, documents)
    ids = {key: name_entity("cohort", *_content(key)) for key in told}
    entities = [_entity(ids[key], labels[key], key, told[key]) for key in told]
    links = [
        EntityLink(ids[left], ids[right], relation, reason)
        for (left, right), (relation, reason) in reasons.items()
        if left in ids and right in ids and left != right
    ]
    linked = {(link.left, link.right) for link in links} | {(link.right, link.left) for link in links}
    links += [link for link in _across(told, ids) if (link.left, link.right) not in linked]
    entities.sort(key=lambda entity: entity.id)
    links.sort(key=lambda link: (link.left, link.right))
    return entities, links, {claim: ids[key] for claim, key in keys.items()}


def _content(key: _Key) -> tuple[str, ...]:
    parts = key.parts
    return (" and ".join(parts.origins), parts.affiliation, parts.role, parts.sex, parts.age, parts.kin, parts.place, key.scope)


def _across(told: Mapping[_Key, Sequence[Claim]], ids: Mapping[_Key, str]) -> list[EntityLink]:
    """How identified cohorts of different documents stand to one another: only pairs that share a part that identifies."""
    links = []
    sharing: dict[str, list[_Key]] = defaultdict(list)
    for key in sorted(told, key=_content):
        if not key.scope:
            for part in {*key.parts.origins, key.parts.affiliation} - {""}:
                sharing[part].append(key)
    seen: set[tuple[str, str]] = set()
    for group in sharing.values():
        for at, left in enumerate(group[:_NEAR]):
            for right in group[at + 1 : _NEAR]:
                pair = (ids[left], ids[right])
                if pair in seen:
                    continue
                seen.add(pair)
                turned, relation, reason = orient(left.parts, right.parts)
                links.append(EntityLink(pair[turned], pair[not turned], relation, reason))
    return links


def _entity(identity: str, label: str, key: _Key, told: Sequence[Claim]) -> Entity:
    entries = Counter(claim.fate for claim in told if claim.fate in _ENTRIES and claim.kind == "count")
    entry = min(entries, key=lambda fate: (_ENTRIES.index(fate) > 2, -entries[fate], _ENTRIES.index(fate))) if entries else None
    cohort = next(claim.cohort for claim in told if claim.cohort is not None)
    parts = key.parts
    fullest = max(
        (claim.cohort for claim in told if claim.cohort is not None),
        key=lambda each: (bool(each.origin) + bool(each.affiliation), each.label),
    )
    made = replace(
        cohort,
        label=label,
        origin=fullest.origin if parts.origins else None,
        affiliation=fullest.affiliation if parts.affiliation else None,
        place=parts.place or None,
    )
    names = tuple(sorted({claim.cohort.label for claim in told if claim.cohort is not None}))
    return Entity(identity, "cohort", label, names, made, entry, documents=tuple(sorted({claim.document for claim in told})))


def _name_cohorts(told: Mapping[_Key, Sequence[Claim]], documents: Mapping[str, Document]) -> dict[_Key, str]:
    """A readable label for each cohort, no two alike."""
    printed: dict[str, str] = {}
    for claims in told.values():
        for claim in claims:
            if claim.cohort is not None and claim.cohort.affiliation:
                name = read_parts(claim.cohort).affiliation
                printed[name] = min(printed.get(name, claim.cohort.affiliation), claim.cohort.affiliation)
    wanted = {key: _label(key, claims, printed) for key, claims in told.items()}
    taken = Counter(wanted.values())
    labels: dict[_Key, str] = {}
    used: Counter[str] = Counter()
    for key in sorted(told, key=lambda key: (_content(key), min(claim.id for claim in told[key]))):
        label = wanted[key]
        if taken[label] > 1:
            first = min(told[key], key=lambda claim: (claim.document_name, claim.start, claim.id))
            document = documents.get(first.document)
            day = first.when.start if first.when is not None else None
            where = first.where.name if first.where is not None else None
            told_by = (document.title if document is not None and document.title else first.document_name)[:60]
            label = f"{label} ({', '.join(part for part in (where, day, told_by) if part)})"
        used[label] += 1
        labels[key] = label if used[label] == 1 else f"{label} [{used[label]}]"
    return labels


def _label(key: _Key, claims: Sequence[Claim], printed: Mapping[str, str]) -> str:
    """How a cohort is best called: as an entry claim calls it, else as most do, with its group and place where they tell it from others."""
    cohorts: list[Cohort] = [claim.cohort for claim in claims if claim.cohort is not None]
    entries = [claim.cohort for claim in claims if claim.fate in ("joined", "set out") and claim.cohort is not None]
    plain = Parts(key.parts.origins, key.parts.affiliation, kin=key.parts.kin)
    fitting = (
        [each for each in [*entries, *cohorts] if replace(read_parts(each), role="", sex="", age="", place="") == plain]
        or entries
        or cohorts
    )
    pool = [each for each in entries if each in fitting] or fitting
    counted = Counter(each.label for each in pool)
    told_origin = {each.label for each in pool if each.origin}
    label = min(counted, key=lambda each: (each not in told_origin, -counted[each], len(each), each))
    affiliation = key.parts.affiliation
    named = any(each.affiliation and fold(each.affiliation) in fold(label) for each in cohorts)
    if affiliation and not key.parts.kin and affiliation not in fold(label) and not named:
        label = f"{label} of {printed.get(affiliation, affiliation.title())}"
    if key.scope.startswith("part "):
        label = f"a part of the {label}" if not label.startswith("a part") else label
    if key.parts.place:
        place = next((claim.where.name for claim in claims if claim.where is not None), key.parts.place.title())
        label = f"{label} at {place}"
    return label
