"""Who is the subject of a verb, where persons are named: over appositions, relative clauses, joined verbs and joined people.

In: a sentence's words, the persons named in it, and those named before. Out: who, and the first word of the statement.
What is said of a list is said of each. "He", "the two" and "the governor" are those last named, if they are near.
"""

from __future__ import annotations

from unaccounted.extract.closed import load_closed
from unaccounted.extract.mentions import Mention, Whose
from unaccounted.extract.names import CLOSE, OPEN
from unaccounted.extract.naming import AGENTS, load_naming
from unaccounted.extract.passage import Passage
from unaccounted.extract.personal import load_personal
from unaccounted.extract.references import Memory
from unaccounted.extract.verbs import load_verbs

_JOINS = frozenset([",", ";", "and", "or", "&", "as", "well", "also", "both"])
_REFLEXIVE = frozenset(["himself", "herself", "themselves"])
_ASIDE, _HOPS, _NEAR = 26, 3, 40
_TO_OBJECT = 7
_PRONOUN_REACH = 600
"""Characters over which a pronoun may reach back to a person named before."""


class PersonSubjects:
    """Finds the persons who are subjects in one sentence, and the names of a list."""

    def __init__(self, passage: Passage, mentions: list[Mention], memory: Memory) -> None:
        self.passage, self.words, self.forms = passage, passage.sentence.words, passage.sentence.forms
        self.mentions, self.memory = mentions, memory
        self.closed, self.verbs, self.personal = load_closed(), load_verbs(), load_personal()
        self.ends = {end: each for each in mentions for end in (*range(each.name_last, each.last + 1), max(each.told_by, each.last))}
        self.shared: dict[int, Whose | None] = {}  # by the place of the "and", so that a long chain of verbs is walked once
        self.starts = {start: each for each in mentions for start in range(each.begins, each.first + 1)}

    def _single(self, mention: Mention, first: int | None = None) -> Whose:
        listed = self.listed_to(mention)
        return Whose(tuple(listed), (), listed[0].begins if first is None else first)

    def listed_to(self, mention: Mention) -> list[Mention]:
        """The names joined before a name, with it: "A (...); B, his brother; and C"."""
        listed = [mention]
        for earlier in reversed([each for each in self.mentions if each.last <= mention.first]):
            if not self._joins(earlier.last, listed[0].begins):
                break
            listed.insert(0, earlier)
        return listed

    def listed_from(self, mention: Mention) -> list[Mention]:
        """A name with those joined after it."""
        listed = [mention]
        for later in [each for each in self.mentions if each.first >= mention.last]:
            if not self._joins(listed[-1].last, later.begins):
                break
            listed.append(later)
        return listed

    def _joins(self, first: int, last: int) -> bool:
        """Whether words join two names: ", ", " and his wife, ", ", 34, and the driver, "."""
        gap = self.words[first:last]
        if not gap or len(gap) > 9 or not any(word in (",", ";", "and", "or", "&") for word in gap):
            return False
        people = self.passage.lexicon.people
        at, plain = first, 0
        while at < last:
            word = self.words[at]
            match = people.match(self.words, at)
            if match is not None and match[0] <= last:
                at, plain = match[0], 0
                continue
            if word in _JOINS or word in self.closed.determiners or word.isdigit() or word in OPEN | CLOSE:
                at += 1
                continue
            plain += 1
            if plain > 2 or word in self.closed.prepositions or word in self.closed.auxiliaries or self.verbs.is_verb(self.words, at):
                return False
            if word in self.closed.relatives or word in self.closed.pronouns or word in self.closed.conjunctions or not word[:1].isalpha():
                return False
            at += 1
        return plain == 0 or self.words[last - 1] == ","

    def _before(self, stop: int, hops: int = 0) -> Whose | None:
        """Who is the subject of the verb group that begins at a word."""
        at = stop - 1
        while (
            at >= 0
            and (self.words[at] in _REFLEXIVE or self.closed.is_adverb(self.words[at]) or self.words[at] in CLOSE)
            and at + 1 not in self.ends
        ):
            at -= 1
        if at < 0:
            return None
        word = self.words[at]
        mention = self.ends.get(at + 1)
        if mention is not None:
            return self._as_subject(mention)
        if word in self.personal.single:
            return self._pronoun(at) if word in ("he", "she") or self.words[stop] == "to" else None
        men = self._men(at)
        if men is not None:
            return men
        if word in ("who", "whom"):
            comma = at > 0 and self.words[at - 1] == ","
            mention = self.ends.get(at - 1 if comma else at) or self.ends.get(at)
            if mention is not None:
                return self._single(mention)
            return self._over_aside(at - 1) if comma else self._described(at)
        if word in ")]":
            opened = next((each for each in range(at, max(at - _NEAR, -1), -1) if self.words[each] in "(["), None)
            if opened is not None and opened + 1 in self.starts and opened > 0:
                return Whose(tuple(self.listed_from(self.starts[opened + 1])), (), opened - 1)
            return None if opened is None else self._before(opened, hops + 1) if hops < _HOPS else None
        if word in (",", "-", "–", "—"):
            mention = self.ends.get(at)
            if mention is not None and (
                mention.begins == 0
                or self.words[mention.begins - 1] in (",", "and", "-", "–", "one")
                or at == mention.told_by
                or self._called(mention)
            ):
                return self._single(mention)
            over = self._over_aside(at)
            return over if over is not None or word != "," or hops >= _HOPS else self._shared(at, hops)
        if word in ("and", "but", "then", "or") and hops < _HOPS:
            return self._shared(at, hops)
        joined = self._with_others(at)
        if joined is not None:
            return joined
        return self._office(at)

    def _as_subject(self, mention: Mention) -> Whose | None:
        before = self.words[mention.begins - 1] if mention.begins else ""
        if before in ("of", "by", "with", "to", "for", "against", "near", "at", "in", "from"):
            # "the brother of A was killed", "a convoy of A was attacked": another is the subject.
            return None
        if before == "'s":
            return Whose((mention,), (), mention.begins)
        return self._single(mention)

    def _called(self, mention: Mention) -> bool:
        """Whether words before a name give it to somebody: "who called himself A"."""
        alias = load_naming().alias
        return any(end == mention.begins for _, end, _ in alias.find(self.words, max(mention.begins - 5, 0), mention.begins))

    def _within_aside(self, mention: Mention) -> bool:
        """Whether a name before a comma lies in an apposition of another name: "A, brother of B, was killed"."""
        return mention.begins > 0 and self.words[mention.begins - 1] in self.closed.prepositions

    def _over_aside(self, comma: int) -> Whose | None:
        """Who stands before the apposition or clause that ends at a comma: "A, a teacher, was", "A, who fled, was"."""
        for at in range(comma - 1, max(comma - _ASIDE, 0), -1):
            word = self.words[at]
            if word in (";", ":", "."):
                return None
            if word in self.personal.including and self.words[at - 1] == ",":
                named = self._named_from(at + 1, 5)
                return named if named is not None and all(each.sure for each in named.mentions) else None
            if word in (",", "-", "–", "—") and at in self.ends:
                mention = self.ends[at]
                if mention.begins == 0 or self.words[mention.begins - 1] not in ("of", "by", "with", "to", "for", "against"):
                    return self._single(mention)
        return None

    def _shared(self, at: int, hops: int) -> Whose | None:
        """The subject of the verb before "and": "A was promised his life and was strangled"."""
        if at not in self.shared:
            self.shared[at] = self._of_verb_before(at, hops)
        return self.shared[at]

    def _of_verb_before(self, at: int, hops: int) -> Whose | None:
        verb = at - 1
        while verb >= 0 and at - verb <= _NEAR:
            if self.words[verb] in (";", ":", ".") or self.words[verb] in self.closed.relatives:
                return None
            if not self._verbal(verb) or verb + 1 in self.ends:
                verb -= 1
                continue
            start = verb
            while start > 0 and start not in self.ends and (self._verbal(start - 1) or self.closed.is_adverb(self.words[start - 1])):
                start -= 1
            found = self._before(start, hops + 1)
            if found is not None:
                return found
            before = self.words[start - 1] if start else ""
            if before not in self.closed.prepositions and before not in self.closed.determiners and before not in (",", "and"):
                return None  # that verb has a subject of its own
            verb = start - 1
        return None

    def _verbal(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        word = self.words[at]
        return (
            word in self.closed.auxiliaries
            or self.verbs.is_verb(self.words, at)
            or self.passage.lexicon.fates.match(self.words, at) is not None
            or self.personal.fates.match(self.words, at) is not None
        )

    def _with_others(self, at: int) -> Whose | None:
        """ "A and 12 others were killed", "A and his brother were", "A, with three more, was": a name joined to others."""
        for first in range(at, max(at - 7, 0), -1):
            word = self.words[first]
            if word in ("and", "with"):
                last = first - (self.words[first - 1] in (",", "along", "together"))
                last -= last > 0 and self.words[last - 1] == ","
                mention = self.ends.get(last) or self.ends.get(first)
                return self._as_subject(mention) if mention is not None else None
            verb = word in self.closed.auxiliaries or self.verbs.is_verb(self.words, first)
            if verb or word in self.closed.prepositions or word in self.closed.relatives or word in (",", ";", ":"):
                return None
        return None

    def _office(self, at: int) -> Whose | None:
        """ "The governor was strangled", where the governor was named before."""
        if not self.memory.offices or at < 1 or self.words[at - 1] != "the":
            return None
        name = self.memory.offices.get(self.words[at])
        return Whose((), (name,), at - 1) if name is not None and self._at_hand() else None

    def _at_hand(self) -> bool:
        return self.passage.sentence.start - self.memory.spoken <= _PRONOUN_REACH

    def _pronoun(self, at: int) -> Whose | None:
        """Who "he" is: the one person named before it in the sentence, else the one last spoken of."""
        here = [each for each in self.mentions if each.last <= at and each.sure]
        if len(here) == 1:
            return Whose((here[0],), (), at)
        if here or len(self.memory.persons) != 1 or not self._at_hand():
            return None
        return Whose((), self.memory.persons, at)

    def _men(self, at: int) -> Whose | None:
        """ "They", "the two", "the men": the persons last named together."""
        if len(self.memory.persons) < 2 or not self._at_hand():
            return None
        for first in range(max(at - 2, 0), at + 1):
            match = self.personal.men.match(self.words, first)
            if match is not None and match[0] == at + 1:
                return Whose((), self.memory.persons, first)
        return None

    def _described(self, at: int) -> Whose | None:
        """ "A was the man who was killed" is left; "A, the man who was killed" is not."""
        for first in range(at - 1, max(at - 8, 0), -1):
            if self.words[first] == "," and first in self.ends and first + 1 < at and self.words[first + 1] in self.closed.determiners:
                return self._single(self.ends[first])
            if self._verbal(first):
                return None
        return None

    def _named_from(self, first: int, most: int = _TO_OBJECT) -> Whose | None:
        """The names that follow a word, over titles, nouns for people and other words of their own phrase."""
        at = first
        people = False
        while at < len(self.words) and at - first <= most:
            if at in self.starts:
                mention = self.starts[at]
                if at > first and not self._leads_to_name(first, at):
                    return None
                return Whose(tuple(self.listed_from(mention)), (), mention.begins)
            word = self.words[at]
            if self.passage.lexicon.people.match(self.words, at) is not None or word in load_naming().titles:
                people = True
            elif word == ",":
                if not people or at + 1 not in self.starts:
                    return None
            elif word == "named" or word == "called" or word in OPEN or word == "-":
                pass
            elif (
                (
                    word in self.closed.prepositions
                    or word in self.closed.conjunctions
                    or word in self.closed.relatives
                    or word in self.closed.auxiliaries
                    or word in self.closed.pronouns
                    or self._bars(at)
                    or not word[:1].isalnum()
                )
                and not (word == "of" and people)
                and word != "her"
            ):
                return None
            at += 1
        return None

    def _leads_to_name(self, first: int, last: int) -> bool:
        """Whether the words before a name can be of its own phrase: "the guitarist A", and not "to save money A"."""
        if self.passage.sentence.shouts:
            return True
        word, lexicon = self.words[last - 1], self.passage.lexicon
        return (
            not word[:1].isalpha()
            or word in self.closed.determiners
            or self.closed.is_adverb(word)
            or word in ("named", "called", "of", "her")
            or self.forms[last - 1][:1].isupper()
            or word.rstrip(".") in load_naming().titles
            or any(end == last for _, end, _ in lexicon.people.find(self.words, first, last))
            or any(end == last for _, end, _ in lexicon.demonyms.find(self.words, first, last))
            or word.endswith(AGENTS)
        )

    def _bars(self, at: int) -> bool:
        return self.verbs.is_verb(self.words, at) and not self.words[at].endswith("ed")
