"""Whose fate a fate word tells, where persons are named: the subject, the object, after "of", before "'s", in a list.

In: a sentence's words, the persons named in it, and those named before. Out: who, and the first word of the statement.
What is said of a list is said of each. It does not decide which fate it is.
"""

from __future__ import annotations

from dataclasses import replace

from unaccounted.extract.mentions import Whose
from unaccounted.extract.names import OPEN
from unaccounted.extract.person_subjects import PersonSubjects
from unaccounted.extract.triggers import BE, HAVE, Trigger

_REFLEXIVE = frozenset(["himself", "herself", "themselves"])
_PARTICLES = frozenset(["up", "down", "off", "out", "away", "over"])


class PersonFinder(PersonSubjects):
    """Finds the persons of the fate words of one sentence."""

    def find(self, trigger: Trigger) -> Whose | None:
        """Of whom a fate word is said, or None where it is of no person named."""
        trigger = self._without_month(trigger)
        frame = trigger.word.frame
        if frame == "event":
            return self._of_noun(trigger) if self.words[trigger.last : trigger.last + 1] != ("that",) else None
        told = self._told_as(trigger) or self._among(trigger)
        if told is not None:
            return told
        if frame in ("people", "toll"):
            return None
        bracket = self._bracketed(trigger)
        if bracket is not None:
            return bracket
        if self.words[trigger.last : trigger.last + 1] == ("that",):
            return None  # "charged that", "found that"
        if (
            frame == "patient"
            and trigger.last - trigger.first > 1
            and self.words[trigger.last - 1] in self.closed.prepositions - _PARTICLES
        ):
            return self._before(trigger.start) if trigger.passive else self._beside(trigger) or self._whom(trigger)
        if frame == "patient" and not trigger.passive and trigger.word.form in ("base", "ing", "past", "preterite"):
            if self.words[trigger.last : trigger.last + 1] and self.words[trigger.last] in _REFLEXIVE:
                return self._before(trigger.start)
            inverted = self.words[trigger.last : trigger.last + 1] in (("was",), ("were",))
            if self._had(trigger) or not (trigger.word.form == "past" and (inverted or self._ends_at(trigger.last))):
                return self._object(trigger)
            return self._beside(trigger)
        if frame == "patient" and not trigger.passive and trigger.word.form == "participle":
            return self._beside(trigger) or (self._object(trigger) if self._had(trigger) else None)
        return self._before(trigger.start)

    def _without_month(self, trigger: Trigger) -> Trigger:
        """A verb group without the month before it: in "held since May, walked free" May is no auxiliary."""
        months = self.passage.lexicon.dates["months"]
        for at in range(trigger.first - 1, max(trigger.start, 1) - 1, -1):
            if self.words[at] in months and self.words[at - 1] in ("since", "in", "until", "from", "last", "of", "by"):
                start = at + 1 + (self.words[at + 1] == ",")
                return replace(trigger, start=min(start, trigger.first))
        return trigger

    def _had(self, trigger: Trigger) -> bool:
        return any(self.words[at] in HAVE for at in range(trigger.start, trigger.first))

    def _ends_at(self, at: int) -> bool:
        """Whether no object can follow: the sentence ends, or a preposition, a comma or an adverb stands there."""
        if at >= len(self.words):
            return True
        word = self.words[at]
        if any(at <= quantity.first <= at + 2 for quantity in self.passage.quantities) and word not in self.closed.prepositions:
            return False
        return (
            word in self.closed.prepositions
            or word in self.closed.conjunctions
            or self.closed.is_adverb(word)
            or (not word[:1].isalnum() and word not in OPEN)
            or word in ("last", "this", "on")
            or word in self.passage.lexicon.dates["weekdays"]
            or word[:1].isdigit()
        )

    def included(self, trigger: Trigger) -> list[Whose]:
        """Persons picked out of people counted: "12 people were killed, including A", "six were arrested, A and B among them"."""
        if trigger.word.frame not in ("patient", "agent", "state"):
            return []
        stop = min(trigger.last + 22, len(self.words))
        for at in range(trigger.last, stop):
            word = self.words[at]
            if word in (";", ":") or (word in self.closed.auxiliaries and at > trigger.last):
                break
            named = None
            if word in self.personal.including or self.words[at : at + 2] in (("among", "them"), ("among", "whom")):
                named = self._named_from(at + (2 if word == "among" else 1), 5)
                if named is None and word == "among":
                    before = self.ends.get(at)
                    named = self._single(before) if before is not None and before.first > trigger.last else None
            if named is not None and all(each.sure for each in named.mentions):
                return [Whose(named.mentions, (), trigger.first)]
        return []

    def _beside(self, trigger: Trigger) -> Whose | None:
        """ "A, killed in 1999, ...": a participle right after a name, or after its comma; "murdered was A"."""
        if trigger.start == 0 or not self.words[trigger.start - 1][:1].isalnum():
            stop = min(trigger.last + 5, len(self.words))
            be = next((at for at in range(trigger.last, stop) if self.words[at] in ("was", "were", ",")), None)
            if (
                be is not None
                and self.words[be] != ","
                and not any(each.first < be for each in self.mentions if each.first >= trigger.last)
            ):
                return self._named_from(be + 1 + (self.words[be + 1 : be + 2] == (":",)))
        at = trigger.start
        if at in self.ends:
            mention = self.ends[at]
            return self._as_subject(mention) if trigger.start == trigger.first or not self._had(trigger) else None
        if (
            at > 0
            and self.words[at - 1] in (",", "-", "–", "--", ":")
            and at - 1 in self.ends
            and not self._within_aside(self.ends[at - 1])
        ):
            return self._single(self.ends[at - 1])
        if at > 2 and self.words[at - 1] == "," and self.words[at - 2].isdigit() and self.words[at - 3] == "," and at - 3 in self.ends:
            return Whose((self.ends[at - 3],), (), self.ends[at - 3].begins)
        if at > 1 and self.words[at - 1] in ("and", "but"):
            return self._shared(at - 1, 0)
        return None

    def _bracketed(self, trigger: Trigger) -> Whose | None:
        """ "M. Kassab (slightly wounded 13 Dec)": in brackets right after a name."""
        for at in range(trigger.first - 1, max(trigger.first - 6, -1), -1):
            if self.words[at] in "([":
                mention = next((each for each in self.mentions if each.name_last == at), None)
                return None if mention is None else Whose((mention,), (), mention.begins)
            if self.words[at] in ")]" or self.words[at] in self.closed.auxiliaries or at + 1 in self.ends:
                return None
        return None

    def _object(self, trigger: Trigger) -> Whose | None:
        """ "Killed A", "murdered the archbishop, A, and his driver, B", "A, whom the police arrested"."""
        found = self._named_from(trigger.last)
        if found is not None:
            return Whose(found.mentions, (), trigger.start)
        if self.words[trigger.last : trigger.last + 1] and self.words[trigger.last] in ("him", "her") and not self._noun(trigger.last + 1):
            before = self._pronoun(trigger.start)
            return None if before is None else Whose(before.mentions, before.names, trigger.start)
        return self._whom(trigger)

    def _whom(self, trigger: Trigger) -> Whose | None:
        for at in range(trigger.start - 1, max(trigger.start - 6, 0), -1):
            if self.words[at] == "whom":
                return self._before(at + 1)
        return None

    def _noun(self, at: int) -> bool:
        return at < len(self.words) and not self._ends_at(at) and self.words[at] not in self.closed.determiners

    def _told_as(self, trigger: Trigger) -> Whose | None:
        """ "Among the dead is A", "the victims included A and B", "killed: A; B", "the dead were identified as A"."""
        people = trigger.word.frame == "people" or (trigger.word.frame == "state" and self.words[max(trigger.first - 1, 0)] == "the")
        first_to = {"first", "last", "only"} & set(self.words[max(trigger.first - 5, 0) : trigger.first])
        if (
            first_to
            and "to" in self.words[max(trigger.start - 2, 0) : trigger.first]
            and self.words[trigger.last : trigger.last + 1] in (("was",), ("is",))
        ):
            return self._named_from(trigger.last + 1)
        named = self._named_dead(trigger)
        if named is not None:
            return named
        at = trigger.last
        if self.words[at : at + 1] == (":",):
            listed = self._named_from(at + 1, 3)
            return listed if listed is not None and self._closes_list(listed.mentions[-1].last) else None
        determined = any(word in ("the", "those", "among", "of") for word in self.words[max(trigger.first - 3, 0) : trigger.first])
        if not determined or trigger.passive:
            return None
        among = any(word in ("among", "one", "of", "those") for word in self.words[max(trigger.first - 4, 0) : trigger.first])
        if not people and not among:
            return None
        while at < len(self.words) and at - trigger.last <= 3:
            word = self.words[at]
            if word in self.personal.told_as:
                plain = word in BE and not among
                while at < len(self.words) and (self.words[at] in self.personal.told_as or self.words[at] in ("as", "also", "been")):
                    plain = plain and self.words[at] not in ("identified", "named", ":")
                    at += 1
                return None if plain and at not in self.starts else self._named_from(at)
            if word in self.closed.prepositions or word in self.closed.conjunctions or word in (",", ";"):
                return None
            at += 1
        return None

    def _closes_list(self, last: int) -> bool:
        """Whether a list of names can end at a word: "300 were killed: Vane counts the missing too" goes on with a verb."""
        word = self.words[last] if last < len(self.words) else "."
        goes_on = self.closed.prepositions | self.closed.conjunctions | self.closed.relatives
        return not word[:1].isalpha() or word in goes_on

    def _named_dead(self, trigger: Trigger) -> Whose | None:
        """ "The dead man, A, was a cook", "named the dead as A and B"."""
        if trigger.word.frame not in ("people", "state") or trigger.first == 0 or self.words[trigger.first - 1] != "the":
            return None
        at = trigger.last
        people = self.passage.lexicon.people.match(self.words, at) if at < len(self.words) else None
        at = people[0] if people is not None else at
        if self.words[at : at + 1] == (",",) and at + 1 in self.starts:
            return self._named_from(at + 1, 0)
        if self.words[at : at + 1] == ("as",) and not self.personal.naming.isdisjoint(
            self.words[max(trigger.first - 4, 0) : trigger.first]
        ):
            return self._named_from(at + 1, 3)
        return None

    def lost(self) -> list[tuple[int, Whose]]:
        """ "The whereabouts of A are unknown", "A's fate is unknown": (the noun's place, whose)."""
        found: list[tuple[int, Whose]] = []
        if self.personal.lost.isdisjoint(self.words) or self.personal.unknown.isdisjoint(self.words):
            return found
        for at, word in enumerate(self.words):
            if word not in self.personal.lost:
                continue
            if self.words[at + 1 : at + 2] == ("of",):
                whose = self._named_from(at + 2, 5)
            else:
                mention = self.ends.get(at - 1) if self.words[at - 1] in ("'s", "'") else None
                whose = Whose((mention,), (), mention.begins) if mention is not None else None
            if whose is not None and not self.personal.unknown.isdisjoint(self.words[at + 1 : whose.mentions[-1].last + 8]):
                found.append((at, Whose(whose.mentions, (), min(at, whose.first))))
        return found

    def _among(self, trigger: Trigger) -> Whose | None:
        """ "A was among the dead", "A is one of the 12 missing", "A was named among those arrested"."""
        for at in range(trigger.first - 1, max(trigger.first - 6, 0), -1):
            word = self.words[at]
            if word == "among" or (word == "of" and self.words[at - 1] == "one"):
                end = at - (word == "of")
                start = end
                while start > 0 and (
                    self.words[start - 1] in self.closed.linking
                    or self.words[start - 1] in self.closed.auxiliaries
                    or self.words[start - 1] == "named"
                    or (self.closed.is_adverb(self.words[start - 1]) and self.words[start - 1] != "not")
                ):
                    start -= 1
                return self._before(start) if start < end and not {"not", "n't"} & set(self.words[start - 1 : end]) else None
            if word in self.closed.auxiliaries or word in self.closed.relatives or word in (",", ";", ".", "and"):
                return None
        return None

    def _of_noun(self, trigger: Trigger) -> Whose | None:
        """ "The killing of A", "A's death", "his arrest"."""
        words = self.words
        at = trigger.last
        if at < len(words) and words[at] == "of":
            found = self._named_from(at + 1, 6)
            return Whose(found.mentions, (), trigger.first) if found is not None else None
        if trigger.word.form == "of":
            return None
        for owner in range(trigger.first - 1, max(trigger.first - 4, -1), -1):
            if words[owner] in ("'s", "'", "’"):
                mention = self.ends.get(owner)
                return Whose((mention,), (), mention.begins) if mention is not None else None
            if words[owner] in self.personal.own:
                found = self._pronoun(owner)
                return found if owner == trigger.first - 1 else None
            if not words[owner][:1].isalpha() or words[owner] in self.closed.prepositions or self._verbal(owner):
                return None
        return None

    def remains(self) -> list[tuple[int, Whose]]:
        """ "The body of A was found", "A's body": (the noun's place, whose)."""
        found: list[tuple[int, Whose]] = []
        if self.personal.remains.isdisjoint(self.words):
            return found
        for at, word in enumerate(self.words):
            if word in self.personal.remains:
                if self.words[at + 1 : at + 2] == ("of",):
                    named = self._named_from(at + 2, 5)
                    if named is not None:
                        found.append((at, Whose(named.mentions, (), at)))
                elif at > 0 and self.words[at - 1] in ("'s", "'") and at - 1 in self.ends:
                    found.append((at, Whose((self.ends[at - 1],), (), self.ends[at - 1].begins)))
        return found
