"""Dates as intervals of days, and partial ISO dates ("2013", "2013-06") as the intervals that they are.

What is read from prose is read elsewhere; this file only knows ISO forms, and that a partial date's last day is the
day at which a figure "as of" it stands.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from unaccounted.base.errors import UsageError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ][\d:.+Z-]*)?")


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """From `start` to `end`, both inclusive; `precision` is day, month, season, year or range.

    Raises:
        UsageError: `end` is before `start`.
    """

    start: date
    end: date
    precision: str = "day"

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise UsageError("a date range ends before it starts", f"{self.start} to {self.end}")

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days + 1

    def overlaps(self, other: DateRange) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: DateRange) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: DateRange) -> DateRange:
        """The smallest range that holds both."""
        if self.contains(other):
            return self
        return other if other.contains(self) else DateRange(min(self.start, other.start), max(self.end, other.end), "range")


def month_range(year: int, month: int) -> DateRange:
    """All of a month."""
    return DateRange(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_range(year: int) -> DateRange:
    """All of a year."""
    return DateRange(date(year, 1, 1), date(year, 12, 31), "year")


def read_iso(text: str) -> DateRange:
    """A full or partial ISO date, or two joined by "/", as the interval that it is.

    Raises:
        UsageError: it is not one, with what would be.
    """
    first, slash, last = text.strip().partition("/")
    if slash and "/" not in last:
        return DateRange(read_iso(first).start, read_iso(last).end, "range")
    match = None if slash else _PARTIAL.fullmatch(first.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = match.groups()
        if day:
            single = date(int(year), int(month), int(day))
            return DateRange(single, single)
        return month_range(int(year), int(month)) if month else year_range(int(year))
    except ValueError:
        raise UsageError(f"'{text}' is not a date", remedy="Write 2019-07-01, 2019-07 or 2019") from None


def last_day(text: str) -> date:
    """The last day of a full or partial ISO date.

    Raises:
        UsageError: it is not one.
    """
    return read_iso(text).end


def day_before(day: date) -> date:
    """The day before, or the first day that a calendar has."""
    return day - timedelta(days=1) if day > date.min else day
