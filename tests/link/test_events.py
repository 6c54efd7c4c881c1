"""Which nameless people of one report are one cohort: those of one event, and not those of two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.link.conftest import Told, World, count, make_document
from unaccounted.base.records import When, Where


def _on(day: str) -> When:
    return When(day, day, "day")


def test_one_flood_told_in_several_sentences_is_of_one_cohort(world: Callable[..., World]) -> None:
    text = (
        "At least 60 people were killed when a flood struck the valley on 4 June 2020. Some 12 residents are missing. "
        "About 30 villagers were rescued in Isiolo. More than 200 people were injured and 400 people were displaced."
    )
    told = world(make_document(text))
    counts = [claim for claim in told.claims if claim.kind == "count"]
    assert {claim.fate for claim in counts} >= {"killed", "missing", "rescued", "wounded", "displaced"}
    assert len({told.cohort(claim.quote, claim.fate) for claim in counts}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"where": Where("Kirkuk"), "when": _on("2014-05-03")}, {"where": Where("Tikrit"), "when": _on("2014-05-03")}),
        ({"when": _on("2014-05-03")}, {"when": _on("2014-05-09")}),
        ({"where": Where("Kirkuk")}, {"where": Where("Tikrit")}),
        ({"when": _on("2013-05-03")}, {"when": _on("2014-05-03"), "fate": "wounded"}),
    ],
)
def test_two_events_of_one_report_are_two_cohorts(first: dict[str, Any], second: dict[str, Any]) -> None:
    each = ({"fate": "killed"} | first, {"fate": "killed"} | second)
    claims = [count("a", best=number, label="people", at=number, **fields) for number, fields in zip((12, 7), each, strict=True)]
    told = Told(*claims)
    assert told.cohort(claims[0]) != told.cohort(claims[1])


def test_those_of_one_place_are_not_all_of_whom_the_report_tells_the_same() -> None:
    everywhere = count("a", "killed", 60, "people")
    there = count("a", "killed", 14, "people", at=20, where=Where("Isiolo"))
    missing = count("a", "missing", 9, "residents", at=40)
    told = Told(everywhere, there, missing)
    assert told.cohort(everywhere) == told.cohort(missing) != told.cohort(there)


def test_those_who_were_held_and_let_go_are_not_those_who_were_killed() -> None:
    killed = count("a", "killed", 60, "people")
    taken = count("a", "abducted", 20, "people", at=20)
    freed = count("a", "released", 5, "people", at=40)
    told = Told(killed, taken, freed)
    assert told.cohort(taken) == told.cohort(freed) != told.cohort(killed)


def test_workers_and_soldiers_of_one_event_stay_two() -> None:
    workers = count("a", "killed", 6, "miners", role="worker")
    soldiers = count("a", "killed", 4, "soldiers", at=20, role="soldier")
    told = Told(workers, soldiers)
    assert told.cohort(workers) != told.cohort(soldiers)


def test_those_displaced_who_are_still_away_have_an_account_of_their_own() -> None:
    killed = count("a", "killed", 60, "people")
    fled = count("a", "displaced", 400, "residents", at=20)
    away = count("a", "remaining", 90, "people", at=40, measure="stock")
    told = Told(killed, fled, away)
    assert told.cohort(fled) == told.cohort(away) != told.cohort(killed)
