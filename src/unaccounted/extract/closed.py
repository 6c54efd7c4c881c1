"""The closed-class words of a language, by what they do in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.extract.lexicons import read_list


@dataclass(frozen=True, slots=True)
class Closed:
    """Closed-class words by what they do."""

    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    anaphors: frozenset[str]
    before_year: frozenset[str]
    moves: frozenset[str]
    nominal: frozenset[str]
    estimating: frozenset[str]
    linking: frozenset[str]
    times: frozenset[str]
    objects: frozenset[str]
    handing: frozenset[str]

    def is_adverb(self, word: str) -> bool:
        """Whether a word tells how or when, and may stand between people and their verb."""
        return word in self.adverbs or (
            word.endswith("ly") and len(word) > 4 and word not in ("family", "italy", "july", "elderly", "early")
        )

    def opens_clause(self, word: str) -> bool:
        """Whether a word cannot stand inside a noun's own phrase: an auxiliary, a relative pronoun or a conjunction."""
        return word in self.auxiliaries or word in self.relatives or word in self.conjunctions

    def stops(self, word: str) -> bool:
        """Whether a noun phrase cannot go on over this word."""
        return (
            word in self.prepositions
            or word in self.conjunctions
            or word in self.relatives
            or word in self.auxiliaries
            or word in self.pronouns
            or not (word[0].isalnum() or word[0] in "-'")
        )


@cache
def load_closed(language: str = "en") -> Closed:
    """The closed-class words of a language."""
    lists = read_list(language, "closed")
    return Closed(**{name: frozenset(lists[name]) for name in Closed.__slots__})
