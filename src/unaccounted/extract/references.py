"""What words that refer back mean inside one document: "its nationals", "those who joined", "the men", "30 others".

In: phrases in reading order. Out: cohorts whose parts are filled from what was said before. It only looks back, and
only within the document; whether two cohorts are the same is for link.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from unaccounted.base.records import Cohort
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.past import Past
from unaccounted.extract.settings import PLACING, country_signs, find_country, find_group, find_place, group_signs
from unaccounted.extract.timeline import Timeline

NOBODY = Cohort("people")
_STATES_OF_PEOPLE = frozenset(["died", "remaining", "missing", "wounded"])


def _nothing() -> None:
    """Where nobody was named before."""


@dataclass(frozen=True, slots=True)
class Told:
    """The last count that was told: its fate, what it covers, its people, and where it ends in the text."""

    fate: str
    covers: tuple[str, ...]
    cohort: Cohort
    end: int


@dataclass(slots=True)
class Memory:
    """What a document has spoken of so far.

    Args:
        past: the sentences up to this one, in which `group`, `country`, `place`, `persons` and `names` look back.
        topic: the last cohort with an origin or an affiliation.
        by_fate: the last cohort said to have met each fate, with an origin or an affiliation.
        speaker: the last who said something, with its role; speaker_in: in which paragraph. persons: the last named together.
        timeline: the document's dates.
        told: the last count, for another figure of the same.
        seen: the people counted last, and the paragraph in which they were.
        authority: the last authority whose stance was told; affected: the people of the last stance. divided: the people whom an
            author divides into classes, and where.
        known: last words of persons' names, in lower case, with the whole names; offices: the same of their offices. spoken:
            where the text last spoke of persons. groups: names of groups told before; whole: the last group whose parts were
            counted, and where; last_group: the last named, and where; acronyms: of groups, with their whole names. party: who
            is before the court, by the title. recall: brings the persons named up to the sentence before this one.
    """

    past: Past
    topic: Cohort | None = None
    by_fate: dict[str, Cohort] = field(default_factory=dict)
    last: Cohort | None = None
    speaker: tuple[str, str] | None = None
    speaker_in: int = -1
    persons: tuple[str, ...] = ()
    timeline: Timeline | None = None
    authority: str | None = None
    affected: Cohort | None = None
    divided: tuple[str, int] | None = None
    known: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    spoken: int = 0
    groups: set[str] = field(default_factory=set)
    whole: tuple[str, int] | None = None
    acronyms: dict[str, str] = field(default_factory=dict)
    last_group: tuple[str, int] | None = None
    party: str | None = None
    paragraph: int = -1
    told: Told | None = None
    seen: Cohort | None = None
    seen_in: int = -1
    recall: Callable[[], None] = _nothing

    @property
    def group(self) -> str | None:
        """The last group named."""
        return self.past.last("group", find_group, group_signs())

    @property
    def country(self) -> str | None:
        """The last country or its government named as one who acts."""
        return self.past.last("country", find_country, country_signs())

    @property
    def place(self) -> str | None:
        """The last place named."""
        return self.past.last("place", find_place, PLACING)

    @place.setter
    def place(self, place: str) -> None:
        self.past.tell("place", place)

    def names(self) -> dict[str, str]:
        """Last words of the names of persons named before this sentence, in lower case, with the whole names."""
        self.recall()
        return self.known

    def see(self, phrases: list[Phrase]) -> None:
        """Remember the people counted in a sentence, whether or not a claim was made of them."""
        for phrase in phrases:
            counted = phrase.quantity is not None and phrase.quantity.count.unit == "people"
            if counted and phrase.people is True and phrase.head is not None and phrase.refers is None and phrase.plural and not phrase.kin:
                self.seen, self.seen_in = phrase.parts, self.paragraph

    def at_hand(self) -> Cohort | None:
        """The people counted last, while the text has not gone on for more than a paragraph."""
        return self.seen if self.paragraph - self.seen_in <= 1 else None

    def enter(self, paragraph: int) -> None:
        """Begin a sentence; in a new paragraph the last people spoken of are no longer at hand for a bare number."""
        if paragraph != self.paragraph:
            self.paragraph, self.last = paragraph, None

    def note(self, cohort: Cohort, fate: str | None) -> None:
        """Remember a cohort that a claim spoke of."""
        self.last = cohort
        if cohort.origin or cohort.affiliation:
            if cohort.kin_of is None:
                self.topic = cohort
            if fate is not None:
                self.by_fate[fate] = cohort


def resolve_cohort(phrase: Phrase, memory: Memory, before: list[Phrase], entry: str | None = None) -> Cohort:
    """The people that a phrase means.

    Args:
        phrase: the phrase.
        memory: what the document has spoken of before this sentence.
        before: the phrases before it in its sentence, in order.
        entry: the fate in its own relative clause ("those who joined"), where there is one.
    """
    parts = phrase.parts
    if parts.kin_of in ("their", "its", "his"):
        whose = _antecedent(before, memory, entry)
        if whose is None:
            return replace(parts, kin_of=None)
        base = whose.label
        return replace(
            parts, label=f"{parts.label.removeprefix('their ')} of {base}", kin_of=base, origin=whose.origin, affiliation=whose.affiliation
        )
    if phrase.refers == "its" and parts.origin is None and parts.affiliation is None:
        if memory.country is not None and parts.role is None:
            return replace(parts, label=f"{parts.label} of {memory.country}", origin=memory.country)
        if memory.group is not None:
            return replace(parts, label=f"{memory.group} {parts.label}", affiliation=memory.group)
    if phrase.refers == "army":
        army = memory.topic.affiliation if memory.topic is not None and memory.topic.affiliation else memory.group
        return replace(parts, affiliation=army, label=f"{parts.label.split(' of ')[0]} of the {army}" if army else parts.label)
    if phrase.refers == "whom" and before:
        return _and_own(resolve_cohort(before[-1], memory, before[:-1]), parts)
    counted_by_fate = phrase.fate is not None and phrase.fate_at == phrase.head and phrase.fate.fate in _STATES_OF_PEOPLE
    if counted_by_fate and parts.origin is None and parts.affiliation is None:
        named = [each for each in before if each.quantity is not None or each.parts.origin or each.parts.affiliation]
        whose = _antecedent(named, memory, entry, True)
        return whose if whose is not None else NOBODY
    if phrase.refers is not None or phrase.head is None:
        whose = _antecedent(before, memory, entry, phrase.refers is None)
        if whose is None:
            return NOBODY if phrase.head is None else parts
        if phrase.head is None and phrase.composed and (parts.sex or parts.age or parts.role or parts.origin):
            parts = replace(parts, origin=parts.origin or whose.origin, affiliation=whose.affiliation, role=parts.role or whose.role)
            return replace(parts, kin_of=parts.kin_of or whose.kin_of)
        if phrase.head is None:
            return _and_own(whose, parts)
        return replace(
            parts, origin=parts.origin or whose.origin, affiliation=parts.affiliation or whose.affiliation, role=parts.role or whose.role
        )
    return parts


def _and_own(whose: Cohort, parts: Cohort) -> Cohort:
    return replace(
        whose,
        origin=parts.origin or whose.origin,
        affiliation=parts.affiliation or whose.affiliation,
        kin_of=parts.kin_of or whose.kin_of,
    )


def _antecedent(before: list[Phrase], memory: Memory, entry: str | None, bare: bool = False) -> Cohort | None:
    """Who is meant: of the same fate's cohort, else the last people of this sentence that stand alone, else the last spoken of."""
    if entry is not None and entry in memory.by_fate:
        return memory.by_fate[entry]
    for phrase in reversed(before):
        kin = bare and phrase.kin and memory.last is not None
        if phrase.head is not None and phrase.refers is None and phrase.people is not False and phrase.plural and not kin:
            return phrase.parts
    if memory.last is not None and memory.last is not NOBODY:
        return memory.last
    if memory.at_hand() is not None:
        return memory.at_hand()
    entered = memory.topic is not None and memory.topic in (memory.by_fate.get("joined"), memory.by_fate.get("set out"))
    return memory.topic if entered or not bare else None
