"""The people that a sentence speaks of, as noun phrases with their quantity and typed parts.

In: a sentence and its quantities. Out: phrases such as "about 70 of its workers" or "Nepali workers" with head,
quantity, origin, affiliation, role, sex, age and kinship as printed. It resolves no reference ("its", "those"): that is
for `references`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from unaccounted.base.records import Cohort
from unaccounted.extract.closed import load_closed
from unaccounted.extract.lexicons import FateWord, Lexicon, PeopleWord, load_lexicon
from unaccounted.extract.numbers import read_number
from unaccounted.extract.quantities import Quantity
from unaccounted.extract.sentences import Sentence
from unaccounted.extract.verbs import load_verbs

_PLURALS = frozenset(
    ["men", "women", "people", "children", "police", "personnel", "offspring", "policemen", "gunmen", "french", "dutch", "swiss"]
)
_IS = frozenset(["is", "are", "was", "were", "being"])
_REACH = 7
"""How many words may stand between a number and its noun."""
_MORE = frozenset(["more", "additional", "further", "own", "-"])
"""Words that may stand among determiners before a noun."""


@cache
def _noun_firsts() -> frozenset[str]:
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


class PhraseReader:
    """Finds the noun phrases of one sentence."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.text, self.lexicon = sentence, text, lexicon
        self.words = sentence.words
        self.closed = load_closed()
        self.shouts = sentence.shouts

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
        words, lexicon, anaphors, firsts = self.words, self.lexicon, self.closed.anaphors, _noun_firsts()
        found = []
        for at, word in enumerate(words):
            if word in anaphors:
                found.append(at)
            elif word in firsts:
                demonym = lexicon.demonyms.match(words, at)
                if (
                    lexicon.people.match(words, at) is not None
                    or (demonym is not None and self._capital(at) and self._people_noun(demonym[0] - 1, demonym[1].name))
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
        words, determiners, firsts = self.words, self.closed.determiners, _noun_firsts()
        first, low, opened = head, max(at, head - _REACH - 3), False
        while first > low:
            word = words[first - 1]
            if word in determiners or word in _MORE:
                opened = opened or (word in determiners and word not in firsts)
            elif opened or (word not in firsts and word not in ("'s", "'") and self._ends_walk(word)):
                break
            first -= 1
        return first

    def _ends_walk(self, word: str) -> bool:
        """Whether a word that begins no noun of the lists ends a phrase."""
        return self.closed.stops(word) or word in self.lexicon.units or word.replace(",", "").isdigit() or self.closed.is_adverb(word)

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
                inner = self._collective(at + 1) or self._noun(at + 1, True)
                if inner is not None and inner.people is not False:
                    return self._out_of(replace(inner, first=quantity.first, quantity=quantity, share_of=True))
                if inner is not None:
                    return None
            share_of = quantity.count.unit == "share"
        elif words[at : at + 1] == ("strong",) or words[at : at + 2] == ("-", "strong"):
            last = at + 1 + (words[at] == "-")
            label = self._words(quantity.first, last)
            return Phrase(quantity.first, last, None, last, quantity, Cohort(label), None)
        elif at < len(words):
            half = self._collective(at) if quantity.count.unit == "share" else None  # "half the battalion"
            inner = half or self._noun(at, True)
            if inner is not None:
                vague = quantity.count.bound == "vague" and inner.people is None
                share_of = quantity.count.unit == "share"
                return (
                    None if inner.people is False or vague else replace(inner, first=quantity.first, quantity=quantity, share_of=share_of)
                )
        if at < len(words) and (words[at][0].isdigit() or (words[at][0].isalpha() and not self._ends_number(at))):
            return None
        behind = self._behind(quantity)
        if behind is not None:
            return behind
        label = self._words(quantity.first, quantity.last)
        return Phrase(quantity.first, quantity.last, None, quantity.last, quantity, Cohort(label), None, None, None, None, share_of)

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
            noun = self._noun(first, False)
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
        if number is None or phrase.quantity is None or (number[0] < len(self.words) and self._noun(number[0], False) is not None):
            return phrase
        return replace(phrase, last=number[0], quantity=replace(phrase.quantity, of=number[1]))

    def _collective(self, at: int) -> Phrase | None:
        """A body of people after "of": "the garrison", "the captain's company"."""
        words, first = self.words, at
        if words[at] not in self.closed.determiners:
            return None
        end = at
        while end < len(words) and end - first < 5 and not self.closed.stops(words[end]):
            if words[end] in self.lexicon.collective:
                beyond = end + 1 < len(words) and bool(self.lexicon.people.match(words, end + 1))
                last = self._after(end + 1)
                parts = self._parts(first, last, Cohort(self._words(first, last)), None, end)
                return None if beyond else Phrase(first, last, end, end + 1, None, parts, True)
            if self.lexicon.people.match(words, end) and words[end + 1 : end + 2] != ("'s",):
                return None
            end += 1
        return None

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
        inner = self._noun(number[0], True) if number[0] < len(self.words) else None
        if inner is not None and inner.people is False:
            return None
        if inner is not None:
            return replace(inner, first=quantity.first, quantity=of, share_of=True)
        return Phrase(
            quantity.first, number[0], None, number[0], of, Cohort(self._words(quantity.first, number[0])), None, None, None, None, True
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
            return self._pronoun(at)
        if self.closed.stops(word):
            return None
        phrase = self._noun(at, False)
        if phrase is None or phrase.people is not True or any(each in taken for each in range(phrase.first, phrase.last)):
            return None
        return phrase

    def _pronoun(self, at: int) -> Phrase | None:
        word = self.words[at]
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        if word in ("those", "these") and after and not self.closed.stops(after) and after != "who":
            return self._noun(at, False)
        last = self._after(at + 1)
        parts = self._parts(at, last, Cohort(self._words(at, last)))
        return Phrase(at, last, None, at + 1, None, parts, True, word)

    def _noun(self, at: int, unknown: bool) -> Phrase | None:
        """The noun phrase that begins at a word; unknown nouns only where `unknown` lets them."""
        words, lexicon = self.words, self.lexicon
        first, refers, firsts = at, None, _noun_firsts()
        if (
            words[at] in self.closed.anaphors
            and words[at] != "who"
            and (at + 1 >= len(words) or self.closed.stops(words[at + 1]) or words[at] in ("them", "whom", "others"))
        ):
            last = self._after(at + 1)
            return Phrase(at, last, None, at + 1, None, self._parts(at, last, Cohort(self._words(at, last))), True, words[at])
        while at < len(words) and (words[at] in self.closed.determiners or words[at] in _MORE):
            if words[at] in ("its", "their", "his", "those", "these", "the"):
                refers = words[at] if words[at] != "the" else refers
            at += 1
        head = head_end = -1
        word_of: PeopleWord | None = None
        people: bool | None = None
        fate: FateWord | None = None
        fate_at: int | None = None
        start, end = at, at
        while end < len(words) and end - start < _REACH:
            word = words[end]
            if word in ("'s", "'") and end > start:
                end += 1
                continue
            if word == "-" and end > start and end + 1 < len(words):
                end += 1
                continue
            if word in lexicon.dates["months"] and self._capital(end) and (word not in ("may", "march") or not self.shouts):
                if head < 0:
                    return None
                break
            match = demonym = group = fates = None
            if word in firsts:
                match = lexicon.people.match(words, end)
                demonym = lexicon.demonyms.match(words, end)
                group = lexicon.groups.match(words, end)
                fates = lexicon.fates.match(words, end)
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
                fate, fate_at, end = fates[1], end, fates[0]
            elif fates is not None and (fates[1].frame in ("patient", "agent", "state") or self._names_deed(fates)):
                break
            elif group is not None:
                end = group[0]
            elif demonym is not None and self._capital(end):
                if self._people_noun(demonym[0] - 1, demonym[1].name):
                    head, head_end, people = end, demonym[0], True
                    word_of = None
                end = demonym[0]
            elif word in self.closed.determiners or self._ends_walk(word):
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
            return Phrase(
                first, end, end - 1, end, None, self._parts(start, end, Cohort(self._words(start, end))), None, refers, fate, fate_at
            )
        last = self._after(head_end)
        parts = self._parts(first, last, Cohort(self._words(start, last)), word_of, head)
        if refers is None and parts.affiliation is None and last > head_end and words[last - 1] in lexicon.group_plain:
            refers = "army"
        if (
            people
            and word_of is not None
            and words[head_end - 1] == "members"
            and parts.affiliation is None
            and parts.kin_of is None
            and refers is None
            and self._after(head_end) == head_end
            and words[head_end : head_end + 1] == ("of",)
        ):
            people = None
        plural = words[head_end - 1] in _PLURALS or words[head_end - 1].endswith("s")
        kin = word_of is not None and word_of.kin is not None
        return Phrase(first, last, head, head_end, None, parts, people, refers, fate, fate_at, False, plural, kin=kin)

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

    def _composed(self, phrase: Phrase) -> Phrase:
        """A phrase with what the words right after it tell of who they are: "140 of them children", "11 of the dead were women"."""
        words, at = self.words, phrase.last
        before = words[max(phrase.first - 2, 0) : phrase.first]
        back = phrase.refers in ("them", "whom") or before in (("of", "whom"), ("of", "them"), ("of", "these"))
        if not back and not (phrase.share_of and phrase.fate is not None and phrase.fate_at == phrase.head):
            return phrase
        while at < len(words) and (words[at] in _IS or self.closed.is_adverb(words[at]) or words[at] in ("the", "a", "an", "under", "age")):
            at += 1
        noun = self._noun(at, False) if at < len(words) and not self.closed.stops(words[at]) else None
        if noun is None or noun.people is not True or noun.fate is not None:
            ends = phrase.last >= len(words) or words[phrase.last] in (",", ".", ";", ")", "and", "–", "—")
            manner = phrase.last < len(words) and self.closed.is_adverb(words[phrase.last])
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

    def _names_deed(self, fates: tuple[int, FateWord]) -> bool:
        """Whether a noun for what happened closes the phrase ("12 detentions") and only tells no other noun ("death squads")."""
        end, word = fates
        return word.frame in ("event", "toll") and (end >= len(self.words) or self.closed.stops(self.words[end]))

    def _people_noun(self, at: int, name: str) -> bool:
        """Whether a demonym's last word is a noun for people ("Russians", "the Swiss") and not an adjective or the place."""
        word = self.words[at]
        if word == name.lower():
            return False
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
        """Whether a noun for people comes within two words, so that the phrase goes on ("army officers", "fighters' family")."""
        for ahead in range(at, min(at + 2, len(self.words))):
            if self.closed.stops(self.words[ahead]) and self.words[ahead] not in ("'s", "'"):
                return False
            if self.lexicon.people.match(self.words, ahead) and not self.lexicon.fates.match(self.words, ahead):
                return True
        return False

    def _capital(self, at: int) -> bool:
        return self.shouts or self.sentence.forms[at][:1].isupper()

    def _plural(self, at: int) -> bool:
        word = self.words[at]
        return (word.endswith("s") and not word.endswith(("ss", "'s", "us"))) or word in ("men", "women", "children") or self._capital(at)

    def _words(self, first: int, last: int) -> str:
        if last <= first:
            return ""
        return " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last - 1]].split())

    def _after(self, at: int) -> int:
        """One past what follows a head and tells who the people are: "of ISIS", "from Dagestan", "who joined ISIS"."""
        words = self.words
        while at < len(words):
            if words[at] in ("of", "from", "in") and at + 1 < len(words):
                inner = at + 1
                while inner < len(words) and words[inner] in (
                    "the",
                    "a",
                    "an",
                    "its",
                    "their",
                    "both",
                    "'s",
                    "own",
                    "present",
                    "-",
                    "day",
                ):
                    inner += 1
                nxt = self._name_end(inner)
                if nxt is None and words[at] == "of" and inner < len(words):
                    match = self.lexicon.people.match(words, inner)
                    nxt = match[0] if match and words[at - 1] not in ("number",) else None
                if nxt is None:
                    return at
                at = nxt
            elif words[at] in ("who", "that") and at + 1 < len(words):
                verb = at + 1
                while verb < len(words) and (words[verb] in ("had", "have", "has") or self.closed.is_adverb(words[verb])):
                    verb += 1
                fates = self.lexicon.fates.match(words, verb) if verb < len(words) else None
                if fates is None or fates[1].fate != "joined":
                    return at
                nxt = self._name_end(fates[0] + (fates[0] < len(words) and words[fates[0]] == "the"))
                return nxt or fates[0]
            else:
                return at
        return at

    def _name_end(self, at: int) -> int | None:
        """One past a group's, people's or army's name at a word, or None."""
        words = self.words
        if at >= len(words):
            return None
        match = self.lexicon.groups.match(words, at)
        if match:
            people = self.lexicon.people.match(words, match[0]) if match[0] < len(words) else None
            return people[0] if people else match[0]
        place = self.lexicon.demonyms.match(words, at)
        if place and self._capital(at):
            nxt = place[0]
            if nxt < len(words):
                group = self.lexicon.groups.match(words, nxt)
                nxt = group[0] if group else nxt
                people = self.lexicon.people.match(words, nxt) if nxt < len(words) else None
                nxt = people[0] if people else nxt
            return nxt
        end = at
        while end < len(words) and end - at < 5 and not self.closed.stops(words[end]):
            if words[end] in self.lexicon.group_suffixes or words[end] in self.lexicon.group_plain:
                return end + 1
            if self.lexicon.fates.match(words, end) or self.lexicon.people.match(words, end):
                return None
            end += 1
        return None

    def _parts(self, first: int, last: int, cohort: Cohort, word_of: PeopleWord | None = None, head: int | None = None) -> Cohort:
        """What the words from `first` to `last` tell of the people."""
        words, lexicon = self.words, self.lexicon
        origin = affiliation = role = sex = age = kin = None
        kin_at = -1
        at = first
        while at < last:
            group = lexicon.groups.match(words, at)
            place = lexicon.demonyms.match(words, at) if self._capital(at) else None
            people = lexicon.people.match(words, at)
            if group and group[0] <= last:
                affiliation = affiliation or group[1]
                at = group[0]
            elif place and place[0] <= last:
                origin = origin or place[1].name
                at = place[0]
            elif people and people[0] <= last:
                meaning = people[1]
                role, sex, age = role or meaning.role, sex or meaning.sex, age or meaning.age
                if meaning.kin is not None and (kin is None or kin == "family members"):
                    kin, kin_at = meaning.kin, at
                elif meaning.age == "children" and kin is None and people[0] < last and words[people[0]] == "of":
                    kin, kin_at = "children", at
                at = people[0]
            else:
                named = self._unit(at, last)
                if named is not None and affiliation is None:
                    affiliation, at = named[1], named[0]
                else:
                    at += 1
        kin_of = self._kin_of(first, last, kin_at) if kin is not None else None
        if kin_of is not None:
            role = None
        return replace(cohort, origin=origin, affiliation=affiliation, role=role, sex=sex, age=age, kin_of=kin_of)

    def _unit(self, at: int, last: int) -> tuple[int, str] | None:
        """A named army or unit inside the phrase ("the Young Guard", "the main army"): (one past it, its name)."""
        if self.closed.stops(self.words[at]) or self.words[at] in self.closed.determiners:
            return None
        for end in range(at, min(at + 5, last)):
            if (
                self.closed.stops(self.words[end])
                or self.words[end] in self.closed.determiners
                or self.lexicon.people.match(self.words, end)
            ):
                return None
            if self.words[end] in self.lexicon.group_suffixes or self.words[end] in self.lexicon.group_plain:
                return (end + 1, self._words(at, end + 1)) if end > at else None
        return None

    def _kin_of(self, first: int, last: int, kin_at: int) -> str | None:
        """Whose kin: the possessor before, or the people after "of"; "their" stays as the word for `references`."""
        words = self.words
        before = [at for at in range(first, kin_at) if words[at] in ("'s", "'")]
        if before and before[-1] > first:
            return self._words(first + (words[first] in ("the", "of")), before[-1])
        after = next((at for at in range(kin_at, last) if words[at] == "of"), None)
        if after is not None and after + 1 < last:
            return self._words(after + 1, last)
        return next((words[at] for at in range(first, kin_at) if words[at] in ("their", "its", "his")), None)
