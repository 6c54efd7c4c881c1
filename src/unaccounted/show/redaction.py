"""Evidence to evidence that names nobody: what may go into a page that leaves the machine.

Claims about named persons go, with their entities and links. In all that stays (quotes, sentences, titles, names of files
and sources, labels, notes) a protected name becomes `[name withheld]`; the rule of what is a name is in `names`. Texts change
length, so offsets are moved with them: every quote of the new evidence still stands at its offsets.

Protected are the persons of whom claims speak, private sources (`private`), and whatever else is printed as a name and is not known
to be public (`unknown`). Places, organisations, officials with their office and the authors and publishers of the reports stay,
unless a claim speaks of such a person's fate or identity: then the name is withheld there too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar
from urllib.parse import unquote

from unaccounted.base.accounts import Account
from unaccounted.base.records import Claim, Document, Failure, FileFound, Where
from unaccounted.base.spans import Span
from unaccounted.show.evidence import Evidence
from unaccounted.show.gazetteer import count_people
from unaccounted.show.names import Names, find_ordinary, know_names, merge_spans, read_ordinary, read_peoples, split_words
from unaccounted.show.private import list_private_names
from unaccounted.show.public import Public, know_public
from unaccounted.show.unknown import judge_names, list_ships
from unaccounted.show.words import begins_with_given, is_name_like, load_public, read_english, read_given, read_groups, read_vocabulary

WITHHELD = "[name withheld]"
PERSONAL = ("fate", "identity")
"""The kinds of claim that speak of a named person."""
_IDS = ("id", "document", "documents", "sha256", "claim", "claims", "left", "right", "repeats", "original")
_CLOSED = ("fate", "covers", "measure", "bound", "unit", "base", "factuality", "role", "source_role", "status", "type", "step", "kind")
_KEPT = frozenset((*_IDS, *_CLOSED, "format", "encoding"))
"""Fields that hold ids or words of the vocabulary, never names."""
_PLACES = ("place", "origin")
_FILES = ("document_name",)
_STROKES = re.compile(r"[_.]|(?<=\w)-(?=\w)")
_SUFFIX = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,5}$")
_UNKNOWN = "unknown"

Record = TypeVar("Record")


def is_personal(claim: Claim) -> bool:
    """Whether a claim speaks of a named person."""
    return claim.kind in PERSONAL or bool(claim.person)


def list_protected(evidence: Evidence) -> tuple[str, ...]:
    """Every name of a person about whom something is said, as printed, sorted."""
    names: set[str] = set()
    for claim in evidence.claims:
        if is_personal(claim):
            names.update(filter(None, (claim.person, claim.alias, claim.also, claim.real_name)))
    for entity in evidence.entities:
        if entity.kind == "person":
            names.update(filter(None, (entity.label, *entity.names, entity.real_name)))
    # Whoever signs a report has made the name public; what is said of an author's fate is withheld with its claim all the same.
    authors = {author for each in evidence.documents for author in _list_authors(each)}
    return tuple(sorted(name for name in names if name.strip().lower() != _UNKNOWN and name not in authors))


def _list_authors(document: Document) -> list[str]:
    return [name.strip() for name in re.split(r"[,;&]| and ", document.author or "") if name.strip()]


def read_names(evidence: Evidence) -> Names:
    """The protected names of some evidence, with what is ordinary in it taken out."""
    places: list[str | None] = []
    groups: list[str | None] = [flat.cohort for flat in evidence.flat]
    cohorts = [claim.cohort for claim in evidence.claims if not is_personal(claim)]
    cohorts += [entity.cohort for entity in evidence.entities if entity.kind == "cohort"]
    for cohort in filter(None, cohorts):
        places += [cohort.origin, cohort.place]
        groups += [cohort.label, cohort.affiliation, cohort.role]
    places += [claim.where.name for claim in evidence.claims if claim.where]
    places += [entity.label for entity in evidence.entities if entity.kind == "place"]
    groups += [claim.group for claim in evidence.claims]
    groups += [entity.label for entity in evidence.entities if entity.kind == "group"]
    known_places = [place for place in places if place and count_people(place) and not begins_with_given(place)]
    ordinary = find_ordinary(known_places, [group for group in groups if group], (each.text for each in evidence.documents))
    known = [*filter(None, places), *filter(None, groups)]
    private = list_private_names(evidence.claims, evidence.documents, known)
    return know_names(filter(_may_be_person, (*list_protected(evidence), *private)), ordinary)


def _may_be_person(name: str) -> bool:
    """Whether a name read as a person's may be one: not an ordinary word or people at the head of a sentence, nor a known group."""
    words = [word for word, _, _ in split_words(name)]
    if name.lower() in read_groups() or " ".join(words) in read_groups():
        return False
    usual = (read_english() | read_vocabulary() | read_peoples()) - load_public("word names")
    return len(words) != 1 or is_name_like(words[0]) or words[0] not in usual


