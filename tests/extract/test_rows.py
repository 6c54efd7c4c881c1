"""Tables in running text: heads that name fates, rows of numbers under them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

BARS = """District | Dead | Missing | Houses lost
Upper Vale | 34 | 76 | 512
Lower Vale | 63 | about 40 | 9
Total | 97 | 116 | 521
"""
MARKDOWN = """| Group | Killed | Captured |
|---|---|---|
| Soldiers | 120 | 1,400 |
| Sailors | 7 | - |
"""
PAIRS = "Killed\t12\nWounded\t30\nTents\t400\n"


def _counts(read: Read, text: str) -> list[tuple[str, float, str, str]]:
    return sorted(
        (claim.fate or "", claim.best or 0, claim.cohort.label if claim.cohort else "", claim.where.name if claim.where else "")
        for claim in read(text)
        if claim.kind == "count"
    )


def test_a_row_gives_a_count_for_each_head_that_names_a_fate(read: Read) -> None:
    assert _counts(read, BARS) == [
        ("died", 34, "people", "Upper Vale"),
        ("died", 63, "people", "Lower Vale"),
        ("died", 97, "people", ""),
        ("missing", 40, "people", "Lower Vale"),
        ("missing", 76, "people", "Upper Vale"),
        ("missing", 116, "people", ""),
    ]


def test_a_row_of_people_is_their_cohort_and_a_dash_is_no_number(read: Read) -> None:
    assert _counts(read, MARKDOWN) == [
        ("detained", 1400, "Soldiers", ""),
        ("killed", 7, "Sailors", ""),
        ("killed", 120, "Soldiers", ""),
    ]


def test_two_columns_of_fate_and_number_are_read_line_by_line(read: Read) -> None:
    assert [(fate, number) for fate, number, _, _ in _counts(read, PAIRS)] == [("killed", 12), ("wounded", 30)]


@pytest.mark.parametrize("text", ["A | B | C\n1 | 2 | 3\n", "Killed | Wounded\n", "|" * 5000, "a\tb\n" * 3000])
def test_what_is_no_table_of_fates_gives_nothing(text: str, read: Read) -> None:
    assert _counts(read, text) == []
