"""Claims about what happened that bears on people's fates: a raid, a wreck, the fall of a town, a group that split.

In: a passage. Out: event claims with the event's name, actor, group, place and date; the quote is the clause. A bare noun
("attacks continue to worry residents") is no event: it needs a name, a place, a date or a verb of happening. Which events are
one is for link.
"""

from __future__ import annotations

from unaccounted.base.records import Claim
from unaccounted.extract.event_nouns import EventNouns
from unaccounted.extract.event_verbs import EventVerbs
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.happenings import Happening, Scene
from unaccounted.extract.tokens import find_tokens


class EventReader(Scene):
    """Makes event claims of one passage."""

    def read(self) -> list[Claim]:
        """The passage's event claims, in order of their place; it is asked only where a sign tells an event."""
        if not self.events.tells(self.words) and not self.events.bound(find_tokens(self.passage.text), self.passage.text):
            return []
        verbs, nouns = EventVerbs(self.passage, self.memory), EventNouns(self.passage, self.memory)
        kept: list[Happening] = []
        for each in [*nouns.labelled(), *verbs.find(), *nouns.find()]:
            if not any(self._same(known, each) for known in kept):
                kept.append(each)
        return [self._claim(each) for each in sorted(kept, key=lambda each: (each.first, each.at))]

    def _same(self, known: Happening, other: Happening) -> bool:
        """Whether a second pattern tells the event that a first one has told: it stands at its words, or is a noun in its clause."""
        if known.at < other.end and other.at < known.end:
            return True
        inside = known.first <= other.at < known.last and other.nominal and not known.nominal
        return inside or (known.event == other.event and known.first < other.last and other.first < known.last and known.last > other.at)

    def _wished(self, told: Happening) -> bool:
        """Whether a noun's event is wanted, feared or prepared, and has not happened: "until the liberation of the city"."""
        window = self.words[max(told.first - 3, 0) : told.at]
        committed = "committed" in self.words[max(told.first - 5, 0) : told.first]
        return (committed or bool(self.events.wished & set(window))) and not any(word in (",", ";", ".", "during") for word in window)

    def _claim(self, told: Happening) -> Claim:
        sentence = self.passage.sentence
        speaker = self.passage.speaker(told.at, self.memory)
        factuality = read_factuality(sentence, told.at, told.end, self.lexicon, speaker.cue if speaker else None, told.nominal)
        if told.nominal and factuality in ("asserted", "reported") and self._wished(told):
            factuality = "planned"
        where = told.where if told.where is not None and not told.nominal else (self._place(told.first, told.last) or told.where)
        return self.passage.claim(
            "event",
            told.first,
            told.last,
            event=told.event,
            actor=told.actor,
            group=told.group,
            when=self._when(told),
            where=where,
            source=self.passage.source(speaker),
            factuality=factuality,
        )

    def _when(self, told: Happening) -> object:
        """The date of an event: the nearest one inside its quote, else the nearest of the sentence."""
        inside = [mention for mention in self.passage.dates if told.first <= mention.first < told.last]
        if inside:
            return self.passage.when(inside[0].first, told.first)
        return self.passage.when(told.at, 0)
