"""Stances told in other forms: citizenship taken, entry denied, people under watch or before courts, no policy at all."""

from __future__ import annotations

from unaccounted.base.records import Cohort
from unaccounted.extract.policy_words import LACKING, POLICY
from unaccounted.extract.references import resolve_cohort
from unaccounted.extract.stances import OPPOSITE, Stances, Told

_ONE = frozenset(["unified", "single", "common", "coherent", "uniform", "clear", "consistent", "agreed", "joint", "settled"])
_TOWARD = frozenset(["toward", "towards", "on", "for", "to", "regarding", "about", "concerning"])
_HAVING = frozenset(["have", "has", "had", "lack", "lacks", "lacked", "is", "was", "follow", "follows"])


class StanceForms(Stances):
    """Finds the stances that one passage tells in other forms than a verb done to people."""

    def _citizenship(self) -> list[Told]:
        """ "Stripped of citizenship", "revoked the nationality of fighters", "whom it has deprived of their passports"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.taking:
                continue
            of = next(
                (each for each in range(at + 1, min(at + 12, len(self.words))) if self.words[each] in self.policies.citizenship), None
            )
            if of is None or any(each in (",", ";", ".", "that") for each in self.words[at:of]):
                continue
            group = self.nouns.group(at)
            losing = word in ("lose", "lost")
            if losing and (of - at > 3 or "of" in self.words[at:of]):
                continue
            inside = [each for each in self.passage.phrases if at < each.first < of + 4 and each.people]
            if group.passive or losing:
                phrase = self._people_before(group.first)
                agent = self.nouns.agent(of)
                if phrase is not None and phrase.quantity is None:
                    authority = self._named_authority(*agent) if agent else None
                    found.append(Told("strips citizenship", phrase.first, at, of + 1, self._cohort(phrase), authority, True))
                continue
            whom = self._whom_before(group.first)
            authority, start = self._actor(at, group)
            if authority is None:
                continue
            cohort = self._cohort(inside[0]) if inside else whom
            start = start - 1 if whom is not None and start and self.words[start - 1] == "whom" else start
            found.append(Told("strips citizenship", start, at, of + 1, cohort, authority))
        return found

    def _withdrawn(self) -> list[Told]:
        """ "Citizenship was withdrawn from forty of them"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.taking or self.words[at + 1 : at + 2] != ("from",):
                continue
            group = self.nouns.group(at)
            subject = self.nouns.subject(group.first) if group.passive else None
            phrase = next((each for each in self.passage.phrases if at + 1 < each.first <= at + 3), None)
            if subject is not None and phrase is not None and self.policies.citizenship & set(self.words[subject.first : subject.last]):
                found.append(Told("strips citizenship", subject.start, at, phrase.last, self._cohort(phrase), None, True))
        return found

    def _whom_before(self, start: int) -> Cohort | None:
        """Whom "whom it has stripped" means: the people before "whom"."""
        whom = next((each for each in range(start - 1, max(start - 6, -1), -1) if self.words[each] == "whom"), None)
        if whom is None:
            return None
        before = [each for each in self.passage.phrases if each.last <= whom and each.head is not None]
        return resolve_cohort(before[-1], self.memory, before[:-1]) if before else None

    def _predicates(self) -> list[Told]:
        """ "The government has been more welcoming"; "families are under constant surveillance"."""
        found: list[Told] = []
        for first, last, stance in self.policies.predicates.find(self.words):
            group = self.nouns.group(first)
            begin = group.first
            if not group.passive or self.words[first - 1] in ("less", "least"):
                continue
            subject = self.nouns.subject(begin)
            authority = self._named_authority(subject.first, subject.last) if subject is not None else None
            if subject is None or authority is None:
                continue
            after = next((each for each in self.passage.phrases if last < each.first <= last + 3 and self._kind_of_people(each)), None)
            cohort = self._cohort(after) if after is not None else self.memory.last
            found.append(Told(self._turned(stance, first), self._head(subject), first, last, cohort, authority))
        for at, word in enumerate(self.words):
            stance_of = self.policies.under.get(word)
            if stance_of is None or at < 2:
                continue
            under = next((each for each in range(at - 1, max(at - 4, -1), -1) if self.words[each] == "under"), None)
            if under is None:
                continue
            group = self.nouns.group(under)
            held = group.passive or self.words[under - 1] in ("remain", "remained", "live", "lived", "kept", "placed", "put", "held")
            phrase = self._people_before(self.nouns.group(under - 1 if not group.passive else under).first) if held else None
            if phrase is not None:
                subject = self.nouns.subject(group.first if group.passive else self.nouns.group(under - 1).first)
                found.append(Told(stance_of, phrase.first, at, at + 1, self._cohort(phrase), self._authority_of_place(phrase.first), True))
        return found

    def _without_policy(self) -> list[Told]:
        """ "Does not have a unified policy toward relatives", "there is no common approach to returnees"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in POLICY:
                continue
            first, last, stance = at, at + 1, "no unified policy"
            while first > 0 and first > at - 4 and self.words[first - 1] not in LACKING and self.words[first - 1].isalpha():
                first -= 1
            before = self.words[max(first - 3, 0) : first]
            lacks = LACKING & set(before)
            whole = not _ONE.isdisjoint(self.words[first:at])
            if not lacks or any(word in (",", ";", "that") for word in before) or not (whole or before[-1:] == ("no",)):
                continue
            link = next((each for each in range(last, min(last + 3, len(self.words))) if self.words[each] in _TOWARD), None)
            phrase = self._whom(link + 1) if link is not None else None
            if phrase is None:
                continue
            verb = next((each for each in range(at - 1, max(first - 7, -1), -1) if self.words[each] in _HAVING), None)
            if verb is None:
                continue
            subject = self.nouns.subject(self.nouns.group(verb).first)
            authority = self._named_authority(subject.first, subject.last) if subject is not None else None
            start = subject.start if subject is not None and authority is not None else first
            if authority is not None or "there" in self.words[max(first - 4, 0) : first]:
                found.append(Told(stance, start, first, max(last, phrase.last), self._cohort(phrase), authority))
        return found

    def _differing(self) -> list[Told]:
        """ "Policy toward returnees differs from province to province"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.differing or self.words[at + 1 : at + 2] != ("from",):
                continue
            subject = self.nouns.subject(self.nouns.group(at).first)
            if subject is None or not {"policy", "policies", "practice", "treatment", "approach", "attitude"} & set(
                self.words[subject.first : at]
            ):
                continue
            phrase = next((each for each in self.passage.phrases if subject.first < each.first < at and self._kind_of_people(each)), None)
            if phrase is not None:
                found.append(Told("no unified policy", subject.start, at, at + 2, self._cohort(phrase), self.memory.authority))
        return found

    def _denying(self) -> list[Told]:
        """ "The survivors were refused entry", "the state denies them passports"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.denying or self._negated_here(at):
                continue
            group = self.nouns.group(at)
            if group.passive:
                what = self.policies.denied.match(self.words, at + 1) if at + 1 < len(self.words) else None
                phrase = self._people_before(group.first) if what is not None else None
                if what is not None and phrase is not None:
                    agent = self.nouns.agent(what[0])
                    authority = self._named_authority(*agent) if agent is not None else self._authority_of_place(phrase.first)
                    found.append(Told("refuses", self._clause_start(group.first), at, what[0], self._cohort(phrase), authority, True))
                continue
            phrase = self._whom(at + 1)
            what = self.policies.denied.match(self.words, phrase.last) if phrase is not None and phrase.last < len(self.words) else None
            authority, start = self._actor(at, group) if what is not None else (None, at)
            if phrase is not None and what is not None and authority is not None:
                found.append(Told("refuses", start, at, what[0], self._cohort(phrase), authority))
        return found

    def _barring(self) -> list[Told]:
        """ "Families are barred from returning", "the army keeps them from coming home"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word not in self.policies.barring or "from" not in self.words[at + 1 : at + 10] or self._negated_here(at):
                continue
            link = self.words.index("from", at + 1)
            if self.words[link + 1 : link + 2] == () or self.words[link + 1] not in self.policies.arriving:
                continue
            group = self.nouns.group(at)
            if group.passive and link == at + 1:
                phrase = self._people_before(group.first)
                if phrase is not None:
                    authority = self._authority_of_place(phrase.first)
                    found.append(Told("refuses", self._clause_start(group.first), at, link + 2, self._cohort(phrase), authority, True))
                continue
            phrase = self._whom(at + 1)
            authority, start = self._actor(at, group) if phrase is not None else (None, at)
            if phrase is not None and authority is not None:
                found.append(Told("refuses", start, at, link + 2, self._cohort(phrase), authority))
        return found

    def _undecided(self) -> list[Told]:
        """ "The cantons cannot agree what to do with the widows": an authority that has no stance."""
        found: list[Told] = []
        for first, last, _ in self.policies.undecided.find(self.words):
            phrase = self._whom(last)
            if phrase is None:
                continue
            begin = first
            if self.words[first] == "what":
                before = self.words[max(first - 5, 0) : first]
                if not {"never", "not", "n't", "yet", "cannot", "undecided", "unsure", "how", "or"} & set(before):
                    continue
                begin = self.nouns.group(first - 1).first
            subject = self.nouns.subject(begin)
            authority = self._named_authority(subject.first, subject.last) if subject is not None else None
            if phrase is not None and subject is not None and authority is not None:
                found.append(Told("no unified policy", subject.start, first, phrase.last, self._cohort(phrase), authority))
        return found

    def _deeds(self) -> list[Told]:
        """ "Opposes the repatriation of families", "has ruled out the return of fighters"."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            name = self.policies.deeds.get(word)
            if name is None or self.words[at + 1 : at + 2] != ("of",):
                continue
            before = at - 1
            while before > 0 and (self.words[before] in ("the", "any", "all", "a", "its", "forced", "voluntary", "mass", "further")):
                before -= 1
            match = next(
                (
                    (first, kind[1])
                    for first in (before - 1, before)
                    if first >= 0 and (kind := self.policies.favouring.match(self.words, first)) is not None and kind[0] == before + 1
                ),
                None,
            )
            phrase = self._whom(at + 2)
            if match is None or phrase is None:
                continue
            authority, start = self._actor(match[0], self.nouns.group(match[0]))
            stance = name if match[1] == "favouring" else OPPOSITE.get(name)
            if self._negated_here(match[0]) and stance is not None:
                stance = OPPOSITE.get(stance)
            if authority is not None and stance is not None:
                found.append(Told(stance, start, at, phrase.last, self._cohort(phrase), authority))
        return found

    def _facing(self) -> list[Told]:
        """ "Returnees face trial", "widows must report weekly to the police"."""
        found: list[Told] = []
        for first, last, stance in self.policies.predicated.find(self.words):
            subject = self.nouns.subject(self.nouns.group(first).first)
            phrase = self._people_before(self.nouns.group(first).first)
            named = self.words[last : last + 1] == ("with",)  # "they are charged with": what these few did
            if subject is not None and phrase is not None and not named and not self._negated_here(first):
                agent = self.nouns.agent(last)
                authority = self._named_authority(*agent) if agent is not None else self._authority_of_place(phrase.first)
                found.append(Told(stance, phrase.first, first, last, self._cohort(phrase), authority, True))
        return found

    def _reporting(self) -> list[Told]:
        """ "They must report to the gendarmerie every Monday": people who are kept under watch."""
        found: list[Told] = []
        for at, word in enumerate(self.words):
            if word != "report" or not {"must", "to", "should"} & set(self.words[max(at - 2, 0) : at]):
                continue
            link = next((each for each in range(at + 1, min(at + 4, len(self.words))) if self.words[each] == "to"), None)
            if link is None or not self.policies.stations & set(self.words[link + 1 : link + 4]):
                continue
            group = self.nouns.group(at)
            phrase = self._people_before(group.first)
            if phrase is not None:
                authority = self._authority_of_place(phrase.first)
                found.append(Told("surveils", self._clause_start(group.first), at, link + 3, self._cohort(phrase), authority, True))
        return found

    def _pleasing(self) -> list[Told]:
        """ "Each canton does as it pleases": no policy but many."""
        found: list[Told] = []
        if self.memory.affected is None or not {"each", "every"} & set(self.words):
            return found
        for first, last, _ in self.policies.pleasing.find(self.words):
            each = next((at for at in range(first - 1, max(first - 12, -1), -1) if self.words[at] in ("each", "every")), None)
            if each is not None and self.policies.authorities & set(self.words[each : each + 4]):
                found.append(Told("no unified policy", each, first, last, self.memory.affected, self.passage.words(each, each + 2)))
        return found
