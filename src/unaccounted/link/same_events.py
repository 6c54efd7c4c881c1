"""Reports of one event: the same ferry, the same flood, told by two papers in other words and on other days.

In: the claims of all documents, the documents, and each claim's key as its document has it. Out: keys in which the people without
a name of two such reports have one scope, so that they are one cohort. Two reports tell of one event where they speak of the
same kind of event at a place of the same name, on days that fit, and of numbers that could be one group's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from unaccounted.base.dates import last_day
from unaccounted.base.errors import UsageError
from unaccounted.base.records import Claim, Document
from unaccounted.link.folding import fold
from unaccounted.link.keys import Key
from unaccounted.link.mains import ENTERED
from unaccounted.link.parts import load_event_kinds
from unaccounted.link.unions import Unions

_SAME_DAYS = 3
"""Days between which two reports may set one event: at night it is told of two days, and papers print the day of the news."""
_TOLD_WITHIN = 45
"""Days after an event within which an undated report of its place is taken to be of it."""
_OTHER_SIZE = 3.0
"""How many times as many people must have entered in one report as in the other before they are two events."""
_NAMED = re.compile(r"\b(?:boat|ferry|ship|vessel|trawler|steamer|liner|MV|SS|Flight|flight) [“\"'‘]?([A-Z][^\W\d_]{2,})")
"""The name of what was wrecked, which two reports share sooner than a place."""
_LEAST_HITS = 2
_LONGEST = 20_000
"""Characters of a document in which the kind of its event is looked for; a book tells of many."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one document tells of its event.

    Args:
        kind: of event: "wreck", "flood".
        scope: that of its people without a name.
        places: where, folded; days: when, ordinals; published: ordinal; size: the most people that entered.
    """

    kind: str
    scope: str
    places: frozenset[str]
    days: frozenset[int]
    published: int | None
    size: float | None


def join_events(claims: Sequence[Claim], documents: Mapping[str, Document], keys: dict[str, Key]) -> None:
    """Give the people of reports of one event one scope.

    Args:
        claims: of all documents.
        documents: by hash; a document that is missing joins nothing.
        keys: claim id to key; changed in place.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document].append(claim)
    told = {sha: each for sha, about in sorted(by_document.items()) if sha in documents and (each := _read(about, documents[sha], keys))}
    known = frozenset().union(*(each.places for each in told.values()))
    told = {sha: replace(each, places=each.places | _named(documents[sha], known)) for sha, each in told.items()}
    at: dict[tuple[str, str], list[str]] = defaultdict(list)
    for sha, each in told.items():
        for place in each.places:
            at[each.kind, place].append(sha)
    unions: Unions[str] = Unions()
    for near in at.values():
        for index, left in enumerate(near):
            for right in near[index + 1 :]:
                if _is_one(told[left], told[right]):
                    unions.join(left, right)
    groups: dict[str, list[str]] = defaultdict(list)
    for sha in told:
        groups[unions.find(sha)].append(sha)
    renamed = {sha: told[unions.find(sha)].scope for sha in told}
    for sha, each in told.items():
        if renamed[sha] != each.scope:
            for claim in by_document[sha]:
                key = keys.get(claim.id)
                if key is not None and key.scope == each.scope:
                    keys[claim.id] = Key(key.parts, renamed[sha])
    for shas in groups.values():
        _forget_place([claim.id for sha in shas for claim in by_document[sha]], renamed[shas[0]], keys)


def _forget_place(ids: Sequence[str], scope: str, keys: dict[str, Key]) -> None:
    """Where all of an event's counts that name a place name one, it is the event's, and tells nobody from the others."""
    placed = [each for each in ids if each in keys and keys[each].scope == scope and keys[each].parts.place]
    if len({keys[each].parts.place for each in placed}) == 1:
        for each in placed:
            keys[each] = Key(replace(keys[each].parts, place=""), scope)


def _read(about: Sequence[Claim], document: Document, keys: Mapping[str, Key]) -> Told | None:
    counts = [claim for claim in about if claim.kind == "count" and claim.id in keys]
    scopes = Counter(keys[claim.id].scope for claim in counts if keys[claim.id].scope and not keys[claim.id].parts.identifies)
    kind = _kind(document)
    if not scopes or kind is None:
        return None
    scope = min(scopes, key=lambda each: (-scopes[each], each))
    own = {fold(claim.where.name) for claim in about if claim.where is not None and claim.where.precision != "country"}
    days = {_ordinal(claim.when.start) for claim in about if claim.when is not None and claim.when.precision == "day" and claim.when.start}
    sizes = [claim.best or claim.low or 0 for claim in counts if claim.fate in ENTERED and claim.unit == "people"]
    own |= {f"named {fold(name)}" for name in _NAMED.findall(document.text[:_LONGEST])}
    published = _ordinal(document.published) if document.published else None
    return Told(
        kind,
        scope,
        frozenset(place for place in own if place),
        frozenset(day for day in days if day is not None),
        published,
        max(sizes, default=None),
    )


def _named(document: Document, known: frozenset[str]) -> frozenset[str]:
    """Places of other reports that a document names, whether or not a claim stands at them."""
    words = " ".join(re.findall(r"\w+", fold(document.text[:_LONGEST])))
    return frozenset(place for place in known if f" {place} " in f" {words} ")


def _kind(document: Document) -> str | None:
    """The kind of event of which a document speaks most, where it speaks of one at all."""
    text = document.text[:_LONGEST]
    if len(document.text) > _LONGEST:
        return None
    words = Counter(re.findall(r"\w+", text.lower()))
    hits = {kind: sum(words[word] for word in listed) for kind, listed in load_event_kinds().items()}
    most = max(hits.values(), default=0)
    best = [kind for kind, count in hits.items() if count == most]
    return best[0] if most >= _LEAST_HITS and len(best) == 1 else None


def _ordinal(text: str) -> int | None:
    try:
        return last_day(text).toordinal() if len(text) >= len("2000-01-01") else None
    except UsageError:
        return None


def _is_one(left: Told, right: Told) -> bool:
    if left.size and right.size and max(left.size, right.size) > _OTHER_SIZE * min(left.size, right.size):
        return False
    if left.days and right.days:
        return min(abs(one - other) for one in left.days for other in right.days) <= _SAME_DAYS
    spoken = [sorted(each.days)[0] if each.days else each.published for each in (left, right)]
    if spoken[0] is None or spoken[1] is None:
        return False
    return abs(spoken[0] - spoken[1]) <= _TOLD_WITHIN
