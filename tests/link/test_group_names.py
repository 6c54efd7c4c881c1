"""How likely two names are one group's."""

from __future__ import annotations

import pytest

from unaccounted.link import compare_groups, explain_groups
from unaccounted.link.group_names import read_group_signs
from unaccounted.link.likeness import load_weights


@pytest.mark.parametrize(
    ("left", "right", "least"),
    [
        ("ISIS", "Daesh", 1.0),
        ("National Liberation Army", "NLA", 0.8),
        ("Katibat al-Bittar", "Battar Brigade", 0.8),
        ("Jabhat Fateh al-Sham", "Fatah al-Sham Front", 0.8),
        ("Vostok Trading LLC", "OOO Vostok Trading", 0.8),
    ],
)
def test_names_of_one_group(left: str, right: str, least: float) -> None:
    assert compare_groups(left, right) == compare_groups(right, left) >= least


@pytest.mark.parametrize(
    ("left", "right"),
    [("Katiba Badr", "Katiba Yarmouk"), ("First Division", "Second Brigade"), ("Islamic Movement", "Islamic Party"), ("", "NLA"), ("", "")],
)
def test_names_of_two_groups(left: str, right: str) -> None:
    assert compare_groups(left, right) < 0.4


def test_every_sign_has_a_weight() -> None:
    assert set(load_weights("groups")) == {*read_group_signs("Katiba Badr", "Badr Brigade"), "intercept"}
    assert explain_groups("Katiba Badr", "Badr Brigade")
    assert explain_groups("ISIS", "Daesh") == []
