"""Claims that so many people, or such a share of them, met a fate.

In: a passage and what the document has said before. Out: count claims with cohort, fate, range, date, speaker and
factuality. Which cohorts are the same, and what copies what, is for link.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from unaccounted.base.ranges import CountRange
from unaccounted.base.records import Claim
from unaccounted.base.vocabulary import FATES
from unaccounted.extract.clauses import clause_end, clause_start
from unaccounted.extract.count_claims import CountMaker
from unaccounted.extract.count_forms import ACCOUNTING, CountForms
from unaccounted.extract.count_rules import CountRules
from unaccounted.extract.fates import FateTeller
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import Memory, Told
from unaccounted.extract.rivals import find_rivals, may_rival
from unaccounted.extract.triggers import Edge, Trigger


class CountReader:
    """Makes count claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words = passage.sentence.words

    @cached_property
    def fates(self) -> FateTeller:
        """What the fate words mean here; this and what follows is made only in the few sentences that count."""
        return FateTeller(self.passage)

    @cached_property
    def rules(self) -> CountRules:
        """Which numbers beside a fate word state no count."""
        return CountRules(self.passage, self.fates)

    @cached_property
    def maker(self) -> CountMaker:
        """What makes the claims."""
        return CountMaker(self.passage, self.memory)

    def read(self) -> list[Claim]:
        """The passage's count claims, in order of their place."""
        if not self._may_count() or not self.passage.quantities:
            return []
        claims: list[Claim] = []
        used: dict[tuple[int, str], int] = {}  # people and a fate, and the place of their claim
        entries = self._entries_of_shares()
        governed = {
            edge.phrase.first
            for edge in self.passage.edges
            if edge.trigger.word.frame != "people"
            and edge.trigger.first != edge.phrase.fate_at
            and not self.rules.is_of_bodies(edge.phrase, edge.trigger)
        }
        together = {other for trigger in self.passage.triggers for other in self.fates.joined(trigger)[1]}
        for edge in self.passage.edges:
            if edge.trigger.first in together and any(
                each.phrase is edge.phrase and each.trigger.first < edge.trigger.first for each in self.passage.edges
            ):
                continue
            if edge.trigger.word.fate == "destroyed" or edge.phrase.quantity is None:
                continue
            base = edge.trigger.first in entries.get(edge.phrase.first, ())
            if base and not self._counted_by(edge, governed) and self._whole_of(edge.phrase, edge.trigger) is None:
                continue
            if self._counts_fated(edge) and edge.phrase.first in governed and self._whole_of(edge.phrase, edge.trigger) is None:
                continue
            if self.rules.told_already(edge):
                continue
            claim = self._from_edge(edge, entries)
            if claim is None:
                continue
            rival = used.setdefault((edge.phrase.first, edge.trigger.word.fate), len(claims))
            if rival == len(claims):
                claims.append(claim)
            elif (claim.score or 0.0) > (claims[rival].score or 0.0):
                claims[rival] = claim  # two words tell one fate of the same people: the likelier says it
        forms = CountForms(self.passage, self.fates, self.rules, self.maker)
        for special in (forms.numbers_of(), forms.standing(used), forms.accounting_for(), forms.composition(claims), forms.likened(claims)):
            claims.extend(special)
        claims.extend(self._rivals(claims))
        if claims and claims[-1].fate is not None and claims[-1].cohort is not None and claims[-1].unit == "people":
            last = max(claims, key=lambda claim: claim.end)
            if last.unit == "people" and last.fate is not None and last.cohort is not None:
                self.memory.told = Told(last.fate, last.covers, last.cohort, last.end)
        return claims

    def _may_count(self) -> bool:
        """Whether the words alone let a count be told: a fate, "there were", a share set against a whole, a figure against the last."""
        words = self.words
        if self.passage.may_tell_fate or "there" in words or not ACCOUNTING.isdisjoint(words):
            return True
        return self.memory.told is not None and may_rival(words)

    def _rivals(self, claims: list[Claim]) -> list[Claim]:
        """Other figures for what was told before."""
        told = self.memory.told
        earlier = [claim for claim in claims if claim.unit == "people" and claim.fate is not None and claim.cohort is not None]
        if earlier:
            nearest = max(earlier, key=lambda claim: claim.end)
            assert nearest.fate is not None and nearest.cohort is not None
            told = Told(nearest.fate, nearest.covers, nearest.cohort, self.passage.sentence.start)
        made = []
        for phrase in find_rivals(self.passage, claims, told):
            assert told is not None
            first = clause_start(self.passage.sentence, phrase.first)
            last = max(clause_end(self.passage.sentence, phrase.last - 1), phrase.last)
            claim = self.maker.make(phrase, None, told.fate, told.covers, None, (first, last), phrase.first, told.cohort)
            if claim is not None:
                made.append(claim)
        return made

    def _counts_fated(self, edge: Edge) -> bool:
        """Whether a noun for a fate's people is itself counted ("30 prisoners"), or its people's death is told by another word."""
        if edge.trigger.word.frame != "people" or edge.trigger.first == edge.phrase.fate_at:
            return edge.trigger.word.frame == "people"
        others = (each for each in self.passage.edges if each.phrase is edge.phrase and each.trigger.first != edge.trigger.first)
        return any(each.trigger.word.fate in ("killed", "died") for each in others)  # "the bodies of ten men who were killed"

    def _counted_by(self, edge: Edge, governed: set[int]) -> bool:
        """Whether a number of a fate's people says only that they met it: "26 of the saved were in the upper seam"."""
        quantity = edge.phrase.quantity
        own = edge.trigger.first == edge.phrase.fate_at
        if not own or quantity is None or edge.phrase.first in governed:
            return False
        return (quantity.count.unit == "people" and not edge.phrase.share_of) or edge.phrase.composed

    def _entries_of_shares(self) -> dict[int, list[int]]:
        """For each share, the fate words in its own relative clause ("10% of those who joined"): its base, not its fate."""
        entries: dict[int, list[int]] = {}
        for phrase in self.passage.phrases:
            if phrase.quantity is None or not (phrase.share_of or phrase.quantity.count.unit == "share"):
                continue
            for trigger in self.passage.triggers:
                counted_by_fate = trigger.first == phrase.fate_at == phrase.head and phrase.share_of
                if (
                    counted_by_fate
                    or (trigger.relative and 0 <= trigger.first - phrase.last <= 4)
                    or phrase.head_end <= trigger.first < phrase.last
                ):
                    entries.setdefault(phrase.first, []).append(trigger.first)
        return entries

    def _from_edge(self, edge: Edge, entries: dict[int, list[int]]) -> Claim | None:
        phrase, trigger = edge.phrase, edge.trigger
        if phrase.quantity is None or not self.rules.states(edge):
            return None
        whole = self._whole_of(phrase, trigger)
        if whole is not None:
            phrase = whole
        own = [each for each in self.passage.triggers if each.first in entries.get(phrase.first, ())]
        entry = next((each.word.fate for each in own if FATES[each.word.fate].enters or each.word.frame == "people"), None)
        fate, covers = self.fates.tell(trigger, phrase.first)
        return self.maker.make(phrase, trigger, fate, covers, entry)

    def _whole_of(self, phrase: Phrase, trigger: Trigger) -> Phrase | None:
        """The whole that a part is out of, where the fate word is said of it: "none of the 62 aboard", "21 of the 33 abducted"."""
        quantity = phrase.quantity
        if quantity is None or quantity.of is None or not phrase.share_of:
            return None
        after = trigger.start == trigger.first == phrase.last or (trigger.relative and trigger.start == phrase.last + 1)
        reduced = after and trigger.word.frame in ("state", "patient")
        governed = any(edge.phrase is phrase and edge.trigger.first != trigger.first for edge in self.passage.edges)
        inside = trigger.first == phrase.fate_at or (
            reduced and FATES[trigger.word.fate].enters and (governed or trigger.word.frame == "state")
        )
        if not inside:
            return None
        return replace(phrase, quantity=replace(quantity, count=CountRange(None, quantity.of, None, "exact"), of=None), share_of=False)
