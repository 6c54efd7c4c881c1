"""The worked case beside the project, where it is: its cohorts, origins, aliases and brigades."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.link.conftest import World, make_document

REPORT = Path(__file__).parents[3] / "shared" / "cases" / "after-the-fall" / "report.txt"


@pytest.fixture(scope="module")
def told(world: Callable[..., World]) -> World:
    if not REPORT.exists():
        pytest.skip("needs ../shared beside the project")
    with REPORT.open(encoding="utf-8", newline="") as file:
        return world(make_document(file.read()))


def test_those_who_joined_are_one_cohort_without_their_families(told: World) -> None:
    counts = [claim for claim in told.claims if claim.kind == "count"]
    links = {link.claim: link for link in told.linked.claim_links}
    joined = [claim for claim in counts if claim.fate == "joined" and claim.best == 5000]
    returned = [claim for claim in counts if claim.fate == "returned" and claim.best == 0.1]
    assert len(joined) == len(returned) == 2
    assert len({links[claim.id].cohort for claim in [*joined, *returned]}) == 1
    assert len({links[claim.id].origin for claim in joined}) == 1
    assert len({links[claim.id].origin for claim in returned}) == 1
    originator = next(claim for claim in joined if links[claim.id].repeats is None)
    assert originator.source is not None and originator.source.role == "government"
    families = {links[claim.id].cohort for claim in counts if claim.cohort is not None and claim.cohort.kin_of}
    assert links[joined[0].id].cohort not in families


def test_brigades_and_aliases_are_each_once(told: World) -> None:
    groups = [entity for entity in told.linked.entities if entity.kind == "group"]
    assert len([group for group in groups if any(name.startswith(("Katiba", "Jammat")) for name in group.names)]) == 6
    (isis,) = [group for group in groups if "ISIS" in group.names]
    assert {"Islamic State", "al-dawlatu al-muntasira"} <= set(isis.names)
    people = [entity for entity in told.linked.entities if entity.kind == "person"]
    assert sorted(person.label for person in people) == [
        "Abu Mukhammad al-Rusi",
        "Abu Nuseiba",
        "Islam Atabiyev",
        "Shamil Izmaylov",
        "Yuri Balakshin",
    ]
