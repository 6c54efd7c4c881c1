"""Claims folded into statements: who began it, what was copied, what probably was."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.scales import read_scales
from unaccounted.reconcile.statements import Statement, make_statements

MINISTRY = FlatClaim(
    "c1", "x", "killed", best=340.0, as_of="2014-05-01", published="2014-05-02", source="ministry", grade="B2", origin="tally"
)
PAPER = replace(MINISTRY, id="c2", source="paper", grade="C2", published="2014-05-09", repeats="c1")
WIRE = replace(MINISTRY, id="c3", source="wire", grade="C3", published="2014-06-01", repeats="c2")


def states(*claims: FlatClaim) -> list[Statement]:
    return make_statements(claims, read_scales())[0]


@pytest.mark.parametrize("claims", list(permutations([MINISTRY, PAPER, WIRE])))
def test_copies_are_one_statement_in_the_voice_of_their_originator(claims: tuple[FlatClaim, ...]) -> None:
    (one,) = states(*claims)
    assert (one.voice, one.letter, one.claims) == ("source ministry", "B", ("c1", "c2", "c3"))


def test_a_chain_of_repeats_is_one_origin_without_being_named() -> None:
    (one,) = states(*(replace(each, origin=None) for each in (WIRE, PAPER, MINISTRY)))
    assert one.voice == "source ministry"


def test_without_repeats_the_earliest_published_began_it() -> None:
    (one,) = states(*(replace(each, repeats=None) for each in (WIRE, PAPER, MINISTRY)))
    assert one.voice == "source ministry"


def test_where_neither_tells_the_origin_has_a_bias_of_its_own() -> None:
    (one,) = states(*(replace(each, repeats=None, published=None) for each in (PAPER, MINISTRY)))
    assert one.voice.startswith("origin") and one.letter == "C"


def test_two_figures_of_one_origin_are_two_statements_that_share_it() -> None:
    both = states(MINISTRY, replace(PAPER, fate="returned", best=90.0))
    assert len(both) == 2 and len({each.origin for each in both}) == 1 and {each.voice for each in both} == {"source ministry"}


def test_a_like_figure_later_from_another_source_is_weighed_as_a_likely_copy_only_where_origins_are_not_given() -> None:
    free = replace(PAPER, origin=None, repeats=None)
    weights = {each.claim.id: each.weight for each in states(replace(MINISTRY, origin=None), free)}
    assert weights["c1"] == 1.0 and 0 < weights["c2"] < 0.5
    assert [each.weight for each in states(MINISTRY, replace(free, origin="own count"))] == [1.0, 1.0]


def test_a_wide_class_is_agreed_on_by_chance_more_often_than_a_figure() -> None:
    def weight(**fields: object) -> float:
        said = replace(MINISTRY, origin=None, **fields)  # type: ignore[arg-type]
        return min(each.weight for each in states(said, replace(said, id="c2", source="paper", published="2014-06-01")))

    assert weight(best=None, words="hundreds", bound="vague") > weight(best=341.0)


def test_a_claim_without_a_date_has_a_wider_error() -> None:
    (dated,), (undated,) = states(MINISTRY), states(replace(MINISTRY, as_of=None, published=None))
    assert undated.day is None and undated.scale > dated.scale + 0.1


def test_a_source_with_two_letters_has_the_one_that_it_mostly_has() -> None:
    more = [replace(MINISTRY, id=f"d{n}", origin=f"o{n}", best=300.0 + n, grade=grade) for n, grade in enumerate(["C2", "C3", "A1"])]
    assert {each.letter for each in states(*more)} == {"C"}


def test_what_a_source_says_of_one_day_in_one_report_is_one_tally() -> None:
    went = FlatClaim("a", "x", "set out", best=120.0, as_of="2014-05-01", published="2014-05-02", source="port", origin="o1")
    died = replace(went, id="b", fate="killed", best=40.0, origin="o2")
    assert len({each.tally for each in states(went, died)}) == 1
    assert len({each.origin for each in states(went, died)}) == 2
    for other in (replace(died, published="2014-05-09"), replace(died, as_of="2014-04-01"), replace(died, source="wire")):
        assert len({each.tally for each in states(went, other)}) == 2


def test_what_a_history_says_of_a_day_long_past_is_of_many_tallies() -> None:
    went = FlatClaim("a", "x", "set out", best=120.0, as_of="1812-06-24", published="1901", source="a historian", origin="o1")
    assert len({each.tally for each in states(went, replace(went, id="b", fate="killed", best=40.0, origin="o2"))}) == 2
