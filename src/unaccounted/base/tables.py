"""Tables of records as Parquet parts: a part appears whole or not at all.

The Arrow schema of a record comes from its dataclass, so that the two cannot part ways; the record's name and the
records' version stand in the schema's metadata, and a table made by a newer version is refused, not misread.
"""

from __future__ import annotations

import os
import types
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, asdict, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from unaccounted.base.errors import ProjectError, TableError
from unaccounted.base.records import RECORDS_VERSION

if TYPE_CHECKING:
    import pyarrow as pa

Record = TypeVar("Record")

_VERSION = b"unaccounted.version"
_RECORD = b"unaccounted.record"


def _arrow_type(hint: Any) -> pa.DataType:
    import pyarrow as pa

    if get_origin(hint) in (Union, types.UnionType):
        hint = next(each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_type(get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return pa.struct([pa.field(each.name, _arrow_type(hints[each.name])) for each in fields(hint)])
    plain: dict[type, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return plain[hint]


def arrow_schema(record: type) -> pa.Schema:
    """The Arrow schema of a record's table, with the record's name and version in its metadata."""
    import pyarrow as pa

    hints = get_type_hints(record)
    columns = [pa.field(each.name, _arrow_type(hints[each.name])) for each in fields(record)]
    return pa.schema(columns, metadata={_RECORD: record.__name__, _VERSION: str(RECORDS_VERSION)})


def _build(hint: Any, stored: Any) -> Any:
    if stored is None:
        return None
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_build(get_args(hint)[0], each) for each in stored)
    if is_dataclass(hint) and isinstance(hint, type):
        hints = _hints(hint)
        unknown = {each.name: None for each in fields(hint) if each.default is MISSING and type(None) in get_args(hints[each.name])}
        return hint(**unknown | {name: _build(hints[name], each) for name, each in stored.items() if name in hints})
    return stored


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def build_record(record: type[Record], stored: dict[str, Any]) -> Record:
    """A record from plain nested dicts: keys that it does not have are left out, and what may be unknown and is not given is None.

    Raises:
        TypeError: a field that cannot be unknown is not given.
    """
    return _build(record, stored)  # type: ignore[no-any-return]


def write_part(path: Path, record: type[Record], rows: Iterable[Record]) -> int:
    """Write one part: first under a name that no reader looks at, then moved into place.

    Args:
        path: ends in `.parquet`; its folder is made.
        record: the class of `rows`.
        rows: in the order in which they are to stand.

    Returns:
        How many rows were written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = [asdict(row) for row in rows]  # type: ignore[call-overload]
    table = pa.Table.from_pylist(plain, schema=arrow_schema(record))
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        pq.write_table(table, unfinished, compression="zstd", write_page_checksum=True)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return len(plain)


def read_part(path: Path, record: type[Record]) -> Iterator[Record]:
    """The records of one part, in order.

    Raises:
        TableError: the part cannot be read, or holds other records.
        ProjectError: it was written by a newer version.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(path, page_checksum_verification=True)
        metadata = table.schema.metadata or {}
        version, name = int(metadata.get(_VERSION, b"0")), metadata.get(_RECORD, b"").decode()
        stored = table.to_pylist()
    except (OSError, ValueError, pa.ArrowException) as error:
        raise TableError("a table's part cannot be read", str(path), "Delete it and run again: it is made anew") from error
    if version > RECORDS_VERSION:
        raise ProjectError(
            "this table was made by a newer version of unaccounted", str(path), "Update unaccounted, or use another project folder"
        )
    if name != record.__name__:
        raise TableError(f"this table does not hold {record.__name__} records", str(path), "Delete it and run again")
    try:
        yield from (build_record(record, each) for each in stored)
    except TypeError as error:
        raise TableError(f"a {record.__name__} record in this table is not whole", str(path), "Delete it and run again") from error


def read_table(folder: Path, record: type[Record]) -> Iterator[Record]:
    """The records of every part in a folder, parts in order of name.

    Raises:
        TableError, ProjectError: as `read_part`.
    """
    for path in sorted(folder.glob("*.parquet")) if folder.is_dir() else ():
        if not path.name.startswith("."):
            yield from read_part(path, record)
