"""Numbers, dates and claims in words; characters that would be obeyed become signs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.records import FlatClaim
from unaccounted.show.wording import clean_name, clean_text, fold_ascii, write_claim, write_count, write_date, write_grade, write_range


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"best": 5000, "bound": "exact"}, "5,000"),
        ({"best": 5000, "bound": "about"}, "about 5,000"),
        ({"low": 43, "bound": "at least"}, "at least 43"),
        ({"high": 90, "bound": "at most"}, "at most 90"),
        ({"low": 4000, "high": 6000, "bound": "between"}, "4,000 to 6,000"),
        ({"words": "dozens", "bound": "vague"}, "dozens (24–99)"),
        ({"words": "a legion", "bound": "vague"}, "a legion"),
        ({"best": 0.1, "unit": "share", "base": "joined", "bound": "about"}, "about 10% of joined"),
        ({"high": 0.25, "unit": "share", "bound": "at most"}, "at most 25% of those who entered"),
        ({}, "no number"),
    ],
)
def test_claims(fields: dict[str, Any], words: str) -> None:
    assert write_claim(FlatClaim("1", "all", "killed", **fields)) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2019-07-01", "1 July 2019"),
        ("2013-06", "June 2013"),
        ("1869", "1869"),
        ("2013/2014", "2013 to 2014"),
        ("undated", "an unknown date"),
        ("", "an unknown date"),
        (None, "an unknown date"),
        ("before the snow", "before the snow"),
    ],
)
def test_dates(iso: str | None, words: str) -> None:
    assert write_date(iso) == words


def test_numbers_and_grades() -> None:
    assert (write_count(422000), write_count(None), write_range(5, 5), write_range(4000, 6000)) == ("422,000", "–", "5", "4,000–6,000")
    assert write_grade("B3") == "B3: usually reliable; possibly true"
    assert write_grade(None) == "not graded"


@given(st.text())
def test_nothing_that_is_obeyed_is_left(text: str) -> None:
    clean = clean_text(text)
    assert not set(clean) & set("\x00\x07\x1b\x9b\u202e\u2066\u200f\r")
    clean.encode("utf-8")
    assert "\n" not in clean_name(text)


@given(st.text())
def test_addresses_are_plain(text: str) -> None:
    assert set(fold_ascii(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
