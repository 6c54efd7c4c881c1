"""Claims that so many people, or such a share of them, met a fate.

In: a passage and what the document has said before. Out: count claims with cohort, fate, range, date, speaker and
factuality. Which cohorts are the same, and what copies what, is for link.
"""

from __future__ import annotations

from dataclasses import replace

from unaccounted.base.ranges import CountRange
from unaccounted.base.records import Claim, Cohort, When, Where
from unaccounted.base.vocabulary import FATES
from unaccounted.extract.clauses import clause_end, clause_start
from unaccounted.extract.closed import load_closed
from unaccounted.extract.edges import Edge, is_compared
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.fates import FateTeller
from unaccounted.extract.measures import tell_measure
from unaccounted.extract.passage import Passage
from unaccounted.extract.phrases import Phrase
from unaccounted.extract.places import find_where
from unaccounted.extract.quantities import Quantity
from unaccounted.extract.references import Memory, Told, resolve_cohort
from unaccounted.extract.rivals import find_rivals, may_rival
from unaccounted.extract.subjects import PART
from unaccounted.extract.triggers import Trigger

_BE = frozenset(["be", "is", "are", "was", "were", "been", "remain", "remained"])
_ACCOUNT_FOR = (
    ("account", "for"),
    ("accounts", "for"),
    ("accounted", "for"),
    ("make", "up"),
    ("makes", "up"),
    ("made", "up"),
    ("represent",),
    ("represents",),
    ("constitute",),
    ("constituted",),
)
_ACCOUNTING = frozenset(verb[0] for verb in _ACCOUNT_FOR)


_DONE_TO_BODIES = frozenset(["rescued", "returned", "repatriated", "released", "abducted", "set out", "detained"])


def _told_as_part(words: tuple[str, ...], at: int) -> bool:
    """Whether words before a phrase tell it as a part: "including those of 11 children", "among them nine women"."""
    return not PART.isdisjoint(words[max(at - 4, 0) : at])


