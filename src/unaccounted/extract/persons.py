"""Claims about named persons: who they are (aliases, real names, unknown real names) and what became of each.

What is said of a list of names is said of each; "he", "the men" and "the governor" mean the last named. Nobody is
looked up.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from unaccounted.base.records import Claim
from unaccounted.extract.clauses import clause_end, clause_start
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.fates import FateTeller
from unaccounted.extract.identities import IdentityReader
from unaccounted.extract.lexicons import FateWord, Lexicon, load_lexicon
from unaccounted.extract.mentions import Mention, Whose
from unaccounted.extract.named import Named
from unaccounted.extract.particulars import Particulars
from unaccounted.extract.passage import Passage
from unaccounted.extract.personal import load_personal
from unaccounted.extract.places import find_where, place_at
from unaccounted.extract.references import Memory
from unaccounted.extract.triggers import Trigger, find_triggers, is_named_deed, may_have_triggers
from unaccounted.extract.whose import PersonFinder

_BACK = frozenset(["he", "she", "him", "her", "his", "they", "the", "all", "both"])
"""Words of which one stands wherever the last named are meant."""
NEVER = frozenset(["set out", "in camp", "displaced", "remaining", "born"])
"""Fates that are told of people counted, and of no one person."""


class PersonReader:
    """Makes identity and fate claims about the persons named in one passage."""

    def __init__(self, passage: Passage, memory: Memory, named: Named) -> None:
        self.passage, self.memory, self.named, self.personal = passage, memory, named, load_personal()
        self.words = passage.sentence.words
        self.fates = FateTeller(passage)
        self.mentions = passage.mentions
        self.particulars = Particulars(passage)

    def read(self) -> list[Claim]:
        """The passage's claims about named persons, in order of their place."""
        self.named.note_party(self.passage)
        self.memory.past.look("persons")
        if not self.mentions and not (self.memory.persons and not _BACK.isdisjoint(self.words)):
            return []
        identities = IdentityReader(self.passage, self.memory, self.particulars)
        claims = [claim for mention in self.mentions for claim in identities.read(mention)]
        fates, named = self._fates()
        claims.extend(fates)
        self.named.note(self.passage, [each for each in self.mentions if each.sure or each.person in named])
        return claims

    def _triggers(self) -> list[Trigger]:
        passage = self.passage
        own: list[Trigger] = []
        if self.personal.fates.begins_any(self.words) and may_have_triggers(self.words, _personal_lexicon()):
            own = find_triggers(passage.sentence, passage.phrases, _personal_lexicon())
            taken = {at for trigger in passage.triggers for at in range(trigger.first, trigger.last)}
            longer = {trigger.first for trigger in own if any(t.first == trigger.first and t.last < trigger.last for t in passage.triggers)}
            own = [trigger for trigger in own if trigger.first not in taken or trigger.first in longer]
            kept = [trigger for trigger in passage.triggers if trigger.first not in longer]
        else:
            kept = list(passage.triggers)
        return sorted([*kept, *own, *self._leaving(), *self._serving()], key=lambda trigger: trigger.first)

    def _fates(self) -> tuple[list[Claim], set[str]]:
        finder = PersonFinder(self.passage, self.mentions, self.memory)
        claims: list[Claim] = []
        for at, owners in finder.remains():
            claims.extend(self._claims(Trigger(at, at + 1, FateWord("died", "event"), start=at), owners, "died"))
        for at, owners in finder.lost():
            claims.extend(self._claims(Trigger(at, at + 1, FateWord("missing", "event"), start=at), owners, "missing"))
        for trigger in map(self._as_noun, self._triggers()):
            word = trigger.word
            vague = self.words[trigger.first] in self.personal.not_of_one and self.words[trigger.last - 1] not in self.personal.homeward
            if (word.fate in NEVER and self._tell(trigger) in NEVER) or word.frame == "toll" or vague:
                continue
            for whose in (finder.find(trigger), *finder.included(trigger)):
                if whose is not None and self._fits(trigger, whose):
                    claims.extend(self._claims(trigger, whose, self._tell(trigger)))
        best: dict[tuple[str | None, str | None, str | None], Claim] = {}
        for claim in claims:
            key = (claim.person, claim.fate, claim.status if claim.fate == "tried" else None)
            known = best.get(key)
            if known is None or (known.duration_months is None and claim.duration_months is not None):
                best[key] = claim
        kept = [
            claim
            for claim in best.values()
            if not (claim.fate == "died" and claim.factuality != "denied" and (claim.person, "killed", None) in best)
        ]
        return kept, {claim.person for claim in kept if claim.person}

    def _tell(self, trigger: Trigger) -> str:
        """The fate of one person that a fate word tells: a suicide is a death, a survivor of a wreck is rescued."""
        fate, words = self.fates.tell_person(trigger), self.words
        if fate == "remaining" and words[trigger.first] in self.passage.lexicon.beside["surviving"]:
            return self.fates.tell(trigger, trigger.first)[0]
        if fate == "displaced" and words[trigger.first] in self.personal.flee:
            return "escaped"
        if fate in ("killed", "wounded") and any(word in ("himself", "herself") for word in words[trigger.first : trigger.last + 1]):
            return (
                "died in custody"
                if not self.passage.lexicon.beside["custody"].isdisjoint(words[trigger.last : trigger.last + 6])
                else "died"
            )
        if fate == "wounded" and trigger.word.form in ("past", "participle") and words[trigger.last : trigger.last + 1] == ("for",):
            return "killed" if not self.personal.capital.isdisjoint(words[trigger.last + 1 : trigger.last + 4]) else fate
        return fate

    def _as_noun(self, trigger: Trigger) -> Trigger:
        """A verb's form that stands as a noun here, as one: "the killing of", "A's murder", "his arrest"."""
        if trigger.word.form not in ("base", "ing") or trigger.last - trigger.first > 1:
            return trigger
        before = self.words[trigger.first - 1] if trigger.first else ""
        owned = before in ("'s", "'") or before in self.personal.own
        noun = self.words[trigger.last : trigger.last + 1] == ("of",) or owned or is_named_deed(self.words, trigger)
        return replace(trigger, word=replace(trigger.word, frame="event", form=None)) if noun else trigger

    def _fits(self, trigger: Trigger, whose: Whose) -> bool:
        """Whether a fate word can be meant of these persons."""
        fate, words = trigger.word.fate, self.words
        after = words[trigger.last : trigger.last + 8]
        loose = fate in self.personal.loose and not (trigger.passive and fate in ("released", "deported", "repatriated"))
        if loose and not all(each.sure for each in whose.mentions) and _THEIRS.isdisjoint(words[trigger.last : trigger.last + 12]):
            return False
        if fate == "deported" and after[:1] == ("from",) and not self.personal.ranks.isdisjoint(after[1:4]):
            return False  # expelled from a party
        if fate in ("dissented", "joined") and trigger.word.frame == "agent":
            return self.particulars.group(
                trigger.last, min(trigger.last + 8, len(words))
            ) is not None or not self.personal.ranks.isdisjoint(after)
        if fate == "returned":
            return self._homeward(trigger)
        if trigger.word.frame == "event":
            before = set(words[max(trigger.first - 3, 0) : trigger.first])
            asked = self.personal.undone | self.personal.asked
            return not before & self.personal.undone and (not after or after[0] not in asked)
        return True

    def _homeward(self, trigger: Trigger) -> bool:
        """Whether a return is one to a country or home, and not "to the stand" or "fire"."""
        words = self.words
        if words[trigger.last - 1] in self.personal.homeward or trigger.last - trigger.first > 1:
            return True
        for at in range(trigger.last, min(trigger.last + 4, len(words))):
            if words[at] in self.personal.homeward:
                return True
            if words[at] in ("to", "from") and place_at(self.passage.sentence, at + 1, self.passage.lexicon) is not None:
                return True
            if words[at] in ("to", "from") and any(word in self.personal.homeward for word in words[at + 1 : at + 4]):
                return True
        return False

    def _leaving(self) -> list[Trigger]:
        """ "decided to leave ISIS": leaving a group is to desert it."""
        found: list[Trigger] = []
        if self.personal.leave.isdisjoint(self.words):
            return found
        for at, word in enumerate(self.words):
            nxt = at + 1 + (self.words[at + 1 : at + 2] == ("the",))
            if word in self.personal.leave and nxt < len(self.words) and self.passage.lexicon.groups.match(self.words, nxt):
                found.append(Trigger(at, at + 1, FateWord("deserted", "agent", "past"), start=self._group_start(at)))
        return found

    def _serving(self) -> list[Trigger]:
        """ "to serve three months in prison": a sentence with its length."""
        found: list[Trigger] = []
        if self.personal.serve.isdisjoint(self.words) and self.personal.given.isdisjoint(self.words):
            return found
        for at, word in enumerate(self.words):
            term = word in self.personal.serve or (
                word in self.personal.given and not self.passage.lexicon.beside["term"].isdisjoint(self.words[at + 3 : at + 9])
            )
            if not term or any(trigger.first == at for trigger in self.passage.triggers):
                continue
            if self.particulars.duration(at + 1) is not None:
                found.append(Trigger(at, at + 1, FateWord("imprisoned", "agent", "past"), start=self._group_start(at)))
        return found

    def _group_start(self, at: int) -> int:
        """The first word of a verb group: over "to", auxiliaries and "decided to"."""
        while at > 0 and (
            self.words[at - 1] in ("to", "was", "is", "had", "has", "been", "be", "will") or self.words[at - 1] in self.personal.light
        ):
            at -= 1
        return at

    def _factuality(self, trigger: Trigger, fate: str, spoken: str | None) -> str:
        """How far a fate is held to be so; a deed told by a noun is a fact, unless somebody asks for it to be done."""
        sentence, nominal = self.passage.sentence, trigger.word.frame == "event"
        factuality = read_factuality(sentence, trigger.first, trigger.last, self.passage.lexicon, spoken, nominal=nominal)
        before = set(self.words[max(trigger.first - 4, 0) : trigger.first])
        if nominal and factuality == "negated" and before.isdisjoint(_NOT):
            factuality = "asserted"  # "no one was punished for the murder of A"
        if factuality not in ("asserted", "reported"):
            return factuality
        asked = nominal and fate not in self.personal.done and not before.isdisjoint(self.personal.asked)
        return "planned" if asked or self._infinitive(trigger) else factuality

    def _infinitive(self, trigger: Trigger) -> bool:
        """Whether a deed is told as a purpose ("a plot to kill A", "A to be tried"), and not as done ("managed to kill A")."""
        if trigger.passive and self.words[max(trigger.first - 2, 0) : trigger.first] == ("to", "be"):
            return {"first", "last", "only", "one"}.isdisjoint(self.words[max(trigger.first - 5, 0) : trigger.first])
        at = trigger.first - 1
        if trigger.word.frame != "patient" or trigger.word.form != "base" or at < 1 or self.words[at] != "to":
            return False
        return self.words[at - 1] not in self.personal.achieved

    def _claims(self, trigger: Trigger, whose: Whose, fate: str) -> list[Claim]:
        sentence, passage, particulars = self.passage.sentence, self.passage, self.particulars
        start = min(whose.first, trigger.first)
        if whose.first != trigger.first and start - clause_start(sentence, start) <= 4:
            start = clause_start(sentence, start)
        last = max(clause_end(sentence, trigger.last - 1), trigger.last, *(each.name_last for each in whose.mentions[-1:]))
        speaker = passage.speaker(trigger.first, self.memory)
        factuality = self._factuality(trigger, fate, speaker.cue if speaker else None)
        model = passage.claim(
            "fate",
            start,
            last,
            fate=fate,
            group=particulars.group(trigger.last, last) if fate in ("joined", "deserted", "escaped", "dissented") else None,
            when=passage.when(trigger.first, min(whose.first, trigger.first)),
            where=find_where(passage, trigger.first, last, self.memory),
            actor=particulars.actor(trigger, last),
            reason=particulars.reason(trigger, fate, last),
            duration_months=particulars.duration(trigger.last) if fate in ("imprisoned", "detained") else None,
            source=passage.source(speaker),
            factuality=factuality,
            status=particulars.status(trigger, fate, last),
        )
        persons = [(each.person, _other_name(each), particulars.role(each)) for each in whose.mentions]
        persons += [(name, None, None) for name in whose.names]
        return [
            passage.claim("fate", start, last, **{name: getattr(each, name) for name in Claim.__slots__ if name not in _PLACED})
            for each in (replace(model, person=person, alias=alias, role=role) for person, alias, role in persons)
        ]


@cache
def _personal_lexicon() -> Lexicon:
    """The word lists, with the fate words of one person in place of those of people."""
    return replace(load_lexicon("en"), fates=load_personal().fates)


def _other_name(mention: Mention) -> str | None:
    """The name as printed, where the person is called by another one."""
    return mention.name if mention.person != mention.name and mention.name not in mention.person else None


_NOT = frozenset(["no", "not", "without", "never"])
_THEIRS = frozenset(["he", "she", "him", "her", "his", "himself", "herself"])
"""Pronouns of persons, which a ship or a town seldom has."""
_PLACED = frozenset(["id", "document", "document_name", "kind", "start", "end", "quote", "published", "found_by"])
"""Fields that a claim's place gives."""
