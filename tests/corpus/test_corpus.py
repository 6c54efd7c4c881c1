"""The corpus keeps its own conventions: README.md says what they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.printed_numbers import SCALES, numbers_in
from tests.corpus.reports import FOLDER, HALVES, Report, complete_claim, load_report, load_reports
from unaccounted.base.vocabulary import (
    BOUNDS,
    CASE_STATUSES,
    DIRECTIONS,
    FACTUALITIES,
    FATES,
    KINDS,
    MEASURES,
    SOURCE_ROLES,
    STANCES,
    UNITS,
)

PATHS = [path for half in HALVES for path in sorted((FOLDER / half).glob("*.yaml"))]
CLOSED: dict[str, Any] = {
    "kind": KINDS,
    "fate": FATES,
    "covers": FATES,
    "bound": BOUNDS,
    "unit": UNITS,
    "measure": MEASURES,
    "factuality": FACTUALITIES,
    "source_role": SOURCE_ROLES,
    "stance": STANCES,
    "status": CASE_STATUSES,
    "direction": DIRECTIONS,
}
EVERY = {"kind", "quote", "nth", "factuality", "source", "source_role", "when", "place", "start", "end", "publisher", "called"}
FIELDS = {
    "count": {"fate", "covers", "low", "best", "high", "bound", "unit", "base", "words", "cohort", "measure", "actor", "reason"},
    "fate": {"person", "role", "fate", "covers", "reason", "status", "duration_months", "actor", "group"},
    "identity": {"person", "alias", "also", "name_kind", "real_name", "role", "origin", "group"},
    "group": {"group", "alias", "also", "name_kind", "part_of", "composition", "fate", "actor"},
    "event": {"event", "actor", "target", "group"},
    "policy": {"authority", "stance", "cohort"},
    "trend": {"fate", "direction", "cohort"},
    "category": {"divides", "cohort"},
}
TRAP = {"quote", "nth", "why", "number", "person", "fate", "start", "end"}


@pytest.fixture(params=PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def report(request: pytest.FixtureRequest) -> Report:
    path: Path = request.param
    return load_report(path)


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_quotes_stand_once_or_are_told_apart(report: Report) -> None:
    for entry in (*report.claims, *report.traps):
        assert report.text[entry["start"] : entry["end"]] == entry["quote"]
        assert "nth" in entry or report.text.count(entry["quote"]) == 1, f"stands more than once, say nth: {entry['quote']!r}"


def test_words_are_of_the_vocabulary_and_fields_of_the_kind(report: Report) -> None:
    for claim in report.claims:
        assert claim.keys() <= EVERY | FIELDS[claim["kind"]], (claim["quote"], claim.keys() - EVERY - FIELDS[claim["kind"]])
        for name, words in CLOSED.items():
            assert set(_many(claim.get(name, []))) <= set(words), (claim["quote"], name, claim[name])
        assert not claim.get("covers") or _many(claim["fate"])[0] in claim["covers"], claim["quote"]
        assert ("source" in claim) or ("source_role" not in claim), claim["quote"]
    for trap in report.traps:
        assert trap.keys() <= TRAP and trap.get("why"), trap
        assert trap.get("fate") is None or trap["fate"] in FATES, trap


def test_claims_have_what_their_kind_needs(report: Report) -> None:
    needed = {
        "count": ("fate", "bound", "unit"),
        "fate": ("person",),
        "identity": (),
        "group": ("group",),
        "event": ("event",),
        "policy": ("stance",),
        "trend": ("fate", "direction"),
        "category": ("divides",),
    }
    for claim in report.claims:
        assert all(claim.get(name) is not None for name in needed[claim["kind"]]), claim
        if claim["kind"] == "fate":
            assert claim.get("fate") or claim.get("status"), claim
        if claim["kind"] == "identity":
            assert claim.get("person") or claim.get("alias"), claim


def test_numbers_stand_in_their_quote(report: Report) -> None:
    for claim in report.claims:
        if claim["kind"] != "count":
            continue
        given = {name: float(claim[name]) for name in ("low", "best", "high") if name in claim}
        bound = _many(claim["bound"])[0]
        needs = {"at least": {"low"}, "at most": {"high"}, "between": {"low", "high"}, "vague": set()}.get(bound, {"best"})
        assert set(given) == needs, (claim["quote"], bound, given)
        if "words" in claim:
            assert claim["words"].casefold() in claim["quote"].casefold(), (claim["quote"], claim["words"])
        else:
            assert bound != "vague", f"a vague claim gives its words: {claim['quote']!r}"
            printed = numbers_in(claim["quote"])
            scales = SCALES.values() if "low" in given and "high" in given else ()  # "between five and six thousand"
            printed |= {number * scale for number in printed for scale in scales}
            assert all(any(abs(value - each) < 1e-9 for each in printed) for value in given.values()), (claim["quote"], given, printed)
        assert claim["unit"] == "people" or all(0 <= value <= 1 for value in given.values()), claim["quote"]


def test_dates_are_intervals_of_iso_dates(report: Report) -> None:
    for claim in report.claims:
        if "when" not in claim:
            continue
        ends = claim["when"].split("/")
        assert 1 <= len(ends) <= 2 and any(ends), claim
        for end in filter(None, ends):
            year, *rest = (int(part) for part in end.split("-"))
            assert 1000 <= year <= 2026 and all(1 <= part <= (12, 31)[at] for at, part in enumerate(rest)), claim
        assert len(ends) == 1 or not all(ends) or ends[0][:7] <= ends[1][:7] or ends[0][:4] == ends[1], claim


def test_no_claim_is_given_twice(report: Report) -> None:
    told = Counter(repr(sorted((name, repr(value)) for name, value in claim.items())) for claim in report.claims)
    assert max(told.values()) == 1


def test_reports_are_short_and_hold_several_claims(report: Report) -> None:
    assert 60 <= len(report.text.split()) <= 260
    assert 3 <= len(report.claims) <= 28


def test_both_halves_are_alike() -> None:
    halves = {half: list(load_reports(half)) for half in HALVES}
    train, test = (halves[half] for half in HALVES)
    assert len(train) == len(test) >= 40
    assert len({report.name for report in (*train, *test)}) == len(train) + len(test)
    kinds = [Counter(claim["kind"] for report in half for claim in report.claims) for half in (train, test)]
    for kind in KINDS:
        assert all(count[kind] for count in kinds), kind
    fates = [Counter(fate for report in half for claim in report.claims for fate in _many(claim.get("fate", []))) for half in (train, test)]
    assert all(set(FATES) <= set(count) for count in fates)
    for name in ("voice", "setting"):
        few = [len({getattr(report, name) for report in half}) for half in (train, test)]
        assert min(few) >= 8, (name, few)


def test_what_is_left_unsaid_is_filled_in_as_the_conventions_say() -> None:
    assert complete_claim({"kind": "count", "best": 3})["factuality"] == "asserted"
    told = complete_claim({"kind": "count", "best": 3, "source": "a nurse"})
    assert (told["factuality"], told["bound"], told["unit"]) == ("reported", "exact", "people")


def test_a_person_is_known_by_every_name_that_the_report_gives() -> None:
    report = load_report(FOLDER / "train" / "20-brigades-of-the-north.yaml")
    killed = next(claim for claim in report.claims if claim["kind"] == "fate" and claim["fate"] == "killed")
    assert killed["called"] == ["Abu Firas al-Halabi", "Mahmoud Nashar"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,284 men", {1284}),
        ("2 316 persons", {2316}),
        ("2\u202f316 persons", {2316}),
        ("1.284 citizens", {1284}),
        ("some four thousand three hundred", {4300}),
        ("one hundred and ninety-eight men", {198}),
        ("a hundred", {100}),
        ("10% of them", {0.1}),
        ("no soldier", {0}),
        ("two dozen", {24}),
    ],
)
def test_numbers_are_read_for_the_check(text: str, numbers: set[float]) -> None:
    assert numbers <= numbers_in(text)


def test_the_check_of_numbers_can_fail() -> None:
    assert 31 not in numbers_in("thirty men and a dog") and 13 not in numbers_in("30 were killed")
