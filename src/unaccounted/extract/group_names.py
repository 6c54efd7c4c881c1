"""Names of groups in a sentence, as printed: after "Katiba", before "Brigade", in quotes, with an acronym or another name in brackets.

In: a sentence. Out: mentions of groups with the words that they take up. In text in capitals a name is told by its prefix,
its quotes, its number, its acronym, or by words that are plainly no others. It links nothing.
"""

from __future__ import annotations

from functools import cache

from unaccounted.extract.closed import load_closed
from unaccounted.extract.group_words import load_group_words
from unaccounted.extract.lexicons import Lexicon, load_lexicon
from unaccounted.extract.mentions import GroupMention
from unaccounted.extract.names import CLOSE, OPEN
from unaccounted.extract.naming import load_naming
from unaccounted.extract.sentences import Sentence

_LINKS = frozenset(["of", "for", "and", "the", "-", "'s", "'", "’", "de", "del", "la"])
_SMALL = frozenset(["of", "for", "and", "the", "-", "'s", "'", "’", "de", "del", "la", "y"])
_LONGEST = 9
_BRACKET = 12


class GroupFinder:
    """Finds the groups named in one sentence."""

    def __init__(self, sentence: Sentence, text: str, lexicon: Lexicon) -> None:
        self.sentence, self.text, self.lexicon = sentence, text, lexicon
        self.words, self.forms, self.shouts = sentence.words, sentence.forms, sentence.shouts
        self.closed, self.naming, self.group = load_closed(), load_naming(), load_group_words()

    def find(self) -> list[GroupMention]:
        """Every group named, in order, without overlaps."""
        found = self._short() + self._told_of()
        marks = group_marks()
        if marks.isdisjoint(self.words):
            return sorted(found, key=lambda each: each.first)
        taken = {at for each in found for at in range(each.first, each.end)}
        for at, word in enumerate(self.words):
            if word not in marks or at in taken:
                continue
            mention = self._prefixed(at) or self._suffixed(at) or self._known(at) or self._after_noun(at)
            if mention is None or not taken.isdisjoint(range(mention.first, mention.end)):
                continue
            mention = self._beside(mention)
            found.append(mention)
            taken.update(range(mention.first, mention.end))
        return sorted(found, key=lambda each: each.first)

    def printed(self, first: int, last: int) -> str:
        """Words as printed, white space made single."""
        return " ".join(self.text[self.sentence.starts[first] : self.sentence.ends[last - 1]].split())

    def capital(self, at: int) -> bool:
        """Whether a word can be part of a group's name."""
        form = self.forms[at]
        if self.shouts:
            plain = self.naming.is_everyday(self.words[at]) and not self._noun(self.words[at])
            return (
                form[:1].isalnum() and not plain and not self.closed.stops(self.words[at]) and self.words[at] not in self.closed.determiners
            )
        return form[:1].isupper() and form[:1].isalpha()

    def _noun(self, word: str) -> bool:
        """Whether a word is a noun for groups, or an adjective of their names."""
        group = self.group
        return word in group.units or word in group.bodies or word in self.lexicon.group_suffixes or word in group.qualifiers

    def _ordinal(self, at: int) -> bool:
        return self.words[at][:1].isdigit() or (self.words[at] in self.lexicon.numbers["ordinals"] and self.forms[at][:1].isupper())

    def _prefixed(self, at: int) -> GroupMention | None:
        """ "Katiba Nur", "Liwa 17", "Jabhat al-Fajr"."""
        words, forms = self.words, self.forms
        if self.shouts or words[at] not in self.lexicon.group_prefixes or not forms[at][:1].isupper() or at + 1 >= len(words):
            return None
        if words[at + 1] in self.closed.prepositions or words[at + 1].rstrip(".") in self.naming.titles:
            return None
        end = at + 1
        while (
            end < len(words)
            and end - at < 6
            and (
                (forms[end][:1].isupper() and words[end] not in self.closed.conjunctions)
                or words[end] in self.naming.kunya
                or words[end] in self.naming.particles - {"the", "at"}
                or (words[end] == "-" and self.sentence.starts[end] == self.sentence.ends[end - 1])
                or (end == at + 1 and words[end].isdigit())
            )
        ):
            end += 1
        while end > at + 1 and (words[end - 1] == "-" or (words[end - 1] in self.naming.particles and not forms[end - 1][:1].isupper())):
            end -= 1
        if end == at + 1 or (end - at == 2 and words[end - 1] in self.group.units):
            return None
        return GroupMention(at, end, end, self.printed(at, end), "prefix")

    def _suffixed(self, at: int) -> GroupMention | None:
        """ "The Hittin Battalion", "Third Company", the quoted name before "Column"."""
        word = self.words[at]
        if (
            at == 0
            or not (
                word in self.group.units
                or word in self.lexicon.group_suffixes
                or (word in self.group.nouns and self.words[at - 1] in CLOSE)
            )
            or not (self.shouts or self.forms[at][:1].isupper() or self.words[at - 1] in CLOSE)
        ):
            return None
        if self.words[at - 1] in CLOSE and at > 2:
            opened = next((each for each in range(at - 2, max(at - 8, -1), -1) if self.words[each] in OPEN), None)
            if (
                opened is not None
                and opened < at - 2
                and all(self.forms[each][:1].isupper() or self.words[each] in _LINKS for each in range(opened + 1, at - 1))
            ):
                plain = self.shouts and all(self.naming.is_everyday(self.words[each]) for each in range(opened + 1, at - 1))
                if plain and word in self.group.nouns - self.group.units:
                    return None  # in capitals, words in quotes before "group" are names only where they are no everyday words
                return GroupMention(opened, at + 1, at + 1, self.printed(opened, at + 1), "quoted")
            if self.words[at - 1] != "'":
                return None
        first = self._left(at)
        names = [each for each in range(first, at) if self.words[each] not in _SMALL]
        if not names or all(self.lexicon.demonyms.match(self.words, each) for each in names):
            return None
        if word == "company" and not (self.words[at - 1] in ("'s", "'", "’") or self._ordinal(at - 1)):
            return None
        if at + 1 < len(self.words) and self.words[at + 1] not in CLOSE and self.forms[at + 1][:1].isupper() and not self.shouts:
            return None  # "Brigade General X", "Front Street"
        return GroupMention(first, at + 1, at + 1, self.printed(first, at + 1), "unit" if word in self.group.units else "body")

    def _after_noun(self, at: int) -> GroupMention | None:
        """The militia "Sons of Dawn": a name in quotes right after its noun."""
        if (
            self.shouts
            or self.words[at] not in self.group.nouns
            or self.words[at + 1 : at + 2] == ()
            or self.words[at + 1] not in OPEN - {"'"}
        ):
            return None
        close = next((each for each in range(at + 2, min(at + 9, len(self.words))) if self.words[each] in CLOSE), None)
        if (
            close is None
            or close == at + 2
            or not all(self.forms[each][:1].isupper() or self.words[each] in _LINKS for each in range(at + 2, close))
        ):
            return None
        return GroupMention(at + 2, close, close, self.printed(at + 2, close), "quoted")

    def _left(self, at: int) -> int:
        """The first word of a capitalised name that ends before a word."""
        first = at
        while (
            first > 0 and at - first < _LONGEST and (self.capital(first - 1) or self.words[first - 1] in _LINKS or self._ordinal(first - 1))
        ):
            link = self.words[first - 1]
            if link == "the" and (first < 2 or self.words[first - 2] not in ("of", "for") or self.shouts):
                break
            if link == "and" and not (self.words[first] in self.group.bodies and not self.shouts):
                break
            if link in ("of", "for") and first > 1 and not self._noun(self.words[first - 2]):
                break
            first -= 1
        while first < at and (
            self.words[first] in _SMALL
            or self.words[first] in self.closed.determiners
            or (first == 0 and (self.closed.is_adverb(self.words[0]) or self.closed.stops(self.words[0])))
            or self.words[first].rstrip(".") in self.naming.titles
        ):
            first += 1
        return first

    def _short(self) -> list[GroupMention]:
        """ "People's Revolutionary Unity (URP)": names before their acronym in brackets."""
        found: list[GroupMention] = []
        if "(" not in self.words and "[" not in self.words:
            return found
        for opened in range(2, len(self.words) - 2):
            short = self.forms[opened + 1]
            if (
                self.words[opened] in "(["
                and self.words[opened + 2] in ")]"
                and short.isupper()
                and short.isalpha()
                and 2 <= len(short) <= 8
            ):
                first = self._full(opened, short.lower())
                if first is not None:
                    last = opened - (self.words[opened - 1] in ("'s", "'", "’"))
                    found.append(GroupMention(first, last, opened + 3, self.printed(first, last), "body", short, True))
        return found

    def _full(self, opened: int, short: str) -> int | None:
        """The first word of the name that an acronym stands for: its initials to the letter, else most of them in any order."""
        best: int | None = None
        inner: list[str] = []
        for at in range(opened - 1, max(opened - _LONGEST - 2, -1), -1):
            word = self.words[at]
            if word in _SMALL:
                foreign = word == "the" and at > 1 and self.words[at - 1] == "of" and not self._noun(self.words[at - 2])
                if foreign or (word == "the" and best is not None):
                    break  # "the column of the X (XYZ)": the whole is what is abbreviated
                continue
            if not self.forms[at][:1].isupper() or word in self.closed.determiners or self.closed.stops(word):
                break
            inner.insert(0, word)
            if len(inner) < 2 or not any(
                self._noun(each) or each in self.lexicon.group_organs or each in self.lexicon.group_plain for each in inner
            ):
                continue
            initials = [each[0] for each in inner]
            if "".join(initials) == short:
                return at
            if sorted(initials) == sorted(short) or (
                (self.capital(at) or self._noun(word) or word.endswith("ist")) and _abbreviates(short, initials, self._noun(word))
            ):
                best = at
        return best

    def _told_of(self) -> list[GroupMention]:
        """ "The Lions of the Plain, made up of ...", "the Falcons disbanded": a name told by what is said of it as of a group."""
        told = _told_words()
        if self.shouts or told.isdisjoint(self.words):
            return []
        found = []
        for at in range(2, len(self.words)):
            word = self.words[at]
            if word not in told:
                continue
            end = at
            while end > 1 and (
                self.words[end - 1] in self.closed.auxiliaries
                or self.closed.is_adverb(self.words[end - 1])
                or self.words[end - 1] in (",", "which")
            ):
                end -= 1
            first = end
            while first > 0 and (self.capital(first - 1) or (self.words[first - 1] in ("of", "the") and first < end)):
                first -= 1
            while first < end and self.words[first] in ("the", "of"):
                first += 1
            if (
                first == end
                or first == 0
                or self.words[first - 1] != "the"
                or not ("of" in self.words[first:end] or (self.words[first].endswith("s") and word not in self.group.changed))
            ):
                continue
            people = ("of" not in self.words[first:end] and self.lexicon.demonyms.match(self.words, first)) or (
                "of" not in self.words[first:end] and self.lexicon.people.match(self.words, first)
            )
            if not people and self.words[first] not in self.naming.not_persons and self.words[end - 1] not in self.lexicon.group_suffixes:
                found.append(GroupMention(first, end, end, self.printed(first, end), "told"))
        return found

    def _known(self, at: int) -> GroupMention | None:
        match = self.lexicon.groups.match(self.words, at)
        return None if match is None else GroupMention(at, match[0], match[0], match[1], "known")

    def _beside(self, mention: GroupMention) -> GroupMention:
        """A group with another name told in brackets after it: "(formerly the Free Officers' Brigade)", "(the "Wolves")"."""
        at = mention.end
        if mention.acronym or at + 2 >= len(self.words) or self.words[at] not in "([":
            return mention
        close = next((each for each in range(at + 1, min(at + _BRACKET, len(self.words))) if self.words[each] in ")]"), None)
        if close is None:
            return mention
        first = at + 1
        cued = False
        while first < close and (match := self.group.named_so.match(self.words, first)) is not None and match[0] < close:
            cued = cued or match[1] != "the"
            first = match[0]
        last = close
        quoted = self.words[first] in OPEN and self.words[last - 1] in CLOSE
        first, last = first + quoted, last - quoted
        named = first < last and all(self.forms[each][:1].isupper() or self.words[each] in _LINKS for each in range(first, last))
        short = last - first == 1 and self.forms[first].isupper() and len(self.forms[first]) >= 2
        if not named or not (
            cued
            or quoted
            or short
            or (not self.shouts and mention.kind != "known" and self.lexicon.groups.match(self.words, first) is None)
        ):
            return mention
        if short and mention.kind == "known" and self.forms[first].lower() == mention.name.lower():
            return mention
        if not (cued or quoted or short) and self.lexicon.demonyms.match(self.words, first):
            return mention
        return GroupMention(mention.first, mention.last, close + 1, mention.name, mention.kind, self.printed(first, last), short)


