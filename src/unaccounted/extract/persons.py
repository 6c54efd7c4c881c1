"""Claims about named persons: who they are (aliases, real names, unknown real names) and what became of each.

What is said of a list of names is said of each; "he" and "the men" mean the last named. Nobody is looked up.
"""

from __future__ import annotations

from dataclasses import replace

from unaccounted.base.records import Claim, Cohort, Where
from unaccounted.extract.clauses import clause_end, clause_start
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.fates import FateTeller
from unaccounted.extract.lexicons import FateWord
from unaccounted.extract.names import Mention
from unaccounted.extract.numbers import read_number
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import find_where, place_at, to_where
from unaccounted.extract.references import Memory
from unaccounted.extract.triggers import Trigger, is_named_deed

_LEAVE = frozenset(["leave", "left", "leaving", "leaves", "quit", "abandon", "abandoned"])
_SERVE = frozenset(["serve", "served", "serving", "sentenced", "imprisoned", "jailed"])
_MONTHS = {"month": 1.0, "months": 1.0, "year": 12.0, "years": 12.0, "week": 12 / 52, "weeks": 12 / 52}
_JOINS = frozenset([",", ";", "and", "or", "&"])
_SINGLE = frozenset(["he", "she", "him", "her"])
_MANY = (("the", "men"), ("the", "women"), ("the", "two"), ("the", "three"), ("the", "four"), ("all", "of", "them"), ("they",))
_BACK = _SINGLE | frozenset(["they", "the", "all"])
"""Words of which one stands wherever the last named are meant."""
_NEVER = frozenset(["set out", "in camp", "displaced", "remaining"])
_ACTOR_LONGEST = 6


