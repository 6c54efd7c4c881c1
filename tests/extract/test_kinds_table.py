"""Sentences and what they tell of events, policies, trends and categories, form by form: the table is `kinds.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.extract.conftest import Read
from unaccounted.base.records import Claim

TABLE = yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8"))
CASES = [(form, text, said) for form, rows in TABLE.items() for text, *said in rows]


def _said(claim: Claim) -> str:
    """A claim in the notation of the table."""
    words = {
        "event": claim.event,
        "policy": claim.stance,
        "trend": f"{claim.direction} {claim.fate}",
        "category": claim.cohort.label if claim.cohort is not None else None,
    }[claim.kind]
    return f"{'' if claim.factuality == 'asserted' else f'{claim.factuality} '}{claim.kind} {words}"


@pytest.mark.parametrize(("form", "text", "statements"), CASES, ids=[f"{form}: {text[:50]}" for form, text, _ in CASES])
def test_a_text_tells_its_events_policies_trends_and_categories_and_no_others(
    form: str, text: str, statements: list[str], read: Read
) -> None:
    said = [_said(claim) for claim in read(text) if claim.kind in ("event", "policy", "trend", "category")]
    assert sorted(said) == sorted(statements)


def test_who_did_it_and_where_stand_in_the_claim(read: Read) -> None:
    (event,) = [claim for claim in read("Gunmen stormed the village of Kafr Hamra in May 2016.") if claim.kind == "event"]
    assert event.actor == "Gunmen"
    assert event.where is not None and event.where.name == "Kafr Hamra"
    assert event.when is not None and event.when.start == "2016-05-01"


def test_it_means_the_authority_told_before(read: Read) -> None:
    text = "The Danish government accepts orphans. It does not take back adults."
    told = [(claim.authority, claim.stance) for claim in read(text) if claim.kind == "policy"]
    assert told == [("government of Denmark", "accepts"), ("government of Denmark", "refuses")]


def test_the_rate_means_the_fate_spoken_of_before(read: Read) -> None:
    (trend,) = [claim for claim in read("The great drain was desertion. After 1760 the rate dropped away.") if claim.kind == "trend"]
    assert (trend.fate, trend.direction, trend.quote) == ("deserted", "down", "After 1760 the rate dropped away")
