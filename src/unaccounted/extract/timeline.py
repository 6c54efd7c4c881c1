"""The dates that a whole text tells, by one cheap scan, so that a sentence knows the last one told before it.

It looks at every sentence, also those in which no claim can stand, and at the title; so what a sentence leans on does not depend
on which sentences are read. In: a document. Out: for any place in it, the anchor that its dates are told from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from functools import cache

from unaccounted.base.dates import DateRange, month_range, year_range
from unaccounted.base.records import Document
from unaccounted.extract.asked_once import asked_once
from unaccounted.extract.calendars import Anchor, load_calendar, one_day, settle_year
from unaccounted.extract.datelines import Head, published_day, read_head
from unaccounted.extract.figure_dates import FIRST_YEAR, LAST_YEAR, full_year

_NEAR = 2000
"""Characters within which a date of the same paragraph weighs more than the day of publication."""

_AROUND = 24


@cache
def _pattern() -> re.Pattern[str]:
    """A year of four figures, or what may be the name of a month or a weekday with a capital; `_read` looks the name up.

    It is tried where `_candidates` finds one of its figures or names.
    """
    names = [*(name for name in load_calendar().months if not name.endswith(".")), *_weekdays()]
    rests = "|".join(sorted({name[1:] for name in names}, key=lambda rest: (-len(rest), rest)))
    firsts = "".join(sorted({name[0].upper() for name in names}))
    year = r"(?:(?<=1)[5-9]|(?<=2)0)\d\d(?![\d%]|[.,]\d)"
    return re.compile(rf"[12{firsts}](?<!\w[12{firsts}])(?:{year}|(?<![12])(?i:{rests})\b)")


_YEAR = re.compile(r"[12]\d\d\d")


@cache
def _names() -> tuple[str, ...]:
    """The names of months and weekdays, but for those that begin with another of them."""
    names = {*(name for name in load_calendar().months if not name.endswith(".")), *_weekdays()}
    return tuple(sorted(name for name in names if not any(name != other and name.startswith(other) for other in names)))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(day for day in load_calendar().weekdays if day.endswith("day"))


_OPENS = re.compile(r"(?:^|[.!?\n\"”])[ ]*(?:in|during|by|until|it was in|early in|late in)[ ]$", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|told \w+|statement|reported|added)(?: late| early)?(?: on)? $", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th)?(?: of| \d{4}[zZ]?)?[ \n]$")
_DAY_AFTER = re.compile(r"\.?[ \n](?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[.,]\d)")
_YEAR_AFTER = re.compile(r"\.?,?[ \n](?:of )?((?:1[5-9]|20)\d\d)(?!\d)")
_SHORT_YEAR_AFTER = re.compile(r"\.?[ ](\d\d)(?!\d)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|[-–/(,])[ \n]?$")


class Timeline:
    """The dates told in a document, in order; nothing is scanned before it is asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._told: tuple[list[int], list[DateRange]] | None = None

    @asked_once
    def head(self) -> Head:
        """The dateline and the "as of" line."""
        return read_head(self.document)

    @asked_once
    def spoken(self) -> date | None:
        """The day on which the text speaks, where it is known."""
        as_of = self.head.as_of[0].end if self.head.as_of is not None else None
        return self.head.day or published_day(self.document.published) or as_of

    def before(self, start: int) -> Anchor:
        """What the dates of a sentence that starts at a place are told from."""
        if self._told is None:
            self._told = self._scan()
        places, dates = self._told
        at = bisect_left(places, start) - 1
        if at < 0:
            return Anchor(self.spoken, self._titled(), False)
        near = start - places[at] <= _NEAR and self.document.text.rfind("\n", places[at], start) < 0
        return Anchor(self.spoken, dates[at], near)

    def _titled(self) -> DateRange | None:
        """The year that the title gives, where the text has not given one yet."""
        years = [int(each) for each in re.findall(r"(?<!\d)\d{4}(?!\d)", (self.document.title or "")[:300])]
        known = [each for each in years if FIRST_YEAR <= each <= LAST_YEAR]
        return year_range(known[0]) if len(known) == 1 else None

    def _scan(self) -> tuple[list[int], list[DateRange]]:
        text, months = self.document.text, load_calendar().months
        places: list[int] = []
        dates: list[DateRange] = []
        paragraph_of = 0
        taken = 0
        for at in self._candidates():
            found = _pattern().match(text, at) if at >= taken else None
            if found is None:
                continue
            last = dates[-1] if dates else self._titled()
            near = bool(dates) and text.rfind("\n", paragraph_of, found.start()) < 0
            when, taken = self._read(found, months, Anchor(self.spoken, last, near))
            if when is not None:
                places.append(found.start())
                dates.append(when)
                paragraph_of = found.start()
        return places, dates

    def _candidates(self) -> list[int]:
        """Where a figure of a year or the letters of a month or weekday stand: found name by name, faster than by one pattern."""
        text = self.document.text
        lowered = text.lower()
        if len(lowered) != len(text):
            return list(range(len(text)))
        found = [match.start() for match in _YEAR.finditer(text)]
        for name in _names():
            at = lowered.find(name)
            while at >= 0:
                found.append(at)
                at = lowered.find(name, at + 1)
        return sorted(set(found))

    def _weekday(self, name: str, before: str) -> DateRange | None:
        """The last such day before the text speaks; none where it is the day on which somebody said something."""
        if self.spoken is None or _SAID.search(before) is not None:
            return None
        back = (self.spoken.weekday() - load_calendar().weekdays[name.lower()]) % 7
        return DateRange(self.spoken - timedelta(days=back), self.spoken - timedelta(days=back))

    def _read(self, found: re.Match[str], months: dict[str, int], anchor: Anchor) -> tuple[DateRange | None, int]:
        text = self.document.text
        before = text[max(found.start() - _AROUND, 0) : found.start()]
        said = found.group()
        if said[0].isdigit():
            word = _WORD_BEFORE.search(before)
            asked = word[1].lower() in load_calendar().before_year if word is not None else before[-1:] in ("", "\n")
            if self.spoken is not None and asked and _OPENS.search(before) is None:
                # A year said in passing ("since 2019", "19 in 2013") weighs less than the day on which the text speaks.
                return None, found.end()
            return (year_range(int(said)) if asked else None), found.end()
        if said.lower() in _weekdays():
            return self._weekday(said, before), found.end()
        month, stop = months.get(said.lower()), found.end()
        if month is None:
            return None, stop
        day_before = _DAY_BEFORE.search(before)
        day_after = None if day_before else _DAY_AFTER.match(text, stop, stop + _AROUND)
        day_told = day_before or day_after
        day = int(day_told[1]) if day_told else None
        stop = day_after.end() if day_after else stop
        year = _YEAR_AFTER.match(text, stop, stop + _AROUND)
        if day is None and year is None:
            word = _WORD_BEFORE.search(before)
            if word is None or word[1].lower() not in load_calendar().before_year:
                return None, stop
        short = _SHORT_YEAR_AFTER.match(text, stop, stop + _AROUND) if said.isupper() and day_before and not year else None
        if short:
            known = full_year(int(short[1]))
            when = one_day(known, month, int(day_before[1])) if day_before else None
            return when, short.end()
        if self.spoken is not None and before.lower().rstrip().endswith("since"):
            return None, stop
        if self.spoken is not None and day is None and year is not None and _OPENS.search(before) is None:
            return None, year.end()
        settled = int(year[1]) if year else settle_year(anchor, month, day or 1, False)
        if settled is None:
            return None, stop
        when = one_day(settled, month, day) if day is not None else month_range(settled, month)
        return when, year.end() if year else stop
