"""Corrections replace and stay visible; what one origin alone confirms is not confirmed; undated figures widen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.conftest import row
from unaccounted.base.accounts import Account
from unaccounted.base.records import Figure
from unaccounted.reconcile import reconcile_claims


def killed(account: Account) -> Figure:
    return next(each for each in account.figures if each.fate == "killed")


def width(each: Figure) -> float:
    assert each.low and each.high
    return each.high / each.low


FIRST = row(1, "killed", 340, origin="tally", source="ministry", published="2014-05-10")
SECOND = {**FIRST, "id": "c2", "best": 212, "published": "2014-06-02"}
COPY = {**FIRST, "id": "c3", "source": "wire", "published": "2014-05-12", "repeats": "c1"}
LATE_COPY = {**FIRST, "id": "c4", "source": "paper", "published": "2014-07-01"}


def test_a_later_figure_of_the_same_origin_replaces_the_earlier_which_stays_visible() -> None:
    alone, both = reconcile_claims([SECOND]), reconcile_claims([FIRST, SECOND])
    assert (killed(both).low, killed(both).best, killed(both).high) == (killed(alone).low, killed(alone).best, killed(alone).high)
    (note,) = [each for each in both.diagnostics if each.name == "corrected"]
    assert "c1" in note.words and "212" in note.words


def test_copies_of_what_was_corrected_go_with_it() -> None:
    account = reconcile_claims([LATE_COPY, COPY, SECOND, FIRST])
    assert killed(account).best == 212 and killed(account).claims == ("c2",)
    (note,) = [each for each in account.diagnostics if each.name == "corrected"]
    assert all(name in note.words for name in ("c1", "c3", "c4"))


NO_CORRECTIONS = {
    "of another day": {"as_of": "2014-06-01"},
    "of another source": {"source": "hospital"},
    "of another origin": {"origin": "count"},
    "printed the same day": {"published": FIRST["published"]},
    "the same figure": {"best": 340},
}


@pytest.mark.parametrize("change", NO_CORRECTIONS.values(), ids=NO_CORRECTIONS.keys())
def test_what_is_no_correction_replaces_nothing(change: dict[str, Any]) -> None:
    account = reconcile_claims([FIRST, {**SECOND, **change}])
    assert "corrected" not in {each.name for each in account.diagnostics}
    assert killed(account).claims == ("c1", "c2")


def test_what_one_origin_alone_confirms_is_probably_true() -> None:
    told = row(1, "killed", 340, grade="B1")
    lone, probable = reconcile_claims([told]), reconcile_claims([{**told, "grade": "B2"}])
    assert (killed(lone).low, killed(lone).high) == (killed(probable).low, killed(probable).high)
    assert "not confirmed" in {each.name for each in lone.diagnostics}


@pytest.mark.parametrize(
    ("other", "confirmed"),
    [({}, True), ({"best": 350}, True), ({"origin": "o1"}, False), ({"source": "source 1"}, False), ({"best": 2000}, False)],
    ids=["as the first", "near it", "of its origin", "of its source", "far from it"],
)
def test_two_independent_origins_confirm(other: dict[str, Any], confirmed: bool) -> None:
    account = reconcile_claims([row(1, "killed", 340, grade="B1"), {**row(2, "killed", 340), **other}])
    assert ("not confirmed" not in {each.name for each in account.diagnostics}) == confirmed


def test_a_figure_without_a_date_widens_and_does_not_vanish() -> None:
    dated = [row(1, "set out", 1200), row(2, "killed", 300)]
    undated = [dated[0], {**dated[1], "as_of": None, "published": None}]
    one, other = killed(reconcile_claims(dated)), killed(reconcile_claims(undated))
    assert other.best == pytest.approx(one.best, rel=0.1) and other.claims == ("c2",)
    assert width(other) > 1.2 * width(one)
