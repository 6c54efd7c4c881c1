"""Which people a fate word speaks of: edges from fate words to phrases in one sentence.

In: the words, the phrases and the fate words of a sentence. Out: edges, each with the phrase, the fate word, its place
and a score. Directions follow the word's frame: the passive looks left, the active right, nouns look along "of".
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.lexicons import FateWord, Lexicon
from unaccounted.extract.phrases import Phrase
from unaccounted.extract.sentences import Sentence

_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "get", "got", "gets", "'re"])
_HAVE = frozenset(["have", "has", "had", "having", "'ve"])
_LIST = frozenset(
    [",", "and", "or", "as", "well", "plus", "&", "another", "at", "least", "their", "the", "his", "her", "other", "also", "a", "an"]
)
_PART = frozenset(["including", "among", "includes", "included"])


@dataclass(frozen=True, slots=True)
class Trigger:
    """A fate word in a sentence: `last` exclusive; `relative` where it stands in a clause of "who" or "that"."""

    first: int
    last: int
    word: FateWord
    relative: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A fate word and the people that it speaks of; the score falls with what stands between them."""

    trigger: Trigger
    phrase: Phrase
    score: float


def find_triggers(sentence: Sentence, phrases: list[Phrase], lexicon: Lexicon) -> list[Trigger]:
    """The fate words of a sentence, with whether each is passive and whether it stands in a relative clause."""
    closed = load_closed()
    inside = {at: phrase for phrase in phrases for at in range(phrase.first, phrase.head_end)}
    found: list[Trigger] = []
    for first, last, listed in lexicon.fates.find(sentence.words):
        word = listed
        phrase = inside.get(first)
        if phrase is not None and phrase.fate_at != first and word.frame != "toll":
            continue
        if word.frame == "people" and phrase is None:
            word = FateWord(word.fate, "state")
        at = first - 1
        passive = relative = False
        while at >= 0 and (
            closed.is_adverb(sentence.words[at]) or sentence.words[at] in closed.auxiliaries or sentence.words[at] in ("to", "-", "–", ",")
        ):
            if sentence.words[at] in (",", "–") and not (at and sentence.words[at - 1] in closed.adverbs | closed.auxiliaries):
                break
            passive = passive or sentence.words[at] in _BE
            at -= 1
        relative = at >= 0 and sentence.words[at] in ("who", "that", "which")
        if word.fate == "remaining" and word.frame == "agent" and _attributive(sentence, first, last, lexicon):
            continue
        found.append(Trigger(first, last, word, relative, passive))
    return found


