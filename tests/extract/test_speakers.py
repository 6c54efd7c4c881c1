"""Speakers: tables of (sentence, speaker, role) read from whole claims, and of roles told by words alone."""

from __future__ import annotations

import pytest

from tests.extract.conftest import make_document
from unaccounted.base.records import Claim
from unaccounted.extract import extract_claims
from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.source_roles import role_of_source

SPEAKERS = [
    ("The army said that four men were killed.", "The army", "government"),
    ("The army said four men were killed.", "The army", "government"),
    ("Four men were killed, the army said.", "the army", "government"),
    ("Four men were killed, said the army.", "the army", "government"),
    ("Four men were killed, the army told reporters on Sunday.", "the army", "government"),
    ("The ministry said in a statement on Sunday four men were killed.", "The ministry", "government"),
    ("According to a teachers' union, four men were killed.", "a teachers' union", "NGO"),
    ("Four men were killed, according to the county coroner.", "the county coroner", "medical"),
    ("The ministry put the number of people killed at 40.", "The ministry", "government"),
    ("Civil defence lists 40 people killed.", "Civil defence", "government"),
    ("Neighbours spoke of four men killed.", "Neighbours", "witness"),
    ("By the priest's count, four men were killed.", "the priest", "witness"),
    ("The union's figures put the number of people killed at 40.", "The union", "NGO"),
    ("Four men were killed (Ministry of Health).", "Ministry of Health", "government"),
    ("The plague, the notary says, killed four men.", "the notary", "expert"),
    ("Four men were killed, the mayor of the town, Idris Benn, said by telephone.", "Idris Benn", "government"),
    ("Four men were killed, said Idris Benn, the mayor of the town.", "Idris Benn", "government"),
    ("Idris Benn, the mayor, said four men were killed.", "Idris Benn", "government"),
    ("The governor, who came on Monday, said four men were killed.", "The governor", "government"),
    ("“They killed four men,” said one woman, who gave no name.", "one woman", "witness"),
    ("The mayor said residents claimed that four men were killed.", "residents", "witness"),
    ("Two residents and a local official said four men were killed.", "Two residents and a local official", "witness"),
    ("The coroner's report (page 7) establishes that four men were killed.", "The coroner's report", "medical"),
    ("Witness K-31 testified that four men were killed.", "Witness K-31", "witness"),
    ("The prosecution alleged, but did not prove, that four men were killed.", "The prosecution", "court"),
    ("The commander was quoted as saying four men were killed.", "The commander", "government"),
    ("Hospital records show that four men were killed.", "Hospital records", "medical"),
    ("The deaths of four men were reported by the county hospital.", "the county hospital", "medical"),
    ("According to the ombudsman, four men were killed.", "the ombudsman", "government"),
    ("According to the harbour pilot, four men were killed.", "the harbour pilot", "unnamed"),
    ("The authorities deny the charge and put the number of people killed at 40.", "The authorities", "government"),
    ("Local media attributed 40 killings to the group.", "Local media", "media"),
    ("On Friday, police said four men were killed.", "police", "government"),
    ("In its yearly review, the charity said four men were killed.", "the charity", "NGO"),
    ("THE REBEL RADIO REPORTED TODAY THAT FOUR SOLDIERS WERE KILLED.", "THE REBEL RADIO", "armed group"),
    ("The army on Friday said that four men were killed.", "The army", "government"),
    ("The army late on Sunday night said four men were killed.", "The army", "government"),
    ("The union yesterday announced the death of four men.", "The union", "NGO"),
    ("The union announced yesterday the death of four men.", "The union", "NGO"),
    ("Residents last week said four men were killed.", "Residents", "witness"),
    ("The army on 3 May said four men were killed.", "The army", "government"),
    ("Four men were killed, police on Tuesday told reporters.", "police", "government"),
    ("The mayor, Idris Benn, on Friday said four men were killed.", "Idris Benn", "government"),
    ("The ministry early on Sunday put the number of people killed at 40.", "The ministry", "government"),
    ("THE ARMY AT 1300 GMT TODAY REPORTED THAT FOUR SOLDIERS WERE KILLED.", "THE ARMY", "government"),
    ("The mayor gave this note: “Four men were killed.”", "The mayor", "government"),
    ("“We came late,” the mayor said. He added: “Four men were killed.”", "the mayor", "government"),
    ("In the figures claimed by the army, four men were killed.", "the army", "government"),
    ("Of the 9 men, the police report, two fled; of these, four men were killed.", "the police", "government"),
]
REPORT_ITSELF = [
    "Four men were killed.",
    "Four men were killed; the army said nothing.",
    "Contrary to what the army said, four men were killed.",
    "The army was said to be near, and four men were killed.",
    "The group claimed responsibility; four men were killed.",
    "Four men were killed in the United States.",
    "Four men (two of them farmers) were killed.",
    "According to plan, four men were killed.",
    "I said that four men were killed.",
    "“They came at night,” said a farmer. Four men were killed.",
    "In a raid on Friday four men were killed.",
    "After the raid on Friday reported losses were four men killed.",
    "Yesterday reported deaths were four men killed.",
    "Two raids, including one in Oslo claimed by the League, killed four men.",
    "Four men were killed in a bombing claimed by the League.",
    "The League claimed responsibility for the bombing that killed four men.",
    "Of those registered by our staff four men were killed.",
]
ROLES = [
    ("a spokesman for the rebels", "armed group"),
    ("a rebel spokesman", "armed group"),
    ("a Front official", "armed group"),
    ("rebel radio", "armed group"),
    ("state television", "media"),
    ("the Ministry of Health", "government"),
    ("health ministry officials", "government"),
    ("the armed forces press committee", "government"),
    ("Mayor Idris Benn", "government"),
    ("a hospital director", "medical"),
    ("an army doctor", "medical"),
    ("a doctor at the prison", "medical"),
    ("the military court", "court"),
    ("the human rights court", "court"),
    ("the UN human rights office", "intergovernmental"),
    ("a UN official", "intergovernmental"),
    ("the U.N.", "intergovernmental"),
    ("officials of the UN refugee agency", "intergovernmental"),
    ("a rights group", "NGO"),
    ("an aid agency", "NGO"),
    ("an armed group", "armed group"),
    ("a news agency", "media"),
    ("villagers and a policeman", "witness"),
    ("one woman", "witness"),
    ("community leaders", "witness"),
    ("a university study", "expert"),
    ("Idris Benn", "expert"),
    ("a source", "unnamed"),
    ("a spokesman", "unnamed"),
]


