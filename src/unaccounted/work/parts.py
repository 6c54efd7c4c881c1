"""The parts of a step: their names, which are there already, and which belong to no shard any more.

A part is named by its input, the step, the step's version and its settings, so that one that exists need not be made again.
A shard is done when it has a part in every table of the step, failures among them; the failures' part tells of what
is not in the others, and is there even when it is empty.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from unaccounted.base.records import Failure
from unaccounted.base.shards import Shard, Step, digest_text
from unaccounted.base.tables import write_part

FAILURES = "failures"
_UNFINISHED = re.compile(r"\..+\.parquet\.(\d+)\.unfinished")


def name_part(step: Step, shard: Shard) -> str:
    """The file name of a shard's part, the same in every table."""
    return f"{step.name}-{digest_text(shard.key, step.name, step.version, step.settings)}.parquet"


def tables_of(step: Step) -> dict[str, type]:
    """All tables that a step writes, failures first: the last part to appear says that a shard is done."""
    return {FAILURES: Failure, **step.tables}


def list_done(step: Step, folder: Path) -> set[str]:
    """The names of parts that stand in every table of the step."""
    return set.intersection(*(_list_parts(step, folder / table) for table in tables_of(step)))


def write_parts(step: Step, name: str, rows: Mapping[str, Sequence[Any]], folder: Path) -> None:
    """Write a shard's part in every table."""
    for table, record in tables_of(step).items():
        write_part(folder / table / name, record, rows.get(table, ()))


def remove_others(step: Step, names: Iterable[str], folder: Path) -> None:
    """Remove the step's parts that are not among `names`, and what runs that were killed left unfinished."""
    kept = set(names)
    for table in tables_of(step):
        for name in _list_parts(step, folder / table) - kept:
            (folder / table / name).unlink(missing_ok=True)
        for left in (folder / table).glob(f".{step.name}-*.unfinished"):
            match = _UNFINISHED.fullmatch(left.name)
            if match and not _is_running(int(match[1])):
                left.unlink(missing_ok=True)


def _list_parts(step: Step, table: Path) -> set[str]:
    return {path.name for path in table.glob(f"{step.name}-*.parquet")}


def _is_running(number: int) -> bool:
    if number == os.getpid():
        return False  # whatever this process began, it has finished or given up
    if os.name == "nt":
        return True  # there, asking would end it
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
