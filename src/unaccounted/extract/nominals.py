"""Whose fate a noun tells: "the killing of 12", "12 deaths", "the death toll rose to 43", "the bodies of eight women".

In: a sentence's words and phrases. Out: phrases with a score.
"""

from __future__ import annotations

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.lists import Lists
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.triggers import Trigger

_RISING = frozenset(["to", "at", "of", "is", "was", "reached", "stood", "passed", "hit", "reaching", "climbed"])
_FARTHEST = 9
"""Words between a noun for what happened and its "of": "the murder on the evening of 27 February of six men"."""


class NominalFinder:
    """Finds the people of nouns for what happened, in one sentence."""

    def __init__(self, words: tuple[str, ...], phrases: list[Phrase], triggers: list[Trigger], lists: Lists) -> None:
        self.words, self.phrases, self.lists = words, phrases, lists
        self.closed: Closed = load_closed()
        self.places = [each.first for each in triggers]

    def find(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """The people of a deed: after "of", else counted right before it."""
        owned = trigger.first > 0 and self.words[trigger.first - 1] in ("'", "'s")
        after = self._after(trigger) if not owned or self.words[trigger.last : trigger.last + 1] == ("of",) else None
        if after is not None:
            taken = [(self.phrases[after], 0.9)]
            last: int | None = after
            while last is not None and (last := self._next(last)) is not None:
                if self.phrases[last].quantity is not None:
                    taken.append((self.phrases[last], 0.7))
            return taken
        if trigger.word.form == "of":
            return []
        for phrase in self.phrases:
            if (
                phrase.quantity is not None
                and phrase.quantity.last <= trigger.first <= phrase.last + 2
                and "to" not in self.words[phrase.quantity.last : trigger.first]
                and (
                    (trigger.first - phrase.quantity.last <= 2 and (phrase.head is None or phrase.people is None))
                    or phrase.head_end >= trigger.last
                    or self.words[phrase.last : trigger.first] in (("'",), ("'s",))
                )
            ):
                return [(phrase, 0.8)]
        return []

    def _next(self, index: int) -> int | None:
        """The item after a phrase in its list, perhaps over names: "of the four nuns, Juan Perez and five priests"."""
        joined = self.lists.after(index)
        if joined is not None:
            return joined
        first = self.phrases[index].last
        first += self.words[first : first + 1] == (",",)
        ahead = range(index + 1, min(index + 3, len(self.phrases)))
        return next((each for each in ahead if self.lists.led(first, self.phrases[each], self.places, False)), None)

    def _after(self, trigger: Trigger) -> int | None:
        """The phrase after the "of" that goes with a noun, perhaps over when and where it happened."""
        at = trigger.last
        stop = min(trigger.last + _FARTHEST, len(self.words) - 1)
        while at < stop:
            word = self.words[at]
            if word == "of":
                for index, phrase in enumerate(self.phrases):
                    if at < phrase.first <= at + 2 and (at == trigger.last or phrase.quantity is not None):
                        return index
                    near = at < phrase.first <= at + 6 and phrase.quantity is not None and self._list_between(at + 1, phrase.first)
                    if near or (at == trigger.last and at < phrase.first and self.lists.led(at + 1, phrase, self.places, False)):
                        return index
            elif (
                word in self.closed.auxiliaries
                or word in self.closed.relatives
                or word in self.closed.conjunctions
                or word in (",", ";", ":", ".")
            ):
                return None
            at += 1
        return None

    def _list_between(self, first: int, last: int) -> bool:
        """Whether others stand before a counted phrase in the list after "of": "of the rector, his cook and two guards"."""
        gap = self.words[first:last]
        return (
            bool(gap)
            and not any(word[0].isdigit() for word in gap)
            and gap[-1] in (",", "and")
            and not any(word in self.closed.auxiliaries or word in self.closed.relatives or word in (";", ":", ".") for word in gap)
        )

    def bodies(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """ "The bodies of eight women": the people that a noun for people counts."""
        if self.words[trigger.last : trigger.last + 1] != ("of",):
            return []
        return [
            (phrase, 0.8)
            for phrase in self.phrases
            if phrase.first in (trigger.last + 1, trigger.last + 2) and phrase.quantity is not None and phrase.fate_at is None
        ]

    def toll(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        after = [
            phrase
            for phrase in self.phrases
            if phrase.quantity is not None and 0 <= phrase.first - trigger.last <= 12 and phrase.quantity.count.unit == "people"
        ]
        stop = next((at for at in range(trigger.last, len(self.words)) if self.words[at] in (";", ":", ".")), len(self.words))
        after = [phrase for phrase in after if phrase.first < stop]
        rising = [phrase for phrase in after if self.words[phrase.first - 1] in _RISING]
        chosen = rising or after
        return [(chosen[0], 0.9)] if chosen else []
