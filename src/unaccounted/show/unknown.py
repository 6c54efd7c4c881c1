"""Capitals that are not known to be public: in doubt a run is a private person's name and is withheld.

In: a text, and what is public in its evidence. Out: the stretches to withhold. A list of the positions in which private persons
are named cannot be complete, so it goes the other way: a run stands where it is a place (and stands as one), a body, a people, an
office with who holds it, a sovereign with a number, an author, or an ordinary word; else it is withheld. It does not know who
a person is: a private person who is called like a large city, or by a word that begins a sentence, is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from unaccounted.base.spans import Span
from unaccounted.show.gazetteer import count_people, fold_name
from unaccounted.show.names import read_ordinary
from unaccounted.show.public import Public
from unaccounted.show.runs import Token, find_runs, is_english, read_tokens
from unaccounted.show.surroundings import Surroundings
from unaccounted.show.words import load_private, load_public, read_demonyms, read_given, read_groups, read_vocabulary

_CITY = 250_000
"""People from which on a place is meant by its name alone, unless the name is a common given name or surname."""
_TOWN = 15_000
"""People from which on a place stands behind a word that stands before persons too ("from", "near")."""
_LONGEST = 6
_SHORT_ACRONYM, _ACRONYM = 3, 5
_SHORT = 4
_OPENED = 3
_OFFICE_OF = re.compile(r"([^\W\d_]+) of (?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}, $")
_MINISTER_OF = re.compile(r"\b(minister) (?:of|for) (?:[a-z]+ ){0,3}[a-z]+, $", re.IGNORECASE)
_PUBLIC, _ORDINARY, _PLACE, _UNKNOWN = "public", "ordinary", "place", "unknown"


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided of a text.

    Args:
        withheld: names that are not known to be public: stretches in order, none overlapping.
        standing: names of several words that are, and of office holders; no part of another name is looked for in them.
    """

    withheld: tuple[Span, ...]
    standing: tuple[Span, ...]


def judge_names(text: str, public: Public, loud: bool = False, placed: bool = False) -> Judged:
    """Part the names in `text` into those that are public and those that are not known to be.

    Args:
        text: of a document, a label or a file's name.
        public: what is public in the evidence; office holders whom the text names are added.
        loud: whether capitals tell nothing in it.
        placed: whether the text is known to begin with a place.
    """
    runs = _read_runs(text, loud, placed)
    public = replace(public, persons=public.persons | {name for run in runs for name in run.list_holders()})
    withheld, place = list[Span](), None
    for run in runs:
        place = run.follows(place)
        withheld += run.judge(public)
    return Judged(tuple(withheld), tuple(span for run in runs for span in run.standing))


def list_ships(text: str) -> Iterator[str]:
    """Names of ships that a text tells by what they are ("the ferry ...")."""
    for run in _read_runs(text):
        yield from run.list_ships()


def _read_runs(text: str, loud: bool = False, placed: bool = False) -> list[_Run]:
    tokens = read_tokens(text, loud)
    return [_Run(text, tokens, start, end, placed and start == 0) for start, end in find_runs(text, tokens)]