@cache
def group_marks(language: str = "en") -> frozenset[str]:
    """Words of which one stands in every name of a group without an acronym: prefixes, nouns, first words of known names."""
    lexicon = load_lexicon(language)
    words = load_group_words(language)
    return lexicon.group_prefixes | lexicon.group_suffixes | words.units | words.nouns | frozenset(lexicon.groups.firsts())


@cache
def _told_words(language: str = "en") -> frozenset[str]:
    """Words that are said of groups alone."""
    words = load_group_words(language)
    return words.made | words.changed | words.by_itself


@cache
def group_signs(language: str = "en") -> frozenset[str]:
    """Words of which one stands in every sentence that names a group, but for known groups' own names."""
    lexicon, words, naming = load_lexicon(language), load_group_words(language), load_naming()
    nouns = lexicon.group_prefixes | lexicon.group_suffixes | words.units | words.nouns
    naming_firsts = frozenset([*words.called.firsts(), *naming.self_named.firsts()])
    return nouns | _told_words(language) | naming_firsts | {"(", "[", "so", "so-called"}


def _abbreviates(short: str, initials: list[str], translated: bool) -> bool:
    """Whether an acronym is made of a name's initials, in any order: translated names keep the acronym of their language.

    `translated`: whether the name begins with its noun ("Army of ..."), whose letter the other language may not share.
    """
    left = list(initials)
    hits = 0
    for letter in short:
        if letter in left:
            left.remove(letter)
            hits += 1
    return hits >= max(2, round(0.7 * len(short))) and len(initials) <= len(short) + 2 and (translated or initials[0] in short)
