"""A sentence ready to be read: its words, quantities, phrases, fate words, edges and dates, in one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from unaccounted.base.records import Claim, Document, Source, When, name_claim
from unaccounted.extract.aliases import find_mentions
from unaccounted.extract.asked_once import asked_once
from unaccounted.extract.closed import load_closed
from unaccounted.extract.dates import DateMention, find_dates, may_date
from unaccounted.extract.dating import choose_date
from unaccounted.extract.edges import EdgeFinder
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.mentions import Mention
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.phrases import PhraseReader
from unaccounted.extract.quantities import Quantity, find_quantities
from unaccounted.extract.quotations import find_before, find_lead, find_quoted
from unaccounted.extract.references import Memory
from unaccounted.extract.scorer import load_scorer
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.source_roles import role_taken_up, takes_up, telling_role
from unaccounted.extract.speaker_names import Speaker
from unaccounted.extract.speakers import SpeakerFinder
from unaccounted.extract.timeline import Timeline
from unaccounted.extract.triggers import Edge, Trigger, find_triggers, may_have_triggers
from unaccounted.extract.words import split_phrase

_BULLETS = frozenset(["-", "*", "•", "–", "·", "‣", "o"])


class Passage:
    """All that is found in one sentence before claims are made of it; each kind of thing is looked for when first asked for.

    Args:
        document, sentence, lexicon: what is read, and with which words.
        timeline: the dates of the whole document.
        known: asks for the last words of persons' names told before, with the whole names.
    """

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        lexicon: Lexicon,
        timeline: Timeline,
        known: Callable[[], Mapping[str, str]],
    ) -> None:
        self.document, self.sentence, self.lexicon = document, sentence, lexicon
        self.timeline, self.known = timeline, known

    @asked_once
    def text(self) -> str:
        """The sentence as printed."""
        return self.document.text[self.sentence.start : self.sentence.end]

    @asked_once
    def quantities(self) -> list[Quantity]:
        """How many, in order; a number of a date is none."""
        found = find_quantities(self.sentence, self.lexicon)
        if not found:
            return found
        dated = {at for mention in self._all_dates for at in range(mention.first, mention.last)}
        return [quantity for quantity in found if quantity.last - 1 not in dated]

    @asked_once
    def _all_dates(self) -> list[DateMention]:
        if not may_date(self.sentence.words):
            return []
        return find_dates(self.sentence, self.lexicon, self.timeline.before(self.sentence.start))

    @asked_once
    def dates(self) -> list[DateMention]:
        """When, in order; the day of the dateline is no event's."""
        head = self.timeline.head.end
        if self.sentence.start >= head:
            return self._all_dates
        return [mention for mention in self._all_dates if self.sentence.starts[mention.first] >= head]

    @asked_once
    def phrases(self) -> list[Phrase]:
        """The people that the sentence speaks of."""
        return PhraseReader(self.sentence, self.document.text, self.lexicon).find(self.quantities)

    @asked_once
    def may_tell_fate(self) -> bool:
        """Whether the sentence has a fate word, by its words alone; what looks like one may turn out to be none of the `triggers`."""
        return may_have_triggers(self.sentence.words, self.lexicon)

    @asked_once
    def triggers(self) -> list[Trigger]:
        """The fate words; nobody looks for people in a sentence that tells no fate."""
        if not self.may_tell_fate:
            return []
        return find_triggers(self.sentence, self.phrases, self.lexicon)

    @asked_once
    def edges(self) -> list[Edge]:
        """Whom each fate word is said of."""
        return EdgeFinder(self.sentence.words, self.phrases, self.triggers).find()

    @asked_once
    def mentions(self) -> list[Mention]:
        """The persons named."""
        return find_mentions(self.sentence, self.document.text, self.lexicon, self.known())

    def speaks(self, phrase: Phrase) -> bool:
        """Whether people are those who say it ("officials had counted"), and not those whom it is said of."""
        words, after = self.sentence.words, phrase.last
        while after < len(words) and (words[after] in load_closed().auxiliaries or load_closed().is_adverb(words[after])):
            after += 1
        cue = self.lexicon.cues.match(words, after) if after < len(words) else None
        return cue is not None and cue[1] in ("say", "alleging", "denying")

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text of the words `first` to `last`, exclusive."""
        return self.sentence.starts[first], self.sentence.ends[last - 1]

    def words(self, first: int, last: int) -> str:
        """The words as printed, white space made single."""
        start, end = self.offsets(first, last)
        return " ".join(self.document.text[start:end].split())

    def claim(self, kind: str, first: int, last: int, **fields: Any) -> Claim:
        """A claim whose quote is the words `first` to `last`, named by what it says; its score, where none is given, is its kind's."""
        start, end = self.offsets(first, last)
        claim = Claim(
            "",
            self.document.sha256,
            self.document.name,
            kind,
            start,
            end,
            self.document.text[start:end],
            published=self.document.published,
            found_by="rules",
            **{"score": load_scorer().kinds[kind], **fields},
        )
        return name_claim(claim)

    def when(self, at: int, first: int = 0, last: int | None = None) -> When | None:
        """The date that goes with a word, after `first` in the sentence; of a bulletin's bare lines the day at which it says they stand."""
        dates = self.dates if last is None else [each for each in self.dates if each.first < last]
        mention = choose_date(self.sentence, dates, self.lexicon, at, first)
        if mention is not None:
            start, end = mention.when.start.isoformat(), mention.when.end.isoformat()
            return When(start, None if mention.open else end, mention.when.precision, self.words(mention.first, mention.last))
        as_of = self.timeline.head.as_of
        if as_of is None or self.dates or not _is_bare(self.sentence):
            return None
        when, start_at, end_at = as_of
        words = " ".join(self.document.text[start_at:end_at].split()).rstrip(") ")
        return When(when.start.isoformat(), when.end.isoformat(), when.precision, words)

    @asked_once
    def _speakers(self) -> SpeakerFinder:
        return SpeakerFinder(self.sentence, self.document.text, self.lexicon)

    def speaker(self, at: int, memory: Memory) -> Speaker | None:
        """Who says what stands at a word, with "it" and "he" put as the last speaker, and "the radio" given the last one's role."""
        finder = self._speakers
        found = finder.find(at) or find_quoted(self.document.text, self.sentence, self.lexicon)
        turn = self.timeline.head.turns.speaker(self.sentence.starts[at]) if found is None else None
        if found is None and _is_bare(self.sentence):
            return find_lead(self.document.text, self.sentence, self.lexicon) or turn or self.timeline.head.source
        if found is None:
            resumed = memory.speaker is not None and memory.paragraph == memory.speaker_in and finder.resumes(at)
            return Speaker(*memory.speaker, "say") if resumed and memory.speaker is not None else turn
        if found.pronoun:
            earlier = find_before(self.document.text, self.sentence, self.lexicon) if memory.speaker_in != memory.paragraph else None
            named = (earlier.name, earlier.role) if earlier is not None and not earlier.pronoun else memory.speaker
            if named is None:
                return None
            found = Speaker(*named, found.cue)
        elif memory.speaker is not None and takes_up(found.name, memory.speaker[0]):
            found = Speaker(found.name, memory.speaker[1], found.cue)
        taken_up = role_taken_up(found.name, self.document.text, self.sentence.start, self.lexicon)
        found = found if taken_up is None else Speaker(found.name, taken_up, found.cue)
        memory.speaker_in = memory.paragraph
        return found

    def source(self, speaker: Speaker | None) -> Source:
        """The speaker as a source; the report itself where nobody else speaks."""
        if speaker is not None:
            return Source(speaker.name, speaker.role)
        role = telling_role(split_phrase(self.document.publisher), self.lexicon) if self.document.publisher else None
        return Source(self.document.author or self.document.publisher, role if role not in (None, "unnamed") else "media")


def _is_bare(sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list or a row of a table, which holds at the day of its bulletin."""
    words = sentence.words
    labelled = any(word == ":" and after[:1].isdigit() for word, after in pairwise(words[:8]))  # "Killed: 31"
    return words[0] in _BULLETS or "|" in words or labelled


def read_passage(document: Document, sentence: Sentence, lexicon: Lexicon, memory: Memory) -> Passage:
    """A sentence, ready to be asked what it holds."""
    if memory.timeline is None:
        memory.timeline = Timeline(document)
    return Passage(document, sentence, lexicon, memory.timeline, memory.names)
