"""The people that a sentence speaks of, as noun phrases with their quantity and typed parts.

In: a sentence and its quantities. Out: phrases such as "about 70 of its workers" or "Nepali workers" with head,
quantity, origin, affiliation, role, sex, age and kinship as printed. It resolves no reference ("its", "those"): that is
for `references`.
"""

from __future__ import annotations

from dataclasses import replace

from unaccounted.base.records import Cohort
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.noun_phrases import MORE, QUOTES, REACH, NounReader, Phrase, noun_firsts
from unaccounted.extract.numbers import read_number
from unaccounted.extract.quantities import Quantity
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.verbs import load_verbs

_IS = frozenset(["is", "are", "was", "were", "being"])


class PhraseReader:
    """Finds the noun phrases of one sentence."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.lexicon = sentence, lexicon
        self.words = sentence.words
        self.closed = load_closed()
        self.nouns = NounReader(sentence, text, lexicon)

    def find(self, quantities: list[Quantity]) -> list[Phrase]:
        """Every phrase for people, in order; those with a quantity first claim their words."""
        found: list[Phrase] = []
        for quantity in quantities:
            if found and quantity.first < found[-1].last:
                continue
            phrase = self._with_quantity(quantity)
            if phrase is not None:
                found.append(self._composed(phrase))
        taken = {at for phrase in found for at in range(phrase.first, phrase.last)}
        at = 0
        for head in self._heads():
            if head < at:
                continue
            at = self._reach(at, head)
            while at <= head:
                plain = None if at in taken else self._plain(at, taken)
                if plain is None:
                    at += 1
                else:
                    found.append(plain)
                    at = plain.last
        return sorted(found, key=lambda phrase: phrase.first)

    def _heads(self) -> list[int]:
        """The words that can be the head of people, or stand for them; a phrase without a number begins at one of them or before one."""
        words, lexicon, anaphors, firsts = self.words, self.lexicon, self.closed.anaphors, noun_firsts()
        found = []
        for at, word in enumerate(words):
            if word in anaphors:
                found.append(at)
            elif word in firsts:
                demonym = lexicon.demonyms.match(words, at)
                if (
                    lexicon.people.match(words, at) is not None
                    or (demonym is not None and self.nouns.parts.capital(at) and self.nouns.is_people_noun(demonym[0] - 1, demonym[1].name))
                    or self._fate_of_people(at)
                ):
                    found.append(at)
        return found

    def _fate_of_people(self, at: int) -> bool:
        """Whether a fate word can name those whom it befell: "the dead", "those rescued"."""
        fates = self.lexicon.fates.match(self.words, at)
        if fates is None:
            return False
        participle = fates[1].frame == "patient" and at > 0 and self.words[at - 1] in ("those", "the")
        return participle or fates[1].frame == "people"

    def _reach(self, at: int, head: int) -> int:
        """The first word, from one on, from which a phrase can go on to a head: none does over a word that ends every phrase."""
        words, determiners, firsts = self.words, self.closed.determiners, noun_firsts()
        first, low, opened = head, max(at, head - REACH - 3), False
        while first > low:
            word = words[first - 1]
            if word in determiners or word in MORE:
                opened = opened or (word in determiners and word not in firsts)
            elif opened or (word not in firsts and word not in ("'s", "'") and self.nouns.ends_walk(word)):
                break
            first -= 1
        return first

    def _with_quantity(self, quantity: Quantity) -> Phrase | None:
        at, words = quantity.last, self.words
        share_of = False
        if words[at : at + 2] == ("out", "of"):
            at += 1
        if at < len(words) and words[at] == "of":
            if at + 1 < len(words):
                whole = self._numbered_whole(at + 1, quantity)
                if whole is not None:
                    return whole
                inner = self.nouns.collective(at + 1) or self.nouns.read(at + 1, True)
                if inner is not None and inner.people is not False:
                    return self._out_of(replace(inner, first=quantity.first, quantity=quantity, share_of=True))
                if inner is not None:
                    return None
            share_of = quantity.count.unit == "share"
        elif words[at : at + 1] == ("strong",) or words[at : at + 2] == ("-", "strong"):
            last = at + 1 + (words[at] == "-")
            label = self.nouns.parts.printed(quantity.first, last)
            return Phrase(quantity.first, last, None, last, quantity, Cohort(label), None)
        elif at < len(words):
            half = self.nouns.collective(at) if quantity.count.unit == "share" else None  # "half the battalion"
            inner = half or self.nouns.read(at, True)
            if inner is not None:
                vague = quantity.count.bound == "vague" and inner.people is None
                share_of = quantity.count.unit == "share"
                return (
                    None if inner.people is False or vague else replace(inner, first=quantity.first, quantity=quantity, share_of=share_of)
                )
        if at < len(words) and words[at] in QUOTES and not QUOTES.isdisjoint(words[at + 2 : at + 5]):
            quoted = self._quoted(at)  # 'two "attackers"'; 'two "sleeping" cats' are none
            return replace(quoted, first=quantity.first, quantity=quantity) if quoted is not None else None
        if at < len(words) and (words[at][0].isdigit() or (words[at][0].isalpha() and not self._ends_number(at))):
            return None
        behind = self._behind(quantity)
        if behind is not None:
            return behind
        label = self.nouns.parts.printed(quantity.first, quantity.last)
        return Phrase(quantity.first, quantity.last, None, quantity.last, quantity, Cohort(label), None, None, None, None, share_of)

    def _quoted(self, at: int) -> Phrase | None:
        """People in quotation marks after their number: "two 'attackers' were shot"."""
        words = self.words
        if self.closed.stops(words[at + 1]):
            return None
        inner = self.nouns.read(at + 1, False)
        closes = inner is not None and not QUOTES.isdisjoint(words[inner.last : inner.last + 1 + (words[inner.last] in (".", ","))])
        return replace(inner, last=inner.last + 1) if inner is not None and inner.people is True and closes else None

    def _behind(self, quantity: Quantity) -> Phrase | None:
        """People before their number, as in lists: "(men 17, women 8)", "Danes: 236"."""
        words, at = self.words, quantity.first
        if quantity.last < len(words) and words[quantity.last] not in (",", ";", ")", ".", "]", "|"):
            return None
        end = at - 1 if at and words[at - 1] in (":", ",", "-", "–") else at
        for first in range(end - 1, max(end - 4, -1), -1):
            opens = first == 0 or words[first - 1] in ("(", "[", ",", ";", ":", "*", "-", "•", "–", "which") or words[first - 1] == "and"
            if not opens:
                continue
            noun = self.nouns.read(first, False)
            if noun is not None and noun.people and noun.last == end and noun.plural and noun.refers is None:
                return replace(noun, last=quantity.last, quantity=quantity)
            return None
        return None

    def _out_of(self, phrase: Phrase) -> Phrase:
        """A part with the size of its whole, where that follows: "none of the crew of six"."""
        at = phrase.last
        number = (
            read_number(self.sentence, at + 1, self.lexicon) if self.words[at : at + 1] == ("of",) and at + 1 < len(self.words) else None
        )
        if number is None or phrase.quantity is None or (number[0] < len(self.words) and self.nouns.read(number[0], False) is not None):
            return phrase
        return replace(phrase, last=number[0], quantity=replace(phrase.quantity, of=number[1]))

    def _numbered_whole(self, at: int, quantity: Quantity) -> Phrase | None:
        """The people of "37 of the 120 detainees", "10,000 of the 422,000": the noun after the second number, if there is one."""
        while at < len(self.words) and self.words[at] in ("the", "these", "those", "some", "his", "its", "their", "about", "around"):
            at += 1
        owner = next((each for each in range(at, min(at + 4, len(self.words))) if self.words[each] in ("'s", "'")), None)
        if owner is not None and read_number(self.sentence, at, self.lexicon) is None:
            at = owner + 1  # "half of the country's 900 fighters"
        number = read_number(self.sentence, at, self.lexicon) if at < len(self.words) else None
        if number is None or (number[0] < len(self.words) and self.words[number[0]] in self.lexicon.units):
            return None
        of = replace(quantity, of=number[1])
        inner = self.nouns.read(number[0], True) if number[0] < len(self.words) else None
        if inner is not None and inner.people is False:
            return None
        if inner is not None:
            return replace(inner, first=quantity.first, quantity=of, share_of=True)
        return Phrase(
            quantity.first,
            number[0],
            None,
            number[0],
            of,
            Cohort(self.nouns.parts.printed(quantity.first, number[0])),
            None,
            None,
            None,
            None,
            True,
        )

    def _ends_number(self, at: int) -> bool:
        """Whether a word after a number leaves the number to stand for people: a verb, a fate word, a preposition, an adverb."""
        word = self.words[at]
        return (
            self.closed.stops(word)
            or self.closed.is_adverb(word)
            or word in self.closed.determiners
            or word == "more"
            or word in self.lexicon.residing
            or self.lexicon.fates.match(self.words, at) is not None
            or load_verbs().is_verb(self.words, at)
        )

    def _plain(self, at: int, taken: set[int]) -> Phrase | None:
        word = self.words[at]
        if word in self.closed.anaphors and word not in ("who", "whom"):
            found = self.nouns.pronoun(at)
            return None if found is None or any(each in taken for each in range(found.first, found.last)) else found
        if self.closed.stops(word) or word in ("'s", "'"):
            return None
        phrase = self.nouns.read(at, False)
        if phrase is None or phrase.people is not True or any(each in taken for each in range(phrase.first, phrase.last)):
            return None
        return phrase

    def _composed(self, phrase: Phrase) -> Phrase:
        """A phrase with what the words right after it tell of who they are: "140 of them children", "11 of the dead were women"."""
        words, at = self.words, phrase.last
        before = words[max(phrase.first - 2, 0) : phrase.first]
        back = phrase.refers in ("them", "whom") or before in (("of", "whom"), ("of", "them"), ("of", "these"))
        if not back and not (phrase.share_of and phrase.fate is not None and phrase.fate_at == phrase.head):
            return phrase
        while at < len(words) and (words[at] in _IS or self.closed.is_adverb(words[at]) or words[at] in ("the", "a", "an", "under", "age")):
            at += 1
        noun = self.nouns.read(at, False) if at < len(words) and not self.closed.stops(words[at]) else None
        if noun is None or noun.people is not True or noun.fate is not None:
            ends = phrase.last >= len(words) or words[phrase.last] in (",", ".", ";", ")", "and", "–", "—")
            word = words[phrase.last] if phrase.last < len(words) else "."
            counted = phrase.quantity is not None and phrase.quantity.count.unit == "people"
            where = counted and word in self.closed.prepositions and words[max(phrase.first - 1, 0)] == ","  # ", 14 of them in May"
            manner = self.closed.is_adverb(word) or where
            beside = phrase.first > 0 and words[phrase.first - 1] in (",", "(", "–", "—", "and", "of")
            return replace(phrase, composed=True) if back and beside and (ends or manner) else phrase
        told = noun.parts
        parts = replace(
            phrase.parts,
            label=told.label,
            role=told.role or phrase.parts.role,
            sex=told.sex or phrase.parts.sex,
            age=told.age or phrase.parts.age,
            origin=told.origin or phrase.parts.origin,
        )
        return replace(phrase, parts=parts, composed=True, last=noun.last)
