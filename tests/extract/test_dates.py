"""Dates in prose: tables of (words, interval), and laws that hold of any."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.conftest import make_document
from unaccounted.base.dates import read_iso
from unaccounted.extract import extract_claims
from unaccounted.extract.calendars import Anchor
from unaccounted.extract.dates import DateMention, find_dates
from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.sentences import read_sentence

SPOKEN = date(2016, 5, 20)  # a Friday


def read_dates(text: str, anchor: Anchor | None = None) -> list[tuple[str, str]]:
    """The dates of a sentence as (words, start/end)."""
    sentence = read_sentence(text, 0, len(text), 0)
    mentions = find_dates(sentence, load_lexicon("en"), anchor or Anchor(SPOKEN))
    return [(text[sentence.starts[each.first] : sentence.ends[each.last - 1]], f"{each.when.start}/{each.when.end}") for each in mentions]


def the_date(text: str, anchor: Anchor | None = None) -> str:
    """The one date of a sentence as start/end; "" where it has none."""
    found = read_dates(text, anchor)
    assert len(found) < 2, found
    return found[0][1] if found else ""


ABSOLUTE = [
    ("They fell on 3 May 2015 at the ford.", "2015-05-03/2015-05-03"),
    ("They fell on May 3rd, 2015, at the ford.", "2015-05-03/2015-05-03"),
    ("They fell on Sunday, 3 May 2015.", "2015-05-03/2015-05-03"),
    ("They fell on the second of November 1899.", "1899-11-02/1899-11-02"),
    ("They fell on 2015-05-03 at the ford.", "2015-05-03/2015-05-03"),
    ("They fell on 25/03/2015 at the ford.", "2015-03-25/2015-03-25"),
    ("They fell on 03/25/2015 at the ford.", "2015-03-25/2015-03-25"),
    ("They fell on 05/05/2015 at the ford.", "2015-05-05/2015-05-05"),
    ("They fell on 03.05.2015 at the ford.", "2015-05-03/2015-05-03"),
    ("16 NOV 89: THE COLUMN FELL BACK", "1989-11-16/1989-11-16"),
    ("DTG 29 1915 APR 17", "2017-04-29/2017-04-29"),
    ("They fell back in March 1944.", "1944-03-01/1944-03-31"),
    ("They fell back in 1944.", "1944-01-01/1944-12-31"),
    ("They fell back in mid-March 2015.", "2015-03-10/2015-03-21"),
    ("All were gone by the end of 1946.", "1946-10-19/1946-12-31"),
    ("Early in 1944 they fell back.", "1944-01-01/1944-05-04"),
    ("They fell back in the first half of 2012.", "2012-01-01/2012-06-30"),
    ("They fell back in the fourth quarter of 2012.", "2012-10-01/2012-12-31"),
    ("They fell back in the 1990s.", "1990-01-01/1999-12-31"),
    ("They fell back in the winter of 2015-16.", "2015-12-01/2016-02-29"),
    ("They fell back in the autumn of 1782.", "1782-09-01/1782-11-30"),
    ("He died on New Year's Eve 1782.", "1782-12-31/1782-12-31"),
]
RANGES = [
    ("between 2010 and 2014", "2010-01-01/2014-12-31"),
    ("between 17 and 20 July 1992", "1992-07-17/1992-07-20"),
    ("on 12-15 March 2016", "2016-03-12/2016-03-15"),
    ("on August 20-22, 2013", "2013-08-20/2013-08-22"),
    ("on 16 and 17 August 2014", "2014-08-16/2014-08-17"),
    ("from March to June 2011", "2011-03-01/2011-06-30"),
    ("from November to February 2011", "2010-11-01/2011-02-28"),
    ("from March to June", "2015-03-01/2015-06-30"),
    ("from 2 March until 5 April 2014", "2014-03-02/2014-04-05"),
    ("in 2013-15", "2013-01-01/2015-12-31"),
    ("on the night of 3 to 4 May 2014", "2014-05-03/2014-05-04"),
    ("on Saturday and Sunday", "2016-05-14/2016-05-15"),
    ("in the week of 3 May 2014", "2014-05-03/2014-05-09"),
    ("in the week ending 9 May 2014", "2014-05-03/2014-05-09"),
    ("since 2014", "2014-01-01/2016-05-20"),
    ("since the beginning of the year", "2016-01-01/2016-05-20"),
    ("since January", "2016-01-01/2016-05-20"),
    ("since Christmas, and will again", "2015-12-25/2016-05-20"),
    ("since mid-2014", "2014-05-01/2016-05-20"),
]
FROM_THE_DAY_OF_SPEAKING = [
    ("Twelve died today.", "2016-05-20/2016-05-20"),
    ("Twelve died yesterday.", "2016-05-19/2016-05-19"),
    ("Twelve died last night.", "2016-05-19/2016-05-19"),
    ("Twelve died overnight.", "2016-05-19/2016-05-20"),
    ("Twelve died on Tuesday.", "2016-05-17/2016-05-17"),
    ("Twelve died on Friday.", "2016-05-20/2016-05-20"),
    ("Twelve died last Friday.", "2016-05-13/2016-05-13"),
    ("Twelve will be tried on Tuesday.", "2016-05-24/2016-05-24"),
    ("Last month twelve died.", "2016-04-01/2016-04-30"),
    ("Twelve died last year.", "2015-01-01/2015-12-31"),
    ("Twelve died last week.", "2016-05-09/2016-05-15"),
    ("So far this year twelve died.", "2016-01-01/2016-05-20"),
    ("Twelve died in the past three weeks.", "2016-04-29/2016-05-20"),
    ("Twelve died two days ago.", "2016-05-18/2016-05-18"),
    ("Twelve died three months ago.", "2016-02-01/2016-02-29"),
    ("Twelve died in January.", "2016-01-01/2016-01-31"),
    ("In January 12 died.", "2016-01-01/2016-01-31"),
    ("Twelve died on 12 July.", "2015-07-12/2015-07-12"),
    ("Twelve will be tried on 12 July.", "2016-07-12/2016-07-12"),
    ("Twelve died on 12 June last year.", "2015-06-12/2015-06-12"),
    ("Twelve died in late spring.", "2016-04-30/2016-05-31"),
    ("One year ago today twelve died.", "2015-05-20/2015-05-20"),
    ("Twelve died on the 14th inst.", "2016-05-14/2016-05-14"),
    ("Twelve died on the 14th ult.", "2016-04-14/2016-04-14"),
    ("Twelve died in the past 24 hours.", "2016-05-19/2016-05-20"),
    ("Twelve died three nights ago.", "2016-05-17/2016-05-17"),
    ("Twelve died last summer.", "2015-06-01/2015-08-31"),
    ("Twelve died in the third quarter.", "2015-07-01/2015-09-30"),
]
FROM_THE_LAST_DATE = [
    ("The next day twelve died.", "2013-10-13/2013-10-13"),
    ("In the spring of the following year twelve died.", "2014-03-01/2014-05-31"),
    ("That autumn twelve died.", "2013-09-01/2013-11-30"),
    ("That winter twelve died.", "2013-12-01/2014-02-28"),
    ("That night twelve died.", "2013-10-12/2013-10-12"),
    ("The next morning twelve died.", "2013-10-13/2013-10-13"),
    ("On the 14th, twelve died.", "2013-10-14/2013-10-14"),
    ("On the 3rd, twelve died.", "2013-11-03/2013-11-03"),
    ("By the end of the month twelve died.", "2013-10-25/2013-10-31"),
    ("The same month twelve died.", "2013-10-01/2013-10-31"),
    ("Two days earlier, twelve died.", "2013-10-10/2013-10-10"),
    ("Three weeks later twelve died.", "2013-10-30/2013-11-05"),
    ("A month later twelve died.", "2013-11-01/2013-11-30"),
    ("The following February twelve died.", "2014-02-01/2014-02-28"),
    ("The following year twelve died.", "2014-01-01/2014-12-31"),
    ("On 4 December twelve died.", "2013-12-04/2013-12-04"),
    ("On 4 February twelve died.", "2014-02-04/2014-02-04"),
]
NONE = [
    "At least 1,900 people may march in the hall.",
    "Of 1900 people in the valley none spoke.",
    "AT LEAST 3 MAY HAVE DIED",
    "Between 10 and 12 of them were seen.",
    "He may go, and they march on.",
    "A second man and a third fell.",
    "They fall in every spring of the clock.",
    "One of the last.",
    "A man and a boy of the 14th regiment fell.",
    "The end in sight, they sat on.",
]


@pytest.mark.parametrize(("text", "interval"), [*ABSOLUTE, *FROM_THE_DAY_OF_SPEAKING])
def test_one_date_of_a_sentence(text: str, interval: str) -> None:
    assert the_date(text) == interval


@pytest.mark.parametrize(("words", "interval"), RANGES)
def test_two_dates_make_one_range(words: str, interval: str) -> None:
    assert the_date(f"They fell back {words}.") == interval


@pytest.mark.parametrize(("text", "interval"), FROM_THE_LAST_DATE)
def test_dates_told_from_the_last_one(text: str, interval: str) -> None:
    assert the_date(text, Anchor(None, read_iso("2013-10-12"), True)) == interval


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert read_dates(text, Anchor(SPOKEN)) == []


def test_what_is_told_from_an_unknown_day_is_not_guessed() -> None:
    for text, _ in FROM_THE_DAY_OF_SPEAKING:
        if "June last" not in text:
            assert read_dates(text, Anchor()) == [], text


def test_since_runs_on_to_the_day_of_speaking_and_is_open_without_one() -> None:
    text = "Since 2014 twelve died."
    sentence = read_sentence(text, 0, len(text), 0)
    (mention,) = find_dates(sentence, load_lexicon("en"), Anchor())
    assert mention == DateMention(0, 2, read_iso("2014"), open=True)


@given(st.dates(date(1500, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_the_same_in_every_form(day: date) -> None:
    month = day.strftime("%B")
    forms = [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{day.day} of {month}, {day.year}", day.isoformat()]
    assert {the_date(f"They fell on {form} there.") for form in forms} == {f"{day}/{day}"}


DATE_WORDS = ["in", "3", "May", "2015", "-", "to", "the", "since", "from", "last", "next", "week", "between", "and", "night", "of", "1990s"]
MORE_WORDS = [
    "early",
    "99",
    "31",
    "half",
    "ago",
    "two",
    "days",
    "later",
    "same",
    "month",
    "Monday",
    "yesterday",
    "winter",
    "0600",
    "NOV",
    "/",
]


@given(st.lists(st.sampled_from([*DATE_WORDS, *MORE_WORDS]), max_size=14))
def test_any_run_of_date_words_is_read_in_order_without_overlap(words: list[str]) -> None:
    text = " ".join(["They", *words, "."])
    sentence = read_sentence(text, 0, len(text), 0)
    mentions = find_dates(sentence, load_lexicon("en"), Anchor(SPOKEN, read_iso("2012-02-03"), True))
    places = [place for mention in mentions for place in (mention.first, mention.last)]
    assert places == sorted(places)
    assert all(mention.first < mention.last <= len(sentence.words) and mention.when.start <= mention.when.end for mention in mentions)


WHICH = [
    # in the clause, not the nearest elsewhere
    ("Four were killed on 3 May 2015 and nine were wounded on 5 May 2015.", {4: "2015-05-03", 9: "2015-05-05"}),
    # one that opens the sentence holds for all of it
    ("On 3 May 2015 four were killed, and nine were wounded.", {4: "2015-05-03", 9: "2015-05-03"}),
    # the day of saying is no date of the deed
    ("Four villagers were killed, the mayor said on Sunday.", {4: None}),
    ("The mayor told reporters on Sunday that four villagers were killed.", {4: None}),
    ("Four villagers were killed on Saturday, the mayor said on Sunday.", {4: "2016-05-14"}),
    # what stands in a relative clause or after a semicolon is another's
    ("The bridge, which was built in 1970, fell; four villagers were killed.", {4: None}),
    ("The camp was opened in 2009; four villagers were killed.", {4: None}),
    ("Four villagers were killed before the truce of 3 May 2015.", {4: None}),
]


@pytest.mark.parametrize(("text", "expected"), WHICH)
def test_which_date_goes_with_which_count(text: str, expected: dict[int, str | None]) -> None:
    claims = extract_claims(make_document(text, published="2016-05-20"))
    read = {claim.best: claim.when.start if claim.when else None for claim in claims if claim.kind == "count"}
    assert read == expected


LEANING = [
    # the year of an earlier sentence, although no claim can stand in that one
    ("The war of 1757 was long.\nOn 3 October four men were killed.", None, "1757-10-03"),
    # the day of publication outweighs a year of another paragraph, the same paragraph's year that of publication
    ("The war of 2014 was long.\n\nOn 3 October four men were killed.", "2018-12-01", "2018-10-03"),
    ("In 2014 the war was long. On 3 October four men were killed.", "2018-12-01", "2014-10-03"),
    ("No rain has come since 2014. On 3 October four men were killed.", "2018-12-01", "2018-10-03"),
    # a dateline gives the day, and the year of dates after it
    ("PORTO ALTO, 18 MAR 89 (AGENCIA DEL RIO) -- FOUR PEASANTS WERE KILLED TODAY.", None, "1989-03-18"),
    # a weekday of an earlier sentence, and not the day on which somebody said so
    ("The storm broke on Tuesday, the mayor said on Thursday. The next day four men were killed.", "2018-12-07", "2018-12-05"),
    # a bulletin's bare lines stand at its day
    ("BULLETIN 6 (as of 18 August 2014)\n- 97 people killed", None, "2014-08-18"),
]


@pytest.mark.parametrize(("text", "published", "start"), LEANING)
def test_what_a_date_leans_on(text: str, published: str | None, start: str) -> None:
    claims = [claim for claim in extract_claims(make_document(text, published=published)) if claim.kind == "count"]
    assert [claim.when.start if claim.when else None for claim in claims] == [start]
