"""CSV that no spreadsheet runs, and rows that say what the page says."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from unaccounted.show import twins

from .world import ADELIN, FIGURES, make_evidence


@given(st.text(min_size=1))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = twins.disarm_cell(text)
    assert cell[0] not in "=+-@\t\r\n"
    assert cell in (text, f"'{text}")


@given(st.lists(st.text(alphabet='ab,"=-\n', max_size=6), min_size=1, max_size=4))
def test_csv_is_read_back(cells: list[str]) -> None:
    columns = [f"c{number}" for number in range(len(cells))]
    written = twins.write_csv([dict(zip(columns, cells, strict=True))], columns)
    head, row = csv.reader(io.StringIO(written, newline=""))
    assert head == columns
    assert row == [twins.disarm_cell(cell) for cell in cells]


def test_numbers_stay_numbers() -> None:
    assert twins.disarm_cell(-5) == -5
    assert twins.disarm_cell(None) == ""


def test_rows_have_no_column_that_is_not_written() -> None:
    evidence = make_evidence()
    for rows, columns in (
        (twins.account_rows(evidence), twins.FIGURE_COLUMNS),
        (twins.coverage_rows(evidence), twins.FILE_COLUMNS),
    ):
        assert set(rows[0]) == set(columns)
    assert set(twins.CLAIM_COLUMNS) <= set(twins.figure_rows(evidence, FIGURES[0])[0]) | {"note"}
    assert set(twins.MARK_COLUMNS) <= set(twins.document_rows(evidence, evidence.claims_in(ADELIN.sha256))[0])


def test_totals_add_up() -> None:
    totals = twins.count_files(make_evidence())
    assert totals == {"found": 8, "read": 4, "partly read": 1, "failed": 1, "skipped": 2}


def test_the_account_twin_is_what_json_prints() -> None:
    evidence = make_evidence()
    twin = json.loads(twins.write_json(twins.account_twin(evidence)))
    plain = json.loads(json.dumps(evidence.account.to_dict()))
    assert {name: twin[name] for name in ("contradictions", "inferences", "diagnostics")} == {
        name: plain[name] for name in ("contradictions", "inferences", "diagnostics")
    }
    assert [{key: each[key] for key in plain["figures"][0]} for each in twin["figures"]] == plain["figures"]
