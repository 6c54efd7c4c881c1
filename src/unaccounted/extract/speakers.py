"""Who says it: the speaker of a clause, from "according to X", "X said that", "..., X said", "by X's count", "(Ministry of X)".

In: a sentence and a fate word's place. Out: the speaker's name as printed and its role, or None for the report itself.
Nested speakers are read from the innermost; the default is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unaccounted.extract.calendars import load_calendar
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.source_roles import load_speaker_words, role_of_source, telling_role
from unaccounted.extract.words import split_phrase

__all__ = ["Speaker", "find_speaker", "role_of_source"]

_LONGEST = 12
_SAYING = frozenset(["say", "alleging", "denying"])
_BE = frozenset(["been", "was", "were", "is", "are", "be", "being"])
_NOT_SAYING = frozenset(["responsibility", "credit", "victory", "asylum", "lives", "life"])

_RUNS_ON = frozenset([("of", "these"), ("of", "them"), ("of", "whom"), ("of", "those"), ("among", "them")])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a clause: the name as printed, the role, the cue's class, and whether it is a pronoun for the last speaker."""

    name: str
    role: str
    cue: str
    pronoun: bool = False


Cue = tuple[int, int, str]


def find_speaker(sentence: Sentence, text: str, at: int, lexicon: Lexicon) -> Speaker | None:
    """The speaker of the clause that holds the word `at`; None where the report itself speaks."""
    return SpeakerFinder(sentence, text, lexicon).find(at)


