"""Places: tables of (sentence, name, country) read from whole claims, and names that are of no place."""

from __future__ import annotations

import pytest

from tests.extract.conftest import make_document
from unaccounted.extract import extract_claims

READ = [
    ("Four men were killed in Deir ez-Zor.", "Deir ez-Zor", None),
    ("Four men were killed near San Pablo de la Ribera on Friday.", "San Pablo de la Ribera", None),
    ("Four men were killed in northern Mali.", "northern Mali", "ML"),
    ("Four men were killed in south-eastern Turkey.", "south-eastern Turkey", "TR"),
    ("Four men were killed in the village of Oruna.", "Oruna", None),
    ("Four men were killed in the small northern town of Oruna.", "Oruna", None),
    ("Four men were killed in Oruna province.", "Oruna", None),
    ("Four men were killed at the Oruna bridge.", "Oruna", None),
    ("Four men were killed in Oruna, Iraq.", "Oruna", "IQ"),
    ("Four men were killed in Oruna district in western Iraq.", "Oruna", "IQ"),
    ("Oruna, Mali, is a port. Four men were killed in Oruna.", "Oruna", "ML"),
    ("ORUNA, Mali (Wire) - Four men were killed in Oruna.", "Oruna", "ML"),
    ("Four men were killed in Niger's Oruna district.", "Oruna", "NE"),
    ("Four men were killed in Oruna's eastern districts.", "Oruna", None),
    ("Four men were killed off Lampedusa.", "Lampedusa", None),
    ("Four men were killed off the Libyan coast.", "Libya", "LY"),
    ("Four men were killed in the Gulf of Oruna.", "Gulf of Oruna", None),
    ("Four men were killed at Port-au-Prince.", "Port-au-Prince", None),
    ("Four men were killed in al-Oruna camp.", "al-Oruna", None),
    ("Four men were killed north of Oruna.", "Oruna", None),
    ("Four men were killed on Mount Oruna.", "Mount Oruna", None),
    ("Four men were killed in The Hague.", "Hague", None),
    ("Four men were killed on Lesbos.", "Lesbos", None),
    ("Four men were killed in an attack on Oruna by rebels.", "Oruna", None),
    ("Four men were killed in the siege of Oruna.", "Oruna", None),
    ("Four men were killed at Camp 4 on Friday.", "Camp 4", None),
    ("Four men were killed at the Hotel Oruna.", "Hotel Oruna", None),
    ("- Oruna: four men killed", "Oruna", None),
    ("In Oruna four men were killed.", "Oruna", None),
    ("Four men drowned when the wall of the Oruna dam gave way.", "Oruna", None),
    ("Gunmen stormed the village of Oruna at dawn, killing four men.", "Oruna", None),
    ("Four men escaped from Oruna.", "Oruna", None),
    ("Four men fled to Turkey.", "Turkey", "TR"),
    ("FOUR MEN WERE KILLED IN SAN PABLO YESTERDAY.", "SAN PABLO", None),
    ("FOUR MEN WERE KILLED AT CAMP ORUNA ON FRIDAY.", "CAMP ORUNA", None),
    ("Four men escaped out of Oruna.", "Oruna", None),
    ("FOUR MEN WERE KILLED IN ORUNA, A TOWN OF THE NORTH.", "ORUNA", None),
    ("FOUR MEN WERE KILLED IN THE TOWN OF ORUNA ON FRIDAY.", "ORUNA", None),
    ("FOUR MEN WERE KILLED NEAR ORUNA WHEN A MINE WENT OFF.", "ORUNA", None),
]
NONE = [
    "Four men were killed in May.",
    "Four men were killed in March 2015.",
    "Four men were killed on Sunday.",
    "Four men were killed in Ramadan.",
    "Four men were killed at Monday's march.",
    "Four men were killed in Parliament.",
    "Four men were killed in Colonel Haddad's house.",
    "Four men were killed in the Aurora.",
    "Update: four men were killed.",
    "Four men were killed, as was told on Facebook in May.",
    "Four men were killed in HMS Aurora.",
    "Four men were killed in the Second World War.",
    "Four men were killed in Operation Dawn Wind.",
    "Four men were killed, the minister said in Geneva.",
    "FOUR MEN WERE KILLED IN RETALIATION.",
    "FOUR MEN WERE KILLED IN COMBAT, A SPOKESMAN SAID.",
    "FOUR MEN WERE KILLED AT DAWN ON FRIDAY.",
    "FOUR MEN WERE KILLED IN UNIFORMS AND BOOTS.",
    "Four men from Aleppo were killed.",
]


@pytest.mark.parametrize(("text", "name", "country"), READ)
def test_place_of_a_count(text: str, name: str, country: str | None) -> None:
    (claim,) = [claim for claim in extract_claims(make_document(text)) if claim.kind == "count"]
    assert claim.where is not None
    assert (claim.where.name, claim.where.country) == (name, country)


@pytest.mark.parametrize("text", NONE)
def test_no_place(text: str) -> None:
    assert [claim.where for claim in extract_claims(make_document(text)) if claim.kind == "count"] == [None]


def test_each_clause_has_its_own_place() -> None:
    claims = extract_claims(make_document("Four men were killed in Oruna; nine women were wounded in Sabel."))
    assert {claim.best: claim.where.name if claim.where else None for claim in claims} == {4: "Oruna", 9: "Sabel"}


def test_of_several_places_of_another_clause_none_is_taken() -> None:
    claims = extract_claims(make_document("Mines lay in Oruna and far away, under the old ford, in Sabel too, killing four men."))
    assert [claim.where for claim in claims if claim.kind == "count"] == [None]


def test_the_place_of_the_dateline_is_known_in_capitals() -> None:
    text = "COLINAS ROJAS, 18 MAR 89 (AGENCIA DEL RIO) -- FOUR MEN TAKEN PRISONER AT COLINAS ROJAS WERE KILLED."
    assert {claim.where.name for claim in extract_claims(make_document(text)) if claim.where} == {"COLINAS ROJAS"}
