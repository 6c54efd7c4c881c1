"""Who is who: persons by asserted aliases and, inside one document, by the same name. Nobody is merged on a name alone.

In: claims of kinds identity and fate. Out: person entities, links with reasons, and the person of each claim. Across
documents the same full name, in any spelling, needs a second name, a dated death or two things of context that are shared (group,
origin, place, role, a person told of beside); deaths on different days keep two apart. Without context two people stay two, and the pair is
put forward as a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from unaccounted.base.records import Claim, Entity, EntityLink
from unaccounted.link.folding import fold, name_entity
from unaccounted.link.forms import are_likely_one, list_forms, whole_form
from unaccounted.link.parts import load_words
from unaccounted.link.unions import Unions

_DEATHS = ("killed", "died", "died in custody")
_BESIDE = 12
"""People named beside somebody that count as context, at most: beyond that a report is a list."""
_HEADS = 20
"""Names of one form that are compared with one another, at most."""
_ASK = "the same name in two reports, and too little else shared: is it one person?"
_TWO_DEATHS = "the same name in two reports, but their deaths are told of different days"


@dataclass(slots=True)
class _Person:
    """One person of one document: names in the order told, context, the claims that assert an alias."""

    document: str
    names: dict[str, str] = field(default_factory=dict)
    real: str | None = None
    context: set[str] = field(default_factory=set)
    deaths: set[str] = field(default_factory=set)
    claims: list[str] = field(default_factory=list)
    asserted: list[tuple[str, str]] = field(default_factory=list)

    @property
    def full(self) -> list[str]:
        """Folded names of two parts or more that are not a kunya alone."""
        return sorted(name for name in self.names if len(name.split()) >= 2 and not _is_kunya(name))

    @property
    def rank(self) -> tuple[str, str]:
        """What the person is sorted by: names and document, whatever the order of the claims."""
        return min(self.names), self.document

    def take(self, other: _Person) -> None:
        """Make the other this one's."""
        self.names |= other.names
        self.real = _known(self.real, other.real)
        self.context |= other.context
        self.deaths |= other.deaths
        self.claims += other.claims
        self.asserted += other.asserted


