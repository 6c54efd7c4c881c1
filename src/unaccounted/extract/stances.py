"""What every pattern of a stance asks of a sentence: whose people, whether for or against, where its clause begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from unaccounted.base.records import Cohort
from unaccounted.extract.authorities import Authorities
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.nouns import Noun
from unaccounted.extract.references import NOBODY, resolve_cohort

_NOT = frozenset(["not", "n't", "never"])
OPPOSITE = {"accepts": "refuses", "repatriates": "refuses", "welcomes": "refuses", "refuses": "accepts"}
_REACH = 5
"""Words between a verb and the people it is done to."""


@dataclass(frozen=True, slots=True)
class Told:
    """A stance as read: where its verb group and its verb stand, to whom, by whom."""

    stance: str
    first: int
    at: int
    last: int
    cohort: Cohort | None
    authority: str | None
    passive: bool = False


class Stances(Authorities):
    """One passage, with what the patterns of stances share."""

    def _people_before(self, start: int) -> Phrase | None:
        """The kind of people that is the subject of a verb group."""
        subject = self.nouns.subject(start)
        if subject is None:
            return None
        return next(
            (
                each
                for each in self.passage.phrases
                if subject.first <= each.first < subject.last and each.first <= subject.first + 4 and self._kind_of_people(each)
            ),
            None,
        )

    def _kind_of_people(self, phrase: Phrase) -> bool:
        """Whether people are a kind, and neither so many of them nor one person."""
        known = phrase.people is True or phrase.refers in ("them", "those", "they", "whom", "these")
        return known and phrase.quantity is None and (phrase.plural or phrase.refers is not None or self._any(phrase))

    def _any(self, phrase: Phrase) -> bool:
        """Whether one person stands for all of a kind: "every returning soldier"."""
        return not {"every", "each", "any"}.isdisjoint(self.words[max(phrase.first - 1, 0) : phrase.first + 1])

    def _whom(self, last: int) -> Phrase | None:
        """The kind of people right after a verb; a verb that was taken for an adjective of theirs is cut off."""
        for phrase in self.passage.phrases:
            head = phrase.head if phrase.head is not None else phrase.first
            if not last <= head <= last + _REACH + 2 or phrase.first > last + _REACH:
                continue
            between = self.words[last : phrase.first]
            if any(word in (",", ";", ".", "that", "by") or word in self.nouns.closed.auxiliaries for word in between):
                return None
            if any(self.nouns.is_verb(at) for at in range(last, phrase.first)):
                return None
            if {"of", "from", "in", "to", "with", "as", "for", "on"} & set(between):
                return None
            if self.words[phrase.last : phrase.last + 1] in (("'s",), ("'",)) or not self._kind_of_people(phrase):
                return None
            if phrase.first < last:
                parts = replace(phrase.parts, label=self.passage.words(last, phrase.last))
                return replace(phrase, first=last, parts=parts)
            return phrase
        return None

    def _cohort(self, phrase: Phrase) -> Cohort:
        if phrase.refers in ("them", "they", "these") and phrase.head is None and self.memory.affected is not None:
            return self.memory.affected
        cohort = resolve_cohort(phrase, self.memory, [each for each in self.passage.phrases if each.last <= phrase.first])
        if cohort != NOBODY:
            return cohort
        if phrase.head is not None:
            return Cohort(self.nouns.text(phrase.first, phrase.last))
        if phrase.refers == "those":
            return Cohort(
                self.passage.words(phrase.first, min(max(clause_end(self.passage.sentence, phrase.first), phrase.last), phrase.first + 9))
            )
        return self.memory.affected or cohort

    def _turned(self, stance: str, at: int) -> str:
        """The stance turned round where the authority is unwilling: "refuses to accept", "is not ready to take back"."""
        against = self._against(at)
        return OPPOSITE.get(stance, stance) if against else stance

    def _against(self, at: int) -> bool:
        """Whether a verb stands under an unwillingness or a "not", and not under both."""
        window = self.words[max(at - 6, 0) : at]
        for cut in (",", ";", "but", "and"):
            if cut in window:
                window = window[len(window) - window[::-1].index(cut) :]
        return bool(self.policies.unwilling & set(window)) != bool(_NOT & set(window))

    def _negated_here(self, at: int) -> bool:
        return bool(_NOT & set(self.words[max(at - 3, 0) : at]))

    def _clause_start(self, verb: int) -> int:
        subject = self.nouns.subject(verb)
        return subject.start if subject is not None else verb

    def _leads(self, first: int) -> bool:
        """Whether an -ing word follows a willingness: "no intention of taking", "stopped letting"."""
        before = self.words[max(first - 2, 0) : first]
        return bool((self.policies.willing | self.policies.unwilling) & set(before))

    def _head(self, subject: Noun) -> int:
        return subject.first
