"""Counts of people and their fates: what a clause says, in the forms that reports use."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

# text, then the counts that it states as (fate, number); every sentence is our own.
FORMS = [
    ("Twelve miners were killed in the blast.", [("killed", 12)]),
    ("The blast killed twelve miners.", [("killed", 12)]),
    ("The killing of 12 miners shocked the valley.", [("killed", 12)]),
    ("Ten soldiers were killed and 30 wounded.", [("killed", 10), ("wounded", 30)]),
    ("Raiders killed 4 guards and wounded nine.", [("killed", 4), ("wounded", 9)]),
    ("Some 200 prisoners were released on Friday.", [("released", 200)]),
    ("Police arrested 31 students, and 5 were later charged.", [("detained", 31), ("tried", 5)]),
    ("At least 14 passengers drowned when the ferry sank.", [("died", 14)]),
    ("About 150 fighters were taken prisoner.", [("detained", 150)]),
    ("Three sailors and two pilots are missing.", [("missing", 3), ("missing", 2)]),
    ("The death toll rose from 12 to 43.", [("died", 43)]),
    ("Of the 80 men who crossed the river, 17 returned.", [("set out", 80), ("returned", 17)]),
    ("37 of the 120 detainees were released.", [("released", 37), ("detained", 120)]),
    ("Six villagers, including a teacher, were abducted.", [("abducted", 6), ("abducted", 1)]),
    ("Nine people were abducted and killed.", [("abducted", 9), ("killed", 9)]),
    ("There were still 90 children in the camp.", [("remaining", 90)]),
    ("SEVEN PEASANTS WERE MURDERED NEAR THE BRIDGE.", [("killed", 7)]),
    ("The shelling claimed the lives of 100 people.", [("killed", 100)]),
    ("Forty houses were destroyed and three bridges were damaged.", []),
    ("Fighters captured 12 tanks and 4 trucks.", []),
    ("No one was killed in the storm.", [("died", 0)]),
    ("None of the hostages were released.", [("released", 0)]),
    ("No soldiers were wounded.", [("wounded", 0)]),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[form[0][:40] for form in FORMS])
def test_extract_claims_finds_each_count_with_its_fate(read: Read, text: str, expected: list[tuple[str, float]]) -> None:
    said = [(claim.fate, claim.best if claim.best is not None else claim.low) for claim in read(text) if claim.kind == "count"]
    assert sorted(said) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Twelve miners were killed.", "asserted"),
        ("The ministry said that twelve miners were killed.", "reported"),
        ("The company claimed that twelve miners were killed.", "alleged"),
        ("The ministry denied that twelve miners were killed.", "denied"),
        ("Twelve miners were not killed by the blast.", "negated"),
        ("Twelve miners may have been killed.", "possible"),
        ("Twelve miners will be released on Friday.", "planned"),
        ("It follows that twelve miners were killed.", "inferred"),
        ("Twelve miners were reportedly killed.", "reported"),
    ],
)
def test_extract_claims_marks_how_far_a_count_is_held_to_be_so(read: Read, text: str, factuality: str) -> None:
    assert [claim.factuality for claim in read(text) if claim.kind == "count"] == [factuality]


def test_extract_claims_names_the_speaker_and_the_report_itself_by_default(read: Read) -> None:
    said = read("According to the Red Cross, 12 miners were killed. Thirty were wounded.")
    assert [claim.source.name if claim.source else None for claim in said] == ["the Red Cross", None]
    assert said[0].source is not None and said[0].source.role == "NGO"


def test_extract_claims_gives_a_share_the_fate_of_its_base(read: Read) -> None:
    (claim,) = [claim for claim in read("Around 20% of those who joined have returned.") if claim.unit == "share"]
    assert (claim.fate, claim.best, claim.base, claim.bound) == ("returned", 0.2, "joined", "about")


def test_extract_claims_tells_families_from_their_fighters(read: Read) -> None:
    claims = read("About 900 Kazakh fighters were killed in Syria. Hundreds of their wives were detained.")
    fighters, wives = [claim.cohort for claim in claims if claim.kind == "count"]
    assert fighters is not None and wives is not None
    assert (fighters.origin, fighters.role, fighters.kin_of) == ("Kazakhstan", "fighter", None)
    assert wives.kin_of is not None and wives.sex == "women"


def test_extract_claims_takes_one_figure_for_two_fates_as_one(read: Read) -> None:
    (claim,) = [claim for claim in read("At Smolensk 700 men were killed or captured.") if claim.kind == "count"]
    assert set(claim.covers) == {"killed", "detained"}


def test_extract_claims_tells_deaths_of_a_cause_not_said_from_killings(read: Read) -> None:
    died, froze, fell = (
        next(claim for claim in read(text) if claim.kind == "count")
        for text in ("Some 90 men died.", "Some 90 men died of hunger.", "Some 90 men died in the bombing.")
    )
    assert (died.fate, set(died.covers)) == ("died", {"killed", "died"})
    assert (froze.fate, froze.covers) == ("died", ())
    assert fell.fate == "killed"
