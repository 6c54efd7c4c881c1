"""The measure of `make diff-claims`, on a small invented example whose result is worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from scripts.diff_claims import HOUSE, Tally, count_report, diff_report, run_reader

from tests.corpus.matching import compare_fields, match_claims, match_wrong_numbers, overlap, same_date, same_number, takes_trap
from tests.corpus.reports import Report, complete_claim, load_reports

TEXT = "The ferry sank. At least 12 people drowned and 30 sailors were rescued, the port said. Nobody was arrested. It cost 12 million."


def at(quote: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"kind": "count", "quote": quote, "start": start, "end": start + len(quote)} | fields


EXPECTED = (
    complete_claim(at("At least 12 people drowned", fate="died", low=12, bound="at least", cohort="people", source="the port")),
    complete_claim(at("30 sailors were rescued", fate="rescued", best=30, cohort="sailors", source="the port")),
    complete_claim(at("Nobody was arrested", fate="detained", best=0)),
)
TRAP = at("It cost 12 million", number=12_000_000, why="money")
REPORT = Report("train", "ferry", "invented", "shipwreck", TEXT, EXPECTED, (TRAP,))
PORT = {"name": "the port", "role": "government"}
GOOD = at(
    "At least 12 people drowned and 30 sailors were rescued", fate="died", low=12.0, bound="at least", unit="people", source=PORT,
    factuality="reported", cohort={"label": "people"},
)  # fmt: skip
WRONG_FATE = at(
    "30 sailors were rescued", fate="missing", best=30.0, bound="exact", unit="people", source=PORT, factuality="reported", cohort={}
)
OTHER_NUMBER = at("30 sailors were rescued", fate="rescued", best=12.0, bound="exact", unit="people")
MONEY = at("It cost 12 million", fate="died", best=12_000_000.0, bound="exact", unit="people")


def test_recall_precision_fields_and_traps_are_counted() -> None:
    tally = Tally()
    count_report(tally, REPORT, [GOOD, WRONG_FATE, MONEY])
    assert (tally.expected.total(), tally.found.total(), tally.said.total(), tally.served.total()) == (3, 2, 3, 2)
    assert tally.forms == {"at least": 1, "exact": 1, "none at all": 1} and tally.read == {"at least": 1, "exact": 1}
    assert (tally.asked["fate"], tally.agreed["fate"]) == (2, 1)
    assert (tally.asked["cohort"], tally.agreed["cohort"]) == (2, 1)
    assert (tally.asked["speaker"], tally.agreed["speaker"]) == (2, 2)
    assert (tally.traps, tally.taken) == (1, 1)
    assert [line.split()[0] for line in tally.lines] == ["wrong", "missed", "extra", "trap"]


def test_a_claim_that_is_right_takes_no_trap_beside_it() -> None:
    beside = Report("train", "ferry", "invented", "shipwreck", TEXT, EXPECTED, (at("30 sailors were rescued", fate="died", why="alive"),))
    for claim, taken in ((GOOD, 0), (GOOD | {"best": 99.0, "low": None}, 1)):
        tally = Tally()
        count_report(tally, beside, [claim])
        assert tally.taken == taken


def test_a_claim_of_another_number_is_no_find_and_counts_against_the_number() -> None:
    served = match_claims(EXPECTED, [OTHER_NUMBER], TEXT)
    assert served == {} and match_wrong_numbers(EXPECTED, [OTHER_NUMBER], TEXT, served) == {1: 0}


def test_each_claim_serves_one_expected_claim_and_fields_decide() -> None:
    twice = [WRONG_FATE, WRONG_FATE | {"fate": "rescued", "cohort": {"label": "sailors"}}]
    assert match_claims(EXPECTED, twice, TEXT) == {1: 1}
    assert all(compare_fields(EXPECTED[1], twice[1]).values())


def test_a_short_overlap_is_enough_where_it_holds_the_number_and_the_fates_agree() -> None:
    wide = complete_claim(at("The ferry sank. At least 12 people", fate="died", low=12, bound="at least"))
    assert match_claims([wide], [GOOD | {"start": TEXT.index("12")}], TEXT) == {0: 0}
    assert match_claims([wide], [GOOD | {"start": TEXT.index("12"), "fate": "rescued"}], TEXT) == {}
    assert match_claims([wide], [GOOD | {"start": TEXT.index("people")}], TEXT) == {}


@pytest.mark.parametrize(
    ("given", "same"), [("Mahmoud Nashar", True), ("Nashar", True), ("Abu Firas al-Halabi", True), ("Mahmoud Saade", False), (None, False)]
)
def test_a_person_agrees_by_any_of_their_names_or_a_part_of_one(given: str | None, same: bool) -> None:
    told = {"kind": "fate", "factuality": "asserted", "person": "Mahmoud Nashar", "called": ["Abu Firas al-Halabi", "Mahmoud Nashar"]}
    assert compare_fields(told, {"kind": "fate", "person": given})["person"] is same


def test_an_office_alone_is_set_aside() -> None:
    tally = Tally()
    office = at("the port", kind="identity", person="Ann Port", role="pilot")
    count_report(tally, REPORT, [office, office | {"alias": "The Pilot"}])
    assert (tally.said["identity"], tally.served["identity"]) == (1, 0)


def test_quotes_overlap_by_words_of_the_shorter() -> None:
    assert overlap(at("At least 12 people drowned"), at("12 people drowned and 30 sailors were rescued"), TEXT) == 3 / 5
    assert overlap(at("The ferry sank"), at("Nobody was arrested"), TEXT) == 0
    assert overlap(at("The ferry sank"), at("ferry sank. At least 12 people"), TEXT) == 2 / 3


@pytest.mark.parametrize(
    ("told", "claim", "same"),
    [
        ({"low": 12, "unit": "people"}, {"low": 12.0, "unit": "people"}, True),
        ({"low": 12, "unit": "people"}, {"best": 12.0, "unit": "people"}, True),
        ({"low": 12, "unit": "people"}, {"best": 13.0, "unit": "people"}, False),
        ({"best": 0.1, "unit": "share"}, {"best": 0.1, "unit": "people"}, False),
        ({"best": 0.333, "unit": "share"}, {"best": 1 / 3, "unit": "share"}, True),
        ({"words": "dozens", "unit": "people"}, {"words": "Dozens", "bound": "vague", "low": 24, "high": 99}, True),
        ({"words": "dozens", "unit": "people"}, {"words": "scores", "bound": "vague"}, False),
        ({"best": 0, "unit": "people"}, {"best": 0.0}, True),
        ({"best": 0, "unit": "people"}, {"best": 1.0}, False),
    ],
)
def test_numbers_are_equal_whatever_their_bound(told: dict[str, Any], claim: dict[str, Any], same: bool) -> None:
    assert same_number(told, claim) is same


@pytest.mark.parametrize(
    ("told", "start", "end", "same"),
    [
        ("2016-02", "2016-02-01", "2016-02-29", True),
        ("2016", "2016-01-01", "2016-12-31", True),
        ("2016", "2016-01-01", "2016-06-30", False),
        ("/2016-02-03", None, "2016-02-03", True),
        ("2016-02-03/", "2016-02-03", None, True),
        ("2016-02-03/2016-02-05", "2016-02-03", "2016-02-03", False),
    ],
)
def test_dates_agree_at_the_ends_that_are_given(told: str, start: str | None, end: str | None, same: bool) -> None:
    assert same_date(told, {"start": start, "end": end}) is same


def test_a_trap_names_what_must_not_be_read() -> None:
    assert takes_trap(TRAP, MONEY) and not takes_trap(TRAP, MONEY | {"best": 3.0}) and not takes_trap(TRAP, GOOD)
    anything = at("It cost 12 million", why="no fate")
    assert takes_trap(anything, MONEY) and not takes_trap(anything, MONEY | {"kind": "event"})
    assert not takes_trap(anything, MONEY | {"start": 0})


def test_claims_gained_lost_and_changed_are_told() -> None:
    hedged = GOOD | {"bound": "about"}
    lines = list(diff_report(REPORT, [GOOD, WRONG_FATE], [hedged, MONEY]))
    assert [line.split(" | ")[:2] for line in lines] == [
        ["~ train/ferry", "expected"],
        ["+ train/ferry", "not expected"],
        ["- train/ferry", "expected"],
    ]
    assert "bound: at least -> about" in lines[0]
    assert list(diff_report(REPORT, [GOOD], [GOOD])) == []


def test_the_reader_of_this_tree_is_run_on_every_report() -> None:
    read = run_reader(HOUSE)
    reports = {f"{report.half}/{report.name}": report for report in load_reports()}
    assert read.keys() == reports.keys()
    for name, claims in read.items():
        assert all(reports[name].text[claim["start"] : claim["end"]] == claim["quote"] for claim in claims)