def link_persons(claims: Sequence[Claim]) -> tuple[list[Entity], list[EntityLink], dict[str, str]]:
    """Person entities, their links, and the entity id of each claim about a person."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda each: (each.document, each.start, each.id)):
        if claim.kind in ("identity", "fate") and any(_names_told(claim)):
            by_document[claim.document].append(claim)
    people: list[_Person] = []
    for document in sorted(by_document):
        people.extend(_people_of(by_document[document], document))
    people.sort(key=lambda person: person.rank)
    sets = _join(people)
    ids: dict[int, str] = {}
    entities, links = [], []
    for members in sets:
        entity = _entity(members)
        entities.append(entity)
        ids |= {id(person): entity.id for person in members}
        links += [
            EntityLink(entity.id, entity.id, "same", f"the report says that {name} and {entity.label} are one", claim)
            for person in members
            for name, claim in person.asserted
            if fold(name) != fold(entity.label)
        ]
    links += _ask(people, ids)
    of_claim = {claim: ids[id(person)] for person in people for claim in person.claims}
    return (
        sorted(entities, key=lambda entity: entity.id),
        sorted(links, key=lambda link: (link.left, link.right, link.claim or "", link.reason)),
        of_claim,
    )


def _names_told(claim: Claim) -> list[str]:
    real = claim.real_name if claim.real_name != "unknown" else None
    return [name for name in (claim.person, claim.alias, claim.also, real) if name and fold(name)]


def _people_of(told: Sequence[Claim], document: str) -> list[_Person]:
    """The people of one document: one for each name, asserted aliases joined."""
    names: Unions[str] = Unions()
    for claim in told:
        first, *others = (fold(name) for name in _names_told(claim))
        for other in others:
            names.join(first, other)
    people: dict[str, _Person] = {}
    for claim in told:
        called = _names_told(claim)
        person = people.setdefault(names.find(fold(called[0])), _Person(document))
        for name in called:
            person.names.setdefault(fold(name), name)
        person.claims.append(claim.id)
        person.real = _known(person.real, claim.real_name)
        person.context.update(f"{kind} {fold(value)}" for kind, value in _context(claim) if value)
        if claim.fate in _DEATHS and claim.when is not None and claim.when.start and claim.when.start == claim.when.end:
            person.deaths.add(claim.when.start)
        if claim.kind == "identity":
            person.asserted.extend((name, claim.id) for name in called)
    full = {id(person): person.full[:1] for person in people.values()}
    if sum(map(bool, full.values())) <= _BESIDE:
        for person in people.values():
            person.context.update(f"beside {name}" for other, names_of in full.items() if other != id(person) for name in names_of)
    return list(people.values())


def _known(one: str | None, other: str | None) -> str | None:
    """The real name of two tellings: a name before "unknown", and that before nothing."""
    told = sorted({name for name in (one, other) if name}, key=lambda name: (name == "unknown", name))
    return told[0] if told else None


def _context(claim: Claim) -> list[tuple[str, str | None]]:
    origin = claim.cohort.origin if claim.cohort is not None else None
    group = claim.group or (claim.cohort.affiliation if claim.cohort is not None else None)
    place = claim.where.name if claim.where is not None else None
    return [("group", group), ("origin", origin), ("place", place), ("role", claim.role)]


def _join(people: Sequence[_Person]) -> list[list[_Person]]:
    """People of all documents that are one, as lists; nobody is joined whose names or deaths are set against each other."""
    alike: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
    for at, person in enumerate(people):
        for name in person.full:
            for other in sorted(set(person.names) - {name}):
                alike["names", *sorted((" ".join(whole_form(name)), " ".join(whole_form(other))))][at] = name
            for form in (" ".join(each) for each in list_forms(name)):
                for death in sorted(person.deaths):
                    alike["death", form, death][at] = name
                for pair in combinations(sorted(person.context), 2):
                    alike["context", form, *pair][at] = name
    sets: Unions[int] = Unions()
    deaths = {at: set(person.deaths) for at, person in enumerate(people)}
    documents = {at: {person.document} for at, person in enumerate(people)}
    for first, at in (pair for _, same in sorted(alike.items()) for pair in _pair_names(same)):
        left, right = sets.find(first), sets.find(at)
        set_apart = deaths[left] and deaths[right] and not deaths[left] & deaths[right]
        # Two people whom one report tells apart are two, whatever another says of them.
        if left != right and not set_apart and not documents[left] & documents[right]:
            sets.join(left, right)
            top = sets.find(left)
            deaths[top] = deaths[left] | deaths[right]
            documents[top] = documents[left] | documents[right]
    joined: dict[int, list[_Person]] = defaultdict(list)
    for at, person in enumerate(people):
        joined[sets.find(at)].append(person)
    return [joined[top] for top in sorted(joined)]


def _pair_names(same: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Of people who share a form and more: each with the first whose name is likely the same."""
    heads: list[int] = []
    for at, name in same.items():
        home = next((head for head in heads if are_likely_one(same[head], name)), None)
        if home is not None:
            yield home, at
        elif len(heads) < _HEADS:
            heads.append(at)


def _entity(members: Sequence[_Person]) -> Entity:
    """One person of all that is told: called by the real name, else the name that most reports use, of these the fullest."""
    whole = _Person("")
    used: dict[str, int] = defaultdict(int)
    for person in members:
        whole.take(person)
        for name in person.names:
            used[name] += 1
    if whole.real and whole.real != "unknown":
        label = whole.real
    else:
        first = next(iter(members[0].names)) if len(members) == 1 else None
        label = whole.names[first or min(used, key=lambda name: (-used[name], _is_kunya(name), -len(name.split()), name))]
    documents = tuple(sorted({person.document for person in members}))
    return Entity(
        name_entity("person", *sorted(whole.names), *documents),
        "person",
        label,
        tuple(sorted(set(whole.names.values()))),
        real_name=whole.real,
        documents=documents,
    )


def _ask(people: Sequence[_Person], ids: dict[int, str]) -> list[EntityLink]:
    """Questions: people of one full name that nothing joined, each put beside the next, so that many do not make a crowd of pairs."""
    named: dict[tuple[str, ...], list[_Person]] = defaultdict(list)
    for person in people:
        for name in person.full:
            named[whole_form(name)].append(person)
    asked: dict[tuple[str, str], EntityLink] = {}
    for _, same in sorted(named.items()):
        deaths: dict[str, set[str]] = defaultdict(set)
        for person in same:
            deaths[ids[id(person)]] |= person.deaths
        for left, right in zip(sorted(deaths), sorted(deaths)[1:], strict=False):
            two = deaths[left] and deaths[right] and not deaths[left] & deaths[right]
            asked.setdefault((left, right), EntityLink(left, right, "apart", _TWO_DEATHS if two else _ASK))
    return list(asked.values())


def _is_kunya(name: str) -> bool:
    """Whether a folded name is a kunya and no more: Abu Omar, Umm Khalid."""
    words = name.split()
    return len(words) <= 2 and words[0] in load_words("kunya")
