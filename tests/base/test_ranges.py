"""Ranges of counts, and the table of vague words: every row in order, sourced, and found by its own words however written."""

import csv
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base.errors import UsageError
from unaccounted.base.ranges import CountRange, list_vague, normalise_words, read_vague
from unaccounted.base.vocabulary import BOUNDS, UNITS

ROWS = list(csv.DictReader((files("unaccounted.base") / "vague_words.csv").read_text(encoding="utf-8").splitlines()))
KEYS = [(row["words"], row["unit"]) for row in ROWS]
NUMBERS = st.one_of(st.none(), st.floats(0, 1, allow_nan=False))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['words']}-{row['unit']}")
def test_every_vague_word_is_in_order_and_sourced(row: dict[str, str]) -> None:
    told = [float(row[name]) for name in ("low", "best", "high") if row[name]]
    assert row["low"], "a vague word is a floor at the least"
    assert told == sorted(told) and told[0] >= 0
    assert row["unit"] in UNITS
    assert row["unit"] == "people" or told[-1] <= 1
    assert len(row["source"].split()) >= 2
    assert row["words"] == normalise_words(row["words"])


def test_no_vague_word_stands_twice() -> None:
    assert len(KEYS) == len(set(KEYS)) > 30


@given(st.sampled_from(KEYS), st.sampled_from([" ", "  ", "\n", " \u00a0"]), st.data())
def test_a_vague_word_is_found_by_its_own_words_blind_to_case_and_spacing(key: tuple[str, str], gap: str, data: st.DataObject) -> None:
    words, unit = key
    written = "".join(data.draw(st.sampled_from([each, each.upper()])) for each in words).replace(" ", gap)
    for around in (written, f" {written}\t", f"{written} of", f"{written}{gap}of the"):
        found = read_vague(around, unit)
        assert found is not None
        assert (found.words, found.unit, found.bound) == (words, unit, "vague")


def test_words_that_can_be_either_are_people_unless_a_share_is_asked_for() -> None:
    either = {words for words, unit in KEYS if unit == "share" and (words, "people") in KEYS}
    assert either
    for words in either:
        people, share = read_vague(words), read_vague(words, "share")
        assert people is not None and people.unit == "people"
        assert share is not None and share.unit == "share"


@pytest.mark.parametrize("words", ["", "of", "30", "dozenss", "umpteen"])
def test_unknown_words_have_no_range(words: str) -> None:
    assert read_vague(words) is None


@pytest.mark.parametrize("unit", list(UNITS))
def test_the_list_is_the_table_longest_first(unit: str) -> None:
    listed = list_vague(unit)
    assert set(listed) == {words for words, each in KEYS if each == unit}
    assert [len(words) for words in listed] == sorted((len(words) for words in listed), reverse=True)


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(list(BOUNDS)), st.sampled_from(list(UNITS)))
def test_a_range_is_made_only_where_its_numbers_do_not_fall(
    low: float | None, best: float | None, high: float | None, bound: str, unit: str
) -> None:
    told = [number for number in (low, best, high) if number is not None]
    if all(left <= right for left, right in pairwise(told)):
        assert CountRange(low, best, high, bound, unit).best == best
    else:
        with pytest.raises(UsageError, match="must not fall"):
            CountRange(low, best, high, bound, unit)


@pytest.mark.parametrize(
    ("numbers", "bound", "unit", "says"),
    [
        ((-1, 2, 3), "exact", "people", "negative"),
        ((1, float("inf"), None), "exact", "people", "endless"),
        ((float("nan"), None, None), "exact", "people", "endless"),
        ((0.1, 0.2, 1.5), "exact", "share", "between 0 and 1"),
        ((1, 1, 1), "roughly", "people", "not a bound"),
        ((1, 1, 1), "exact", "heads", "not a unit"),
    ],
)
def test_a_range_says_what_is_wrong(numbers: tuple[float | None, ...], bound: str, unit: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        CountRange(*numbers, bound, unit)
