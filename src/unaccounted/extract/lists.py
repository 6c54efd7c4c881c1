"""People told in a list: "two children, three women and (of the police) nine officers".

In: a sentence's words and phrases. Out: which phrases stand in one list, over brackets and dashes that stand aside.
"""

from __future__ import annotations

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.noun_phrases import Phrase

_LINKS = frozenset(
    [",", "and", "or", "as", "well", "plus", "&", "another", "at", "least", "their", "the", "his", "her", "other", "also", "a", "an"]
)
DASHES = frozenset(["-", "–", "—", "--"])
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
