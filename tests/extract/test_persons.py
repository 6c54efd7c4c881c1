"""Named persons: who they are and what became of each."""

from __future__ import annotations

from tests.extract.conftest import Read


def test_extract_claims_keeps_a_kunya_its_real_name_and_that_one_is_unknown(read: Read) -> None:
    claims = read("Abu Walid (real name Timur Saidov) and Abu Hafs al-Shami (real name unknown) were arrested by the police.")
    known, unknown = [claim for claim in claims if claim.kind == "identity"]
    assert (known.person, known.alias, known.real_name) == ("Timur Saidov", "Abu Walid", "Timur Saidov")
    assert (unknown.person, unknown.alias, unknown.real_name) == (None, "Abu Hafs al-Shami", "unknown")
    assert {claim.person for claim in claims if claim.kind == "fate" and claim.fate == "detained"} == {"Timur Saidov", "Abu Hafs al-Shami"}


def test_extract_claims_says_of_each_what_is_said_of_the_list(read: Read) -> None:
    claims = read("Anna Petrova and Boris Ivanov, who left Grozny, were abducted. The two were later released.")
    assert {(claim.person, claim.fate) for claim in claims if claim.kind == "fate"} >= {
        ("Anna Petrova", "abducted"),
        ("Boris Ivanov", "abducted"),
    }


def test_extract_claims_follows_a_pronoun_to_the_last_person(read: Read) -> None:
    claims = read(
        "A teacher from Kirkuk, Omar Hadid, who joined ISIS in May 2014, grew afraid. He escaped in 2016 and surrendered to the army."
    )
    fates = {claim.fate: claim for claim in claims if claim.kind == "fate"}
    assert {claim.person for claim in fates.values()} == {"Omar Hadid"}
    assert set(fates) == {"joined", "escaped", "surrendered"}
    assert fates["joined"].when is not None and fates["joined"].when.start == "2014-05-01"


def test_extract_claims_reads_a_term_in_prison_as_months(read: Read) -> None:
    (claim,) = [claim for claim in read("Ivan Orlov, who was arrested, served two years in prison.") if claim.fate == "imprisoned"]
    assert claim.duration_months == 24


def test_extract_claims_never_takes_a_brigade_for_a_person(read: Read) -> None:
    claims = read("ISIS battalions such as Katiba Nur, Liwa Abu Bakr and Jabhat al-Fajr were destroyed in the fighting.")
    assert {claim.group for claim in claims if claim.kind == "group"} == {"Katiba Nur", "Liwa Abu Bakr", "Jabhat al-Fajr"}
    assert {claim.part_of for claim in claims if claim.kind == "group"} == {"ISIS"}
    assert not [claim for claim in claims if claim.person]
