"""The records that stages hand to one another, one table each. Versioned; their Arrow schemas come from these fields.

A field that is None is unknown. Closed words come from `base.vocabulary`. Times are ISO 8601; offsets are code
points into the document's text, end exclusive.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import Any

RECORDS_VERSION = 1
"""Raised whenever a record's fields change; tables of a newer version are refused."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text as collected.

    Args:
        sha256: identity: the hash of the bytes it came from (of a JSON line's bytes, for a document in a `.jsonl`).
        name: the file's name relative to the path given; the first of `names`.
        names: every name under which the same bytes were found, sorted.
        original: the hash of the file that holds it, in `originals/`.
        part: where in that file, such as "line 3"; None for the whole file.
        format: the reader's name: text, markdown, html, jsonl.
        encoding: the encoding used, and how it was chosen.
        text: what offsets point into.
        title, publisher, author, published, url, language: None where the document does not say;
            `published` is an ISO date, or a partial one ("2013-06", "1914").
        metadata_from: where each of these was found, as "published=front matter; ...".
        status, reason: `read`, `partly read`, or `skipped` where no reader knows its language (its text is kept, no claims
            are read from it); and why.
    """

    sha256: str
    name: str
    names: tuple[str, ...]
    original: str
    part: str | None
    format: str
    encoding: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    metadata_from: str | None = None
    status: str = "read"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FileFound:
    """How one file that was found ended: the ledger in which found = read + partly read + failed + skipped.

    Args:
        name: relative to the path given.
        sha256: of its bytes; None where they could not be read.
        size: bytes; None where unknown.
        status: a word of `STATUSES`.
        reason: in plain words; None only where it was read.
        remedy: what to do about it.
        documents: how many documents came from it.
    """

    name: str
    sha256: str | None
    size: int | None
    status: str
    reason: str | None = None
    remedy: str | None = None
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be done for one file or document, while all others went on.

    Args:
        step: collect, extract, link, reconcile.
        name: the file or document.
        document: its hash, where known.
        what, where, remedy: as in `UnaccountedError`.
    """

    step: str
    name: str
    document: str | None
    what: str
    where: str | None = None
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Cohort:
    """The people counted, in typed parts.

    Args:
        label: the words that name them, readable alone.
        origin: the country, people or region they come from, as a name ("Russia", "Dagestan").
        affiliation: the group, army or organisation they belong to ("ISIS", "Grande Armée").
        role: fighter, soldier, civilian, judge, migrant, prisoner, ...
        sex: women, men. age: children, minors, adults, elderly.
        kin_of: whose relatives they are, as a label ("ISIS fighters").
        place: where they are or what they lived through, when it defines them.
    """

    label: str
    origin: str | None = None
    affiliation: str | None = None
    role: str | None = None
    sex: str | None = None
    age: str | None = None
    kin_of: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval of days.

    Args:
        start, end: ISO dates, inclusive; None where that end is open.
        precision: day, month, season, year, ...
        words: as printed.
    """

    start: str | None
    end: str | None
    precision: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """A place.

    Args:
        name: as printed.
        country: ISO 3166 alpha-2.
        latitude, longitude: degrees north and east.
        precision: city, region, country.
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it.

    Args:
        name: as printed; None where nobody is named.
        role: a word of `SOURCE_ROLES`.
    """

    name: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One source says: these people, this fate, so many, there, then.

    `quote == text[start:end]` of the document, always; the span is the clause that carries the statement. Fields that
    do not apply to the claim's kind are None.

    Args:
        id: a hash of what it says and where; see `name_claim`.
        document: its SHA-256. document_name: its name.
        kind: a word of `KINDS`.
        start, end: offsets of the quote. quote: the clause, to the letter.
        cohort: the people counted.
        person: a named person. role: what that person was.
        group: an armed group, unit or organisation.
        fate: a name in `FATES`.
        covers: the fates that one figure takes together ("killed or captured", deaths of a cause not said), `fate` among them;
            empty where it speaks of `fate` alone.
        measure: a word of `MEASURES`.
        low, best, high: people, or fractions of 1 where `unit` is share.
        bound: a word of `BOUNDS`. unit: a word of `UNITS`.
        base: what a share is of, in words that name a line of the account.
        words: the vague words of the number, as printed.
        when: when it happened, or the day at which it stands. where: where it happened.
        actor: who did it. reason: why it happened.
        source: who says it.
        factuality: a word of `FACTUALITIES`.
        alias, also: other names of the person or group. name_kind: nom de guerre, acronym, original script.
        real_name: the person's; "unknown" is a fact worth keeping.
        status: of a named person's case, a word of `CASE_STATUSES`.
        authority: whose policy it is. stance: a word of `STANCES`.
        direction: of a trend, a word of `DIRECTIONS`.
        divides: the cohort that a category divides.
        part_of: the whole of a group. composition: who is in it.
        event: what happened, named.
        duration_months: how long it lasted.
        published: of the document.
        found_by: the reader that proposed it. score: how sure that reader was, 0 to 1.
    """

    id: str
    document: str
    document_name: str
    kind: str
    start: int
    end: int
    quote: str
    cohort: Cohort | None = None
    person: str | None = None
    role: str | None = None
    group: str | None = None
    fate: str | None = None
    covers: tuple[str, ...] = ()
    measure: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    bound: str | None = None
    unit: str | None = None
    base: str | None = None
    words: str | None = None
    when: When | None = None
    where: Where | None = None
    actor: str | None = None
    reason: str | None = None
    source: Source | None = None
    factuality: str | None = None
    alias: str | None = None
    also: str | None = None
    name_kind: str | None = None
    real_name: str | None = None
    status: str | None = None
    authority: str | None = None
    stance: str | None = None
    direction: str | None = None
    divides: str | None = None
    part_of: str | None = None
    composition: str | None = None
    event: str | None = None
    duration_months: float | None = None
    published: str | None = None
    found_by: str | None = None
    score: float | None = None


_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
_NAMING = tuple(name for name in Claim.__slots__ if name not in ("id", "document_name", "found_by", "score"))
"""The fields that enter a claim's id."""
_told_by, _all_but_id = attrgetter(*_NAMING), attrgetter(*Claim.__slots__[1:])


def name_claim(claim: Claim) -> Claim:
    """The claim with its id: a hash of what it says and where, so that the same claim has the same id in every run.

    The document's name, the reader that found it and its score do not enter the id.
    """
    content: dict[str, Any] = dict(zip(_NAMING, _told_by(claim), strict=True))
    for name in ("cohort", "when", "where", "source"):
        part = content[name]
        if part is not None:
            content[name] = {told: getattr(part, told) for told in part.__slots__}
    for numbers, names in ((content, ("low", "best", "high", "duration_months")), (content["where"] or {}, ("latitude", "longitude"))):
        numbers |= {name: float(numbers[name]) for name in names if numbers.get(name) is not None}  # 2 and 2.0 are one claim
    digest = hashlib.blake2b(_ENCODER.encode(content).encode("utf-8", "replace"), digest_size=8)
    return Claim("c" + digest.hexdigest(), *_all_but_id(claim))


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """The claim as plain dicts, as written to `claims.jsonl`: every field of a claim, and of the records in it those that are known."""
    return {
        name: {part: told for part, told in value.items() if told is not None} if isinstance(value, dict) else value
        for name, value in asdict(claim).items()
    }


@dataclass(frozen=True, slots=True)
class Entity:
    """The cohort, person, group, place or event that words mean.

    Args:
        id: stable under the same claims and decisions.
        kind: cohort, person, group, place, event.
        label: the name shown.
        names: every name it goes by, sorted.
        cohort: its parts, where it is a cohort.
        entry: the fate by which a cohort's people entered it, where a claim says.
        where: where it is a place.
        real_name: of a person; "unknown" is a fact worth keeping.
        documents: hashes of the documents that speak of it, sorted.
    """

    id: str
    kind: str
    label: str
    names: tuple[str, ...]
    cohort: Cohort | None = None
    entry: str | None = None
    where: Where | None = None
    real_name: str | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityLink:
    """How two entities, or two names, stand to one another, and why.

    Args:
        left, right: entity ids.
        relation: a word of `RELATIONS`.
        reason: in plain words.
        claim: the claim whose span asserts it, where one does.
    """

    left: str
    right: str
    relation: str
    reason: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """What link adds to one claim.

    Args:
        claim: the claim's id.
        cohort, person, group, place, event: entity ids.
        base: the cohort entity, and fate as "entity/fate", of which a share is.
        origin: where the statement began: one id for all copies.
        repeats: the claim that it repeats; None for the originator.
        repeats_reason: why we think so.
        grade: Admiralty letter and digit.
    """

    claim: str
    cohort: str | None = None
    person: str | None = None
    group: str | None = None
    place: str | None = None
    event: str | None = None
    base: str | None = None
    origin: str | None = None
    repeats: str | None = None
    repeats_reason: str | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class FlatClaim:
    """A figure as one row: what a spreadsheet holds, and what reconcile reckons with. Empty is None: unknown.

    Args:
        id: any name; each row its own.
        cohort: the label of the people counted.
        fate: a name in `FATES`.
        within: the cohort in which this one lies.
        partition: parts that share one together make up the cohort that they lie within, on every line.
        measure: a word of `MEASURES`.
        low, best, high: people, or fractions of 1 where `unit` is share.
        bound: a word of `BOUNDS`. unit: a word of `UNITS`.
        base: the line that a share is of, such as joined.
        words: vague words, read through the table of vague words where `low` and `high` are empty.
        factuality: a word of `FACTUALITIES`.
        as_of: the day at which the figure stands; a partial date means its last day.
        published: when it was published.
        source: who says it. source_role: a word of `SOURCE_ROLES`.
        grade: Admiralty letter and digit.
        origin: where the statement began, one name for all copies. repeats: the id of the row that it repeats.
        note: free words. url: where it was seen.
        covers: separated by ";", the fates that the figure takes together, where it speaks of more than `fate`.
    """

    id: str
    cohort: str
    fate: str
    within: str | None = None
    partition: str | None = None
    measure: str | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None
    bound: str | None = None
    unit: str | None = None
    base: str | None = None
    words: str | None = None
    factuality: str | None = None
    as_of: str | None = None
    published: str | None = None
    source: str | None = None
    source_role: str | None = None
    grade: str | None = None
    origin: str | None = None
    repeats: str | None = None
    note: str | None = None
    url: str | None = None
    covers: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of an account at one date.

    Args:
        cohort: its label.
        fate: a name in `FATES`.
        as_of: ISO date.
        low, best, high: people; a 90% range, low rounded down and high up; all None where the line could not be reckoned.
        in_sum: whether the line is one of those that add up to the entry.
        origins: how many independent origins its claims have.
        claims: ids of the claims that it rests on.
        role: a `Role`.
        note: why it could not be reckoned, or how it is to be read.
    """

    cohort: str
    fate: str
    as_of: str
    low: float | None
    best: float | None
    high: float | None
    in_sum: bool
    origins: int
    claims: tuple[str, ...]
    role: str = "exit"
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """A figure as it would be, had the evidence been other.

    Args:
        cohort, fate, as_of: the line.
        change: a `Change`.
        claims: ids of the claims that are left out; empty where the change touches all.
        low, best, high: people; None where the line could not be reckoned then.
        move: people by which the best would move: `best` less the figure's; None where either is unknown.
        share: the share of the line's information that would be lost, 0 to 1; None where nothing is left out.
        how: re-weighed, drawn again or reckoned again; not reckoned, where the draws did not settle.
    """

    cohort: str
    fate: str
    as_of: str
    change: str
    claims: tuple[str, ...]
    low: float | None
    best: float | None
    high: float | None
    move: float | None
    share: float | None = None
    how: str = "reckoned again"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be right.

    Args:
        cohort, fate, as_of: the line.
        type: arithmetic, denial, plain disagreement, ...
        words: what contradicts what, in plain words.
        claims: ids.
        effect: people by which the line's best moves between the sides; None where unknown.
    """

    cohort: str
    fate: str
    as_of: str
    type: str
    words: str
    claims: tuple[str, ...]
    effect: float | None = None


@dataclass(frozen=True, slots=True)
class Inference:
    """A writer's own conclusion, shown beside the account: never evidence unless asked for.

    Args:
        cohort, fate, as_of: the line that it speaks of.
        claim: its id.
        words: what it says.
        used: whether it was taken as evidence because somebody asked.
    """

    cohort: str
    fate: str
    as_of: str
    claim: str
    words: str
    used: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """How the reckoning of one cohort went, or what a reader of its account must know.

    Args:
        cohort: its label.
        name: what is told.
        words: in plain words.
        number: its measure, where it has one.
    """

    cohort: str
    name: str
    words: str
    number: float | None = None
