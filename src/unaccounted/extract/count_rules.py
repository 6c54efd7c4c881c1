"""Which numbers with a fate word beside them state no count: what only looks like one.

In: a phrase with its quantity and the fate word said of it. Out: whether a claim may be made of them. Each rule is one way in which
English sets a number of people beside a fate word without saying that so many met it ("we spoke to eleven survivors").
"""

from __future__ import annotations

from unaccounted.extract.clauses import clause_end
from unaccounted.extract.fates import FateTeller
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.passage import Passage
from unaccounted.extract.quantities import Quantity
from unaccounted.extract.triggers import Edge, Trigger

BEING = frozenset(["be", "is", "are", "was", "were", "been", "remain", "remained"])
_DONE_TO_BODIES = frozenset(["rescued", "returned", "repatriated", "released", "abducted", "set out", "detained"])


class CountRules:
    """The rules over one passage."""

    def __init__(self, passage: Passage, fates: FateTeller) -> None:
        self.passage, self.fates = passage, fates
        self.words = passage.sentence.words

    def states(self, edge: Edge) -> bool:
        """Whether a fate word with people beside it states a count of them."""
        phrase, trigger = edge.phrase, edge.trigger
        quantity = phrase.quantity
        if quantity is None or phrase.people is False or (phrase.people is None and phrase.head is not None and edge.score < 0.45):
            return False
        if not (self.fates.lifted(trigger) and self.fates.fallen(trigger) and self.fates.unknown(trigger)):
            return False
        left = trigger.word.frame == "state" and self.words[trigger.first : trigger.last] == ("left",)
        return not (
            (phrase.head is None and quantity.count.words == "some")
            or self.tells_origin(phrase)
            or self.is_of_bodies(phrase, trigger)
            or self._is_met(phrase, trigger)
            or self._of_things(phrase, trigger)
            or self._only_loses(phrase, trigger)
            or self._only_holds(phrase, trigger)
            or self._only_aims(phrase, trigger)
            or (quantity.count.best == 1 and quantity.last == quantity.first + 1 and self._named(phrase))
            or (phrase.parts.kin_of is None and self._households(phrase))
            or (left and not self._left_over(trigger, quantity))
        )

    def _of_things(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether nothing tells that people are counted: neither the noun nor the verb ("seized two batteries", "3 boxes remain")."""
        unknown = phrase.head is not None and phrase.people is None and self.words[phrase.head_end - 1] != "members"
        return unknown and self.words[trigger.first] in self.passage.lexicon.beside["of things"]

    def _only_loses(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether a word of losing tells no death: its object is said again, or is no life, or people only lost something."""
        beside, word = self.passage.lexicon.beside, self.words[trigger.first]
        if word == "lives" and beside["costing"].isdisjoint(self.words):
            return True
        if trigger.last > trigger.first + 1 or word not in beside["losing"]:
            return False
        if any(each.first == phrase.last for each in self.passage.triggers):
            return True  # "lost 412 killed": the second word says it
        if phrase.head is not None and phrase.people is not True:
            return True  # "lost 100,000 pesos"
        return phrase.last <= trigger.first and not trigger.passive  # "a boy lost both legs"

    def _only_holds(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether a verb of carrying or lodging tells no one's fate, for want of a vessel or a camp in the sentence."""
        beside, word = self.passage.lexicon.beside, self.words[trigger.first]
        if trigger.word.fate == "set out" and word in beside["carrying"] and not self._on_board(phrase):
            return True
        return word in beside["lodging"] and not self._lodged()

    def _only_aims(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether people shoot at others or at a vehicle, which tells the fate of neither: "200 rebels shot at the guards"."""
        at, beside = trigger.last, self.passage.lexicon.beside
        if self.words[at : at + 1] != ("at",) or trigger.passive or trigger.relative or self.words[trigger.first] not in beside["shooting"]:
            return False
        aimed = self.words[at + 1 : at + 4]
        people = any(at < each.first <= at + 2 and each.people is True for each in self.passage.phrases)
        return people or not beside["vessels"].isdisjoint(aimed)

    def told_already(self, edge: Edge) -> bool:
        """Whether a participle after a comma only says again how they died: "the death of 20 men, killed in battle"."""
        if edge.trigger.passive or edge.trigger.first < edge.phrase.last or self.words[edge.phrase.last : edge.phrase.last + 1] != (",",):
            return False
        dead = ("died", "killed")
        return edge.trigger.word.fate in dead and any(
            each.phrase is edge.phrase and each.trigger.word.frame == "event" and each.trigger.word.fate in dead
            for each in self.passage.edges
        )

    def _is_met(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether people are only met or spoken to: "we spoke to eleven survivors" tells how many were asked, not how many there are."""
        before = self.words[phrase.first - 1] if phrase.first else ""
        alone = trigger.word.frame == "people" and trigger.first == phrase.fate_at
        return alone and before in ("to", "with", "from") and trigger.word.fate not in ("died", "wounded", "missing", "killed")

    def is_of_bodies(self, phrase: Phrase, trigger: Trigger) -> bool:
        """Whether the dead are what a verb is done to: "divers brought up 23 bodies" is no rescue, and no second death."""
        dead = phrase.fate is not None and phrase.fate.fate == "died" and phrase.fate_at == phrase.head
        return dead and trigger.first != phrase.fate_at and trigger.word.fate in _DONE_TO_BODIES

    def _on_board(self, phrase: Phrase) -> bool:
        """Whether people are carried by a vessel, and not in arms: "the ferry carried 476 passengers"."""
        return phrase.fate is None and not self.passage.lexicon.beside["vessels"].isdisjoint(self.words)

    def _lodged(self) -> bool:
        """Whether a camp or a shelter stands in the sentence, so that those whom it hosts live there."""
        return not self.passage.lexicon.beside["camps"].isdisjoint(self.words)

    def _named(self, phrase: Phrase) -> bool:
        """Whether one person is named right after: then it is a person's fate and no count."""
        before = self.words[max(phrase.first - 1, 0)] == ","
        apposed = before and any(each.last == phrase.first - 1 for each in self.passage.mentions)
        if self.words[phrase.first] not in ("a", "an"):
            return apposed and self.words[phrase.first] == "one"
        return apposed or any(0 <= each.first - phrase.last <= 2 for each in self.passage.mentions)

    def _households(self, phrase: Phrase) -> bool:
        """Whether families or households are counted, which are no number of people."""
        number = phrase.quantity is not None and phrase.quantity.count.bound != "vague" and phrase.quantity.count.unit == "people"
        return number and phrase.head is not None and self.words[phrase.head_end - 1] in ("families", "households", "family")

    def tells_origin(self, phrase: Phrase) -> bool:
        """Whether a share tells where counted people come from: "most of whom were from", "most of them Eritreans"."""
        after = phrase.head_end
        if (
            phrase.refers not in ("whom", "them")
            or after >= len(self.words)
            or phrase.quantity is None
            or phrase.quantity.count.unit != "share"
        ):
            return False
        stop = clause_end(self.passage.sentence, after) if self.words[after] in BEING else after + 1
        return bool(self.passage.lexicon.demonyms.find(self.words, after, min(stop, len(self.words))))

    def _left_over(self, trigger: Trigger, quantity: Quantity) -> bool:
        after = self.words[trigger.last] if trigger.last < len(self.words) else "."
        return quantity.count.high in (0, 10) or (
            after in (".", ",", ";", "in", "at", "with", "to")
            and any(word in BEING or word in ("had", "has", "have") for word in self.words[max(trigger.first - 10, 0) : trigger.first])
        )
