"""Private persons who are quoted as sources, or named beside the figures, are named nowhere in what leaves the machine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from unaccounted.base.accounts import Account
from unaccounted.base.records import Claim, Cohort, Document, Source
from unaccounted.base.spans import check_grounding
from unaccounted.show.evidence import Evidence
from unaccounted.show.private import list_private_names
from unaccounted.show.redaction import WITHHELD, withhold_names


def _document(text: str, author: str | None = None) -> Document:
    return Document("d", "d.txt", ("d.txt",), "d", None, "text", "utf-8", text, author=author, publisher="Harbour Times")


def _claim(document: Document, quote: str, name: str | None, role: str | None) -> Claim:
    start = document.text.index(quote)
    source = Source(name, role)
    return Claim("c", "d", "d.txt", "count", start, start + len(quote), quote, cohort=Cohort("people"), fate="died", best=40, source=source)


@pytest.mark.parametrize(
    ("source", "role", "private"),
    [
        ("A survivor named Jonas Weber", "witness", ["Jonas Weber"]),
        ("A resident of Ostrel", "witness", []),
        ("Jane Roe", "expert", ["Jane Roe"]),
        ("Roe", "expert", ["Roe"]),
        ("Maria de la Cruz", None, ["Maria de la Cruz"]),
        ("J. H. Roe", "unnamed", ["J. H. Roe"]),
        ("the historian Jane Roe", "expert", []),
        ("HRO", "expert", []),
        ("Amel Trabelsi", "expert", []),
        ("Trabelsi", "expert", []),
        ("Northern Army", "expert", []),
        ("Gen. Ilse Brandt", "government", []),
        ("Harbour Times", "media", []),
        ("Open Hands", "NGO", []),
    ],
)
def test_whose_names_are_private(source: str, role: str | None, private: list[str]) -> None:
    document = _document("Some 40 died.", author="Amel Trabelsi")
    assert list_private_names([_claim(document, "40 died", source, role)], [document], ["Northern Army", "Ostrel"]) == tuple(private)


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Maria Lopez, a resident of Ostrel, said 40 people died.", ["Maria Lopez"]),
        ("Ahmed bin Khalil, 43, a farmer, saw 12 people drown.", ["Ahmed bin Khalil"]),
        ("The 9-year-old Leyla Aydin was among 40 dead.", ["Leyla Aydin"]),
        ("“They took 30 men,” said eyewitness Olga Petrova. A boat came.", ["Olga Petrova"]),
        ("Fatima, a mother of three, said 7 people died.", ["Fatima"]),
        ("A neighbour, Hadi Salim, told us that 12 people drowned.", ["Hadi Salim"]),
        ("Dr. Amal Darwish, a surgeon, counted 40 dead; John Smith (34) was one.", ["Amal Darwish", "John Smith"]),
        ("President Elena Marsh, 61, and spokesman Ali Vural, 52, spoke of 40 dead.", []),
        ("General Karl Brandt, who led them, lost 40 men. A resident of Port Lano fled.", []),
        ("Near Ostrel, a resident said that 40 people died. On Monday, 12 people followed.", []),
        ("The mayor of Meru, John Smith, said 40 people died.", []),
    ],
)
def test_whom_a_text_tells_of_as_a_private_person(text: str, private: list[str]) -> None:
    assert list_private_names([], [_document(text)], ["Ostrel"]) == tuple(private)


def test_a_witness_s_name_goes_from_source_quote_and_text_and_quotes_still_stand() -> None:
    document = _document("Jonas Weber was there. The survivor Weber said that 40 died. The Red Cross counted 41 dead.", author="Ida Lund")
    told = _claim(document, "The survivor Weber said that 40 died", "The survivor Jonas Weber", "witness")
    counted = replace(_claim(document, "The Red Cross counted 41 dead", "The Red Cross", "NGO"), id="r")
    plain = withhold_names(Evidence(Account(()), claims=(told, counted), documents=(document,)))
    (text,) = plain.documents
    assert "Weber" not in text.text and "Jonas" not in text.text and text.author == "Ida Lund"
    first, second = plain.claims
    assert first.source is not None and first.source.name == f"The survivor {WITHHELD}"
    assert second.source is not None and second.source.name == "The Red Cross"
    for claim in plain.claims:
        check_grounding(text.text, claim.start, claim.end, claim.quote)
