"""When: dates in a sentence as intervals, with their precision and the words they came from.

Dates that stand by themselves and dates told from another day, joined to ranges ("between 2010 and 2014", "from March to June")
and, after "since", run on to the day on which the text speaks. It attaches no date to a claim: that is for `dating`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from unaccounted.base.dates import DateRange, month_range
from unaccounted.extract.absolute_dates import AbsoluteReader
from unaccounted.extract.calendars import Anchor, load_calendar
from unaccounted.extract.figure_dates import Told
from unaccounted.extract.lexicons import Lexicon
from unaccounted.extract.relative_dates import RelativeReader
from unaccounted.extract.sentences import Sentence


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a sentence: its words (`last` exclusive), the interval, and whether its end is open ("since 2014", with no day known
    on which the text speaks)."""

    first: int
    last: int
    when: DateRange
    open: bool = False


def may_date(words: tuple[str, ...]) -> bool:
    """Whether a date can begin among words: most sentences have none, and the dates of the whole text need not be known for them."""
    return not load_calendar().starts.isdisjoint(words) or any(word[0].isdigit() for word in words)


def find_dates(sentence: Sentence, lexicon: Lexicon, anchor: Anchor) -> list[DateMention]:
    """Every date of a sentence, in order.

    Args:
        sentence: its words.
        lexicon: the words for people and numbers.
        anchor: the day on which the text speaks, and the last date told before this sentence.
    """
    calendar = load_calendar()
    starts = calendar.starts
    told: list[Told] = []
    absolute: AbsoluteReader | None = None
    relative: RelativeReader | None = None
    at, free = 0, 0
    for at, word in enumerate(sentence.words):
        if at < free or not (word in starts or word[0].isdigit()):
            continue
        if absolute is None or relative is None:
            absolute, relative = AbsoluteReader(sentence, lexicon, calendar), RelativeReader(sentence, lexicon, calendar)
        found = absolute.read(at, anchor) if word[0].isdigit() or word in calendar.weekdays else None
        found = found or relative.read(at, anchor) or absolute.read(at, anchor)
        if found is None or found.first < free:
            continue
        if told and not told[-1].dated and found.when.precision == "year" and told[-1].last == found.first and told[-1].when.days <= 31:
            found = _of_year(told.pop(), found)
        told.append(found)
        free = found.last
        if found.dated or anchor.last is None or found.when.start >= anchor.last.start:
            anchor = replace(anchor, last=found.when, near=True)
    return _join(sentence, told, anchor.spoken) if told else []


def _join(sentence: Sentence, told: list[Told], spoken: date | None) -> list[DateMention]:
    """Dates joined to ranges, and those after "since" run on."""
    mentions: list[DateMention] = []
    at = 0
    while at < len(told):
        mention = told[at]
        if at + 1 < len(told):
            joined = _range(sentence, mention, told[at + 1])
            if joined is not None:
                mentions.append(joined)
                at += 2
                continue
        mentions.append(_run_on(sentence, mention, spoken))
        at += 1
    return mentions


def _of_year(told: Told, year: Told) -> Told:
    """A day or month with the year that the words after it tell: "12 June last year"."""
    month = month_range(year.when.start.year, told.when.start.month)
    if told.when.days > 1:
        return Told(told.first, year.last, month)
    day = date(month.start.year, month.start.month, min(told.when.start.day, month.end.day))
    return Told(told.first, year.last, DateRange(day, day))


def _before(sentence: Sentence, at: int) -> tuple[int, str]:
    """The word before a date, articles and hyphens skipped: (its place, the word)."""
    at -= 1
    while at > 0 and sentence.words[at] in ("the", "-", "about", "around", "at", "least"):
        at -= 1
    return at, sentence.words[at] if at >= 0 else ""


def _range(sentence: Sentence, left: Told, right: Told) -> DateMention | None:
    words = sentence.words
    gap = tuple(word for word in words[left.last : right.first] if word not in ("the", "of"))
    opener, before = _before(sentence, left.first)
    opened = before in ("between", "from")
    if gap == ("and",):
        days = (right.when.start - left.when.start).days if left.when.days == right.when.days == 1 else 0
        if before != "between" and days not in (1, 2):  # "on Saturday and Sunday" is one stretch of days
            return None
    elif (
        len(gap) != 1
        or gap[0] not in load_calendar().range_words
        or (gap[0] in ("to", "/", "until", "till") and not (opened or left.when.days == right.when.days))
    ):
        return None
    start = left.when.start
    if not left.dated and start.year != right.when.start.year and (right.dated or start > right.when.end):
        start = _same_year(left, right)
    if start > right.when.end:
        return None
    return DateMention(opener if opened else left.first, right.last, DateRange(start, right.when.end, "range"))


def _same_year(left: Told, right: Told) -> date:
    """The start of a date without a year, put into the year of the date that ends its range: "from March to June 2011"."""
    start, year = left.when.start, right.when.end.year
    if (start.month, start.day) > (right.when.end.month, right.when.end.day):
        year -= 1
    return date(year, start.month, min(start.day, month_range(year, start.month).end.day))


def _week(sentence: Sentence, told: Told) -> Told:
    """A day that a week begins or ends with: "the week of 3 May", "the week ending 9 May"."""
    at, lists = told.first - 2, load_calendar().lists
    if told.when.days > 1 or at < 0 or sentence.words[at] != "week":
        return told
    link, six = sentence.words[at + 1], timedelta(days=6)
    if link in lists["week_from"]:
        return Told(at, told.last, DateRange(told.when.start, told.when.start + six, "range"), told.dated)
    if link in lists["week_to"]:
        return Told(at, told.last, DateRange(told.when.start - six, told.when.start, "range"), told.dated)
    return told


def _run_on(sentence: Sentence, told: Told, spoken: date | None) -> DateMention:
    """A date after "since" runs on to the day on which the text speaks."""
    told = _week(sentence, told)
    at, before = _before(sentence, told.first)
    if before not in load_calendar().lists["since"]:
        return DateMention(told.first, told.last, told.when)
    if spoken is None:
        return DateMention(at, told.last, told.when, open=True)
    if spoken <= told.when.start:
        return DateMention(told.first, told.last, told.when)
    return DateMention(at, told.last, DateRange(told.when.start, spoken, "range"))
