"""Dates told from another day: from the one on which the text speaks ("yesterday", "last month", "two days ago", "on Tuesday"),
or from the last date told ("the next day", "three weeks later", "the following May").

In: a sentence, a word's place, and the anchor. Out: a stretch of words with its interval, only as precise as its words; None
where the day that it is told from is not known.
"""

from __future__ import annotations

from datetime import date, timedelta

from unaccounted.base.dates import DateRange, month_range, year_range
from unaccounted.extract.calendars import Anchor, Calendar, move, move_months, part_of, season_range, shift
from unaccounted.extract.figure_dates import Told
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.sentences import Sentence


class RelativeReader:
    """Reads the dates of one sentence that are told from another day."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, calendar: Calendar) -> None:
        self.sentence, self.words, self.lexicon, self.calendar = sentence, sentence.words, lexicon, calendar
        self.ahead = not calendar.ahead.isdisjoint(self.words)

    def read(self, at: int, anchor: Anchor) -> Told | None:
        """The date whose telling word stands at a place; it may begin before it ("two days ago")."""
        word = self.words[at]
        if word in self.calendar.spans:
            return self._span(at, self.calendar.spans[word], anchor)
        if word in self.calendar.months or word in self.calendar.seasons:
            return self._named(at, anchor)
        if anchor.spoken is None:
            return None
        spoken = self.calendar.spoken.match(self.words, at)
        if spoken is not None:
            day = anchor.spoken - timedelta(days=spoken[1])
            return Told(at, spoken[0], DateRange(day, day), False)
        if word in self.calendar.lists["spoken_nights"]:
            return Told(at, at + 1, DateRange(anchor.spoken - timedelta(days=1), anchor.spoken, "range"), False)
        if word in self.calendar.weekdays:
            return self._weekday(at, anchor.spoken)
        return None

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _weekday(self, at: int, spoken: date) -> Told | None:
        """The last such day before the text speaks, that day itself included; after "next" or in what lies ahead the next one."""
        word, before = self.words[at], self._word(at - 1)
        if not self.sentence.forms[at][0].isupper():
            return None
        if word in self.calendar.lists["short_weekdays"] and (
            not self.sentence.shouts or before not in ("on", "since", "by", "until", "last")
        ):
            return None
        back = (spoken.weekday() - self.calendar.weekdays[word]) % 7
        if before in ("last", "previous") and back == 0:
            back = 7
        if before == "next" or (self.ahead and back and before != "last"):
            back -= 7
        first = at - 1 if before in ("last", "next", "this") else at
        return Told(first, at + 1, DateRange(spoken - timedelta(days=back), spoken - timedelta(days=back)), False)

    def _named(self, at: int, anchor: Anchor) -> Told | None:
        """ "last March", "this spring", "the following February"."""
        before, word = self._word(at - 1), self.words[at]
        lists = self.calendar.lists
        season = word in self.calendar.seasons
        month = self.calendar.seasons[word] if season else self.calendar.months[word]

        def whole(year: int) -> DateRange:
            return season_range(year, month) if season else month_range(year, month)

        if before in lists["following"] and before != "next" and anchor.last is not None:
            year = anchor.last.end.year
            after = whole(year) if whole(year).start > anchor.last.start and anchor.last.precision != "year" else whole(year + 1)
            return Told(at - 1, at + 1, after, False)
        if before in ("that", "same") and anchor.last is not None and season:
            year = anchor.last.end.year
            near = next((each for each in (whole(year - 1), whole(year)) if each.end >= anchor.last.start), whole(year))
            return Told(at - 1, at + 1, near, False)
        if anchor.spoken is None or before not in ("last", "this", "next"):
            return None
        year = anchor.spoken.year
        if before == "last":
            when = whole(year) if whole(year).end < anchor.spoken else whole(year - 1)
        elif before == "next":
            when = whole(year) if whole(year).start > anchor.spoken else whole(year + 1)
        else:
            when = whole(year - 1) if season and month == 12 and anchor.spoken.month <= 2 else whole(year)
        return Told(at - 1, at + 1, when, False)

    def _span(self, at: int, span: str, anchor: Anchor) -> Told | None:
        before, after = self._word(at - 1), self._word(at + 1)
        lists = self.calendar.lists
        count, first = self._count(at)
        if count is not None:
            if after == "ago" and self._word(at + 2) == "today" and anchor.spoken is not None and span in ("month", "year"):
                day = move_months(anchor.spoken, -count * (12 if span == "year" else 1))
                return Told(first, at + 3, DateRange(day, day), False)
            if after == "ago" and anchor.spoken is not None:
                return self._moved(first, at + 2, DateRange(anchor.spoken, anchor.spoken), span, -count)
            if after in ("later", "afterwards", "afterward", "thereafter") and anchor.last is not None:
                return self._moved(first, at + 2, anchor.last, span, count)
            if (
                after in ("earlier", "previously", "before")
                and anchor.last is not None
                and self._word(at + 2) in (",", ".", "", "in", "at", "and", ";")
            ):
                return self._moved(first, at + 2, anchor.last, span, -count)
            stretch = self._word(first - 1) in lists["past"] and self._word(first - 2) in ("the", "these", "its", "their")
            if stretch and anchor.spoken is not None:
                return self._stretch(first - 1, at + 1, anchor.spoken, span, count)
        if before in ("same", "that") and anchor.last is not None:
            return self._same(at, span, anchor.last)
        if before == "the" and after == "before" and anchor.last is not None and self._word(at + 2) in (",", ".", "", "and", ";", ")"):
            return self._moved(at - 1, at + 2, anchor.last, span, -1)
        if before in lists["following"] and self._word(at - 2) == "the" and anchor.last is not None:
            return self._moved(at - 1, at + 1, anchor.last, span, 1)
        if before in ("previous", "preceding") and anchor.last is not None:
            return self._moved(at - 1, at + 1, anchor.last, span, -1)
        if before == "the" and self._word(at - 2) == "of" and span in ("year", "month"):
            return self._part(at, span, anchor)
        if anchor.spoken is None or before not in ("this", "last", "past", "next", "current"):
            return None
        if before == "past" or (before == "last" and self._word(at - 2) == "the"):
            return self._stretch(at - 1, at + 1, anchor.spoken, span, 1)
        return self._unit(at, span, anchor.spoken, {"this": 0, "current": 0, "last": -1, "next": 1}[before])

    def _part(self, at: int, span: str, anchor: Anchor) -> Told | None:
        """ "the beginning of the year", "the end of the month": of the last date's in the same paragraph, else of the day of speaking."""
        part = self.calendar.parts.match(self.words, at - 3) if at >= 3 else None
        base = anchor.last.end if anchor.last is not None and anchor.near else anchor.spoken
        if part is None or part[0] != at - 1 or base is None:
            return None
        whole = month_range(base.year, base.month) if span == "month" else year_range(base.year)
        return Told(at - 3, at + 1, part_of(whole, *part[1]), False)

    def _count(self, at: int) -> tuple[int | None, int]:
        """The number before a span and where it begins: "two days", "a week", "10 years"."""
        word = self._word(at - 1)
        if word in self.calendar.lists["few"]:
            return self.calendar.lists["few"][word], at - 1
        if word.isascii() and word.isdigit() and len(word) <= 3:
            return int(word), at - 1
        number = self.lexicon.numbers["units"].get(word) or self.lexicon.numbers["tens"].get(word)
        if word == "of" and self._word(at - 2) == "couple":
            return 2, at - 2 - (self._word(at - 3) == "a")
        return (int(number), at - 1) if number else (None, at)

    def _moved(self, first: int, last: int, base: DateRange, span: str, count: int) -> Told | None:
        when = move(base, span, count)
        return Told(first, last, when, False) if when is not None else None

    def _same(self, at: int, span: str, last: DateRange) -> Told | None:
        if span == "day" and last.days == 1:
            return Told(at - 1, at + 1, last, False)
        if span == "month" and last.days <= 31 and last.start.month == last.end.month:
            return Told(at - 1, at + 1, month_range(last.start.year, last.start.month), False)
        if span == "year" and last.start.year == last.end.year:
            return Told(at - 1, at + 1, year_range(last.start.year), False)
        return None

    def _stretch(self, first: int, last: int, spoken: date, span: str, count: int) -> Told | None:
        """ "the past three weeks": from so long before the text speaks to that day."""
        if span == "hour":
            count = -(-count // 24)  # 24 hours and fewer reach into the day before
        days = {"hour": 1, "day": 1, "week": 7, "fortnight": 14, "weekend": 2, "month": 30, "year": 365, "decade": 3652}[span] * count
        day = DateRange(spoken, spoken)
        try:
            if span in ("month", "year"):
                back = move(day, span, -count)
                start = (
                    spoken.replace(year=back.start.year, month=back.start.month, day=min(spoken.day, 28))
                    if back and span == "month"
                    else None
                )
                start = start or (spoken - timedelta(days=days))
            else:
                start = spoken - timedelta(days=days)
            return Told(first, last, DateRange(start, spoken, "range"), False)
        except (ValueError, OverflowError):
            return None

    def _unit(self, at: int, span: str, spoken: date, step: int) -> Told | None:
        """ "this month", "last year", "last week" (from Monday); of this week and of "so far this year" only what is past."""
        so_far = (step == 0 and (self._word(at - 3), self._word(at - 2)) == ("so", "far")) or " ".join(
            self.words[at + 1 : at + 3]
        ) == "so far"
        monday = spoken - timedelta(days=spoken.weekday())
        when: DateRange | None
        if span == "week":
            when = DateRange(monday, monday + timedelta(days=6), "range")
            when = shift(when, 7 * step)
        elif span == "weekend":
            saturday = monday + timedelta(days=5)
            when = DateRange(saturday, saturday + timedelta(days=1), "range")
            when = when if saturday <= spoken and step == 0 else shift(when, 7 * (step if step else -1))
        elif span in ("month", "year"):
            when = month_range(spoken.year, spoken.month) if span == "month" else year_range(spoken.year)
            when = when if step == 0 else move(DateRange(when.start, when.start), span, step)
        else:
            return None
        if when is not None and step == 0 and (so_far or span == "week") and when.start <= spoken < when.end and not self.ahead:
            when = DateRange(when.start, spoken, "range")
        return Told(at - 1, at + 1, when, False) if when is not None else None
