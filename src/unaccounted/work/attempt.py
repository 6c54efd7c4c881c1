"""One record or one shard, run here: rows by table, and a row in `failures` for a record at which the step raised.

It decides what counts as a document's fault: whatever the step raises while it runs on a record, where the step
sets records aside. What goes wrong while a part is written is nobody's row and ends the run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from unaccounted.base.errors import UnaccountedError
from unaccounted.base.records import Failure
from unaccounted.base.shards import Shard, Step
from unaccounted.work.parts import FAILURES, tables_of, write_parts

Rows = Mapping[str, Sequence[Any]]

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
_LONGEST = 300


def run_record(step: Step, record: Any) -> Rows:
    """The rows of one record; where the step raises and sets records aside, its failure alone.

    Raises:
        Exception: what the step raised, where it sets nothing aside.
    """
    try:
        return step.run(record)
    except Exception as error:
        if not step.sets_aside:
            raise
        return {FAILURES: [_describe_error(step, record, error)]}


def run_shard(step: Step, name: str, shard: Shard, folder: Path) -> None:
    """Run a shard's records in order and write its parts under a name."""
    write_parts(step, name, join_rows(step, [run_record(step, record) for record in shard.records]), folder)


def join_rows(step: Step, several: Sequence[Rows]) -> dict[str, list[Any]]:
    """The rows of several records, one list for each table, in the records' order."""
    return {table: [row for rows in several for row in rows.get(table, ())] for table in tables_of(step)}


def set_aside(step: Step, record: Any) -> Rows:
    """The failure of a record that ended its worker process twice."""
    name, document = step.describe(record)
    what = f"{step.name} was ended by the system on it, twice: too much memory, or a fault in a library"
    return {FAILURES: [Failure(step.name, name, document, what, None, "Split it, or give it as plain text")]}


def _describe_error(step: Step, record: Any, error: Exception) -> Failure:
    name, document = step.describe(record)
    if isinstance(error, UnaccountedError):
        return Failure(step.name, name, document, error.what, error.where, error.remedy)
    # An address in memory is another in every run; the same input is to give the same bytes.
    said = _ADDRESS.sub("", str(error))[:_LONGEST]
    what = f"{step.name} failed on it ({type(error).__name__}{': ' + said if said else ''})"
    return Failure(step.name, name, document, what, None, "Report this fault; all other documents were read")
