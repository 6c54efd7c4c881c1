"""Events as read in one sentence, and what the patterns of verbs and of nouns share: places, people, clause ends."""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.base.records import Where
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.event_words import MEANING, load_events
from unaccounted.extract.nouns import Nouns
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import find_where, place_at
from unaccounted.extract.references import Memory


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as read.

    Args:
        event: its name. at, end: the words that name it, `end` exclusive.
        first, last: the words of the quote, `last` exclusive.
        actor, group: who did it; whom it befell.
        where: its place where the pattern tells it.
        nominal: whether a noun names it.
    """

    event: str
    at: int
    end: int
    first: int
    last: int
    actor: str | None = None
    group: str | None = None
    where: Where | None = None
    nominal: bool = False


class Scene:
    """One passage, with what both kinds of patterns ask of it."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.events = load_events()
        self.nouns = Nouns(passage)
        self.lexicon = passage.lexicon
        self.verb_at = 0

    def _people(self, first: int, last: int) -> bool:
        return any(first <= phrase.first < last and phrase.people for phrase in self.passage.phrases)

    def _is_person(self, first: int) -> bool:
        return any(mention.first <= first + 1 and first < mention.last for mention in self.passage.mentions)

    def _is_place(self, at: int) -> bool:
        """Whether a place's name begins at a word: a country, or a capitalised name that a preposition or the end follows."""
        found = place_at(self.passage.sentence, at, self.lexicon)
        if found is None:
            return False
        after = self.words[found[0]] if found[0] < len(self.words) else "."
        return found[2] is not None or after in self.nouns.closed.prepositions or after in (",", ".", ";", "and", "(", ":")

    def _object_place(self, first: int, last: int) -> Where | None:
        if self._is_place(first):
            return self.nouns.place_named(first)
        return self.nouns.place(first, last)

    def _meant(self, first: int) -> bool:
        """Whether a deed not done is planned or threatened, and not only spoken of ("the ability to attack")."""
        near = self.words[max(first - 3, 0) : first + 2]
        kinds = {cue[2] for cue in self.lexicon.cues.find(near)}
        return bool(kinds & MEANING)

    def _end(self, at: int) -> int:
        """One past the clause's last word; another verb's clause after "and" is not of it."""
        end = max(clause_end(self.passage.sentence, max(at - 1, 0)), at)
        for each in range(at, end):
            if self.words[each] == "--" or (self.words[each] in ("and", "but") and each + 1 < end and self.nouns.is_verb(each + 1)):
                return max(each, at)
        return end

    def _place(self, first: int, last: int) -> Where | None:
        return self.nouns.place(first, last) or find_where(self.passage, first, last, self.memory)
