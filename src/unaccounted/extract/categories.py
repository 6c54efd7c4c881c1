"""Claims that an author divides people into classes: "the first group are ...", "three kinds of returnee: ...".

In: a passage and what the document has announced before. Out: category claims, whose quote says who is in the class. A class
is read where its number or its noun is said, or after a sentence that announces a division; how large it is, is for counts.
"""

from __future__ import annotations

from unaccounted.base.records import Claim, Cohort
from unaccounted.extract.category_words import load_categories
from unaccounted.extract.clauses import clause_start
from unaccounted.extract.factuality import read_factuality
from unaccounted.extract.noun_phrases import Phrase
from unaccounted.extract.nouns import Nouns
from unaccounted.extract.passage import Passage
from unaccounted.extract.references import Memory, resolve_cohort

_PARAGRAPHS = 4
"""Paragraphs after an announcement in which its classes are looked for."""
_LONGEST = 45
"""Words of a class at the most."""
_NAMELESS = frozenset(["category", "categories", "group", "groups", "they", "these", "class", "classes", "subgroup", "them"])
_THOSE = frozenset(["those", "people", "persons", "men", "women", "ones"])


class CategoryReader:
    """Makes category claims of one passage."""

    def __init__(self, passage: Passage, memory: Memory) -> None:
        self.passage, self.memory = passage, memory
        self.words = passage.sentence.words
        self.categories = load_categories()
        self.nouns = Nouns(passage)

    def read(self) -> list[Claim]:
        """The passage's category claims, in order of their place; it is asked only where a sign tells a category."""
        named = not self.categories.classes.isdisjoint(self.words)
        announced = self._announcement() if named else None
        if announced is not None:
            divides, at = announced
            self.memory.divided = (divides, self.passage.sentence.paragraph)
            return self._listed(at, divides)
        apart = self._divided_into() or self._told_apart() or self._distinguished() or self._those_who()
        if apart:
            return apart
        found = self._found()
        if found:
            return found
        if self.memory.divided is not None and self.passage.sentence.paragraph - self.memory.divided[1] <= _PARAGRAPHS:
            divides = self.memory.divided[0]
            return self._numbered(divides) or self._there_are(divides) or self._opened(divides)
        return self._numbered(None) if named else []

    def _told_apart(self) -> list[Claim]:
        """ "Conscripts and volunteers must be told apart": classes named by their announcement; "may be sorted as follows": none yet."""
        for at, _, _ in self.categories.sorting.find(self.words):
            as_follows = self.words[at] == "as"
            verb = at - 1 if as_follows else at
            group = self.nouns.group(verb)
            if not group.passive:
                continue
            subject = self.nouns.subject(group.first)
            inside = [each for each in self.passage.phrases if each.last <= group.first and each.people and each.quantity is None]
            if subject is None or not inside:
                continue
            if as_follows:
                self.memory.divided = (self._label(inside[0]), self.passage.sentence.paragraph)
                return []
            if len(inside) > 1 and any(self.words[each] == "and" for each in range(inside[0].last, inside[-1].first)):
                divides = self._topic() or inside[0].parts.role or "people"
                return [self._claim(each.first, each.last, divides) for each in inside[:4]]
        return []

    def _divided_into(self) -> list[Claim]:
        """ "Jurists divide them into those who may return, those who may not, and those who will not"."""
        for at, _, _ in self.categories.dividing.find(self.words):
            into = next((each for each in range(at + 1, min(at + 8, len(self.words) - 2)) if self.words[each] == "into"), None)
            if into is None or self.words[into + 1] != "those":
                continue
            subject = self.nouns.subject(self.nouns.group(at).first)
            divides = self._divided(at) or (self.passage.words(at + 1, into) if into > at + 1 else None)
            if divides is None and subject is not None:
                divides = self.passage.words(subject.first, subject.last)
            claims = self._items(into + 1, divides) if divides is not None else []
            if len(claims) > 1:
                return claims
        return []

    def _distinguished(self) -> list[Claim]:
        """ "The lists distinguish between the drowned and the missing", "we distinguish conscripts from volunteers"."""
        at = next((each for each, word in enumerate(self.words) if word in self.categories.distinguishing), None)
        if at is None:
            return []
        stop = self._clause(at + 1)
        inside = [each for each in self.passage.phrases if at < each.first and each.last <= stop and each.people and each.quantity is None]
        joined = {"from", "and", ","}
        if len(inside) < 2 or inside[0].first > at + 4:
            return []
        chain = [inside[0]]
        for phrase in inside[1:]:
            between = set(self.words[chain[-1].last : phrase.first])
            if not between & joined or any(word in self.nouns.closed.auxiliaries for word in between):
                break
            chain.append(phrase)
        divides = self._topic() or "people"
        return [self._claim(each.first, each.last, divides) for each in chain] if len(chain) > 1 else []

    def _those_who(self) -> list[Claim]:
        """ "There are those who fled from hunger, those who fled from fear and those who were carried off"."""
        opens = (("there", "are"), ("there", "were"))
        first = next((at for at in range(min(4, len(self.words) - 2)) if self.words[at : at + 2] in opens), None)
        if first is None or self.words[first + 2 : first + 4] != ("those", "who"):
            return []
        divides = self.memory.divided[0] if self.memory.divided is not None else self._topic()
        claims = self._items(first + 2, divides) if divides is not None else []
        return claims if len(claims) > 1 else []

    def _items(self, first: int, divides: str) -> list[Claim]:
        """The classes of a list that begins at a word and runs to the sentence's end."""
        stop = self._stop(first)
        starts = self._starts(first, stop)
        claims: list[Claim] = []
        for index, begin in enumerate(starts):
            last = starts[index + 1] if index + 1 < len(starts) else stop
            while last > begin and self.words[last - 1] in (",", ";", "and", "or", "."):
                last -= 1
            if last > begin:
                claims.append(self._claim(begin, last, divides))
        return claims

    def _found(self) -> list[Claim]:
        """ "One finds adventurers, who stayed a month; believers, ...; and men on the run": a list of classes cut by semicolons."""
        if self.words.count(";") < 2:
            return []
        match = next((found for at in range(3) if at < len(self.words) and (found := self.categories.finding.match(self.words, at))), None)
        if match is None:
            return []
        starts = [match[0], *(at + 1 + (self.words[at + 1 : at + 2] == ("and",)) for at, word in enumerate(self.words) if word == ";")]
        if not all(self._opens_class(at) for at in starts):
            return []
        divides = self._topic() or (self.memory.last.label if self.memory.last is not None else "people")
        return [self._claim(at, self._stop(at), divides) for at in starts if at < len(self.words)]

    def _opens_class(self, at: int) -> bool:
        """Whether a class begins at a word: people, or a plural noun that "who" follows."""
        who = self.words[at + 1 : at + 3] == (",", "who") or self.words[at + 1 : at + 2] == ("who",)
        people = any(at <= each.first <= at + 2 and each.people and each.quantity is None for each in self.passage.phrases)
        return at < len(self.words) and (people or who)

    def _opened(self, divides: str) -> list[Claim]:
        """ "One part went back to their farms. A second joined the hills.": classes told by what they did, after an announcement."""
        at = int(self.words[:1] == ("and",))
        match = self.categories.openers.match(self.words, at) if at < len(self.words) else None
        if match is None or any(phrase.quantity is not None and phrase.first <= match[0] for phrase in self.passage.phrases[:1]):
            return []
        return [self._claim(at, self._clause(match[0]), divides)]

    def _clause(self, first: int) -> int:
        last = first
        while last < len(self.words) and self.words[last] not in (";", ".", ":", "(", "?", "!"):
            last += 1
        return max(last, first)

    def _announcement(self) -> tuple[str, int] | None:
        """Who is divided by this sentence, and one past the words for the classes; None where it announces none."""
        for at, word in enumerate(self.words):
            if word not in self.categories.classes or not at or not self._several(at):
                continue
            first = at - 1
            while first > 0 and self.words[first - 1] not in ("into", "in", ",", ".", ";") and at - first < 4:
                first -= 1
            into = first - 1 if first and self.words[first - 1] in ("into", "in") else None
            if self.words[at + 1 : at + 2] == (":",) and into is None:
                people = [each for each in self.passage.phrases if each.last <= at and each.people]
                divides = self._label(people[-1]) if people else self._topic()
                if divides is not None:
                    return divides, at + 1
            if into is not None:
                verb = next(
                    (each for each in range(into - 1, max(into - 5, -1), -1) if self.categories.dividing.match(self.words, each)), None
                )
                divides = self._divided(verb) if verb is not None else None
                if divides is not None:
                    return divides, at + 1
            if self.words[at + 1 : at + 2] == ("of",) and self.words[at - 1] in self.categories.numbers:
                phrase = next((each for each in self.passage.phrases if at + 1 < each.first <= at + 3 and each.people), None)
                if phrase is not None and phrase.quantity is None and self._announces(phrase.last):
                    return self._label(phrase), phrase.last
        return None

    def _several(self, at: int) -> bool:
        return bool(self.categories.numbers & set(self.words[max(at - 3, 0) : at])) and self.words[at].endswith("s")

    def _announces(self, at: int) -> bool:
        """Whether classes are to follow: a colon, or "must be told apart", "can be distinguished"."""
        after = self.words[at : at + 8]
        if ":" in after and not any(word in (";", ".") for word in after[: after.index(":")]):
            return True
        there = self.words[:2] in (("there", "are"), ("there", "were"))
        return there or bool({"distinguished", "apart", "discerned", "identified", "distinguish", "separated"} & set(after))

    def _divided(self, verb: int) -> str | None:
        """The people who are the subject of "can be divided"; of "this category", the people spoken of last."""
        subject = self.nouns.subject(self.nouns.group(verb).first)
        after = next((each for each in self.passage.phrases if verb < each.first <= verb + 3 and each.people), None)
        if after is not None:  # "groups the returnees in four categories"
            return self._label(after)
        if subject is None:
            return None
        inside = [each for each in self.passage.phrases if subject.first <= each.first < subject.last and each.people]
        if inside:
            return self._label(inside[0])
        if _NAMELESS & set(self.words[subject.first : subject.last]):
            known = self.memory.last or self.memory.topic
            return known.label if known is not None else None
        return None

    def _label(self, phrase: Phrase) -> str:
        return resolve_cohort(phrase, self.memory, [each for each in self.passage.phrases if each.last <= phrase.first]).label

    def _listed(self, at: int, divides: str) -> list[Claim]:
        """The classes after a colon: "two subgroups: those who left, and those who stayed"."""
        colon = next(
            (each for each in range(at, min(at + 12, len(self.words))) if self.words[each] in (":", "–", "—", "--", "namely")), None
        )
        if colon is None:
            return []
        claims = self._items(colon + 1, divides)
        return claims if len(claims) > 1 else []

    def _starts(self, first: int, stop: int) -> list[int]:
        """Where the classes of a list begin: at each "those" where it opens with one, at semicolons, else at commas and "and"."""
        if first >= stop:
            return []
        if self.words[first] in _THOSE and self.words[first + 1 : first + 2] in (("who",), ("whose",), ("whom",), ("that",)):
            return [
                at
                for at in range(first, stop)
                if self.words[at] == self.words[first] and self.words[at + 1 : at + 2] in (("who",), ("whose",), ("whom",), ("that",))
            ]
        cut = (";",) if ";" in self.words[first:stop] else (",", "and")
        starts = [first]
        for at in range(first, stop):
            if self.words[at] in cut and self.words[at + 1 : at + 2] not in (("and",), ("or",)):
                begin = at + 1
                starts.append(begin)
        return starts if stop - first <= _LONGEST * 2 else []

    def _numbered(self, divides: str | None) -> list[Claim]:
        """ "The first and largest were those who ...", "The second group consists of women"."""
        for first in self._openings():
            at = first + (self.words[first] == "the")
            if at >= len(self.words) or self.words[at] not in self.categories.ordinals:
                continue
            verb = next(
                (
                    (each, match[0])
                    for each in range(at + 1, min(at + 7, len(self.words)))
                    if (match := self.categories.being.match(self.words, each)) is not None
                ),
                None,
            )
            if verb is None or any(word in (",", ";", ":") for word in self.words[at : verb[0]]):
                continue
            classed = not self.categories.classes.isdisjoint(self.words[at : verb[0]])
            stop = self._stop(verb[1])
            if not (classed or divides is not None) or stop - verb[1] < 1 or not self._opens_people(verb[1]):
                continue
            if divides is None and self.words[at] in ("one", "other", "another", "next"):
                continue
            whole = divides if divides is not None else self._topic()
            return [self._claim(verb[1], stop, whole)] if whole is not None else []
        return []

    def _openings(self) -> list[int]:
        """Where a clause begins: the first word, and after a semicolon or a conjunction at the start."""
        starts = [0, *(at + 1 for at, word in enumerate(self.words) if word == ";")]
        return [at + (self.words[at] in ("and", "then", "finally")) for at in starts if at + 1 < len(self.words)]

    def _there_are(self, divides: str) -> list[Claim]:
        """ "There are the disillusioned, who left early": classes told one by one after their announcement."""
        for at in range(min(4, len(self.words) - 2)):
            if self.words[at] == "there" and self.words[at + 1] in ("are", "were", "is"):
                first = at + 2
                while first < len(self.words) and (self.words[first] in ("also", "then", "first", "finally", ",")):
                    first += 1
                people = self._opens_people(first) or self._nominal(first)
                if people and not any(phrase.quantity is not None and phrase.first <= first + 1 for phrase in self.passage.phrases[:1]):
                    return [self._claim(first, self._stop(first), divides)]
        return []

    def _nominal(self, first: int) -> bool:
        """Whether an adjective stands for people after "the": "the disillusioned", "the captured"."""
        words = self.words
        ends = first + 2 >= len(words) or words[first + 2] in (",", ".", ";", "who", "and")
        return first + 1 < len(words) and words[first] == "the" and words[first + 1].isalpha() and ends

    def _opens_people(self, first: int) -> bool:
        """Whether the words of a class begin with people."""
        if any(first <= phrase.first <= first + 2 and phrase.people is not False for phrase in self.passage.phrases):
            return True
        return self.words[first : first + 1] == ("those",) or self._nominal(first)

    def _topic(self) -> str | None:
        return self.memory.topic.label if self.memory.topic is not None else None

    def _stop(self, first: int) -> int:
        """One past the last word of a class: the sentence's end, a semicolon, or as far as a class may go."""
        last = first
        while last < min(first + _LONGEST, len(self.words)) and self.words[last] not in (";", ":", ".", "?", "!"):
            last += 1
        return last

    def _claim(self, first: int, last: int, divides: str) -> Claim:
        phrase = next((each for each in self.passage.phrases if first <= each.first <= first + 2 and each.first < last), None)
        cohort = phrase.parts if phrase is not None and phrase.refers is None else Cohort(self._short(first, last))
        speaker = self.passage.speaker(first, self.memory)
        at = max(clause_start(self.passage.sentence, first), 0)
        cue = speaker.cue if speaker else None
        return self.passage.claim(
            "category",
            first,
            last,
            cohort=cohort,
            divides=divides,
            source=self.passage.source(speaker),
            factuality=read_factuality(self.passage.sentence, at, min(at + 1, last), self.passage.lexicon, cue),
        )

    def _short(self, first: int, last: int) -> str:
        """The first words of a class, as far as its first comma or bracket, as the label of its people."""
        end = first
        while end < min(last, first + 14) and self.words[end] not in (",", "(", ";"):
            end += 1
        return self.passage.words(first, max(end, first + 1))
