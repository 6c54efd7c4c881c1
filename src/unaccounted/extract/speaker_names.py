"""The name of a speaker: where it begins and ends beside a word of saying, and what is no name at all.

In: a sentence and places in it. Out: a speaker with its role, or None. Whether it is he who says a clause is for `speakers`.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.extract.calendars import load_calendar
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.source_roles import introduced_role, load_speaker_words, role_of_source, telling_role

LONGEST = 12
_LONGEST_TIME = 6
"""Words of time between a speaker and the verb."""
SAYING = frozenset(["say", "alleging", "denying"])
_BE = frozenset(["been", "was", "were", "is", "are", "be", "being"])
_LEADING = frozenset(["in", "for", "'s", "–", "—", "-"])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a clause: the name as printed, the role, the cue's class, and whether it is a pronoun for the last speaker."""

    name: str
    role: str
    cue: str
    pronoun: bool = False


Cue = tuple[int, int, str]


class SpeakerNames:
    """Reads the names of speakers in one sentence.

    Args:
        sentence, text, lexicon: its words, the document's text, and the words of saying and of roles.
    """

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.words, self.text, self.lexicon = sentence, sentence.words, text, lexicon
        self.known = load_speaker_words()
        self.cues: list[Cue] = lexicon.cues.find(sentence.words)
        self.verbs = {cue[0] for cue in self.cues if cue[2] in SAYING and self._is_verb(cue[0], cue[1])}

    def _is_verb(self, first: int, last: int) -> bool:
        """Whether a word of saying is one here, and not part of a name ("United States") or of "claimed responsibility"."""
        after = self.words[last] if last < len(self.words) else ""
        before = self.words[first - 1] if first > 0 else ""
        if self.words[first].startswith("claim") and not {"lives", "life", "victims"}.isdisjoint(self.words[last : last + 5]):
            return False  # "the fever has claimed 41 lives"
        if (before in _BE and last - first == 1) or (self.words[first] == "claimed" and after == "by"):
            return False
        if before in load_closed().determiners or self.words[last - 1] == "saying":
            return last - first > 1  # "by his count", "the report"; but "was quoted as saying"
        cue = self.lexicon.cues.match(self.words, last) if last < len(self.words) else None
        if self.words[first] in self.known["nouns"] and (after in ("(", "of", "from", "has", "had", "on") or (cue and cue[1] in SAYING)):
            return False  # "the forensic report (page 7) finds"
        named = self.sentence.forms[first][:1].isupper() and not self.sentence.shouts and first > 0
        return not named and not (self.sentence.shouts and before == "united") and after not in self.known["not_saying"]

    def before_brackets(self, first: int) -> int:
        """Where a name ends that has brackets between it and its verb: "the report (page 7) finds"."""
        if first > 1 and self.words[first - 1] in (")", "]"):
            for at in range(first - 2, max(first - 10, 0), -1):
                if self.words[at] in ("(", "["):
                    return at
        return first

    def before_time(self, first: int) -> int:
        """Where a name ends that has the time of speaking between it and its verb: "the league late on Friday said"."""
        closed, calendar, days, opening = load_closed(), load_calendar(), self.known["days"], self.known["before_day"]
        dated, at = False, first
        while at > 0 and first - at < _LONGEST_TIME:
            word, before = self.words[at - 1], self.words[at - 2] if at > 1 else ""
            month = word in calendar.months and (before.isdigit() or before in opening or self.words[at].isdigit())
            number = word.isdigit() and (dated or before in calendar.months)
            if word in calendar.weekdays or month or word in days:
                dated = True
            elif not (closed.is_adverb(word) or word in opening or number):
                break
            at -= 1
        return at if dated and at > 0 else first

    def start(self, first: int) -> int:
        """Where a name that ends before a verb of saying begins."""
        start = first
        while start > 0 and first - start < LONGEST and not self._ends_name(start - 1):
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

    def stop(self, first: int) -> int:
        """Where a name that begins after a verb of saying ends."""
        stop = first
        while (
            stop < len(self.words)
            and stop - first < LONGEST
            and self.words[stop] not in ("in", "on", "after", "at", "when")
            and not self._stops(stop)
        ):
            stop += 1
        return stop

    def cited_stop(self, first: int) -> int:
        """Where a name that begins after "according to" ends."""
        stop = first
        while stop < len(self.words) and stop - first < LONGEST and not self._stops(stop):
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

    def _is_date(self, at: int) -> bool:
        word, calendar = self.words[at], load_calendar()
        if word.isdigit():
            return not (at > 0 and self.words[at - 1] == "-")  # "Witness K-31"
        return (word in calendar.months and self.sentence.forms[at][:1].isupper()) or word in calendar.weekdays

    def read(self, first: int, last: int, kind: str, apposed: tuple[int, int] | None = None, cited: bool = False) -> Speaker | None:
        """The speaker whom some words name; None where they name nobody.

        Args:
            first, last: the words, `last` exclusive.
            kind: the class of the cue that makes him speak.
            apposed: words in apposition to the name, which may tell his role.
            cited: whether "according to" makes him a source, by whatever noun he is named.
        """
        cue = "alleging" if kind == "alleging" else "say"
        first, last = self._trim(first, last)
        words = self.words
        if last <= first or last - first > LONGEST or words[first] in self.known["against"] or words[first] == "by":
            return None
        if last - first == 1 and words[first] in self.known["writers"]:
            return None
        if last - first == 1 and words[first] in self.known["pronouns"]:
            return Speaker(self.sentence.forms[first], "unnamed", cue, True)
        named = words[first:last]
        if not self._can_name(named):
            return None
        name = " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last - 1]].split())
        told = telling_role(named, self.lexicon)
        if told in (None, "unnamed") and apposed is not None:
            told = telling_role(words[slice(*apposed)], self.lexicon) or told
        if told == "media" and last - first == 2 and self.sentence.forms[first].isupper():
            # "XYZ Radio" is the group's whose acronym it bears
            told = "armed group" if introduced_role([self.sentence.forms[first]], self.text, self.lexicon) == "armed group" else told
        role = told if told not in (None, "unnamed") else role_of_source(name, self.lexicon, self.text, self.sentence.shouts)
        capital = self.sentence.shouts or any(form[:1].isupper() for form in self.sentence.forms[first:last])
        cited = cited and named[-1] not in self.known["no_sources"]
        return Speaker(name, role or "unnamed", cue) if told is not None or capital or cited else None

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """A name without what stands around it: adverbs, auxiliaries, conjunctions, quotes, what comes before a bracket."""
        closed, words, quotes = load_closed(), self.words, self.known["quotes"]
        while first < last and (
            words[first] in closed.adverbs or words[first] in quotes or words[first] in closed.conjunctions or words[first] in _LEADING
        ):
            first += 1
        while last > first and (
            (closed.is_adverb(words[last - 1]) and last - first > 1) or words[last - 1] in closed.auxiliaries or words[last - 1] in quotes
        ):
            last -= 1
        if last - first > 1 and words[last - 1] == "'s":
            last -= 1
        again = [
            at
            for at in range(first + 1, last - 1)
            if words[at] in ("the", "a", "an") and not closed.stops(words[at - 1]) and words[at - 1] not in ("all", "both", "half", "on")
        ]
        first = again[-1] if again else first  # "in the third quarter the administration recorded"
        brackets = [at for at in range(first, last) if words[at] in ("]", ")", "--")]
        return (brackets[-1] + 1 if brackets else first), last

    def _can_name(self, named: tuple[str, ...]) -> bool:
        """Whether words can name somebody: no clause of their own, no time, no bare article or pronoun."""
        closed, calendar = load_closed(), load_calendar()
        if not any(word[:1].isalpha() and word not in closed.determiners for word in named):
            return False
        if all(word in closed.auxiliaries or word in closed.prepositions for word in named) or named[-1] in ("to", "of", "that"):
            return False
        if not self.sentence.shouts:
            return True
        # In capitals a name is not told from other words by its looks.
        if len(named) == 1 and (named[0] in closed.pronouns or named[0] in self.lexicon.numbers["units"]):
            return False
        if any(word in closed.relatives or word in closed.auxiliaries or word in ("we", "you", "us", "i") for word in named):
            return False
        return named[0] not in closed.prepositions and not any(word in calendar.spans or word in ("morning", "night") for word in named)
