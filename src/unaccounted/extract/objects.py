"""Who a verb is said of, to its right: the object of "killed", the people that a leader goes with, an entry of a list.

In: a sentence's words, phrases and fate words. Out: phrases with a score.
"""

from __future__ import annotations

from unaccounted.extract.closed import Closed, load_closed
from unaccounted.extract.lists import LONGEST_LED, Lists
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.triggers import Trigger
from unaccounted.extract.verbs import Verbs, load_verbs

_OVER = frozenset(
    [
        "last",
        "first",
        "remaining",
        "final",
        "further",
        "additional",
        "another",
        "total",
        "of",
        ":",
        "some",
        "more",
        "than",
        "as",
        "many",
        '"',
        "“",
        "[",
        "the",
    ]
)
"""Words that may stand between a verb and its object, beside adverbs and determiners."""


class ObjectFinder:
    """Finds objects in one sentence."""

    def __init__(self, words: tuple[str, ...], phrases: list[Phrase], triggers: list[Trigger], lists: Lists) -> None:
        self.words, self.phrases, self.triggers, self.lists = words, phrases, triggers, lists
        self.closed: Closed = load_closed()
        self.verbs: Verbs = load_verbs()
        self.places = [each.first for each in triggers]

    def find(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """The object to the right, with those joined to it."""
        taken: list[tuple[Phrase, float]] = []
        before = self.words[trigger.first - 1] if trigger.first else ""
        leads = trigger.word.form != "base" or before == "to" or before in self.closed.auxiliaries  # no "rescue operation"
        at = trigger.last
        for phrase in self.phrases:
            if phrase.first < at or (taken and phrase.first in self.lists.hidden and taken[0][0].first not in self.lists.hidden):
                continue
            if not self._follows(at, phrase, bool(taken)) and not (leads and self.lists.led(at, phrase, self.places)):
                if phrase.quantity is None and phrase.first - at <= LONGEST_LED:
                    continue  # "killed the teacher's wife and two guards"
                break
            if taken and phrase.last < len(self.words) and self.words[phrase.last] in self.closed.auxiliaries:
                break
            taken.append((phrase, 0.9 if not taken else 0.7))
            at = phrase.last
        return taken

    def _follows(self, at: int, phrase: Phrase, joins: bool) -> bool:
        """Whether a phrase stands right after a verb, or joins what stands there."""
        if not joins:
            gap = self.words[at : phrase.first]
            plain = all(self.closed.is_adverb(word) or word in self.closed.determiners or word in _OVER for word in gap)
            return len(gap) <= 3 and plain and "that" not in gap  # "charged that a colonel"
        own = any(each.first == phrase.last for each in self.triggers if each.word.frame in ("patient", "agent", "state"))
        if phrase.quantity is not None and (
            own or (self.words[phrase.last : phrase.last + 1] and self.words[phrase.last] in self.verbs.finite)
        ):
            return False  # "killed the mayor and two guards ran": a clause of their own
        return self.lists.joined(at, phrase.first) or self.lists.goes_on(at, phrase, self.places)

    def companions(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
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

    def listed(self, trigger: Trigger) -> list[tuple[Phrase, float]]:
        """An entry of a list that opens with the fate: "taken prisoner, 4,000", "Wounded: 12", "* Died en route: 2"."""
        opened = next((at for at in range(trigger.first) if self.words[at][0].isalnum()), trigger.first)
        if trigger.first - opened > 3 or any(self.closed.opens_clause(word) for word in self.words[opened : trigger.first]):
            return []
        for phrase in self.phrases:
            if phrase.quantity is not None and phrase.first >= trigger.last:
                gap = self.words[trigger.last : phrase.first]
                if not gap or gap[-1] not in (",", ":", "-", "–", "—", "|") or len(gap) > 8:
                    return []
                return [(phrase, 0.6)] if gap[-1] == ":" or trigger.first == opened else []
        return []
