"""Names of files as shown: harmless, and never two true names as one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unaccounted.collect.names import show_name


@pytest.mark.parametrize(
    ("true", "shown"),
    [
        ("report.txt", "report.txt"),
        ("a b/Décès 3.txt", "a b/Décès 3.txt"),
        ("تقرير.txt", "تقرير.txt"),
        ("two\nlines.txt", "two\\nlines.txt"),
        ("rtl\u202etxt.exe", "rtl\\u202etxt.exe"),
        ("bell\x07", "bell\\u0007"),
        ("caf\udce9.txt", "caf\\xe9.txt"),
        ("back\\slash", "back\\\\slash"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("tag\U000e0041", "tag\\U000e0041"),
    ],
)
def test_shown_form(true: str, shown: str) -> None:
    assert show_name(true) == shown


@given(st.text(max_size=12), st.text(max_size=12))
def test_different_names_look_different(one: str, other: str) -> None:
    assert (show_name(one) == show_name(other)) == (one == other)


@given(st.text(alphabet=st.characters(), max_size=30))
def test_nothing_harmful_is_left(true: str) -> None:
    assert not any(unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") for each in show_name(true))