def read_public(evidence: Evidence) -> Public:
    """What the evidence itself tells to be public: authors, publishers, the groups of its claims, and places that it speaks of."""
    groups = [claim.group for claim in evidence.claims if claim.kind == "group" and claim.group]
    groups += [entity.label for entity in evidence.entities if entity.kind == "group"]
    publishers = [each.publisher for each in evidence.documents if each.publisher]
    authors = [name for each in evidence.documents for name in _list_authors(each)]
    places = [claim.where.name for claim in evidence.claims if claim.where and claim.where.name]
    ships = [name for each in evidence.documents for name in list_ships(each.text)]
    return know_public((*publishers, *ships, *(each for each in groups if not begins_with_given(each))), authors, places)


def redact_text(text: str, names: Names) -> str:
    """The text with every protected name replaced."""
    return _redact(text, names.find(text))


@dataclass(frozen=True, slots=True)
class Withholding:
    """What is withheld in the texts of some evidence.

    Args:
        spoken: names of persons of whom claims speak, withheld wherever they stand.
        found: names that some text withholds, withheld in all but where a known name of several words holds them.
        public: what stands though it is printed as a name.
    """

    spoken: Names
    found: Names
    public: Public

    def find(self, text: str, kind: str = "") -> tuple[Span, ...]:
        """Where something is withheld in `text`; `kind` is "file" for a file's name, "place" for a place's, else ""."""
        # Names of files have no capitals to go by, and dots and strokes for spaces.
        judged = judge_names(
            _STROKES.sub(" ", _SUFFIX.sub(lambda end: " " * len(end.group()), text)) if kind == "file" else text,
            self.public,
            kind == "file",
            kind == "place",
        )
        known = judged.standing
        others = (span for span in self.found.find(text) if not any(each.start <= span.start and span.end <= each.end for each in known))
        return merge_spans([*self.spoken.find(text), *others, *judged.withheld], text)

    def tells(self, address: str) -> bool:
        """Whether an address has a withheld name in it; of others only given names are looked for, as hosts are no words."""
        if any(word in read_given() for word, _, _ in split_words(address)):
            return True
        return bool(self.spoken.find(address) or self.found.find(address))

    def redact(self, text: str, kind: str = "") -> str:
        """The text with all that replaced."""
        return _redact(text, self.find(text, kind))


def decide_withholding(evidence: Evidence) -> Withholding:
    """Read the evidence for what is withheld: names that one text withholds are withheld in all."""
    public = read_public(evidence)
    spoken = {claim.document for claim in evidence.claims}
    texts = [each.text for each in evidence.documents if each.sha256 in spoken]
    found = {text[span.start : span.end] for text in texts for span in judge_names(text, public).withheld}
    usual = read_ordinary() | read_peoples() | read_english() | read_vocabulary() | load_public("rulers")
    usual |= {word for known in (*public.persons, *(each.split() for each in public.phrases)) for word in known}

    def tells(word: str) -> bool:
        return word not in usual and (is_name_like(word) or not count_people(word))

    strong = [name for name in found if any(tells(word) for word, _, _ in split_words(name))]
    words = {word for name in strong for word, _, _ in split_words(name)}
    return Withholding(read_names(evidence), know_names(strong, frozenset(word for word in words if not tells(word))), public)


def _redact(text: str, spans: tuple[Span, ...]) -> str:
    if not spans:
        return text
    kept, last = [], 0
    for span in spans:
        kept += [text[last : span.start], WITHHELD]
        last = span.end
    return "".join(kept) + text[last:]


def _mover(spans: tuple[Span, ...]) -> Callable[[int, bool], int]:
    """From an offset in the old text to one in the new; inside a name, to the end of the sign that is nearer outside."""
    ends, shifts, shift = [], [], 0
    for span in spans:
        shift += len(WITHHELD) - len(span)
        ends.append(span.end)
        shifts.append(shift)

    def move(offset: int, closing: bool) -> int:
        place = bisect_right(ends, offset)
        before = shifts[place - 1] if place else 0
        if place < len(spans) and spans[place].start < offset:
            return spans[place].start + before + (len(WITHHELD) if closing else 0)
        return offset + before

    return move


