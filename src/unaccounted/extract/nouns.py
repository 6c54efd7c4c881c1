"""Noun phrases beside a verb, told without a tagger: who acts, what is acted on, which place a phrase names.

In: a passage and the place of a verb. Out: stretches of words. It walks at most a fixed number of words, and gives
nothing where the clause's own shape does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.base.records import Where
from unaccounted.extract.closed import load_closed
from unaccounted.extract.passage import Passage
from unaccounted.extract.places import place_at, to_where
from unaccounted.extract.triggers import BE
from unaccounted.extract.verbs import load_verbs

_FARTHEST = 40
"""Words that a walk to the left goes at the most."""
_LONGEST_OBJECT = 14
_ENDS = frozenset([";", ":", ".", "–", "—", "--", '"', "“", "”", "?", "!", "(", "[", "]", "''", "``"])
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose", "where"])
_ARTICLES = frozenset(["the", "a", "an"])
_SUBORDINATE = frozenset(["when", "after", "before", "while", "whereas", "although", "though", "because", "if", "unless", "until", "since"])
_POINTS = frozenset(["in", "at", "near", "outside", "around", "inside", "off", "into"])
_SAYING_NOUNS = frozenset(["states", "reports", "estimates", "claims", "counts", "records", "disputes", "notes", "sets"])
_PREPOSITIONAL = frozenset(["after", "before", "since", "until"])
_DAYTIMES = frozenset(["morning", "afternoon", "evening", "night", "week", "month", "year", "weekend", "noon", "dawn"])
_PASSED = frozenset(["of", "'s", "'", "-"])


@dataclass(frozen=True, slots=True)
class Noun:
    """The subject of a verb.

    Args:
        start: the first word of the verb's clause: that of the subject, or of a date right before it that opens the clause
            ("In 1957 the survivors"); the word after "and" where the subject is shared with an earlier verb.
        first, last: its words without what follows its head behind a preposition, `last` exclusive.
    """

    start: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: where it begins, whether it is passive, an infinitive, or goes with will, may and the like."""

    first: int
    passive: bool
    infinitive: bool
    helped: bool


