"""Numbers, bounds, ranges, shares and vague words, as a table of cases."""

from __future__ import annotations

import pytest

from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.quantities import find_quantities
from unaccounted.extract.sentences import read_sentence

CASES = [
    ("5,000 men", (None, 5000, None, "exact", "people")),
    ("150 000 men", (None, 150000, None, "exact", "people")),
    ("2.5 million people", (None, 2500000, None, "exact", "people")),
    ("forty-three sailors", (None, 43, None, "exact", "people")),
    ("two hundred and six miners", (None, 206, None, "exact", "people")),
    ("two and a half thousand men", (None, 2500, None, "exact", "people")),
    ("half a million men", (None, 500000, None, "exact", "people")),
    ("a dozen men", (None, 12, None, "exact", "people")),
    ("at least 43 people", (43, None, None, "at least", "people")),
    ("no fewer than nine people", (9, None, None, "at least", "people")),
    ("more than a hundred people", (100, None, None, "at least", "people")),
    ("up to 60 people", (None, None, 60, "at most", "people")),
    ("fewer than ten people", (None, None, 10, "at most", "people")),
    ("around 300 people", (None, 300, None, "about", "people")),
    ("some 300 people", (None, 300, None, "about", "people")),
    ("between 150 and 190 people", (150, None, 190, "between", "people")),
    ("20-30 people", (20, None, 30, "between", "people")),
    ("three or four people", (3, None, 4, "between", "people")),
    ("two to three thousand people", (2000, None, 3000, "between", "people")),
    ("around 10% of them", (None, 0.1, None, "about", "share")),
    ("12 per cent of them", (None, 0.12, None, "exact", "share")),
    ("a third of them", (None, 1 / 3, None, "exact", "share")),
    ("two thirds of them", (None, 2 / 3, None, "exact", "share")),
    ("half of the crew", (None, 0.5, None, "exact", "share")),
    ("one in ten of them", (None, 0.1, None, "exact", "share")),
    ("dozens of people", (24, 36, 99, "vague", "people")),
    ("tens of thousands of people", (20000, 40000, 99999, "vague", "people")),
    ("several hundred people", (200, 500, 999, "vague", "people")),
    ("many people", (5, None, None, "vague", "people")),
    ("the majority of the fighters", (0.5, 0.7, 1, "vague", "share")),
]

NOT_COUNTS = [
    "on 3 January 1990",
    "in March 2011",
    "in 1998",
    "for $5,000",
    "Resolution 2178",
    "the M-19 movement",
    "a 21-year-old man",
    "at 10:30",
    "Article 14",
]


def _read(text: str) -> list[tuple[float | None, float | None, float | None, str, str]]:
    found = find_quantities(read_sentence(text, 0, len(text), 0), load_lexicon("en"))
    return [(each.count.low, each.count.best, each.count.high, each.count.bound, each.count.unit) for each in found]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_find_quantities_reads_the_number_its_bound_and_unit(text: str, expected: tuple[object, ...]) -> None:
    for shown in (text, text.upper()):
        assert [tuple(pytest.approx(part) if isinstance(part, float) else part for part in expected)] == _read(shown)


@pytest.mark.parametrize("text", NOT_COUNTS)
def test_find_quantities_keeps_out_what_is_plainly_no_count(text: str) -> None:
    assert _read(text) == []
