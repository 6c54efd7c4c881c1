"""Stances told by a verb done to people: "accepts orphans", "put them on trial", "lets families return", "declines to do so"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from unaccounted.base.records import Cohort
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.nouns import VerbGroup
from unaccounted.extract.policy_words import Stance, load_policies
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.stances import OPPOSITE, Stances, Told
from unaccounted.extract.tokens import tokens_of

_OF_ANYTHING = frozenset(
    ["accepted", "received", "housed", "admitted", "absorbed", "sheltered", "integrated", "welcomed", "greeted", "embraced"]
)


def _stance_in(sentence: Sentence) -> int | None:
    """The paragraph of a sentence with a stance that another can refuse."""
    told = any(stance.name in OPPOSITE for _, _, stance in load_policies().verbs.find(sentence.words))
    return sentence.paragraph if told else None


@cache
def _stance_signs() -> frozenset[str]:
    """Tokens of which one stands in every sentence with a verb of a stance."""
    return frozenset(tokens_of((word,))[0] for word in load_policies().verbs.firsts())


class StanceVerbs(Stances):
    """Finds the stances that the verbs of one passage tell."""

    def _verbs(self) -> list[Told]:
        found: list[Told] = []
        for table in (self.policies.verbs, self.policies.watching):
            for first, last, stance in table.find(self.words):
                told = self._verb(first, last, stance)
                if told is not None:
                    found.append(told)
        return found

    def _parted(self) -> list[Told]:
        """A verb whose people stand inside it: "put the returnees on trial", "brings its children home", "sent them back"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            rests = self.policies.parted.get(word)
            if rests is None:
                continue
            for rest, stance in rests.items():
                end = self._rest(at, rest)
                if end is None:
                    continue
                group = self.nouns.group(at)
                cohort = self._between(at + 1, end - len(rest), stance)
                authority, start = self._actor(at, group) if cohort is not None else (None, at)
                if cohort is not None and authority is not None and (stance.form != "ing" or group.passive or self._leads(group.first)):
                    found.append(Told(self._turned(stance.name, at), start, at, end, cohort, authority))
                    break
        return found

    def _rest(self, at: int, rest: tuple[str, ...]) -> int | None:
        """One past the rest of a verb that stands behind its people, within a few words."""
        for first in range(at + 2, min(at + 8, len(self.words) - len(rest) + 1)):
            if self.words[first : first + len(rest)] == rest:
                return first + len(rest)
            if self.words[first] in (",", ";", ".", ":", "who", "that", "and") or self.words[first] in self.nouns.closed.auxiliaries:
                return None
        return None

    def _between(self, first: int, last: int, stance: Stance) -> Cohort | None:
        """The people inside a verb: a kind of people, or some whose number a trial does not hide."""
        for phrase in self.passage.phrases:
            if phrase.last == last and first - 1 <= phrase.first:
                if not self._kind_of_people(phrase) and not (stance.name == "prosecutes" and phrase.quantity is not None):
                    return None
                if phrase.first < first:
                    return self._cohort(replace(phrase, first=first, parts=replace(phrase.parts, label=self.passage.words(first, last))))
                return self._cohort(phrase)
        words = self.words[first:last]
        if len(words) < 2:
            return None  # "turned its back"
        plural = words[-1].endswith("s") and words[-1] not in self.lexicon.units and not words[-1].endswith("ss")
        owned = words[0] in ("its", "their", "the", "all", "her", "his")
        if plural and owned and not any(word in self.nouns.closed.prepositions - {"of"} for word in words):
            return Cohort(self.nouns.text(first, last))
        return None

    def _verb(self, first: int, last: int, stance: Stance) -> Told | None:
        group = self.nouns.group(first)
        if stance.form == "ing" and not group.passive and not self._leads(group.first):
            return None
        if self._noun_here(first, last, stance):
            return None
        name = self._turned(stance.name, first)
        if group.passive and stance.form in ("past", "preterite", "participle"):
            return self._passive(first, last, group, name)
        phrase = self._whom(last)
        cohort = self._cohort(phrase) if phrase is not None else self._person(first, last, name)
        if cohort is None:
            cohort = self._unknown(first, last) or self._everyone(last)
            name = OPPOSITE.get(name, name) if self.words[last : last + 1] and self.words[last] in self.policies.nobody else name
        if stance.name == "prosecutes" and self.words[first].startswith("charg"):
            return None  # "police charged the crowd"
        if cohort is None and stance.name in ("repatriates", "prosecutes"):
            near = [each for each in self.passage.phrases if last <= each.first <= last + 1]
            counted = next((each for each in near if each.people is not False and each.quantity), None)
            phrase, cohort = (counted, self._cohort(counted)) if counted is not None else (None, None)
        if cohort is None:
            return None
        authority, start = self._actor(first, group)
        if authority is None:
            return None
        if phrase is not None and stance.form in ("past", "preterite", "participle") and self._happened_once(phrase):
            return None
        if self._only_says(first, phrase) or (stance.name == "welcomes" and self._only_greets(first, phrase)):
            return None
        return Told(name, start, first, max(last, phrase.last if phrase is not None else last + 1), cohort, authority)

    def _unknown(self, first: int, last: int) -> Cohort | None:
        """A plural noun that no list of people has, after a verb that is done to people alone: "extradites poachers"."""
        object_ = self.nouns.object(last) if " ".join(self.words[first:last]) in self.policies.strong else None
        if object_ is None:
            return None
        of = next((at for at in range(*object_) if self.words[at] == "of"), object_[1])
        head = self.words[of - 1]
        if not head.endswith("s") or head in self.lexicon.units or head.endswith("ss"):
            return None
        return Cohort(self.nouns.text(*object_))

    def _everyone(self, last: int) -> Cohort | None:
        """ "Takes in anyone", "will take none of them": all or none of the people spoken of."""
        word = self.words[last] if last < len(self.words) else ""
        after = self.words[last + 1] if last + 1 < len(self.words) else "."
        if word not in self.policies.everyone | self.policies.nobody or after not in (".", ",", ";", "who", "of", "but", "and", "one"):
            return None
        words = self.passage.words(last, min(max(clause_end(self.passage.sentence, last), last + 1), last + 8))
        return self.memory.affected or self.memory.topic or Cohort(words)

    def _person(self, first: int, last: int, name: str) -> Cohort | None:
        """One person whom an authority will not give up or take in: "declines to extradite him"; deeds to one person are fates."""
        if last >= len(self.words) or not self._against(first):
            if self.words[last - 1 : last] == ("on",) and self.words[last : last + 1] == ("their",) and name == "surveils":
                return self.memory.affected  # "keeps watch on their houses"
            return None
        if self.words[last] in ("him", "her"):
            self.memory.recall()
            return Cohort(self.memory.persons[-1] if self.memory.persons else self.words[last])
        mention = next((each for each in self.passage.mentions if each.first == last), None)
        if mention is not None:
            return Cohort(self.passage.words(mention.first, mention.last))
        capital = self.nouns.named(last, last + 1) and not self.lexicon.demonyms.match(self.words, last)
        return Cohort(self.forms[last]) if capital and self.forms[last].isalpha() else None

    def _only_says(self, first: int, phrase: Phrase | None) -> bool:
        """Whether "admitted" or "accepted" opens a clause of its own: "admitted soldiers had received arms"."""
        if phrase is None or not self.words[first].startswith(("admit", "accept")):
            return False
        after = self.words[phrase.last : phrase.last + 8]
        stop = next((at for at, word in enumerate(after) if word in (",", ";", ".", "who", "but", "and", "as", "if")), len(after))
        return any(word in self.nouns.closed.auxiliaries for word in after[:stop])

    def _only_greets(self, first: int, phrase: Phrase | None) -> bool:
        """Whether a welcome is a greeting to visitors, and not a stance to those who come to stay."""
        if self.words[first].startswith("greet"):
            return self.policies.greeting.isdisjoint(self.words)
        return phrase is not None and phrase.parts.role in ("soldier", "official", "journalist", "police")

    def _happened_once(self, phrase: Phrase) -> bool:
        """Whether people done to in the past are some and no kind of people: "expelled the two men", "its ambassador"."""
        return not phrase.plural

    def _noun_here(self, first: int, last: int, stance: Stance) -> bool:
        before = self.words[first - 1] if first else ""
        return stance.form == "base" and before in self.nouns.closed.determiners

    def _passive(self, first: int, last: int, group: VerbGroup, name: str) -> Told | None:
        """ "Families are kept under surveillance", "the survivors were readmitted"; deeds told of the past are fates, not stances."""
        present = {"is", "are", "being"} & set(self.words[group.first : first]) or {"will", "must", "would", "may"} & set(
            self.words[group.first : first]
        )
        if not present and name not in ("accepts", "refuses", "surveils", "welcomes"):
            return None
        phrase = self._people_before(group.first)
        if phrase is None:
            return None
        agent = self.nouns.agent(last)
        authority = self._named_authority(*agent) if agent is not None else self._authority_of_place(phrase.first)
        if authority is None and self.words[first] in self.policies.fighting and name == "refuses":
            return None
        lasting = {"is", "are", "will", "must"} & set(self.words[group.first : first])
        if not lasting and self.policies.watching.match(self.words, first) is not None:
            return None
        if authority is None and (agent is not None or self.policies.watching.match(self.words, first) is not None):
            return None
        general = self.words[first] in _OF_ANYTHING
        if general and agent is None and authority is None and not self._comes(last):
            return None
        subject = self.nouns.subject(group.first)
        start = subject.start if subject is not None else phrase.first
        return Told(
            name,
            start if start >= phrase.last else phrase.first,
            first,
            max(last, agent[1] if agent else last),
            self._cohort(phrase),
            authority,
            True,
        )

    def _letting(self) -> list[Told]:
        """ "The survivors were allowed home", "the state lets them return"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            stance = self.policies.letting.get(word)
            if stance is None:
                continue
            group = self.nouns.group(at)
            name = self._turned(stance, at)
            if group.passive:
                phrase = self._people_before(group.first)
                end = self._comes(at + 1)
                if phrase is not None and end:
                    agent = self.nouns.agent(end)
                    authority = self._named_authority(*agent) if agent else self._authority_of_place(phrase.first)
                    subject = self.nouns.subject(group.first)
                    start = subject.start if subject is not None else phrase.first
                    found.append(Told(name, start, at, end, self._cohort(phrase), authority, True))
                continue
            phrase = self._whom(at + 1)
            end = self._comes(phrase.last) if phrase is not None else 0
            if phrase is None or not end:
                continue
            authority, start = self._actor(at, group)
            if authority is not None:
                found.append(Told(name, start, at, end, self._cohort(phrase), authority))
        return found

    def _comes(self, at: int) -> int:
        """One past the words for coming home at a place: "home", "to return"; 0 where there are none."""
        while at < len(self.words) and self.words[at] in ("to", "into", "safely", "again", "go", "from"):
            at += 1
        match = self.policies.coming.match(self.words, at) if at < len(self.words) else None
        if match is None:
            return 0
        if self.words[at] in ("enter", "in", "remain", "stay", "land"):  # a country or its soil, and not "the building"
            after = match[0] + (self.words[match[0] : match[0] + 1] in (("the",), ("in",)))
            placed = after >= len(self.words) or self.words[after] in (".", ",", ";", "country", "territory", "and", "if", "unless", "only")
            if not placed and self.lexicon.demonyms.match(self.words, after) is None and self.words[at] != "land":
                return 0
        return match[0]

    def _declining(self) -> list[Told]:
        """ "Others have declined to do so": a stance refused that the sentence before told."""
        found: list[Told] = []
        stance = self.memory.past.last("stance", _stance_in, _stance_signs())
        if stance is None or self.passage.sentence.paragraph - stance > 1:
            return found
        for at in range(len(self.words) - 3):
            if self.words[at] in self.policies.unwilling and self.words[at + 1 : at + 4] == ("to", "do", "so"):
                subject = self.nouns.subject(self.nouns.group(at).first)
                authority = self._named_authority(subject.first, subject.last) if subject is not None else None
                if subject is not None and authority is None and self.words[subject.first] in self.policies.standing:
                    authority = self.passage.words(subject.first, subject.last)
                if subject is not None and authority is not None:
                    found.append(Told("refuses", subject.first, at, at + 4, self.memory.last, authority))
        return found
