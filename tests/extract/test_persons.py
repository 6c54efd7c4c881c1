"""Named persons: what became of each, in every form in which it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.conftest import Read, make_document
from unaccounted.base.records import Claim
from unaccounted.extract import extract_claims
from unaccounted.extract.mentions import Whose
from unaccounted.extract.person_subjects import PersonSubjects

FATES = [
    ("Maria Lopez, 34, died in the blast.", "Maria Lopez", "died"),
    ("Rebels killed Ibrahim Musa near the well.", "Ibrahim Musa", "killed"),
    ("The killing of Father Thomas Okello shocked the town.", "Thomas Okello", "killed"),
    ("Rashid Khan's murder went unpunished.", "Rashid Khan", "killed"),
    ("Among the dead is Peter Schwarz, a baker from Ulm.", "Peter Schwarz", "died"),
    ("The dead include Carla Ruiz and a guard.", "Carla Ruiz", "died"),
    ("The body of Elena Petrova was found in a ditch on Monday.", "Elena Petrova", "died"),
    ("Dragan Vasic, who commanded the camp, was sentenced to 24 years in prison.", "Dragan Vasic", "imprisoned"),
    ("Dragan Vasic was found guilty of torture.", "Dragan Vasic", "tried"),
    ("The court acquitted Milan Juric.", "Milan Juric", "tried"),
    ("Samir Haddad was extradited to Germany in May 2010.", "Samir Haddad", "deported"),
    ("The governor, Don Alvaro Pinto, was promised a pardon and was strangled in his tent.", "Alvaro Pinto", "killed"),
    ("Hans Weber escaped from the camp in 1944.", "Hans Weber", "escaped"),
    ("Hans Weber fled the camp and reached home in March 1945.", "Hans Weber", "returned"),
    ("Colonel Pavel Orlov defected to the West in 1961.", "Pavel Orlov", "deserted"),
    ("Captain Josef Braun gave himself up at dawn.", "Josef Braun", "surrendered"),
    ("Journalist Daniel Moreau is missing since Tuesday.", "Daniel Moreau", "missing"),
    ("Lieutenant von Quast, taken at Torgau and exchanged in 1759, wrote a diary.", "von Quast", "released"),
    ("Driver M. Kassar (slightly wounded 13 Dec) is back on duty.", "M. Kassar", "wounded"),
    ("A boy (Amir Saleh, 12) is missing from house No. 7.", "Amir Saleh", "missing"),
    ("Ivan Sokolov and 12 other prisoners were executed at dawn.", "Ivan Sokolov", "killed"),
    ("JUDGE MARTA RIOS WAS KIDNAPPED YESTERDAY BY ARMED MEN.", "MARTA RIOS", "abducted"),
    ("THE POLICE ARRESTED CARLOS VEGA SOTO TODAY.", "CARLOS VEGA SOTO", "detained"),
    ("Killed last week was Omar Farah.", "Omar Farah", "killed"),
    ("Twelve people, including Father Thomas Okello, were killed.", "Thomas Okello", "killed"),
    ("Gunmen killed 12 people, including the mayor, Karim Aziz.", "Karim Aziz", "killed"),
    ("Six were arrested in Lima, Carlos Vega and Ana Cruz among them.", "Ana Cruz", "detained"),
    ("Lieutenant Hans Weber was among the 12 missing.", "Hans Weber", "missing"),
    ("Hans Weber is one of the prisoners freed on Sunday.", "Hans Weber", "released"),
    ("The dead were Omar Farah and Ana Cruz.", "Ana Cruz", "died"),
    ("Adam Novak, 34, killed; Petr Sykora, 20, wounded.", "Petr Sykora", "wounded"),
    ("Four of the crew (Adam Novak, Jan Kovar and Omar Farah) drowned.", "Jan Kovar", "died"),
    ("Peter Lungu and his brother were arrested on Sunday.", "Peter Lungu", "detained"),
    ("Otto Klein hanged himself in his cell.", "Otto Klein", "died in custody"),
    ("Otto Klein shot himself.", "Otto Klein", "died"),
    ("Samir Haddad was shot for desertion.", "Samir Haddad", "killed"),
    ("Private Ivan Belov left in March and has not been seen since.", "Ivan Belov", "missing"),
    ("Omar Farah, whom the rebels had held since May, walked free on Friday.", "Omar Farah", "released"),
    ("Omar Farah was held for 40 days.", "Omar Farah", "detained"),
    ("Captain Elias Coffin went down with his ship.", "Elias Coffin", "died"),
    ("Anna Holm survived when the ferry sank.", "Anna Holm", "rescued"),
    ("Milan Juric was given 12 years in prison.", "Milan Juric", "imprisoned"),
    ("FREED WERE: CAPT. JUAN MORA AND LT. LUIS VEGA.", "LUIS VEGA", "released"),
    ("The first to be freed was Omar Farah.", "Omar Farah", "released"),
    ("Those killed included Karim Aziz and Omar Farah.", "Omar Farah", "killed"),
    ("He named the dead as Omar Farah, 22, and Yusuf Adan, 19.", "Yusuf Adan", "died"),
    ("The dead man, Omar Farah, was a cook.", "Omar Farah", "died"),
    ("The whereabouts of Omar Farah are unknown.", "Omar Farah", "missing"),
    ("Karim Aziz's fate is unknown.", "Karim Aziz", "missing"),
    ("Karim Aziz, his deputy, fled to Turkey with his family.", "Karim Aziz", "escaped"),
    ("THE DEAD ARE JUAN PEREZ, ANKE BRANDL, AND TOMKE VOSS.", "TOMKE VOSS", "died"),
    ("POLICEMAN TOMKE VOSS WAS KIDNAPPED YESTERDAY.", "TOMKE VOSS", "abducted"),
    ("Andrei, 19, deserted in March.", "Andrei", "deserted"),
    ("Two men were killed: Omar Farah and Yusuf Adan.", "Yusuf Adan", "killed"),
    ("Omar Farah, 40, bakes bread. He was shot dead in May.", "Omar Farah", "killed"),
    ("The mayor, Karim Aziz, likes tea. It was warm. Aziz was arrested.", "Karim Aziz", "detained"),
    ("The gunner Pugh was killed.", "Pugh", "killed"),
    ("His lieutenant, Vane, was hanged.", "Vane", "killed"),
    ("Okot Odhiambo, born in Gulu, surrendered to the army with his men.", "Okot Odhiambo", "surrendered"),
]
NOBODY = [
    "It does not follow that 300 had been killed: Edward Vane counts the missing too.",
    "Amnesty International released a report on the killing of 12 people in New Delhi.",
    "The Black Hawk was shot down near Port Said.",
    "The USS Liberty was captured by the rebels.",
    "Operation Desert Shield killed 12 people and the Foreign Ministry condemned it.",
    "The Helsinki Accords were abandoned and the Daily Tribune was seized.",
    "The Anti-Terrorism Act was killed in the Senate.",
    "Grand Hotel guests were evacuated after Cyclone Nargis struck.",
    "President Robert Hale condemned the killing of 12 people.",
    "THE GENERAL STAFF SAID THAT 12 REBELS WERE KILLED.",
    "He was arrested.",
    "Omar Farah's arrest warrant was issued on Monday.",
    "To save money Robert McNeil ordered 12 rifles.",
    "Amnesty spokesman Robert Hale said that 12 people were killed.",
    "JUAN PEREZ SAID THAT 12 DIED IN SAN MIGUEL, SANTA TECLA, AND COJUTEPEQUE.",
    "The home of Robert Hale was destroyed.",
    "Rebecca Stone was expelled from the party.",
    "Police said that Robert Hale was not among the dead.",
    "President Robert Hale charged that the army had lied.",
    "General Omar Farah said that the Dutchman, 39, was killed.",
    "The plane, held by Vice President Robert Hale, was shown.",
    "Islam was banned and the Port Said ferry was captured.",
]


def _fates(claims: list[Claim]) -> dict[tuple[str | None, str | None], Claim]:
    return {(claim.person, claim.fate): claim for claim in claims if claim.kind == "fate"}


@pytest.mark.parametrize(("text", "person", "fate"), FATES, ids=[text[:40] for text, _, _ in FATES])
def test_extract_claims_reads_a_persons_fate(read: Read, text: str, person: str, fate: str) -> None:
    claim = _fates(read(text))[person, fate]
    assert claim.quote == text[claim.start : claim.end]
    assert claim.factuality == "asserted"


@pytest.mark.parametrize("text", NOBODY, ids=[text[:40] for text in NOBODY])
def test_extract_claims_takes_nothing_else_for_a_person(read: Read, text: str) -> None:
    assert not [claim for claim in read(text) if claim.person]


def test_extract_claims_says_of_each_what_is_said_of_the_list(read: Read) -> None:
    fates = _fates(read("Anna Petrova and Boris Ivanov, who left Grozny, were abducted. The two were later released."))
    assert set(fates) >= {(person, fate) for person in ("Anna Petrova", "Boris Ivanov") for fate in ("abducted", "released")}
    listed = _fates(read("Police arrested the editor, Karim Aziz, and his wife, Leila Aziz."))
    assert set(listed) == {("Karim Aziz", "detained"), ("Leila Aziz", "detained")}
    headed = _fates(read("Killed: Adam Novak; Jan Kovar; Petr Sykora."))
    assert set(headed) == {("Adam Novak", "killed"), ("Jan Kovar", "killed"), ("Petr Sykora", "killed")}


def test_extract_claims_follows_a_pronoun_to_the_last_person(read: Read) -> None:
    claims = read(
        "A teacher from Kirkuk, Omar Hadid, who joined ISIS in May 2014, grew afraid. He escaped in 2016 and surrendered to the army."
    )
    fates = {claim.fate: claim for claim in claims if claim.kind == "fate"}
    assert {claim.person for claim in fates.values()} == {"Omar Hadid"}
    assert set(fates) == {"joined", "escaped", "surrendered"}
    assert fates["joined"].when is not None and fates["joined"].when.start == "2014-05-01"


def test_extract_claims_does_not_carry_a_pronoun_over_several_persons_or_far(read: Read) -> None:
    two = read("Anna Petrova and Boris Ivanov were abducted. He was killed.")
    assert not [claim for claim in two if claim.fate == "killed"]
    far = read("Boris Ivanov was abducted.\n\n" + "The weather was fine. " * 60 + "\n\nHe was killed.")
    assert not [claim for claim in far if claim.fate == "killed"]


def test_extract_claims_knows_a_person_by_the_last_name_and_by_the_office(read: Read) -> None:
    known = _fates(read("The surgeon Nathaniel Crake came aboard with 510 convicts. Crake himself sickened in May and died in June."))
    assert ("Nathaniel Crake", "died") in known
    office = _fates(read("John Smith, an engineer, was kidnapped on Sunday. The engineer was released in June."))
    assert ("John Smith", "released") in office


def test_extract_claims_takes_no_one_whom_he_met_for_him(read: Read) -> None:
    fates = _fates(read("He married Anna Petrova, who was killed in 1993. He was arrested in 1994."))
    assert set(fates) == {("Anna Petrova", "killed")}


def test_extract_claims_knows_the_accused_from_the_title_of_a_judgement() -> None:
    document = replace(
        make_document("The Accused gave the order. He is found guilty of murder."), title="The State v. Radko Milosz, Judgement"
    )
    assert ("Radko Milosz", "tried") in _fates(extract_claims(document))
    untitled = make_document("The Accused gave the order. He is found guilty of murder.")
    assert not _fates(extract_claims(untitled))


def test_extract_claims_calls_no_one_by_a_name_that_two_share(read: Read) -> None:
    fates = _fates(read("Ibrahim Musa was wounded. Adam Musa was wounded. Musa was killed on Friday."))
    assert ("Ibrahim Musa", "killed") not in fates
    assert ("Adam Musa", "killed") not in fates


@pytest.mark.parametrize(
    ("text", "status", "reason", "months", "role"),
    [
        ("Ana Cruz was arrested on charges of sedition.", "detained", "sedition", None, None),
        ("Prosecutors charged Samir Haddad with treason.", "charged", "treason", None, None),
        ("Colonel Dragan Vasic was sentenced to 24 years in prison for war crimes.", "convicted", "war crimes", 288, "Colonel"),
        ("Coordinator Pavel Resin was jailed for ten days for disobedience.", "convicted", "disobedience", 0.33, "Coordinator"),
        ("Milan Juric, a butcher, was acquitted of murder.", "acquitted", "murder", None, "butcher"),
        ("The second mate, Otto Klein, died of scurvy aboard the ship.", None, "scurvy", None, "second mate"),
        ("Private John Miller was executed for desertion on 3 March 1917.", None, "desertion", None, "Private"),
        ("The editor of the paper, Karim Aziz, was detained.", "detained", None, None, "editor of the paper"),
        ("Ivan Orlov, who was arrested, served two years in prison.", "detained", None, 24, None),
    ],
)
def test_extract_claims_reads_what_is_told_beside_a_fate(
    read: Read, text: str, status: str | None, reason: str | None, months: float | None, role: str | None
) -> None:
    claims = [claim for claim in read(text) if claim.kind == "fate"]
    assert (claims[-1].reason, claims[-1].role) == (reason, role)
    assert any(claim.duration_months == months for claim in claims)
    assert any(claim.status == status for claim in claims)


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Officials denied that Captain Josef Braun is dead.", "denied"),
        ("The army said that Captain Josef Braun had surrendered.", "reported"),
        ("Relatives demand the release of Omar Farah.", "planned"),
        ("They met to plan how to kill Omar Farah.", "planned"),
        ("The gang managed to kill Omar Farah.", "asserted"),
    ],
)
def test_extract_claims_marks_how_far_a_persons_fate_is_so(read: Read, text: str, factuality: str) -> None:
    (claim,) = [claim for claim in read(text) if claim.kind == "fate"]
    assert claim.factuality == factuality


def test_extract_claims_reads_no_fate_in_a_deed_that_was_not_done(read: Read) -> None:
    assert not [claim for claim in read("An attempted murder of Omar Farah was foiled.") if claim.kind == "fate"]


def test_extract_claims_walks_a_chain_of_verbs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[int] = []
    walk = PersonSubjects._of_verb_before

    def count(finder: PersonSubjects, at: int, hops: int) -> Whose | None:
        walked.append(at)
        return walk(finder, at, hops)

    monkeypatch.setattr(PersonSubjects, "_of_verb_before", count)
    extract_claims(make_document("Omar Farah " + "and was killed, " * 200))
    assert walked
    assert len(walked) == len(set(walked))
