"""Claims about how an authority stands to people: it accepts them, refuses, prosecutes, watches, has no single policy.

In: a passage. Out: policy claims with authority, stance, cohort and place. A stance is to a kind of people: what was done to a
number of them ("deported 40 migrants") is a count, and to a named person that person's fate. Planned and denied stances are marked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from unaccounted.base.records import Claim, Where
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.places import find_where
from unaccounted.extract.policy_words import AFTER_PEOPLE, LACKING, POLICY, load_policies
from unaccounted.extract.references import NOBODY
from unaccounted.extract.stance_forms import StanceForms
from unaccounted.extract.stance_verbs import StanceVerbs
from unaccounted.extract.stances import OPPOSITE, Told
from unaccounted.extract.triggers import BE


@cache
def _needs(language: str = "en") -> tuple[tuple[tuple[frozenset[str], ...], str], ...]:
    """Each pattern with the words of which a sentence must have one from each set, so that it is tried only where it can be."""
    lists = load_policies(language)
    return (
        ((lists.verb_firsts,), "_verbs"),
        ((frozenset(lists.parted), AFTER_PEOPLE), "_parted"),
        ((frozenset(lists.letting), lists.coming_firsts), "_letting"),
        ((lists.taking, lists.citizenship), "_citizenship"),
        ((lists.taking, lists.citizenship), "_withdrawn"),
        ((lists.predicate_firsts,), "_predicates"),
        ((frozenset(lists.deeds), frozenset(["of"])), "_deeds"),
        ((lists.predicated_firsts,), "_facing"),
        ((POLICY, LACKING), "_without_policy"),
        ((lists.differing, frozenset(["from"])), "_differing"),
        ((lists.denying, lists.denied_firsts), "_denying"),
        ((lists.barring, frozenset(["from"])), "_barring"),
        ((frozenset(lists.undecided.firsts()),), "_undecided"),
        ((frozenset(lists.pleasing.firsts()), frozenset(["each", "every"])), "_pleasing"),
        ((frozenset(["report"]), lists.stations), "_reporting"),
        ((lists.unwilling, frozenset(["so"])), "_declining"),
    )


class PolicyReader(StanceVerbs, StanceForms):
    """Makes policy claims of one passage."""

    def read(self) -> list[Claim]:
        """The passage's policy claims, in order of their place; it is asked only where a sign tells a policy."""
        claims: list[Claim] = []
        if not self.policies.may_tell(self.words):
            return claims
        taken: set[int] = set()
        have = frozenset(self.words)
        readers: list[Callable[[], list[Told]]] = []
        for needs, name in _needs():
            for each in needs:
                if each.isdisjoint(have):
                    break
            else:
                readers.append(getattr(self, name))
        if not readers:
            return []
        for reader in readers:
            for told in reader():
                if told.at not in taken:
                    taken.add(told.at)
                    claims.append(self._claim(told))
                    claims.extend(self._but_not(told))
        return sorted(claims, key=lambda claim: claim.start)

    def _but_not(self, told: Told) -> list[Claim]:
        """ "Accepts children but not their mothers": the stance turned round for others."""
        at = told.last
        if self.words[at : at + 2] != ("but", "not") and self.words[at + 1 : at + 3] != ("but", "not"):
            at = next((each for each in range(at, min(at + 8, len(self.words) - 1)) if self.words[each : each + 2] == ("but", "not")), -1)
            if at < 0:
                return []
        at = at if self.words[at] == "but" else at + 1
        phrase = self._whom(at + 2)
        opposite = OPPOSITE.get(told.stance)
        if phrase is None or opposite is None:
            return []
        return [self._claim(replace(told, stance=opposite, first=at, at=phrase.first, last=phrase.last, cohort=self._cohort(phrase)))]

    def _urged(self, at: int) -> bool:
        """Whether a bare "be" tells what is asked for: "urged that they be prosecuted"."""
        return self.words[self.nouns.group(at).first] == "be"

    def _claim(self, told: Told) -> Claim:
        if told.cohort is not None and told.cohort != NOBODY:
            self.memory.affected = told.cohort
        if told.authority is not None:
            self.memory.authority = told.authority
        end = max(clause_end(self.passage.sentence, told.last - 1), told.last)
        for at in range(told.last, end):
            if self.words[at] in ("and", "or", "but") and (
                self.nouns.is_verb(at + 1) or self.words[at + 1] in BE or self.words[at + 1] == "in"
            ):
                end = at
                break
        speaker = self.passage.speaker(told.at, self.memory)
        begin = next(
            (at for at in range(told.first, told.at) if self.words[at] in self.policies.unwilling | self.policies.willing), told.at
        )
        factuality = read_factuality(self.passage.sentence, begin, told.last, self.lexicon, speaker.cue if speaker else None)
        if told.authority is not None and told.authority.lower().startswith(("no ", "neither ")):
            factuality = "negated"
        elif factuality == "negated" and (told.stance in OPPOSITE or told.stance == "no unified policy"):
            factuality = "reported" if speaker else "asserted"
        helped = self.words[max(told.at - 4, 0) : told.at]
        if factuality in ("asserted", "reported") and ({"should", "ought"} & set(helped) or self._urged(told.at)):
            factuality = "planned"
        where: Where | None = find_where(self.passage, told.first, end, self.memory)
        return self.passage.claim(
            "policy",
            told.first,
            end,
            authority=told.authority,
            stance=told.stance,
            cohort=told.cohort,
            when=self.passage.when(told.at, 0),
            where=where,
            source=self.passage.source(speaker),
            factuality=factuality,
        )
