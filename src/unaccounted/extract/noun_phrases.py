"""Noun phrases for people, from where they begin: determiners, what stands before the head, the head, and what follows it.

In: the words of a sentence and the place where a phrase may begin. Out: a phrase without its number ("Nepali workers", "those who left",
"the garrison"). Numbers, and where to look, are for `phrases`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from unaccounted.base.records import Cohort
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import FateWord, Lexicon, PeopleWord, load_lexicon
from unaccounted.extract.numbers import read_number
from unaccounted.extract.phrase_parts import PartsReader
from unaccounted.extract.quantities import Quantity
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.verbs import load_verbs

_PLURALS = frozenset(
    ["men", "women", "people", "children", "police", "personnel", "offspring", "policemen", "gunmen", "french", "dutch", "swiss"]
)
_MADE = frozenset(["hostage", "hostages", "prisoner", "prisoners", "captive", "captives"])
QUOTES = frozenset(['"', "“", "”", "''", "``"])
REACH = 7
"""How many words may stand between a number and its noun."""
MORE = frozenset(["more", "additional", "further", "own", "-"])
"""Words that may stand among determiners before a noun."""


@cache
def noun_firsts() -> frozenset[str]:
    """The words with which a listed noun or fate word begins: most words are passed by with one look."""
    lexicon = load_lexicon("en")
    return frozenset({*lexicon.people.firsts(), *lexicon.demonyms.firsts(), *lexicon.groups.firsts(), *lexicon.fates.firsts()})


@dataclass(frozen=True, slots=True)
class Phrase:
    """People as a noun phrase.

    Args:
        first, last: words, `last` exclusive, with quantity and what follows the head ("of ISIS", "from Dagestan").
        head: the head noun's first word; None for a bare number ("30 wounded") or a pronoun.
        head_end: one past the head.
        quantity: how many; None where it is not said.
        parts: what the words tell of the people; its label is the words without the quantity.
        people: True where the head names people, None where nothing tells (an unknown noun, a bare number).
        refers: a word that refers back ("they", "its", "those", "their"); None where the phrase stands alone.
        fate: a fate word inside it ("30 wounded soldiers", "150 prisoners"), and where it stands.
        plural: whether the head names several people.
        kin: whether the head names kin ("families", "widows").
        composed: whether the words after it only tell who they are ("four of them seriously", "11 of the dead were children").
        share_of: whether the quantity is of these people ("a fifth of those who left").
    """

    first: int
    last: int
    head: int | None
    head_end: int
    quantity: Quantity | None
    parts: Cohort
    people: bool | None
    refers: str | None = None
    fate: FateWord | None = None
    fate_at: int | None = None
    share_of: bool = False
    plural: bool = True
    composed: bool = False
    kin: bool = False


class NounReader:
    """Reads the noun phrases of one sentence."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.lexicon = sentence, lexicon
        self.words = sentence.words
        self.closed = load_closed()
        self.parts = PartsReader(sentence, text, lexicon)

    def read(self, at: int, unknown: bool) -> Phrase | None:
        """The noun phrase that begins at a word; unknown nouns only where `unknown` lets them."""
        words, lexicon = self.words, self.lexicon
        first, refers, firsts = at, None, noun_firsts()
        if (
            words[at] in self.closed.anaphors
            and words[at] != "who"
            and (at + 1 >= len(words) or self.closed.stops(words[at + 1]) or words[at] in ("them", "whom", "others"))
        ):
            last = self.parts.after(at + 1)
            return Phrase(at, last, None, at + 1, None, self.parts.read(at, last), True, words[at])
        while at < len(words) and (words[at] in self.closed.determiners or words[at] in MORE):
            if words[at] in ("its", "their", "his", "those", "these", "the"):
                refers = words[at] if words[at] != "the" else refers
            at += 1
        head = head_end = -1
        word_of: PeopleWord | None = None
        people: bool | None = None
        fate: FateWord | None = None
        fate_at: int | None = None
        start, end = at, at
        while end < len(words) and end - start < REACH:
            word = words[end]
            if word in ("'s", "'") and end > start:
                end += 1
                continue
            if word == "-" and end > start and end + 1 < len(words):
                if self._stands_apart(end):
                    break  # "nine workers - six men and three women -"
                end += 1
                continue
            if word in lexicon.dates["months"] and self.parts.capital(end) and (word not in ("may", "march") or not self.sentence.shouts):
                if head < 0:
                    return None
                break
            match = demonym = group = fates = None
            if word in firsts:
                match = lexicon.people.match(words, end)
                demonym = lexicon.demonyms.match(words, end)
                group = lexicon.groups.match(words, end)
                fates = lexicon.fates.match(words, end)
            if head >= 0 and fates is not None and self._is_made(head_end, end, word):
                break
            if match is not None and not (fates and fates[0] > match[0]):
                head, head_end, word_of, people = end, match[0], match[1], True
                if fates and fates[1].frame == "people":
                    fate, fate_at = fates[1], end
                end = match[0]
            elif fates is not None and self._nominal(first, start, end, fates):
                head, head_end, word_of, people = end, fates[0], PeopleWord(), True
                fate, fate_at, end = FateWord(fates[1].fate, "people"), end, fates[0]
            elif fates is not None and fates[1].frame == "people" and (unknown or first < start or word not in self.closed.nominal):
                head, head_end, word_of, people, fate, fate_at = end, fates[0], PeopleWord(role=None), True, fates[1], end
                end = fates[0]
            elif fates is not None and self._modifies(fates[0]):
                if fates[1].form == "base" and end == first and not unknown:
                    break  # "to kidnap officials": a verb
                deed = fates[1].frame in ("event", "toll") or fates[1].form == "base"
                if not deed or words[fates[0]] in lexicon.beside["suffering"]:  # no "rescue workers", "liberation front rebels"
                    fate, fate_at = fates[1], end
                end = fates[0]
            elif fates is not None and (fates[1].frame in ("patient", "agent", "state") or self._names_deed(fates)):
                break
            elif group is not None:
                end = group[0]
            elif demonym is not None and self.parts.capital(end):
                if self.is_people_noun(demonym[0] - 1, demonym[1].name):
                    head, head_end, people = end, demonym[0], True
                    word_of = None
                end = demonym[0]
            elif word in lexicon.units and self._counts_no_unit(end):
                end += 1
            elif word in self.closed.determiners or self.ends_walk(word):
                if word in lexicon.units and head < 0:
                    return Phrase(first, end + 1, end, end + 1, None, Cohort(word), False)
                break
            elif head >= 0 and not self._noun_follows(end):
                break
            else:
                end += 1
        if head < 0:
            if not unknown or end == start or not self._plural(end - 1):
                return None
            return Phrase(first, end, end - 1, end, None, self.parts.read(start, end), None, refers, fate, fate_at)
        last = self.parts.after(head_end)
        parts = self.parts.read(first, last, start)
        if refers is None and parts.affiliation is None and last > head_end and words[last - 1] in lexicon.group_plain:
            refers = "army"
        known = last > head_end or parts.affiliation or parts.kin_of or refers
        if people and word_of is not None and words[head_end - 1] == "members" and not known and words[last : last + 1] == ("of",):
            people = None  # "members of the board": of what, nothing tells
        plural = words[head_end - 1] in _PLURALS or words[head_end - 1].endswith("s")
        kin = word_of is not None and word_of.kin is not None
        return Phrase(first, last, head, head_end, None, parts, people, refers, fate, fate_at, False, plural, kin=kin)

    def pronoun(self, at: int) -> Phrase | None:
        """People named by a pronoun alone, with what follows it: "those who joined ISIS"."""
        word = self.words[at]
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if word in ("those", "these") and after and not self.closed.stops(after) and after != "who":
            return self.read(at, False)
        last = self.parts.after(at + 1)
        parts = self.parts.read(at, last)
        return Phrase(at, last, None, at + 1, None, parts, True, word)

    def collective(self, at: int) -> Phrase | None:
        """A body of people after "of": "the garrison", "the captain's company"."""
        words, first = self.words, at
        if words[at] not in self.closed.determiners:
            return None
        end = at
        while end < len(words) and end - first < 5 and not self.closed.stops(words[end]):
            if words[end] in self.lexicon.collective:
                beyond = end + 1 < len(words) and bool(self.lexicon.people.match(words, end + 1))
                last = self.parts.after(end + 1)
                parts = self.parts.read(first, last)
                return None if beyond else Phrase(first, last, end, end + 1, None, parts, True)
            if self.lexicon.people.match(words, end) and words[end + 1 : end + 2] != ("'s",):
                return None
            end += 1
        return None

    def _nominal(self, first: int, start: int, end: int, fates: tuple[int, FateWord]) -> bool:
        """Whether a participle names people by itself after an article: "the wounded", "two of the saved", "those rescued"."""
        words, nxt = self.words, fates[0]
        if end != start or first == start or fates[1].frame != "patient" or fates[1].form not in ("past", "participle"):
            return False
        if words[start - 1] == "those":
            return True
        if words[start - 1] != "the" or words[end] not in self.closed.nominal:
            return False
        return nxt >= len(words) or self.closed.stops(words[nxt]) or self.closed.is_adverb(words[nxt])

    def _stands_apart(self, at: int) -> bool:
        """Whether a hyphen has white space on both sides, as a dash has."""
        starts, ends = self.sentence.starts, self.sentence.ends
        return ends[at - 1] < starts[at] and ends[at] < starts[at + 1]

    def _is_made(self, head_end: int, at: int, word: str) -> bool:
        """Whether a noun after several people tells what is done with them: "held 20 diplomats hostage", "took 40 men prisoner"."""
        before = self.words[head_end - 1]
        several = before.endswith("s") or (before in _PLURALS and not word.endswith("s"))
        return at == head_end and several and word in _MADE and before not in _MADE

    def _counts_no_unit(self, at: int) -> bool:
        """Whether a noun for things stands before the people whom it describes: "two state officials", "four bus drivers"."""
        word, nxt = self.words[at], at + 1
        several = word.endswith("s") and not word.endswith(("us", "ss"))
        return nxt < len(self.words) and not several and self.lexicon.people.match(self.words, nxt) is not None

    def _names_deed(self, fates: tuple[int, FateWord]) -> bool:
        """Whether a noun for what happened closes the phrase ("12 detentions") and only tells no other noun ("death squads")."""
        end, word = fates
        return word.frame in ("event", "toll") and (end >= len(self.words) or self.closed.stops(self.words[end]))

    def is_people_noun(self, at: int, name: str) -> bool:
        """Whether a demonym's last word is a noun for people ("Russians", "the Swiss") and not an adjective or the place."""
        word = self.words[at]
        if name.lower().endswith(word):
            return False  # the place itself: "the Philippines", "the United States"
        follows = at + 1 >= len(self.words) or self.closed.stops(self.words[at + 1])
        return word.endswith(("s", "men")) or (word.endswith(("ese", "sh", "ch", "tch", "ss")) and follows)

    def _modifies(self, end: int) -> bool:
        """Whether a fate word stands as an adjective right before a noun for people ("dead terrorist", "wounded soldiers")."""
        for ahead in range(end, min(end + 2, len(self.words))):
            if self.lexicon.people.match(self.words, ahead):
                return True
            if self.closed.stops(self.words[ahead]) or self.words[ahead] in self.closed.determiners:
                return False
            if read_number(self.sentence, ahead, self.lexicon) is not None:
                return False
        return False

    def _noun_follows(self, at: int) -> bool:
        """Whether a noun for people comes soon, so that the phrase goes on: within two words ("army officers", "fighters' family"), after a
        word in the singular within four ("two National Freedom Front rebels")."""
        several = self._plural(at - 1) and (not self.sentence.shouts or self.words[at - 1].endswith("s") or self.words[at - 1] in _PLURALS)
        for ahead in range(at, min(at + (2 if several else 4), len(self.words))):
            word = self.words[ahead]
            if self.closed.stops(word) and word not in ("'s", "'"):
                return False
            if not several and self._breaks(ahead):
                return False
            if self.lexicon.people.match(self.words, ahead) and not self.lexicon.fates.match(self.words, ahead):
                return True
        return False

    def _breaks(self, at: int) -> bool:
        """Whether a word is a verb, an adverb or a number, over which no noun in the singular goes on to another."""
        fates = self.lexicon.fates.match(self.words, at)
        done = fates is not None and fates[1].frame in ("patient", "agent") and fates[1].form != "ing"
        verb = done or load_verbs().is_verb(self.words, at) or self.closed.is_adverb(self.words[at])
        return verb or read_number(self.sentence, at, self.lexicon) is not None

    def _plural(self, at: int) -> bool:
        word = self.words[at]
        return (
            (word.endswith("s") and not word.endswith(("ss", "'s", "us"))) or word in ("men", "women", "children") or self.parts.capital(at)
        )

    def ends_walk(self, word: str) -> bool:
        """Whether a word that begins no noun of the lists ends a phrase."""
        return self.closed.stops(word) or word in self.lexicon.units or word.replace(",", "").isdigit() or self.closed.is_adverb(word)
