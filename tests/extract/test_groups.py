"""Groups: names, acronyms and other names, whole and parts, composition, end."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from unaccounted.base.records import Claim


def _groups(claims: list[Claim]) -> dict[str | None, Claim]:
    return {claim.group: claim for claim in claims if claim.kind == "group"}


@pytest.mark.parametrize(
    ("text", "group", "alias", "part_of", "composition", "fate"),
    [
        (
            "The Golan Brigade, composed mostly of Afghans, was disbanded in 2018.",
            "Golan Brigade",
            None,
            None,
            "mostly Afghans",
            "destroyed",
        ),
        ('The Third Company (the "Foxes of Lipa") shot 12 men.', "Third Company", "Foxes of Lipa", None, None, None),
        (
            'THE "RAUL PRIETO" COLUMN OF THE POPULAR WORKERS FRONT (FPT) KILLED 12 SOLDIERS.',
            '"RAUL PRIETO" COLUMN',
            None,
            "POPULAR WORKERS FRONT",
            None,
            None,
        ),
        ("THE POPULAR WORKERS FRONT (FPT) KILLED 12 SOLDIERS.", "POPULAR WORKERS FRONT", "FPT", None, None, None),
        ("THE ARMY OF NATIONAL RENEWAL (ERN) KILLED 12 SOLDIERS.", "ARMY OF NATIONAL RENEWAL", "ERN", None, None, None),
        ("The National Liberation Army (ELN) abducted 12 people.", "National Liberation Army", "ELN", None, None, None),
        ("A group calling itself the Sons of the River killed two guards.", "Sons of the River", None, None, None, None),
        ("The so-called Islamic Republic Army killed two guards.", "Islamic Republic Army", "Islamic Republic Army", None, None, None),
        ("The Sons of Dawn, made up largely of Uzbeks, split in March 2016.", "Sons of Dawn", None, None, "largely Uzbeks", None),
        ('The "Black Sun" faction killed two guards.', '"Black Sun" faction', None, None, None, None),
        ('The militia "Sons of Dawn" killed two guards.', "Sons of Dawn", None, None, None, None),
        ("The Wolves of Dara ceased to exist in 2017.", "Wolves of Dara", None, None, None, "destroyed"),
        ("The army destroyed the Kandil Battalion on 3 May.", "Kandil Battalion", None, None, None, "destroyed"),
        ("The 3rd Battalion of the FARC killed 12 people.", "3rd Battalion", None, "FARC", None, None),
        ("Liwa 12 (formerly the Free Men's Brigade) killed 12 people.", "Liwa 12", "Free Men's Brigade", None, None, None),
        ("The Tell Guard Battalion dissolved itself in 2015.", "Tell Guard Battalion", None, None, None, "destroyed"),
        ("The Kandil Battalion, compromised of Chechens, held the town.", "Kandil Battalion", None, None, "Chechens", None),
    ],
)
def test_extract_claims_reads_a_group(
    read: Read, text: str, group: str, alias: str | None, part_of: str | None, composition: str | None, fate: str | None
) -> None:
    claim = _groups(read(text))[group]
    assert (claim.alias, claim.part_of, claim.composition, claim.fate) == (alias, part_of, composition, fate)
    assert claim.quote == text[claim.start : claim.end]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called final offensive killed 12 people.",
        "THE SO-CALLED DIRTY WAR KILLED 12 PEOPLE.",
        "The Ford Motor Company dismissed 12 workers who were arrested.",
        "The Improvised Explosive Device (IED) killed 12 people.",
        "The Gross Domestic Product (GDP) fell and 12 people died.",
        "Brigade General Omar Farah was killed.",
        'THE ARMY "WILL PAY DEARLY" FOR THE DEATH OF 12 MEN.',
        'THE "POLITICAL" ORGANIZATION KILLED 12 MEN.',
        "The Red Cross visited 12 prisoners.",
        "The committee was made up of facts and figures.",
    ],
)
def test_extract_claims_takes_nothing_else_for_a_group(read: Read, text: str) -> None:
    assert not _groups(read(text))


def test_extract_claims_says_of_each_group_what_is_said_of_the_list(read: Read) -> None:
    text = "ISIS brigades comprised mainly of Tunisians, such as Katiba Tariq and Katiba Uqba, were annihilated."
    told = {(claim.group, claim.part_of, claim.composition, claim.fate) for claim in _groups(read(text)).values()}
    assert told == {(name, "ISIS", "mainly Tunisians", "destroyed") for name in ("Katiba Tariq", "Katiba Uqba")}
    mixed = _groups(read("Liwa Nasr, Katibat al-Sham and the Yarmuk Battalion were wiped out near Homs."))
    assert {name for name, claim in mixed.items() if claim.fate == "destroyed"} == {"Liwa Nasr", "Katibat al-Sham", "Yarmuk Battalion"}


def test_extract_claims_knows_whose_brigades_are_named_next(read: Read) -> None:
    groups = _groups(read("The Eastern Front had six brigades. Liwa Hamza and Liwa Nasr were among them."))
    assert {claim.part_of for name, claim in groups.items() if name in ("Liwa Hamza", "Liwa Nasr")} == {"Eastern Front"}


def test_extract_claims_reads_the_end_of_a_group_named_before(read: Read) -> None:
    by_noun = read("A militia called the River Guard killed two men. The militia was disbanded in 2012.")
    by_acronym = read("The People's Unity Front (PUF) killed 12 people. In 1994 the PUF dissolved itself.")
    assert [claim.group for claim in by_noun if claim.fate == "destroyed"] == ["River Guard"]
    assert [claim.group for claim in by_acronym if claim.fate == "destroyed"] == ["People's Unity Front"]


def test_extract_claims_marks_a_denied_end(read: Read) -> None:
    assert _groups(read("The army denied that the Kandil Battalion was wiped out."))["Kandil Battalion"].factuality == "denied"


def test_extract_claims_never_takes_a_brigade_for_a_person(read: Read) -> None:
    claims = read("ISIS battalions such as Katiba Nur, Liwa Abu Bakr and Jabhat al-Fajr were destroyed in the fighting.")
    assert set(_groups(claims)) == {"Katiba Nur", "Liwa Abu Bakr", "Jabhat al-Fajr"}
    assert {claim.part_of for claim in claims if claim.kind == "group"} == {"ISIS"}
    assert not [claim for claim in claims if claim.person]


def test_extract_claims_reads_a_prefix_however_its_letters_are_doubled(read: Read) -> None:
    for prefix in ("Jamaat", "Jama'at", "Jamat", "Jammat", "Kattiba"):
        assert f"{prefix} Nur" in _groups(read(f"{prefix} Nur was destroyed."))
