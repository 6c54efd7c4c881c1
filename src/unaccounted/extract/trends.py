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
from unaccounted.extract.nouns import Nouns
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import find_where
from unaccounted.extract.references import Memory, resolve_cohort
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.tokens import tokens_of
from unaccounted.extract.trend_words import load_trends

_REACH = 12
"""Words between a flow and the verb that says how it changes."""
_FIGHTING = frozenset(["fighter", "soldier"])


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
        """The passage's trend claims, in order of their kinds; it is asked only where a sign tells a trend."""
        claims: list[Claim] = []
        flows = self._flows()
        if flows:
            claims = [*self._changing(flows), *self._change_in(flows), *self._transitive(flows), *self._compared(flows)]
        return [*claims, *self._against(), *self._people()]

    def _spoken_of(self) -> str | None:
        """The fate spoken of last, in this paragraph or the one before: "the rate" is of it."""
        flow = self.memory.past.last("flow", _flow_of, _flow_signs(), with_here=False)
        return flow[0] if flow is not None and self.passage.sentence.paragraph - flow[1] <= 1 else None

    def _flows(self) -> list[Flow]:
        """The flows of the sentence: a noun of a fate, with its measure; people under a measure; "the rate" of what was spoken of."""
        found: list[Flow] = []
        marked = not self.trends.flow_firsts.isdisjoint(self.words)
        for first, last, fate in self.trends.flows.find(self.words) if marked else ():
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
        measured = not self.trends.measures.isdisjoint(self.words)
        for at in range(len(self.words) - 2) if measured else ():
            if self.words[at] in self.trends.measures and self.words[at + 1] == "of":
                flow = self._of_people(at)
                if flow is not None and all(flow.first != each.first for each in found):
                    found.append(flow)
        standing = self.trends.standing.find(self.words)
        spoken_of = self._spoken_of() if standing else None
        if spoken_of is not None:
            taken = {at for flow in found for at in range(flow.first, flow.last)}
            for first, last, _ in standing:
                if first not in taken and self.words[last : last + 1] != ("of",):
                    found.append(Flow(first, last, spoken_of))
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
        verbs = [*self.trends.verbs.find(self.words), *self._predicates()]
        said: set[int] = set()
        for index, flow in enumerate(flows):
            stop = min([each.first for each in flows[index + 1 :] if each.first > flow.last] + [flow.last + _REACH, len(self.words)])
            for first, last, direction in verbs:
                if not flow.last <= first < stop or not self._said_of(flow, first):
                    continue
                toll = {"toll", "tolls", "count", "counts"} & set(self.words[flow.first : flow.last])
                counted = flow.cohort is not None and self.words[last : last + 1] == ("to",)
                if (toll or counted) and direction == "up" and not {"from", "by"} & set(self.words[last : last + 4]):
                    break
                said.add(first)
                claims.append(self._claim(flow, direction, flow.first, first, last))
                break
        for first, last, direction in verbs:  # "rose until May and fell again"
            group = self.nouns.group(first)
            if first in said or self.words[group.first - 1 : group.first] not in (("and",), ("but",), ("then",)):
                continue
            subject = self.nouns.subject(group.first)
            shared = next((each for each in flows if subject is not None and subject.first <= each.first < subject.last), None)
            if shared is not None and said:
                claims.append(self._claim(shared, direction, group.first, first, last))
        return claims

    def _predicates(self) -> list[tuple[int, int, str]]:
        """Predicates of change, each from its "to be" or "to become" on."""
        found: list[tuple[int, int, str]] = []
        for first, last, direction in self.trends.predicates.find(self.words):
            verb = next((at for at in range(first - 1, max(first - 4, -1), -1) if self.words[at] in _BECOMING), None)
            if verb is not None and not any(word in _BETWEEN for word in self.words[verb:first]):
                found.append((verb, last, direction))
        return found

    def _said_of(self, flow: Flow, verb: int) -> bool:
        """Whether the verb's subject is the flow: no other verb, clause or comma stands between the two."""
        group = self.nouns.group(verb)
        before = self.words[verb - 1]
        if before in self.nouns.closed.determiners or (before in self.nouns.closed.prepositions - {"to"} and self.words[verb] != "on"):
            return False
        stop = group.first
        while self.words[stop - 2 : stop] == ("all", "but"):
            stop -= 2
        for at in range(flow.last, stop):
            word = self.words[at]
            if word in self.nouns.closed.auxiliaries:
                continue
            if word in _BETWEEN or word in self.nouns.closed.pronouns or word in _QUOTES or self.nouns.is_verb(at):
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

    def _transitive(self, flows: list[Flow]) -> list[Claim]:
        """ "The new guards cut desertions by half", "the state has suspended deportations": a verb whose object is the flow."""
        claims: list[Claim] = []
        for first, last, direction in self.trends.transitive.find(self.words):
            flow = next((each for each in flows if last <= each.first <= last + 2), None)
            if flow is None or any(word in _BETWEEN or word in ("of", "in", "by", "to") for word in self.words[last : flow.first]):
                continue
            group = self.nouns.group(first)
            subject = self.nouns.subject(group.first) if not group.passive else None
            if subject is not None and not any(subject.first <= each.first < subject.last for each in flows):
                claims.append(self._claim(flow, direction, subject.start, first, max(last, flow.last)))
        return claims

    def _compared(self, flows: list[Flow]) -> list[Claim]:
        """ "Deaths stand at 519, up from 437": a flow whose number is set against an earlier one."""
        claims: list[Claim] = []
        for at in range(len(self.words) - 2):
            if self.words[at] not in ("up", "down"):
                continue
            linked = self.words[at + 1] in ("from", "by", "on")
            after = self.words[at + 2] if linked else self.words[at + 1]
            if not linked and self.words[at + 2] not in ("per", "percent", "%"):
                continue
            if not (
                after[:1].isdigit()
                or after in self.passage.lexicon.numbers["units"]
                or after in ("a", "half", "about", "around", "some", "just", "only", "nearly")
            ):
                continue
            flow = next((each for each in reversed(flows) if each.last <= at and at - each.last <= 16), None)
            if flow is not None and not any(word in (";", ".") for word in self.words[flow.last : at]):
                claims.append(self._claim(flow, self.words[at], flow.first, at, at + 3))
        return claims

    def _against(self) -> list[Claim]:
        """ "The deaths of 27 persons, compared with 19 in 2013": a number of a fate set against that of another time."""
        if "compared" not in self.words and "against" not in self.words:
            return []
        for at in range(1, len(self.words) - 2):
            link = self.words[at : at + 2] in (("compared", "with"), ("compared", "to"), ("up", "against")) or self.words[at] == "against"
            first = at + (1 if self.words[at] == "against" else 2)
            if not link:
                continue
            then = next((each for each in self.passage.quantities if first <= each.first <= first + 1), None)
            now = next((each for each in reversed(self.passage.quantities) if at - 18 <= each.first and each.last <= at), None)
            timed = _TIMES & set(self.words[first : first + 8]) or any(
                first <= mention.first <= first + 8 for mention in self.passage.dates
            )
            if then is None or now is None or not timed or then.count.best is None or now.count.best is None:
                continue
            if then.count.best == now.count.best or then.count.unit != now.count.unit:
                continue
            deed = next((each for each in reversed(self.passage.triggers) if each.last <= at and abs(each.first - now.first) <= 10), None)
            if deed is None or deed.word.fate in ("destroyed", "remaining"):
                continue
            direction = "up" if now.count.best > then.count.best else "down"
            begin = min(deed.first, now.first)
            return [self._claim(Flow(deed.first, deed.last, deed.word.fate), direction, begin, at, then.last)]
        return []

    def _people(self) -> list[Claim]:
        """ "Fewer people leave", "they no longer join", "families stopped returning", "men deserted in ever greater numbers"."""
        claims: list[Claim] = []
        deeds = self._deeds() if not _ADVERBIAL.isdisjoint(self.words) or not self.trends.stopping.isdisjoint(self.words) else []
        if not deeds:
            return claims
        for first, last, direction in self.trends.adverbs.find(self.words):
            if self.words[first - 1 : first] == ("no",) or self.words[last : last + 1] in (("than",), ("only",)):
                continue
            deed = next((each for each in deeds if last <= each.first <= last + (2 if direction == "stopped" else 8)), None)
            if deed is None:
                continue
            if direction == "stopped":
                subject = self.nouns.subject(self.nouns.group(deed.first).first)
                begin = subject.start if subject is not None else first
                if subject is not None and self._several(subject.first, subject.last):
                    claims.append(self._claim(deed, direction, begin, deed.first, deed.last))
                continue
            phrase = next((each for each in self.passage.phrases if first <= each.first + 1 and each.first <= last and each.people), None)
            bare = phrase is None and deed.first <= last + 2
            if not bare and (
                phrase is None or deed.first < phrase.last or any(word[:1].isdigit() for word in self.words[phrase.first : phrase.last])
            ):
                continue
            if any(word in (",", ";", ".", "than") for word in self.words[phrase.last if phrase is not None else last : deed.first]):
                continue
            claims.append(self._claim(deed, direction, first, deed.first, deed.last))
        for at in range(1, len(self.words) - 1):
            if self.words[at] in self.trends.stopping:
                deed = next((each for each in deeds if each.first == at + 1 and self.words[at + 1].endswith("ing")), None)
                subject = self.nouns.subject(self.nouns.group(at).first) if deed is not None else None
                if deed is not None and subject is not None and self._several(subject.first, subject.last):
                    claims.append(self._claim(deed, "stopped", subject.start, at, deed.last))
        claims.extend([*self._not_any_more(deeds), *self._more_than(deeds)])
        for first, last, direction in self.trends.growing.find(self.words):
            deed = next((each for each in reversed(deeds) if each.last <= first <= each.last + 6), None)
            subject = self.nouns.subject(self.nouns.group(deed.first).first) if deed is not None else None
            if deed is not None and subject is not None and self._several(subject.first, subject.last):
                claims.append(self._claim(deed, direction, subject.start, deed.first, last))
        return claims

    def _more_than(self, deeds: list[Flow]) -> list[Claim]:
        """ "More women are detained each month", "more men deserted than in the year before": more without a number."""
        claims: list[Claim] = []
        for at, word in enumerate(self.words):
            phrase = (
                next((each for each in self.passage.phrases if at <= each.first <= at + 1 and each.people), None)
                if word == "more"
                else None
            )
            if phrase is None or any(each[:1].isdigit() for each in self.words[max(at - 1, 0) : phrase.last]) or self.words[at - 1] == "no":
                continue
            deed = next((each for each in deeds if phrase.last <= each.first <= phrase.last + 4), None)
            after = self.words[deed.last : deed.last + 8] if deed is not None else ()
            if deed is not None and (
                {"each", "every"} & set(after[:2]) or ("than" in after and {"in", "before", "last", "ever"} & set(after))
            ):
                claims.append(self._claim(deed, "up", at, deed.first, deed.last))
        return claims

    def _not_any_more(self, deeds: list[Flow]) -> list[Claim]:
        """ "Nobody deserts any more", "they do not return any longer"."""
        for at in range(1, len(self.words)):
            if self.words[at - 1 : at + 1] in (("any", "more"), ("any", "longer")) or self.words[at] == "anymore":
                deed = next((each for each in reversed(deeds) if each.last <= at <= each.last + 6), None)
                before = set(self.words[max(deed.first - 4, 0) : deed.first]) if deed is not None else set()
                if deed is not None and before & {"not", "n't", "nobody", "none", "no", "few", "hardly"}:
                    subject = self.nouns.subject(self.nouns.group(deed.first).first)
                    begin = subject.start if subject is not None else deed.first
                    return [self._claim(deed, "stopped", begin, deed.first, at + 1)]
        return []

    def _deeds(self) -> list[Flow]:
        """What people do or what befalls them, as verbs: fate words, and verbs of going and coming."""
        found = [
            self._of_trigger(index)
            for index, each in enumerate(self.passage.triggers)
            if each.word.frame in ("agent", "patient")
            and each.word.fate not in ("remaining", "destroyed")
            and self.words[each.first] not in self.passage.lexicon.beside["carrying"]
        ]
        taken = {flow.first for flow in found}
        moves = [Flow(first, last, fate) for first, last, fate in self.trends.moves.find(self.words) if first not in taken]
        return sorted([*found, *moves], key=lambda flow: flow.first)

    def _several(self, first: int, last: int) -> bool:
        return any(first <= phrase.first < last and phrase.plural and phrase.people is not False for phrase in self.passage.phrases)

    def _of_trigger(self, index: int) -> Flow:
        trigger = self.passage.triggers[index]
        phrase = next((edge.phrase for edge in self.passage.edges if edge.trigger is trigger), None)
        cohort = resolve_cohort(phrase, self.memory, []) if phrase is not None else None
        return Flow(trigger.first, trigger.last, trigger.word.fate, cohort)

    def _claim(self, flow: Flow, direction: str, begin: int, first: int, last: int) -> Claim:
        """A claim whose quote goes from `begin` to the end of the clause; the change is told by the words `first` to `last`."""
        end = max(clause_end(self.passage.sentence, last - 1), last)
        start = self._opening(begin)
        speaker = self.passage.speaker(first, self.memory)
        factuality = read_factuality(self.passage.sentence, first, last, self.passage.lexicon, speaker.cue if speaker else None)
        if factuality == "negated" and direction == "stopped":
            factuality = "reported" if speaker else "asserted"
        if factuality in ("asserted", "reported") and not _WISHED.isdisjoint(self.words[max(begin - 4, 0) : begin]):
            factuality = "planned"
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
        )

    def _opening(self, begin: int) -> int:
        """The first word of the clause's quote: a date that opens the sentence right before it belongs to it."""
        for mention in self.passage.dates:
            if mention.first <= 4 and mention.last <= begin <= mention.last + 1 and begin <= 8:
                between = self.words[mention.last : begin]
                if between in ((), (",",)) and self.words[0] in self.nouns.closed.prepositions:
                    return 0
        return begin


