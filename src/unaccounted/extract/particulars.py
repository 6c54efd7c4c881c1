"""What is told beside one person's fate: by whom, why, for how long, with which group, how far the case has come, in what office.

In: a passage and a fate word. Out: the fields of a claim, each as printed or None.
"""

from __future__ import annotations

from unaccounted.extract.closed import load_closed
from unaccounted.extract.mentions import Mention
from unaccounted.extract.names import OPEN
from unaccounted.extract.naming import AGENTS, load_naming
from unaccounted.extract.numbers import read_number
from unaccounted.extract.passage import Passage
from unaccounted.extract.personal import load_personal
from unaccounted.extract.triggers import Trigger
from unaccounted.extract.verbs import load_verbs

_ACTOR_LONGEST, _TO_ACTOR, _ROLE_LONGEST, _REASON_LONGEST = 6, 8, 7, 14
_OF = frozenset(["of", "for", "the", "a", "an", "from", "his", "her", "its", "their"])
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "'s"])
_RUNGS = ("acquitted", "convicted", "charged", "detained", "alleged")


class Particulars:
    """Reads what one passage tells beside fates of persons."""

    def __init__(self, passage: Passage) -> None:
        self.passage, self.words, self.forms = passage, passage.sentence.words, passage.sentence.forms
        self.lexicon, self.closed, self.personal, self.naming = passage.lexicon, load_closed(), load_personal(), load_naming()

    def duration(self, at: int) -> float | None:
        """A term told within a few words, in months: "three years", "24 years' imprisonment"."""
        for start in range(at, min(at + 6, len(self.words))):
            number = read_number(self.passage.sentence, start, self.lexicon)
            if number is not None and number[0] < len(self.words):
                unit = self.words[number[0] + (self.words[number[0]] == "-" and number[0] + 1 < len(self.words))]
                if unit in self.personal.months:
                    return round(number[1] * self.personal.months[unit], 2)
        return None

    def group(self, first: int, last: int) -> str | None:
        """The first known group named between two words."""
        found = self.lexicon.groups.find(self.words, first, last)
        return found[0][2] if found else None

    def actor(self, trigger: Trigger, last: int) -> str | None:
        """Who did it: the words after "by", or the people of "in an American airstrike"."""
        reach = min(last, trigger.last + _TO_ACTOR) if trigger.word.frame == "event" else last
        for at in range(trigger.last, reach):
            if self.words[at] == "by" and at + 1 < last and trigger.word.frame != "agent":
                stop = at + 1
                while (
                    stop < last
                    and stop - at <= _ACTOR_LONGEST
                    and self.words[stop]
                    not in (
                        "(",
                        ",",
                        "in",
                        "at",
                        "on",
                        "and",
                        "during",
                        "for",
                        "who",
                        "as",
                        "when",
                        "while",
                        "after",
                        "before",
                        "which",
                        "because",
                        "that",
                        "[",
                    )
                ):
                    stop += 1
                first = at + 1
                told = stop > first and not self.words[first].isdigit() and not self.words[first].endswith("ing")
                while stop > first and (
                    self.words[stop - 1] in self.closed.prepositions or self.words[stop - 1] in self.closed.determiners
                ):
                    stop -= 1
                told = told and stop > first and self.words[first] not in self.lexicon.dates["months"]
                return self.passage.words(first, stop) if told else None
            if self.words[at] == "in" and trigger.word.fate in ("killed", "wounded", "died"):
                found = self.lexicon.demonyms.find(self.words, at + 1, min(at + 4, last))
                after = found[0][1] if found else last
                if found and after < last and self.words[after] in self.lexicon.beside["violent"]:
                    return found[0][2].name
        return None

    def reason(self, trigger: Trigger, fate: str, last: int) -> str | None:
        """Why: the words after "for", "on charges of", "died of"; times and places are no reasons."""
        for at in range(trigger.last - 1, last - 1):
            match = self.personal.reason.match(self.words, at)
            own = at == trigger.last - 1 and match is not None and match[0] - at < 2 and trigger.last - trigger.first < 2
            if match is None or match[0] >= last or own:
                continue
            end, phrase = match
            if phrase in ("of", "with", "from") and (
                fate not in self.personal.reason_of
                or (phrase == "from" and not fate.startswith("died"))
                or at > trigger.last + (8 if phrase == "with" and fate == "tried" else 4 if fate.startswith("died") else 1)
                or "," in self.words[trigger.last : at]
                or trigger.word.frame not in ("agent", "patient")
            ):
                continue
            if phrase in ("for", "over", "of", "with", "from") and self._no_reason(end, last):
                continue
            if phrase == "with" and self.words[at - 1] in ("along", "together"):
                continue
            if phrase in ("for", "over") and (
                at > trigger.last + 8
                or "," in self.words[trigger.last : at]
                or self.words[at - 1] in self.personal.takes_for
                or self._other_verb(trigger.last, at)
            ):
                continue
            stop = min(last, end + _REASON_LONGEST)
            ends = [each for each in range(end + 1, stop) if fate.startswith("died") and self.words[each] in self.closed.prepositions]
            ends += [each for each in range(end + 1, stop - 1) if self.words[each] == "and" and self._verbal(each + 1)]
            ends += [each.first for each in self.passage.dates if end < each.first < stop]
            ends += [each for each in range(end + 1, stop) if self.words[each] == "aboard"]
            stop = min([*ends, stop])
            while stop > end + 1 and self.words[stop - 1] in self.closed.prepositions:
                stop -= 1
            return self.passage.words(end, stop)
        return None

    def _other_verb(self, first: int, last: int) -> bool:
        """Whether another verb stands between a fate word and "for", which then goes with that verb."""
        return any(load_verbs().is_verb(self.words, at) for at in range(first, last))

    def _verbal(self, at: int) -> bool:
        return (
            self.words[at] in self.closed.auxiliaries
            or load_verbs().is_verb(self.words, at)
            or self.lexicon.fates.match(self.words, at) is not None
        )

    def _no_reason(self, at: int, last: int) -> bool:
        """Whether a time, a term or an amount follows: "for ten days", "over the weekend"."""
        if self.words[at] in ("the", "a", "an", "about", "at") and at + 1 < last:
            at += 1
        if read_number(self.passage.sentence, at, self.lexicon) is not None or self.words[at][:1].isdigit():
            return True
        return self.words[at] in self.personal.no_reason

    def status(self, trigger: Trigger, fate: str, last: int) -> str | None:
        """How far the case has come: the highest rung told by the fate word itself, never one above it."""
        found = {meaning for _, _, meaning in self.personal.status.find(self.words, trigger.first, trigger.last)}
        if fate == "imprisoned" and self.words[trigger.first] in (
            "sentence",
            "sentenced",
            "sentences",
            "condemned",
            "serve",
            "served",
            "serving",
        ):
            found.add("convicted")
        if fate == "imprisoned" and self.duration(trigger.last) is not None:
            found.add("convicted")
        if fate == "tried" and trigger.word.form is None and not found:
            return None
        return next((rung for rung in _RUNGS if rung in found), {"detained": "detained", "imprisoned": "detained"}.get(fate))

    def role(self, mention: Mention) -> str | None:
        """Office or trade: the title, the noun before the name, or an apposition before or after it."""
        return self._before(mention) or (mention.title if self._office(mention) else None) or self._after(mention)

    def _before(self, mention: Mention) -> str | None:
        """ "The second mate, A", "nurse A", "a teacher from Kirkuk, A", "the editor of the paper, A"."""
        at = mention.begins
        if at and self.words[at - 1] in OPEN:
            at -= 1
        if at and self.words[at - 1] == ",":
            return self._apposed(mention, at - 1)
        first = at
        while first > 0 and at - first < _ROLE_LONGEST and self._of_role(first - 1):
            first -= 1
        while first < at and not self._role_noun(first, at):
            first += 1
        if first == at or self._counted(first):
            return None
        return self.passage.words(first, mention.first if self._office(mention) else at)

    def _apposed(self, mention: Mention, end: int) -> str | None:
        first = end
        while first > 0 and end - first < 2 * _ROLE_LONGEST and (self._of_role(first - 1) or self.words[first - 1] in _OF):
            first -= 1
        while first < end and self.words[first] in ("of", "for", "from"):
            first += 1
        if first == end or not (self.words[first] in _DETERMINERS or (first and self.words[first - 1] in _DETERMINERS)):
            return None
        first += self.words[first] in _DETERMINERS
        noun = next((each for each in range(first, end) if self.words[each] in ("of", "for", "from")), end)
        if (
            first == noun
            or self._counted(first)
            or not (self._agent(noun) or any(self._role_noun(each, noun) for each in range(first, noun)))
        ):
            return None
        return self.passage.words(first, mention.first if self._office(mention) else end)

    def _office(self, mention: Mention) -> bool:
        """Whether a title is an office or trade."""
        return mention.title is not None and not all(word.rstrip(".") in self.naming.courtesy for word in mention.title.lower().split())

    def _counted(self, at: int) -> bool:
        return self.words[at] in self.lexicon.numbers["units"] or self.words[at].isdigit()

    def _agent(self, end: int) -> bool:
        """Whether the word before a place has the ending of a noun for people, in an apposition: "a boxer", "the founder"."""
        word = self.words[end - 1]
        return word.endswith(AGENTS) and len(word) > 4 and self.lexicon.demonyms.match(self.words, end - 1) is None

    def _after(self, mention: Mention) -> str | None:
        """ "A, a student who ...", "A, 34, the mayor of B,", "A, leader of the C"."""
        at = max(mention.last, mention.told_by)
        if self.words[at : at + 1] != (",",):
            at = mention.last
        if self.words[at : at + 1] != (",",):
            return None
        at += 1
        if at + 1 < len(self.words) and self.words[at].isdigit() and self.words[at + 1] == ",":
            at += 2
        determined = self.words[at : at + 1] in (("a",), ("an",), ("the",))
        while at < len(self.words) and self.words[at] in ("a", "an", "the", "its", "his", "her", "then", "former"):
            at += 1
        end = at
        while end < len(self.words) and end - at < _ROLE_LONGEST and self._of_role(end):
            end += 1
        if not (determined and end > at and self._agent(end)) and not any(self._role_noun(each, end) for each in range(at, end)):
            return None
        if self.words[end : end + 1] == ("of",):
            more = end + 1 + (self.words[end + 1 : end + 2] == ("the",))
            while more < len(self.words) and more - end < 7 and self.forms[more][:1].isupper() and not self.passage.sentence.shouts:
                more += 1
            end = more if more > end + 2 else end
        return self.passage.words(at, end)

    def _of_role(self, at: int) -> bool:
        word = self.words[at]
        return word[:1].isalpha() and not (
            word in self.closed.determiners
            or word in self.closed.prepositions
            or word in self.closed.conjunctions
            or word in self.closed.auxiliaries
            or word in self.closed.relatives
            or word in self.closed.pronouns
            or self.closed.is_adverb(word)
            or (self.lexicon.fates.match(self.words, at) is not None and not self._role_noun(at, at + 1))
            or self.personal.fates.match(self.words, at) is not None
            or word in ("said", "told", "says", "that", "named", "called", "identified", "known", "alias")
        )

    def _role_noun(self, at: int, end: int) -> bool:
        match = self.lexicon.people.match(self.words, at)
        told = match is not None and match[0] <= end and match[1].role is not None
        return told or (self.words[at].rstrip(".") in self.naming.titles and at < end)
