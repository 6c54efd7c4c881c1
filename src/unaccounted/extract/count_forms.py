"""Forms of sentence that state a count where no fate word has its number beside it.

In: a passage, and the claims made of it already. Out: further claims: a number told apart from its people ("the number of miners who died
is put at 31"), people who are only said to be there, a share of others, where counted people come from, and a fate that is said of
others as well ("like most of the crew").
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from unaccounted.base.records import Claim
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.closed import load_closed
from unaccounted.extract.count_claims import CountMaker
from unaccounted.extract.count_rules import BEING, CountRules
from unaccounted.extract.edge_features import score_edge
from unaccounted.extract.fates import FateTeller
from unaccounted.extract.passage import Passage

_ACCOUNT_FOR = (
    ("account", "for"),
    ("accounts", "for"),
    ("accounted", "for"),
    ("make", "up"),
    ("makes", "up"),
    ("made", "up"),
    ("represent",),
    ("represents",),
    ("constitute",),
    ("constituted",),
)
ACCOUNTING = frozenset(verb[0] for verb in _ACCOUNT_FOR)
"""First words of the verbs that set a share against a whole: without one of them a sentence has no such form."""


class CountForms:
    """The forms over one passage."""

    def __init__(self, passage: Passage, fates: FateTeller, rules: CountRules, maker: CountMaker) -> None:
        self.passage, self.fates, self.rules, self.maker = passage, fates, rules, maker
        self.words = passage.sentence.words

    def numbers_of(self) -> list[Claim]:
        """ "The number of miners who died is put at 31": the number stands apart from its people."""
        claims: list[Claim] = []
        for at in range(len(self.words) - 3):
            if self.words[at] not in ("number", "numbers", "total", "count") or self.words[at + 1] != "of":
                continue
            people = next((phrase for phrase in self.passage.phrases if at + 1 < phrase.first <= at + 3 and phrase.people), None)
            if people is None:
                claims.extend(self._number_of_fate(at))
                continue
            if people.quantity is not None:
                continue
            value = next((phrase for phrase in self.passage.phrases if phrase.first >= people.last and phrase.quantity is not None), None)
            if (
                value is None
                or value.quantity is None
                or (value.head is not None and value.people is not True)
                or value.quantity.count.unit == "share"
            ):
                continue
            triggers = [each for each in self.passage.triggers if people.first <= each.first < value.first]
            gap = [word for word in self.words[people.last : value.first] if word not in load_closed().estimating]
            if not triggers or len(gap) > (12 if triggers[0].relative else 6):
                continue
            whole = replace(people, quantity=value.quantity)
            fate, covers = self.fates.tell(triggers[0], whole.first)
            claim = self.maker.make(
                whole,
                triggers[0],
                fate,
                covers,
                None,
                (max(at - 1, 0), max(value.last, clause_end(self.passage.sentence, value.first))),
            )
            if claim is not None:
                claims.append(claim)
        return claims

    def _number_of_fate(self, at: int) -> list[Claim]:
        """ "Put the number of missing at 45", "the number of those killed stands at 30": the fate itself names the people."""
        trigger = next((each for each in self.passage.triggers if at + 2 <= each.first <= at + 3), None)
        if trigger is None or trigger.word.form not in (None, "past", "participle"):
            return []
        value = next((phrase for phrase in self.passage.phrases if phrase.first >= trigger.last and phrase.quantity is not None), None)
        gap = self.words[trigger.last : value.first] if value is not None else ()
        if value is None or value.quantity is None or value.head is not None or value.quantity.count.unit == "share" or len(gap) > 6:
            return []
        if not all(word in load_closed().estimating or load_closed().is_adverb(word) for word in gap):
            return []
        fate, covers = self.fates.tell(trigger, value.first)
        span = (max(at - 1, 0), max(value.last, clause_end(self.passage.sentence, value.first)))
        claim = self.maker.make(value, trigger, fate, covers, None, span)
        return [claim] if claim is not None else []

    def standing(self, used: Collection[tuple[int, str]]) -> list[Claim]:
        """ "There were thousands of their family members": people said to be there and nothing else said of them."""
        claims: list[Claim] = []
        for phrase in self.passage.phrases:
            if (
                phrase.quantity is None
                or phrase.people is not True
                or phrase.refers in ("them", "whom", "these", "those", "they")
                or phrase.quantity.value <= 1
                or phrase.quantity.count.unit == "share"
                or any(first == phrase.first for first, _ in used)
            ):
                continue
            at = phrase.first - 1
            while at >= 0 and (self.words[at] in (",", "however", "still", "then", "also", "now") or self.words[at] in BEING):
                at -= 1
            if at >= 0 and self.words[at] == "there" and any(word in BEING for word in self.words[at : phrase.first]):
                if any(edge.phrase is phrase for edge in self.passage.edges):
                    continue
                if any(0 <= each.first - phrase.last <= 8 for each in self.passage.triggers):
                    continue  # "there were 1,120 people on the list of the missing"
                claim = self.maker.make(
                    phrase, None, "remaining", (), None, (at, clause_end(self.passage.sentence, phrase.last - 1)), phrase.first
                )
                if claim is not None:
                    claims.append(claim)
        return claims

    def accounting_for(self) -> list[Claim]:
        """ "The deserters, who make up a fifth of the garrison": a fate's people as a share of others."""
        claims: list[Claim] = []
        for phrase in self.passage.phrases:
            quantity = phrase.quantity
            if quantity is None or quantity.count.unit != "share" or not phrase.share_of:
                continue
            verb = next(
                (size for verb in _ACCOUNT_FOR for size in (len(verb),) if self.words[phrase.first - size : phrase.first] == verb), 0
            )
            subject = next(
                (
                    each
                    for each in reversed(self.passage.phrases)
                    if each.last <= phrase.first - verb and each.fate is not None and each.fate.frame == "people"
                ),
                None,
            )
            if not verb or subject is None or phrase.first - verb - subject.last > 3 or subject.fate is None:
                continue
            claim = self.maker.make(phrase, None, subject.fate.fate, (), None, (subject.first, phrase.last), subject.first)
            if claim is not None:
                claims.append(claim)
        return claims

    def composition(self, claims: list[Claim]) -> list[Claim]:
        """ "Some 70 workers (most of whom were from Nepal)": a share of a counted cohort that comes from somewhere."""
        made: list[Claim] = []
        for phrase in self.passage.phrases:
            quantity = phrase.quantity
            if quantity is None or quantity.count.unit != "share" or self.words[phrase.head_end - 1] not in ("whom", "them"):
                continue
            after = phrase.head_end
            if after >= len(self.words) or not self.rules.tells_origin(phrase):
                continue
            end = clause_end(self.passage.sentence, after)
            places = self.passage.lexicon.demonyms.find(self.words, after, end)
            start = self.passage.sentence.starts[phrase.first]
            whole = next((each for each in claims if each.start <= start <= each.end or each.end <= start), None)
            if not places or whole is None or whole.cohort is None or whole.fate is None:
                continue
            names = " and ".join(dict.fromkeys(place.name for _, _, place in places))
            cohort = replace(whole.cohort, label=f"{whole.cohort.label} from {names}", origin=names)
            made.append(
                self.passage.claim(
                    "count",
                    phrase.first,
                    end,
                    cohort=cohort,
                    fate=whole.fate,
                    measure=whole.measure,
                    low=quantity.count.low,
                    best=quantity.count.best,
                    high=quantity.count.high,
                    bound=quantity.count.bound,
                    unit="share",
                    base=whole.cohort.label,
                    words=quantity.count.words,
                    when=whole.when,
                    source=whole.source,
                    factuality=whole.factuality,
                    score=score_edge(self.passage, phrase, None, whole.fate, cohort),
                )
            )
        return made

    def likened(self, claims: list[Claim]) -> list[Claim]:
        """ "The majority of A (as the majority of B) were killed": the fate is said of B too."""
        made: list[Claim] = []
        for phrase in self.passage.phrases:
            if (
                phrase.quantity is None
                or phrase.head is None
                or phrase.first < 2
                or self.words[phrase.first - 1] not in ("as", "like")
                or self.words[phrase.first - 2] not in "(,"
            ):
                continue
            start = self.passage.sentence.starts[phrase.first]
            model = next((each for each in claims if each.start <= start < each.end and each.unit == phrase.quantity.count.unit), None)
            if model is None or model.fate is None or any(each.start == start and each.fate == model.fate for each in claims):
                continue
            count = phrase.quantity.count
            made.append(
                self.passage.claim(
                    "count",
                    phrase.first,
                    clause_end(self.passage.sentence, phrase.first),
                    cohort=phrase.parts,
                    fate=model.fate,
                    covers=model.covers,
                    measure=model.measure,
                    low=count.low,
                    best=count.best,
                    high=count.high,
                    bound=count.bound,
                    unit=count.unit,
                    base=phrase.parts.label,
                    words=count.words,
                    source=model.source,
                    factuality=model.factuality,
                    score=score_edge(self.passage, phrase, None, model.fate, phrase.parts),
                )
            )
        return made