def _counts(text: str, **given: str) -> list[Claim]:
    return [claim for claim in extract_claims(make_document(text, **given)) if claim.kind == "count" and claim.best in (4, 40)]


@pytest.mark.parametrize(("text", "name", "role"), SPEAKERS)
def test_speaker_of_a_count(text: str, name: str, role: str) -> None:
    (claim,) = _counts(text)
    assert claim.source is not None
    assert (claim.source.name, claim.source.role) == (name, role)


@pytest.mark.parametrize("text", REPORT_ITSELF)
def test_the_report_itself_speaks(text: str) -> None:
    (claim,) = _counts(text, author="A. Writer")
    assert claim.source is not None
    assert claim.source.name == "A. Writer"


@pytest.mark.parametrize(("name", "role"), ROLES)
def test_role_by_the_words_of_a_name(name: str, role: str) -> None:
    assert role_of_source(name, load_lexicon("en")) == role


RUNNING_ON = [
    ("The charity said that nine men were wounded. It added that four men were killed.", "The charity", "NGO"),
    ("The rebel radio said that nine men were wounded. The radio added that four men were killed.", "The radio", "armed group"),
    ("THE ARMY REPORTED THAT NINE REBELS WERE WOUNDED. ARMY LOSSES WERE GIVEN AS 4 DEAD.", "THE ARMY", "government"),
    ("The town's surgeon, Idris Benn, kept a diary. Four men were killed, Benn said.", "Benn", "medical"),
    ("The People's Liberation Front (PLX) was there. Four men were killed, PLX said.", "PLX", "armed group"),
    ("“They came at night,” said a farmer. “Four men were killed.”", "a farmer", "witness"),
    ("A farmer said that nine men were wounded. “They came at night,” he said. “Four men were killed.”", "A farmer", "witness"),
    ("“Four men were killed. Nobody came,” said a farmer.", "a farmer", "witness"),
    ("The county hospital reported on Friday:\n- 9 people wounded\n- 4 people killed", "The county hospital", "medical"),
    ("Source: Ministry of Health\n- 4 people killed", "Ministry of Health", "government"),
]


@pytest.mark.parametrize(("text", "name", "role"), RUNNING_ON)
def test_a_speaker_of_an_earlier_sentence(text: str, name: str, role: str) -> None:
    (claim,) = _counts(text)
    assert claim.source is not None
    assert (claim.source.name, claim.source.role) == (name, role)