class PersonReader:
    """Makes identity and fate claims about the persons named in one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words = passage.sentence.words
        self.fates = FateTeller(passage)
        self.mentions = passage.mentions

    def read(self) -> list[Claim]:
        """The passage's claims about named persons, in order of their place."""
        if not self.mentions and not (self.memory.persons and not _BACK.isdisjoint(self.words)):
            return []
        claims = [claim for mention in self.mentions for claim in self._identity(mention)]
        fates, named = self._fates()
        claims.extend(fates)
        certain = [
            each
            for each in self.mentions
            if each.kunya or each.title or each.real or each.also or each.person in named or self._introduced(each)
        ]
        if certain:
            self.memory.persons = tuple(dict.fromkeys(each.person for each in certain))
        return claims

    def _introduced(self, mention: Mention) -> bool:
        """Whether words before or after a name tell that it is a person's: ", who", a role or origin before it."""
        after = self.words[mention.last : mention.last + 2]
        return after[:1] == ("who",) or after == (",", "who") or self._descriptor(mention) is not None

    def _identity(self, mention: Mention) -> list[Claim]:
        claims: list[Claim] = []
        if mention.real is not None or mention.also is not None:
            known = mention.real if mention.real not in (None, "unknown") else None
            person = known or (None if mention.real == "unknown" else mention.name)
            claims.append(
                self.passage.claim(
                    "identity",
                    mention.first,
                    self._identity_end(mention),
                    person=person,
                    alias=mention.name if person != mention.name else mention.also,
                    also=mention.also if person != mention.name else None,
                    real_name=mention.real,
                    name_kind="kunya" if mention.kunya else None,
                    source=self.passage.source(self.passage.speaker(mention.first, self.memory)),
                    factuality="asserted",
                )
            )
        described = self._descriptor(mention)
        if described is not None:
            first, cohort, where = described
            claims.append(
                self.passage.claim(
                    "identity",
                    first,
                    mention.name_last,
                    person=mention.person,
                    cohort=cohort,
                    where=where,
                    role=cohort.role or mention.title,
                    source=self.passage.source(self.passage.speaker(mention.first, self.memory)),
                    factuality="asserted",
                )
            )
        return claims

    def _identity_end(self, mention: Mention) -> int:
        if mention.last > mention.name_last:
            return mention.last
        return clause_end(self.passage.sentence, min(mention.last + 1, len(self.words) - 1))

    def _descriptor(self, mention: Mention) -> tuple[int, Cohort, Where | None] | None:
        """ "an ethnic Russian from Saratov, NAME": what is told of a person right before the name."""
        if mention.first < 2 or self.words[mention.first - 1] != ",":
            return None
        end = mention.first - 1
        where = None
        start = end
        for at in range(end - 1, max(end - 8, -1), -1):
            if self.words[at] in ("from", "of"):
                found = place_at(self.passage.sentence, at + 1, self.passage.lexicon)
                if found is not None and found[0] == end:
                    where, start = to_where(found, self.passage.sentence, self.passage.lexicon), at
                break
            if self.words[at] in (",", ";", "("):
                break
        first = start
        while (
            first > 0
            and start - first < 5
            and self.words[first - 1] not in ("a", "an", "the", ",", ";", "of", "is", "was", "and", "(", "that")
        ):
            first -= 1
        if first == start or self.words[first - 1 : first] not in (("a",), ("an",), ("the",)):
            return None
        lexicon = self.passage.lexicon
        origins = [place.name for _, _, place in lexicon.demonyms.find(self.words, first, start)]
        roles = [word.role for _, _, word in lexicon.people.find(self.words, first, start)]
        if not origins and not roles:
            return None
        label = self.passage.words(first, end)
        return first, Cohort(label, origin=origins[0] if origins else None, role=next((role for role in roles if role), None)), where

    def _fates(self) -> tuple[list[Claim], set[str]]:
        claims: list[Claim] = []
        named: set[str] = set()
        counted = {edge.trigger.first for edge in self.passage.edges if edge.phrase.quantity is not None}
        before: tuple[list[str], int, Trigger] | None = None
        for trigger in [*self.passage.triggers, *self._leaving(), *self._serving()]:
            if is_named_deed(self.words, trigger) or (trigger.word.fate == "dissented" and self._group(trigger, len(self.words)) is None):
                continue
            if trigger.first in counted or trigger.word.frame in ("event", "people", "toll") or trigger.word.fate in _NEVER:
                continue
            subject = self._object(trigger) if self._active(trigger) else self._subject(trigger)
            if subject is None and before is not None and not self._active(trigger) and self._joined(before[2], trigger):
                subject = (before[0], trigger.first)
            if subject is None:
                continue
            persons, first = subject
            if not self._active(trigger):
                before = (persons, first, trigger)
            named.update(persons)
            claims.extend(self._fate(trigger, persons, first))
        best: dict[tuple[str | None, str | None], Claim] = {}
        for claim in claims:
            known = best.get((claim.person, claim.fate))
            if known is None or (known.duration_months is None and claim.duration_months is not None):
                best[claim.person, claim.fate] = claim
        return list(best.values()), named

    def _active(self, trigger: Trigger) -> bool:
        """Whether a verb's people are its object ("killed NAME")."""
        return (
            trigger.word.frame == "patient"
            and not trigger.passive
            and trigger.word.form in ("base", "ing", "past", "preterite")
            and self._reflexive(trigger) is False
        )

    def _reflexive(self, trigger: Trigger) -> bool:
        return self.words[trigger.last : trigger.last + 1] in (("himself",), ("herself",))

    def _leaving(self) -> list[Trigger]:
        """ "decided to leave ISIS": leaving a group is to desert it."""
        found = []
        for at, word in enumerate(self.words):
            nxt = at + 1 + (self.words[at + 1 : at + 2] == ("the",))
            if word in _LEAVE and nxt < len(self.words) and self.passage.lexicon.groups.match(self.words, nxt):
                found.append(Trigger(at, at + 1, FateWord("deserted", "agent", "past")))
        return found

    def _serving(self) -> list[Trigger]:
        """ "to serve three months in prison": a sentence with its length."""
        found = []
        for at, word in enumerate(self.words):
            if word in _SERVE and self._duration(at + 1) is not None and not any(trigger.first == at for trigger in self.passage.triggers):
                found.append(Trigger(at, at + 1, FateWord("imprisoned", "agent", "past")))
        return found

    def _duration(self, at: int) -> float | None:
        for start in range(at, min(at + 4, len(self.words))):
            number = read_number(self.passage.sentence, start, self.passage.lexicon)
            if number is not None and number[0] < len(self.words) and self.words[number[0]] in _MONTHS:
                return number[1] * _MONTHS[self.words[number[0]]]
        return None

    def _joined(self, before: Trigger, trigger: Trigger) -> bool:
        gap = self.words[before.last : trigger.first]
        return (
            0 < len(gap) <= 18
            and "and" in gap
            and not any(word in (";", ":") for word in gap)
            and not any(mention.first < trigger.first and mention.first >= before.last for mention in self.mentions)
        )

    def _subject(self, trigger: Trigger) -> tuple[list[str], int] | None:
        """The persons who are a verb's subject, and the first word of the clause that says so."""
        for at in range(trigger.first - 1, max(trigger.first - 16, -1), -1):
            word = self.words[at]
            if word in (";", ":") and not any(mention.last == at for mention in self.mentions):
                return None
            mention = next((each for each in self.mentions if each.first <= at < each.last), None)
            if mention is not None:
                if not self._clear(mention.last, trigger.first):
                    return None
                listed = self._list_to(mention)
                return [each.person for each in listed], (mention.first if len(listed) == 1 else trigger.first)
            if word in _SINGLE:
                return ([self.memory.persons[-1]], at) if len(self.memory.persons) == 1 else None
            for words in _MANY:
                if (
                    self.words[at + 1 - len(words) : at + 1] == words
                    and len(self.memory.persons) > 1
                    and self._clear(at + 1, trigger.first)
                ):
                    return list(self.memory.persons), at + 1 - len(words)
            if any(phrase.head is not None and phrase.head <= at < phrase.head_end for phrase in self.passage.phrases):
                return None
        return None

    def _clear(self, first: int, last: int) -> bool:
        """Whether nothing between a name and a verb takes the verb from it."""
        gap = self.words[first:last]
        return len(gap) <= 12 and not any(word in (";", ":", "that", "whose") for word in gap) and sum(word == "," for word in gap) <= 2

    def _object(self, trigger: Trigger) -> tuple[list[str], int] | None:
        for mention in self.mentions:
            gap = self.words[trigger.last : mention.first]
            if (
                mention.first >= trigger.last
                and len(gap) <= 4
                and not any(word in ("by", "of", "in", "at", ",", "and", "with", "for", "to", "that") for word in gap)
            ):
                return [mention.person], trigger.first
        return None

    def _list_to(self, mention: Mention) -> list[Mention]:
        """The names joined before a name, with it: "A (...); B (...); and C"."""
        listed = [mention]
        for earlier in reversed([each for each in self.mentions if each.last <= mention.first]):
            if all(word in _JOINS for word in self.words[earlier.last : listed[0].first]):
                listed.insert(0, earlier)
            else:
                break
        return listed

    def _fate(self, trigger: Trigger, persons: list[str], first: int) -> list[Claim]:
        sentence = self.passage.sentence
        start = min(first, trigger.first)
        if first != trigger.first and start - clause_start(sentence, start) <= 4:
            start = clause_start(sentence, start)
        fate = self.fates.tell_person(trigger)
        last = max(clause_end(sentence, trigger.last - 1), trigger.last)
        speaker = self.passage.speaker(trigger.first, self.memory)
        duration = self._duration(trigger.last) if fate in ("imprisoned", "detained") else None
        model = self.passage.claim(
            "fate",
            start,
            last,
            fate=fate,
            group=self._group(trigger, last) if fate in ("joined", "deserted", "escaped", "dissented") else None,
            when=self.passage.when(trigger.first, min(first, trigger.first)),
            where=find_where(self.passage, trigger.first, last, self.memory),
            actor=self._actor(trigger, last),
            reason=self._reason(trigger, last),
            duration_months=duration,
            source=self.passage.source(speaker),
            factuality=read_factuality(sentence, trigger.first, trigger.last, self.passage.lexicon, speaker.cue if speaker else None),
            status={"detained": "detained", "imprisoned": "detained"}.get(fate),
        )
        named = [replace(model, person=person) for person in persons]
        return [
            self.passage.claim("fate", start, last, **{name: getattr(each, name) for name in Claim.__slots__ if name not in _PLACED})
            for each in named
        ]

    def _group(self, trigger: Trigger, last: int) -> str | None:
        found = self.passage.lexicon.groups.find(self.words, trigger.last, last)
        return found[0][2] if found else None

    def _actor(self, trigger: Trigger, last: int) -> str | None:
        """Who did it: the words after "by", or the people of "in an American airstrike"."""
        for at in range(trigger.last, last):
            if self.words[at] == "by" and at + 1 < last:
                stop = at + 1
                while stop < last and stop - at <= _ACTOR_LONGEST and self.words[stop] not in ("(", ",", "in", "at", "on", "and", "during"):
                    stop += 1
                return self.passage.words(at + 1, stop) if stop > at + 1 else None
            if self.words[at] == "in" and trigger.word.fate in ("killed", "wounded", "died"):
                found = self.passage.lexicon.demonyms.find(self.words, at + 1, min(at + 4, last))
                after = found[0][1] if found else last
                if found and after < last and self.words[after] in self.passage.lexicon.beside["violent"]:
                    return found[0][2].name
        return None

    def _reason(self, trigger: Trigger, last: int) -> str | None:
        for words in (
            ("on", "the", "issue", "of"),
            ("because", "of"),
            ("due", "to"),
            ("over",),
            ("on", "charges", "of"),
            ("accused", "of"),
            ("for",),
        ):
            for at in range(trigger.last, last - len(words)):
                if self.words[at : at + len(words)] == words:
                    return self.passage.words(at + len(words), last)
        return None


_PLACED = frozenset(["id", "document", "document_name", "kind", "start", "end", "quote", "published", "found_by"])