class CountReader:
    """Makes count claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words = passage.sentence.words
        self.fates = FateTeller(passage)

    def read(self) -> list[Claim]:
        """The passage's count claims, in order of their place."""
        if not self._may_count() or not self.passage.quantities:
            return []
        claims: list[Claim] = []
        used: set[tuple[int, str]] = set()
        entries = self._entries_of_shares()
        governed = {
            edge.phrase.first
            for edge in self.passage.edges
            if edge.trigger.word.frame != "people"
            and edge.trigger.first != edge.phrase.fate_at
            and not self._is_of_bodies(edge.phrase, edge.trigger)
        }
        together = {other for trigger in self.passage.triggers for other in self.fates.joined(trigger)[1]}
        for edge in self.passage.edges:
            if edge.trigger.first in together and any(
                each.phrase is edge.phrase and each.trigger.first < edge.trigger.first for each in self.passage.edges
            ):
                continue
            if edge.trigger.word.fate == "destroyed" or edge.phrase.quantity is None or (edge.phrase.first, edge.trigger.word.fate) in used:
                continue
            base = edge.trigger.first in entries.get(edge.phrase.first, ())
            if base and not self._counted_by(edge, governed) and self._whole_of(edge.phrase, edge.trigger) is None:
                continue
            if edge.trigger.word.frame == "people" and edge.phrase.first in governed and self._whole_of(edge.phrase, edge.trigger) is None:
                continue
            if self._told_already(edge):
                continue
            claim = self._from_edge(edge, entries)
            if claim is not None:
                used.add((edge.phrase.first, edge.trigger.word.fate))
                claims.append(claim)
        for special in (self._numbers_of(), self._standing(used), self._accounting_for(), self._composition(claims), self._likened(claims)):
            claims.extend(special)
        claims.extend(self._rivals(claims))
        if claims and claims[-1].fate is not None and claims[-1].cohort is not None and claims[-1].unit == "people":
            last = max(claims, key=lambda claim: claim.end)
            if last.unit == "people" and last.fate is not None and last.cohort is not None:
                self.memory.told = Told(last.fate, last.covers, last.cohort, last.end)
        return claims

    def _may_count(self) -> bool:
        """Whether the words alone let a count be told: a fate, "there were", a share set against a whole, a figure against the last."""
        words = self.words
        if self.passage.may_tell_fate or "there" in words or not _ACCOUNTING.isdisjoint(words):
            return True
        return self.memory.told is not None and may_rival(words)

    def _rivals(self, claims: list[Claim]) -> list[Claim]:
        """Other figures for what was told before."""
        told = self.memory.told
        earlier = [claim for claim in claims if claim.unit == "people" and claim.fate is not None and claim.cohort is not None]
        if earlier:
            nearest = max(earlier, key=lambda claim: claim.end)
            assert nearest.fate is not None and nearest.cohort is not None
            told = Told(nearest.fate, nearest.covers, nearest.cohort, self.passage.sentence.start)
        made = []
        for phrase in find_rivals(self.passage, claims, told):
            assert told is not None
            first = clause_start(self.passage.sentence, phrase.first)
            last = max(clause_end(self.passage.sentence, phrase.last - 1), phrase.last)
            claim = self._claim(phrase, None, told.fate, told.covers, 0.6, None, (first, last), phrase.first, told.cohort)
            if claim is not None:
                made.append(claim)
        return made

    def _counted_by(self, edge: Edge, governed: set[int]) -> bool:
        """Whether a number of a fate's people says only that they met it: "26 of the saved were in the upper seam"."""
        quantity = edge.phrase.quantity
        own = edge.trigger.first == edge.phrase.fate_at
        if not own or quantity is None or edge.phrase.first in governed:
            return False
        return (quantity.count.unit == "people" and not edge.phrase.share_of) or edge.phrase.composed

    def _told_already(self, edge: Edge) -> bool:
        """Whether a participle after a comma only says again how they died: "the death of 20 men, killed in battle"."""
        if edge.trigger.passive or edge.trigger.first < edge.phrase.last or self.words[edge.phrase.last : edge.phrase.last + 1] != (",",):
            return False
        dead = ("died", "killed")
        return edge.trigger.word.fate in dead and any(
            each.phrase is edge.phrase and each.trigger.word.frame == "event" and each.trigger.word.fate in dead
            for each in self.passage.edges
        )

    def _entries_of_shares(self) -> dict[int, list[int]]:
        """For each share, the fate words in its own relative clause ("10% of those who joined"): its base, not its fate."""
        entries: dict[int, list[int]] = {}
        for phrase in self.passage.phrases:
            if phrase.quantity is None or not (phrase.share_of or phrase.quantity.count.unit == "share"):
                continue
            for trigger in self.passage.triggers:
                counted_by_fate = trigger.first == phrase.fate_at == phrase.head and phrase.share_of
                if (
                    counted_by_fate
                    or (trigger.relative and 0 <= trigger.first - phrase.last <= 4)
                    or phrase.head_end <= trigger.first < phrase.last
                ):
                    entries.setdefault(phrase.first, []).append(trigger.first)
        return entries

    def _from_edge(self, edge: Edge, entries: dict[int, list[int]]) -> Claim | None:
        phrase, trigger = edge.phrase, edge.trigger
        quantity = phrase.quantity
        if quantity is None or phrase.people is False or self._tells_origin(phrase):
            return None
        if phrase.head is not None and phrase.people is None and edge.score < 0.45:
            return None
        word = trigger.word
        if not (self.fates.lifted(trigger) and self.fates.fallen(trigger) and self.fates.unknown(trigger)):
            return None
        if self._is_of_bodies(phrase, trigger) or self._is_met(phrase, trigger):
            return None
        if phrase.head is None and quantity.count.words == "some":
            return None
        losing = trigger.last == trigger.first + 1 and self.words[trigger.first] in self.passage.lexicon.beside["losing"]
        if losing and any(each.first == phrase.last for each in self.passage.triggers):
            return None  # "lost 412 killed": the second word says it
        if self.words[trigger.first] == "lives" and self.passage.lexicon.beside["costing"].isdisjoint(self.words):
            return None
        if losing and phrase.last <= trigger.first and not trigger.passive:
            return None  # "a boy lost both legs": losing is said of its object only
        carried = word.fate == "set out" and self.words[trigger.first] in self.passage.lexicon.beside["carrying"]
        if carried and not self._on_board(phrase):
            return None
        if self.words[trigger.first] in self.passage.lexicon.beside["lodging"] and not self._lodged():
            return None
        if quantity.count.best == 1 and quantity.last == quantity.first + 1 and self._named(phrase):
            return None
        if phrase.parts.kin_of is None and self._households(phrase):
            return None
        if word.frame == "state" and self.words[trigger.first : trigger.last] == ("left",) and not self._left_over(trigger, quantity):
            return None
        whole = self._whole_of(phrase, trigger)
        if whole is not None:
            phrase = whole
        own = [each for each in self.passage.triggers if each.first in entries.get(phrase.first, ())]
        entry = next((each.word.fate for each in own if FATES[each.word.fate].enters or each.word.frame == "people"), None)
        fate, covers = self.fates.tell(trigger, phrase.first)
        return self._claim(phrase, trigger, fate, covers, edge.score, entry)

    def _is_met(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether people are only met or spoken to: "we spoke to eleven survivors" tells how many were asked, not how many there are."""
        before = self.words[phrase.first - 1] if phrase.first else ""
        alone = trigger.word.frame == "people" and trigger.first == phrase.fate_at
        return alone and before in ("to", "with", "from") and trigger.word.fate not in ("died", "wounded", "missing", "killed")

    def _is_of_bodies(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether the dead are what a verb is done to: "divers brought up 23 bodies" is no rescue, and no second death."""
        dead = phrase.fate is not None and phrase.fate.fate == "died" and phrase.fate_at == phrase.head
        return dead and trigger.first != phrase.fate_at and trigger.word.fate in _DONE_TO_BODIES

    def _on_board(self, phrase: Phrase) -> bool:
        """Whether people are carried by a vessel, and not in arms: "the ferry carried 476 passengers"."""
        return phrase.fate is None and not self.passage.lexicon.beside["vessels"].isdisjoint(self.words)

    def _lodged(self) -> bool:
        """Whether a camp or a shelter stands in the sentence, so that those whom it hosts live there."""
        return not self.passage.lexicon.beside["camps"].isdisjoint(self.words)

    def _named(self, phrase: Phrase) -> bool:
        """Whether one person is named right after: then it is a person's fate and no count."""
        before = self.words[max(phrase.first - 1, 0)] == ","
        apposed = before and any(each.last == phrase.first - 1 for each in self.passage.mentions)
        if self.words[phrase.first] not in ("a", "an"):
            return apposed and self.words[phrase.first] == "one"
        return apposed or any(0 <= each.first - phrase.last <= 2 for each in self.passage.mentions)

    def _households(self, phrase: Phrase) -> bool:
        """Whether families or households are counted, which are no number of people."""
        number = phrase.quantity is not None and phrase.quantity.count.bound != "vague" and phrase.quantity.count.unit == "people"
        return number and phrase.head is not None and self.words[phrase.head_end - 1] in ("families", "households", "family")

    def _whole_of(self, phrase: Phrase, trigger: Trigger) -> Phrase | None:
        """The whole that a part is out of, where the fate word is said of it: "none of the 62 aboard", "21 of the 33 abducted"."""
        quantity = phrase.quantity
        if quantity is None or quantity.of is None or not phrase.share_of:
            return None
        reduced = trigger.start == trigger.first == phrase.last and trigger.word.frame in ("state", "patient")
        governed = any(edge.phrase is phrase and edge.trigger.first > trigger.first for edge in self.passage.edges)
        inside = trigger.first == phrase.fate_at or (
            reduced and FATES[trigger.word.fate].enters and (governed or trigger.word.frame == "state")
        )
        if not inside:
            return None
        return replace(phrase, quantity=replace(quantity, count=CountRange(None, quantity.of, None, "exact"), of=None), share_of=False)

    def _tells_origin(self, phrase: Phrase) -> bool:
        """Whether a share tells where counted people come from: "most of whom were from", "most of them Eritreans"."""
        after = phrase.head_end
        if (
            phrase.refers not in ("whom", "them")
            or after >= len(self.words)
            or phrase.quantity is None
            or phrase.quantity.count.unit != "share"
        ):
            return False
        stop = clause_end(self.passage.sentence, after) if self.words[after] in _BE else after + 1
        return bool(self.passage.lexicon.demonyms.find(self.words, after, min(stop, len(self.words))))

    def _left_over(self, trigger: Trigger, quantity: Quantity) -> bool:
        after = self.words[trigger.last] if trigger.last < len(self.words) else "."
        return quantity.count.high in (0, 10) or (
            after in (".", ",", ";", "in", "at", "with", "to")
            and any(word in _BE or word in ("had", "has", "have") for word in self.words[max(trigger.first - 10, 0) : trigger.first])
        )

    def _claim(
        self,
        phrase: Phrase,
        trigger: Trigger | None,
        fate: str,
        covers: tuple[str, ...],
        score: float,
        entry: str | None,
        span: tuple[int, int] | None = None,
        at: int | None = None,
        told_of: Cohort | None = None,
    ) -> Claim | None:
        quantity = phrase.quantity
        assert quantity is not None
        place = trigger.first if trigger is not None else (at if at is not None else phrase.first)
        last_word = trigger.last if trigger is not None else place + 1
        before = [
            each for each in self.passage.phrases if each.last <= phrase.first and not (each.quantity is None and self.passage.speaks(each))
        ]
        cohort = told_of or self._cohort(phrase, before, fate, entry, trigger)
        first = min(phrase.first, place)
        last = max(clause_end(self.passage.sentence, max(place, phrase.last - 1)), phrase.last, last_word)
        if span is not None:
            first, last = span
        speaker = self.passage.speaker(place, self.memory)
        factuality = read_factuality(
            self.passage.sentence,
            place,
            max(last_word, phrase.last),
            self.passage.lexicon,
            speaker.cue if speaker else None,
            self._nominal(trigger),
        )
        count = quantity.count
        if count.high == 0 and factuality == "negated":
            factuality = "asserted"  # the number itself says that there were none
        if speaker is not None:
            self.memory.speaker = (speaker.name, speaker.role)
        when = self._when(phrase, place)
        where = find_where(self.passage, first, last, self.memory)
        if (where is None and fate == "remaining" and self.memory.place is not None and trigger is None) or (
            where is None and fate == "remaining" and count.high is not None and count.high <= 10
        ):
            where = Where(self.memory.place) if self.memory.place is not None else None
        words = count.words if count.bound == "vague" else None
        named = (trigger.first, trigger.last) if trigger is not None else None
        measure = tell_measure(self.passage, fate, (phrase.first, phrase.last), named, trigger.word.frame if trigger is not None else None)
        claim = self.passage.claim(
            "count",
            first,
            last,
            cohort=cohort,
            fate=fate,
            covers=covers,
            measure=measure,
            low=count.low,
            best=count.best,
            high=count.high,
            bound=count.bound,
            unit=count.unit,
            base=self._base(phrase, entry, cohort) if count.unit == "share" else None,
            words=words,
            when=when,
            where=where,
            source=self.passage.source(speaker),
            factuality=factuality,
            score=round(score, 3),
        )
        # A part that was told beside its whole is not whom the next sentence means by a bare number.
        if not (cohort.sex or cohort.age) or self.memory.last is None or not _told_as_part(self.words, phrase.first):
            self.memory.note(cohort, fate)
        return claim

    def _when(self, phrase: Phrase, place: int) -> When | None:
        """The date of a count; what is compared with another time has the date behind it: "519, up from 437 in May"."""
        beside = [each for each in self.passage.phrases if each.quantity is not None and is_compared(self.words, each.first)]
        if not beside:
            return self.passage.when(place)
        if phrase.first == beside[0].first:
            return self.passage.when(phrase.first, phrase.first)
        return self.passage.when(place, 0, beside[0].first)

    def _nominal(self, trigger: Trigger | None) -> bool:
        """Whether a fate word is a noun here, by its frame or because "of" follows a word that can be both."""
        if trigger is None:
            return False
        of = self.words[trigger.last : trigger.last + 1] == ("of",)
        return trigger.word.frame in ("event", "people") or (trigger.word.form in ("base", "ing") and of)

    def _base(self, phrase: Phrase, entry: str | None, cohort: Cohort) -> str | None:
        return entry or (cohort.label if phrase.share_of else None)

    def _cohort(self, phrase: Phrase, before: list[Phrase], fate: str, entry: str | None, trigger: Trigger | None) -> Cohort:
        if (
            phrase.head is None
            and before
            and self.words[max(phrase.first - 2, 0) : phrase.first] in (("of", "whom"), ("of", "them"), ("of", "these"))
        ):
            return resolve_cohort(before[-1], self.memory, before[:-1])
        cohort = resolve_cohort(phrase, self.memory, before, entry)
        if fate in ("joined", "set out") and cohort.affiliation is None and cohort.kin_of is None and trigger is not None:
            for _, _, group in self.passage.lexicon.groups.find(self.words, trigger.last, min(trigger.last + 8, len(self.words))):
                label = (
                    cohort.label
                    if " who " in cohort.label
                    else f"{cohort.label} who {'joined' if fate == 'joined' else 'set out with'} {group}"
                )
                return replace(cohort, affiliation=group, label=label)
        return cohort

    def _numbers_of(self) -> list[Claim]:
        """ "The number of miners who died is put at 31": the number stands apart from its people."""
        claims: list[Claim] = []
        for at in range(len(self.words) - 3):
            if self.words[at] not in ("number", "numbers", "total", "count") or self.words[at + 1] != "of":
                continue
            people = next((phrase for phrase in self.passage.phrases if at + 1 < phrase.first <= at + 3 and phrase.people), None)
            if people is None:
                claims.extend(self._number_of_fate(at))
                continue
            if people.quantity is not None:
                continue
            value = next((phrase for phrase in self.passage.phrases if phrase.first >= people.last and phrase.quantity is not None), None)
            if (
                value is None
                or value.quantity is None
                or (value.head is not None and value.people is not True)
                or value.quantity.count.unit == "share"
            ):
                continue
            triggers = [each for each in self.passage.triggers if people.first <= each.first < value.first]
            gap = [word for word in self.words[people.last : value.first] if word not in load_closed().estimating]
            if not triggers or len(gap) > (12 if triggers[0].relative else 6):
                continue
            whole = replace(people, quantity=value.quantity)
            fate, covers = self.fates.tell(triggers[0], whole.first)
            claim = self._claim(
                whole,
                triggers[0],
                fate,
                covers,
                0.8,
                None,
                (max(at - 1, 0), max(value.last, clause_end(self.passage.sentence, value.first))),
            )
            if claim is not None:
                claims.append(claim)
        return claims

    def _number_of_fate(self, at: int) -> list[Claim]:
        """ "Put the number of missing at 45", "the number of those killed stands at 30": the fate itself names the people."""
        trigger = next((each for each in self.passage.triggers if at + 2 <= each.first <= at + 3), None)
        if trigger is None or trigger.word.form not in (None, "past", "participle"):
            return []
        value = next((phrase for phrase in self.passage.phrases if phrase.first >= trigger.last and phrase.quantity is not None), None)
        gap = self.words[trigger.last : value.first] if value is not None else ()
        if value is None or value.quantity is None or value.head is not None or value.quantity.count.unit == "share" or len(gap) > 6:
            return []
        if not all(word in load_closed().estimating or load_closed().is_adverb(word) for word in gap):
            return []
        fate, covers = self.fates.tell(trigger, value.first)
        span = (max(at - 1, 0), max(value.last, clause_end(self.passage.sentence, value.first)))
        claim = self._claim(value, trigger, fate, covers, 0.8, None, span)
        return [claim] if claim is not None else []

    def _standing(self, used: set[tuple[int, str]]) -> list[Claim]:
        """ "There were thousands of their family members": people said to be there and nothing else said of them."""
        claims: list[Claim] = []
        for phrase in self.passage.phrases:
            if (
                phrase.quantity is None
                or phrase.people is not True
                or phrase.refers in ("them", "whom", "these", "those", "they")
                or phrase.quantity.value <= 1
                or phrase.quantity.count.unit == "share"
                or any(first == phrase.first for first, _ in used)
            ):
                continue
            at = phrase.first - 1
            while at >= 0 and (self.words[at] in (",", "however", "still", "then", "also", "now") or self.words[at] in _BE):
                at -= 1
            if at >= 0 and self.words[at] == "there" and any(word in _BE for word in self.words[at : phrase.first]):
                if any(edge.phrase is phrase for edge in self.passage.edges):
                    continue
                if any(0 <= each.first - phrase.last <= 8 for each in self.passage.triggers):
                    continue  # "there were 1,120 people on the list of the missing"
                claim = self._claim(
                    phrase, None, "remaining", (), 0.6, None, (at, clause_end(self.passage.sentence, phrase.last - 1)), phrase.first
                )
                if claim is not None:
                    claims.append(claim)
        return claims

    def _accounting_for(self) -> list[Claim]:
        """ "The deserters, who make up a fifth of the garrison": a fate's people as a share of others."""
        claims: list[Claim] = []
        for phrase in self.passage.phrases:
            quantity = phrase.quantity
            if quantity is None or quantity.count.unit != "share" or not phrase.share_of:
                continue
            verb = next(
                (size for verb in _ACCOUNT_FOR for size in (len(verb),) if self.words[phrase.first - size : phrase.first] == verb), 0
            )
            subject = next(
                (
                    each
                    for each in reversed(self.passage.phrases)
                    if each.last <= phrase.first - verb and each.fate is not None and each.fate.frame == "people"
                ),
                None,
            )
            if not verb or subject is None or phrase.first - verb - subject.last > 3 or subject.fate is None:
                continue
            claim = self._claim(phrase, None, subject.fate.fate, (), 0.7, None, (subject.first, phrase.last), subject.first)
            if claim is not None:
                claims.append(claim)
        return claims

    def _composition(self, claims: list[Claim]) -> list[Claim]:
        """ "Some 70 workers (most of whom were from Nepal)": a share of a counted cohort that comes from somewhere."""
        made: list[Claim] = []
        for phrase in self.passage.phrases:
            quantity = phrase.quantity
            if quantity is None or quantity.count.unit != "share" or self.words[phrase.head_end - 1] not in ("whom", "them"):
                continue
            after = phrase.head_end
            if after >= len(self.words) or not self._tells_origin(phrase):
                continue
            end = clause_end(self.passage.sentence, after)
            places = self.passage.lexicon.demonyms.find(self.words, after, end)
            start = self.passage.sentence.starts[phrase.first]
            whole = next((each for each in claims if each.start <= start <= each.end or each.end <= start), None)
            if not places or whole is None or whole.cohort is None or whole.fate is None:
                continue
            names = " and ".join(dict.fromkeys(place.name for _, _, place in places))
            cohort = replace(whole.cohort, label=f"{whole.cohort.label} from {names}", origin=names)
            made.append(
                self.passage.claim(
                    "count",
                    phrase.first,
                    end,
                    cohort=cohort,
                    fate=whole.fate,
                    measure=whole.measure,
                    low=quantity.count.low,
                    best=quantity.count.best,
                    high=quantity.count.high,
                    bound=quantity.count.bound,
                    unit="share",
                    base=whole.cohort.label,
                    words=quantity.count.words,
                    when=whole.when,
                    source=whole.source,
                    factuality=whole.factuality,
                    score=0.6,
                )
            )
        return made

    def _likened(self, claims: list[Claim]) -> list[Claim]:
        """ "The majority of A (as the majority of B) were killed": the fate is said of B too."""
        made: list[Claim] = []
        for phrase in self.passage.phrases:
            if (
                phrase.quantity is None
                or phrase.head is None
                or phrase.first < 2
                or self.words[phrase.first - 1] not in ("as", "like")
                or self.words[phrase.first - 2] not in "(,"
            ):
                continue
            start = self.passage.sentence.starts[phrase.first]
            model = next((each for each in claims if each.start <= start < each.end and each.unit == phrase.quantity.count.unit), None)
            if model is None or model.fate is None:
                continue
            count = phrase.quantity.count
            made.append(
                self.passage.claim(
                    "count",
                    phrase.first,
                    clause_end(self.passage.sentence, phrase.first),
                    cohort=phrase.parts,
                    fate=model.fate,
                    covers=model.covers,
                    measure=model.measure,
                    low=count.low,
                    best=count.best,
                    high=count.high,
                    bound=count.bound,
                    unit=count.unit,
                    base=phrase.parts.label,
                    words=count.words,
                    source=model.source,
                    factuality=model.factuality,
                    score=0.6,
                )
            )
        return made