def _flow_of(sentence: Sentence) -> tuple[str, int] | None:
    """The last fate that a sentence speaks of by a noun, and its paragraph."""
    flows = load_trends().flows.find(sentence.words)
    return (flows[-1][2], sentence.paragraph) if flows else None


@cache
def _flow_signs() -> frozenset[str]:
    """Tokens of which one stands in every sentence that speaks of a fate by a noun."""
    return frozenset(tokens_of((word,))[0] for word in load_trends().flow_firsts)


_BECOMING = frozenset(["is", "are", "was", "were", "been", "became", "become", "becoming", "grew", "grown", "slowed", "remained", "remain"])
_ADVERBIAL = frozenset(["many", "hardly", "almost", "scarcely", "fewer", "longer", "more", "numbers", "number", "any", "less"])
_QUOTES = frozenset(['"', "“", "”", "''", "``"])
_BETWEEN = frozenset(
    [",", ";", ":", ".", "and", "but", "(", "who", "which", "when", "since", "as", "while", "if", "because", "that", "after", "before"]
)
_WISHED = frozenset(
    ["for", "demand", "demanded", "demands", "urge", "urged", "seek", "seeks", "want", "wants", "hope", "hopes", "call", "called"]
)
_TIMES = frozenset(["year", "month", "week", "quarter", "period", "months", "before", "earlier", "previous", "last"])
_DEGREES = frozenset(
    ["sharp", "steady", "marked", "steep", "significant", "slight", "dramatic", "recent", "large", "big", "further", "clear", "big"]
)
