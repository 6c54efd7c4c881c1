"""A sentence ready to be read: its words, quantities, phrases, fate words, edges and dates, in one record."""

from __future__ import annotations

from functools import cached_property

from unaccounted.base.records import Claim, Document, Source, When, name_claim
from unaccounted.extract.dates import DateMention, find_dates
from unaccounted.extract.edges import Edge, EdgeFinder
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.names import Mention, NameFinder
from unaccounted.extract.phrases import Phrase, PhraseReader
from unaccounted.extract.quantities import Quantity, find_quantities
from unaccounted.extract.references import Memory
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.speakers import Speaker, find_speaker
from unaccounted.extract.triggers import Trigger, find_triggers


class Passage:
    """All that is found in one sentence before claims are made of it; people, fate words and names are looked for when asked.

    Args:
        document, sentence, lexicon: what is read, and with which words.
        quantities: how many, in order; dates: when, in order.
    """

    def __init__(
        self, document: Document, sentence: Sentence, lexicon: Lexicon, quantities: list[Quantity], dates: list[DateMention]
    ) -> None:
        self.document, self.sentence, self.lexicon = document, sentence, lexicon
        self.quantities, self.dates = quantities, dates

    @cached_property
    def text(self) -> str:
        """The sentence as printed."""
        return self.document.text[self.sentence.start : self.sentence.end]

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The people that the sentence speaks of."""
        return PhraseReader(self.sentence, self.document.text, self.lexicon).find(self.quantities)

    @cached_property
    def triggers(self) -> list[Trigger]:
        """The fate words."""
        return find_triggers(self.sentence, self.phrases, self.lexicon)

    @cached_property
    def edges(self) -> list[Edge]:
        """Whom each fate word is said of."""
        return EdgeFinder(self.sentence.words, self.phrases, self.triggers).find()

    @cached_property
    def mentions(self) -> list[Mention]:
        """The persons named."""
        return NameFinder(self.sentence, self.document.text, self.lexicon).find()

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text of the words `first` to `last`, exclusive."""
        return self.sentence.starts[first], self.sentence.ends[last - 1]

    def words(self, first: int, last: int) -> str:
        """The words as printed, white space made single."""
        start, end = self.offsets(first, last)
        return " ".join(self.document.text[start:end].split())

    def claim(self, kind: str, first: int, last: int, **fields: object) -> Claim:
        """A claim whose quote is the words `first` to `last`, named by what it says."""
        start, end = self.offsets(first, last)
        base = Claim(
            "",
            self.document.sha256,
            self.document.name,
            kind,
            start,
            end,
            self.document.text[start:end],
            published=self.document.published,
            found_by="rules",
        )
        values = {name: getattr(base, name) for name in Claim.__slots__} | fields
        return name_claim(Claim(**values))

    def when(self, at: int, first: int = 0) -> When | None:
        """The date that goes with a word: the nearest one after `first` in the sentence."""
        near = [mention for mention in self.dates if mention.first >= first]
        if not near:
            return None
        mention = min(near, key=lambda each: (abs(each.first - at), each.first))
        return When(
            mention.when.start.isoformat(), mention.when.end.isoformat(), mention.when.precision, self.words(mention.first, mention.last)
        )

    def speaker(self, at: int, memory: Memory) -> Speaker | None:
        """Who says what stands at a word, with "it" and "he" put as the last speaker."""
        found = find_speaker(self.sentence, self.document.text, at, self.lexicon)
        if found is not None and found.pronoun:
            if memory.speaker is None:
                return None
            return Speaker(memory.speaker[0], memory.speaker[1], found.cue)
        return found

    def source(self, speaker: Speaker | None) -> Source:
        """The speaker as a source; the report itself where nobody else speaks."""
        if speaker is not None:
            return Source(speaker.name, speaker.role)
        return Source(self.document.author or self.document.publisher, "media")


def read_passage(document: Document, sentence: Sentence, lexicon: Lexicon, memory: Memory) -> Passage:
    """A sentence with its numbers and dates."""
    quantities = find_quantities(sentence, lexicon)
    dates = find_dates(sentence, lexicon, document.published, memory.year)
    dated = {at for mention in dates for at in range(mention.first, mention.last)}
    quantities = [quantity for quantity in quantities if quantity.last - 1 not in dated]
    return Passage(document, sentence, lexicon, quantities, dates)
