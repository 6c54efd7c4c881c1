"""Whatever a caller holds, as flat claims."""

from __future__ import annotations

from typing import Any

import pytest

from unaccounted.base.errors import FlatClaimsError
from unaccounted.base.records import Claim, Cohort, FlatClaim, Source, When, claim_to_dict
from unaccounted.reconcile.checks import read_number
from unaccounted.reconcile.flat import read_claims

NESTED = Claim(
    "c1",
    "d",
    "d.txt",
    "count",
    0,
    3,
    "abc",
    cohort=Cohort("the crew", origin="Norway"),
    fate="killed",
    covers=("killed", "died"),
    best=5.0,
    unit="people",
    when=When("2014-05-01", "2014-05-31", "month"),
    source=Source("X", "media"),
    published="2014-06-02",
)

NUMBERS = [("1,200", 1200.0), ("1 200", 1200.0), ("8%", 0.08), (" 12 ", 12.0), (3, 3.0), (0.5, 0.5)]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_numbers_are_read_as_people_write_them(text: object, number: float) -> None:
    assert read_number(text) == pytest.approx(number)


@pytest.mark.parametrize("text", ["many", "12,5", "-3", "inf", "nan", "", True, "1,2,3"])
def test_what_is_no_count_is_not_read_as_one(text: object) -> None:
    with pytest.raises(ValueError):
        read_number(text)


@pytest.mark.parametrize("given", [NESTED, claim_to_dict(NESTED)], ids=["record", "dict"])
def test_a_nested_claim_becomes_flat_through_its_cohorts_label(given: Any) -> None:
    (flat,) = read_claims([given])
    assert (flat.cohort, flat.as_of, flat.source, flat.source_role, flat.covers) == ("the crew", "2014-05-31", "X", "media", "killed;died")


def test_claims_that_are_no_counts_are_left_out() -> None:
    assert read_claims([{**claim_to_dict(NESTED), "kind": "fate"}]) == []


def test_empty_fields_are_none_whatever_stands_in_them() -> None:
    (flat,) = read_claims([{"cohort": "x", "fate": "killed", "best": 3, "low": float("nan"), "words": " ", "source": ""}])
    assert (flat.low, flat.words, flat.source) == (None, None, None)
    (flat,) = read_claims([FlatClaim("a", "x", "killed", best=3.0, low=float("nan"))])
    assert flat.low is None


def test_every_fault_is_named() -> None:
    with pytest.raises(FlatClaimsError) as caught:
        read_claims([{"cohort": "x", "fate": "slain", "best": "lots"}, {"fate": "killed", "best": 3}, "killed: 3"])  # type: ignore[list-item]
    assert len(caught.value.faults) == 4


def test_an_id_given_twice_names_two_claims() -> None:
    claims = read_claims([{"id": "a", "cohort": "x", "fate": "killed", "best": number} for number in (1, 2)])
    assert [claim.id for claim in claims] == ["a", "a (2)"]


WRONG = [
    ({"best": 10, "unit": "share"}, "best", "no share"),
    ({"best": 3, "unit": "souls"}, "unit", "not known"),
    ({"best": 3, "bound": "roughly"}, "bound", "not known"),
    ({"best": 3, "as_of": "last week"}, "as_of", "not a date"),
    ({"best": 3, "published": "2014-13"}, "published", "not a date"),
    ({"best": 3, "grade": "Z9"}, "grade", "Admiralty"),
    ({"low": 9, "high": 3}, "low", "must not fall"),
    ({"best": -8}, "best", "cannot be negative"),
    ({}, "best", "no number"),
]


@pytest.mark.parametrize(("fields", "column", "words"), WRONG, ids=str)
def test_what_a_spreadsheet_may_not_say_a_call_may_not_say_either(fields: dict[str, object], column: str, words: str) -> None:
    with pytest.raises(FlatClaimsError) as caught:
        read_claims([{"cohort": "x", "fate": "killed", **fields}])
    (fault,) = caught.value.faults
    assert f"claim 1, {column}:" in fault and words in fault


def test_a_figure_read_from_prose_may_name_no_number() -> None:
    (flat,) = read_claims([FlatClaim("a", "x", "killed", words="a great many")])
    assert flat.words == "a great many"


@pytest.mark.parametrize(
    ("fields", "grade"),
    [({"source_role": "court"}, "A2"), ({"source_role": "media", "grade": "B1"}, "B1"), ({"source_role": "unnamed"}, "F6"), ({}, None)],
    ids=str,
)
def test_an_empty_grade_is_the_default_of_the_source_s_role(fields: dict[str, str], grade: str | None) -> None:
    (claim,) = read_claims([{"id": "1", "cohort": "crew", "fate": "killed", "best": 3, "source": "who", **fields}])
    assert claim.grade == grade
