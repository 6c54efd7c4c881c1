"""Records: ids that depend on what a claim says and nothing else, and claims as the dicts of `claims.jsonl` and back."""

import json
import string
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.base import records
from unaccounted.base.records import Claim, Cohort, Source, When, Where, claim_to_dict, name_claim
from unaccounted.base.tables import build_record

NAMELESS = {"id", "document_name", "found_by", "score"}
CLAIMS = st.builds(Claim, duration_months=st.none(), score=st.floats(0, 1))
ALL = [each for each in vars(records).values() if isinstance(each, type) and is_dataclass(each)]


@given(CLAIMS)
def test_a_claim_has_one_id_and_it_can_stand_in_an_address(claim: Claim) -> None:
    named = name_claim(claim)
    assert named.id[0] == "c" and set(named.id[1:]) <= set(string.hexdigits)
    assert name_claim(named) == named
    assert replace(named, id=claim.id) == claim


@given(CLAIMS, st.text(), st.text(), st.floats(0, 1))
def test_who_found_it_and_the_file_s_name_do_not_enter_the_id(claim: Claim, name: str, found_by: str, score: float) -> None:
    other = replace(claim, document_name=name, found_by=found_by, score=score)
    assert name_claim(other).id == name_claim(claim).id


@pytest.mark.parametrize("field", [each.name for each in fields(Claim) if each.name not in NAMELESS])
def test_everything_else_enters_the_id(field: str) -> None:
    claim = Claim("", "d", "letter.txt", "count", 0, 9, "Two died.")
    parts: dict[str, Any] = {
        "cohort": Cohort("the crew"),
        "when": When("1812-12-05", None),
        "where": Where("Vilna"),
        "source": Source(None, "witness"),
        "covers": ("died",),
        **dict.fromkeys(("start", "end", "low", "best", "high", "duration_months"), 7),
    }
    changed = replace(claim, **{field: parts.get(field, "another")})
    assert changed != claim
    assert name_claim(changed).id != name_claim(claim).id


@given(st.integers(0, 10**9))
def test_a_number_is_one_number_however_it_is_kept(number: int) -> None:
    claim = Claim("", "d", "letter.txt", "count", 0, 9, "Two died.", where=Where("Vilna", latitude=number % 90))
    whole, fraction = replace(claim, low=number), replace(claim, low=float(number), where=Where("Vilna", latitude=float(number % 90)))
    assert whole == fraction
    assert name_claim(whole).id == name_claim(fraction).id


@given(CLAIMS)
def test_a_claim_is_the_same_after_a_trip_through_a_json_line(claim: Claim) -> None:
    line = json.dumps(claim_to_dict(claim), ensure_ascii=False)
    assert build_record(Claim, json.loads(line)) == claim


@given(CLAIMS)
def test_a_claim_s_dict_has_every_field_and_of_its_parts_only_the_known(claim: Claim) -> None:
    told = claim_to_dict(claim)
    assert list(told) == [each.name for each in fields(Claim)]
    for part in told.values():
        assert not isinstance(part, dict) or None not in part.values()


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.__name__)
def test_every_record_is_frozen_slotted_and_documented(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(record, "__dict__") or "__slots__" in vars(record)
    assert record.__doc__ and not record.__doc__.startswith(f"{record.__name__}(")
