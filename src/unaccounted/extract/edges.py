"""Which people a fate word speaks of: edges from fate words to phrases in one sentence.

In: the words, the phrases and the fate words of a sentence. Out: edges, each with the phrase, the fate word, its place
and a score. Directions follow the word's frame: the passive looks left, the active right, nouns look along "of".
"""

from __future__ import annotations

from dataclasses import replace

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.lists import Lists
from unaccounted.extract.nominals import NominalFinder
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.objects import ObjectFinder
from unaccounted.extract.standing import Standing
from unaccounted.extract.subjects import SubjectFinder
from unaccounted.extract.told_beside import BesideFinder
from unaccounted.extract.triggers import BE, HAVE, Edge, Trigger, is_named_deed

_CLAUSE = 14
"""Words of a relative clause between people and somebody joined to them."""


class EdgeFinder:
    """Finds the edges of one sentence."""

    def __init__(self, words: tuple[str, ...], phrases: list[Phrase], triggers: list[Trigger]) -> None:
        self.words, self.phrases, self.triggers = words, phrases, triggers
        self.closed: Closed = load_closed()
        self.lists = Lists(words, phrases)
        self.standing = Standing(words, phrases, triggers)
        self.subjects = SubjectFinder(self.standing, self.lists.hidden)
        self.objects = ObjectFinder(words, phrases, triggers, self.lists)
        self.nominals = NominalFinder(words, phrases, triggers, self.lists)
        self.beside = BesideFinder(self.standing, triggers, self.lists)

    def find(self) -> list[Edge]:
        """Every edge, in order of the fate words."""
        edges: list[Edge] = []
        for trigger in self.triggers:
            edges.extend(Edge(trigger, phrase, score) for phrase, score in self._arguments(trigger))
        return [*edges, *self.beside.find(edges)]

    def _among(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """ "Among those arrested were 46 minors", "four brothers are among the lost": people told as some of a fate's."""
        at = trigger.first - 1
        while at >= 0 and self.words[at] in self.closed.determiners:
            at -= 1
        if at < 0 or at == trigger.first - 1 or self.words[at] != "among":
            return []
        if at > 0 and self.words[at - 1] in BE:
            return self._left(replace(trigger, first=at - 1, start=at - 1, relative=False, passive=True), 6)
        after = trigger.last
        while after < len(self.words) and self.words[after] not in BE and after - trigger.last < 6:
            after += 1
        if self.words[after : after + 1] and self.words[after] in BE:
            return self.objects.find(replace(trigger, last=after + 1))
        return []

    def _arguments(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        frame, form = trigger.word.frame, trigger.word.form
        among = self._among(trigger) if frame != "toll" else []
        if among:
            return among
        if frame == "toll":
            return self.nominals.toll(trigger)
        if frame == "event":
            return self.nominals.find(trigger)
        if frame == "people":
            return self.nominals.bodies(trigger) or [*self._self(trigger), *self._who_they_are(trigger)]
        inside = self._self(trigger)
        if inside:
            return [*inside, *self._who_they_are(trigger)]
        if form in ("base", "ing") and self._is_noun(trigger):
            return self.nominals.find(trigger)
        if frame == "patient" and not trigger.passive and form in ("base", "ing", "past", "preterite"):
            right = self.objects.find(trigger)
            left = self._left(trigger, 2) if form == "past" and self._closes(trigger) else []
            if right and not (left and left[0][0].quantity is not None and right[0][0].quantity is None):
                return right
            gapped = self._gapped(trigger)
            if gapped:
                return gapped
            if form == "past" and self._before(trigger) not in HAVE and self._closes(trigger):
                return self._left(trigger, 4) or self.objects.listed(trigger)
            return []
        if frame == "state":
            return self._left(trigger, 8) or self.objects.listed(trigger)
        if self.words[trigger.last : trigger.last + 6].count(":"):
            entry = self.objects.listed(trigger)
            if entry and not any(phrase.quantity is not None for phrase, _ in self._left(trigger, 14)):
                return entry
        if frame == "agent" and form == "base" and self._before(trigger) != "to" and not self._left(trigger, 6):
            return []
        if form == "base" and self._before(trigger) in HAVE:
            return []  # "whom he has cross": somebody else's words
        left = self._left(trigger, 14)
        if frame == "agent" and not any(phrase.quantity is not None for phrase, _ in left):
            return self.objects.companions(trigger) or left
        return left or self.objects.listed(trigger)

    def _gapped(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """Counted people as the object of a relative clause: "nineteen guards they had seized", "40 men whom the army arrested"."""
        found = self.subjects.find(trigger)
        if found is None or found.index == 0 or found.cost > 3 or trigger.relative:
            return []
        agent, people = self.phrases[found.index], self.phrases[found.index - 1]
        between = self.words[people.last : agent.first]
        linked = between[:1] in (("whom",), ("that",)) if between else agent.refers in ("they", "we", "he", "she")
        plain = all(word in self.closed.determiners or word in ("whom", "that") for word in between)
        if people.quantity is None or agent.quantity is not None or not linked or not plain:
            return []
        return [(people, 0.6)]

    def _closes(self, trigger: Trigger) -> bool:
        """Whether nothing follows that a verb would govern, so that "killed" after people says that they were: "12 killed on Friday"."""
        if trigger.last >= len(self.words):
            return True
        word = self.words[trigger.last]
        if word in self.closed.objects:
            return False  # "six detectives who arrested him"
        return (
            self.closed.stops(word)
            or self.closed.is_adverb(word)
            or word[0].isdigit()
            or word in self.closed.times
            or any(each.first == trigger.last for each in self.triggers)
            or self.standing.verbs.is_verb(self.words, trigger.last)  # "the two rebels killed lived here"
        )

    def _is_noun(self, trigger: Trigger) -> bool:
        """Whether a word that can be verb or noun is a noun here: "the murder of", "12 arrests", "two men's slaying"."""
        if self.words[trigger.last : trigger.last + 1] == ("of",) or is_named_deed(self.words, trigger):
            return True
        if trigger.first and self.words[trigger.first - 1] in ("'", "'s"):
            return True
        plural = trigger.last == trigger.first + 1 and self.words[trigger.first].endswith("s")
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

    def _over_relative(self, index: int, trigger: Trigger) -> Phrase | None:
        """The people joined to one person over a clause of theirs: "two policemen who stood by and a clerk were wounded"."""
        one = self.phrases[index]
        if one.quantity is None or one.quantity.value != 1 or self.words[trigger.start] not in ("were", "are", "have"):
            return None
        for at in range(one.first - 1, max(one.first - _CLAUSE, 0), -1):
            if self.words[at] in ("who", "whom", "which"):
                owner = self.standing.owner.get(at - 1)
                return self.phrases[owner] if owner is not None and self.phrases[owner].quantity is not None else None
            if self.words[at] in (";", ":"):
                return None
        return None

    def _who_they_are(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """ "The dead were 12 soldiers and two drivers": people counted as those whom a fate befell."""
        at = trigger.last
        if self.words[at : at + 1] not in (("were",), ("are",)) or trigger.first == 0 or self.words[trigger.first - 1] != "the":
            return []
        found = self.objects.find(replace(trigger, last=at + 1))
        return [(phrase, score) for phrase, score in found if phrase.quantity is not None and phrase.people is True]

    def _left(self, trigger: Trigger, reach: int) -> list[tuple[Phrase, float]]:
        """The subject to the left, with those joined to it by "and"."""
        found = self.subjects.find(trigger)
        if found is None or found.cost > reach:
            return []
        index = found.index
        taken = [(self.phrases[index], 1 / (1 + found.cost / 6))]
        over = self._over_relative(index, trigger)
        if over is not None:
            return [*taken, (over, 0.6)]
        while (earlier := self.lists.before(index)) is not None:
            nearer, index = self.phrases[index], earlier
            phrase = self.phrases[index]
            if self.standing.is_whole(phrase) or phrase.fate_at is not None or phrase.quantity is None:
                break
            if self.standing.part_opening(phrase) is not None:
                break
            if nearer.head is None and nearer.quantity is not None and phrase.head is not None:
                break  # "treated 90 people, and 12 died": a clause of its own
            taken.append((phrase, 0.7 / (1 + found.cost / 6)))
        nobody = [each for each in taken if each[0].quantity is not None and each[0].quantity.count.high == 0]
        return nobody or taken  # "none of the four priests and 100 refugees was hurt"
