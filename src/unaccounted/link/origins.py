"""Which claims only repeat another: one origin for a statement and all its copies, with the reason.

In: count claims with their cohorts. Out: for each claim its origin, what it repeats and why. The same figure for the same
cohort and fate is one origin where a source is shared or cited, where a writer says it twice, or where it is large or odd
enough and printed later. Two sources that one report sets beside each other are two origins, unless one gives the other's
figure: the writer tells them apart. A denial or an inference never shares the origin of the statement that it denies or draws
on, nor those who are still there that of all so far. It grades nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unaccounted.base.dates import DateRange, read_iso
from unaccounted.base.errors import UsageError
from unaccounted.base.records import Claim, Document
from unaccounted.base.vocabulary import EVIDENCE
from unaccounted.link.folding import fold, name_entity
from unaccounted.link.parts import load_words
from unaccounted.link.sources import Speaker, read_speaker

_TELLING = 20
"""A figure below this is met by chance too often to tell a copy across reports."""

_ENDS = (". ", "! ", "? ", "\n\n", ".\n")

Origin = tuple[str, str | None, str | None]
"""Origin id, the claim that is repeated, why; an originator repeats none."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with what telling copies from chance needs."""

    claim: Claim
    speaker: Speaker
    dates: DateRange | None
    telling: bool
    primacy: tuple[str, bool, bool, str, int, str]


@dataclass(slots=True)
class _Copies:
    """An originator and what repeats it."""

    first: _Told
    documents: set[str] = field(default_factory=set)
    speakers: list[Speaker] = field(default_factory=list)
    telling: bool = False
    members: list[_Told] = field(default_factory=list)

    def add(self, told: _Told) -> None:
        self.members.append(told)
        self.documents.add(told.claim.document)
        self.telling = self.telling or told.telling
        if told.speaker.name and told.speaker not in self.speakers:
            self.speakers.append(told.speaker)


def link_origins(claims: Sequence[Claim], cohorts: Mapping[str, str], documents: Mapping[str, Document] | None = None) -> dict[str, Origin]:
    """For each claim where it began.

    Args:
        claims: of all documents, in any order.
        cohorts: claim id to cohort entity id.
        documents: by hash; their authors tell who is cited and who speaks for themselves.
    """
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    found: dict[str, Origin] = {}
    for claim in claims:
        if claim.kind == "count" and claim.fate is not None:
            alike[_figure(claim, cohorts)].append(claim)
        else:
            found[claim.id] = (name_entity("origin", claim.id), None, None)
    for group in alike.values():
        for copies in _gather(group, documents or {}):
            origin = name_entity("origin", copies.first.claim.id)
            for told in copies.members:
                again = told is not copies.first
                found[told.claim.id] = (
                    origin,
                    copies.first.claim.id if again else None,
                    _reason(told, copies.first) if again else None,
                )
    return found


def _figure(claim: Claim, cohorts: Mapping[str, str]) -> tuple[object, ...]:
    number = claim.best if claim.best is not None else (claim.low, claim.high)
    said = "evidence" if claim.factuality is None or claim.factuality in EVIDENCE else claim.factuality
    return cohorts.get(claim.id), claim.fate, claim.unit, number, said, claim.measure == "stock"


def _gather(group: Sequence[Claim], documents: Mapping[str, Document]) -> list[_Copies]:
    """Originators with their copies: claims by primacy, each joining the first originator that it repeats."""
    speakers = {claim.id: read_speaker(claim) for claim in group}
    cited = _cited(group, speakers, documents)
    gathered: list[_Copies] = []
    by_document: dict[str, list[_Copies]] = defaultdict(list)
    by_speaker: dict[str, list[_Copies]] = defaultdict(list)
    telling: list[_Copies] = []
    for told in sorted((_read(claim, speakers[claim.id], claim.id in cited) for claim in group), key=lambda told: told.primacy):
        near = [*by_document[told.claim.document], *by_speaker[told.speaker.last], *(telling if told.telling else ())]
        home = next((copies for copies in near if _repeats(told, copies, documents)), None)
        if home is None:
            home = _Copies(told)
            gathered.append(home)
        if told.telling and not home.telling:
            telling.append(home)
        home.add(told)
        for lists, key in ((by_document, told.claim.document), (by_speaker, told.speaker.last)):
            if key and home not in lists[key]:
                lists[key].append(home)
    return gathered


