"""Who is who: persons by asserted aliases and, inside one document, by the same name. Nobody is merged on a name alone.

In: claims of kinds identity and fate. Out: person entities, links with reasons, and the person of each claim. Across
documents the same full name needs shared context (group, origin, alias); without it two people stay two, and the pair is
put forward as a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from unaccounted.base.records import Claim, Entity, EntityLink
from unaccounted.link.folding import fold, name_entity

_KUNYA = ("abu ", "umm ", "abou ", "um ")


@dataclass(slots=True)
class _Person:
    """One person as gathered: names, context, documents, the claims that assert an alias."""

    first: str = ""
    names: set[str] = field(default_factory=set)
    real: str | None = None
    context: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    claims: list[str] = field(default_factory=list)
    asserted: list[tuple[str, str]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The real name where it is known, else the name first told."""
        return self.real if self.real and self.real != "unknown" else self.first


def link_persons(claims: Sequence[Claim]) -> tuple[list[Entity], list[EntityLink], dict[str, str]]:
    """Person entities, their links, and the entity id of each claim about a person."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda each: (each.document, each.start, each.id)):
        if claim.kind in ("identity", "fate") and (claim.person or claim.alias):
            by_document[claim.document].append(claim)
    people: list[_Person] = []
    for document in sorted(by_document):
        people.extend(_within(by_document[document], document))
    merged, questions = _across(people)
    ids = {
        id(person): name_entity("person", person.label, *sorted(fold(name) for name in person.names), *sorted(person.documents))
        for person in merged
    }
    entities = [
        Entity(
            ids[id(person)],
            "person",
            person.label,
            tuple(sorted(person.names)),
            None,
            None,
            None,
            person.real,
            tuple(sorted(person.documents)),
        )
        for person in merged
    ]
    links = [
        EntityLink(ids[id(person)], ids[id(person)], "same", f"the report says that {name} and {person.label} are one", claim)
        for person in merged
        for name, claim in person.asserted
        if name != person.label
    ]
    for left, right in questions:
        first, second = sorted((ids[id(left)], ids[id(right)]))
        links.append(EntityLink(first, second, "apart", "the same name in two reports, and nothing else shared: is it one person?"))
    of_claim = {claim: ids[id(person)] for person in merged for claim in person.claims}
    return (
        sorted(entities, key=lambda entity: entity.id),
        sorted(links, key=lambda link: (link.left, link.right, link.claim or "", link.reason)),
        of_claim,
    )


def _within(told: Sequence[Claim], document: str) -> list[_Person]:
    """The people of one document: one for each name, asserted aliases joined."""
    people: dict[str, _Person] = {}
    for claim in told:
        names = [name for name in (claim.person, claim.alias, claim.also) if name]
        known = [people[fold(name)] for name in names if fold(name) in people]
        person = known[0] if known else _Person()
        for other in known[1:]:
            if other is not person:
                _absorb(person, other)
        person.first = person.first or names[0]
        person.names.update(names)
        person.documents.add(document)
        person.claims.append(claim.id)
        person.real = claim.real_name or person.real
        person.context.update(f"{kind} {fold(value)}" for kind, value in _context(claim) if value)
        if claim.kind == "identity":
            person.asserted.extend((name, claim.id) for name in names[1:])
        for name in person.names:
            people[fold(name)] = person
    unique = {id(person): person for person in people.values()}
    return list(unique.values())


def _context(claim: Claim) -> list[tuple[str, str | None]]:
    origin = claim.cohort.origin if claim.cohort is not None else None
    group = claim.group or (claim.cohort.affiliation if claim.cohort is not None else None)
    day = claim.when.start if claim.when is not None and claim.fate in ("killed", "died") else None
    place = claim.where.name if claim.where is not None else None
    return [("group", group), ("origin", origin), ("place", place), ("fate", f"{claim.fate} {day}" if day else None)]


def _absorb(person: _Person, other: _Person) -> None:
    person.names |= other.names
    person.real = person.real or other.real
    person.context |= other.context
    person.documents |= other.documents
    person.claims += other.claims
    person.asserted += other.asserted


def _across(people: list[_Person]) -> tuple[list[_Person], list[tuple[_Person, _Person]]]:
    """People of different documents: joined by two shared names, or one full name and context; else apart, with a question."""
    merged: list[_Person] = []
    by_name: dict[str, list[_Person]] = defaultdict(list)
    questions: list[tuple[_Person, _Person]] = []
    for each in people:
        full = {fold(name) for name in each.names if len(fold(name).split()) >= 2 and not _is_kunya(name)}
        candidates = {id(other): other for name in sorted(full) for other in by_name[name]}
        same = next((other for other in candidates.values() if _shares(each, other)), None)
        if same is not None:
            _absorb(same, each)
        else:
            questions.extend((other, each) for other in candidates.values())
            merged.append(each)
        for name in full:
            if all(known is not (same or each) for known in by_name[name]):
                by_name[name].append(same or each)
    return merged, questions


def _shares(left: _Person, right: _Person) -> bool:
    """Whether two people of one full name share what a name alone does not tell: a second name, a dated death, or two of context."""
    names = {fold(name) for name in left.names} & {fold(name) for name in right.names}
    context = left.context & right.context
    return len(names) >= 2 or len(context) >= 2 or any(each.startswith("fate ") for each in context)


def _is_kunya(name: str) -> bool:
    plain = fold(name)
    return plain.startswith(_KUNYA) and len(plain.split()) <= 2