def _redact_document(document: Document, claims: list[Claim], withholding: Withholding) -> tuple[Document, list[Claim]]:
    spans = withholding.find(document.text)
    text, move = _redact(document.text, spans), _mover(spans)
    moved = []
    for claim in claims:
        start, end = move(claim.start, False), move(claim.end, True)
        moved.append(replace(claim, start=start, end=end, quote=text[start:end]))
    return replace(document, text=text), moved


@cache
def _field_names(record: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(record) if each.name not in _KEPT)


class _Redactor:
    """Goes through records field by field; labels of cohorts that become alike are told apart by a number."""

    def __init__(self, withholding: Withholding) -> None:
        self.withholding = withholding
        self._cohorts: dict[str, str] = {}
        self._taken: set[str] = set()
        self._seen: dict[tuple[str, str], str] = {}

    def words(self, text: str, kind: str = "") -> str:
        if (text, kind) not in self._seen:
            self._seen[text, kind] = self.withholding.redact(text, kind)
        return self._seen[text, kind]

    def cohort(self, label: str) -> str:
        if label not in self._cohorts:
            plain = self.words(label)
            new, number = plain, 2
            while new in self._taken:
                new, number = f"{plain} ({number})", number + 1
            self._cohorts[label] = new
            self._taken.add(new)
        return self._cohorts[label]

    def record(self, record: Record) -> Record:
        changed = {}
        for name in _field_names(type(record)):  # type: ignore[arg-type]
            value = getattr(record, name)
            kind = "place" if name in _PLACES or (name == "name" and isinstance(record, Where)) else "file" if name in _FILES else ""
            kind = "file" if name in ("name", "names") and isinstance(record, (Document, FileFound, Failure)) else kind
            if value is not None and (new := self._value(name, value, kind)) is not value:
                changed[name] = new
        return replace(record, **changed) if changed else record  # type: ignore[type-var]

    def records(self, several: tuple[Record, ...]) -> tuple[Record, ...]:
        return tuple(self.record(each) for each in several)

    def _value(self, name: str, value: Any, kind: str) -> Any:
        if isinstance(value, str):
            if name == "url":
                return value if not self.withholding.tells(unquote(value)) else None
            if name in ("cohort", "within"):
                return self.cohort(value)
            return self.words(value, kind)
        if isinstance(value, tuple):
            new = tuple(self._value(name, each, kind) for each in value)
            return value if new == value else new
        return self.record(value) if is_dataclass(value) and not isinstance(value, type) else value


def withhold_names(evidence: Evidence) -> Evidence:
    """Evidence in which no claim about a named person is left, and no protected name stands.

    Kept are figures, the claims they speak of, the documents in which these stand, and how every file ended. Draws are not
    kept, nor are entities other than cohorts.
    """
    redactor = _Redactor(decide_withholding(evidence))
    personal = {claim.id for claim in evidence.claims if is_personal(claim)}
    flat = tuple(each for each in evidence.flat if each.id not in personal)
    for label in (*(figure.cohort for figure in evidence.account.figures), *(each.cohort for each in flat)):
        redactor.cohort(label)
    by_document: dict[str, list[Claim]] = {}
    for claim in evidence.claims:
        if claim.id not in personal:
            by_document.setdefault(claim.document, []).append(claim)
    documents, claims = list[Document](), list[Claim]()
    for document in evidence.documents:
        if document.sha256 in by_document:
            plain, moved = _redact_document(document, by_document[document.sha256], redactor.withholding)
            documents.append(replace(redactor.record(replace(document, text="")), text=plain.text))
            claims += [replace(redactor.record(replace(each, quote="")), quote=each.quote) for each in moved]
    account = evidence.account
    figures = (replace(figure, claims=tuple(each for each in figure.claims if each not in personal)) for figure in account.figures)
    contradictions = (
        replace(each, claims=tuple(claim for claim in each.claims if claim not in personal)) for each in account.contradictions
    )
    return Evidence(
        account=Account(
            redactor.records(tuple(figures)),
            redactor.records(tuple(contradictions)),
            redactor.records(tuple(each for each in account.inferences if each.claim not in personal)),
            redactor.records(account.diagnostics),
        ),
        flat=redactor.records(flat),
        claims=tuple(claims),
        documents=tuple(documents),
        claim_links=redactor.records(tuple(each for each in evidence.claim_links if each.claim not in personal)),
        entities=redactor.records(tuple(each for each in evidence.entities if each.kind == "cohort")),
        files=redactor.records(evidence.files),
        failures=redactor.records(evidence.failures),
        title=redactor.words(evidence.title),
    )