class Nouns:
    """Finds the noun phrases beside the verbs of one passage."""

    def __init__(self, passage: Passage, verbs: frozenset[str] = frozenset()) -> None:
        self.passage = passage
        self.more_verbs = verbs
        self.words, self.forms = passage.sentence.words, passage.sentence.forms
        self.shouts = passage.sentence.shouts
        self.closed, self.verbs = load_closed(), load_verbs()

    def group(self, at: int) -> VerbGroup:
        """The verb group that ends with the verb at a word."""
        first, passive, infinitive, helped = at, False, False, False
        while first > 0:
            word = self.words[first - 1]
            if word in BE:
                passive = True
            elif word == "to":
                infinitive = True
            elif word in self.closed.auxiliaries:
                helped = True
            elif not self.closed.is_adverb(word):
                break
            first -= 1
        while first < at and self.closed.is_adverb(self.words[first]) and self.words[first] not in ("not", "n't"):
            first += 1
        return VerbGroup(first, passive, infinitive, helped)

    def is_verb(self, at: int) -> bool:
        """Whether a word is a verb here: one of the general lists, or one that the reader itself knows."""
        if self.verbs.is_verb(self.words, at):
            return True
        return self.words[at] in self.more_verbs and not (at and self.words[at - 1] in self.closed.determiners)

    def subject(self, start: int, shared: bool = True) -> Noun | None:
        """The subject of the verb group that begins at a word; the subject of an earlier verb where "and" joins the two."""
        if start == 0:
            return None
        at, stop = start - 1, max(start - _FARTHEST, 0)
        if self.words[at] == ",":
            aside = self._aside(at, stop)
            if aside is None:
                return self._shared(at) if shared else None
            at = aside
        elif self.words[at] in ("and", "or", "but"):
            return self._shared(at) if shared else None
        elif self.words[at] in _RELATIVE:
            return self._antecedent(at - 1)
        while at >= stop:
            word = self.words[at]
            if word in (")", "]"):
                while at > stop and self.words[at] not in ("(", "["):
                    at -= 1
            elif word in _RELATIVE and self._modifies(at):
                pass
            elif word == "," or word in _ENDS or word in _RELATIVE or word in _SUBORDINATE or word in ("but", "than") or self._dash(at):
                break
            elif word in self.closed.auxiliaries or self.is_verb(at) or self._tells(at):
                relative = self._relative(at, stop)
                if relative is None:
                    joined = next((each for each in range(at + 1, start) if self.words[each] in ("and", "or", "but")), None)
                    if joined is not None and shared and self._over_aside(joined + 1, start):
                        return self._shared(joined)
                    break
                at = relative
                continue
            at -= 1
        return self._trim(at + 1, start)

    def _modifies(self, at: int) -> bool:
        """Whether a relative pronoun goes with the noun before it, and does not open what somebody says ("said that")."""
        before = self.words[at - 1] if at else ""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if self.words[at] == "that" and (after in self.closed.pronouns or after in self.closed.determiners):
            return False  # a clause of its own: "known that it"
        return bool(before) and before.isalpha() and not self.is_verb(at - 1) and not self._says(at - 1)

    def _says(self, at: int) -> bool:
        cue = self.passage.lexicon.cues.match(self.words, at)
        return cue is not None or self.words[at] in ("so", "fact", "now", "reports", "report", "news", "claim", "than")

    def _tells(self, at: int) -> bool:
        """Whether a word is a verb of saying without "that": "the report indicates rebels attacked"."""
        word = self.words[at]
        if not word.endswith(("s", "ed")) or word in _SAYING_NOUNS:
            return False
        cue = self.passage.lexicon.cues.match(self.words, at)
        return cue is not None and cue[1] in ("say", "alleging", "denying") and self.words[at - 1 : at] != ("united",)

    def _dash(self, at: int) -> bool:
        """Whether a hyphen stands between spaces, as a dash."""
        sentence = self.passage.sentence
        return self.words[at] == "-" and 0 < at < len(self.words) - 1 and sentence.starts[at] > sentence.ends[at - 1]

    def _over_aside(self, first: int, last: int) -> bool:
        """Whether words are only an adverbial before a verb: "and in some cases are"."""
        return first < last and (self.words[first] in self.closed.prepositions or self.closed.is_adverb(self.words[first]))

    def _relative(self, at: int, stop: int) -> int | None:
        """The word before the "who" or "that" whose clause holds a verb, or None where it stands in no such clause."""
        for back in range(at - 1, max(at - 8, stop) - 1, -1):
            if self.words[back] in _RELATIVE:
                return back - 2 if back and self.words[back - 1] == "," else back - 1
            if self.words[back] in _ENDS or self.words[back] in _SUBORDINATE or self.words[back] == ",":
                return None
        return None

    def _aside(self, comma: int, stop: int) -> int | None:
        """The word before the comma that opens an aside which a comma closes: "the boat, which left Zuwara, sank"."""
        for back in range(comma - 1, max(comma - 24, stop) - 1, -1):
            if self.words[back] in _ENDS:
                return None
            if (self.words[back] == "," and not self.words[back + 1][:1].isdigit()) or (self.words[back] == "," and back == comma - 1):
                after = self.words[back + 1]
                opens = (
                    after in _RELATIVE
                    or after in self.closed.prepositions
                    or after in _ARTICLES
                    or after.endswith(("ing", "ed"))
                    or self.closed.is_adverb(after)
                    or after in ("so", "long", "first", "formerly", "now")
                    or self.is_verb(back + 1)
                )
                return back - 1 if opens and back > 0 else None
            if self.words[back] == ",":
                return back - 1 if back > 0 else None
        return None

    def _shared(self, at: int) -> Noun | None:
        for back in range(at - 1, max(at - 18, 0) - 1, -1):
            if self.words[back] in _ENDS or self.words[back] in _SUBORDINATE - _PREPOSITIONAL or self.words[back] in _RELATIVE:
                return None
            if self.is_verb(back) or self.words[back] in BE:
                found = self.subject(self.group(back).first, False)
                return Noun(at + 1, found.first, found.last) if found is not None else None
        return None

    def _antecedent(self, at: int) -> Noun | None:
        if at >= 0 and self.words[at] == ",":
            at -= 1
        first = at
        while first > 0 and not self._ends_phrase(first - 1):
            first -= 1
        return self._trim(first, at + 1)

    def _ends_phrase(self, at: int) -> bool:
        word = self.words[at]
        return (
            word in _ENDS
            or word in (",", "and", "or", "but")
            or word in self.closed.relatives
            or word in _SUBORDINATE
            or word in self.closed.auxiliaries
            or (word in self.closed.prepositions and word != "of")
            or self.is_verb(at)
        )

    def _trim(self, first: int, last: int) -> Noun | None:
        start = first
        while first < last and (self.words[first] in ("and", "but", "then", "so", ",") or self.closed.is_adverb(self.words[first])):
            first += 1
            start = first
        while (
            first + 1 < last
            and self.words[first] in ("this", "last", "that", "early", "late")
            and (self.words[first + 1] in _DAYTIMES or self.words[first + 1] in ("last", "this"))
        ):
            first += 2 if self.words[first + 1] in _DAYTIMES else 1
            start = first
        if first < last and self.words[first] in self.closed.prepositions:
            opened = self._over_opening(first, last)
            if opened is None:
                return None
            start, first = (first, opened) if self._dated(first, opened) else (opened, opened)
        else:
            start = self._opening_date(start)
        end = first
        while end < last and not (
            (self.words[end] in self.closed.prepositions and self.words[end] not in _PASSED)
            or self.words[end] in (",", "(", "[")
            or self.words[end] in _RELATIVE
        ):
            end += 1
        if end - first > 1 and end < last and self.words[end - 1].endswith("ing") and self.words[end] in self.closed.prepositions:
            end -= 1  # "rebels belonging to the front"
        return Noun(start, first, end) if end > first else None

    def _dated(self, first: int, last: int) -> bool:
        return any(first <= mention.first < last for mention in self.passage.dates)

    def _over_opening(self, first: int, last: int) -> int | None:
        """One past the date or place that opens a clause: "On Saturday gunmen", "In Mosul fighters"."""
        at = first
        while at < last and self.words[at] in self.closed.prepositions:
            date = next((each for each in self.passage.dates if at < each.first <= at + 4 and each.last <= last), None)
            place = None if self.shouts else place_at(self.passage.sentence, at + 1, self.passage.lexicon)
            day = self._bare_day(at + 1, last)
            if date is not None:
                at = date.last
            elif day > at + 1:
                at = day
            elif place is not None and place[0] <= last:
                at = place[0]
            else:
                return None
            if at < last and self.words[at] == ",":
                at += 1
        return at if at < last else None

    def _bare_day(self, at: int, last: int) -> int:
        """One past words that tell a day without a year, which no date is read from: "the night of 4 March"."""
        lexicon = self.passage.lexicon
        while at < last and (
            self.words[at][:1].isdigit()
            or self.words[at] in lexicon.dates["months"]
            or self.words[at] in lexicon.dates["weekdays"]
            or self.words[at] in _DAYTIMES
            or (self.words[at] in ("the", "of", "next", "same") and at + 1 < last)
        ):
            at += 1
        told = self.words[at - 1]
        return at if told[:1].isdigit() or told in lexicon.dates["months"] or told in lexicon.dates["weekdays"] or told in _DAYTIMES else 0

    def _opening_date(self, first: int) -> int:
        """Where a date with its comma begins that opens the clause before a phrase, else the phrase itself."""
        if first < 2 or self.words[first - 1] != ",":
            return first
        for mention in self.passage.dates:
            if mention.last == first - 1:
                at = mention.first
                while at > 0 and at > mention.first - 4 and self.words[at - 1] not in _ENDS and self.words[at - 1] != ",":
                    at -= 1
                    if self.words[at] in self.closed.prepositions and (at == 0 or self.words[at - 1] not in ("part", "end", "summer")):
                        return at
                return mention.first
        return first

    def object(self, at: int) -> tuple[int, int] | None:
        """The words of the phrase that follows a verb: (first, one past the last), up to a preposition other than "of"."""
        first = at
        while first < len(self.words) and self.closed.is_adverb(self.words[first]):
            first += 1
        last = first
        while last < min(first + _LONGEST_OBJECT, len(self.words)):
            word = self.words[last]
            if (
                word in _ENDS
                or word == ","
                or word in _SUBORDINATE
                or word in self.closed.relatives
                or word in self.closed.auxiliaries
                or (word in self.closed.prepositions and word not in _PASSED)
                or (word in ("and", "or", "but") and last + 1 < len(self.words) and self.is_verb(last + 1))
            ):
                break
            last += 1
        return (first, last) if last > first else None

    def agent(self, at: int) -> tuple[int, int] | None:
        """Who did it, after the "by" of a passive within a few words."""
        for each in range(at, min(at + 8, len(self.words))):
            if self.words[each] == "by":
                return self.object(each + 1)
            if self.words[each] in _ENDS or self.words[each] == ",":
                return None
        return None

    def named(self, first: int, last: int) -> bool:
        """Whether a capital tells a name among words that do not open a sentence or stand in a text of capitals."""
        return not self.shouts and any(
            self.forms[at][:1].isupper() and (at > 0 or last - first > 1 or len(self.forms[at]) > 1) for at in range(first, last)
        )

    def text(self, first: int, last: int) -> str:
        """The words as printed, without an article before them."""
        while first < last - 1 and self.words[first] in _ARTICLES:
            first += 1
        return self.passage.words(first, last)

    def place(self, first: int, last: int, after: frozenset[str] = _POINTS) -> Where | None:
        """The place named between two words after one of some prepositions, or as "the village of X"."""
        sentence, lexicon = self.passage.sentence, self.passage.lexicon
        for at in range(first, min(last, len(self.words) - 1)):
            if self.words[at] in after or (
                self.words[at] == "of" and at and self.words[at - 1] in lexicon.units and self.words[at - 1] in _SETTLED
            ):
                begin = at + 1
            else:
                continue
            found = place_at(sentence, begin, lexicon)
            if found is not None and not any(each.first <= begin < each.last for each in self.passage.dates):
                return to_where(found, sentence, lexicon)
        return None

    def place_named(self, at: int) -> Where | None:
        """The place whose name begins at a word, or behind "the town of" there."""
        sentence, lexicon = self.passage.sentence, self.passage.lexicon
        if at < len(self.words) and self.words[at] in _ARTICLES:
            of = next((each for each in range(at + 1, min(at + 5, len(self.words))) if self.words[each] == "of"), None)
            if of is not None:
                return self.place_named(of + 1)
        found = place_at(sentence, at, lexicon)
        return to_where(found, sentence, lexicon) if found is not None else None


_SETTLED = frozenset(["village", "town", "city", "district", "region", "area", "state", "department", "villages", "towns"])
