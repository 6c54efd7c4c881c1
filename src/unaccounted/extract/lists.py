"""People told in a list: "two children, three women and (of the police) nine officers".

In: a sentence's words and phrases. Out: which phrases stand in one list, over brackets and dashes that stand aside.
"""

from __future__ import annotations

from collections.abc import Collection

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.verbs import load_verbs

_LINKS = frozenset(
    [",", "and", "or", "as", "well", "plus", "&", "another", "at", "least", "their", "the", "his", "her", "other", "also", "a", "an"]
)
DASHES = frozenset(["-", "–", "—", "--"])
LONGEST_LED = 30
"""Words of the names that lead a list."""
_LONGEST = 4
"""Words between two items of a list, without what stands aside."""


class Lists:
    """The lists of one sentence."""

    def __init__(self, words: tuple[str, ...], phrases: list[Phrase]) -> None:
        self.words, self.phrases = words, phrases
        self.closed: Closed = load_closed()
        self.hidden = self._asides()

    def _asides(self) -> frozenset[int]:
        """Words in brackets, or between two dashes, that a list goes on over."""
        hidden: set[int] = set()
        opened = dashed = None
        people = self.phrases[0].last if self.phrases else 0
        for at, word in enumerate(self.words):
            if word in ("(", "["):
                opened = at
            elif word in (")", "]") and opened is not None:
                hidden.update(range(opened, at + 1))
                opened = None
            elif word in DASHES and 0 < at < len(self.words) - 1 and opened is None:
                if dashed is not None and at - dashed > 1 and not any(each in self.closed.auxiliaries for each in self.words[dashed:at]):
                    hidden.update(range(dashed, at + 1))
                    dashed = None
                elif at >= people:  # a dash before all people ends a dateline or a heading
                    dashed = at
        return frozenset(hidden)

    def joined(self, first: int, last: int) -> bool:
        """Whether the words between two items are those of a list."""
        gap = [self.words[at] for at in range(first, last) if at not in self.hidden]
        return 0 < len(gap) <= _LONGEST and all(word in _LINKS for word in gap)

    def before(self, index: int) -> int | None:
        """The item before a phrase in its list, or None; one in brackets is no item of the list outside them."""
        inside = self.phrases[index].first in self.hidden
        for earlier in range(index - 1, max(index - 4, -1), -1):
            phrase = self.phrases[earlier]
            if not inside and phrase.first in self.hidden:
                continue
            if self.phrases[index].refers in ("them", "whom") or phrase.composed:
                return None  # "44 prisoners, six of whom": a part is no item
            return earlier if self.joined(phrase.last, self.phrases[index].first) else None
        return None

    def after(self, index: int) -> int | None:
        """The item after a phrase in its list, or None."""
        return next((each for each in range(index + 1, min(index + 4, len(self.phrases))) if self.before(each) == index), None)

    def led(self, first: int, phrase: Phrase, busy: Collection[int] = (), busy_verbs: bool = True) -> bool:
        """Whether names lead a list that a counted phrase stands in: "Juan Perez, his wife and two guards".

        Args:
            first: the list's first word.
            phrase: the counted phrase.
            busy: places of fate words, which end a list.
            busy_verbs: whether an -ed word after the phrase is its verb, so that it is in no list.
        """
        words, closed = self.words, self.closed
        gap = [at for at in range(first, phrase.first) if at not in self.hidden]
        if phrase.quantity is None or phrase.people is not True or not 2 <= len(gap) <= LONGEST_LED:
            return False
        while len(gap) > 2 and words[gap[-1]] in closed.determiners:
            gap.pop()
        last = words[phrase.last] if phrase.last < len(words) else "."
        tail = words[gap[-1]] == "and" or (words[gap[-1]] == "," and last in (",", "and"))
        opens, after = words[gap[0]], words[gap[0] + 1]
        plain = closed.is_adverb(opens) or opens in closed.times or opens in (",", "and") or (opens[0].isdigit() and after != "-")
        told = last in closed.auxiliaries and last not in ("is", "was", "has")  # "the murder of Perez and two guards is unsolved"
        if not tail or plain or phrase.last in busy or told:
            return False
        done = last.endswith("ed") and not busy_verbs  # "the murder of Perez and two guards committed by rebels"
        if phrase.last < len(words) and last not in closed.auxiliaries and not done and load_verbs().is_verb(words, phrase.last):
            return False  # "they killed the mayor, and two men fled"
        return not any(at in busy or self._breaks(at) for at in gap)

    def _breaks(self, at: int) -> bool:
        """Whether a word cannot stand in a list of names."""
        word, closed = self.words[at], self.closed
        opens = word in closed.auxiliaries or word in closed.relatives or (word in closed.conjunctions and word not in ("and", "or"))
        return opens or word in (";", ":", ".") or (word in closed.prepositions and word != "of") or load_verbs().is_verb(self.words, at)

    def goes_on(self, first: int, phrase: Phrase, stops: list[int]) -> bool:
        """Whether a counted phrase ends a list of what is not all counted: "the mayor of the town, as well as two peasants".

        Args:
            first: one past the item before.
            phrase: the counted phrase.
            stops: places of fate words, which end a list.
        """
        gap = self.words[first : phrase.first]
        tail = gap[-1:] == ("and",) or gap[-3:] == ("as", "well", "as")
        return (
            phrase.quantity is not None
            and tail
            and len(gap) <= 14
            and not any(word in self.closed.auxiliaries or word in self.closed.relatives or word in (";", ":", ".") for word in gap)
            and not any(first <= at < phrase.first for at in stops)
        )
