"""Tables: every record comes back as it went, a part is whole or not there, the same rows make the same bytes, the newer is refused."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unaccounted.base import records
from unaccounted.base.errors import ProjectError, TableError, UnaccountedError
from unaccounted.base.records import RECORDS_VERSION, Claim, Cohort, FileFound, When, name_claim
from unaccounted.base.tables import arrow_schema, build_record, read_part, read_table, write_part

ALL = [each for each in vars(records).values() if isinstance(each, type) and is_dataclass(each)]
TEXT = st.one_of(st.text(max_size=8), st.sampled_from(["", "🧭", "عبد الله", "a\nb\x00", "\u202ertl", "Ney’s"]))
WHOLE, FRACTION = st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False)
FOUND = [FileFound(f"letter-{number}.txt", None, number, "read") for number in range(3)]


def generated(record: type) -> st.SearchStrategy[Any]:
    """Records with any text, number, None and length of tuple that their fields allow."""
    kinds = {
        "str": TEXT,
        "int": WHOLE,
        "float": FRACTION,
        "bool": st.booleans(),
        "tuple[str, ...]": st.lists(TEXT, max_size=3).map(tuple),
        **{each.__name__: st.deferred(lambda each=each: generated(each)) for each in ALL},
    }
    built = {}
    for each in fields(record):
        kind, _, unknown = str(each.type).partition(" | ")
        built[each.name] = st.one_of(st.none(), kinds[kind]) if unknown else kinds[kind]
    return st.builds(record, **built)


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.__name__)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(drawn=st.data())
def test_every_record_comes_back_as_it_went(record: type, drawn: st.DataObject, tmp_path: Path) -> None:
    rows = drawn.draw(st.lists(generated(record), max_size=3))
    part = tmp_path / "table" / "part.parquet"
    assert write_part(part, record, rows) == len(rows)
    assert list(read_part(part, record)) == rows


@pytest.mark.parametrize("record", ALL, ids=lambda record: record.__name__)
def test_the_schema_is_the_record(record: type) -> None:
    schema = arrow_schema(record)
    assert schema.names == [each.name for each in fields(record)]
    assert schema.metadata == {b"unaccounted.record": record.__name__.encode(), b"unaccounted.version": str(RECORDS_VERSION).encode()}


def test_the_same_rows_make_the_same_bytes_in_another_process_too(tmp_path: Path) -> None:
    here, there = tmp_path / "here.parquet", tmp_path / "there.parquet"
    write_part(here, FileFound, FOUND)
    write_part(tmp_path / "again.parquet", FileFound, iter(FOUND))
    assert here.read_bytes() == (tmp_path / "again.parquet").read_bytes()
    program = (
        "import sys; from pathlib import Path; from unaccounted.base.records import FileFound;"
        "from unaccounted.base.tables import write_part;"
        "write_part(Path(sys.argv[1]), FileFound, [FileFound(f'letter-{number}.txt', None, number, 'read') for number in range(3)])"
    )
    subprocess.run([sys.executable, "-c", program, str(there)], check=True, env={"PYTHONHASHSEED": "7"})
    assert here.read_bytes() == there.read_bytes()
    write_part(there, FileFound, FOUND[::-1])
    assert here.read_bytes() != there.read_bytes(), "rows stand in the order in which they were given"


class CutShort(Exception):
    pass


def cut_short() -> Iterator[FileFound]:
    yield FOUND[0]
    raise CutShort


@pytest.mark.parametrize("before", [[], FOUND], ids=["no part before", "a part before"])
@pytest.mark.parametrize(
    "rows",
    [cut_short, lambda: [FileFound("a", None, "many", "read")], lambda: [FileFound("\ud800", None, 1, "read")]],  # type: ignore[arg-type]
    ids=["cut short", "a word where a number should be", "half a character"],
)
def test_a_part_that_could_not_be_written_is_not_there(tmp_path: Path, before: list[FileFound], rows: Any) -> None:
    part = tmp_path / "part.parquet"
    if before:
        write_part(part, FileFound, before)
    with pytest.raises((CutShort, pa.ArrowException, UnicodeEncodeError, TypeError)):
        write_part(part, FileFound, rows())
    assert list(read_table(tmp_path, FileFound)) == before
    assert len(list(tmp_path.iterdir())) == bool(before), "nothing unfinished is left behind"


def test_what_a_killed_writer_left_is_not_read(tmp_path: Path) -> None:
    write_part(tmp_path / "b.parquet", FileFound, FOUND[1:])
    write_part(tmp_path / "a.parquet", FileFound, FOUND[:1])
    (tmp_path / ".c.parquet.4711.unfinished").write_bytes(b"PAR1")
    (tmp_path / ".d.parquet").write_bytes(b"PAR1")
    assert list(read_table(tmp_path, FileFound)) == FOUND, "parts in order of name"
    assert list(read_table(tmp_path / "none", FileFound)) == []


@pytest.mark.parametrize("version", [RECORDS_VERSION + 1, 10**6])
def test_a_part_of_a_newer_version_is_refused(tmp_path: Path, version: int) -> None:
    schema = arrow_schema(FileFound)
    newer = schema.with_metadata({**schema.metadata, b"unaccounted.version": str(version).encode()})
    pq.write_table(pa.Table.from_pylist([], schema=newer), tmp_path / "part.parquet")
    with pytest.raises(ProjectError, match="newer version"):
        list(read_part(tmp_path / "part.parquet", FileFound))


def test_a_part_of_other_records_is_refused(tmp_path: Path) -> None:
    write_part(tmp_path / "part.parquet", FileFound, FOUND)
    with pytest.raises(TableError, match="does not hold Claim records"):
        list(read_part(tmp_path / "part.parquet", Claim))
    pq.write_table(pa.table({"name": ["a"]}), tmp_path / "foreign.parquet")
    with pytest.raises(TableError, match="does not hold FileFound"):
        list(read_part(tmp_path / "foreign.parquet", FileFound))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.data())
def test_a_damaged_part_is_refused_in_words_or_read_never_a_crash(tmp_path: Path, drawn: st.DataObject) -> None:
    part, damaged = tmp_path / "part.parquet", tmp_path / "damaged.parquet"
    if not part.exists():
        write_part(part, FileFound, FOUND)
    whole = bytearray(part.read_bytes())
    if drawn.draw(st.booleans(), "cut"):
        del whole[drawn.draw(st.integers(0, len(whole) - 1)) :]
    else:
        whole[drawn.draw(st.integers(0, len(whole) - 1))] ^= drawn.draw(st.integers(1, 255))
    damaged.write_bytes(whole)
    try:
        list(read_part(damaged, FileFound))
    except UnaccountedError as error:
        assert error.remedy and "damaged.parquet" in error.message


def test_a_record_is_built_from_what_is_told() -> None:
    when = build_record(When, {"end": "1812-12-05", "colour": "white"})
    assert when == When(None, "1812-12-05")
    with pytest.raises(TypeError, match="label"):
        build_record(Cohort, {"origin": "Westphalia"})


def test_a_claim_keeps_its_id_through_a_table(tmp_path: Path) -> None:
    claim = name_claim(Claim("", "d", "letter.txt", "count", 0, 9, "Two died.", Cohort("the crew"), low=2, best=2, high=2))
    write_part(tmp_path / "part.parquet", Claim, [claim])
    (kept,) = read_part(tmp_path / "part.parquet", Claim)
    assert kept == name_claim(kept) == claim, json.dumps([kept.id, name_claim(kept).id])
