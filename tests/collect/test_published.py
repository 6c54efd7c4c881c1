"""Dates of publication: what the words plainly say, no more."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.collect.published import read_published


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2014-05-02", "2014-05-02"),
        ("2014-05", "2014-05"),
        ("1914", "1914"),
        ("2014-05-02T23:30:00-05:00", "2014-05-02"),
        ("2014-05-02 10:00", "2014-05-02"),
        ("20140502", "2014-05-02"),
        ("2014/5/2", "2014-05-02"),
        ("20 December 1812", "1812-12-20"),
        ("20th of December, 1812", "1812-12-20"),
        ("Dec. 20, 1812", "1812-12-20"),
        ("Friday, May 2, 2014 at 10:15 GMT", "2014-05-02"),
        ("Fri, 02 May 2014 10:00:00 GMT", "2014-05-02"),
        ("Sept 2001", "2001-09"),
        ("25/12/2014", "2014-12-25"),
        ("12/25/2014", "2014-12-25"),
        ("  2 May\n2014 ", "2014-05-02"),
        ("03/04/2014", None),
        ("3 Jan 90", None),
        ("16/28 December 1812", None),
        ("31 February 2014", None),
        ("2014-13-01", None),
        ("yesterday", None),
        ("Smarch 2014", None),
        ("0914", None),
        ("12,000 words", None),
        ("", None),
    ],
)
def test_words(words: str, iso: str | None) -> None:
    assert read_published(words) == iso


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_is_read_in_every_plain_form(day: date) -> None:
    name = calendar.month_name[day.month]
    for words in (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{name[:3]} {day.day}, {day.year}",
        f"{name} {day.day:02d}, {day.year}",
    ):
        assert read_published(words) == day.isoformat()


@given(st.text(max_size=40))
def test_it_never_raises(words: str) -> None:
    iso = read_published(words)
    assert iso is None or iso[:4].isdigit()
