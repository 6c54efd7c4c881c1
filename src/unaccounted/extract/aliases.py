"""Other names told beside a person's name: in brackets, after commas, after "alias", "born", "whose real name is", in quotes.

In: a name found in a sentence. Out: the same with its real name, another name, and where these words end. An office
beside a name is no other name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.mentions import Mention
from unaccounted.extract.names import CLOSE, OPEN, NameFinder
from unaccounted.extract.sentences import Sentence

_BRACKET, _ASIDE, _DIRECT = 40, 24, 10
"""Words that a bracket, an apposition and a phrase without either may be long."""


class AliasReader:
    """Reads what one sentence tells beside its names."""

    def __init__(self, finder: NameFinder) -> None:
        self.finder, self.naming, self.words, self.forms = finder, finder.naming, finder.words, finder.forms

    def read(self, name: Mention) -> Mention:
        """A name with what stands beside it."""
        words, last = self.words, name.name_last
        if self._only(name):
            return replace(name, real="unknown", told_by=min(last + 3, len(words)), sure=True)
        if last >= len(words):
            return name
        if words[last] in "([":
            close = next((each for each in range(last, min(last + _BRACKET, len(words))) if words[each] in ")]"), None)
            if close is None:
                return name
            real, also = self._told(last + 1, close, name.kunya, name.sure)
            found = replace(name, real=real, also=also, last=close + 1, told_by=close + 1)
            return self._after_comma(found, close + 1) if real is None and also is None else found
        if words[last] in OPEN and last + 2 < len(words):
            close = next((each for each in range(last + 1, min(last + 6, len(words))) if words[each] in CLOSE), None)
            apart = self.finder.sentence.starts[last] > self.finder.sentence.ends[last - 1]
            if close is not None and close > last + 1 and apart and name.sure and self._nickname(last + 1, close):
                end = self.finder.family_from(close + 1)
                whole = name.name if end == close + 1 else self.finder.printed(name.first, end)
                also = self.finder.printed(last + 1, close)
                return replace(name, name=whole, also=also, last=end, name_last=end, told_by=end)
        if words[last] in (",", "-", "–", "--"):
            return self._after_comma(name, last)
        if self.naming.alias.match(words, last) or words[last] in ("whose", "who"):
            return self._aside(name, last, min(last + _DIRECT, len(words)))
        return name

    def _nickname(self, first: int, last: int) -> bool:
        """Whether words in quotes after a name can be a name: capitalised, and no everyday word where all are capitals."""
        everyday = self.finder.shouts and any(self.naming.is_everyday(word) for word in self.words[first:last])
        return self.forms[first][:1].isupper() and not everyday

    def _after_comma(self, name: Mention, at: int) -> Mention:
        if at + 1 >= len(self.words) or self.words[at] not in (",", "-", "–", "--"):
            return name
        stop = at + 1
        while stop < len(self.words) and stop - at < _ASIDE and self.words[stop] not in (";", "(", ":"):
            stop += 1
        found = self._aside(name, at + 1, stop)
        office = self._office(at + 1) if found.real is None and found.also is None else None
        return replace(name, also=office[1], told_by=office[0]) if office else found

    def _aside(self, name: Mention, first: int, stop: int) -> Mention:
        """What an apposition or a clause of "who" tells, up to the next person's name."""
        cue = self.naming.alias.find(self.words, first, stop)
        if (
            not cue
            or any(self._named(at) for at in range(first, cue[0][0]))
            or any(self.words[at] == "." for at in range(first, cue[0][0]))
        ):
            return name
        # "A, a town in the north, known as ..." is not of a person; nor is what is called so by others inside a list.
        if not name.sure and cue[0][0] > first and self.words[first] not in ("who", "whose", "also", "better", "alias"):
            return name
        if cue[0][0] > first and self.words[cue[0][0] - 1] not in self.naming.attaches:
            return name  # "a member of the class known as ..."
        told = self._values(cue[0][0], stop, name.sure)
        if told is None:
            return name
        real, also, last = told
        return replace(name, real=real, also=also, told_by=last, sure=True)

    def _named(self, at: int) -> bool:
        return self.finder.name_at(at, 2) is not None and self.words[at] in self.naming.given | self.naming.kunya

    def _told(self, first: int, last: int, bare: bool, sure: bool) -> tuple[str | None, str | None]:
        """What brackets tell: (real name, another name); `bare`: a name alone is the real one."""
        told = self._values(first, last, sure)
        if told is not None:
            return told[0], told[1]
        whole = self.finder.name_at(first, 2) if bare else None
        return (self.finder.printed(first, whole), None) if whole is not None and whole == last else (None, None)

    def _values(self, first: int, stop: int, sure: bool) -> tuple[str | None, str | None, int] | None:
        """The names that the phrases between two words give: (real, another, one past the last word read)."""
        words = self.words
        real = also = None
        end = first
        for begins, after, kind in self.naming.alias.find(words, first, stop):
            at = after
            while at < stop and words[at] in self.naming.between:
                at += 1
            if kind == "real" and (
                (at < stop and words[at] in self.naming.unknown)
                or (words[at : at + 1] == ("not",) and not {"known", "established", "disclosed"}.isdisjoint(words[at : at + 4]))
                or (words[at : at + 1] == ("remains",) and words[at + 1 : at + 2] and words[at + 1] in self.naming.unknown)
            ):
                real, end = "unknown", min(at + 2, len(words))
                continue
            if begins and words[begins - 1] == "-" and kind in ("weak", "real"):
                continue  # "so-called", "Tunis-born"
            if kind == "weak" and not (begins and words[begins - 1] in (",", "(", "and", "who")):
                continue
            # "Known as" is said of towns and stadiums too; an alias and a nom de guerre are a person's.
            certain = sure or (words[after - 1] not in ("as", "called", "spelled", "name") and kind != "weak")
            value = self._value(at, stop + 1, certain)
            if value is None:
                continue
            if kind == "real":
                real = value[0] if real is None else real
            else:
                real = "unknown" if kind == "only" and real is None else real
                also = value[0] if also is None else also
            end = value[1]
        return None if real is None and also is None else (real, also, end)

    def _value(self, at: int, stop: int, sure: bool) -> tuple[str, int] | None:
        """A name given after such a phrase: in quotes whole, else capitalised words, with "the" before them or not."""
        words = self.words
        if at >= len(words):
            return None
        if words[at] in OPEN and sure:
            close = next((each for each in range(at + 1, min(at + 7, len(words))) if words[each] in CLOSE), None)
            if close is None or close == at + 1:
                return None
            return self.finder.printed(at + 1, close - (close > at + 2 and words[close - 1] in ",.")), close + 1
        if not sure:
            return None
        titles = at
        while at < len(words) and words[at].rstrip(".") in self.naming.titles and self.forms[at][:1].isupper():
            at += 1
        end = self.finder.name_at(at, 1)
        if titles < at and end is not None and end <= stop:
            return self.finder.printed(titles, end), end
        if end is None and words[at - 1] == "the" and self.forms[at][:1].isupper() and not self.finder.shouts:
            end = at + 1
            while end < len(words) and end - at < 4 and self.forms[end][:1].isupper():
                end += 1
        return (self.finder.printed(at, end), end) if end is not None and end <= stop else None

    def _only(self, name: Mention) -> bool:
        """ "A man known only as Wolf", "of whom only the kunya, Abu Dujana, is known"."""
        words = self.words
        at = name.first - 1
        while at > 0 and (words[at] in OPEN or words[at] == ","):
            at -= 1
        return any(
            kind == "only" and end == at + 1 and (words[end - 1] == "as" or "known" in words[name.name_last : name.name_last + 4])
            for _, end, kind in self.naming.alias.find(words, max(at - 6, 0), at + 1)
        )

    def _office(self, at: int) -> tuple[int, str] | None:
        """ "Joachim Murat, King of Naples": a throne by which a person goes."""
        words = self.words
        if words[at] not in self.naming.rulers or not self.forms[at][:1].isupper() or self.finder.shouts:
            return None
        end = at + 1
        while end < len(words) and (words[end] in ("of", "the") or self.forms[end][:1].isupper()):
            end += 1
        return (end, self.finder.printed(at, end)) if end > at + 2 else None


