"""Dates that stand by themselves: "3 May 2015", "May 3rd", "the second of November", "16 NOV 89", "2013-15", "the 1990s".

In: a sentence, a word's place, and the anchor that gives the year where the date gives none. Out: a stretch of words with its
interval. Dates told from another day are for `relative_dates`; joining two dates to a range is for `dates`.
"""

from __future__ import annotations

from datetime import date

from unaccounted.base.dates import DateRange, month_range, year_range
from unaccounted.extract.calendars import Anchor, Calendar, divide, one_day, part_of, season_range, settle_year
from unaccounted.extract.figure_dates import FigureReader, Told, full_year, read_day, read_year, touching
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence


class AbsoluteReader:
    """Reads the dates of one sentence that need no other day to be told."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, calendar: Calendar) -> None:
        self.sentence, self.words, self.lexicon, self.calendar = sentence, sentence.words, lexicon, calendar
        self.ahead = not calendar.ahead.isdisjoint(self.words)
        self.figures = FigureReader(sentence, calendar, self.ahead)

    def read(self, at: int, anchor: Anchor) -> Told | None:
        """The date that begins at a word."""
        word = self.words[at]
        if word in self.calendar.weekdays:
            return self._weekday_and_day(at, anchor)
        if word[0].isdigit():
            return self.figures.read(at, anchor) or self._day_first(at, anchor) or self._years(at) or self.figures.bare_day(at, anchor)
        if word in self.calendar.months:
            return self._month_first(at, anchor)
        if word in self.calendar.ordinals:
            return self._day_first(at, anchor) or self._division(at, anchor)
        if word in self.calendar.seasons:
            return self._season(at, anchor)
        fixed = self.calendar.fixed.match(self.words, at)
        if fixed is not None:
            month, day = fixed[1]
            return self._single(at, fixed[0], month, day, anchor)
        return None

    def _weekday_and_day(self, at: int, anchor: Anchor) -> Told | None:
        """ "Friday 13 March 2015", "Monday, May 3": the weekday adds nothing."""
        stop = at + 1 + (self._word(at + 1) in (",", "the", ".")) + (self._word(at + 2) == "the")
        word = self._word(stop)
        if not (word[:1].isdigit() or word in self.calendar.months or word in self.calendar.ordinals):
            return None
        found = self.read(stop, anchor)
        return Told(at, found.last, found.when, found.dated) if found is not None and found.when.days == 1 else None

    def _lies_ahead(self, at: int) -> bool:
        """Whether the sentence speaks of what is to come, and not of what has been since a date."""
        return self.ahead and self._word(at - 1) != "since"

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _day_first(self, at: int, anchor: Anchor) -> Told | None:
        """ "3 May 2015", "3rd of May", "12-15 March 2016", "16 and 17 August", "the night of 3 to 4 October"."""
        days: list[int] = []
        stop = at
        while len(days) < 4:
            day = read_day(self._word(stop), self.calendar) if stop < len(self.words) else None
            if day is None:
                return None
            days.append(day)
            stop += 1
            if self._word(stop) == "," and read_day(self._word(stop + 1), self.calendar):
                stop += 1
            elif self._word(stop) in self.calendar.range_words or self._word(stop) == "or":
                stop += 1 + (self._word(stop + 1) == "the")
            else:
                break
        if self._word(stop) == "of":
            stop += 1
        elif self.words[at] in self.calendar.ordinals:
            return None
        month = self.calendar.months.get(self._word(stop))
        if month is None or (self.sentence.forms[stop][0].islower() and self._word(stop) in self.calendar.lists["ambiguous_months"]):
            return None
        if self._modal(stop):
            return None
        return self._with_year(at, stop + 1, month, days, anchor)

    def _modal(self, at: int) -> bool:
        """Whether MAY is the verb in capitals: "AT LEAST 3 MAY HAVE DIED"."""
        return (
            self.sentence.shouts
            and self.words[at] == "may"
            and self._word(at + 1) in ("have", "be", "not", "well", "still", "also", "soon")
        )

    def _with_year(self, at: int, stop: int, month: int, days: list[int], anchor: Anchor) -> Told | None:
        year = self._year_after(stop) or self._short_year(stop)
        known = year[1] if year else settle_year(anchor, month, days[0], self._lies_ahead(at))
        if not known:
            return None
        singles = [one_day(known, month, day) for day in days]
        first, last = singles[0], singles[-1]
        if first is None or last is None or last < first:
            return None
        when = first if first == last else DateRange(first.start, last.end, "range")
        return Told(at, year[0] if year else stop, when, year is not None)

    def _single(self, at: int, stop: int, month: int, day: int, anchor: Anchor) -> Told | None:
        return self._with_year(at, stop, month, [day], anchor)

    def _year_after(self, at: int) -> tuple[int, int] | None:
        """A year of four figures after a month or day: (one past it, the year)."""
        while self._word(at) in ("of", ",", "the", "in", "year"):
            at += 1
        known = read_year(self._word(at))
        return (at + 1, known) if known else None

    def _short_year(self, at: int) -> tuple[int, int] | None:
        """ "3 JAN 90" in a telex, "3 May '44": a year of two figures right after the month."""
        quoted = self._word(at) in ("'", "’", "‘")
        word = self._word(at + quoted)
        if (
            len(word) != 2
            or not (word.isascii() and word.isdigit())
            or not (quoted or self.sentence.shouts or self.sentence.forms[at - 1].isupper())
            or (not quoted and self._counts_people(at + 1))
        ):
            return None
        return at + quoted + 1, full_year(int(word))

    def _counts_people(self, at: int) -> bool:
        """Whether people follow a number, so that it says how many: "ON 23 SEPTEMBER 28 BODIES WERE FOUND"."""
        if at >= len(self.words):
            return False
        fate = self.lexicon.fates.match(self.words, at)
        return (fate is not None and fate[1].frame == "people") or self.lexicon.people.match(self.words, at) is not None

    def _month_first(self, at: int, anchor: Anchor) -> Told | None:
        """ "May 3rd, 2015", "March 12-15", "mid-March", "in September"."""
        words, calendar = self.words, self.calendar
        month = calendar.months[words[at]]
        if not self.sentence.forms[at][0].isupper() or self._modal(at):
            return None
        stop = at + 1 + (self._word(at + 1) == "the")
        day = read_day(self._word(stop), calendar) if self._word(stop)[:1].isdigit() or self._word(stop - 1) == "the" else None
        if day is not None:
            stop += 1
            days = [day]
            if self._word(stop) in calendar.range_words and self._word(stop + 1) not in calendar.months:
                last = read_day(self._word(stop + 1), calendar) if self._word(stop + 1)[:1].isdigit() else None
                after = self._word(stop + 2)
                if last is not None and last > day and (self._word(stop) != "and" or after in (",", ".", "") or read_year(after)):
                    days.append(last)
                    stop += 2
            if self._word(at - 1) not in ("in", "during") or self._word(stop) in (",", ".", "") or read_year(self._word(stop)):
                return self._with_year(at, stop, month, days, anchor)  # "in January 12 died" has a month and a count
        stop = at + 1
        year = self._year_after(stop) or self._short_year(stop)
        before = self._word(at - 1)
        if (
            words[at].rstrip(".") in self.calendar.lists["ambiguous_months"]
            and year is None
            and before not in calendar.before_year
            and before not in _before_month(calendar)
        ):
            return None
        known = year[1] if year else settle_year(anchor, month, 1, self._lies_ahead(at))
        if not known:
            return None
        first, when = self._part(at, month_range(known, month))
        return Told(first, year[0] if year else stop, when, year is not None)

    def _season(self, at: int, anchor: Anchor) -> Told | None:
        month = self.calendar.seasons[self.words[at]]
        stop = at + 1
        while self._word(stop) in ("of", ",", "the"):
            stop += 1
        years = self._years(stop, True) if stop < len(self.words) and self.words[stop][0].isdigit() else None
        if years is not None:
            return Told(*self._part_and(at, years.last, season_range(years.when.start.year, month)))
        led = self._led_year(at + 1, anchor)
        if led is not None:
            return Told(*self._part_and(at, led[0], season_range(led[1], month)), False)
        opened = self._word(at - 1) in ("the", "this", "that", "last") and self._word(at - 2) in (
            "in",
            "during",
            "by",
            "since",
            "over",
            "until",
        )
        opened = opened or (self.words[at] != "fall" and self._word(at - 1) in ("in", "during", "late", "early", "since"))
        if not opened or self._word(at + 1) in ("of", "'s"):
            return None
        known = settle_year(anchor, month, 1, self._lies_ahead(at))
        return Told(*self._part_and(at, at + 1, season_range(known, month)), False) if known else None

    def _led_year(self, at: int, anchor: Anchor) -> tuple[int, int] | None:
        """ "of the following year", "of that year" after a season: (one past it, the year)."""
        link = tuple(word for word in self.words[at : at + 4] if word != "the")[:3]
        if anchor.last is None or len(link) < 3 or link[0] != "of" or link[2] != "year":
            return None
        step = 1 if link[1] in self.calendar.lists["following"] else 0 if link[1] in ("that", "same") else None
        end = next((each + 1 for each in range(at, min(at + 4, len(self.words))) if self.words[each] == "year"), at)
        return (end, anchor.last.end.year + step) if step is not None else None

    def _part_and(self, at: int, last: int, whole: DateRange) -> tuple[int, int, DateRange]:
        first, when = self._part(at, whole)
        return first, last, when

    def _division(self, at: int, anchor: Anchor) -> Told | None:
        """ "the third quarter", "the first half of 2015"."""
        count = self.calendar.lists["divisions"].get(self._word(at + 1))
        which = self.calendar.lists["division_ordinals"].get(self.words[at])
        if count is None or which is None or which > count or self._word(at - 1) != "the":
            return None
        year = self._year_after(at + 2) if self._word(at + 2) in ("of", ",") else None
        if year is None:
            if count == 3 or self._word(at + 2) == "of" or self._word(at - 2) not in ("in", "during", "for", "over", "of"):
                return None
            known = settle_year(anchor, (count if which < 0 else which) * (12 // count), 1, self._lies_ahead(at))
            return Told(at, at + 2, divide(year_range(known), count, which), False) if known else None
        return Told(at, year[0], divide(year_range(year[1]), count, which))

    def _years(self, at: int, asked: bool = False) -> Told | None:
        """ "2017", "2013-15", "2013/14", "the 1990s"; alone a number of four figures is a year only after a word that asks for one."""
        known = read_year(self._word(at))
        before = self._word(at - 1)
        if known is None or not (asked or at == 0 or before in self.calendar.before_year or self._word(at + 1) in ("s", "'s")):
            return None
        if (
            self._word(at + 1) in ("s", "'s")
            and known % 10 == 0
            and before in ("the", "early", "late", "mid", "-")
            and touching(self.sentence, at, at + 2)
        ):
            length = 100 if known % 100 == 0 and before == "the" and known < 2000 else 10
            decade = DateRange(date(known, 1, 1), date(known + length - 1, 12, 31), "range")
            return Told(*self._part_and(at, at + 2, decade))
        if self._word(at + 1) in ("-", "–", "/") and touching(self.sentence, at, min(at + 3, len(self.words))):
            second = self._word(at + 2)
            end = read_year(second) or (known // 100 * 100 + int(second) if len(second) == 2 and second.isdecimal() else None)
            if end is not None and end > known:
                return Told(at, at + 3, DateRange(date(known, 1, 1), date(end, 12, 31), "range"))
        if (
            not asked
            and at + 1 < len(self.words)
            and before
            in (
                "of",
                "from",
                "to",
                "and",
                "or",
                ",",
                "-",
                "(",
                "only",
                "around",
                "for",
                "after",
                "before",
                "between",
                "until",
            )
            and (self.lexicon.people.match(self.words, at + 1) is not None)
        ):
            return None
        first, when = self._part(at, year_range(known))
        return Told(first, at + 1, when)

    def _part(self, at: int, whole: DateRange) -> tuple[int, DateRange]:
        """The part of a year or month that the words before it name, and where they begin: "mid-March", "the end of 2017"."""
        before = at
        while before > 0 and self.words[before - 1] in ("-", "the") and at - before < 2:
            before -= 1
        for size in (2, 1):
            found = self.calendar.parts.match(self.words, before - size) if before >= size else None
            if found is not None and found[0] == before:
                return before - size, part_of(whole, *found[1])
        return at, whole


def _before_month(calendar: Calendar) -> frozenset[str]:
    return frozenset([*calendar.lists["this"], *calendar.lists["last"], *calendar.lists["following"], "the"])