class _Run(Surroundings):
    """A run in its text."""

    def list_holders(self) -> Iterator[tuple[str, ...]]:
        """Names with an office before them or a sovereign's number behind."""
        for place in range(self.start, self.end):
            token = self.tokens[place]
            if (
                token.numeral
                and place > self.start
                and not is_english(self.tokens[place - 1])
                and (len(token.text) > 1 or self._reigns(place))
            ):
                yield tuple(fold_name(self.tokens[place - 1].text).split()[-1:])
        first = self._after_office()
        if first is not None and first < self.end:
            name = self._words(first, self.end)
            if 1 <= len(name) <= _LONGEST and not any(_is_body(each) for each in self.tokens[first : self.end]):
                yield name

    def _reigns(self, place: int) -> bool:
        return self.read_behind(place) in ("of", "was", "had", "")

    def _after_office(self) -> int | None:
        """The number of the first token behind an office, in the run or right before it."""
        offices = load_public("offices")
        for place in range(self.end - 1, self.start - 1, -1):
            if self.tokens[place].bare in offices and place + 1 < self.end and self._is_office(self.tokens[place]):
                return place + 1
        if self.start and self.tokens[self.start - 1].bare in offices and not self.tokens[self.start - 1].owns:
            between = self.text[self.tokens[self.start - 1].end : self.tokens[self.start].start]
            if re.fullmatch(r"\.?\s|, ", between):
                return self.start
        before = self.text[max(0, self.tokens[self.start].start - 60) : self.tokens[self.start].start]
        of = _OFFICE_OF.search(before) or _MINISTER_OF.search(before)
        return self.start if of is not None and of[1].lower() in offices else None

    def _is_office(self, token: Token) -> bool:
        """Whether a title that is a name too is meant for one."""
        if token.bare not in load_public("offices or names"):
            return True
        of_country = re.match(r" of [A-ZÀ-Þ]", self.text[self.tokens[self.end - 1].end :][:6])
        return of_country is not None or any(each.numeral for each in self.tokens[self.start : self.end])

    def judge(self, public: Public) -> Iterator[Span]:
        """The stretches of this run that are withheld."""
        marks = self._mark(public)
        if len(marks) > 1 and all(mark == _PUBLIC for mark in marks):
            self.standing.append(Span(self.tokens[self.start].start, self.tokens[self.end - 1].end))
        place = self.start
        while place < self.end:
            if marks[place - self.start] == _PUBLIC:
                place += 1
                continue
            last = place
            while last < self.end and marks[last - self.start] != _PUBLIC:
                last += 1
            yield from self._judge_piece(place, last, marks, public)
            place = last

    def _mark(self, public: Public) -> list[str]:
        marks = [self._mark_word(place) for place in range(self.start, self.end)]
        place = self.start
        while place < self.end:
            length = self._match_phrase(place, public)
            if length:
                marks[place - self.start : place - self.start + length] = [_PUBLIC] * length
                self.standing += [Span(self.tokens[place].start, self.tokens[place + length - 1].end)] * (length > 1)
            place += length or 1
        last = self._end_of_body()
        if last is not None:
            marks[: last - self.start + 1] = [_PUBLIC] * (last - self.start + 1)
        if self._is_ship():
            marks = [_PUBLIC] * len(marks)
        if self.tokens[self.start].bare in ("operation", "operations", "hurricane", "typhoon", "cyclone") and self.end - self.start <= 4:
            marks = [_PUBLIC] * len(marks)
        # A country or a people right before an unknown word is a given name ("Jordan ..."), unless it is an adjective.
        for at in range(len(marks) - 1):
            word = self.tokens[self.start + at].bare
            if (
                marks[at] == _PUBLIC
                and marks[at + 1] == _UNKNOWN
                and word not in load_public("offices")
                and word in load_public("surnames") | load_public("rulers") | read_given() | load_public("word names")
            ):
                marks[at] = _UNKNOWN
        return marks

    def _mark_word(self, place: int) -> str:
        token = self.tokens[place]
        particle = token.bare in load_private("particles") | load_private("kept") and self.start < place < self.end - 1
        if not token.capital and (particle or not token.loud):
            return _ORDINARY
        plain = (
            load_public("kinds")
            | load_public("rulers")
            | read_demonyms()
            | load_public("offices")
            | read_groups()
            | (read_ordinary() - load_private("kept"))
        )
        if token.bare in plain or token.bare in load_private("civil") or token.folded in plain:
            return _PUBLIC
        if (
            place == self.end - 1
            and all(each.bare in load_public("determiners") for each in self.tokens[self.start : place])
            and self._is_acronym(place)
        ):
            return _PUBLIC
        if all(part in plain or part in load_private("particles") or part in load_public("prefixes") for part in token.parts):
            return _PUBLIC
        if self._is_name_like(token) and not is_english(token):
            return _UNKNOWN
        if is_english(token) or _is_body(token):
            return _UNKNOWN if token.folded in read_given() and token.bare not in read_vocabulary() else _ORDINARY
        return _PLACE if count_people(token.text) else _UNKNOWN

    def _is_acronym(self, place: int) -> bool:
        """Whether capitals are a body's initials: too short for a name, or without a vowel."""
        token = self.tokens[place]
        if token.loud or not token.shouted or self._is_name_like(token):
            return False
        return len(token.text) <= _SHORT_ACRONYM or (len(token.text) <= _ACRONYM and not re.search("[AEIOUY]", token.text))

    def _is_name_like(self, token: Token) -> bool:
        return token.folded in read_given() or token.bare in load_public("surnames") or token.parts[:1] in (["al"], ["el"])

    def _match_phrase(self, place: int, public: Public) -> int:
        """How many tokens from `place` on are the name of a known body or place of several words."""
        for length in range(min(_LONGEST, self.end - place), 0, -1):
            several = self.tokens[place : place + length]
            name = self.text[several[0].start : several[-1].end]
            folded = fold_name(name)
            if not several[0].capital and not several[0].loud:
                return 0  # A particle begins no name of a body.
            known = name.lower() in read_groups() | read_demonyms() | load_public("waters")
            if folded in public.phrases or (known and (length > 1 or not self._is_name_like(several[0]))):
                self.is_place = self.is_place or bool(count_people(name))
                return length
            opened = several[0].bare in load_public("place openers")
            known = bool(count_people(name)) and (opened or not any(self._is_personal(each) for each in several))
            # Behind a given name the words of a place are a surname's.
            begins = several[0].capital and (place == self.start or not self._is_name_like(self.tokens[place - 1]))
            if (
                length > 1
                and begins
                and (
                    known
                    or (self.is_located(place) and (count_people(name) or (opened and length <= _OPENED and not _names_person(several))))
                )
            ):
                self.is_place = True
                return length
        return 0

    def _is_ship(self) -> bool:
        """Whether a public ship is named, by one word that is nobody's name as far as is known ("the ferry Halcyon")."""
        before = self.read_before(self.start, 2)
        names = [each for each in self.tokens[self.start : self.end] if each.bare not in load_public("vessels")]
        told = len(before) == 2 and before[0] in load_public("determiners") and before[1] in load_public("vessels")
        return (told or len(names) < self.end - self.start) and len(names) == 1 and not names[0].owns and not self._is_personal(names[0])

    def list_ships(self) -> Iterator[str]:
        """The name of the ship that this run tells, where it does."""
        if self._is_ship():
            yield from (each.bare for each in self.tokens[self.start : self.end] if each.bare not in load_public("vessels"))

    def _is_personal(self, token: Token) -> bool:
        return self._is_name_like(token) or token.bare in load_public("word names")

    def _end_of_body(self) -> int | None:
        """The number of the last token of a body's name with which the run begins."""
        strong, weak = load_public("strong bodies"), load_public("weak bodies")
        for place in range(self.end - 1, self.start - 1, -1):
            word = self.tokens[place].bare
            rest = self.tokens[self.start : place]
            if word in strong:
                return place
            if word in weak and rest and not any(self._is_personal(each) for each in rest):
                before = self.read_before(self.start, 1)
                told = bool(before) and before[0] in load_public("determiners") | load_public("tight") | load_public("loose")
                if told or all(is_english(each) or count_people(each.text) >= _TOWN or each.bare in read_demonyms() for each in rest):
                    return place
        return None

    def _judge_piece(self, start: int, end: int, marks: list[str], public: Public) -> Iterator[Span]:
        """A stretch of a run in which nothing is public by itself."""
        kinds = marks[start - self.start : end - self.start]
        # An ordinary word that begins a sentence is no part of the name behind it.
        while start < end - 1 and kinds[0] == _ORDINARY and self._is_outside(self.tokens[start]):
            start, kinds = start + 1, kinds[1:]
        while start < end - 1 and kinds[-1] == _ORDINARY and self.tokens[end - 1].loud and self._ends_before(start, end - 1, public):
            end, kinds = end - 1, kinds[:-1]
        tokens = self.tokens[start:end]
        words = self._words(start, end)
        if not words or public.holds(words):
            self.standing.append(Span(tokens[0].start, tokens[-1].end))
            return
        if self._is_civil(start):
            yield Span(tokens[0].start, tokens[-1].end)
        elif end - start == 1:
            if not self._stands_alone(start, kinds[0], public):
                yield Span(tokens[0].start, tokens[0].end)
        elif _UNKNOWN in kinds or not self._stands_together(start, end, kinds):
            yield Span(tokens[0].start, tokens[-1].end)

    def _is_outside(self, token: Token) -> bool:
        short = len(token.bare) <= _SHORT and token.bare in read_vocabulary()
        return token.bare not in load_public("word names") and (token.first or token.loud or short)

    def _ends_before(self, start: int, last: int, public: Public) -> bool:
        """Whether a name in loud text ends before an ordinary word that may be a name."""
        return self.tokens[last].bare not in load_public("word names") or public.holds(self._words(start, last))

    def _words(self, start: int, end: int) -> tuple[str, ...]:
        return tuple(word for each in self.tokens[start:end] if not each.numeral for word in fold_name(each.text).split())

    def _is_civil(self, place: int) -> bool:
        before = self.read_before(place, 1)
        return bool(before) and before[-1] in load_private("civil")

    def _stands_together(self, start: int, end: int, kinds: list[str]) -> bool:
        tokens = self.tokens[start:end]
        if _PLACE in kinds:
            return False
        if all(each.loud for each in tokens):
            return not all(each.bare in load_public("word names") for each in tokens)
        before = self.read_before(start, 1)
        named = [each for each in tokens if each.bare in load_public("word names")]
        told = bool(before) and before[-1] in load_public("determiners")
        return (told and len(named) < len(tokens)) or (
            not named and (tokens[0].first or all(each.bare in read_vocabulary() for each in tokens))
        )

    def _stands_alone(self, place: int, kind: str, public: Public) -> bool:
        token = self.tokens[place]
        before, behind = self.read_before(place, 3), self.read_behind(place)
        told = bool(before) and before[-1] in load_public("determiners")
        people = count_people(token.text)
        if kind == _ORDINARY and "-" in token.text and people >= _TOWN:
            return True
        if kind == _ORDINARY:
            if token.bare in load_public("word names"):
                if token.first:
                    return behind not in load_public("acting") and not token.owns
                return (token.loud and behind not in load_public("acting")) or (told and behind not in load_private("families"))
            return token.first or token.loud or told or token.bare in read_vocabulary() or _is_body(token)
        if len(token.text.rstrip(".")) == 1:
            return not self._is_name_like(token)
        if self.is_owner(place) and (people < _CITY or kind != _PLACE):
            return False
        located = self.is_located(place) or behind in load_public("place nouns") or self.has_country_behind(place)
        tight = (bool(before) and before[-1] in load_public("tight")) or (self.of_place and place == self.start)
        stands = (
            (people >= _CITY and kind == _PLACE)
            or (bool(people) and tight)
            or (people >= _TOWN and located and kind == _PLACE)
            or (bool(people) and kind == _PLACE and (behind in load_public("place nouns") or self.has_country_behind(place)))
            or (
                # A place that nobody else knows: where the reader took it for one, and it stands behind "in".
                fold_name(token.text) in public.places and before[-1:] == ["in"] and kind == _UNKNOWN and not self._is_name_like(token)
            )
        )
        self.is_place = self.is_place or (stands and bool(people))
        return stands


def _names_person(several: list[Token]) -> bool:
    """Whether a given name stands behind a word that begins places' names, and that word is no saint's."""
    return several[0].bare not in ("san", "santa", "saint", "st", "sao", "ain") and any(each.folded in read_given() for each in several[1:])


def _is_body(token: Token) -> bool:
    return token.bare in load_public("strong bodies") or token.bare in load_public("weak bodies")