def find_mentions(sentence: Sentence, text: str, lexicon: Lexicon, known: Mapping[str, str] | None = None) -> list[Mention]:
    """Every person named outside brackets, and those named in brackets after people ("a boy (Ali Hadi, 12)"), in order.

    Args:
        sentence, text, lexicon: what is read, and with which words.
        known: the last words of names given before, in lower case, with the person's whole name.
    """
    finder = NameFinder(sentence, text, lexicon, known)
    beside = AliasReader(finder)
    found: list[Mention] = []
    words, passes = sentence.words, finder.passes
    places = finder.places()
    at = depth = index = 0
    of_people = False
    while True:
        while index < len(places) and places[index] < at:
            index += 1
        following = places[index] if index < len(places) else len(words)
        if finder.shouts and finder.here:  # a name told before in the sentence, or one more of a list
            following = next((each for each in range(at, following) if words[each] in finder.here), following)
        at = finder.listed if at <= finder.listed < following else following
        if at >= len(words):
            break
        word = words[at]
        depth += (word in "([") - (word in ")]")
        if word == "(":
            of_people = at > 0 and finder.people(at - 1)
        if passes(at):
            at += 1
            continue
        open_here = depth <= 0 or (depth == 1 and of_people)
        name = finder.name(at) if open_here and finder.may_begin(at) else None
        if name is None:
            at += 1
            continue
        mention = beside.read(name)
        if not (found and mention.name_last <= found[-1].told_by and mention.name in (found[-1].also, found[-1].real)):
            found.append(mention)
            if mention.sure and mention.name_last - mention.first > 1 and not mention.kunya and words[mention.name_last - 1].isalpha():
                finder.here[words[mention.name_last - 1]] = mention.person
        at = mention.last
        joined = at + 1 + (words[at : at + 2] == (",", "and"))
        finder.listed = joined if words[at : at + 1] in ((",",), ("and",)) else -1
    return found