def _read(claim: Claim, speaker: Speaker, cited: bool) -> _Told:
    size = next((number for number in (claim.best, claim.low, claim.high) if number is not None), 0)
    # Vague words are everybody's: "dozens" twice is no copy.
    telling = claim.bound != "vague" and (not _is_round_share(size) if claim.unit == "share" else size >= _TELLING)
    role = claim.source.role if claim.source is not None else None
    published = "" if cited else claim.published or "9999"
    nobody = role in (None, "media", "unnamed")
    primacy = (published, not speaker.name, nobody, claim.document, claim.start, claim.id)
    return _Told(claim, speaker, _dates(claim), telling, primacy)


def _citing(claim: Claim, documents: Mapping[str, Document]) -> str:
    """The sentence of a claim, folded, where a word of it says that a figure is another's; else ""."""
    document = documents.get(claim.document)
    text = document.text if document is not None and document.text[claim.start : claim.end] == claim.quote else claim.quote
    at = claim.start if text is not claim.quote else 0
    before = max((text.rfind(end, 0, at) for end in _ENDS), default=-1)
    after = min((found for end in _ENDS if (found := text.find(end, at + len(claim.quote))) >= 0), default=len(text))
    sentence = f" {fold(text[before + 1 : after])} "
    return sentence if any(f" {word} " in sentence for word in load_words("citing")) else ""


def _is_round_share(share: float) -> bool:
    """Whether a share is one that people say by habit: a tenth, a quarter, a third, 35%."""
    return any(abs(share * parts - round(share * parts)) < 1e-9 for parts in (3, 20))


def _cited(group: Sequence[Claim], speakers: Mapping[str, Speaker], documents: Mapping[str, Document]) -> set[str]:
    """Claims of a writer who speaks for himself, and whom another report gives as its source."""
    own: list[Claim] = []
    others: list[Claim] = []
    for claim in group:
        document = documents.get(claim.document)
        author = read_speaker(document.author) if document is not None and document.author else None
        (own if author is not None and author.meets(speakers[claim.id]) else others).append(claim)
    named: dict[str, list[Speaker]] = defaultdict(list)
    for claim in others:
        if speakers[claim.id] not in named[speakers[claim.id].last]:
            named[speakers[claim.id].last].append(speakers[claim.id])
    return {claim.id for claim in own if any(speakers[claim.id].meets(other) for other in named[speakers[claim.id].last])}


def _repeats(told: _Told, copies: _Copies, documents: Mapping[str, Document]) -> bool:
    if told.dates is not None and copies.first.dates is not None and not told.dates.overlaps(copies.first.dates):
        return False
    if any(told.speaker.meets(speaker) for speaker in copies.speakers):
        return True
    if told.claim.document not in copies.documents:
        return told.telling and copies.telling
    return not any(_set_beside(told, other, documents) for other in copies.members if other.claim.document == told.claim.document)


def _set_beside(told: _Told, other: _Told, documents: Mapping[str, Document]) -> bool:
    """Whether one report gives the two as the words of two sources, neither of whom has the figure from the other."""
    if not (_is_somebody(told) and _is_somebody(other)):
        return False
    return not any(_cites(one, two.speaker, documents) for one, two in ((told, other), (other, told)))


def _cites(told: _Told, other: Speaker, documents: Mapping[str, Document]) -> bool:
    """Whether the sentence of a claim gives another's figure and names that other, or says "that ministry"."""
    sentence = _citing(told.claim, documents).replace(f" {told.speaker.folded} ", " ")
    return bool(sentence) and f" {_names(other)} " in sentence


def _is_somebody(told: _Told) -> bool:
    """Whether it is known who says it: "various estimates" and "reports" are anybody's."""
    return bool(told.speaker.name) and told.claim.source is not None and told.claim.source.role not in (None, "unnamed")


def _names(speaker: Speaker) -> str:
    """How a sentence would name a speaker: by the last of the names, else by the last word."""
    return speaker.names[-1] if speaker.names else speaker.folded.split()[-1]


def _dates(claim: Claim) -> DateRange | None:
    start, end = (claim.when.start, claim.when.end) if claim.when is not None else (None, None)
    if not start and not end:
        return None
    try:
        return read_iso(f"{start or end}/{end or start}")
    except UsageError:
        return None


def _reason(told: _Told, first: _Told) -> str:
    if told.claim.document == first.claim.document:
        return "the same figure for the same people and fate, again in one report"
    if told.speaker.meets(first.speaker):
        return f"both give it as said by {first.speaker.name}"
    if first.claim.published and told.claim.published and first.claim.published < told.claim.published:
        return "the same figure for the same people and fate, later in another report"
    return "the same figure for the same people and fate, in another report"
