"""Dates as intervals: ISO forms read as what they are, and an algebra that agrees with sets of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.dates import DateRange, day_before, last_day, month_range, read_iso, year_range
from unaccounted.base.errors import UsageError

DAYS = st.dates()
NEAR_DAYS = st.dates(date(1812, 6, 1), date(1812, 7, 15))


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    start, end = sorted((draw(NEAR_DAYS), draw(NEAR_DAYS)))
    return DateRange(start, end, "range")


def days_in(when: DateRange) -> set[date]:
    return {when.start + timedelta(days=passed) for passed in range(when.days)}


@given(DAYS)
def test_a_full_date_is_one_day(day: date) -> None:
    assert read_iso(day.isoformat()) == DateRange(day, day)
    assert read_iso(f" {day.isoformat()}T23:59:59Z ").days == 1
    assert last_day(day.isoformat()) == day


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_partial_date_is_all_of_its_month_or_year(year: int, month: int) -> None:
    whole, part = read_iso(f"{year:04}"), read_iso(f"{year:04}-{month:02}")
    assert whole == year_range(year) and part == month_range(year, month)
    assert whole.contains(part)
    assert part.start.day == 1 and (part.end + timedelta(days=1)).day == 1
    assert sum(month_range(year, each).days for each in range(1, 13)) == whole.days in (365, 366)


@given(DAYS, DAYS)
def test_two_dates_joined_are_a_range_or_refused(first: date, last: date) -> None:
    text = f"{first}/{last}"
    if first <= last:
        assert read_iso(text) == DateRange(first, last, "range")
    else:
        with pytest.raises(UsageError, match="before it starts"):
            read_iso(text)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2013-6", "2013-13", "2013-00", "2019-02-29", "0000", "19", "2013-06-", "2013/", "/2013", "01/06/2013", "2010/2011/2012"],
)
def test_what_is_no_iso_date_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(UsageError, match="Write 2019-07-01, 2019-07 or 2019"):
        read_iso(text)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert read_iso(text).days >= 1
    except UsageError as error:
        assert error.message.endswith(".")


@given(date_ranges(), date_ranges())
def test_overlap_containment_and_cover_are_those_of_sets(left: DateRange, right: DateRange) -> None:
    assert left.overlaps(right) == bool(days_in(left) & days_in(right)) == right.overlaps(left)
    assert left.contains(right) == (days_in(left) >= days_in(right))
    cover = left.cover(right)
    assert cover.contains(left) and cover.contains(right)
    assert (cover.start, cover.end) == (min(left.start, right.start), max(left.end, right.end))


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(UsageError, match="1812-12-05 to 1812-06-24"):
        DateRange(date(1812, 12, 5), date(1812, 6, 24))


@given(DAYS)
def test_the_day_before_is_one_day_earlier_but_for_the_first(day: date) -> None:
    assert day_before(day) == (date.min if day == date.min else day - timedelta(days=1))
