"""Who says it: the speaker of a clause, from "according to X", "X said that", "..., X said", "by X's count", "(Ministry of X)".

In: a sentence and a fate word's place. Out: the speaker's name as printed and its role, or None for the report itself.
Nested speakers are read from the innermost; the default is not decided here.
"""

from __future__ import annotations

from functools import cache

from unaccounted.extract.asked_once import asked_once
from unaccounted.extract.calendars import load_calendar
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.source_roles import load_speaker_words, telling_role
from unaccounted.extract.speaker_names import LONGEST, SAYING, Cue, Speaker, SpeakerNames
from unaccounted.extract.words import split_phrase

_REACH, _NEAREST = 100, 8
"""Words, and words of saying, between a clause and the one who says it."""

_RUNS_ON = frozenset([("of", "these"), ("of", "them"), ("of", "whom"), ("of", "those"), ("among", "them")])


def find_speaker(sentence: Sentence, text: str, at: int, lexicon: Lexicon) -> Speaker | None:
    """The speaker of the clause that holds the word `at`; None where the report itself speaks."""
    return SpeakerFinder(sentence, text, lexicon).find(at)


class SpeakerFinder:
    """Looks for the speaker of a clause of one sentence."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.words, self.lexicon = sentence, sentence.words, lexicon
        self.known = load_speaker_words()
        self.names = SpeakerNames(sentence, text, lexicon)

    def find(self, at: int) -> Speaker | None:
        """The speaker of the clause that holds a word: cited, before it, set into it, after it, in brackets."""
        for look in (self._according, self._by_count, self._before, self._inserted, self._after, self._by_agent, self._bracketed):
            found = look(at)
            if found is not None:
                return found
        return None

    def any(self) -> Speaker | None:
        """Whoever speaks last in the sentence, whatever he says."""
        for first, last, kind in reversed(self._sayings):
            found = self.names.read(self.names.start(first), first, kind) or self._apposed(first, kind)
            found = found or self.names.read(last, self.names.stop(last), kind)
            if found is not None:
                return found
        return None

    def resumes(self, at: int) -> bool:
        """Whether a passive of saying without a speaker goes on with the last one: "losses were given as 4 dead"."""
        return any(
            self.words[each : each + 3] in _resumed() and "by" not in self.words[each + 3 :]
            for each in range(max(at - 12, 0), min(at + _REACH, len(self.words) - 2))
        )

    @asked_once
    def _sayings(self) -> list[Cue]:
        return [cue for cue in self.names.cues if cue[0] in self.names.verbs or (cue[2] == "having" and self._has_number(cue[0]))]

    def _said_before(self, at: int) -> list[Cue]:
        """The words of saying before a word, the nearest first, as far as speech reaches."""
        return [cue for cue in reversed(self._sayings) if cue[1] <= at and at - cue[1] <= _REACH][:_NEAREST]

    def _said_after(self, at: int) -> list[Cue]:
        return [cue for cue in self._sayings if at < cue[0] <= at + _REACH][:_NEAREST]

    def _before(self, at: int) -> Speaker | None:
        """ "X said that they were killed"; of several the nearest."""
        for first, last, kind in self._said_before(at):
            if kind == "having" or self._reports(last, at):
                stop = self.names.before_brackets(self.names.before_time(first))
                start = self.names.start(stop)
                if start > 0 and self.words[start - 1] in ("what", "as"):
                    continue
                found = self.names.read(start, stop, kind) or self._apposed(self.names.before_time(first), kind)
                if found is None and self._inverted(last, at):
                    found = self.names.read(last, self.names.stop(last), kind)
                if found is None and self.words[first - 1 : first] == ("and",):
                    found = self._subject(first, kind)
                if found is not None:
                    return found
        return None

    def _subject(self, first: int, kind: str) -> Speaker | None:
        """The subject that opens a sentence, of a verb joined to an earlier one: "The authorities deny it and put the dead at three"."""
        for last in range(1, min(5, first)):
            if telling_role(self.words[:last], self.lexicon) not in (None, "unnamed"):
                return self.names.read(0, last, kind)
        return None

    def _inverted(self, last: int, at: int) -> bool:
        """ "Said the mayor: ..."."""
        return last == 1 and ":" in self.words[last:at]

    def _inserted(self, at: int) -> Speaker | None:
        """ "The plague, Bassi says, killed half of them"."""
        for first, last, kind in self._said_before(at):
            if self.words[last] not in (",", "–", "—"):
                continue
            start = self.names.start(first)
            if start > 0 and self.words[start - 1] in (",", "–", "—") and start < first and not self._parted(last, at):
                found = self.names.read(start, first, kind)
                if found is not None:
                    return found
        return None

    def _after(self, at: int) -> Speaker | None:
        """ "..., X said", "..., said X", "they were killed", X told reporters."""
        for first, last, kind in self._said_after(at):
            if self.words[last : last + 1] == ("that",):
                continue  # it introduces a clause of its own
            comma = max((each for each in range(at, first) if self.words[each] in (",", "”", '"', "''", "–", "—")), default=None)
            if comma is None or first - comma > LONGEST or self._parted(at, first):
                continue
            found = self.names.read(comma + 1, self.names.before_time(first), kind)
            if found is None and first == comma + 1 and not self._is_thing(last):
                found = self.names.read(last, self.names.stop(last), kind) or self._apposed(first, kind, at)
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
        while first > 0 and load_closed().is_adverb(self.words[first - 1]):
            first -= 1  # "the senator, who was there, today reported that"
        if first < 3 or self.words[first - 1] != ",":
            return None
        inner = self._segment(first - 1, after)
        outer = self._segment(inner - 1, after) if inner > 0 and self.words[inner - 1] == "," else None
        if inner >= first - 1 or outer is None or outer >= inner - 1:
            return None
        determined = load_closed().determiners
        if self.words[inner] in ("who", "whose", "which"):
            return self.names.read(outer, inner - 1, kind)
        if self.words[outer] in determined and self.sentence.forms[inner][:1].isupper():
            return self.names.read(inner, first - 1, kind, (outer, inner - 1))
        return self.names.read(outer, inner - 1, kind, (inner, first - 1))

    def _segment(self, last: int, after: int) -> int:
        """Where the words between two commas begin."""
        start = last
        while start > after + 1 and last - start < LONGEST and self.words[start - 1] not in (",", ";", ":", ".", ")", '"', "”", "''"):
            start -= 1
        return start

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
        if any(words[each : each + 2] == ("and", "that") for each in range(last, at)):
            return True  # "confirmed heavy fighting and that several people were killed"
        if after == "that" or words[last : last + 1] == (":",) or after in (":", "“", '"'):
            return True
        if verb in self.known["giving"] and ":" in words[last : min(last + 6, at)]:
            return True  # "gave this note: ..."
        near = at - last <= 12 or any(words[each] == ";" for each in range(last, at))  # "; of these, 158"
        if verb in self.known["giving"] and near and (self._opens_count(last) or self._opens_count(stop)):
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
        if at - first > 1 and self.words[at - 1] in ("the", "a", "an") and self.names.before_time(at - 1) < at - 1:
            return at - 1  # "announced yesterday the death of four men"
        return at if at > first and self.words[at - 1] not in ("the", "a", "an", "by", "from", "at") else first

    def _parted(self, first: int, last: int) -> bool:
        """Whether a semicolon keeps two words apart; after "; of these" the speech runs on."""
        return any(self.words[at] == ";" and self.words[at + 1 : at + 3] not in _RUNS_ON for at in range(first, last))

    def _according(self, at: int) -> Speaker | None:
        acknowledged: Speaker | None = None
        for _, last, kind in self.names.cues:
            if kind not in ("according", "acknowledged") or abs(last - at) > _REACH:
                continue
            found = self.names.read(last, self.names.cited_stop(last), "say", cited=True)
            if found is None or self._parted(min(at, last), max(at, last)):
                continue
            if kind == "acknowledged":
                acknowledged = found
            else:
                return acknowledged or (self._acknowledged_after(at) if found.role == "unnamed" else None) or found
        return acknowledged

    def _acknowledged_after(self, at: int) -> Speaker | None:
        """A named authority that the sentence says stands by the number, which tells more than "different sources"."""
        for _, last, kind in self.names.cues:
            if kind == "acknowledged" and last > at:
                return self.names.read(last, self.names.cited_stop(last), "say")
        return None

    def _by_count(self, at: int) -> Speaker | None:
        """ "by X's count", "X's figures give 300 dead"."""
        for owner in range(max(at - _REACH, 1), min(at + _REACH, len(self.words) - 1)):
            if self.words[owner] not in ("'s", "'") or self.words[owner + 1] not in self.known["reckonings"]:
                continue
            start = self.names.start(owner)
            by = next((each for each in range(owner - 1, start - 1, -1) if self.words[each] in ("by", "in", "on")), None)
            verb = self.lexicon.cues.match(self.words, owner + 2) if owner + 2 < len(self.words) else None
            silent = by is None and (verb is None or verb[1] not in SAYING)
            if silent or self._parted(min(owner, at), max(owner, at)):
                continue
            found = self.names.read(start if by is None else by + 1, owner, "say")
            if found is not None:
                return found
        return None

    def _by_agent(self, at: int) -> Speaker | None:
        """ "12 deaths were reported by the hospital"."""
        for by in range(max(at - 12, 1), min(at + 12, len(self.words) - 1)):
            if self.words[by] != "by" or self.words[by - 1] not in self.known["said_by"] or self._parted(min(by, at), max(by, at)):
                continue
            if self.words[by - 1] == "claimed" and self.known["reckonings"].isdisjoint(self.words[max(by - 4, 0) : by - 1]):
                continue  # "a bombing claimed by the league": the deed, and not the number
            found = self.names.read(by + 1, self.names.stop(by + 1), "say")
            if found is not None and not self.known["own"] & set(split_phrase(found.name)) and found.role != "unnamed":
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
                return self.names.read(first, last, "say")
        return None


@cache
def _resumed() -> frozenset[tuple[str, ...]]:
    return frozenset(split_phrase(phrase) for phrase in load_speaker_words()["resumed_passives"])
