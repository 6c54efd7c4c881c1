"""People told beside those whose fate is said: parts of them, and those who shared it with them.

In: the words, phrases and fate words of a sentence, and the edges found already. Out: further edges: "12 wounded, including 3 policemen",
"six priests -- five Danes and a Swede --", "was killed along with two guards", "as were two guards".
"""

from __future__ import annotations

from unaccounted.extract.closed import load_closed
from unaccounted.extract.lists import Lists
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.standing import Standing
from unaccounted.extract.triggers import Edge, Trigger
from unaccounted.extract.verbs import load_verbs

_OPENING = frozenset(["(", "–", "—", "--", ":"])
_INVERTED = frozenset(["was", "were", "is", "are", "did", "had", "have", "has"])
_PARALLEL = frozenset(["in", "at", "near", "on", "from", "during", "outside", "around", "off"])
_JOINING = frozenset([",", "and", ";"])
_CLOSING = frozenset([",", ";", ".", ":", ")"])
_FARTHEST = 14
"""Words between a fate word or its people and a part of them."""
_WITH_THEM = 20
"""Words between a fate word and those who shared the fate, without what stands in brackets."""


class BesideFinder:
    """Finds the people told beside others in one sentence."""

    def __init__(self, standing: Standing, triggers: list[Trigger], lists: Lists) -> None:
        self.words, self.phrases, self.triggers = standing.words, standing.phrases, triggers
        self.lists, self.standing = lists, standing
        self.closed, self.verbs = load_closed(), load_verbs()
        self.places = [each.first for each in triggers]

    def find(self, edges: list[Edge]) -> list[Edge]:
        """Edges to the people told beside those of the edges given."""
        made: list[Edge] = []
        known = {edge.phrase.first for edge in edges}
        for index, phrase in enumerate(self.phrases):
            if phrase.first in known or phrase.quantity is None or phrase.people is False:
                continue
            if phrase.quantity.count.unit == "share" and not phrase.composed and (phrase.head is None or phrase.people is not True):
                continue
            gapped = self._gapped(phrase, [*edges, *made])
            if gapped is not None:
                made.append(Edge(gapped.trigger, phrase, gapped.score * 0.9))
                continue
            at = self._opening(index, made)
            if at is None:
                continue
            whole = self._whole(phrase, at, edges)
            if whole is not None:
                made.append(Edge(whole.trigger, phrase, whole.score * 0.7))
            elif made and made[-1].phrase is self.phrases[index - 1] and self._goes_on(index):
                made.append(Edge(made[-1].trigger, phrase, made[-1].score))
            elif self._shares(at) and (trigger := self._shared(at)) is not None:
                made.append(Edge(trigger, phrase, 0.6))
        return made

    def _gapped(self, phrase: Phrase, edges: list[Edge]) -> Edge | None:
        """The edge whose fate a bare number shares at another place or time: "12 were killed in Homs, five in Hama"."""
        link = self.words[phrase.last] if phrase.last < len(self.words) else ""
        if (
            (phrase.head is not None and phrase.people is not True)
            or phrase.refers is not None
            or link not in _PARALLEL
            or self.words[phrase.first - 1] not in _JOINING
        ):
            return None
        before = [edge for edge in edges if edge.trigger.first < phrase.first > edge.phrase.first and edge.phrase.quantity is not None]
        if not before:
            return None
        nearest = max(before, key=lambda edge: (edge.phrase.first, edge.trigger.first))
        gap = range(max(nearest.trigger.last, nearest.phrase.last), phrase.first)
        end = phrase.last
        while end < len(self.words) and self.words[end] not in _CLOSING:
            end += 1
        said = any(self._says(at) for at in (*gap, *range(phrase.last, end)))
        apart = len(gap) > _FARTHEST or link not in self.words[gap.start : gap.stop]
        return None if said or apart or nearest.trigger.word.frame == "toll" else nearest

    def _opening(self, index: int, made: list[Edge]) -> int | None:
        """Where the words stand that tell people beside others, or None."""
        phrase = self.phrases[index]
        at = self.standing.part_opening(phrase)
        if at is not None:
            return at
        at = phrase.first - 1
        while at > 0 and self.words[at] in self.closed.determiners:
            at -= 1
        follows = index > 0 and any(edge.phrase is self.phrases[index - 1] for edge in made) and self._goes_on(index)
        with_names = self._led(phrase)
        if with_names is not None:
            return with_names
        told = follows or self._opened(phrase, at) or phrase.composed or is_compared(self.words, phrase.first)
        return at if told or self._shares(at) else None

    def _opened(self, phrase: Phrase, at: int) -> bool:
        """Whether a bracket, a dash or a colon opens what tells people one by one."""
        none = phrase.quantity is not None and phrase.quantity.count.high == 0
        if at <= 0 or none or self._says(phrase.last):
            return False  # "the arrest of a deputy -- not a leader --"
        if self.words[at] in _OPENING:
            return True
        if self.words[at] == "-":
            return at - 1 in self.standing.owner
        return self.words[at] == ";" and not any(self._says(each) for each in range(phrase.last, len(self.words)))

    def _says(self, at: int) -> bool:
        """Whether a word is a verb, so that people before it do or meet something of their own."""
        if at >= len(self.words):
            return False
        month = self.words[at] == "may" and self.words[at - 1] in self.closed.prepositions
        opens = (self.words[at] in self.closed.auxiliaries and not month) or self.words[at] in self.closed.relatives
        return opens or self.verbs.is_verb(self.words, at) or at in self.standing.fated

    def _shares(self, at: int) -> bool:
        """Whether people are told as sharing another's fate: "along with two guards", "as were two guards"."""
        if at <= 0:
            return False
        before = self.words[at - 1]
        with_them = self.words[at] == "alongside" or (self.words[at] == "with" and before in ("along", "together"))
        return with_them or (self.words[at] in _INVERTED and before in ("as", "so"))

    def _led(self, phrase: Phrase) -> int | None:
        """Where "along with" stands before a list that names lead: "along with his son and 15 guards"."""
        for at in range(phrase.first - 2, max(phrase.first - _WITH_THEM, 0), -1):
            if self.words[at] in ("with", "alongside") and self._shares(at):
                return at if self.lists.led(at + 1, phrase, self.places) else None
            if self.words[at] in (";", ":", "."):
                return None
        return None

    def _shared(self, at: int) -> Trigger | None:
        """The fate word that people share who are told after "along with", where it is said of somebody who is not counted."""
        back = at - 1 if self.words[at] != "alongside" else at
        before = [each for each in self.triggers if each.last <= back and each.word.frame in ("patient", "agent", "state")]
        if not before:
            return None
        trigger = before[-1]
        gap = [each for each in range(trigger.last, back) if each not in self.lists.hidden]
        if len(gap) > _WITH_THEM or any(self.words[each] == ";" or self._says(each) for each in gap):
            return None
        active = trigger.word.frame == "patient" and not trigger.passive
        named = bool(gap) and self.words[gap[0]] not in self.closed.prepositions and self.words[gap[0]] != ","
        return trigger if not active or named else None

    def _whole(self, phrase: Phrase, at: int, edges: list[Edge]) -> Edge | None:
        """The edge of those whom people are a part of: the nearest before them."""
        before = [
            edge
            for edge in edges
            if (edge.trigger.first < phrase.first and phrase.first - max(edge.trigger.last, edge.phrase.last) <= _FARTHEST)
            or at - 2 <= edge.phrase.last <= at
        ]
        beside = [edge for edge in before if at - 2 <= edge.phrase.last <= at]
        before = beside or before  # "six people, including two children, were hurt" beside others who were killed
        before = [edge for edge in before if edge.trigger.word.frame != "people"] or before
        return max(before, key=lambda edge: (edge.trigger.first < phrase.first, edge.phrase.first)) if before else None

    def _goes_on(self, index: int) -> bool:
        """Whether a part follows another in their list: ": 20 by the government, six by the rebels"."""
        first, last = self.phrases[index - 1].last, self.phrases[index].first
        gap = self.words[first:last]
        if self.lists.joined(first, last):
            return True
        plain = not any(self.closed.opens_clause(word) and word != "and" for word in gap) and ";" not in gap and "." not in gap
        return 0 < len(gap) <= 6 and gap[-1] in (",", "and") and plain and not any(first <= each.first < last for each in self.triggers)


def is_compared(words: tuple[str, ...], at: int) -> bool:
    """Whether a number is set beside another of the same kind: "519, up from 437", "343, against 590 last year"."""
    before = words[max(at - 2, 0) : at]
    if before in ((",", "against"), ("as", "against")):
        return True
    return before in (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"))
