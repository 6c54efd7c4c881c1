"""What a count measures: a table of sentences."""

from __future__ import annotations

import pytest

from tests.extract.conftest import make_document
from unaccounted.extract import extract_claims

MEASURES = [
    ("Since January 40 people have been killed.", "cumulative"),
    ("So far 40 people have been killed.", "cumulative"),
    ("By Friday 40 people had been killed.", "cumulative"),
    ("As of yesterday, 40 people had been killed.", "cumulative"),
    ("The death toll stands at 40 today.", "cumulative"),
    ("The ferry sank and 40 people were killed.", "cumulative"),
    ("In the third quarter 40 people were killed.", "flow"),
    ("During March 40 people were killed.", "flow"),
    ("Last month 40 people were killed.", "flow"),
    ("Today 40 people were arrested.", "flow"),
    ("This morning 40 people were arrested.", "cumulative"),
    ("In the past 24 hours 40 people were killed.", "flow"),
    ("Between 3 and 9 March 40 people were killed.", "flow"),
    ("Another 40 people were killed.", "flow"),
    ("A further 40 people were killed.", "flow"),
    ("About 40 people a day were killed.", "flow"),
    ("There are 40 people still missing.", "stock"),
    ("Some 40 people remain in custody.", "stock"),
    ("Some 40 men are still held hostage.", "stock"),
    ("Some 40 men are being detained.", "stock"),
    ("Of the men, 40 are missing.", "stock"),
    ("In January the jail held 40 detainees.", "stock"),
    ("In May the number of people killed stood at 40.", "cumulative"),
    ("There are 40 detainees in the cells.", "stock"),
    ("In May 40 men were detained.", "flow"),
    ("Some 40 more civilians were killed.", "flow"),
    ("More than 40 civilians were killed.", "cumulative"),
]


@pytest.mark.parametrize(("text", "measure"), MEASURES)
def test_measure_of_a_count(text: str, measure: str) -> None:
    claims = [claim for claim in extract_claims(make_document(text, published="2016-05-20")) if claim.kind == "count"]
    assert [claim.measure for claim in claims] == [measure]
