"""Wider cohorts are found by leaving parts out, and only where all of the narrower lies in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unaccounted.link.across import widen_parts
from unaccounted.link.parts import Parts, orient, relate_parts

PARTS = st.builds(
    Parts,
    st.sampled_from([(), ("russia",), ("chechnya",), ("chechnya", "dagestan"), ("tunisia",)]),
    st.sampled_from(["", "isis", "grande armee"]),
    st.sampled_from(["", "armed", "civilian"]),
    st.sampled_from(["", "women"]),
    st.sampled_from(["", "children"]),
    st.sampled_from(["", "family", "wives"]),
    st.sampled_from(["", "baghouz"]),
)


@given(PARTS)
def test_what_is_wider_identifies_and_is_another(parts: Parts) -> None:
    for wider in widen_parts(parts):
        assert wider.identifies and wider != parts
        assert not (parts.kin == "" and wider.kin)
        assert relate_parts(wider, parts)[0] != "within"


@given(PARTS, PARTS)
def test_two_cohorts_are_never_each_within_the_other(left: Parts, right: Parts) -> None:
    relations = relate_parts(left, right)[0], relate_parts(right, left)[0]
    assert relations != ("within", "within")
    assert (relations == ("same", "same")) == (left == right and left.identifies)


@given(PARTS, PARTS)
def test_families_are_never_their_fighters(left: Parts, right: Parts) -> None:
    if bool(left.kin) != bool(right.kin):
        assert orient(left, right)[1] == "apart"