class SpeakerFinder:
    """Looks for the speaker of a clause of one sentence."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.words, self.text, self.lexicon = sentence, sentence.words, text, lexicon
        self.known = load_speaker_words()
        self.cues: list[Cue] = lexicon.cues.find(sentence.words)
        self.verbs = {cue[0] for cue in self.cues if cue[2] in _SAYING and self._is_verb(cue[0], cue[1])}

    def find(self, at: int) -> Speaker | None:
        """The speaker of the clause that holds a word: cited, before it, set into it, after it, in brackets."""
        return self._according(at) or self._by_count(at) or self._before(at) or self._inserted(at) or self._after(at) or self._bracketed(at)

    def resumes(self, at: int) -> bool:
        """Whether a passive of saying without a speaker goes on with the last one: "losses were given as 4 dead"."""
        return any(
            self.words[each : each + 3] in _resumed() and "by" not in self.words[each + 3 :]
            for each in range(max(at - 12, 0), len(self.words) - 2)
        )

    def _sayings(self) -> Iterator[Cue]:
        for cue in self.cues:
            if cue[0] in self.verbs or (cue[2] == "having" and self._has_number(cue[0])):
                yield cue

    def _before(self, at: int) -> Speaker | None:
        """ "X said that they were killed"; of several the nearest."""
        for first, last, kind in reversed([cue for cue in self._sayings() if cue[1] <= at]):
            if kind == "having" or self._reports(last, at):
                stop = self._before_brackets(first)
                start = self._name_start(stop)
                if start > 0 and self.words[start - 1] in ("what", "as"):
                    continue
                found = self._name(start, stop, kind) or self._apposed(first, kind)
                if found is None and self._inverted(last, at):
                    found = self._name(last, self._name_stop(last), kind)
                if found is not None:
                    return found
        return None

    def _inverted(self, last: int, at: int) -> bool:
        """ "Said the mayor: ..."."""
        return last == 1 and ":" in self.words[last:at]

    def _inserted(self, at: int) -> Speaker | None:
        """ "The plague, Bassi says, killed half of them"."""
        for first, last, kind in self._sayings():
            if last > at or last >= len(self.words) or self.words[last] not in (",", "–", "—"):
                continue
            start = self._name_start(first)
            if start > 0 and self.words[start - 1] in (",", "–", "—") and start < first and not self._parted(last, at):
                found = self._name(start, first, kind)
                if found is not None:
                    return found
        return None

    def _after(self, at: int) -> Speaker | None:
        """ "..., X said", "..., said X", "they were killed", X told reporters."""
        for first, last, kind in [cue for cue in self._sayings() if cue[0] > at]:
            if self.words[last : last + 1] == ("that",):
                continue  # it introduces a clause of its own
            comma = max((each for each in range(at, first) if self.words[each] in (",", "”", '"', "''", "–", "—")), default=None)
            if comma is None or first - comma > _LONGEST or self._parted(at, first):
                continue
            found = self._name(comma + 1, first, kind)
            if found is None and first == comma + 1 and not self._is_thing(last):
                found = self._name(last, self._name_stop(last), kind) or self._apposed(first, kind, at)
            if found is not None:
                return found
        return None

    def _is_thing(self, at: int) -> bool:
        """Whether a verb of saying has a thing as its object, and no speaker behind it: "..., wrote a diary"."""
        if self.words[at : at + 1] not in (("a",), ("an",)):
            return False
        return not any(self.lexicon.people.match(self.words, ahead) for ahead in range(at + 1, min(at + 4, len(self.words))))

    def _apposed(self, first: int, kind: str, after: int = -1) -> Speaker | None:
        """A speaker with an apposition or a relative clause before the verb: "the mayor, Y, said", "X, who was there, said"."""
        if first < 3 or self.words[first - 1] != ",":
            return None
        inner = self._segment(first - 1, after)
        outer = self._segment(inner - 1, after) if inner > 0 and self.words[inner - 1] == "," else None
        if inner >= first - 1 or outer is None or outer >= inner - 1:
            return None
        determined = load_closed().determiners
        if self.words[inner] in ("who", "whose", "which"):
            return self._name(outer, inner - 1, kind)
        if self.words[outer] in determined and self.sentence.forms[inner][:1].isupper():
            return self._name(inner, first - 1, kind, (outer, inner - 1))
        return self._name(outer, inner - 1, kind, (inner, first - 1))

    def _segment(self, last: int, after: int) -> int:
        """Where the words between two commas begin."""
        start = last
        while start > after + 1 and last - start < _LONGEST and self.words[start - 1] not in (",", ";", ":", ".", ")", '"', "”", "''"):
            start -= 1
        return start

    def _before_brackets(self, first: int) -> int:
        """Where a name ends that has brackets between it and its verb: "the report (page 7) finds"."""
        if first > 1 and self.words[first - 1] in (")", "]"):
            for at in range(first - 2, max(first - 10, 0), -1):
                if self.words[at] in ("(", "["):
                    return at
        return first

    def _name_start(self, first: int) -> int:
        start = first
        while start > 0 and first - start < _LONGEST and not self._ends_name(start - 1):
            start -= 1
        return start

    def _ends_name(self, at: int) -> bool:
        word = self.words[at]
        if word == "and":
            after = self.words[at + 1] if at + 1 < len(self.words) else ""
            return not (after in self.known["joined"] or self.lexicon.source_roles.get(after) is not None)
        if word in self.known["name_ends"] or self._is_quote(at) or at in self.verbs:
            return True
        return self._is_date(at)

    def _name_stop(self, first: int) -> int:
        stop = first
        while (
            stop < len(self.words)
            and stop - first < _LONGEST
            and self.words[stop] not in ("in", "on", "after", "at", "when")
            and not self._stops(stop)
        ):
            stop += 1
        return stop

    def _stops(self, at: int) -> bool:
        word = self.words[at]
        if word == "and":
            return not (
                at + 1 < len(self.words) and (self.words[at + 1] in self.known["joined"] or self.sentence.forms[at + 1][:1].isupper())
            )
        return word in self.known["name_stops"] or self._is_quote(at)

    def _is_quote(self, at: int) -> bool:
        """Whether a mark opens or closes speech, and is not the end of a possessive: "a teachers' union"."""
        if self.words[at] not in self.known["quotes"]:
            return False
        return not (
            at > 0 and self.words[at] == "'" and self.words[at - 1].endswith("s") and self.sentence.ends[at - 1] == self.sentence.starts[at]
        )

    def _is_verb(self, first: int, last: int) -> bool:
        """Whether a word of saying is one here, and not part of a name ("United States") or of "claimed responsibility"."""
        after = self.words[last] if last < len(self.words) else ""
        before = self.words[first - 1] if first > 0 else ""
        if before in _BE and last - first == 1:
            return False
        if before in load_closed().determiners or self.words[last - 1] == "saying":
            return last - first > 1  # "by his count", "the report"; but "was quoted as saying"
        cue = self.lexicon.cues.match(self.words, last) if last < len(self.words) else None
        if self.words[first] in self.known["nouns"] and (after in ("(", "of", "from", "has", "had", "on") or (cue and cue[1] in _SAYING)):
            return False  # "the forensic report (page 7) finds"
        named = self.sentence.forms[first][:1].isupper() and not self.sentence.shouts and first > 0
        return not named and not (self.sentence.shouts and before == "united") and after not in _NOT_SAYING

    def _has_number(self, at: int) -> bool:
        """Whether a person's name has a number for the event: "Rose has 400,000 men cross"; a country or army that has men says nothing."""
        words, forms, lexicon = self.words, self.sentence.forms, self.lexicon
        if at == 0 or at + 1 >= len(words) or not forms[at - 1][:1].isupper() or self.sentence.shouts:
            return False
        numbered = (
            words[at + 1][:1].isdigit() or lexicon.bounds.match(words, at + 1) is not None or words[at + 1] in lexicon.numbers["units"]
        )
        if words[at - 1] in lexicon.source_roles or words[at - 1] in lexicon.group_suffixes:
            return False
        return numbered and lexicon.demonyms.match(words, at - 1) is None and lexicon.groups.match(words, at - 1) is None

    def _reports(self, last: int, at: int) -> bool:
        """Whether a verb of saying takes the clause at `at` as what is said."""
        words = self.words
        if self._parted(last, at):
            return False
        verb = words[last - 1]
        stop = self._past_gap(last, at)
        after = words[stop] if stop < len(words) else ""
        that = words.index("that", last, at + 1) if "that" in words[last : at + 1] else None
        if that is not None and (that - last < 4 or that <= stop + 1 or (words[last] == "," and words[that - 1] == ",")):
            return True
        if after == "that" or words[last : last + 1] == (":",) or after in (":", "“", '"'):
            return True
        near = at - last <= 12 or any(words[each] == ";" for each in range(last, at))  # "; of these, 158"
        if verb in self.known["giving"] and near and self._opens_count(last):
            return True
        if stop > last and after not in (",", ".", ";", "and", "to", "as", "of", "with", "for", "by") and verb not in self.known["giving"]:
            return True
        return (
            after not in ("by", "to", "in", "on", "as", "of", "with", "for", "from", ".", ",", "and", "at", "about")
            and verb not in self.known["giving"]
        )

    def _opens_count(self, last: int) -> bool:
        word = self.words[last] if last < len(self.words) else ""
        return (
            word[:1].isdigit()
            or word in ("the", "about", "some", "only", "around", "at", "no", "its", "their", "his", "a", "an", "nearly", "more", "over")
            or word in self.lexicon.numbers["units"]
            or word in self.lexicon.numbers["tens"]
            or self.lexicon.bounds.begins(word)
        )

    def _past_gap(self, at: int, stop: int) -> int:
        """Past "in a statement on Sunday" after a verb of saying."""
        calendar = load_calendar()
        first = at
        while at < stop and at - first < 10:
            word = self.words[at]
            if not (word in self.known["gap"] or word in calendar.weekdays or word in calendar.months or (word.isdigit() and at > first)):
                break
            at += 1
        return at if at > first and self.words[at - 1] not in ("the", "a", "an", "by", "from", "at") else first

    def _parted(self, first: int, last: int) -> bool:
        """Whether a semicolon keeps two words apart; after "; of these" the speech runs on."""
        return any(self.words[at] == ";" and self.words[at + 1 : at + 3] not in _RUNS_ON for at in range(first, last))

    def _is_date(self, at: int) -> bool:
        word, calendar = self.words[at], load_calendar()
        if word.isdigit():
            return not (at > 0 and self.words[at - 1] == "-")  # "Witness K-31"
        return (word in calendar.months and self.sentence.forms[at][:1].isupper()) or word in calendar.weekdays

    def _according(self, at: int) -> Speaker | None:
        acknowledged: Speaker | None = None
        for _, last, kind in self.cues:
            if kind not in ("according", "acknowledged"):
                continue
            found = self._name(last, self._cited_stop(last), "say")
            if found is None or self._parted(min(at, last), max(at, last)):
                continue
            if kind == "acknowledged":
                acknowledged = found
            else:
                return acknowledged or (self._acknowledged_after(at) if found.role == "unnamed" else None) or found
        return acknowledged

    def _cited_stop(self, first: int) -> int:
        stop = first
        while stop < len(self.words) and stop - first < _LONGEST and not self._stops(stop):
            stop += 1
        return stop

    def _acknowledged_after(self, at: int) -> Speaker | None:
        """A named authority that the sentence says stands by the number, which tells more than "different sources"."""
        for _, last, kind in self.cues:
            if kind == "acknowledged" and last > at:
                return self._name(last, self._cited_stop(last), "say")
        return None

    def _by_count(self, at: int) -> Speaker | None:
        """ "by X's count", "X's figures give 300 dead"."""
        for owner in range(1, len(self.words) - 1):
            if self.words[owner] not in ("'s", "'") or self.words[owner + 1] not in self.known["reckonings"]:
                continue
            start = self._name_start(owner)
            by = next((each for each in range(owner - 1, start - 1, -1) if self.words[each] in ("by", "in", "on")), None)
            verb = self.lexicon.cues.match(self.words, owner + 2) if owner + 2 < len(self.words) else None
            silent = by is None and (verb is None or verb[1] not in _SAYING)
            if silent or self._parted(min(owner, at), max(owner, at)):
                continue
            found = self._name(start if by is None else by + 1, owner, "say")
            if found is not None:
                return found
        return None

    def _bracketed(self, at: int) -> Speaker | None:
        """A source in brackets after a statement: "43 dead (Ministry of Health)"."""
        for opened in range(at + 1, min(at + 14, len(self.words) - 2)):
            if self.words[opened] in (";", "."):
                return None
            if self.words[opened] not in ("(", "["):
                continue
            last = next((each for each in range(opened + 1, min(opened + 9, len(self.words))) if self.words[each] in (")", "]")), None)
            if last is None:
                continue
            first = opened + 1 + (self.words[opened + 1] in ("source", "sources")) + (self.words[opened + 2] == ":")
            inside = self.words[first:last]
            if not inside or any(word[:1].isdigit() for word in inside) or not self.sentence.forms[first][:1].isupper():
                continue
            named = self.sentence.forms[opened - 1][:1].isupper() and not self.sentence.shouts  # an acronym or office after a name
            if not named and telling_role(inside, self.lexicon) not in (None, "unnamed", "witness"):
                return self._name(first, last, "say")
        return None

    def _name(self, first: int, last: int, kind: str, apposed: tuple[int, int] | None = None) -> Speaker | None:
        cue = "alleging" if kind == "alleging" else "say"
        closed, words = load_closed(), self.words
        quotes = self.known["quotes"]
        while first < last and (words[first] in closed.adverbs or words[first] in quotes or words[first] in ("in", "for", "'s", "–", "—")):
            first += 1
        while last > first and (
            (closed.is_adverb(words[last - 1]) and last - first > 1)
            or words[last - 1] in closed.auxiliaries
            or words[last - 1] in quotes
            or words[last - 1] in ("has", "had")
        ):
            last -= 1
        if last - first > 1 and words[last - 1] == "'s":
            last -= 1
        if last <= first or last - first > _LONGEST or words[first] in self.known["against"] or words[first] == "by":
            return None
        again = [
            at
            for at in range(first + 1, last - 1)
            if words[at] in ("the", "a", "an") and not closed.stops(words[at - 1]) and words[at - 1] not in ("all", "both", "half", "on")
        ]
        first = again[-1] if again else first  # "in the third quarter the administration recorded"
        brackets = [at for at in range(first, last) if words[at] in ("]", ")", "--")]
        first = brackets[-1] + 1 if brackets else first
        if last <= first or (last - first == 1 and words[first] in self.known["writers"]):
            return None
        if last - first == 1 and words[first] in self.known["pronouns"]:
            return Speaker(self.sentence.forms[first], "unnamed", cue, True)
        named = words[first:last]
        if not any(word[:1].isalpha() for word in named) or all(
            word in closed.auxiliaries or word in closed.prepositions for word in named
        ):
            return None
        name = " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last - 1]].split())
        told = telling_role(named, self.lexicon)
        if told in (None, "unnamed") and apposed is not None:
            told = telling_role(words[slice(*apposed)], self.lexicon) or told
        role = told if told not in (None, "unnamed") else role_of_source(name, self.lexicon, self.text, self.sentence.shouts)
        capital = any(form[:1].isupper() for form in self.sentence.forms[first:last]) and not (self.sentence.shouts and told is None)
        if told is None and not capital and not self.sentence.shouts:
            return None
        return Speaker(name, role or "unnamed", cue)


def _resumed() -> frozenset[tuple[str, ...]]:
    return frozenset(split_phrase(phrase) for phrase in load_speaker_words()["resumed_passives"])
