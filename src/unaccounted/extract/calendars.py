"""The calendar words of a language, and the little arithmetic of days, months and seasons that dates in prose need.

In: `languages/<code>/dates.yaml`. Out: words laid out for look-up, and intervals. It reads no sentence.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from unaccounted.base.dates import DateRange, month_range, year_range
from unaccounted.extract.lexicons import Phrases, read_list


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar words of a language, in lower case; `lists` is the file as it stands."""

    months: dict[str, int]
    seasons: dict[str, int]
    weekdays: dict[str, int]
    spans: dict[str, str]
    ordinals: dict[str, int]
    before_year: frozenset[str]
    range_words: frozenset[str]
    ahead: frozenset[str]
    parts: Phrases[tuple[float, float]]
    fixed: Phrases[tuple[int, int]]
    spoken: Phrases[int]
    starts: frozenset[str]
    lists: dict[str, Any]


@cache
def load_calendar(language: str = "en") -> Calendar:
    """The calendar words of a language."""
    lists = read_list(language, "dates")
    fixed: Phrases[tuple[int, int]] = Phrases()
    for words, (month, day) in lists["fixed_days"].items():
        fixed.add(words, (month, day))
    spoken: Phrases[int] = Phrases()
    for words, back in lists["spoken_days"].items():
        spoken.add(words, back)
    parts: Phrases[tuple[float, float]] = Phrases()
    for words, (low, high) in lists["parts"].items():
        parts.add(words, (low, high))
    months = {**lists["months"], **{f"{month}.": number for month, number in lists["months"].items()}}
    starts = {
        *months,
        *lists["seasons"],
        *lists["weekdays"],
        *lists["spans"],
        *lists["divisions"],
        *lists["day_ordinals"],
        *lists["spoken_nights"],
        *fixed.firsts(),
        *spoken.firsts(),
    }
    return Calendar(
        months,
        lists["seasons"],
        lists["weekdays"],
        lists["spans"],
        lists["day_ordinals"],
        frozenset(lists["before_year"]),
        frozenset(lists["range_words"]),
        frozenset(lists["ahead"]),
        parts,
        fixed,
        spoken,
        frozenset(starts),
        lists,
    )


@dataclass(frozen=True, slots=True)
class Anchor:
    """What dates that do not tell all are told from.

    Args:
        spoken: the day on which the text speaks: of its dateline, else of its publication; None where unknown.
        last: the last date told before, on which "the next day" and a month without a year lean.
        near: whether `last` was told in the same paragraph, so that it weighs more than the day of publication.
    """

    spoken: date | None = None
    last: DateRange | None = None
    near: bool = False


def one_day(year: int, month: int, day: int) -> DateRange | None:
    """A day as an interval; None where the calendar has no such day."""
    try:
        single = date(year, month, day)
    except ValueError:
        return None
    return DateRange(single, single)


def season_range(year: int, first_month: int) -> DateRange:
    """Three months from the first of `first_month`; a winter ends in the next year."""
    last = first_month + 2
    end = month_range(year, last) if last <= 12 else month_range(year + 1, last - 12)
    return DateRange(month_range(year, first_month).start, end.end, "season")


def part_of(whole: DateRange, low: float, high: float) -> DateRange:
    """The stretch of an interval from the fraction `low` to `high` of it."""
    first = whole.start + timedelta(days=int(low * (whole.days - 1)))
    last = whole.start + timedelta(days=round(high * (whole.days - 1)))
    return DateRange(first, last, f"part of {whole.precision}")


def divide(whole: DateRange, count: int, which: int) -> DateRange:
    """One of `count` equal runs of months of a year, from 1; -1 is the last."""
    months = 12 // count
    first = (count if which < 0 else which) * months - months + 1
    start = month_range(whole.start.year, first).start
    return DateRange(start, month_range(whole.start.year, first + months - 1).end, "range")


def move_months(day: date, months: int) -> date:
    """A day so many months later, or the last of that month where it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def move(when: DateRange, span: str, count: int) -> DateRange | None:
    """An interval so many spans after another, only as precise as the span; None beyond the calendar, or where `when` is too vague."""
    try:
        if span == "day":
            return shift(when, count) if when.days <= 31 else None
        if span in ("week", "fortnight"):
            if when.days > 31:
                return None
            far = shift(when, count * (7 if span == "week" else 14))
            slack = timedelta(days=3)
            return DateRange(far.start - slack, far.end + slack, "range")
        if span == "month":
            if when.days > 31:
                return None
            day = move_months(when.start, count)
            return month_range(day.year, day.month)
        if span == "year":
            return year_range(when.start.year + count)
    except (ValueError, OverflowError):
        return None
    return None


def shift(when: DateRange, days: int) -> DateRange:
    """The same interval so many days later."""
    return DateRange(when.start + timedelta(days=days), when.end + timedelta(days=days), when.precision)


def settle_year(anchor: Anchor, month: int, day: int, ahead: bool) -> int | None:
    """The year of a date that gives none.

    A date in the same paragraph decides; else the last such day before the text speaks (or the next one after it, of what lies
    ahead); else the last date told anywhere. None where nothing tells.
    """
    last = anchor.last
    if last is not None and (anchor.near or anchor.spoken is None):
        year = last.end.year
        later = last.days <= 92 and last.end.month - month > 6
        if later and (anchor.spoken is None or (year + 1, month, day) <= _key(anchor.spoken)):
            return year + 1
        if anchor.spoken is None or (year, month, day) <= _key(anchor.spoken) or ahead:
            return year
        if year != anchor.spoken.year:
            return year
    if anchor.spoken is None:
        return None
    spoken = anchor.spoken
    if ahead:
        return spoken.year if (month, day) >= (spoken.month, 1) else spoken.year + 1
    return spoken.year if (month, day) <= (spoken.month, spoken.day) else spoken.year - 1


def _key(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
