"""When: dates in a sentence as intervals, with their precision and the words they came from.

Absolute dates, seasons, parts of years and months, and days relative to publication where the document's day is
known. A day and month without a year take the year of the document's last date. It attaches no date to a claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from unaccounted.base.dates import DateRange, month_range, read_iso, year_range
from unaccounted.base.errors import UsageError
from unaccounted.extract.lexicons import Lexicon, load_lexicon
from unaccounted.extract.sentences import Sentence


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a sentence: its words (`last` exclusive) and the interval."""

    first: int
    last: int
    when: DateRange


def _year(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isdigit() and 1500 <= int(word) <= 2100 else None


def _day(word: str) -> int | None:
    plain = word.rstrip("stndrh") if word[:1].isdigit() else ""
    return int(plain) if plain.isdigit() and 1 <= int(plain) <= 31 else None


def _one_day(year: int, month: int, day: int) -> DateRange | None:
    try:
        single = date(year, month, day)
    except ValueError:
        return None
    return DateRange(single, single)


@cache
def _date_words(language: str = "en") -> frozenset[str]:
    dates = load_lexicon(language).dates
    months = {*dates["months"], *(f"{month}." for month in dates["months"])}
    return frozenset({*months, *dates["seasons"], *dates["weekdays"], "today", "yesterday"})


def find_dates(sentence: Sentence, lexicon: Lexicon, published: str | None, year: int | None) -> list[DateMention]:
    """Every date of a sentence, in order.

    Args:
        sentence: its words.
        lexicon: the month, season and weekday words.
        published: the document's date, ISO or partial; None where unknown.
        year: the year of the last date before this sentence, for dates that give none.
    """
    found: list[DateMention] = []
    at = 0
    first_words = _date_words()
    while at < len(sentence.words):
        word = sentence.words[at]
        if not word[0].isdigit() and word not in first_words:
            at += 1
            continue
        mention = _read_date(sentence, at, lexicon, year) or _read_relative(sentence, at, lexicon, published)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        year = mention.when.start.year
        at = mention.last
    return found


def _read_date(sentence: Sentence, at: int, lexicon: Lexicon, year: int | None) -> DateMention | None:
    words, months = sentence.words, lexicon.dates["months"]
    word = words[at].rstrip(".")
    nxt = words[at + 1].rstrip(".") if at + 1 < len(words) else ""
    day = _day(word)
    if day and nxt == "of" and at + 2 < len(words) and words[at + 2].rstrip(".") in months:
        return _day_month(sentence, at, day, at + 2, months, year)
    if day and nxt in months and not (nxt == "may" and sentence.forms[at + 1] == "may"):
        return _day_month(sentence, at, day, at + 1, months, year)
    if (
        word in months
        and sentence.forms[at][0].isupper()
        and not (word in ("may", "march", "mar", "sep", "dec", "jan") and not _dated(sentence, at))
    ):
        return _month_first(sentence, at, months[word], lexicon, year)
    if word in lexicon.dates["seasons"]:
        span = _year_after(words, at + 1)
        known = span[1] if span else None
        if known:
            month = lexicon.dates["seasons"][word]
            last = month + 2
            end = month_range(known, last) if last <= 12 else month_range(known + 1, last - 12)
            return DateMention(at, span[0] if span else at + 1, DateRange(month_range(known, month).start, end.end, "season"))
        return None
    known = _year(word)
    before = words[at - 1] if at else ""
    if (
        known
        and before not in ("$",)
        and (
            before
            in (
                "in",
                "of",
                "since",
                "by",
                "until",
                "during",
                "from",
                "to",
                "before",
                "after",
                "early",
                "late",
                "mid",
                "-",
                "(",
                "and",
                "between",
                ",",
                "year",
                "till",
                "only",
            )
            or at == 0
        )
    ):
        return DateMention(at, at + 1, _part_of(words, at, year_range(known), lexicon))
    try:
        return DateMention(at, at + 1, read_iso(word)) if len(word) == 10 and word[4] == "-" else None
    except UsageError:
        return None


def _dated(sentence: Sentence, at: int) -> bool:
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    before = sentence.words[at - 1] if at else ""
    return after[:1].isdigit() or before in ("in", "of", "since", "by", "until", "mid", "-", "early", "late", "last", "from", "during")


def _year_after(words: tuple[str, ...], at: int) -> tuple[int, int] | None:
    while at < len(words) and words[at] in ("of", ",", "the"):
        at += 1
    known = _year(words[at]) if at < len(words) else None
    return (at + 1, known) if known else None


def _two_digit_year(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """ "3 JAN 90" in a telex: a year of two digits right after the month."""
    if at < len(sentence.words) and len(sentence.words[at]) == 2 and sentence.words[at].isdigit() and sentence.shouts:
        return at + 1, 1900 + int(sentence.words[at])
    return None


def _day_month(sentence: Sentence, at: int, day: int, month_at: int, months: dict[str, int], year: int | None) -> DateMention | None:
    after = _year_after(sentence.words, month_at + 1) or _two_digit_year(sentence, month_at + 1)
    known = after[1] if after else year
    single = _one_day(known, months[sentence.words[month_at].rstrip(".")], day) if known else None
    return DateMention(at, after[0] if after else month_at + 1, single) if single else None


def _month_first(sentence: Sentence, at: int, month: int, lexicon: Lexicon, year: int | None) -> DateMention | None:
    words = sentence.words
    day = _day(words[at + 1]) if at + 1 < len(words) else None
    if day:
        after = _year_after(words, at + 2)
        known = after[1] if after else year
        single = _one_day(known, month, day) if known else None
        return DateMention(at, after[0] if after else at + 2, single) if single else None
    after = _year_after(words, at + 1)
    known = after[1] if after else year
    if not known:
        return None
    return DateMention(at, after[0] if after else at + 1, _part_of(words, at, month_range(known, month), lexicon))


def _part_of(words: tuple[str, ...], at: int, whole: DateRange, lexicon: Lexicon) -> DateRange:
    """The part of a year or month that the words before it name: "mid-March", "the end of 2017"."""
    before = at - 1
    while before >= 0 and words[before] in ("-", "the"):
        before -= 1
    for name, (low, high) in lexicon.dates["parts"].items():
        phrase = tuple(name.split())
        if before + 1 >= len(phrase) and words[before + 1 - len(phrase) : before + 1] == phrase:
            first = whole.start + timedelta(days=int(low * (whole.days - 1)))
            last = whole.start + timedelta(days=round(high * (whole.days - 1)))
            return DateRange(first, last, f"part of {whole.precision}")
    return whole


def _read_relative(sentence: Sentence, at: int, lexicon: Lexicon, published: str | None) -> DateMention | None:
    """Days told from the day of publication: today, yesterday, on Sunday (the last one before it)."""
    if not published or len(published) < 10:
        return None
    try:
        day = read_iso(published).end
    except UsageError:
        return None
    word = sentence.words[at]
    if word in ("today", "yesterday"):
        single = day - timedelta(days=word == "yesterday")
        return DateMention(at, at + 1, DateRange(single, single))
    if word in lexicon.dates["weekdays"] and sentence.forms[at][0].isupper():
        back = (day.weekday() - lexicon.dates["weekdays"][word]) % 7
        single = day - timedelta(days=back)
        return DateMention(at, at + 1, DateRange(single, single))
    return None
