"""Claims that a fate becomes more or less frequent, or stops: "desertions rose", "fewer people leave", "a fall in deaths".

In: a passage. Out: trend claims with fate, direction and, where they are named, the people. A sum of deaths that grows to a
number ("the toll rose to 43") is a count and no trend; it is one where it is set against an earlier number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.base.records import Claim, Cohort
from unaccounted.extract.clauses import clause_end
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.lexicons import Phrases, read_list, verb_forms
from unaccounted.extract.nouns import Nouns
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import find_where
from unaccounted.extract.references import Memory, resolve_cohort

_REACH = 12
"""Words between a flow and the verb that says how it changes."""
_FIGHTING = frozenset(["fighter", "soldier"])


@dataclass(frozen=True, slots=True)
class Trends:
    """The words of `trends.yaml`, with the nouns of fates.yaml among the flows."""

    flows: Phrases[str]
    measures: frozenset[str]
    standing: Phrases[str]
    verbs: Phrases[str]
    nouns: Phrases[str]
    adverbs: Phrases[str]
    stopping: frozenset[str]
    changing: frozenset[str]
    """First words of all words of change: without one of them a sentence tells no trend."""


def _by_meaning(lists: dict[str, list[str]]) -> Phrases[str]:
    found: Phrases[str] = Phrases()
    for meaning, words_of in lists.items():
        for words in words_of:
            found.add(words, meaning)
    return found


@cache
def load_trends(language: str = "en") -> Trends:
    """The words of trends of a language."""
    lists = read_list(language, "trends")
    flows = _by_meaning(lists["flows"])
    for fate, words_of in read_list(language, "fates")["event"].items():
        for words in words_of:
            flows.add(words, fate)
    verbs: Phrases[str] = Phrases()
    for direction, entries in lists["verbs"].items():
        for entry in entries:
            for words, _ in verb_forms(entry):
                verbs.add(words, direction)
    standing: Phrases[str] = Phrases()
    for words in lists["standing"]:
        standing.add(words, "")
    nouns, adverbs = _by_meaning(lists["nouns"]), _by_meaning(lists["adverbs"])
    stopping = frozenset(lists["stopping"])
    changing = frozenset([*verbs.firsts(), *nouns.firsts(), *adverbs.firsts(), "up", "down"])
    return Trends(flows, frozenset(lists["measures"]), standing, verbs, nouns, adverbs, stopping, changing)


@dataclass(frozen=True, slots=True)
class Flow:
    """What becomes more or less: its words, `last` exclusive, its fate, the people where they are named."""

    first: int
    last: int
    fate: str
    cohort: Cohort | None = None


class TrendReader:
    """Makes trend claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words = passage.sentence.words
        self.trends = load_trends()
        self.nouns = Nouns(passage)

    def read(self) -> list[Claim]:
        """The passage's trend claims, in order of their kinds."""
        claims: list[Claim] = []
        if not self.trends.changing.isdisjoint(self.words):
            flows = self._flows()
            claims = [*self._changing(flows), *self._change_in(flows), *self._compared(flows), *self._people()]
        self._note()
        return claims

    def _note(self) -> None:
        """Remember the fate spoken of, for "the rate" in a later sentence."""
        for _, _, word in self.passage.lexicon.fates.find(self.words):
            if word.frame in ("event", "agent", "patient") and word.fate != "destroyed":
                self.memory.flow = (word.fate, self.passage.sentence.paragraph)

    def _flows(self) -> list[Flow]:
        """The flows of the sentence: a noun of a fate, with its measure; people under a measure; "the rate" of what was spoken of."""
        found: list[Flow] = []
        for first, last, fate in self.trends.flows.find(self.words):
            begin, end = first, last
            while end < len(self.words) and self.words[end] in self.trends.measures:
                end += 1
            if begin > 1 and self.words[begin - 1] == "of" and self.words[begin - 2] in self.trends.measures:
                begin -= 2
            elif begin > 2 and self.words[begin - 2] == "of" and self.words[begin - 3] in self.trends.measures:
                begin -= 3
            if begin and self.words[begin - 1] in ("the", "its", "their", "a"):
                begin -= 1
            plural = self.words[last - 1].endswith("s") or end > last or begin < first - 1
            if plural or last - first > 1 or self.words[first] in ("mortality", "recruitment", "desertion", "toll", "emigration", "exodus"):
                found.append(Flow(begin, end, fate))
        for at in range(len(self.words) - 2):
            if self.words[at] in self.trends.measures and self.words[at + 1] == "of":
                flow = self._of_people(at)
                if flow is not None and all(flow.first != each.first for each in found):
                    found.append(flow)
        if self.memory.flow is not None and self.passage.sentence.paragraph - self.memory.flow[1] <= 1:
            taken = {at for flow in found for at in range(flow.first, flow.last)}
            for first, last, _ in self.trends.standing.find(self.words):
                if first not in taken and self.words[last : last + 1] != ("of",):
                    found.append(Flow(first, last, self.memory.flow[0]))
        return found

    def _of_people(self, at: int) -> Flow | None:
        """ "The flow of foreign fighters", "the number of people killed": people under a measure."""
        phrase = next((each for each in self.passage.phrases if at + 1 < each.first <= at + 3 and each.people and each.plural), None)
        if phrase is None or phrase.quantity is not None:
            return None
        first = at - 1 if at and self.words[at - 1] in ("the", "a") else at
        cohort = resolve_cohort(phrase, self.memory, [])
        trigger = next(
            (each for each in self.passage.triggers if phrase.first <= each.first <= phrase.last + 3 and each.word.frame != "event"), None
        )
        if trigger is not None and trigger.word.fate != "destroyed":
            return Flow(first, max(trigger.last, phrase.last), trigger.word.fate, cohort)
        if self.words[at] in ("number", "numbers", "level", "levels", "rate", "rates", "frequency", "incidence", "pace"):
            return None
        fate = "joined" if phrase.parts.role in _FIGHTING or phrase.parts.affiliation else "set out"
        return Flow(first, phrase.last, fate, cohort)

    def _changing(self, flows: list[Flow]) -> list[Claim]:
        """ "Desertion rates increased", "the flow of fighters was stopped": a flow and a verb of change said of it."""
        claims: list[Claim] = []
        verbs = self.trends.verbs.find(self.words)
        for index, flow in enumerate(flows):
            stop = min([each.first for each in flows[index + 1 :] if each.first > flow.last] + [flow.last + _REACH, len(self.words)])
            for first, last, direction in verbs:
                if not flow.last <= first < stop or not self._said_of(flow, first):
                    continue
                toll = {"toll", "tolls", "count", "counts"} & set(self.words[flow.first : flow.last])
                if toll and direction == "up" and not {"from", "by"} & set(self.words[last : last + 4]):
                    break
                claims.append(self._claim(flow, direction, flow.first, first, last))
                break
        return claims

    def _said_of(self, flow: Flow, verb: int) -> bool:
        """Whether the verb's subject is the flow: no other verb, clause or comma stands between the two."""
        group = self.nouns.group(verb)
        before = self.words[verb - 1]
        if before in self.nouns.closed.determiners or before in self.nouns.closed.prepositions - {"to"}:
            return False
        for at in range(flow.last, group.first):
            word = self.words[at]
            if word in (",", ";", ":", ".", "and", "but", "(", "who", "which", "when") or self.nouns.verbs.is_verb(self.words, at):
                subject = self.nouns.subject(group.first, False) if word == "," else None
                return subject is not None and subject.first <= flow.first < subject.last
        opener = self.words[flow.first - 1] if flow.first else ""
        return opener not in ("by", "of", "for", "with", "to", "from") or flow.first <= 1

    def _change_in(self, flows: list[Flow]) -> list[Claim]:
        """ "A rise in killings", "an end to deportations": a noun of change and the flow after it."""
        claims: list[Claim] = []
        for first, last, direction in self.trends.nouns.find(self.words):
            link = "to" if direction == "stopped" else "in"
            if self.words[last : last + 1] not in ((link,), ("of",) if direction == "stopped" else (link,)):
                continue
            flow = next((each for each in flows if last < each.first + 1 and each.first <= last + 4), None)
            begin = first
            while begin and (self.words[begin - 1] in ("a", "an", "the") or self.words[begin - 1] in _DEGREES):
                begin -= 1
            if flow is not None:
                claims.append(self._claim(flow, direction, begin, first, flow.last))
        return claims

    def _compared(self, flows: list[Flow]) -> list[Claim]:
        """ "Deaths stand at 519, up from 437": a flow whose number is set against an earlier one."""
        claims: list[Claim] = []
        for at in range(len(self.words) - 2):
            if self.words[at] not in ("up", "down") or self.words[at + 1] not in ("from", "by", "on"):
                continue
            after = self.words[at + 2]
            if not (after[:1].isdigit() or after in ("about", "around", "some", "just", "only", "nearly")):
                continue
            flow = next((each for each in reversed(flows) if each.last <= at and at - each.last <= 16), None)
            if flow is not None and not any(word in (";", ".") for word in self.words[flow.last : at]):
                claims.append(self._claim(flow, self.words[at], flow.first, at, at + 3))
        return claims

    def _people(self) -> list[Claim]:
        """ "Fewer people leave", "they no longer join", "families stopped returning"."""
        claims: list[Claim] = []
        for first, last, direction in self.trends.adverbs.find(self.words):
            if self.words[first - 1 : first] == ("no",) or self.words[last : last + 1] == ("than",):
                continue
            if direction == "stopped":
                trigger = next((each for each in self.passage.triggers if last <= each.first <= last + 2), None)
                if trigger is None or trigger.word.frame not in ("agent", "patient") or trigger.word.fate == "remaining":
                    continue
                subject = self.nouns.subject(self.nouns.group(trigger.first).first)
                begin = subject.start if subject is not None else first
                claims.append(self._claim(self._of_trigger(trigger.first), direction, begin, trigger.first, trigger.last))
                continue
            trigger = next((each for each in self.passage.triggers if last < each.first <= last + 8), None)
            phrase = next((each for each in self.passage.phrases if last <= each.first + 1 and each.first <= last and each.people), None)
            if trigger is None or phrase is None or trigger.word.frame not in ("agent", "patient") or trigger.first < phrase.last:
                continue
            if phrase.quantity is not None and any(word[:1].isdigit() for word in self.words[phrase.first : phrase.last]):
                continue
            claims.append(self._claim(self._of_trigger(trigger.first), direction, first, trigger.first, trigger.last))
        for at in range(1, len(self.words) - 1):
            if self.words[at] in self.trends.stopping:
                trigger = next((each for each in self.passage.triggers if each.first == at + 1 and each.word.form == "ing"), None)
                subject = self.nouns.subject(self.nouns.group(at).first) if trigger is not None else None
                if trigger is not None and subject is not None and self._several(subject.first, subject.last):
                    claims.append(self._claim(self._of_trigger(trigger.first), "stopped", subject.start, at, trigger.last))
        return claims

    def _several(self, first: int, last: int) -> bool:
        return any(first <= phrase.first < last and phrase.plural and phrase.people is not False for phrase in self.passage.phrases)

    def _of_trigger(self, at: int) -> Flow:
        trigger = next(each for each in self.passage.triggers if each.first == at)
        phrase = next((edge.phrase for edge in self.passage.edges if edge.trigger is trigger), None)
        cohort = resolve_cohort(phrase, self.memory, []) if phrase is not None else None
        return Flow(trigger.first, trigger.last, trigger.word.fate, cohort)

    def _claim(self, flow: Flow, direction: str, begin: int, first: int, last: int) -> Claim:
        """A claim whose quote goes from `begin` to the end of the clause; the change is told by the words `first` to `last`."""
        end = max(clause_end(self.passage.sentence, last - 1), last)
        start = self._opening(begin)
        speaker = self.passage.speaker(first, self.memory)
        factuality = read_factuality(self.passage.sentence, first, last, self.passage.lexicon, speaker.cue if speaker else None)
        cohort = flow.cohort
        if cohort is None:
            after = next((each for each in self.passage.phrases if flow.last < each.first <= flow.last + 2 and each.people), None)
            if after is not None and self.words[flow.last : flow.last + 1] in (("of",), ("by",), ("among",)):
                cohort = resolve_cohort(after, self.memory, [])
        return self.passage.claim(
            "trend",
            start,
            end,
            fate=flow.fate,
            direction=direction,
            cohort=cohort,
            when=self.passage.when(first, 0),
            where=find_where(self.passage, start, end, self.memory),
            source=self.passage.source(speaker),
            factuality=factuality,
            score=0.7,
        )

    def _opening(self, begin: int) -> int:
        """The first word of the clause's quote: a date that opens the sentence right before it belongs to it."""
        for mention in self.passage.dates:
            if mention.first <= 4 and mention.last <= begin <= mention.last + 1 and begin <= 8:
                between = self.words[mention.last : begin]
                if between in ((), (",",)) and self.words[0] in self.nouns.closed.prepositions:
                    return 0
        return begin


_DEGREES = frozenset(["sharp", "steady", "marked", "steep", "significant", "slight", "dramatic", "recent", "large", "big", "further", "clear", "big"])
