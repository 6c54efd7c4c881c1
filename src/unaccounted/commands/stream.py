"""Files to claims one document at a time, keeping nothing: what `extract --jsonl` prints as it goes.

In: files found. Out: for each hash of bytes, its claims, its rows in the ledger and its failures. Memory holds one file and the
hashes of the documents seen, however many files there are. A document that raises is a failure; the others go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unaccounted.base.records import Claim, Failure, FileFound
from unaccounted.collect import Found, keep_found, read_same
from unaccounted.extract import extract_claims


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file's bytes."""

    claims: tuple[Claim, ...]
    files: tuple[FileFound, ...]
    failures: tuple[Failure, ...]


def stream_claims(found: Sequence[Found]) -> Iterator[Reading]:
    """Read files one after another, in order of name; a document that was seen before is not read again."""
    ended, groups = keep_found(found)
    yield Reading((), ended.files, ended.failures)
    seen: set[str] = set()
    for same in groups:
        collection = read_same(same)
        claims: list[Claim] = []
        failures = list(collection.failures)
        for document in collection.documents:
            if document.status == "skipped" or document.sha256 in seen:
                continue
            seen.add(document.sha256)
            try:
                claims += extract_claims(document)
            except Exception as error:
                what = f"extract failed on it ({type(error).__name__}: {str(error)[:200]})"
                remedy = "Report this fault; all other documents were read"
                failures.append(Failure("extract", document.name, document.sha256, what, document.part, remedy))
        yield Reading(tuple(claims), collection.files, tuple(failures))
