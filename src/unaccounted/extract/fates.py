"""Which fate a fate word tells, by the words beside it, and which fates one figure takes together.

In: a passage and a fate word. Out: a fate of the vocabulary and what the figure covers. Cause, place of death and
sentence change the fate ("died in custody", "perished in the shelling", "sentenced to ten years").
"""

from __future__ import annotations

import re

from unaccounted.extract.clauses import clause_end, clause_start
from unaccounted.extract.passage import Passage
from unaccounted.extract.triggers import Trigger

_BEFORE, _BEHIND = 400, 200
"""Characters around a sentence in which a wreck or a flood is looked for."""


class FateTeller:
    """Tells the fates of one passage's fate words."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.words = passage, passage.sentence.words
        self.beside = passage.lexicon.beside

    def tell(self, trigger: Trigger, first: int) -> tuple[str, tuple[str, ...]]:
        """The fate, and the fates that the figure takes together.

        Args:
            trigger: the fate word.
            first: the first word of the people that it is said of.
        """
        word, sentence = trigger.word, self.passage.sentence
        near = self._near(trigger, max(trigger.first - 8, clause_start(sentence, min(first, trigger.first))))
        fate = word.fate
        joined, _ = self.joined(trigger)
        if fate == "died" and word.frame in ("agent", "event", "state") and near & self.beside["custody"]:
            return "died in custody", ()
        if self.words[trigger.first] in self.beside["losing"] and word.frame == "patient":
            return fate, ("killed", "died", "detained", "missing", "deserted")
        if self.words[trigger.first] in self.beside["casualties"] and word.frame == "people":
            return fate, ("killed", "wounded")
        if self.words[trigger.first] in self.beside["shooting"] and trigger.last == trigger.first + 1 and not joined:
            return ("wounded", ()) if near & self.beside["limbs"] else (fate, ("killed", "wounded"))
        if fate == "abducted" and near & self.beside["natural"] and self.words[trigger.first][:4] in ("carr",):
            return "died", ()
        if fate == "rescued" and self.words[trigger.first] in self.beside["lifting"] and not self._in_danger():
            before = set(self.words[max(trigger.start - 4, 0) : trigger.start])
            return ("detained" if before & self.beside["capturing"] else "rescued"), ()
        if joined:
            return fate, tuple(dict.fromkeys((fate, *joined)))
        if fate == "died":
            if near & self.beside["natural"]:
                return fate, ()
            if near & self.beside["violent"] and word.frame != "people":
                return "killed", ()
            return fate, ("killed", "died")
        if fate == "killed" and near & self.beside["natural"] and not near & self.beside["violent"]:
            return "died", ()
        if fate == "tried" and self.words[trigger.first] in self.beside["sentencing"] and near & self.beside["term"]:
            return "imprisoned", ()
        if fate == "remaining" and self.words[trigger.first] in self.beside["surviving"] and self._in_danger():
            return "rescued", ()
        return fate, ()

    def lifted(self, trigger: Trigger) -> bool:
        """Whether a verb of lifting ("brought up", "picked up") may be a rescue: a danger stands near, or captors before it."""
        if trigger.word.fate != "rescued" or self.words[trigger.first] not in self.beside["lifting"]:
            return True
        return self._in_danger() or self.tell(trigger, trigger.first)[0] == "detained"

    def unknown(self, trigger: Trigger) -> bool:
        """Whether it is said that nobody knows, where the word alone tells only that something became of people."""
        if self.words[trigger.first] not in self.beside["vanishing"] or trigger.word.fate != "unaccounted for":
            return True
        return not self.beside["unknown"].isdisjoint(self.words)

    def fallen(self, trigger: Trigger) -> bool:
        """Whether "fell" is said of a fight, where it means killed."""
        if self.words[trigger.first] not in self.beside["falling"] or trigger.last > trigger.first + 1:
            return True
        return bool(self._near(trigger, max(trigger.first - 8, 0)) & self.beside["violent"])

    def tell_person(self, trigger: Trigger) -> str:
        """The fate of a named person: as `tell`, where a group's end is a person's death."""
        if trigger.word.fate == "destroyed":
            return "killed"
        near = self._near(trigger, max(trigger.first - 6, 0))
        if trigger.word.fate == "died" and near & self.beside["custody"]:
            return "died in custody"
        if trigger.word.fate == "tried" and self.words[trigger.first] in self.beside["sentencing"] and near & self.beside["term"]:
            return "imprisoned"
        return trigger.word.fate

    def joined(self, trigger: Trigger) -> tuple[list[str], list[int]]:
        """The fates said of one figure together, and where: "killed and wounded", "dead, wounded or missing"."""
        joined: list[str] = []
        places: list[int] = []
        at = trigger.last
        for other in self.passage.triggers:
            if other.first < at or other.word.frame in ("event", "toll"):
                continue
            gap = self.words[at : other.first]
            if len(gap) > 3 or not any(word in ("and", "or", ",") for word in gap):
                break
            if any(word not in ("and", "or", ",", "were", "was", "been", "taken", "either") for word in gap) or any(
                phrase.quantity is not None and at <= phrase.first <= other.first for phrase in self.passage.phrases
            ):
                break
            joined.append(other.word.fate)
            places.append(other.first)
            at = other.last
        both = "and" in self.words[trigger.last : at] and "or" not in self.words[trigger.last : at]
        if trigger.word.form is not None and joined and trigger.passive and both:
            return [], []  # "were abducted and killed": one after the other
        return [fate for fate in joined if fate != trigger.word.fate], places

    def _near(self, trigger: Trigger, first: int) -> set[str]:
        return set(self.words[first : min(trigger.last + 12, clause_end(self.passage.sentence, trigger.last - 1))])

    def _in_danger(self) -> bool:
        """Whether the words around tell of a wreck, a flood, a collapse or a rescue, from which survivors are brought out."""
        sentence, text = self.passage.sentence, self.passage.document.text
        around = text[max(sentence.start - _BEFORE, 0) : sentence.end + _BEHIND].lower()
        return not self.beside["danger"].isdisjoint(re.findall(r"\w+", around))
