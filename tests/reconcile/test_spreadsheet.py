"""Figures from a file: what is read, and every fault by row and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from unaccounted.base.errors import FlatClaimsError, UsageError
from unaccounted.reconcile import read_flat_claims, reconcile_claims

GOOD = "id,cohort,fate,best,as_of,mood\n1,crew,set out,120,2014-05,grim\n2,crew,rescued,71,2014-05-09,\n"


def _write(tmp_path: Path, text: str, name: str = "figures.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_read_flat_claims_reads_rows_and_notes_columns_that_it_does_not_know(tmp_path: Path) -> None:
    claims, notes = read_flat_claims(_write(tmp_path, GOOD))
    assert [(claim.id, claim.fate, claim.best) for claim in claims] == [("1", "set out", 120.0), ("2", "rescued", 71.0)]
    assert notes == ["column 'mood' is not known and was left out"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_read_flat_claims_takes_other_delimiters_a_byte_order_mark_and_grouped_numbers(tmp_path: Path, delimiter: str) -> None:
    text = "\ufeff" + GOOD.replace(",", delimiter).replace("120", "1 200")
    claims, _ = read_flat_claims(_write(tmp_path, text))
    assert claims[0].best == 1200


def test_read_flat_claims_reads_objects_line_by_line(tmp_path: Path) -> None:
    claims, _ = read_flat_claims(_write(tmp_path, '{"cohort": "crew", "fate": "died", "words": "dozens"}\n', "figures.jsonl"))
    assert claims[0].words == "dozens"
    assert reconcile_claims(claims).figures[0].best is not None


FAULTS = [
    ("crew,killed,many,,,,", "row 2, column best: 'many' is not a number"),
    ("crew,slain,5,,,,", "row 2, column fate: 'slain' is not known"),
    ("crew,kiled,5,,,,", "do you mean 'killed'?"),
    (",killed,5,,,,", "row 2, column cohort: it is empty"),
    ("crew,killed,-8,,,,", "row 2, column best: '-8' is below zero; a count of people cannot be negative"),
    ("crew,killed,,,,,", "row 2, column best: no number is given"),
    ("crew,killed,5,share,,,", "is no share"),
    ("crew,killed,5,,May,,", "row 2, column as_of: 'May' is not a date"),
    ("crew,killed,5,,,G9,", "is not an Admiralty code"),
    ("crew,killed,5,,,,x", "row 2, column repeats: no row has the id 'x'"),
    ("crew,killed,1,people,,,,a, b", "row 2: it has 9 cells under 7 column names; put a value with a comma in it between double quotes"),
]


@pytest.mark.parametrize(("line", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_read_flat_claims_names_each_fault_by_row_and_column(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(FlatClaimsError, match="1 value cannot be used") as caught:
        read_flat_claims(_write(tmp_path, f"cohort,fate,best,unit,as_of,grade,repeats\n{line}\n"))
    assert words in caught.value.message


@pytest.mark.parametrize(("column", "word"), [("fate", "vanished"), ("source_role", "doctor"), ("fate", "deceased")])
def test_only_a_slip_of_the_fingers_is_put_right(tmp_path: Path, column: str, word: str) -> None:
    row = {"cohort": "crew", "fate": "killed", "best": "5", "source_role": "media", column: word}
    with pytest.raises(FlatClaimsError) as caught:
        read_flat_claims(_write(tmp_path, ",".join(row) + "\n" + ",".join(row.values()) + "\n"))
    assert "do you mean" not in caught.value.message and "use one of" in caught.value.message


def test_read_flat_claims_names_all_faults_at_once(tmp_path: Path) -> None:
    with pytest.raises(FlatClaimsError) as caught:
        read_flat_claims(
            _write(tmp_path, "id,cohort,fate,best\n1,crew,killed,many\n1,crew,killed,5\n1,crew,slain,6\n2,crew,killed,7\n2,crew,died,8\n")
        )
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize(("name", "text"), [("empty.csv", ""), ("head.csv", "cohort,fate\n"), ("other.csv", "a,b\n1,2\n")])
def test_read_flat_claims_refuses_a_file_without_figures(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(UsageError):
        read_flat_claims(_write(tmp_path, text, name))


def test_read_flat_claims_refuses_what_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(b"PK\x03\x04\xff\xfe\x00")
    for each in (path, tmp_path, tmp_path / "nowhere.csv"):
        with pytest.raises(UsageError):
            read_flat_claims(each)


WORDS = [
    ("killed,,umpteen", "row 2, column words: 'umpteen' is not a vague word"),
    ("returned,,the majority", "row 2, column unit: 'the majority' is a share; write share, and in base the line that it is a share of"),
    ("returned,share,dozens", "row 2, column unit: 'dozens' is no share; write people"),
]


@pytest.mark.parametrize(("line", "fault"), WORDS)
def test_words_are_faulted_where_they_stand(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(FlatClaimsError) as caught:
        read_flat_claims(_write(tmp_path, f"cohort,fate,unit,words\ncrew,{line}\n"))
    assert fault in caught.value.message


@pytest.mark.parametrize(("text", "words"), [("", "this file is empty"), (" \n", "this file is empty"), ("cohort,fate\n", "no row below")])
def test_a_file_without_rows_says_what_it_lacks(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_flat_claims(_write(tmp_path, text))
