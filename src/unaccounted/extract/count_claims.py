"""One count claim, made of a number of people and a fate: whose it is, when, where, who says it, and whether it holds.

In: a phrase with its quantity, a fate and the word that tells it. Out: a claim with every field that the sentence and the document so
far tell. Which numbers state a count at all is for `count_rules`, and for the forms that call it.
"""

from __future__ import annotations

from dataclasses import replace

from unaccounted.base.records import Claim, Cohort, When, Where
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.edge_features import score_edge
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.measures import tell_measure
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import find_where
from unaccounted.extract.references import Memory, resolve_cohort
from unaccounted.extract.standing import PART
from unaccounted.extract.told_beside import is_compared
from unaccounted.extract.triggers import Trigger


def _told_as_part(words: tuple[str, ...], at: int) -> bool:
    """Whether words before a phrase tell it as a part: "including those of 11 children", "among them nine women"."""
    return not PART.isdisjoint(words[max(at - 4, 0) : at])


class CountMaker:
    """Makes the count claims of one passage, and notes in the memory whom they are about."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words = passage.sentence.words

    def make(
        self,
        phrase: Phrase,
        trigger: Trigger | None,
        fate: str,
        covers: tuple[str, ...],
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
            score=score_edge(self.passage, phrase, trigger, fate, cohort),
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
