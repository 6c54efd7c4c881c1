"""Groups by name, acronym and asserted alias; what one report calls a group does not rename it in all others."""

from __future__ import annotations

from tests.link.conftest import Told, count
from unaccounted.base.records import Claim, name_claim
from unaccounted.link import link_claims


def _group(document: str, group: str, alias: str | None = None, at: int = 0, part_of: str | None = None) -> Claim:
    return name_claim(Claim("", document * 64, f"{document}.txt", "group", at, at + 5, "words", group=group, alias=alias, part_of=part_of))


def _names(*claims: Claim) -> list[tuple[str, ...]]:
    return sorted(entity.names for entity in link_claims(claims, ()).entities if entity.kind == "group")


def test_an_acronym_joins_across_reports() -> None:
    claims = [_group("a", "Valley Defence Front", "VDF"), _group("b", "VDF")]
    assert _names(*claims) == [("VDF", "Valley Defence Front")]


def test_a_word_that_one_report_uses_for_a_group_joins_only_there() -> None:
    claims = [_group("a", "Valley Defence Front", "the Movement"), _group("a", "the Movement", at=20), _group("b", "the Movement")]
    assert _names(*claims) == [("Valley Defence Front", "the Movement"), ("the Movement",)]


def test_a_clause_taken_for_an_alias_is_no_name() -> None:
    claim = _group("a", "VDF", "VDF were wounded when their post was attacked in a village near the border")
    assert _names(claim) == [("VDF",)]


def test_a_part_lies_within_its_whole_by_the_claim_that_says_so() -> None:
    claim = _group("a", "Katiba of the Pines", part_of="VDF")
    linked = link_claims([claim, _group("a", "VDF", at=20)], ())
    (link,) = [link for link in linked.links if link.relation == "within"]
    assert link.claim == claim.id


def test_cohorts_meet_under_the_name_that_a_report_s_alias_stands_for() -> None:
    joined = count("a", "joined", 900, "men of the Valley Defence Front", affiliation="Valley Defence Front")
    killed = count("a", "killed", 90, "VDF fighters", at=20, affiliation="VDF", role="fighter")
    assert Told(joined, killed).cohort(joined) != Told(joined, killed).cohort(killed)
    told = Told(joined, killed, _group("a", "Valley Defence Front", "VDF", at=40))
    assert told.cohort(joined) == told.cohort(killed)


def test_a_name_in_another_spelling_or_language_joins_across_reports_and_not_within_one() -> None:
    claims = [
        _group("a", "Liwa al-Tawhid"),
        _group("b", "Tawheed Brigade"),
        _group("c", "Tahrir Brigade"),
        _group("c", "Third Brigade", at=20),
    ]
    assert _names(*claims) == [("Liwa al-Tawhid", "Tawheed Brigade"), ("Tahrir Brigade",), ("Third Brigade",)]
    assert len(_names(_group("a", "Liwa al-Tawhid"), _group("a", "Tawheed Brigade", at=20))) == 2
    assert len(_names(_group("a", "Islamic Front"), _group("b", "Jabhat Islami"))) == 2
