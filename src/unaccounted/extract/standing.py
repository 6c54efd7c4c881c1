"""How people stand in their sentence: set aside, told as a part of others, or named only as the whole of others.

In: the words, phrases and fate words of a sentence. Out: for a phrase, which of these it is. The subject of a verb is none of them.
"""

from __future__ import annotations

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.noun_phrases import QUOTES, Phrase
from unaccounted.extract.triggers import Trigger
from unaccounted.extract.verbs import Verbs, load_verbs

PART = frozenset(["including", "among", "includes", "included", "include"])
_BEHIND = frozenset(["them", "whom", "these", "those"])
_OPENS = frozenset([",", ";", ":", "(", "-", "–", "—", "--", ".", "and", "but", "that", "]"])
_RANKING = frozenset(["top", "first", "last", "remaining", "final", "next", "leading"])
_ASIDE = frozenset([",", "–", "—", "--"])
_LONGEST_PART = 14
"""Words of names in a list of a part."""


class Standing:
    """How the people of one sentence stand in it.

    Args:
        words, phrases, triggers: of the sentence.

    `owner` has the index of the phrase at each word of one, `fated` the verb for a fate at each word of one.
    """

    def __init__(self, words: tuple[str, ...], phrases: list[Phrase], triggers: list[Trigger]) -> None:
        self.words, self.phrases = words, phrases
        self.closed: Closed = load_closed()
        self.verbs: Verbs = load_verbs()
        self.owner: dict[int, int] = {}
        for index, phrase in enumerate(phrases):
            for at in range(phrase.first, phrase.last):
                self.owner.setdefault(at, index)
        self.fated: dict[int, Trigger] = {
            at: each for each in triggers if each.word.frame in ("patient", "agent") for at in range(each.first, each.last)
        }

    def is_aside(self, phrase: Phrase) -> bool:
        """Whether people are told beside those that the clause is about: "six priests, five of them Spaniards, were killed",
        "20 persons, mostly guards, died", "most of the guards, like most of the cooks, fled"."""
        before = self.before(phrase)
        if before > 0 and self.words[before] in ("like", "as", "unlike") and self.words[before - 1] in _ASIDE:
            return phrase.last < len(self.words) and self.words[phrase.last] in _ASIDE
        if before < 0 or self.words[before] not in _ASIDE:
            return False
        if phrase.quantity is not None:
            return phrase.refers in ("them", "whom") or phrase.composed
        closed = phrase.last < len(self.words) and (self.words[phrase.last] in _ASIDE or self.words[phrase.last] in ("who", "which"))
        counted = before - 1 in self.owner and self.phrases[self.owner[before - 1]].quantity is not None
        return closed and counted

    def before(self, phrase: Phrase) -> int:
        """The word before a phrase, its determiners and adverbs, and the quotation mark that opens a name ("of the 'Front'")."""
        at = phrase.first - 1
        named = phrase.quantity is None and at >= 0 and self.words[at] in QUOTES and "of" in self.words[max(at - 2, 0) : at]
        at -= named or (at >= 0 and self.words[at] == "so" and self.words[at + 1] == "-")  # "the so-called guard"
        at -= at > 0 and self.words[at] in _RANKING and self.words[at - 1] in self.closed.determiners  # "by the top five"
        while at >= 0 and self.words[at] != "that" and (self.words[at] in self.closed.determiners or self.closed.is_adverb(self.words[at])):
            at -= 1
        return at

    def part_opening(self, phrase: Phrase) -> int | None:
        """Where the words stand that tell people as a part of others: "including 12 women", "among them 14 children"."""
        at = self.before(phrase)
        while at > 0 and self.words[at] in (",", "and", "or") and at - 1 in self.owner:  # "including journalists and a crew"
            nearer = self.before(self.phrases[self.owner[at - 1]])
            if self.words[at] == "," and not (nearer >= 0 and self.words[nearer] in (",", "and")):
                break
            at = nearer
        at = self._over_names(at)
        if at >= 0 and self.words[at] in PART:
            return at
        if at > 0 and self.words[at] in _BEHIND and self.words[at - 1] in PART:
            return at - 1
        if at > 1 and self.words[at] == "of" and self.words[at - 1] in ("those", "that") and self.words[at - 2] in PART:
            return at - 2  # "38 bodies, including those of 11 children"
        return None

    def _over_names(self, at: int) -> int:
        """Where the list of a part begins that holds names too: "including the rector Juan Perez and two women"."""
        if at <= 0 or self.words[at] != "and":
            return at
        commas = 0
        for back in range(at - 1, max(at - _LONGEST_PART, -1), -1):
            word = self.words[back]
            if word in PART:
                return at if commas == 1 and self.words[at - 1] == "," else back  # ", including Perez, and two women were hurt"
            if word == ",":
                commas += 1
            elif (
                (self.closed.opens_clause(word) and word != "and")
                or word in (";", ":")
                or (word in self.closed.prepositions and word != "of")
                or back in self.fated
                or self.verbs.is_verb(self.words, back)
            ):
                return at
        return at

    def is_whole(self, phrase: Phrase) -> bool:
        """Whether people are only the whole of which others are told: "Of the 118 sailors, some 90 were killed"."""
        at = phrase.first - 1
        while at >= 0 and self.words[at] in self.closed.determiners:
            at -= 1
        return at >= 0 and self.words[at] == "of" and (at == 0 or self.words[at - 1] in _OPENS)
