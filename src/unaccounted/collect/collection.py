"""All files of a run, collected: the ledger of files, the documents, the failures.

In: paths. Out: a `Collection`. The steps between (`keep_found`, `group_same`, `read_same`, `join_collections`) can be run
apart, a group of same bytes at a time, and give the same in any order. Which step runs where is not decided here.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from unaccounted.base.errors import ReadingError
from unaccounted.base.records import Document, Failure, FileFound
from unaccounted.collect.content import read_content
from unaccounted.collect.files import Found, find_files
from unaccounted.collect.formats import why_no_reader
from unaccounted.collect.originals import MAX_BYTES, keep_original, stream_file


@dataclass(frozen=True, slots=True)
class Collection:
    """What came of the files.

    Args:
        files: one row for each file found, in order of name.
        documents: each once, in order of name and line.
        failures: what could not be done, in order of name.
    """

    files: tuple[FileFound, ...] = ()
    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Same:
    """The same bytes, under every name at which they were found: what is read at once.

    Args:
        sha256, size: of the bytes.
        path: where they can be read.
        names: as shown, sorted.
    """

    sha256: str
    size: int
    path: Path
    names: tuple[str, ...]


def collect_documents(paths: Sequence[Path | str], originals: Path | None = None) -> Collection:
    """Find, keep and read every file under the paths given.

    Args:
        paths: files and folders.
        originals: where the bytes are kept as found; None to keep none.

    Returns:
        The ledger, in which every file found has ended; the documents; the failures.

    Raises:
        UsageError: a path does not exist, none was given, or one is a project's own folder.
        ProjectError: the folder of originals cannot be written.
    """
    ended, same = keep_found(find_files(paths), originals)
    return join_collections([ended, *(read_same(each) for each in same)])


def keep_found(found: Iterable[Found], originals: Path | None = None) -> tuple[Collection, list[Same]]:
    """Hash (and keep) the files that a reader takes.

    Returns:
        The files that have ended already, and those to read, same bytes together.
    """
    files: list[FileFound] = []
    failures: list[Failure] = []
    kept: list[Same] = []
    for each in found:
        ended = each.ended or _without_reader(each)
        if ended is None:
            try:
                digest, size = keep_original(each.path, originals)
            except ReadingError as error:
                ended = FileFound(each.name, None, each.size, "failed", error.what, error.remedy)
            else:
                kept.append(Same(digest, size, originals / digest if originals is not None else each.path, (each.name,)))
                continue
        files.append(ended)
        if ended.status == "failed":
            failures.append(Failure("collect", ended.name, None, str(ended.reason), None, ended.remedy))
    return Collection(tuple(files), (), tuple(failures)), group_same(kept)


def _without_reader(found: Found) -> FileFound | None:
    none = why_no_reader(found.name)
    return FileFound(found.name, None, found.size, "skipped", *none) if none is not None else None


def group_same(kept: Iterable[Same]) -> list[Same]:
    """One entry for each hash, with all its names, in order of the first name."""
    by_hash: dict[str, list[Same]] = defaultdict(list)
    for each in kept:
        by_hash[each.sha256].append(each)
    groups = []
    for several in by_hash.values():
        first = min(several, key=lambda each: each.names)
        groups.append(replace(first, names=tuple(sorted({name for each in several for name in each.names}))))
    return sorted(groups, key=lambda each: each.names)


def read_same(same: Same) -> Collection:
    """Read one group of same bytes; never raises for what is in them."""
    first = same.names[0]
    try:
        content = b"".join(stream_file(same.path, MAX_BYTES))
        if hashlib.sha256(content).hexdigest() != same.sha256:
            raise ReadingError("it changed while it was read", remedy="Run again when nothing writes to it")
    except ReadingError as error:
        rows = tuple(FileFound(name, same.sha256, same.size, "failed", error.what, error.remedy) for name in same.names)
        return Collection(rows, (), (Failure("collect", first, same.sha256, error.what, None, error.remedy),))
    reading = read_content(first, content, same.names)
    rows = tuple(
        FileFound(name, same.sha256, same.size, reading.status, reading.reason, reading.remedy, len(reading.documents))
        for name in same.names
    )
    return Collection(rows, reading.documents, reading.failures)


def join_collections(collections: Iterable[Collection]) -> Collection:
    """One collection of many, the same whatever their order; a document in several has all its names."""
    files: list[FileFound] = []
    failures: list[Failure] = []
    documents: dict[str, Document] = {}
    for each in collections:
        files.extend(each.files)
        failures.extend(each.failures)
        for document in each.documents:
            other = documents.get(document.sha256)
            documents[document.sha256] = document if other is None else _join(other, document)
    return Collection(
        tuple(sorted(files, key=lambda row: row.name)),
        tuple(sorted(documents.values(), key=_place)),
        tuple(sorted(failures, key=lambda row: (row.name, _line(row.where), row.what))),
    )


def _join(one: Document, other: Document) -> Document:
    first = min(one, other, key=_place)
    names = tuple(sorted({*one.names, *other.names}))
    return replace(first, names=names)


def _place(document: Document) -> tuple[str, int, str]:
    return document.name, _line(document.part), document.original


def _line(part: str | None) -> int:
    return int(part.removeprefix("line ")) if part is not None and part.removeprefix("line ").isdecimal() else 0