def _attributive(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether "remain" says nothing by itself: "the remaining units", "remain missing"."""
    before = sentence.words[first - 1] if first else ""
    follows = lexicon.fates.match(sentence.words, last) if last < len(sentence.words) else None
    return (sentence.words[first] == "remaining" and before in load_closed().determiners) or (
        follows is not None and follows[1].frame in ("state", "patient")
    )


def is_named_deed(words: tuple[str, ...], trigger: Trigger) -> bool:
    """Whether a word that can be a verb stands as a noun after a determiner: "a return", "the release"."""
    return trigger.word.form == "base" and trigger.first > 0 and words[trigger.first - 1] in load_closed().determiners


class EdgeFinder:
    """Finds the edges of one sentence."""

    def __init__(self, sentence: Sentence, phrases: list[Phrase], triggers: list[Trigger]) -> None:
        self.words, self.phrases, self.triggers = sentence.words, phrases, triggers
        self.closed: Closed = load_closed()

    def find(self) -> list[Edge]:
        """Every edge, in order of the fate words."""
        edges: list[Edge] = []
        for trigger in self.triggers:
            taken = self._arguments(trigger)
            if not taken and trigger.word.frame in ("patient", "agent", "state"):
                taken = self._shared(trigger, edges)
            edges.extend(Edge(trigger, phrase, score) for phrase, score in taken)
        return [*edges, *self._parts(edges)]

    def _parts(self, edges: list[Edge]) -> list[Edge]:
        """Parts of people whose fate is said: "12 wounded, including 3 policemen", "killed along with two guards"."""
        made: list[Edge] = []
        known = {edge.phrase.first for edge in edges}
        for index, phrase in enumerate(self.phrases):
            if phrase.first in known or phrase.quantity is None or phrase.people is False or phrase.quantity.count.unit == "share":
                continue
            at = phrase.first - 1
            while at > 0 and self.words[at] in self.closed.determiners:
                at -= 1
            opened = (
                self.words[at] in _PART
                or (self.words[at] == "with" and self.words[at - 1] in ("along", "together"))
                or (self.words[at] in "(–—" and at > 0)
            )
            follows = (
                index > 0
                and self._joined(self.phrases[index - 1].last, phrase.first)
                and any(edge.phrase is self.phrases[index - 1] for edge in made)
            )
            if not opened and not follows:
                continue
            before = [
                edge
                for edge in edges
                if (edge.trigger.first < phrase.first and phrase.first - max(edge.trigger.last, edge.phrase.last) <= 14)
                or edge.phrase.last == at
            ]
            if before:
                nearest = max(before, key=lambda edge: (edge.trigger.first < phrase.first, edge.phrase.first))
                made.append(Edge(nearest.trigger, phrase, nearest.score * 0.7))
        return made

    def _arguments(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        frame, form = trigger.word.frame, trigger.word.form
        if frame == "toll":
            return self._toll(trigger)
        if frame == "event":
            return self._of_event(trigger)
        if frame == "people":
            return self._self(trigger)
        inside = self._self(trigger)
        if inside:
            return inside
        if form in ("base", "ing") and self._is_noun(trigger):
            return self._of_event(trigger)
        if frame == "patient" and not trigger.passive and form in ("base", "ing", "past"):
            right = self._right(trigger)
            left = self._left(trigger, 2) if form == "past" else []
            if right and not (left and left[0][0].quantity is not None and right[0][0].quantity is None):
                return right
            if form == "past" and self._before(trigger) not in _HAVE:
                return self._left(trigger, 4) or self._listed_after(trigger)
            return []
        if frame == "state":
            return self._left(trigger, 5) or self._listed_after(trigger)
        if frame == "agent" and form == "base" and self._before(trigger) != "to" and not self._left(trigger, 6):
            return []
        if form == "base" and self._before(trigger) in _HAVE:
            return []  # "whom he has cross": somebody else's words
        left = self._left(trigger, 14)
        if frame == "agent" and not any(phrase.quantity is not None for phrase, _ in left):
            return self._with(trigger) or left
        return left or self._listed_after(trigger)

    def _with(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """ "The army recrossed the river with 10,000 men": the people that a leader or an army goes with."""
        if trigger.word.fate not in ("set out", "returned", "escaped", "surrendered"):
            return []
        for phrase in self.phrases:
            if (
                phrase.quantity is not None
                and phrase.people
                and 0 < phrase.first - trigger.last <= 8
                and self.words[phrase.first - 1] == "with"
            ):
                return [(phrase, 0.6)]
        return []

    def _listed_after(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """An entry of a list that opens with the fate: "taken prisoner, 4,000", "Wounded: 12"."""
        if trigger.first > 2 or any(word[0].isalnum() for word in self.words[: trigger.first]):
            return []
        for phrase in self.phrases:
            if phrase.quantity is not None and phrase.first >= trigger.last:
                gap = self.words[trigger.last : phrase.first]
                return [(phrase, 0.6)] if gap and gap[-1] in (",", ":", "-", "–", "—", "|") and len(gap) <= 8 else []
        return []

    def _is_noun(self, trigger: Trigger) -> bool:
        """Whether a word that can be verb or noun is a noun here: "the murder of", "12 arrests"."""
        if self.words[trigger.last : trigger.last + 1] == ("of",) or is_named_deed(self.words, trigger):
            return True
        plural = self.words[trigger.last - 1].endswith("s")
        return plural and any(
            phrase.quantity is not None and phrase.quantity.last in (trigger.first, trigger.first - 1) for phrase in self.phrases
        )

    def _before(self, trigger: Trigger) -> str:
        at = trigger.first - 1
        while at >= 0 and self.closed.is_adverb(self.words[at]):
            at -= 1
        return self.words[at] if at >= 0 else ""

    def _self(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        for phrase in self.phrases:
            if phrase.fate_at == trigger.first:
                return [(phrase, 0.8)]
        return []

    def _left(self, trigger: Trigger, reach: int) -> list[tuple[Phrase, float]]:
        """The subject to the left, with those joined to it by "and"."""
        best: tuple[float, int] | None = None
        for index in range(len(self.phrases) - 1, -1, -1):
            phrase = self.phrases[index]
            if phrase.last > trigger.first or (phrase.quantity is None and phrase.refers in ("them", "whom")):
                continue
            cost = self._cost(phrase, trigger)
            if cost is not None and cost <= reach and (best is None or cost < best[0]):
                best = (cost, index)
        if best is None:
            return []
        cost, index = best
        taken = [(self.phrases[index], 1 / (1 + cost / 6))]
        while index > 0 and self._joined(self.phrases[index - 1].last, self.phrases[index].first):
            index -= 1
            if self._is_whole(self.phrases[index]) or self.phrases[index].fate_at is not None:
                break
            if self.phrases[index].quantity is None:
                break
            taken.append((self.phrases[index], 0.7 / (1 + cost / 6)))
        return taken

    def _cost(self, phrase: Phrase, trigger: Trigger) -> float | None:
        """How far a phrase on the left is from being the subject; None where it cannot be."""
        depth = cost = 0
        other = 0
        skipped = self._aside(phrase.last, trigger.first)
        for at in range(phrase.last, trigger.first):
            if at in skipped:
                continue
            word = self.words[at]
            if word in "([":
                depth += 1
            elif word in ")]":
                if depth == 0:
                    return None
                depth -= 1
            elif depth == 0:
                if word in (";", ":", "but"):
                    return None
                if self.closed.is_adverb(word) or word in self.closed.auxiliaries or word in self.closed.relatives:
                    cost += 0 if word not in ("that", "which") else 1
                elif word in (",", "-", "–", "—"):
                    cost += 1
                else:
                    cost += 1
        if depth:
            return None
        for between in self.triggers:
            if (
                phrase.last <= between.first < trigger.first
                and between.word.frame in ("patient", "agent")
                and not between.relative
                and between is not trigger
            ):
                other += 3
        if any(
            each is not phrase and phrase.last <= each.first and each.last <= trigger.first and each.quantity is not None
            for each in self.phrases
        ):
            other += 3
        before = self.words[phrase.first - 1] if phrase.first else ""
        if (
            before in self.closed.prepositions
            and before not in ("of", "including", "like", "that", "as", "about", "around", "than", "with")
            and phrase.first > 1
        ):
            other += 6 if before == "by" else 4
        if not trigger.relative and self._is_whole(phrase):
            return None
        if before == "with" and trigger.word.frame not in ("state",) and trigger.passive:
            other += 4
        if before == "of" and phrase.quantity is None:
            other += 2
        return cost + other + (0 if phrase.quantity is not None else 1.5) + (1 if phrase.people is None and phrase.head is not None else 0)

    def _is_whole(self, phrase: Phrase) -> bool:
        """Whether people are only the whole of which others are told: "Of 118,000 Poles, some 90,000 were killed"."""
        at = phrase.first - 1
        return at >= 0 and self.words[at] == "of" and (at == 0 or not self.words[at - 1][0].isalnum())

    def _aside(self, first: int, last: int) -> range:
        """Words between two commas or dashes right after a phrase and right before its verb, that stand aside."""
        if first >= last or self.words[first] not in (",", "-", "–", "—", "--"):
            return range(0)
        end = last - 1
        while end > first and (self.words[end] in self.closed.auxiliaries or self.closed.is_adverb(self.words[end])):
            end -= 1
        if end > first and self.words[end] == self.words[first] and not any(first <= each.first < end for each in self.triggers):
            return range(first, end + 1)
        return range(0)

    def _right(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """The object to the right, with those joined to it."""
        taken: list[tuple[Phrase, float]] = []
        at = trigger.last
        for phrase in self.phrases:
            if phrase.first < at:
                continue
            gap = self.words[at : phrase.first]
            if not taken:
                if len(gap) > 3 or any(
                    not (
                        self.closed.is_adverb(word)
                        or word in self.closed.determiners
                        or word in (":", "some", "more", "than", "as", "many")
                    )
                    for word in gap
                ):
                    return []
            elif not (self._joined(at, phrase.first) or self._listed(at, phrase)) or any(
                each.first == phrase.last
                for each in self.triggers
                if each.word.frame in ("patient", "state") and phrase.quantity is not None
            ):
                break
            if taken and phrase.last < len(self.words) and self.words[phrase.last] in self.closed.auxiliaries:
                break
            taken.append((phrase, 0.9 if not taken else 0.7))
            at = phrase.last
        return taken

    def _listed(self, at: int, phrase: Phrase) -> bool:
        """Whether a counted phrase goes on with a list: "the mayor of the town, as well as two peasants"."""
        gap = self.words[at : phrase.first]
        tail = gap[-1:] == ("and",) or gap[-3:] == ("as", "well", "as")
        return (
            phrase.quantity is not None
            and tail
            and len(gap) <= 14
            and not any(word in self.closed.auxiliaries or word in self.closed.relatives or word in (";", ":", ".") for word in gap)
            and not any(at <= each.first < phrase.first for each in self.triggers)
        )

    def _joined(self, first: int, last: int) -> bool:
        gap = self.words[first:last]
        return 0 < len(gap) <= 4 and all(word in _LIST for word in gap)

    def _of_event(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        words = self.words
        if trigger.last < len(words) and words[trigger.last] in ("of", "to", "among"):
            right = [
                (phrase, 0.9) for phrase in self.phrases if trigger.last < phrase.first <= trigger.last + 2 and words[trigger.last] == "of"
            ]
            if right:
                first = right[0][0]
                more = [phrase for phrase in self.phrases if phrase.first > first.last and self._joined(first.last, phrase.first)]
                return [right[0], *[(phrase, 0.7) for phrase in more[:1] if phrase.quantity is not None]]
        for phrase in self.phrases:
            if (
                phrase.quantity is not None
                and phrase.quantity.last <= trigger.first <= phrase.last + 2
                and trigger.first - phrase.quantity.last <= 2
                and (phrase.head is None or phrase.people is None or phrase.head_end >= trigger.last)
            ):
                return [(phrase, 0.8)]
        return []

    def _toll(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        after = [
            phrase
            for phrase in self.phrases
            if phrase.quantity is not None and 0 <= phrase.first - trigger.last <= 12 and phrase.quantity.count.unit == "people"
        ]
        stop = next((at for at in range(trigger.last, len(self.words)) if self.words[at] in (";", ":", ".")), len(self.words))
        after = [phrase for phrase in after if phrase.first < stop]
        rising = [
            phrase for phrase in after if self.words[phrase.first - 1] in ("to", "at", "of", "is", "was", "reached", "stood", "passed")
        ]
        chosen = rising or after
        return [(chosen[0], 0.9)] if chosen else []

    def _shared(self, trigger: Trigger, edges: list[Edge]) -> list[tuple[Phrase, float]]:
        """A verb joined to the one before it shares its people: "were abducted and killed"."""
        before = [edge for edge in edges if edge.trigger.last <= trigger.first]
        if not before:
            return []
        nearest = max(edge.trigger.last for edge in before)
        gap = self.words[nearest : trigger.first]
        if len(gap) > 14 or not any(word in ("and", "or", "then", "but") for word in gap) or any(word in (";", ":") for word in gap):
            return []
        if any(word in self.closed.pronouns for word in gap):
            return []
        return [(edge.phrase, edge.score * 0.7) for edge in before if edge.trigger.last == nearest]
