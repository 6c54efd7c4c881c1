"""Dates in figures: "2015-05-03", "25/03/2015", "03.05.2015", the day and time of a field report ("29 1915 APR 17", "29 1400Z"),
and a day without its month ("the 14th", "the 14th inst.").

In: a sentence, a word's place, and the anchor that gives month and year where the figures do not. Out: a stretch of words with its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from unaccounted.base.dates import DateRange
from unaccounted.extract.calendars import Anchor, Calendar, move_months, one_day, settle_year
from unaccounted.extract.closed import load_closed
from unaccounted.extract.sentences import Sentence

FIRST_YEAR, LAST_YEAR = 1500, 2100


@dataclass(frozen=True, slots=True)
class Told:
    """A date as told: its words (`last` exclusive), its interval, and whether its year is its own."""

    first: int
    last: int
    when: DateRange
    dated: bool = True


def read_year(word: str) -> int | None:
    """The year that a word of four figures is."""
    return int(word) if len(word) == 4 and word.isascii() and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR else None


def full_year(figures: int) -> int:
    """The year that two figures stand for: 31 to 99 of the last century, the others of this one."""
    return figures + (1900 if figures > 30 else 2000)


def read_day(word: str, calendar: Calendar) -> int | None:
    """The day of a month that a number or an ordinal is."""
    if word in calendar.ordinals:
        return calendar.ordinals[word]
    plain = word.rstrip("stndrh") if word[:1].isdigit() else ""
    return int(plain) if len(plain) <= 2 and plain.isascii() and plain.isdigit() and 1 <= int(plain) <= 31 else None


class FigureReader:
    """Reads the dates of one sentence that are written in figures alone, or nearly."""

    def __init__(self, sentence: Sentence, calendar: Calendar, ahead: bool) -> None:
        self.sentence, self.words, self.calendar, self.ahead = sentence, sentence.words, calendar, ahead

    def read(self, at: int, anchor: Anchor) -> Told | None:
        """The date that begins at a number."""
        return self._figures(at) or self._military(at, anchor)

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _figures(self, at: int) -> Told | None:
        """2015-05-03, 2015/05/03, 03/25/2015 and 03.05.2015; a day and month that could be exchanged are left unread."""
        parts = self.words[at].split(".")
        if len(parts) == 3 and all(part.isdigit() for part in parts) and read_year(parts[2]):
            single = one_day(int(parts[2]), int(parts[1]), int(parts[0]))
            return Told(at, at + 1, single) if single else None
        if at + 5 > len(self.words) or self.words[at + 1] not in ("-", "/") or self.words[at + 3] != self.words[at + 1]:
            return None
        numbers = [self.words[each] for each in (at, at + 2, at + 4)]
        if not all(number.isascii() and number.isdigit() and len(number) <= 4 for number in numbers) or not touching(
            self.sentence, at, at + 5
        ):
            return None
        year = read_year(numbers[0])
        if year:
            single = one_day(year, int(numbers[1]), int(numbers[2]))
            return Told(at, at + 5, single) if single else None
        year, left, right = read_year(numbers[2]), int(numbers[0]), int(numbers[1])
        if year is None or (left <= 12 and right <= 12 and left != right):
            return None
        single = one_day(year, left, right) if right > 12 else one_day(year, right, left)
        return Told(at, at + 5, single) if single else None

    def _military(self, at: int, anchor: Anchor) -> Told | None:
        """A day and a time of day: "29 1915 APR 17", "29 1400Z"; the month from the last date where none is given."""
        day, time = read_day(self.words[at], self.calendar), self._word(at + 1)
        glued = ""
        if day is None and len(self.words[at]) == 6 and self.words[at].isdigit() and self._word(at + 1)[:1] in ("z", "h"):
            day, time, glued = int(self.words[at][:2]) or None, self.words[at][2:], self.words[at]
        if day is None or day > 31 or len(time) != 4 or not time.isdecimal() or int(time[:2]) > 23 or int(time[2:]) > 59:
            return None
        stop = at + (1 if glued else 2)
        zone = self._word(stop) in self.calendar.lists["hours"]
        stop += zone
        month = self.calendar.months.get(self._word(stop))
        if month is not None:
            year = self._year_after(stop + 1)
            known = year[1] if year else settle_year(anchor, month, day, self.ahead)
            single = one_day(known, month, day) if known else None
            return Told(at, year[0] if year else stop + 1, single, year is not None) if single else None
        base = anchor.last.end if anchor.last is not None and anchor.last.days <= 31 else anchor.spoken
        if not (zone or time[0] == "0") or base is None or read_year(time):
            return None
        single = one_day(base.year, base.month, day)
        return Told(at, stop, single, False) if single else None

    def _year_after(self, at: int) -> tuple[int, int] | None:
        """A year of two or four figures: (one past it, the year)."""
        word = self._word(at)
        if len(word) == 2 and word.isascii() and word.isdigit():
            return at + 1, full_year(int(word))
        known = read_year(word)
        return (at + 1, known) if known else None

    def bare_day(self, at: int, anchor: Anchor) -> Told | None:
        """ "the 14th": of the month of the last date, or the next one where that day is past; "inst." and "ult." of the day of speaking."""
        word, after = self.words[at], self._word(at + 1)
        day = read_day(word, self.calendar) if word[-2:] in ("st", "nd", "rd", "th") else None
        if day is None or self._word(at - 1) != "the":
            return None
        spoken = anchor.spoken
        if spoken is not None and after in (*self.calendar.lists["this_month"], *self.calendar.lists["last_month"]):
            month = spoken if after in self.calendar.lists["this_month"] else move_months(spoken, -1)
            single = one_day(month.year, month.month, day)
            return Told(at, at + 2, single, False) if single else None
        last = anchor.last
        ends = after in (",", ".", ";", "") or after.isdigit() or load_closed().stops(after)
        if (
            last is None
            or last.days > 31
            or not ends
            or self._word(at - 2) not in ("on", "by", "since", "until", "from", "to", "and", "of")
        ):
            return None
        month = last.start if day >= last.start.day or last.days > 1 else move_months(date(last.start.year, last.start.month, 1), 1)
        single = one_day(month.year, month.month, day)
        return Told(at, at + 1, single, False) if single else None


def touching(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing stands between some words."""
    return all(sentence.ends[at] == sentence.starts[at + 1] for at in range(first, last - 1))
