"""Figures that people already have, from a CSV or JSONL file, every fault named by its row and column.

In: a file. Out: flat claims and notes on what was left out. A word where a number should be, a fate that is none, a share
above 1, an id twice: each is a fault with its remedy, and all are named at once, not one a run.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from unaccounted.base.errors import FlatClaimsError, UsageError
from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.checks import NEEDED, NUMBERS, check_any_number, check_numbers, check_words, read_number
from unaccounted.reconcile.flat import COLUMNS, is_empty

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_TEMPLATE = "The columns are: " + ", ".join(COLUMNS)


def read_flat_claims(path: Path) -> tuple[list[FlatClaim], list[str]]:
    """The flat claims of a file.

    Args:
        path: a CSV with a line of column names (parted by commas, semicolons or tabs), or JSONL with an object a line.

    Returns:
        The claims, and a note for each column that is not known and was left out.

    Raises:
        UsageError: it does not exist, is not a text file in UTF-8, or has no column of cohorts or fates.
        FlatClaimsError: values that cannot be used, each by row and column, with the remedy.
    """
    text = _read_text(path)
    if not text.strip():
        raise UsageError(
            "this file is empty", str(path), f"Write the column names in the first line, then one statement a row. {_TEMPLATE}"
        )
    rows = list(
        _json_rows(text, path) if path.suffix.lower() in (".jsonl", ".ndjson") or text.lstrip().startswith("{") else _csv_rows(text, path)
    )
    if not rows:
        raise UsageError("there is no row below the column names", str(path), f"Write one statement a row. {_TEMPLATE}")
    unknown = sorted({name for _, row in rows for name in row if name not in COLUMNS})
    notes = [f"column '{name}' is not known and was left out" for name in unknown]
    faults: list[str] = []
    claims: list[FlatClaim] = []
    places: dict[str, str] = {}
    for place, row in rows:
        claim = _read_row(place, row, faults)
        if claim is None:
            continue
        if claim.id in places:
            faults.append(f"{place}, column id: '{claim.id}' is the id of {places[claim.id]}, too; give each row its own")
        places.setdefault(claim.id, place)
        claims.append(claim)
    for claim in claims:
        if claim.repeats and claim.repeats not in places:
            faults.append(
                f"{places[claim.id]}, column repeats: no row has the id '{claim.repeats}'; name the row that it repeats, or leave it empty"
            )
    if faults:
        raise FlatClaimsError(str(path), faults)
    return claims, notes


def _read_text(path: Path) -> str:
    if not path.exists():
        raise UsageError("this file does not exist", str(path), "Check the spelling, and the folder that you are in")
    if not path.is_file():
        raise UsageError("this is not a file", str(path), "Give a CSV or JSONL file")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("this file is not text in UTF-8", str(path), "Save the sheet as CSV in UTF-8") from error
    except OSError as error:
        raise UsageError(f"this file cannot be read: {error.strerror}", str(path), "Give yourself the right to read it") from error
    if "\0" in text:
        raise UsageError("this file is not text", str(path), "Save the sheet as CSV in UTF-8")
    return text


def _csv_rows(text: str, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(10_000_000)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(lines, [])]
        missing = [name for name in NEEDED if name not in names]
        if missing:
            raise UsageError(
                f"there is no column '{missing[0]}' in the first line", str(path), f"Write the column names in the first line. {_TEMPLATE}"
            )
        faults = []
        for row in lines:
            if any(cell.strip() for cell in row[len(names) :]):
                faults.append(
                    f"row {lines.line_num}: it has {len(row)} cells under {len(names)} column names; put a value with a "
                    f"{_DELIMITERS[delimiter]} in it between double quotes"
                )
            elif any(cell.strip() for cell in row):
                yield f"row {lines.line_num}", dict(zip(names, row, strict=False))
        if faults:
            raise FlatClaimsError(str(path), faults)
    except csv.Error as error:
        raise UsageError(f"this file is not a CSV ({error})", str(path), "Save the sheet as CSV in UTF-8") from error


def _json_rows(text: str, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    faults = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError
        except (ValueError, RecursionError):
            faults.append(f"line {number}: it is not a JSON object; write one object a line")
            continue
        yield f"line {number}", {str(name).lower(): value for name, value in row.items()}
    if faults:
        raise FlatClaimsError(str(path), faults)


def _read_row(place: str, row: dict[str, Any], faults: list[str]) -> FlatClaim | None:
    before = len(faults)
    values: dict[str, Any] = {}

    def fault(column: str, words: str) -> None:
        faults.append(f"{place}, column {column}: {words}")

    for name in COLUMNS:
        value = row.get(name)
        if is_empty(value):
            continue
        if name in NUMBERS:
            try:
                values[name] = read_number(value)
            except ValueError as error:
                fault(name, str(error))
        else:
            values[name] = str(value).strip()
    for name, remedy in NEEDED.items():
        if name not in values:
            fault(name, f"it is empty; {remedy}")
    check_words(values, fault)
    if not any(name in NUMBERS and name not in values and not is_empty(row.get(name)) for name in COLUMNS):
        check_any_number(values, fault)
        check_numbers(values, fault)
    values.setdefault("id", place)
    return FlatClaim(**values) if len(faults) == before else None
